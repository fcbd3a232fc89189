"""Chains: one line of work has at most one member in a document, and its id never changes."""

from collections.abc import Callable
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from evolve.model import Level, Link, LinkType, Relation, Thread
from evolve.threading import Weave
from evolve.threading.lines.chains import chains
from evolve.threading.lines.strands import Node, strand

Story = Callable[..., Weave]


def item_threads(woven: Weave) -> dict[str, Thread]:
    items = [thread for thread in woven.threads if thread.level is Level.ITEM]
    return {thread.id: thread for thread in items if not thread.id.endswith("/0")}


def test_a_secondary_link_stays_beside_the_chain(tell: Story) -> None:
    woven = tell(
        {"plan 2020": ["甲"], "plan 2021": ["甲一", "甲二"]},
        [("plan 2020/1", "plan 2021/1"), ("plan 2020/1", "plan 2021/2", 0.9, False)],
    )
    whole, part = item_threads(woven).values()
    assert [entry.members for entry in whole.entries] == [("plan 2020/1",), ("plan 2021/1",)]
    assert whole.entries[1].also == ("plan 2021/2",)
    assert [event.type for event in whole.events if event.type == "split"] == ["split"]
    assert part.state.value == "continued"


def test_what_was_merged_is_not_dropped(tell: Story) -> None:
    woven = tell(
        {"plan 2020": ["甲", "乙"], "plan 2021": ["甲乙"], "plan 2022": ["甲乙"]},
        [
            ("plan 2020/1", "plan 2021/1"),
            ("plan 2020/2", "plan 2021/1", 0.9, False),
            ("plan 2020/2", "plan 2022/1", 0.9, False),
            ("plan 2021/1", "plan 2022/1"),
        ],
    )
    threads = item_threads(woven)
    assert threads["t/plan 2020/2"].state.value == "continued"
    assert "merged" in [event.type for event in threads["t/plan 2020/1"].events]


def test_a_gap_is_bridged_only_by_a_strong_link(tell: Story) -> None:
    documents = {"plan 2020": ["甲"], "plan 2021": ["其他"], "plan 2022": ["甲"]}
    weak = tell(documents, [("plan 2020/1", "plan 2022/1", 0.6)])
    assert len(item_threads(weak)) == 3
    strong = tell(documents, [("plan 2020/1", "plan 2022/1", 0.9)])
    thread = item_threads(strong)["t/plan 2020/1"]
    assert [entry.document for entry in thread.entries] == ["plan 2020", "plan 2022"]
    assert [event.type for event in thread.events] == ["resumed"]


def test_a_yearly_target_passes_over_a_figure_of_something_else(tell: Story) -> None:
    woven = tell(
        {
            "plan 2020": ["地区生产总值增长8%左右"],
            "outcome 2020": ["服务业占生产总值比重提高2个百分点"],
            "plan 2021": ["地区生产总值增长7%"],
        },
        [("plan 2020/1", "outcome 2020/1", 0.5), ("plan 2020/1", "plan 2021/1", 0.9)],
    )
    thread = next(one for one in woven.threads if one.id == "t/plan 2020/1/m1")
    members = [entry.members for entry in thread.entries if entry.members]
    assert members == [("plan 2020/1/m1",), ("plan 2021/1/m1",)]
    assert "weakened" in [event.type for event in thread.events]


@st.composite
def _drawn(draw: st.DrawFn) -> tuple[list[Node], list[tuple[str, str, float]]]:
    sizes = draw(st.lists(st.integers(1, 3), min_size=2, max_size=5))
    nodes = [
        Node(f"{place}/{number}", "", place, place * 10 + number, "")
        for place, size in enumerate(sizes)
        for number in range(size)
    ]
    pairs = [(a.id, b.id) for a, b in combinations(nodes, 2) if a.place < b.place]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=12))
    return nodes, [(a, b, draw(st.floats(0.5, 1))) for a, b in chosen]


def _chained(nodes: list[Node], ties: list[tuple[str, str, float]]) -> list[tuple[str, ...]]:
    links = [
        Link(
            level=Level.ITEM,
            source=source,
            target=target,
            relation=Relation.CARRIED_ON,
            type=LinkType.SAME,
            score=score,
            primary=True,
            signals={},
            evidence=(),
        )
        for source, target, score in ties
    ]
    return chains(strand(Level.ITEM, (), nodes, links), 0.7)


@given(_drawn())
def test_chains_share_out_all_nodes_and_run_forward_in_time(
    drawn: tuple[list[Node], list[tuple[str, str, float]]],
) -> None:
    nodes, ties = drawn
    found = _chained(nodes, ties)
    assert sorted(node for chain in found for node in chain) == sorted(node.id for node in nodes)
    for chain in found:
        places = [node.split("/")[0] for node in chain]
        assert places == sorted(set(places))


@given(_drawn())
def test_a_later_document_never_changes_the_chains_before_it(
    drawn: tuple[list[Node], list[tuple[str, str, float]]],
) -> None:
    nodes, ties = drawn
    last = max(node.place for node in nodes)
    early = [node for node in nodes if node.place < last]
    known = {node.id for node in early}
    before = _chained(early, [tie for tie in ties if tie[1] in known])
    after = _chained(nodes, ties)
    cut = [tuple(node for node in chain if node in known) for chain in after]
    assert [chain for chain in cut if chain] == before
