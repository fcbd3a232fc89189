"""A file -> the documents printed in it one after another."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from evolve.model import Span
from evolve.reading.layout.paragraphs import Paragraph
from evolve.reading.numbers.numbering import NEVER_OUTERMOST, label_of
from evolve.reading.numbers.ordinals import unify_years
from evolve.reading.outline.kinds import is_diagnosis
from evolve.reading.outline.nodes import LIST_STYLES, Element
from evolve.reading.outline.ranks import own_ranks
from evolve.reading.outline.tree import outline_of
from evolve.reading.recognition.titles import Title, title_at

__all__ = ["Block", "blocks_of", "cut_at"]

_ANNEX = re.compile(r"附\s*[件錄录]\s*[0-9０-９一二三四五六七八九十]*\s*[:：]?")
_BELOW_TITLE = re.compile(
    r"[（(].{1,40}[）)]|(?:——|—|--).{4,90}|"
    r"[（(]?\d{4}年\d{1,2}月\d{1,2}日[在于].{4,40}(?:会议|會議|大会|大會|全会|全會)上[）)]?|"
    r".{0,16}(?:省|市|区|區|县|縣|州|旗|委|局)[长長]\s*[\u4e00-\u9fff\s·]{2,8}|"
    r"[^，。；总]{0,24}(?:(?:镇|乡|厅|部|校|院|检察|董事|理事|会|组|处|科)长|主任|主席|书记|总理|经理)"
    r"(?![讲负的在会工致作办职牵带亲任])[\u4e00-\u9fff·]{2,4}|"
    r"(?:[\d]{4}|[一二][〇○零一二三四五六七八九]{3})年[\d一二三四五六七八九十]{1,2}月(?:[\d一二三四五六七八九十]{1,3}日)?|"
    r"[\u4e00-\u9fff]{3,20}(?:局|厅|委员会|人民政府|政府|办公室)"
)
_BEGINS = re.compile(
    r"(?:\d{4}|[一二][〇○零九]|[“\"]?[一二三四五六七八九十]{1,2}五|[\u4e00-\u9fff]{2,16}?(?:局|政府|委|委员会|省|市|区|县|州))|\d{4}|[A-Z]"
)
_NEXT_YEAR = re.compile(
    r"(?:19|20)\d\d年[，,][^。；]{0,40}(?:将|要)[^。；]{0,40}(?:工作|任务)[：:]"
)
"""The paragraph after the last point of a report that says what will be done."""
_OPENS = re.compile(r"(?:19|20)\d\d年|今年|新的一年|明年|下一?步")


@dataclass(slots=True)
class Block:
    """The lines of one printed document."""

    title: Title | None = None
    """Its title, where one is printed."""
    elements: list[Element] = field(default_factory=list)
    """Its paragraphs and tables."""
    furniture: list[tuple[Span, str]] = field(default_factory=list)
    """Its title lines and annex marks, and what they are."""
    named_by: str = ""
    """What the title was taken from where it is not printed, such as ``the name of the file``."""


def blocks_of(elements: Sequence[Element]) -> list[Block]:
    """Cut a file at titles, annexes and where the numbering starts again.

    Args:
        elements: what was not set aside, in order.
    """
    blocks = [Block()]
    numbered: set[int] = set()
    index = 0
    while index < len(elements):
        if _strong(elements[index]):
            numbered.add(len(blocks))
        index = _take(blocks, elements, index, numbered=len(blocks) in numbered)
    return [part for block in blocks for part in _restarts(block)]


def cut_at(blocks: Sequence[Block], starts: Sequence[int]) -> list[Block]:
    """Cut blocks where a part begins below the outermost points.

    Args:
        blocks: as recognised.
        starts: where parts begin, in the text of the file.
    """
    cut: list[Block] = []
    for block in blocks:
        outer = (
            {content.start for content in outline_of(block.elements)[0].contents}
            if starts
            else set()
        )
        inner = [
            index
            for index, element in enumerate(block.elements)
            if element.start in starts and element.start not in outer
        ]
        cut += _pieces(block, inner)
    return cut


def _pieces(block: Block, cuts: Sequence[int]) -> list[Block]:
    """The block cut at some elements; the first piece keeps the title."""
    first, *others = pairwise([0, *cuts, len(block.elements)])
    return [
        Block(block.title, block.elements[slice(*first)], block.furniture),
        *(Block(None, block.elements[slice(*piece)]) for piece in others),
    ]


def _take(blocks: list[Block], elements: Sequence[Element], index: int, *, numbered: bool) -> int:
    """Put the next element into the block that it belongs to, and give the index after it."""
    element = elements[index]
    if isinstance(element, Paragraph):
        if _ANNEX.fullmatch(element.text):
            blocks.append(Block(furniture=[((element.start, element.end), "annex mark")]))
            return index + 1
        if numbered and _NEXT_YEAR.match(unify_years(element.text)):
            blocks.append(Block(elements=[element]))
            return index + 1
        first = not blocks[-1].elements and blocks[-1].title is None
        title = _title(elements, index, numbered=numbered, first=first)
        if title is not None:
            return _open(blocks, title, elements, index)
    blocks[-1].elements.append(element)
    return index + 1


def _title(elements: Sequence[Element], index: int, *, numbered: bool, first: bool) -> Title | None:
    title = title_at(_lines(elements[index : index + 4]), 0, first=first)
    return None if title and numbered and not _BEGINS.match(title.text) else title


def _lines(elements: Sequence[Element]) -> list[Paragraph]:
    """The paragraphs before the first table."""
    upto = takewhile(lambda element: isinstance(element, Paragraph), elements)
    return [element for element in upto if isinstance(element, Paragraph)]


def _open(blocks: list[Block], title: Title, elements: Sequence[Element], index: int) -> int:
    """Open a block with a title; the lines below the title that go with it are set aside."""
    if blocks[-1].elements or blocks[-1].title is not None:
        blocks.append(Block())
    end = index + title.lines
    while more := _below(elements[end : end + 2]):
        end += more
    lines = elements[index:end]
    below = " ".join(line.text for line in lines[title.lines :] if isinstance(line, Paragraph))
    blocks[-1].title = title._replace(below=below)
    blocks[-1].furniture += [((line.start, line.end), "title") for line in lines]
    return end


def _below(elements: Sequence[Element]) -> int:
    """How many lines, one or a broken one, tell where, when and by whom it was said."""
    words = ["".join(line.text.split()) for line in _lines(elements)]
    counts = range(1, len(words) + 1)
    return next((n for n in counts if _BELOW_TITLE.fullmatch("".join(words[:n]))), 0)


def _strong(element: Element) -> tuple[float, str, int] | None:
    if not isinstance(element, Paragraph):
        return None
    label = label_of(element.text)
    if label is None or label.style in LIST_STYLES | NEVER_OUTERMOST:
        return None
    return label.rank, label.style, label.number


def _restarts(block: Block) -> list[Block]:
    """Cut where the outermost numbering begins again at one."""
    labels = [(i, found) for i, e in enumerate(block.elements) if (found := _strong(e))]
    printed = (label_of(e.text) for e in block.elements if isinstance(e, Paragraph))
    if not labels or own_ranks(filter(None, printed)):
        return [block]
    _, outermost, _ = min((found for _, found in labels), key=lambda found: found[0])
    cuts, last = [], 0
    for index, (_, style, number) in labels:
        if style != outermost:
            continue
        opening = _opening(block.elements, index)
        if number == 1 and last > 1 and opening < index:
            cuts.append(opening)
        last = number
    return _pieces(block, cuts)


def _opening(elements: Sequence[Element], index: int) -> int:
    """Where the part that is numbered from ``index`` on begins: at the words that open it."""
    start = index
    while (
        start
        and isinstance(elements[start - 1], Paragraph)
        and _strong(elements[start - 1]) is None
    ):
        start -= 1
    for position in range(start, index):
        element = elements[position]
        if isinstance(element, Paragraph) and _OPENS.match(unify_years(element.text)):
            return position
    last = elements[index - 1]
    alone = isinstance(last, Paragraph) and index - 1 > start and not is_diagnosis(last.text)
    return index - 1 if alone else index
