"""Reference readings: what careful readers found in documents, to measure with.

A folder of readings holds ``documents.json`` (issuer, role, years and file of each document),
``items/D.jsonl`` (the items of a document in order), and ``links/A-B.json`` (links between
two documents). Each may be a CSV file instead: ``documents.csv`` (id, issuer, role, start, end),
``items/D.csv`` (id, section, text), ``links/*.csv`` (a_document, b_document, a, b, agreed,
strength). :func:`load_readings` reads them as they are; :func:`corpus_of` makes them
the input of matching, so that links can be measured apart from reading.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from pydantic import Field

from evolve.evaluation.tables import as_json, parsed, read_text, table
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


class Shown(Frozen, extra="ignore"):
    """Two items that a reader was asked about."""

    a: str
    b: str


class PairReading(Frozen):
    """The links between two documents; a pair of items that is not listed is no link."""

    a_document: str
    b_document: str
    links: tuple[LinkReading, ...]
    places: dict[str, tuple[str, int]] = Field(default_factory=dict)
    """Where items stand that are in no reading: the name of a file, and a place in its text."""
    answers: tuple[Shown, ...] | None = None
    """The pairs that a reader was asked about, as ``evolve label`` writes them; of others nothing
    is known. Null where the reader saw all."""

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


def _documents(folder: Path) -> dict[str, DocumentReading]:
    path, index = folder / "documents.csv", folder / "documents.json"
    if not path.exists():
        if not index.exists() and (folder / "links").is_dir():
            return {}
        return parsed(dict[str, DocumentReading], read_text(index), str(index))
    found = {}
    for row in table(path, ("id", "issuer", "role", "start", "end"), ("file",)):
        name = row.cells.pop("id", "")
        found[name] = parsed(DocumentReading, as_json(row), f"{path}: line {row.line}")
    return found


def _items(folder: Path, name: str) -> tuple[ItemReading, ...]:
    path = folder / f"{name}.csv"
    if path.exists():
        rows = table(path, ("id", "text"), ("section",))
        told = [(row.line, as_json(row._replace(cells={"doc": name} | row.cells))) for row in rows]
    else:
        path = folder / f"{name}.jsonl"
        lines = enumerate(read_text(path).split("\n"), 1)
        told = [(number, line) for number, line in lines if line.strip()]
    return tuple(parsed(ItemReading, text, f"{path}: line {line}") for line, text in told)


def _pairs(path: Path) -> Iterator[PairReading]:
    """The links of a file: one pair of documents in JSON, one link a row in a table."""
    if path.suffix == ".json":
        yield parsed(_Pair, read_text(path), str(path))
        return
    for row in table(path, ("a_document", "b_document", "a", "b"), ("agreed", "strength")):
        ends = {end: row.cells.pop(end, "") for end in ("a_document", "b_document")}
        where = f"{path}: line {row.line}"
        yield PairReading(**ends, links=(parsed(LinkReading, as_json(row), where),))


def _together(pairs: Iterable[PairReading]) -> Iterator[PairReading]:
    """What several files or rows say of the same two documents as one, each link once."""
    groups: dict[frozenset[str], list[PairReading]] = defaultdict(list)
    for pair in pairs:
        groups[frozenset((pair.a_document, pair.b_document))].append(pair)
    for group in groups.values():
        links: dict[frozenset[str], LinkReading] = {}
        for link in (link for pair in group for link in pair.links):
            known = links.setdefault(frozenset((link.a, link.b)), link)
            if link.agreed and not known.agreed:
                links[frozenset((link.a, link.b))] = link
        asked = [pair.answers for pair in group]
        answers = None if None in asked else tuple(one for some in asked for one in some or ())
        places = {name: place for pair in group for name, place in pair.places.items()}
        found = {"links": tuple(links.values()), "places": places, "answers": answers}
        yield group[0].model_copy(update=found)


def load_pairs(folder: Path) -> tuple[PairReading, ...]:
    """Read the links of a folder of reference readings.

    Of links that are drawn twice the one that is agreed counts.

    Raises:
        InputError: a file is unreadable.
        FormatError: a file breaks the format; the message names file and place.
    """
    files = [
        path for kind in ("json", "csv") for path in sorted((folder / "links").glob(f"*.{kind}"))
    ]
    return tuple(_together(pair for path in files for pair in _pairs(path)))


def load_readings(folder: Path) -> Readings:
    """Read a folder of reference readings.

    Without a list of documents the links name documents and items by our own ids.

    Raises:
        InputError: the folder has neither documents nor links, or a file is unreadable.
        FormatError: a file breaks the format; the message names file and place.
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
