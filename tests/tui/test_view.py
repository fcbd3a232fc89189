"""Texts in cells, filters, signs, rows: what needs no terminal."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve.cells import width
from evolve.model import QuantityKind, Role, Timeline
from tests.tui.sample import sample
from tui.screens.taking import _letter
from tui.strings import TEXTS, Language, Words
from tui.view.chart import plot
from tui.view.columns import Column
from tui.view.glyphs import ASCII, UNICODE, Cell
from tui.view.index import Index
from tui.view.matrix import cell_of, column_heads
from tui.view.place import Place, View
from tui.view.query import Matcher, Query
from tui.view.scene import Scene
from tui.view.sources import source_of
from tui.view.spark import number, sparkline
from tui.view.taking import exported
from tui.view.text import Block, Run, fit, lay, line_width, marked, plain

TEXT = st.text(st.sampled_from("政策演进，。《》“”（）abc 123\x1b[/]…"), max_size=60)
SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4)


@given(TEXT, TEXT, st.integers(4, 60))
def test_a_fitted_line_has_just_its_width(first: str, second: str, columns: int) -> None:
    line = fit((Run(first), Run(second)), columns)
    assert line_width(line) == columns
    assert "\x1b" not in plain(line)


@given(TEXT, st.integers(8, 60), st.integers(0, 3))
def test_no_line_of_a_block_is_wider_than_the_page(text: str, columns: int, indent: int) -> None:
    for line in lay([Block((Run(text),), indent, 1)], columns).lines:
        assert line_width(line) <= columns


@given(TEXT, SPANS)
def test_marking_changes_no_text(text: str, spans: list[tuple[int, int]]) -> None:
    assert plain(marked((Run(text),), iter(spans), "hit")) == text


@pytest.mark.parametrize(
    ("query", "found"),
    [("", [0, 1, 2]), ("集团", [0, 2]), ("集团 学前", [2]), ("~集团化办法", [0]), ("没有", [])],
)
def test_filter(query: str, found: list[int]) -> None:
    assert Matcher(query)(["推进集团化办学", "普惠", "学前教育集团"]) == found


def test_the_report_on_a_year_and_the_review_of_several_have_signs_of_their_own() -> None:
    columns = (Column(2020, 2016, Role.OUTCOME, {}), Column(2020, 2020, Role.OUTCOME, {}))
    years, signs = column_heads(columns, Words(Language.CHINESE), 3)
    assert plain(years).split() == ["20", "20"]
    assert plain(signs).split() == ["顾", "总"]


def test_values_of_a_facet_are_alternatives() -> None:
    query = Query().toggled("state", "new").toggled("state", "dropped").toggled("role", "plan")
    assert query.chosen("state") == {"new", "dropped"}
    assert query.toggled("role", "plan").chosen("role") == frozenset()


@pytest.mark.parametrize(
    ("before", "step", "after"),
    [
        ("", "2022", "2022"),
        ("2022", "2024", "2022 2023 2024"),
        ("2022 2023", "2021", "2021 2022 2023"),
        ("2021 2022 2023", "2023", "2021 2022"),
        ("2021 2022 2023", "2022", "2022"),
        ("2022", "2022", ""),
    ],
)
def test_a_range_is_drawn_to_a_year(before: str, step: str, after: str) -> None:
    scale = ("2021", "2022", "2023", "2024")
    query = Query().ranged("year", before.split()).stretched("year", step, scale)
    assert query.chosen("year") == set(after.split())


def test_signs_differ_and_are_one_cell_wide() -> None:
    for glyphs in (UNICODE, ASCII):
        signs = [*glyphs.states.values(), *glyphs.cells.values(), *glyphs.bars]
        assert {width(sign) for sign in signs} == {1}
        assert len(set(glyphs.states.values())) == 4
        assert len(set(glyphs.cells.values())) == len(Cell)
    assert all(sign.isascii() for sign in (*ASCII.states.values(), *ASCII.cells.values()))


def test_every_text_is_in_both_languages() -> None:
    for key, (chinese, english) in TEXTS.items():
        assert chinese, key
        assert english, key
        assert chinese.count("{") == english.count("{"), key


def test_sparkline_and_numbers() -> None:
    assert sparkline([1, 3, 2, 1], UNICODE)[:2] == "▁█"
    assert [number(70_000), number(58.2), number(300_000_000)] == ["7万", "58.2", "3亿"]
    assert [number(1_860_000_000), number(5_236e8), number(12_345.6)] == [
        "18.6亿",
        "5236亿",
        "12345.6",
    ]


def test_the_frame_of_a_plot_is_straight_beside_figures_with_ideographs(timeline: Timeline) -> None:
    observations = tuple(
        replace(timeline.indicators[0].observations[0], year=year, value=value, kind=kind)
        for year, value, kind in (
            (2021, 1.86e9, QuantityKind.ACTUAL),
            (2022, 2e9, QuantityKind.TARGET),
        )
    )
    drawn = plot(replace(timeline.indicators[0], observations=observations), 60, UNICODE)
    lines = [plain(line) for line in drawn]
    assert any(line.startswith("18.6亿┤") for line in lines)
    framed = [line for line in lines if line[-1:] in "│┐┘"]
    assert len({width(line) for line in framed}) == 1


def test_cells_tell_presence_absence_and_what_cannot_be_seen(timeline: Timeline) -> None:
    index = Index(timeline)
    by_series = {t.series: t for t in reversed(index.item_threads)}
    seen = {cell_of(index, by_series["guangzhou"], column) for column in index.columns}
    elsewhere = {cell_of(index, by_series["dongguan"], column) for column in index.columns}
    assert {Cell.PLAN, Cell.ABSENT, Cell.UNOBSERVABLE} <= seen
    assert elsewhere == {Cell.PLAN, Cell.UNOBSERVABLE}


VIEWS = [view for view in View if view not in {View.THREAD, View.DOCUMENT, View.PAIR}]


@pytest.fixture(scope="module")
def scene() -> Scene:
    return Scene(Index(sample()), Words(Language.CHINESE), UNICODE)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("columns", [40, 63, 118])
def test_every_row_of_every_view_fits(scene: Scene, view: View, columns: int) -> None:
    source = source_of(scene, Place(view))
    for row in source.listing(Query(), frozenset()).rows:
        assert line_width(source.line(row, columns, toggled=False)) <= columns


def test_every_choice_of_what_to_copy_has_a_letter_of_its_own() -> None:
    names = ("text", "text2", "citation", "citation2", "thread", "thread2", "page")
    assert len({_letter(name) for name in names}) == len(names)


@pytest.mark.parametrize("form", ["csv", "md", "json"])
def test_every_view_can_be_exported(scene: Scene, form: str) -> None:
    for view in VIEWS:
        source = source_of(scene, Place(view))
        assert exported(source, source.listing(Query(), frozenset()).rows, form)


@pytest.mark.parametrize(
    ("unit", "told"), [("%", "加强 +4 个百分点"), ("所", "加强 +5%")], ids=["share", "count"]
)
def test_the_change_of_a_share_is_told_in_points(unit: str, told: str) -> None:
    timeline = sample()
    one = timeline.indicators[0]
    seen = [
        replace(one.observations[0], kind=QuantityKind.TARGET, year=year, value=value)
        for year, value in ((2021, 80.0), (2025, 84.0))
    ]
    found = replace(one, unit=unit, observations=tuple(seen))
    changed = timeline.model_copy(update={"indicators": (found,)})
    scene = Scene(Index(changed), Words(Language.CHINESE), UNICODE)
    source = source_of(scene, Place(View.INDICATORS))
    row = source.listing(Query(), frozenset()).rows[-1]
    blocks = [block for block in source.page(row, Query()).blocks if isinstance(block, Block)]
    assert any(told in plain(block.runs) for block in blocks)
