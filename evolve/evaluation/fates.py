"""What became of reference measures, by our threads and by the readers."""

from pathlib import Path

from evolve.evaluation.correspondence import correspond
from evolve.evaluation.measures import read_measures
from evolve.evaluation.readings import Readings
from evolve.evaluation.states import describe_states, score_states
from evolve.matching import link_corpus
from evolve.model import Corpus
from evolve.reading.measures import measures_of
from evolve.settings import Settings
from evolve.threading import weave

__all__ = ["states_text", "with_measures"]


def states_text(corpus: Corpus, readings: Readings, folder: Path, settings: Settings) -> str:
    """Accuracy and confusion table of the states of measures, beside one state for each item.

    Args:
        corpus: Documents, ours or those of the readings; measures are cut where it has none.
        readings: What careful readers found in the same documents.
        folder: Where ``measures.json`` stands beside them; without it there is no text.
        settings: Thresholds.

    Raises:
        FormatError: ``measures.json`` breaks its format.
    """
    path = folder / "measures.json"
    if not path.exists():
        return ""
    whole = corpus if corpus.measures else with_measures(corpus)
    items = correspond(readings, whole).items
    woven = weave(whole, link_corpus(whole, settings), settings)
    ours = {item: whole.measures_of[mine] for item, mine in items.items()}
    return f"\n{describe_states(score_states(read_measures(path), ours, woven.threads))}\n"


def with_measures(corpus: Corpus) -> Corpus:
    """Cut the items of a corpus into measures."""
    measures = [
        measure
        for item in corpus.items
        for document in [corpus.document[item.document]]
        for measure in measures_of(item, document.role, document.period)
    ]
    fields = {name: getattr(corpus, name) for name in Corpus.model_fields}
    return Corpus(**{**fields, "measures": tuple(measures)})
