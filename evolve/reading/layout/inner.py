"""Points that begin inside a line, and headings that stand below their numbers."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from evolve.reading.layout.paragraphs import SENTENCE_END, Paragraph
from evolve.reading.layout.script import size
from evolve.reading.numbers.numbering import label_of
from evolve.reading.numbers.ordinals import NUMERAL, number_of, unify_years

__all__ = ["with_headings_joined", "with_inner_points"]

_MOST = 0.5
"""Share of a text that stands in one paragraph when its line breaks were lost."""
_SHORT = 120
_HEADING = 40
_CHAPTERS = {"book", "division", "chapter", "section", "english", "english_chapter"}
_SEQUENCES = (
    re.compile(rf"(?:^|(?<=[。；;！!：:\s）)”]))(?P<n>{NUMERAL})、(?=\s?\S)"),
    re.compile(rf"(?<![、，,和及与至到])[（(](?P<n>{NUMERAL})[）)](?=[^\s、，,；;。和及与至到])"),
    re.compile(r"(?<=[。；;！!：:.\s”])(?P<n>\d{1,2})[.．、](?=[^\s\d])"),
)
"""By depth: ``一、`` after a sentence, ``（一）`` but in a reference, ``1.`` after a sentence."""
_TITLE = re.compile(
    r"[^。，,；;：:]{4,50}?(?:总结|要点|计划|安排|打算|思路|报告)(?=(?:19|20)\d\d年[，,是]|一年来|今年|一、)"
)
_FIRST_OF_LIST = re.compile(
    r"(?:以下|下列|如下|下述|几个|几项|方面)[^。：:]{0,14}[。：:](?=一(?:是|要))"
)
_SECOND_OF_LIST = re.compile(r"[。；;：:]二(?=是|要)")


def with_headings_joined(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Join a line that is only the number of a chapter with the heading on the line below it."""
    made: list[Paragraph] = []
    for paragraph in paragraphs:
        if made and _is_number(made[-1]) and _is_below(paragraph):
            number = made.pop()
            text = f"{number.text} {paragraph.text}"
            made.append(number._replace(end=paragraph.end, text=text))
        else:
            made.append(paragraph)
    return made


def _is_number(paragraph: Paragraph) -> bool:
    label = label_of(paragraph.text)
    alone = label is not None and label.style in _CHAPTERS
    return alone and label is not None and label.length >= len(paragraph.text)


def _is_below(paragraph: Paragraph) -> bool:
    return (
        paragraph.table is None
        and label_of(paragraph.text) is None
        and size(paragraph.text) <= _HEADING
        and paragraph.text[-1] not in SENTENCE_END
    )


def with_inner_points(paragraphs: Sequence[Paragraph], source: str) -> list[Paragraph]:
    """Cut paragraphs where points begin inside them.

    A text that stands in one paragraph is cut at its title and at the numbers of its points, where
    these follow each other from one on. A paragraph that leads over to a list is cut before 一是
    where 二是 opens the next one.

    Args:
        paragraphs: those of a file.
        source: text of the file.
    """
    whole = sum(len(paragraph.text) for paragraph in paragraphs)
    made: list[Paragraph] = []
    for paragraph, after in pairwise([*paragraphs, None]):
        if paragraph is None:
            continue
        if len(paragraph.text) > max(_SHORT, _MOST * whole):
            made += _cut(paragraph, list(_points(paragraph.text)), source)
        elif after is not None and (place := _inner_list(paragraph.text, after.text)):
            made += _cut(paragraph, [place], source)
        else:
            made.append(paragraph)
    return made


def _points(text: str) -> Iterator[int]:
    """Where a text without line breaks goes on with another line."""
    title = _TITLE.match(unify_years(text))
    start = title.end() if title else 0
    yield start
    rest = text[start:]
    yield from (start + place for place in _nested(rest, _SEQUENCES, 0, len(rest)))


def _nested(text: str, sequences: Sequence[re.Pattern[str]], start: int, end: int) -> Iterator[int]:
    """Where points begin, those of a depth inside those of the depth above."""
    if not sequences:
        return
    outer = _run(sequences[0], text, start, end)
    yield from outer
    for first, last in pairwise([*(outer or [start]), end]):
        yield from _nested(text, sequences[1:], first, last)


def _run(sequence: re.Pattern[str], text: str, start: int, end: int) -> list[int]:
    """Where the numbers 1, 2, 3 ... stand in this order, if there are at least two."""
    places: list[int] = []
    for match in sequence.finditer(text, start, end):
        if number_of(match["n"]) == len(places) + 1:
            places.append(match.start())
    return places if len(places) > 1 else []


def _inner_list(text: str, after: str) -> int | None:
    """Where 一是 stands inside a paragraph whose list the next paragraph goes on with."""
    label = label_of(after)
    if label is None or label.style != "shi" or label.number != 2:  # noqa: PLR2004 - 二是
        return None
    found = _FIRST_OF_LIST.search(text)
    return found.end() if found and not _SECOND_OF_LIST.search(text, found.end()) else None


def _cut(paragraph: Paragraph, places: Sequence[int], source: str) -> Iterator[Paragraph]:
    rest, done = paragraph, 0
    for place in sorted(places):
        own, other = rest.split(source, place - done)
        if own[0] < own[1] and other[0] < other[1]:
            yield rest._replace(start=own[0], end=own[1], text=rest.text[: place - done].strip())
            rest = rest._replace(start=other[0], end=other[1], text=rest.text[place - done :])
            done = place
    yield rest
