"""Files and folders -> the corpus that the other stages work on."""

from collections.abc import Sequence
from pathlib import Path

from evolve.errors import InputError
from evolve.model import (
    Completeness,
    Corpus,
    Discarded,
    Document,
    FileText,
    Item,
    ItemKind,
    Measure,
    Problem,
    Section,
    Series,
    Source,
    Table,
    moment_of,
)
from evolve.progress import Progress, quiet
from evolve.reading.assemble import assemble
from evolve.reading.coverage import gaps
from evolve.reading.drafts import Draft, read_drafts
from evolve.reading.formats import SUFFIXES, RawText, find_files, read_file
from evolve.reading.ids import document_ids, series_ids
from evolve.reading.measures import measures_of
from evolve.settings import Settings

__all__ = ["read_corpus"]


def read_corpus(paths: Sequence[Path], settings: Settings, *, progress: Progress = quiet) -> Corpus:
    """Read all documents of some files and folders.

    Args:
        paths: files, folders, or ``-`` for standard input.
        settings: ``encoding`` matters here.
        progress: told after each file.

    Raises:
        InputError: nothing can be read at all.
    """
    raws, problems = _raws(paths, settings, progress)
    drafts: list[Draft] = []
    discarded: list[Discarded] = []
    for raw in raws:
        reading = read_drafts(raw)
        drafts += reading.drafts
        discarded += reading.discarded
        if not reading.drafts:
            problems.append(Problem(file=raw.file, message=_nothing(raw, undated=reading.undated)))
    if not drafts:
        raise InputError(problems[0].message if problems else "no document was found.")
    return _corpus(raws, drafts, discarded, problems)


def _nothing(raw: RawText, *, undated: bool) -> str:
    if undated:
        return f"{raw.file}: nothing tells which year it covers; name it in corpus.toml."
    return f"{raw.file}: no plan or report was recognised in it."


def _raws(
    paths: Sequence[Path], settings: Settings, progress: Progress
) -> tuple[list[RawText], list[Problem]]:
    found = [
        (name, path)
        for name, path in find_files(paths, SUFFIXES)
        if not path.stem.casefold().startswith("readme")
    ]
    raws: list[RawText] = []
    problems: list[Problem] = []
    for done, (name, path) in enumerate(found, start=1):
        try:
            for each in read_file(path, name, encoding=settings.encoding):
                if isinstance(each, Problem):
                    problems.append(each)
                else:
                    raws.append(each)
        except InputError as error:
            problems.append(Problem(file=name, message=str(error)))
        progress(done, len(found), name)
    return raws, problems


def _corpus(
    raws: Sequence[RawText],
    drafts: Sequence[Draft],
    discarded: list[Discarded],
    problems: Sequence[Problem],
) -> Corpus:
    series = series_ids(drafts)
    names = document_ids(drafts, series)
    order = sorted(
        range(len(drafts)),
        key=lambda i: (
            series[drafts[i].issuer.place, drafts[i].issuer.body],
            moment_of(drafts[i].role, drafts[i].period),
            names[i],
        ),
    )
    documents: list[Document] = []
    sections: list[Section] = []
    items: list[Item] = []
    tables: list[Table] = []
    spans: dict[str, list[tuple[int, int]]] = {raw.file: [] for raw in raws}
    for index in order:
        draft, name = drafts[index], names[index]
        made = assemble(draft.part, name, draft.raw.text)
        documents.append(_document(draft, name, series[draft.issuer.place, draft.issuer.body]))
        sections += made.sections
        items += made.items
        tables += made.tables
        spans[draft.raw.file] += [section.span for section in made.sections]
        spans[draft.raw.file] += [item.span for item in made.items]
    for piece in discarded:
        spans[piece.file].append(piece.span)
    for raw in raws:
        lost = gaps(raw.text, spans[raw.file])
        discarded += [Discarded(file=raw.file, span=span, reason="unassigned") for span in lost]
    return Corpus(
        series=_series(drafts, names, series, order),
        documents=tuple(documents),
        sections=tuple(sections),
        items=tuple(items),
        measures=_measures(documents, items),
        tables=tuple(tables),
        discarded=tuple(
            sorted(discarded, key=lambda piece: (piece.file, piece.span, piece.reason))
        ),
        problems=tuple(sorted(problems, key=lambda problem: problem.file)),
        texts=tuple(
            FileText(file=raw.file, text=raw.text) for raw in sorted(raws, key=lambda raw: raw.file)
        ),
    )


def _measures(documents: Sequence[Document], items: Sequence[Item]) -> tuple[Measure, ...]:
    own = {document.id: document for document in documents}
    return tuple(
        measure
        for item in items
        if item.kind == ItemKind.ITEM
        for measure in measures_of(item, own[item.document].role, own[item.document].period)
    )


def _document(draft: Draft, name: str, series: str) -> Document:
    raw = draft.raw
    return Document(
        id=name,
        series=series,
        title=draft.title,
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
        completeness=Completeness.FULL,
        notices=tuple(dict.fromkeys([*draft.notices, *raw.notices])),
        language=draft.language,
        number=draft.number,
    )


def _series(
    drafts: Sequence[Draft],
    names: Sequence[str],
    series: dict[tuple[str, str], str],
    order: Sequence[int],
) -> tuple[Series, ...]:
    places = {
        place: name
        for (place, _), name in sorted(series.items(), key=lambda each: each[1], reverse=True)
    }
    found: dict[str, Series] = {}
    for index in order:
        issuer = drafts[index].issuer
        name = series[issuer.place, issuer.body]
        known = found.get(name)
        parent = places.get(issuer.parent) if issuer.parent else None
        found[name] = Series(
            id=name,
            issuer=issuer.body,
            jurisdiction=issuer.place,
            documents=(*(known.documents if known else ()), names[index]),
            parent=parent or (known.parent if known else None),
        )
    return tuple(found[name] for name in sorted(found))
