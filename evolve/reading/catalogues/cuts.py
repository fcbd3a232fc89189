"""The parts of a file as a catalogue names them, in the place of those recognised."""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from evolve.model import Span
from evolve.reading.draft import Draft
from evolve.reading.outline.nodes import Break, Content
from evolve.text import compact

if TYPE_CHECKING:
    from evolve.reading.recognition.parts import Part

if TYPE_CHECKING:
    from evolve.reading.catalogues.catalogue import Catalogue, Entry

__all__ = ["Cut", "cut_drafts", "cuts_of", "override"]


class Cut(NamedTuple):
    """One piece of a part that a catalogue names."""

    start: int
    """First character."""
    end: int
    """After the last character."""
    entry: "Entry"
    """What is said of it."""


def cuts_of(
    catalogue: "Catalogue", entries: Sequence["Entry"], lines: Sequence[tuple[int, str]], end: int
) -> list[Cut]:
    """Find the parts that the entries of one file name.

    Args:
        catalogue: for messages.
        entries: those of the file.
        lines: start and text of each line that is no furniture.
        end: length of the text.

    Raises:
        FormatError: a heading is not found, or parts overlap.
    """
    starts = [
        (_find(catalogue, entry, heading, lines), entry)
        for entry in entries
        for heading in entry.heading
    ]
    cuts = [Cut(*span, entry) for entry in entries for span in entry.span]
    bounds = sorted([*(start for start, _ in starts), *(cut.start for cut in cuts), end])
    cuts += [Cut(start, next(b for b in bounds if b > start), entry) for start, entry in starts]
    cuts.sort(key=lambda cut: (cut.start, cut.end))
    for before, after in itertools.pairwise(cuts):
        if after.start < before.end:
            key = "heading" if after.entry.heading else "span"
            raise catalogue.error("the part overlaps another one.", after.entry, key)
    return cuts


def _find(
    catalogue: "Catalogue", entry: "Entry", heading: str, lines: Sequence[tuple[int, str]]
) -> int:
    words = compact(heading)
    for start, text in lines:
        if words and compact(text).startswith(words):
            return start
    raise catalogue.error(f"no line of {entry.file} begins with {heading!r}.", entry, "heading")


def cut_drafts(drafts: Sequence[Draft], cuts: Sequence[Cut]) -> tuple[list[Draft], list[Span]]:
    """Give what was recognised to the parts that are named.

    Returns:
        The documents named, and the spans of what is in none of them.
    """
    contents = [
        (content, position, draft) for draft in drafts for position, content in draft.part.contents
    ]
    contents.sort(key=lambda each: each[0].start)
    found: dict[int, tuple[Entry, list[tuple[Content, int, Draft]]]] = {}
    outside: list[Span] = []
    for content, position, draft in contents:
        cut = next((cut for cut in cuts if cut.start <= content.start < cut.end), None)
        if cut is not None:
            key = min(each.start for each in cuts if each.entry is cut.entry)
            found.setdefault(key, (cut.entry, []))[1].append((content, position, draft))
        elif not isinstance(content, Break):
            outside.append((content.start, content.end))
    return [_draft(entry, held) for entry, held in found.values()], outside


def _draft(entry: "Entry", held: Sequence[tuple[Content, int, Draft]]) -> Draft:
    first = _most(held)
    contents: list[tuple[int, Content]] = []
    offset = last = 0
    for content, position, _ in held:
        if position + offset < last:
            offset = last
        last = position + offset
        contents.append((last, content))
    part = replace(first.part, contents=contents)
    return override(replace(first, part=part, notices=list(first.notices)), entry)


def _most(held: Sequence[tuple[Content, int, Draft]]) -> Draft:
    """The document recognised in most of a part."""
    sizes: dict[int, int] = {}
    for content, _, draft in held:
        sizes[id(draft)] = sizes.get(id(draft), 0) + content.end - content.start
    return max((draft for _, _, draft in held), key=lambda draft: sizes[id(draft)])


def override(draft: Draft, entry: "Entry") -> Draft:
    """Put what a catalogue says over what was recognised."""
    issuer = draft.issuer
    if entry.issuer is not None:
        issuer = issuer._replace(body=entry.issuer, guessed=False)
    if entry.jurisdiction is not None:
        issuer = issuer._replace(place=entry.jurisdiction)
    part: Part = draft.part if entry.role is None else replace(draft.part, role=entry.role)
    told = {"role": entry.role, "year": entry.period}
    answered = [name for name, value in told.items() if value is not None]
    return replace(
        draft,
        part=part,
        issuer=issuer,
        title=draft.title if entry.title is None else entry.title,
        period=entry.period or draft.period,
        published=entry.published or draft.published,
        series=entry.series or draft.series,
        completeness=entry.completeness or draft.completeness,
        notices=[
            n for n in draft.notices if not n.startswith(tuple(f"The {a} " for a in answered))
        ],
    )
