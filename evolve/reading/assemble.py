"""The points of one part -> sections, items and tables with their spans."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from evolve.model import ItemKind, Role, Section
from evolve.reading.assembly import Assembly, Place
from evolve.reading.layout.paragraphs import Paragraph
from evolve.reading.outline.headings import is_heading, split_heading
from evolve.reading.outline.kinds import (
    closes,
    counts,
    ends_speech,
    is_diagnosis,
    kind_under,
    target_at,
)
from evolve.reading.outline.lists import leads
from evolve.reading.outline.nodes import Content, Node, TableBlock
from evolve.reading.recognition.parts import Part
from evolve.reading.table_items import add_table

__all__ = ["assemble"]


def assemble(part: Part, document: str, source: str) -> Assembly:
    """Give the sections, items and tables of one part, in the order of the text."""
    reports = part.role == Role.OUTCOME
    made = Assembly(document, source, part.prose, bool(part.nodes), reports)
    place = Place()
    last = part.contents[-1][0] if part.contents else 0
    for position, group in groupby(part.contents, key=lambda content: content[0]):
        contents = [content for _, content in group]
        place.node = position - any(isinstance(content, Node) for content in contents)
        _contents(made, contents, place, speech=part.speech and position == last)
    made.sections.sort(key=lambda section: section.span)
    made.items.sort(key=lambda item: item.span)
    return made


def _contents(
    made: Assembly, contents: Sequence[Content], place: Place, *, speech: bool = False
) -> None:
    """Add what stands under one heading, or at the root."""
    below = place.node > 0
    for run in _runs(contents):
        first = run[0]
        if isinstance(first, Node):
            below = True
            _node(made, first, place)
        elif isinstance(first, TableBlock):
            add_table(made, first, place)
        elif isinstance(first, Paragraph):
            paragraphs = [each for each in run if isinstance(each, Paragraph)]
            if below:
                _tail(made, paragraphs, place, speech=speech and run[-1] is not contents[-1])
            elif made.numbered:
                _lead(made, paragraphs, place)
            else:
                _unnumbered(made, paragraphs, place)


def _runs(contents: Sequence[Content]) -> list[list[Content]]:
    """Paragraphs that follow each other together, anything else alone."""
    runs: list[list[Content]] = []
    for content in contents:
        if runs and isinstance(content, Paragraph) and isinstance(runs[-1][0], Paragraph):
            runs[-1].append(content)
        else:
            runs.append([content])
    return runs


def _node(made: Assembly, node: Node, place: Place) -> None:
    number = place.next_node()
    kind = kind_under(place.kind, node.text, reports=made.reports)
    heading, rest = split_heading(node.text)
    inner = Place(f"{number}.", (*place.path, heading.rstrip("。：:")), kind)
    only_tables = bool(node.contents) and not node.paragraphs and is_heading(node.text)
    if not node.children and not only_tables:
        _leaf(made, node, Place(number, place.path, kind), inner)
        return
    span, rest_span = node.head.split(made.source, len(node.head.text) - len(rest))
    made.sections.append(
        Section(
            document=made.document,
            depth=len(inner.path),
            label=node.label,
            text=heading,
            span=span,
        )
    )
    if rest:
        promises = kind == ItemKind.ITEM and (made.prose or counts(rest))
        inner_kind = ItemKind.ITEM if promises else ItemKind.PREAMBLE
        made.add(inner.next_lead(), inner_kind, inner.path, rest, rest_span)
    _contents(made, node.contents, inner)


def _leaf(made: Assembly, node: Node, place: Place, inner: Place) -> None:
    """Add a point with its paragraphs up to a table in it, and what follows the table."""
    runs = _runs(node.contents)
    own = [each for each in (runs[0] if runs else []) if isinstance(each, Paragraph)]
    text = _text_of([node.text, *(paragraph.text for paragraph in own)])
    span = (node.start, own[-1].end if own else node.head.end)
    made.add(place.prefix, place.kind, place.path, text, span, label=node.label)
    inner.node = 1
    _contents(made, node.contents[len(own) :], inner)


def _lead(made: Assembly, paragraphs: Sequence[Paragraph], place: Place) -> None:
    """Paragraphs before the first point; targets among them are a point, in prose with the rest."""
    if place.kind != ItemKind.ITEM:
        _joined(made, paragraphs, place.next_lead(), place.kind, place.path)
        return
    pieces = list(paragraphs if made.prose else _with_targets_apart(made, paragraphs))
    kinds = [_lead_kind(each) for each in pieces]
    targets = (i for i, kind in enumerate(kinds) if kind == ItemKind.ITEM)
    if made.prose and (first := next(targets, None)) is not None:
        kinds[first:] = [ItemKind.ITEM] * len(kinds[first:])
    for kind, group in groupby(zip(kinds, pieces, strict=True), key=itemgetter(0)):
        _joined(made, [each for _, each in group], place.next_lead(), kind, place.path)


def _with_targets_apart(made: Assembly, paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, cut before the sentence that sets the targets."""
    for paragraph in paragraphs:
        if at := target_at(paragraph.text):
            spans = paragraph.split(made.source, at)
            yield paragraph._replace(end=spans[0][1], text=paragraph.text[:at])
            yield paragraph._replace(start=spans[1][0], text=paragraph.text[at:].lstrip())
        else:
            yield paragraph


def _lead_kind(paragraph: Paragraph) -> ItemKind:
    return ItemKind.PREAMBLE if target_at(paragraph.text) is None else ItemKind.ITEM


def _unnumbered(made: Assembly, paragraphs: Sequence[Paragraph], place: Place) -> None:
    """A document without any numbers: a paragraph is a point."""
    for paragraph in paragraphs:
        last = paragraph is paragraphs[-1] and len(paragraphs) > 1
        ends = last and closes(paragraph.text, at_end=True) and not counts(paragraph.text)
        kind = ItemKind.CLOSING if ends else ItemKind.ITEM
        _joined(made, [paragraph], place.next_node(), kind, place.path)


def _tail(made: Assembly, paragraphs: Sequence[Paragraph], place: Place, *, speech: bool) -> None:
    """Paragraphs after the last point: what sums up, what is wrong, a speech's other subjects."""
    groups: list[tuple[ItemKind, list[Paragraph]]] = []
    for paragraph in paragraphs:
        kind = _tail_kind(paragraph.text, speech=speech)
        if groups and _goes_on(groups[-1][0], kind, paragraph, speech=speech):
            groups[-1][1].append(paragraph)
        else:
            groups.append((kind, [paragraph]))
    for kind, group in groups:
        _joined(made, group, place.next_tail(), kind, place.path)


def _goes_on(before: ItemKind, kind: ItemKind, paragraph: Paragraph, *, speech: bool) -> bool:
    """Whether a paragraph belongs to the piece before it."""
    if speech:
        return before == kind and not leads(paragraph)
    return before == kind or (kind == ItemKind.CLOSING and not closes(paragraph.text, at_end=True))


def _tail_kind(text: str, *, speech: bool) -> ItemKind:
    if is_diagnosis(text):
        return ItemKind.DIAGNOSIS
    return ItemKind.ITEM if speech and not ends_speech(text) else ItemKind.CLOSING


def _joined(
    made: Assembly,
    paragraphs: Sequence[Paragraph],
    number: str,
    kind: ItemKind,
    path: tuple[str, ...],
) -> None:
    text = _text_of([paragraph.text for paragraph in paragraphs])
    made.add(number, kind, path, text, (paragraphs[0].start, paragraphs[-1].end))


def _text_of(texts: Sequence[str]) -> str:
    """Paragraphs one a line; what breaks off at a comma goes on in the same line."""
    return re.sub(r"(?<=[，、,])\n", "", "\n".join(filter(None, texts)))
