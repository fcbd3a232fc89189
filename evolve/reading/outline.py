"""Paragraphs -> a numbered tree.

A number opens a node under the nearest open node of a coarser style. Which styles a document
uses, and how deep they stand, is learned from the document; the usual order only decides where
a style that is new belongs. Faults of the numbering are survived and told, never repaired.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from evolve.model import Span
from evolve.reading.headings import is_heading
from evolve.reading.numbering import Label, label_of
from evolve.reading.paragraphs import Paragraph

__all__ = ["LIST_STYLES", "Break", "Content", "Node", "TableBlock", "outline_of"]

LIST_STYLES = frozenset({"shi", "first", "ordinal", "dash"})
"""Styles that list inside a paragraph; they open a node only where nothing finer does."""

_NEEDS_NEIGHBOUR = frozenset(
    {
        "stem",
        "decimal2",
        "decimal3",
        "decimal4",
        "roman",
        "roman_part",
        "letter_part",
        "latin",
        "latin_paren",
        "bare",
    }
)
_ARABIC = frozenset({"arabic", "arabic_comma", "arabic_half"})
_BOX = re.compile(r"(?P<label>专\s*[栏欄]\s*[0-9０-９一二三四五六七八九十]*)[\s:：.．、]*")
_RANK_OF_DEPTH = {1: 39.0, 2: 49.0, 3: 58.0}
_RANK_OF_HEADING, _RANK_INSIDE = 39.0, 58.5
_RANK_OF_BOX = 75.0
_RANK_OF_BRACKET = 89.0
_BRACKET = re.compile(r"【[^】]{2,20}】.{8,}")
_SURE = 3
_MAX_HEADING = 40
_MAX_PLAIN, _MIN_PLAIN = 30, 2
_ABOVE = 0.05
_STOPS = "。；！？;!?.：:，,"


class TableBlock(NamedTuple):
    """A table among the paragraphs."""

    start: int
    """First character, in the text of the file."""
    end: int
    """After the last character."""
    title: str
    """Its caption, or empty."""
    rows: tuple[tuple[Span, ...], ...]
    """The span of each cell; a merged cell has the same span everywhere."""
    header: int
    """How many rows are column headings."""


class Break(NamedTuple):
    """A salutation in a speech: what follows is no longer under the point before it."""

    start: int
    """Where it stands, in the text of the file."""

    @property
    def end(self) -> int:
        """It holds nothing."""
        return self.start


_NOWHERE = Paragraph(0, 0, "")


@dataclass(slots=True)
class Node:
    """A numbered point, a heading, or the root, with what stands under it in order."""

    head: Paragraph = _NOWHERE
    """Its line; an empty one for the root."""
    style: str = ""
    """Style of its number, ``heading``, ``box`` or empty for the root."""
    label: str = ""
    """Number as printed."""
    number: int = 0
    """Value of the number."""
    text: str = ""
    """Its line without the number."""
    rank: float = 0.0
    """The smaller, the further out."""
    contents: list["Content"] = field(default_factory=list)
    """Paragraphs, tables and finer points, in order."""

    @property
    def start(self) -> int:
        """First character of its line, in the text of the file."""
        return self.head.start

    @property
    def end(self) -> int:
        """After the last character of all that stands under it."""
        return max([self.head.end, *(content.end for content in self.contents)])

    @property
    def children(self) -> list["Node"]:
        """The finer points."""
        return [part for part in self.contents if isinstance(part, Node)]

    @property
    def paragraphs(self) -> list[Paragraph]:
        """Its own paragraphs below its line."""
        return [part for part in self.contents if isinstance(part, Paragraph)]

    def walk(self) -> Iterator["Node"]:
        """All nodes below it, each before its own children."""
        pending = list(reversed(self.children))
        while pending:
            node = pending.pop()
            yield node
            pending.extend(reversed(node.children))


Content = Node | Paragraph | TableBlock | Break
"""What stands under a heading."""


def outline_of(elements: Sequence[Paragraph | TableBlock | Break]) -> tuple[Node, list[str]]:
    """Build the tree of one document.

    Returns:
        The root, and one sentence for each fault of the numbering.
    """
    builder = _Builder(elements)
    for element in elements:
        builder.add(element)
    return builder.root, [*builder.faults, *_skipped_levels(builder.root)]


class _Builder:
    """The open nodes, from the root to the finest, and what was seen of each style."""

    def __init__(self, elements: Sequence[Paragraph | TableBlock | Break]) -> None:
        self.root = Node()
        self.open = [self.root]
        self.faults: list[str] = []
        self._last: dict[str, int] = {}
        self._outside: dict[str, int] = {}
        self._inside: dict[str, int] = {}
        self._numbers: dict[str, set[int]] = defaultdict(set)
        self._labels: dict[int, Label] = {}
        for element in elements:
            if isinstance(element, Paragraph) and (label := label_of(element.text)):
                self._labels[element.start] = label
                self._numbers[label.style].add(label.number)
        self._plain = set() if self._labels else _plain_headings(elements)
        self._above, self._rank_above = _headings_above(elements, self._labels)
        bracketed = {
            e.start for e in elements if isinstance(e, Paragraph) and _BRACKET.match(e.text)
        }
        self._bracketed = bracketed if len(bracketed) > 1 else set()
        self._numbered = any(style in self._numbers for style in ("han", "chapter", "han_paren"))

    def add(self, element: Paragraph | TableBlock | Break) -> None:
        if isinstance(element, Break):
            del self.open[1:]
        node = self._node(element) if isinstance(element, Paragraph) else None
        if node is None or self._inside_box(node):
            self.open[-1].contents.append(element)
            return
        if node.style == "box":
            self._open_box()
        while len(self.open) > 1 and not self._is_parent(self.open[-1], node):
            self.open.pop()
        self._check(node)
        self.open[-1].contents.append(node)
        self.open.append(node)

    def _node(self, paragraph: Paragraph) -> Node | None:
        text, label = paragraph.text, self._labels.get(paragraph.start)
        if label is not None and label.style not in LIST_STYLES and self._accepts(label):
            words = text[label.length :]
            return Node(paragraph, label.style, label.printed, label.number, words, label.rank)
        if (box := _BOX.match(text)) and len(text) <= _MAX_HEADING:
            return Node(paragraph, "box", box["label"], 0, text[box.end() :], _RANK_OF_BOX)
        if paragraph.start in self._above:
            style = f"heading{self._rank_above}"
            return Node(paragraph, style, "", 0, text.rstrip("：: "), self._rank_above)
        marked = paragraph.depth or paragraph.bold or paragraph.start in self._plain
        if paragraph.start in self._bracketed:
            return Node(paragraph, "bracket", "", 0, text, _RANK_OF_BRACKET)
        if label is None and marked and len(text) <= _MAX_HEADING:
            rank = _RANK_OF_DEPTH.get(paragraph.depth or 0, _RANK_OF_HEADING)
            if not paragraph.depth and self._numbered:
                rank = _RANK_INSIDE
            return Node(paragraph, f"heading{rank}", "", 0, text, rank)
        return None

    def _accepts(self, label: Label) -> bool:
        """Whether a number is one, and no date or figure, by the numbers around it."""
        numbers = self._numbers[label.style]
        neighbour = label.number - 1 in numbers or label.number + 1 in numbers
        if label.style in _NEEDS_NEIGHBOUR:
            return neighbour
        return label.style not in _ARABIC or neighbour or label.number <= _SURE

    def _is_parent(self, candidate: Node, node: Node) -> bool:
        if any(above.style == node.style for above in self.open[1:]):
            position = next(i for i, above in enumerate(self.open) if above.style == node.style)
            return candidate is self.open[position - 1]
        return candidate.rank < node.rank

    def _open_box(self) -> None:
        """A box stands beside the point before it, unless that is only a heading."""
        self._outside = {above.style: above.number for above in self.open[1:]}
        self._inside = {}
        point = self.open[-1]
        whole = point.contents or not is_heading(point.text) or point.text[-1:] in _STOPS
        if len(self.open) > 1 and whole:
            self.open.pop()

    def _inside_box(self, node: Node) -> bool:
        """Whether a number only lists inside a box: the next of a style outside closes it."""
        if self.open[-1].style != "box" or node.style == "box":
            return False
        goes_on = node.number == self._inside.get(node.style, 0) + 1
        follows = node.number == self._outside.get(node.style, -1) + 1
        coarser = node.style not in self._outside and node.rank < max(
            (above.rank for above in self.open[1:-1]), default=100.0
        )
        if coarser or (follows and not (goes_on and self._inside.get(node.style))):
            return False
        self._inside[node.style] = node.number
        return True

    def _check(self, node: Node) -> None:
        if not node.number:
            return
        siblings = [child for child in self.open[-1].contents[-1:] if isinstance(child, Node)]
        before = next((n for n in siblings if n.style == node.style), None)
        running = self._last.get(node.style)
        self._last[node.style] = node.number
        fault = _fault(before.number if before else None, running, node.number)
        if fault:
            place = f" under {_name(self.open[-1])}" if len(self.open) > 1 else ""
            self.faults.append(f"Number {node.label} {fault}{place}: {_name(node)}.")


def _plain_headings(elements: Sequence[Paragraph | TableBlock | Break]) -> set[int]:
    """Short lines without a stop, each above a paragraph, in a document without any numbers."""
    found = {
        one.start
        for one, next_ in pairwise(elements)
        if isinstance(one, Paragraph)
        and isinstance(next_, Paragraph)
        and len(one.text) <= _MAX_PLAIN
        and one.text[-1] not in _STOPS
        and next_.text[-1] in _STOPS
        and len(next_.text) > len(one.text)
    }
    return found if len(found) >= _MIN_PLAIN else set()


def _headings_above(
    elements: Sequence[Paragraph | TableBlock | Break], labels: Mapping[int, Label]
) -> tuple[set[int], float]:
    """Short lines without a number, each right above a point of the coarsest style.

    They are headings where there are several and the numbers begin, and begin again, below them.

    Returns:
        Where they stand, and their rank.
    """
    points = [label for label in labels.values() if label.style not in LIST_STYLES]
    outer = min(points, key=lambda label: label.rank, default=None)
    if outer is None or outer.style in _NEEDS_NEIGHBOUR:
        return set(), 0.0
    found: set[int] = set()
    for above, below in pairwise([None, *elements]):
        label = labels.get(below.start) if isinstance(below, Paragraph) else None
        if label is None or label.style != outer.style:
            continue
        if isinstance(above, Paragraph) and above.start not in labels and _may_head(above.text):
            found.add(above.start)
        elif label.number <= 1:
            return set(), 0.0
    return (found if len(found) >= _MIN_PLAIN else set()), outer.rank - _ABOVE


def _may_head(text: str) -> bool:
    return len(text) <= _MAX_PLAIN and (text[-1] not in _STOPS or text[-1] in "：:")


def _fault(before: int | None, running: int | None, number: int) -> str:
    if before is None:
        fine = number == 1 or (running is not None and number == running + 1)
        return "" if fine else "is the first of its level"
    if number == before:
        return "is printed twice"
    if number == 1:
        return "starts again"
    if number < before:
        return "goes back"
    return "" if number == before + 1 else "follows a gap"


def _name(node: Node) -> str:
    words = re.split(r"[。；;：:\s]", node.text, maxsplit=1)[0]
    return f"{node.label}{words[:20]}"


def _skipped_levels(root: Node) -> Iterator[str]:
    """Tell of points whose level is finer than that of their cousins."""
    usual: dict[str, Counter[tuple[float, str]]] = defaultdict(Counter)
    parents = [node for node in root.walk() if node.children]
    for node in parents:
        first = node.children[0]
        usual[node.style][first.rank, first.style] += 1
    for node in parents:
        first = node.children[0]
        (rank, style), count = usual[node.style].most_common(1)[0]
        if style != first.style and first.rank > rank and count > 1 and first.number:
            yield f"Under {_name(node)} a level of the numbering is skipped: {first.label}."
