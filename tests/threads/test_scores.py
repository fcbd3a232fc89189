"""States are scored against readers row by row, beside one state for the whole item."""

from collections.abc import Callable

from evolve.evaluation.measures import MeasureRow
from evolve.evaluation.states import describe_states, score_states
from evolve.model import Timeline

Tell = Callable[..., Timeline]


def row(item: str, text: str, *states: str) -> MeasureRow:
    return MeasureRow("plan2020", item, text, states, agreed=len(states) == 1)


def test_states_are_compared_with_the_readers(tell_timeline: Tell) -> None:
    timeline = tell_timeline(
        {"plan 2020": ["建设市少年宫", "开展扫盲"], "outcome 2020": ["市少年宫建成投用"]},
        [("plan 2020/1", "outcome 2020/1")],
    )
    rows = [
        row("plan 2020/1", "建设少年宫", "completed"),
        row("plan 2020/2", "开展扫盲", "continued"),
        row("plan 2020/2", "完全不同的事情", "dropped"),
        row("plan 2020/1", "建设少年宫", "completed", "dropped"),
    ]
    measures = {measure.item: [measure] for measure in timeline.measures}
    ours, naive = score_states(rows, measures, timeline.threads)
    assert (ours.right, ours.total) == (1, 3)
    assert ours.confusion["completed", "completed"] == 1
    assert ours.confusion["dropped", "not found"] == 1
    assert naive.way == "item"
    assert describe_states([ours]).startswith(
        "plan2020, state of its own thread: 1/3 = 0.333 right\n"
    )
