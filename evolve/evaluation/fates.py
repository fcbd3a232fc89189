"""What became of reference measures, by our threads and by the readers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from evolve.evaluation.correspondence import Correspondence, correspond
from evolve.evaluation.echoing import Heard, echo_weights, fit_echoes, heard, tell_apart
from evolve.evaluation.measures import MeasureRow, read_measures
from evolve.evaluation.readings import Readings
from evolve.evaluation.states import StateScore, describe_states, score_states
from evolve.matching import link_corpus
from evolve.matching.model import EchoWeights
from evolve.model import Corpus, Link
from evolve.reading.measures.finding import measures_of
from evolve.settings import Settings
from evolve.threading import weave
from evolve.threading.echoes.hearing import EchoModel, echo_model

__all__ = ["fit_states", "states_text", "with_measures"]


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
    own, *more = _rows(folders)
    if not own:
        return ""
    trial = _Trial.of(corpus, readings, settings)
    scores = trial.scores(own, echo_model(settings))
    return f"\n{describe_states(scores)}\n\n{trial.unseen([*own, *chain(*more)])}\n"


def fit_states(
    corpus: Corpus, readings: Readings, folders: Sequence[Path], settings: Settings
) -> EchoWeights | None:
    """The weights of echoes from all rows, or None where there are none.

    Args:
        corpus: As for :func:`states_text`.
        readings: As there.
        folders: As there.
        settings: Which weights of links.

    Raises:
        FormatError: ``measures.json`` breaks its format.
    """
    known = _Trial.of(corpus, readings, settings).heard([*chain(*_rows(folders))])
    return echo_weights(fit_echoes(known)) if known else None


def _rows(folders: Sequence[Path]) -> list[tuple[MeasureRow, ...]]:
    files = [folder / "measures.json" for folder in folders]
    return [read_measures(path) if path.exists() else () for path in files]


class _Trial:
    """A corpus with its links, to weave in more than one way."""

    def __init__(
        self, corpus: Corpus, ours: Correspondence, links: Sequence[Link], settings: Settings
    ) -> None:
        self.corpus, self.ours, self.links, self.settings = corpus, ours, links, settings
        self.measures = {item: corpus.measures_of[mine] for item, mine in ours.items.items()}

    @classmethod
    def of(cls, corpus: Corpus, readings: Readings, settings: Settings) -> "_Trial":
        """Cut measures where there are none, and link."""
        whole = corpus if corpus.measures else with_measures(corpus)
        return cls(whole, correspond(readings, whole), link_corpus(whole, settings), settings)

    def heard(self, rows: Sequence[MeasureRow]) -> list[Heard]:
        """Where readers looked for the measures of items that are here."""
        return list(heard(rows, self.ours, self.corpus, self.links, self.settings))

    def scores(self, rows: Sequence[MeasureRow], model: EchoModel) -> tuple[StateScore, ...]:
        """The states of some rows, as of the year that they name."""
        years = sorted({row.as_of for row in rows}, key=lambda year: year or 0)
        return tuple(
            score
            for year in years
            for own in [[row for row in rows if row.as_of == year]]
            for score in score_states(
                own,
                self.measures,
                weave(self._read_for(own), self.links, self.settings, model).threads,
            )
        )

    def _read_for(self, rows: Sequence[MeasureRow]) -> Corpus:
        """What had been said when the reader of some rows looked: the report of that year had not.

        Args:
            rows: All as of the same year, None for the latest document.
        """
        if rows[0].as_of is None:
            return self.corpus
        names = {self.ours.documents.get(name) for row in rows for name in row.spoken}
        names |= {self.corpus.item[self.ours.items[row.item]].document for row in rows}
        document = self.corpus.document
        last = max(document[name].moment for name in names if name in document)
        said = tuple(one for one in self.corpus.documents if one.moment <= last)
        here = {one.id for one in said}
        items = tuple(one for one in self.corpus.items if one.document in here)
        inside = {one.id for one in items}
        measures = tuple(one for one in self.corpus.measures if one.item in inside)
        return replace(self.corpus, documents=said, items=items, measures=measures)

    def unseen(self, rows: Sequence[MeasureRow]) -> str:
        """The states of each part with weights fitted on the others, beside those it has now."""
        here = [row for row in rows if row.item in self.ours.items]
        known = self.heard(here)
        lines = ["States with weights of echoes fitted elsewhere: one part left out"]
        return "\n".join([*lines, *self._left_out(here, known), "", *self._pairs(known)])

    def _left_out(self, rows: Sequence[MeasureRow], known: Sequence[Heard]) -> Iterator[str]:
        parts = list(dict.fromkeys(row.part for row in rows))
        for part in parts:
            others = [one for one in known if one.part != part]
            if not others:
                continue
            own = [row for row in rows if row.part == part]
            models = (echo_model(self.settings), fit_echoes(others))
            now, then = (self.scores(own, model)[0] for model in models)
            yield (
                f"  {part:14}{then.right}/{then.total} = {then.accuracy:.3f} right,"
                f" {now.right} with the weights in use"
            )

    def _pairs(self, known: Sequence[Heard]) -> Iterator[str]:
        """How well it is told which documents speak of which measures, pair by pair."""
        yield "Echoes with weights fitted elsewhere: one pair of documents left out"
        yield f"  {'':40}{'looked for':>10}{'precision':>11}{'recall':>8}{'log loss':>10}"
        for part, document in dict.fromkeys((one.part, one.document) for one in known):
            pair = [one for one in known if (one.part, one.document) == (part, document)]
            others = [one for one in known if (one.part, one.document) != (part, document)]
            if others:
                told = tell_apart(pair, fit_echoes(others), self.settings.echo_threshold)
                name = f"  {part} in {document}"
                yield (
                    f"{name:42}{len(pair):10}{told.precision:11.3f}{told.recall:8.3f}"
                    f"{told.log_loss:10.3f}"
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
