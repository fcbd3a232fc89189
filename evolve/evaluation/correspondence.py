"""Which of our documents and items are those of a reference reading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from evolve.evaluation.readings import DocumentReading, ItemReading, PairReading, Readings
from evolve.model import Corpus, Document, Item, Role
from evolve.text import normalize

__all__ = ["Correspondence", "correspond", "located"]

_ISSUER = 50.0
_TEXT = 80.0


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Ids of a reading and ours."""

    documents: Mapping[str, str]
    """Our document by the reading's."""
    items: Mapping[str, str]
    """Our item by the reading's."""
    read: frozenset[str]
    """Our items that a reader had in sight: those of a reading; all where it names our ids."""
    missing: tuple[str, ...]
    """What of the reading we do not have, one sentence each."""


def _document(reading: DocumentReading, documents: Sequence[Document]) -> Document | None:
    """The document of the same years and direction whose issuer is most alike."""
    fitting = [
        document
        for document in documents
        if (document.period.start, document.period.end) == (reading.start, reading.end)
        and (document.role is Role.OUTCOME) == (reading.role is Role.OUTCOME)
    ]
    names = [document.issuer + document.jurisdiction for document in fitting]
    found = process.extractOne(
        reading.issuer, names, scorer=fuzz.partial_ratio, score_cutoff=_ISSUER
    )
    return fitting[found[2]] if found else None


def _items(readings: Sequence[ItemReading], ours: Sequence[Item]) -> dict[str, str]:
    """Items by their text: the same, or nearly the same."""
    texts = [normalize(item.text) for item in ours]
    whole = {text: item.id for text, item in zip(texts, ours, strict=True)}
    found = {}
    for reading in readings:
        text = normalize(reading.text)
        if text not in whole:
            near = process.extractOne(text, texts, scorer=fuzz.ratio, score_cutoff=_TEXT)
            text = near[0] if near else text
        if text in whole:
            found[reading.id] = whole[text]
    return found


def correspond(readings: Readings, corpus: Corpus) -> Correspondence:
    """Find the documents of a reading by issuer, role and years, and its items by their text.

    A reading may also name our documents and items by our own ids.
    """
    documents = {document.id: document.id for document in corpus.documents}
    items = {item.id: item.id for item in corpus.items}
    read = set(items)
    missing = []
    for name, reading in readings.documents.items():
        ours = _document(reading, corpus.documents)
        if ours is None:
            missing.append(f"{name}: no document of {reading.issuer} for {reading.start} is here")
            continue
        documents[name] = ours.id
        found = _items(readings.items[name], corpus.items_of[ours.id])
        items |= found
        read -= {item.id for item in corpus.items_of[ours.id]} - set(found.values())
        lost = [item.id for item in readings.items[name] if item.id not in found]
        missing.extend(f"{item}: no item of {ours.id} has this text" for item in lost)
    return Correspondence(documents, items, frozenset(read), tuple(missing))


def located(pair: PairReading, corpus: Corpus) -> dict[str, str]:
    """Find the items that a pair names by their places, however our ids have changed since."""
    files: dict[str, list[Item]] = {}
    for item in corpus.items:
        name = corpus.document[item.document].source.file.rpartition("/")[2]
        files.setdefault(name, []).append(item)
    return {
        name: item.id
        for name, (file, place) in pair.places.items()
        for item in files.get(file, ())
        if item.span[0] <= place < item.span[1]
    }
