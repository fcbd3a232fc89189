"""Reference readings: what careful readers found in documents, to measure with.

A folder of readings holds ``documents.json`` (issuer, role, years and file of each document),
``items/D.jsonl`` (the items of a document in order), and ``links/A-B.json`` (links between
two documents). Each may be a CSV file instead: ``documents.csv`` (id, issuer, role, start, end),
``items/D.csv`` (id, section, text), ``links/*.csv`` (a_document, b_document, a, b, agreed,
strength). :func:`load_readings` reads them as they are; :func:`corpus_of` makes them
the input of matching, so that links can be measured apart from reading.
"""

import csv
import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from pydantic import Field, TypeAdapter, ValidationError

from evolve.errors import FormatError, InputError
from evolve.model import (
    Completeness,
    Corpus,
    Document,
    Frozen,
    Item,
    ItemKind,
    Period,
    Role,
    Series,
    Source,
)

_T = TypeVar("_T")

__all__ = ["LinkReading", "PairReading", "Readings", "corpus_of", "load_pairs", "load_readings"]


class DocumentReading(Frozen):
    """Which document was read."""

    issuer: str
    role: Role
    start: int
    end: int
    file: str = ""


class ItemReading(Frozen):
    """One item as a reader copied it."""

    id: str
    doc: str
    section: str = ""
    text: str


class LinkReading(Frozen):
    """One link that at least one reader drew."""

    a: str
    """Id of the earlier item."""
    b: str
    """Id of the later item."""
    agreed: bool = True
    """False: possible, counts neither for nor against."""
    strength: str = "core"
    """``core`` (same line of work), ``part`` (a specific measure in common) or both."""
    evidence: tuple[tuple[str, str], ...] = ()
    """Verbatim clauses."""


class PairReading(Frozen):
    """All links between two documents; a pair of items that is not listed is no link."""

    a_document: str
    b_document: str
    links: tuple[LinkReading, ...]
    places: dict[str, tuple[str, int]] = Field(default_factory=dict)
    """Where items stand that are in no reading: the name of a file, and a place in its text."""

    @property
    def name(self) -> str:
        """Both documents."""
        return f"{self.a_document} → {self.b_document}"


@dataclass(frozen=True, slots=True)
class Readings:
    """A folder of readings."""

    documents: dict[str, DocumentReading]
    items: dict[str, tuple[ItemReading, ...]]
    """By document, in order."""
    pairs: tuple[PairReading, ...]
    """Sorted by name."""


class _Pair(PairReading, extra="ignore"):
    """A pair as it stands in a file, which may hold readings of other kinds too."""


def _parse(kind: type[_T], path: Path, text: str) -> _T:
    try:
        return TypeAdapter(kind).validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise FormatError(f"{path}: {place or 'the file'}: {first['msg']}") from error


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: no reference reading can be read here: {error}") from error


def _table(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file by the names in its first row; empty cells are left out."""
    rows = csv.DictReader(_read(path).removeprefix("\ufeff").splitlines())
    return [{key: cell for key, cell in row.items() if key and cell} for row in rows]


def _documents(folder: Path) -> dict[str, DocumentReading]:
    table = folder / "documents.csv"
    if not table.exists():
        index = folder / "documents.json"
        return _parse(dict[str, DocumentReading], index, _read(index))
    rows = {row.pop("id", ""): row for row in _table(table)}
    return _parse(dict[str, DocumentReading], table, json.dumps(rows))


def _items(folder: Path, name: str) -> tuple[ItemReading, ...]:
    table = folder / f"{name}.csv"
    if table.exists():
        rows = [{"doc": name} | row for row in _table(table)]
        return tuple(_parse(list[ItemReading], table, json.dumps(rows)))
    path = folder / f"{name}.jsonl"
    return tuple(_parse(ItemReading, path, line) for line in _read(path).splitlines() if line)


def _pairs(path: Path) -> list[PairReading]:
    """The links of a CSV file, one a row, of as many pairs of documents as there are in it."""
    groups: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in _table(path):
        ends = row.pop("a_document", ""), row.pop("b_document", "")
        groups.setdefault(ends, []).append(row)
    found = [{"a_document": a, "b_document": b, "links": rows} for (a, b), rows in groups.items()]
    return list(_parse(list[_Pair], path, json.dumps(found)))


def load_pairs(folder: Path) -> tuple[PairReading, ...]:
    """Read the links of a folder of reference readings.

    Raises:
        InputError: a file is unreadable.
        FormatError: a file breaks the format; the message names file and place.
    """
    paths = sorted((folder / "links").glob("*.json"))
    pairs = [_parse(_Pair, path, _read(path)) for path in paths]
    tables = [one for path in sorted((folder / "links").glob("*.csv")) for one in _pairs(path)]
    return (*pairs, *tables)


def load_readings(folder: Path) -> Readings:
    """Read a folder of reference readings.

    Raises:
        InputError: The folder has no ``documents.json`` or a file is unreadable.
        FormatError: A file breaks the format; the message names file and place.
    """
    documents = _documents(folder)
    items = {name: _items(folder / "items", name) for name in documents}
    return Readings(documents, items, load_pairs(folder))


def _document(name: str, reading: DocumentReading) -> Document:
    return Document(
        id=name,
        series=reading.issuer,
        title=name,
        issuer=reading.issuer,
        jurisdiction=reading.issuer,
        role=Role.MULTI_YEAR_PLAN if reading.end > reading.start else reading.role,
        period=Period(start=reading.start, end=reading.end),
        published=None,
        source=Source(file=reading.file, sha256="", format="txt", encoding=None, span=(0, 0)),
        completeness=Completeness.FULL,
        notices=(),
    )


def _item(reading: ItemReading, start: int) -> Item:
    return Item(
        id=reading.id,
        document=reading.doc,
        kind=ItemKind.ITEM,
        label="",
        path=(reading.section,) if reading.section else (),
        heading=reading.text.partition("。")[0],
        text=reading.text,
        span=(start, start + len(reading.text)),
    )


def _series(documents: Sequence[Document]) -> tuple[Series, ...]:
    return tuple(
        Series(id=key, issuer=key, jurisdiction=key, documents=tuple(d.id for d in group))
        for key, group in groupby(documents, key=lambda d: d.series)
    )


def corpus_of(readings: Readings) -> Corpus:
    """Make a corpus of the items that readers found."""
    documents = sorted(
        (_document(*pair) for pair in readings.documents.items()),
        key=lambda document: (document.series, document.moment, document.id),
    )
    items = [_item(item, 0) for document in documents for item in readings.items[document.id]]
    return Corpus(
        series=_series(documents),
        documents=tuple(documents),
        sections=(),
        items=tuple(items),
        measures=(),
        tables=(),
        discarded=(),
    )
