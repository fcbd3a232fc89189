"""The state of an item follows from its measures.

That an item goes on in the latest plan is a fact about the line of work, whatever became of the
single promises. Where the latest plan is silent, most of its measures decide, as they do where an
item looks new but most of what it promises was promised before.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from evolve.model import State
from evolve.threading.verdicts.verdict import Verdict

__all__ = ["from_measures", "tally"]


def tally(verdicts: Iterable[Verdict]) -> Mapping[State, int]:
    """How many measures stand where, in the order of the states."""
    found = Counter(verdict.state for verdict in verdicts)
    return {state: found[state] for state in State if found[state]}


def from_measures(verdict: Verdict, counts: Mapping[State, int]) -> Verdict:
    """The state of an item with its measures taken into account."""
    state = _state(verdict, counts)
    rule = verdict.rule if state is verdict.state else "measures"
    return verdict._replace(state=state, rule=rule, tally=counts)


def _state(verdict: Verdict, counts: Mapping[State, int]) -> State:
    total = sum(counts.values())
    going_on = counts.get(State.CONTINUED, 0)
    done, gone = counts.get(State.COMPLETED, 0), counts.get(State.DROPPED, 0)
    if verdict.rule == "first_seen":
        return State.CONTINUED if going_on + done > total / 2 else State.NEW
    if verdict.rule not in {"silent", "in_latest_outcome", "completed"} or not total:
        return verdict.state
    if gone > going_on + done:
        return State.CONTINUED if verdict.rule == "in_latest_outcome" else State.DROPPED
    return State.COMPLETED if done > going_on else State.CONTINUED
