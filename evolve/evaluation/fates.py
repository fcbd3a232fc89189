"""What became of reference measures, by our threads and by the readers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from evolve.evaluation.correspondence import Correspondence, correspond
from evolve.evaluation.echoing import Heard, fit_echoes, heard
from evolve.evaluation.measures import MeasureRow, read_measures
from evolve.evaluation.readings import Readings
from evolve.evaluation.states import StateScore, describe_states, score_states
from evolve.matching import link_corpus
from evolve.model import Corpus, Link
from evolve.reading.measures.finding import measures_of
from evolve.settings import Settings
from evolve.threading import weave
from evolve.threading.echoes.hearing import ECHO_MODEL, EchoModel

__all__ = ["states_text", "with_measures"]


def states_text(
    corpus: Corpus, readings: Readings, folders: Sequence[Path], settings: Settings
) -> str:
    """Accuracy and confusion table of the states of measures, beside one state for each item.

    Then the same with weights of echoes that were fitted without the rows that they are tried on.

    Args:
        corpus: Documents, ours or those of the readings; measures are cut where it has none.
        readings: What careful readers found in the same documents.
        folders: Where ``measures.json`` may stand: the readings, then more rows to fit on.
        settings: Thresholds.

    Raises:
        FormatError: ``measures.json`` breaks its format.
    """
    files = [folder / "measures.json" for folder in folders]
    rows = [read_measures(path) if path.exists() else () for path in files]
    if not rows or not rows[0]:
        return ""
    whole = corpus if corpus.measures else with_measures(corpus)
    trial = _Trial(whole, correspond(readings, whole), link_corpus(whole, settings), settings)
    every = [row for part in rows for row in part if row.item in trial.ours.items]
    scores = trial.scores(rows[0], ECHO_MODEL)
    return f"\n{describe_states(scores)}\n\n{trial.unseen(every)}\n"


class _Trial:
    """A corpus with its links, to weave in more than one way."""

    def __init__(
        self, corpus: Corpus, ours: Correspondence, links: Sequence[Link], settings: Settings
    ) -> None:
        self.corpus, self.ours, self.links, self.settings = corpus, ours, links, settings
        self.measures = {item: corpus.measures_of[mine] for item, mine in ours.items.items()}

    def scores(self, rows: Sequence[MeasureRow], model: EchoModel) -> tuple[StateScore, ...]:
        """The states of some rows, as of the year that they name."""
        return tuple(
            score
            for year in sorted({row.as_of for row in rows}, key=lambda year: year or 0)
            for score in score_states(
                [row for row in rows if row.as_of == year],
                self.measures,
                weave(self.corpus, self.links, self._as_of(year), model).threads,
            )
        )

    def _as_of(self, year: int | None) -> Settings:
        return self.settings.model_copy(update={"as_of": year}) if year else self.settings

    def unseen(self, rows: Sequence[MeasureRow]) -> str:
        """The states of each part with weights fitted on the others, beside those it has now."""
        known = list(heard(rows, self.ours, self.corpus, self.links, self.settings))
        lines = ["States with weights of echoes fitted elsewhere: one part left out"]
        return "\n".join([*lines, *self._left_out(rows, known)])

    def _left_out(self, rows: Sequence[MeasureRow], known: Sequence[Heard]) -> Iterator[str]:
        parts = list(dict.fromkeys(row.part for row in rows))
        for part in parts:
            others = [one for one in known if one.part != part]
            if not others:
                continue
            own = [row for row in rows if row.part == part]
            now, then = (self.scores(own, model)[0] for model in (ECHO_MODEL, fit_echoes(others)))
            yield (
                f"  {part:12}{then.right}/{then.total} = {then.accuracy:.3f} right,"
                f" {now.right} with the weights in use"
            )


def with_measures(corpus: Corpus) -> Corpus:
    """Cut the items of a corpus into measures."""
    measures = [
        measure
        for item in corpus.items
        for document in [corpus.document[item.document]]
        for measure in measures_of(item, document.role, document.period)
    ]
    return replace(corpus, measures=tuple(measures))
