"""Paragraphs -> a numbered tree.

A number opens a node under the nearest open node of a coarser style. Which styles a document
uses, and how deep they stand, is learned from the document; the usual order only decides where
a style that is new belongs. Faults of the numbering are survived and told, never repaired.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from evolve.reading.layout.paragraphs import Paragraph
from evolve.reading.numbers.numbering import Label, label_of
from evolve.reading.outline.faults import fault, name_of, skipped_levels
from evolve.reading.outline.headings import is_heading
from evolve.reading.outline.nodes import LIST_STYLES, NEEDS_NEIGHBOUR, Break, Element, Node
from evolve.reading.outline.ranks import own_ranks
from evolve.reading.outline.unnumbered import STOPS, headings_above, plain_headings

__all__ = ["outline_of"]

_ARABIC = frozenset({"arabic", "arabic_comma", "arabic_half"})
_BOX = re.compile(r"(?P<label>专\s*[栏欄]\s*[0-9０-９一二三四五六七八九十]*)[\s:：.．、]*")
_RANK_OF_DEPTH = {1: 39.0, 2: 49.0, 3: 58.0}
_RANK_OF_HEADING, _RANK_INSIDE = 39.0, 58.5
_RANK_OF_BOX = 75.0
_RANK_OF_BRACKET = 89.0
_BRACKET = re.compile(r"【[^】]{2,20}】.{8,}")
_SURE = 3
_MAX_HEADING = 40


def outline_of(elements: Sequence[Element]) -> tuple[Node, list[str]]:
    """Build the tree of one document.

    Returns:
        The root, and one sentence for each fault of the numbering.
    """
    builder = _Builder(elements)
    for element in elements:
        builder.add(element)
    return builder.root, [*builder.faults, *skipped_levels(builder.root)]


class _Builder:
    """The open nodes, from the root to the finest, and what was seen of each style."""

    def __init__(self, elements: Sequence[Element]) -> None:
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
        self._own_ranks = own_ranks(self._labels.values())
        self._plain = set() if self._labels else plain_headings(elements)
        self._above, self._rank_above = headings_above(elements, self._labels)
        bracketed = {
            e.start for e in elements if isinstance(e, Paragraph) and _BRACKET.match(e.text)
        }
        self._bracketed = bracketed if len(bracketed) > 1 else set()
        self._numbered = any(style in self._numbers for style in ("han", "chapter", "han_paren"))

    def add(self, element: Element) -> None:
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
            rank = self._own_ranks.get(label.style, label.rank)
            return Node(paragraph, label.style, label.printed, label.number, words, rank)
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
        if label.style in NEEDS_NEIGHBOUR:
            return neighbour
        if label.style == "article":  # 第二十条第（一）项 only names one
            return neighbour or label.number == 1
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
        whole = point.contents or not is_heading(point.text) or point.text[-1:] in STOPS
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
        found = fault(before.number if before else None, running, node.number)
        if found:
            place = f" under {name_of(self.open[-1])}" if len(self.open) > 1 else ""
            self.faults.append(f"Number {node.label} {found}{place}: {name_of(node)}.")
