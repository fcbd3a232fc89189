"""Files and folders -> the corpus that the other stages work on."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from evolve.errors import InputError
from evolve.model import (
    Corpus,
    Discarded,
    Document,
    FileText,
    Item,
    ItemKind,
    Measure,
    Series,
    Source,
    Span,
    moment_of,
)
from evolve.progress import Progress, quiet
from evolve.reading.assemble import assemble
from evolve.reading.assembly import Assembly
from evolve.reading.coverage import gaps
from evolve.reading.draft import Draft
from evolve.reading.ids import document_ids, series_ids, usual_name, with_issuers
from evolve.reading.measures.finding import measures_of
from evolve.reading.sources import Found, read_sources
from evolve.reading.versions import latest_versions
from evolve.settings import Settings

__all__ = ["corpus_of", "read_corpus"]


def read_corpus(paths: Sequence[Path], settings: Settings, *, progress: Progress = quiet) -> Corpus:
    """Read all documents of some files and folders, and what ``corpus.toml`` says of them.

    Args:
        paths: files, folders, or ``-`` for standard input.
        settings: ``encoding`` matters here.
        progress: told after each file.

    Raises:
        InputError: nothing can be read at all.
        FormatError: a catalogue is wrong.
    """
    return corpus_of(read_sources(paths, settings, progress))


def corpus_of(found: Found) -> Corpus:
    """Name the documents and put them in order.

    Raises:
        InputError: there is none.
    """
    drafts, superseded = latest_versions(with_issuers(found.drafts))
    if not drafts:
        raise InputError(
            found.problems[0].message if found.problems else "no document was found in the files."
        )
    series = series_ids(drafts)
    names = document_ids(drafts, series)
    rows = sorted(zip(series, names, drafts, strict=True), key=_time_order)
    documents = tuple(_document(draft, name, own) for own, name, draft in rows)
    made = [assemble(draft.part, name, draft.raw.text) for _, name, draft in rows]
    items = tuple(item for assembly in made for item in assembly.items)
    return Corpus(
        series=_series(rows),
        documents=documents,
        sections=tuple(section for assembly in made for section in assembly.sections),
        items=items,
        measures=_measures(documents, items),
        tables=tuple(table for assembly in made for table in assembly.tables),
        discarded=_discarded(found, documents, made, superseded),
        problems=tuple(sorted(found.problems, key=lambda problem: problem.file)),
        texts=tuple(
            FileText(file=raw.file, text=raw.text)
            for raw in sorted(found.raws, key=lambda raw: raw.file)
        ),
    )


def _time_order(row: tuple[str, str, Draft]) -> tuple[str, tuple[int, int, int], str]:
    series, name, draft = row
    return series, moment_of(draft.role, draft.period, draft.shown_title), name


def _measures(documents: Sequence[Document], items: Sequence[Item]) -> tuple[Measure, ...]:
    own = {document.id: document for document in documents}
    return tuple(
        measure
        for item in items
        if item.kind == ItemKind.ITEM
        for measure in measures_of(item, own[item.document].role, own[item.document].period)
    )


def _discarded(
    found: Found,
    documents: Sequence[Document],
    made: Sequence[Assembly],
    superseded: Sequence[Draft],
) -> tuple[Discarded, ...]:
    """All that is in no document: set aside, superseded, or unassigned."""
    pieces = list(found.discarded)
    for draft in superseded:
        old = assemble(draft.part, "", draft.raw.text)
        spans = [*(section.span for section in old.sections), *(item.span for item in old.items)]
        pieces += [
            Discarded(file=draft.raw.file, span=span, reason="superseded version") for span in spans
        ]
    covered: dict[str, list[Span]] = {raw.file: [] for raw in found.raws}
    for document, assembly in zip(documents, made, strict=True):
        covered[document.source.file] += [section.span for section in assembly.sections]
        covered[document.source.file] += [item.span for item in assembly.items]
    for piece in pieces:
        covered[piece.file].append(piece.span)
    for raw in found.raws:
        lost = gaps(raw.text, covered[raw.file])
        pieces += [Discarded(file=raw.file, span=span, reason="unassigned") for span in lost]
    return tuple(sorted(pieces, key=lambda piece: (piece.file, piece.span, piece.reason)))


def _document(draft: Draft, name: str, series: str) -> Document:
    raw = draft.raw
    return Document(
        id=name,
        series=series,
        title=draft.shown_title,
        issuer=draft.issuer.body,
        jurisdiction=draft.issuer.place,
        role=draft.role,
        period=draft.period,
        published=draft.published,
        source=Source(
            file=raw.file,
            sha256=raw.sha256,
            format=raw.format,
            encoding=raw.encoding,
            span=draft.span,
        ),
        completeness=draft.completeness,
        notices=draft.all_notices,
        language=draft.language,
        number=draft.number,
        supersedes=draft.supersedes,
    )


def _series(rows: Sequence[tuple[str, str, Draft]]) -> tuple[Series, ...]:
    """The documents of one issuer in time order; a district stands under its city."""
    places: dict[str, str] = {}
    for series, _, draft in rows:
        places.setdefault(draft.issuer.place, series)
    found = []
    for series, group in groupby(rows, key=lambda row: row[0]):
        own = list(group)
        drafts = [draft for _, _, draft in own]
        above = [
            places[parent]
            for draft in drafts
            if (parent := draft.issuer.parent) and parent in places
        ]
        found.append(
            Series(
                id=series,
                issuer=usual_name(drafts),
                jurisdiction=drafts[0].issuer.place,
                documents=tuple(name for _, name, _ in own),
                parent=above[-1] if above else None,
            )
        )
    return tuple(found)
