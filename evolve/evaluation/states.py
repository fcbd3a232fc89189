"""Whether the states of measures are those that careful readers give them.

Each agreed row of the reference measures is looked up among ours (the one that shares most of
its characters, in the same item), and the state of its thread is compared with the readers'. The
same is done with what a user would do otherwise: give every measure the state of its whole item.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import LCSseq

from evolve.evaluation.measures import MeasureRow, digest_of
from evolve.model import Certainty, Level, Measure, Modality, State, Thread

__all__ = ["NOT_FOUND", "StateScore", "describe_states", "our_measure", "score_states"]

NOT_FOUND = "not found"
"""Stands for our state where no measure of ours is the reader's."""


@dataclass(frozen=True)
class StateScore:
    """How often one way of giving states agrees with the readers, for one part of the rows."""

    part: str
    """``plan2021`` (completed, continued, dropped), ``plan2025`` (new, continued) ..."""
    way: str
    """``threads`` or ``item`` (one state for the whole item)."""
    confusion: Mapping[tuple[str, str], int]
    """Number of rows by the readers' state and ours."""
    sure: Mapping[Certainty, tuple[int, int]] = field(default_factory=dict)
    """Of the rows with each certainty: how many are right, and how many there are."""

    @property
    def total(self) -> int:
        """Rows on which both readers agree."""
        return sum(self.confusion.values())

    @property
    def right(self) -> int:
        """Rows where ours is the readers'."""
        return sum(count for (theirs, ours), count in self.confusion.items() if theirs == ours)

    @property
    def accuracy(self) -> float:
        """Part of the rows that are right."""
        return self.right / self.total if self.total else 1.0


def score_states(
    rows: Iterable[MeasureRow],
    measures: Mapping[str, Sequence[Measure]],
    threads: Sequence[Thread],
) -> tuple[StateScore, ...]:
    """Compare the states of both levels with the readers', for each part of the rows.

    Args:
        rows: Reference measures; those on which the readers differ are left out.
        measures: Our measures by the item of the reading.
        threads: Woven from the same documents.
    """
    agreed = [row for row in rows if row.agreed]
    by_level = {level: _states(threads, level) for level in Level}
    return tuple(
        score
        for part in sorted({row.part for row in agreed})
        for score in _score([row for row in agreed if row.part == part], measures, by_level)
    )


def _score(
    rows: Sequence[MeasureRow],
    measures: Mapping[str, Sequence[Measure]],
    states: Mapping[Level, Mapping[str, tuple[State, Certainty]]],
) -> tuple[StateScore, StateScore]:
    labels = {row.states[0] for row in rows}
    own: Counter[tuple[str, str]] = Counter()
    naive: Counter[tuple[str, str]] = Counter()
    sure: dict[Certainty, tuple[int, int]] = {}
    for row in rows:
        there = measures.get(row.item, ())
        measure = our_measure(row, there)
        found = states[Level.MEASURE].get(measure.id) if measure else None
        ours = _label(found, labels)
        own[row.states[0], ours] += 1
        if found:
            right, total = sure.get(found[1], (0, 0))
            sure[found[1]] = right + (ours == row.states[0]), total + 1
        whole = states[Level.ITEM].get(there[0].item) if there else None
        naive[row.states[0], _label(whole, labels)] += 1
    part = rows[0].part
    return StateScore(part, "threads", own, sure), StateScore(part, "item", naive)


def _states(threads: Iterable[Thread], level: Level) -> dict[str, tuple[State, Certainty]]:
    return {
        member: (thread.state, thread.certainty)
        for thread in threads
        if thread.level is level
        for entry in thread.entries
        for member in entry.members
    }


def our_measure(row: MeasureRow, measures: Iterable[Measure]) -> Measure | None:
    """The measure that shares most with a row, where it shares most of either's characters."""
    real = [one for one in measures if one.modality is not Modality.SLOGAN]
    if row.digest:
        return next((one for one in real if digest_of(one.text) == row.digest), None)
    common = {one.id: LCSseq.similarity(row.text, one.text) for one in real}
    near = [one for one in real if common[one.id] > min(len(row.text), len(one.text)) / 2]
    return max(near, key=lambda one: (common[one.id], -len(one.text)), default=None)


def _label(found: tuple[State, Certainty] | None, labels: set[str]) -> str:
    """Our state in the readers' words: where they have no ``completed``, it was seen before."""
    if found is None:
        return NOT_FOUND
    state, _ = found
    if state is State.COMPLETED and state.value not in labels:
        return State.CONTINUED.value
    return state.value


def describe_states(scores: Sequence[StateScore]) -> str:
    """Accuracy and confusion table of each part, the naive answer beside ours."""
    return "\n\n".join(_describe(score) for score in scores)


def _describe(score: StateScore) -> str:
    names = {"threads": "state of its own thread", "item": "one state for the whole item"}
    share = f"{score.right}/{score.total} = {score.accuracy:.3f}"
    columns = sorted({ours for _, ours in score.confusion})
    rows = sorted({theirs for theirs, _ in score.confusion})
    width = max(map(len, [*columns, *rows, "readers \\ ours"]))
    lines = [f"{score.part}, {names[score.way]}: {share} right"]
    lines.append("  ".join(text.rjust(width) for text in ["readers \\ ours", *columns]))
    for theirs in rows:
        cells = [str(score.confusion.get((theirs, ours), 0)) for ours in columns]
        lines.append("  ".join(text.rjust(width) for text in [theirs, *cells]))
    lines += [
        f"{certainty.value}: {right} of {total} right"
        for certainty, (right, total) in sorted(score.sure.items(), reverse=True)
    ]
    return "\n".join(lines)
