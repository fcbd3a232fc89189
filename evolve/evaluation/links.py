"""Links against reference links."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from evolve.evaluation.correspondence import Correspondence, located
from evolve.evaluation.fitting import Labelled
from evolve.evaluation.readings import PairReading, Readings
from evolve.evaluation.scores import Counts, average_precision
from evolve.matching.block import Block, Scored, score_block
from evolve.matching.blocks import blocks
from evolve.matching.vectors import Floats
from evolve.model import Corpus
from evolve.settings import Settings

__all__ = ["Judged", "judge", "judge_all", "lost"]


@dataclass(frozen=True, slots=True)
class Judged:
    """The scored pairs of two documents beside what the readers say of them."""

    name: str
    block: Block
    scored: Scored
    labelled: Labelled
    wanted: int
    """Links that the readers drew, those among no candidates too."""
    whole: bool = True
    """Whether a reader saw all pairs of items, and not only some."""

    @property
    def counts(self) -> Counts:
        """How many links are right at the settings."""
        found = self.scored.accepted & ~self.labelled.open
        return Counts(int((found & self.labelled.linked).sum()), int(found.sum()), self.wanted)

    @property
    def score(self) -> Floats:
        """Probabilities of the candidates that count."""
        return self.scored.score[~self.labelled.open]

    @property
    def truth(self) -> Floats:
        """One for each of them that the readers linked."""
        return self.labelled.truth

    @property
    def average_precision(self) -> float:
        """Over all links that the readers drew."""
        return average_precision(self.score, self.truth, self.wanted)

    @property
    def candidate_recall(self) -> float:
        """Share of the readers' links that were looked at closely."""
        return float(self.labelled.linked.sum() / self.wanted) if self.wanted else 1.0


def label(pair: PairReading, ours: Correspondence, block: Block, scored: Scored) -> Labelled:
    """Say of each candidate what the readers say of it; where an item is unread, nothing."""
    keys = [
        frozenset((block.source.ids[i], block.target.ids[j]))
        for i, j in zip(scored.candidates.source, scored.candidates.target, strict=True)
    ]
    drawn: dict[bool, set[frozenset[str]]] = {True: set(), False: set()}
    for link in pair.links:
        if link.a in ours.items and link.b in ours.items:
            drawn[link.agreed].add(frozenset((ours.items[link.a], ours.items[link.b])))
    asked = _asked(pair, ours)

    def is_open(key: frozenset[str]) -> bool:
        unread = not key <= ours.read or (asked is not None and key not in asked)
        return key not in drawn[True] and (key in drawn[False] or unread)

    linked = np.array([key in drawn[True] for key in keys], dtype=bool)
    possible = np.array([is_open(key) for key in keys], dtype=bool)
    return Labelled(pair.name, scored.candidates, linked, possible)


def _asked(pair: PairReading, ours: Correspondence) -> set[frozenset[str]] | None:
    """The pairs of our items that a reader was asked about; null for all."""
    if pair.answers is None:
        return None
    ends = ((ours.items.get(one.a, one.a), ours.items.get(one.b, one.b)) for one in pair.answers)
    return {frozenset(pair) for pair in ends}


def judge(pair: PairReading, ours: Correspondence, block: Block) -> Judged:
    """Score a pair of documents and lay the readers' links beside it."""
    scored = score_block(block)
    labelled = label(pair, ours, block, scored)
    wanted = sum(link.agreed for link in pair.links)
    return Judged(pair.name, block, scored, labelled, wanted, pair.answers is None)


def judge_all(
    pairs: Sequence[PairReading], ours: Correspondence, corpus: Corpus, settings: Settings
) -> Iterator[Judged]:
    """Judge every pair of documents of a reading that the corpus has."""
    wanted = {
        frozenset((ours.documents[pair.a_document], ours.documents[pair.b_document])): pair
        for pair in pairs
        if pair.a_document in ours.documents and pair.b_document in ours.documents
    }
    found = {}
    chosen = blocks(corpus, settings, lambda one, other: frozenset((one.id, other.id)) in wanted)
    for block in chosen:
        pair = wanted[frozenset(block.names)]
        items = {k: v for k, v in ours.items.items() if k not in pair.places}
        known = replace(ours, items=items | located(pair, corpus))
        found[pair.name] = judge(pair, known, block)
    yield from (found[pair.name] for pair in pairs if pair.name in found)


def lost(
    pairs: Sequence[PairReading], readings: Readings, ours: Correspondence, corpus: Corpus
) -> Iterator[str]:
    """Say what of the links cannot be measured, one sentence each.

    Documents and items that are in the readings and not in the corpus are told elsewhere.

    Args:
        pairs: Links.
        readings: What was read beside them.
        ours: Which of our documents and items are meant.
        corpus: Our documents.
    """
    known = {item.id for items in readings.items.values() for item in items}
    for pair in pairs:
        names = [pair.a_document, pair.b_document]
        if unknown := [name for name in names if name not in ours.documents]:
            if told := [name for name in unknown if name not in readings.documents]:
                yield f"{pair.name}: no document {' and no document '.join(told)} is here"
            continue
        items = {**ours.items, **located(pair, corpus)}
        documents = {ours.documents[name] for name in names}
        for end in dict.fromkeys(end for link in pair.links for end in (link.a, link.b)):
            if end not in items and end not in known:
                yield f"{pair.name}: no item {end} is here"
            elif end in items and corpus.item[items[end]].document not in documents:
                yield f"{pair.name}: {end} stands in another document"
