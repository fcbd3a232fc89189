"""What was recognised in each file, for ``evolve documents``."""

from collections import Counter
from dataclasses import asdict, dataclass

from evolve.model import Corpus, Document, ItemKind, Span
from evolve.reading.coverage import share_of

__all__ = ["DocumentReport", "FileReport", "report_of"]


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """One document of a file."""

    id: str
    """Id of the document."""
    role: str
    """``plan``, ``outcome`` or ``multi_year_plan``."""
    start: int
    """First year covered."""
    end: int
    """Last year covered."""
    issuer: str
    """The body that speaks."""
    jurisdiction: str
    """The place that it speaks for."""
    title: str
    """Title."""
    published: str | None
    """Date of publication."""
    number: str | None
    """Document number."""
    language: str
    """``zh`` or ``en``."""
    items: int
    """Points that are threaded."""
    others: dict[str, int]
    """Number of other pieces by kind."""
    sections: int
    """Headings."""
    supersedes: tuple[str, ...]
    """Files with earlier versions."""
    notices: tuple[str, ...]
    """What was odd or guessed."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file."""

    file: str
    """Its name."""
    format: str
    """Its format; empty where nothing was recognised."""
    encoding: str | None
    """Its encoding."""
    characters: int
    """Non-blank characters."""
    accounted: float
    """Share of them in items, sections or pieces set aside; 1 means that nothing is lost."""
    in_documents: float
    """Share of them in items and sections."""
    discarded: dict[str, int]
    """Number of pieces set aside, by reason."""
    documents: tuple[DocumentReport, ...]
    """What it holds."""

    def as_json(self) -> dict[str, object]:
        """The report as plain values, shares with four digits."""
        values = asdict(self)
        values["accounted"] = round(self.accounted, 4)
        values["in_documents"] = round(self.in_documents, 4)
        return values


def report_of(corpus: Corpus) -> list[FileReport]:
    """Tell what was recognised, file by file."""
    own: dict[str, list[Document]] = {text.file: [] for text in corpus.texts}
    for document in corpus.documents:
        own[document.source.file].append(document)
    held = _held(corpus)
    kinds: dict[str, Counter[ItemKind]] = {each.id: Counter() for each in corpus.documents}
    for item in corpus.items:
        kinds[item.document][item.kind] += 1
    sections = Counter(section.document for section in corpus.sections)
    aside: dict[str, list[tuple[Span, str]]] = {file: [] for file in own}
    for piece in corpus.discarded:
        aside[piece.file].append((piece.span, piece.reason))
    found = []
    for text in corpus.texts:
        documents = sorted(own[text.file], key=lambda document: document.source.span)
        spans = [span for document in documents for span in held[document.id]]
        inside = share_of(text.text, spans)
        everything = share_of(text.text, [*spans, *(span for span, _ in aside[text.file])])
        reasons = Counter(reason for _, reason in aside[text.file])
        told = tuple(_document(each, kinds[each.id], sections[each.id]) for each in documents)
        source = documents[0].source if documents else None
        found.append(
            FileReport(
                file=text.file,
                format=source.format if source else "",
                encoding=source.encoding if source else None,
                characters=everything.total,
                accounted=everything.ratio,
                in_documents=inside.ratio,
                discarded=dict(sorted(reasons.items())),
                documents=told,
            )
        )
    return found


def _held(corpus: Corpus) -> dict[str, list[Span]]:
    held: dict[str, list[Span]] = {document.id: [] for document in corpus.documents}
    for section in corpus.sections:
        held[section.document].append(section.span)
    for item in corpus.items:
        held[item.document].append(item.span)
    return held


def _document(document: Document, kinds: Counter[ItemKind], sections: int) -> DocumentReport:
    return DocumentReport(
        id=document.id,
        role=document.role.value,
        start=document.period.start,
        end=document.period.end,
        issuer=document.issuer,
        jurisdiction=document.jurisdiction,
        title=document.title,
        published=document.published.isoformat() if document.published else None,
        number=document.number,
        language=document.language,
        items=kinds[ItemKind.ITEM],
        others={kind.value: n for kind, n in sorted(kinds.items()) if kind != ItemKind.ITEM},
        sections=sections,
        supersedes=document.supersedes,
        notices=document.notices,
    )
