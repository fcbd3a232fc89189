"""The points of a printed document -> parts, by what their headings report or plan."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from evolve.model import Period, Role
from evolve.reading.numbers.ordinals import unify_years
from evolve.reading.outline.headings import is_heading
from evolve.reading.outline.nodes import Break, Content, Node
from evolve.reading.recognition.blocks import Block
from evolve.reading.recognition.periods import Years, years_in
from evolve.reading.recognition.reviews import reviews_in
from evolve.reading.recognition.roles import heading_role, text_role, title_role
from evolve.reading.recognition.titles import Title

__all__ = ["Part", "cut_by_role"]

_UNSURE = 1.0
_FIRST_POINTS = 2
"""Points of a plan of several years that may look back on the years before."""
_BODY = re.compile(r"[\u4e00-\u9fff]{1,20}?[局委会厅部办院府室镇乡道司校学团](?=(?:19|20)\d\d年)")
_YEAR = re.compile(r"(?:19|20)\d\d年")
_PART_OF_YEAR = re.compile(
    r"[上下]半年|前?第?[一二三四两1-4]个?季度|\d{1,2}(?:[—–-]\d{1,2})?月(?!\d)|十?[一二三四五六七八九十]月份?|"
    r"第[一二]学期|[上下]学期"
)
_BODY_AND_YEAR = re.compile(_BODY.pattern + r"(?:19|20)\d\d年")


@dataclass(slots=True)
class Part:
    """One part of a file that has one role."""

    role: Role
    """Plan, outcome or plan of several years."""
    title: str
    """Title or heading as printed, or empty."""
    years: Years | None
    """Years that its title or heading names."""
    period: Period | None = None
    """Years covered; None where nothing tells."""
    contents: list[tuple[int, Content]] = field(default_factory=list)
    """What it holds, each with the position of the last top-level point at or before it."""
    untitled: bool = False
    """Whether ``title`` is only a heading in a document without a title."""
    prose: bool = False
    """Whether it is written in long paragraphs."""
    notices: list[str] = field(default_factory=list)
    """What was odd or guessed."""

    @property
    def nodes(self) -> list[Node]:
        """Its top-level points."""
        return [content for _, content in self.contents if isinstance(content, Node)]

    @property
    def holds(self) -> bool:
        """Whether anything stands in it."""
        return any(not isinstance(content, Break) for _, content in self.contents)

    @property
    def speech(self) -> bool:
        """Whether salutations divide it."""
        return any(isinstance(content, Break) for _, content in self.contents)


def cut_by_role(block: Block, root: Node) -> list[Part]:
    """Cut a document by what its headings report or plan.

    Args:
        block: its title and paragraphs.
        root: its points; what looks back inside the first points of a plan of several years is
            taken out of them.
    """
    cutter = _Cutter(block, root)
    for content in root.contents:
        cutter.add(content)
        if isinstance(content, Node):
            cutter.report(reviews_in(content) if cutter.several else [])
    return cutter.finish()


class _Cutter:
    """Gives each point to the part that its heading, or the heading before it, names."""

    def __init__(self, block: Block, root: Node) -> None:
        self.title = block.title
        self.roles = {id(node): _role_of(node) for node in root.children}
        told = next((role for role in self.roles.values() if role), None)
        named = self.title.role if self.title else None
        guess, score = text_role(*_wording(root)) if named is None else (named, 0.0)
        self.main = named
        self.sure = named is not None or told is not None or abs(score) >= _UNSURE
        self.current = named or told or guess
        self.heading = ""
        self.position = 0
        self.parts: list[Part] = []
        self.pending: list[tuple[int, Content]] = []
        self.pieces = _pieces(self.title)

    def add(self, content: Content) -> None:
        """Take the next point or paragraph at the root."""
        if isinstance(content, Node):
            self.position += 1
            self._turn(content)
        if not self.position:
            self.pending.append((0, content))
            return
        self._part().contents.append((self.position, content))

    @property
    def several(self) -> bool:
        """Whether the title is that of a plan of several years, and its first points are read."""
        return self.main == Role.MULTI_YEAR_PLAN and self.position <= _FIRST_POINTS

    def report(self, reviews: Sequence[Node]) -> None:
        """Give what looks back inside the last point to a part of its own."""
        current, heading = self.current, self.heading
        for node in reviews:
            self.current, self.heading = Role.OUTCOME, node.text
            part = self._part()
            part.title = part.title if part.years else ""
            part.contents.append((self.position, node))
        self.current, self.heading = current, heading

    def finish(self) -> list[Part]:
        """The parts; what stands before the first point belongs to the one that is titled."""
        first = self.parts[0] if self.parts else self._part()
        own = next((part for part in self.parts if part.role == self.main), first)
        own.contents[:0] = self.pending
        if not self.sure:
            own.notices.append("The role was guessed from the wording.")
        return self.parts

    def _turn(self, node: Node) -> None:
        """Change the part where a heading says so; go back to the titled one where it does not."""
        told = self.roles[id(node)]
        if told is None:
            if self.main is not None and self.current != self.main:
                self.current, self.heading = self.main, ""
        elif self.main is None or (told == Role.OUTCOME) != (self.main == Role.OUTCOME):
            self.current, self.heading = told, node.text
        else:
            self.current = self.main

    def _headed(self) -> str:
        """The heading of a part as its title, after the body that the title of both names."""
        title = unify_years(self.title.text) if self.title else ""
        heading = self._words()
        if _YEAR.match(heading):
            body = _BODY.match(title)
        else:
            body = _BODY_AND_YEAR.match(title) if _PART_OF_YEAR.match(heading) else None
        shown = self.heading if unify_years(self.heading) == heading else heading
        return body[0] + shown if body else shown

    def _words(self) -> str:
        """The heading of a part, or the piece of the title that names its part of the year."""
        heading = unify_years(self.heading)
        return heading if _PART_OF_YEAR.search(heading) else self.pieces.get(self.current, heading)

    def _part(self) -> Part:
        own = self.title is not None and (self.current == self.main or not self.heading)
        words = self.title.text if self.title is not None and own else self._headed()
        years = self.title.years if self.title is not None and own else years_in(self.heading)
        if years is None and self.title is not None and _PART_OF_YEAR.match(self._words()):
            years = self.title.years
        for part in self.parts:
            if part.role == self.current and (own or part.years == years):
                return part
        untitled = self.title is None
        self.parts.append(Part(self.current, words, years, untitled=untitled))
        return self.parts[-1]


def _pieces(title: Title | None) -> dict[Role, str]:
    """What a title of a report and a plan in one says of parts of the year: 上半年工作总结."""
    pieces: dict[Role, str] = {}
    for piece in (
        re.split(r"[和及暨与、]", unify_years(title.text)) if title and title.mixed else ()
    ):
        named = _PART_OF_YEAR.search(piece)
        if named and (role := title_role(piece[named.start() :])):
            pieces[role] = piece[named.start() :]
    return pieces


def _role_of(node: Node) -> Role | None:
    return heading_role(unify_years(node.text)) if is_heading(node.text) else None


def _wording(root: Node) -> tuple[str, list[str]]:
    """First paragraph and all texts of a document."""
    own = [paragraph.text for paragraph in root.paragraphs]
    texts = list(own)
    for node in root.walk():
        texts += [node.text, *(paragraph.text for paragraph in node.paragraphs)]
    return unify_years(own[0] if own else ""), texts
