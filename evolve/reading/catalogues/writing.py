"""What was recognised, written as a ``corpus.toml`` for a person to correct."""

import json
import re
from collections.abc import Iterator, Sequence

from evolve.model import Corpus, Document, Span
from evolve.reading.catalogues.catalogue import NAME
from evolve.text import compact

__all__ = ["catalogue_text"]

_HEAD = f"""\
# {NAME}: what stands here counts more than what is recognised.
#
# Correct a value, or remove a line to have it recognised again. A line that begins
# with # only tells what was odd. `evolve documents` shows what comes of it.
#
# heading  first words of the line where a document begins; it goes on to where the next
#          document of the file begins. Several, as a list, where another one interrupts it.
# span     instead of heading: [first character, character after the last], or a list of these.
# role     "plan", "outcome" (a report) or "multi_year_plan".
# period   one year, or [first, last].
# More keys: published (2025-04-23) and completeness ("full" or "partial").

# Files to pass over; * stands for anything.
skip = []
"""
_LINE = re.compile(r"\S.*")
_SHORTEST, _LONGEST = 14, 60


def catalogue_text(corpus: Corpus) -> str:
    """Write a catalogue that gives the same corpus again."""
    entries = [_entry(corpus, document) for document in _in_print_order(corpus)]
    return "\n".join([_HEAD, *entries])


def _in_print_order(corpus: Corpus) -> list[Document]:
    return sorted(
        corpus.documents, key=lambda document: (document.source.file, document.source.span)
    )


def _entry(corpus: Corpus, document: Document) -> str:
    lines = ["[[document]]", *(f"# {notice}" for notice in document.notices)]
    lines.append(f"file = {_string(document.source.file)}")
    lines += _selector(corpus, document)
    lines.append(f"issuer = {_string(document.issuer)}")
    lines.append(f"jurisdiction = {_string(document.jurisdiction)}")
    lines.append(f"series = {_string(document.series)}")
    lines.append(f"role = {_string(document.role.value)}")
    period = document.period
    years = f"{period.start}" if period.start == period.end else f"[{period.start}, {period.end}]"
    lines.append(f"period = {years}")
    lines.append(f"title = {_string(document.title)}")
    return "\n".join([*lines, ""])


def _string(text: str) -> str:
    """A basic string of TOML, whose escapes are those of JSON."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _selector(corpus: Corpus, document: Document) -> Iterator[str]:
    """Where the document begins, if its file holds others too."""
    file = document.source.file
    if sum(other.source.file == file for other in corpus.documents) == 1:
        return
    text = next(each.text for each in corpus.texts if each.file == file)
    pieces = [piece for owner, piece in _pieces(corpus, file) if owner == document.id]
    aside = {piece.span[0] for piece in corpus.discarded if piece.file == file}
    headings = [_heading(text, start, aside) for start, _ in pieces]
    if all(headings):
        words = [_string(heading) for heading in headings]
        yield f"heading = {words[0] if len(words) == 1 else '[' + ', '.join(words) + ']'}"
    else:
        spans = [f"[{start}, {end}]" for start, end in pieces]
        yield f"span = [{', '.join(spans)}]"


def _pieces(corpus: Corpus, file: str) -> list[tuple[str, Span]]:
    """Runs of one document in a file: its id, and where the run begins and ends."""
    own = {document.id for document in corpus.documents if document.source.file == file}
    held = [(s.span, s.document) for s in corpus.sections if s.document in own]
    held += [(i.span, i.document) for i in corpus.items if i.document in own]
    pieces: list[tuple[str, Span]] = []
    for (start, end), owner in sorted(held):
        if pieces and pieces[-1][0] == owner:
            first, last = pieces[-1][1]
            pieces[-1] = owner, (first, max(last, end))
        else:
            pieces.append((owner, (start, end)))
    return pieces


def _heading(text: str, start: int, aside: set[int]) -> str:
    """The fewest first words of a line that no earlier one begins with; empty if there are none."""
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)].strip()
    before = [
        compact(match[0]) for match in _LINE.finditer(text, 0, start) if match.start() not in aside
    ]
    for length in range(min(_SHORTEST, len(line)), min(_LONGEST, len(line)) + 1):
        words = line[:length].strip()
        if words and not _taken(before, compact(words)):
            return words
    return ""


def _taken(lines: Sequence[str], words: str) -> bool:
    return any(line.startswith(words) for line in lines)
