"""In which documents readers found the work of a measure, from the rows of a reference reading.

A row says so itself (``spoken``), or names the items where the reader found it: ``outcome`` and
``next`` of the one document each that came after, null where there is nothing; ``earliest`` and
``latest`` of all that came before. What lies between these two, and a row on which the readers
differ, says nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

__all__ = ["spoken_in"]


def spoken_in(rows: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, bool]]:
    """For each row of a part, the documents in which its work was found, and was not."""
    after = {name: documents[0] for name in ("outcome", "next") if (documents := _in(rows, name))}
    before = sorted({*_in(rows, "earliest"), *_in(rows, "latest")})
    for row in rows:
        if "spoken" in row:
            yield dict(row["spoken"])
        elif not row["agreed"]:
            yield {}
        elif "earliest" in row and "latest" in row:
            yield dict(_between(before, row["earliest"], row["latest"]))
        else:
            yield {after[name]: row[name] is not None for name in after if name in row}


def _in(rows: Sequence[Mapping[str, Any]], name: str) -> list[str]:
    return [_document(row[name]) for row in rows if row.get(name)]


def _document(found: Mapping[str, str]) -> str:
    """The document of an item, whose id begins with it."""
    return found["item"].rsplit("-", 1)[0]


def _between(
    documents: Sequence[str], earliest: Mapping[str, str] | None, latest: Mapping[str, str] | None
) -> Iterator[tuple[str, bool]]:
    """What the first and the last document that speak of it tell of all.

    The names of documents sort in time order: they begin with issuer and year.
    """
    ends = [_document(found) for found in (earliest, latest) if found]
    for document in documents:
        if document in ends or not ends or not ends[0] < document < ends[-1]:
            yield document, document in ends
