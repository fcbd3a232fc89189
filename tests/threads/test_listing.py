"""Lists that people ask for: which threads, counted against what, and safe to open anywhere."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from evolve.cli import main
from evolve.exporting import timeline_bytes
from evolve.listing import FORMATS, Selection, listing_of, render
from evolve.model import Level, State, Timeline

Tell = Callable[..., Timeline]

DOCUMENTS = {
    "plan 2019": ["建设少年宫", "开展扫盲"],
    "outcome 2019": ["少年宫建成投用"],
    "plan 2020": ["开展环境整治"],
    "outcome 2020": ["环境整治稳步推进"],
    "plan 2021": ["继续开展环境整治", '=HYPERLINK("http://x","y")'],
}
TIES = [
    ("plan 2019/1", "outcome 2019/1"),
    ("plan 2020/1", "outcome 2020/1"),
    ("outcome 2020/1", "plan 2021/1"),
]


@pytest.fixture
def timeline(tell_timeline: Tell) -> Timeline:
    return tell_timeline(DOCUMENTS, TIES)


def listed(timeline: Timeline, **asked: Any) -> list[tuple[int, str, str]]:
    rows = listing_of(timeline, Selection(level=Level.MEASURE, **asked)).rows
    return [(row.year, row.state, row.quote) for row in rows if not row.item.endswith("/0")]


def test_dropped_is_dated_by_the_first_plan_that_is_silent(timeline: Timeline) -> None:
    assert listed(timeline, states={State.DROPPED}) == [(2020, "dropped", "开展扫盲")]
    assert listed(timeline, states={State.DROPPED}, since=2021) == []


def test_what_goes_on_in_other_words_is_cited_in_its_own(tell_timeline: Tell) -> None:
    documents = {"plan 2020": ["建设少年宫"], "plan 2021": ["做好少年宫安全保卫"]}
    timeline = tell_timeline(documents, [("plan 2020/1", "plan 2021/1", 0.9, False)])
    rows = listed(timeline, states={State.CONTINUED})
    assert rows[0] == (2021, "continued", "建设少年宫")


def test_completed_is_cited_where_it_is_reported(timeline: Timeline) -> None:
    assert listed(timeline, states={State.COMPLETED}) == [(2019, "completed", "少年宫建成投用")]


def test_events_have_a_row_each(timeline: Timeline) -> None:
    assert listed(timeline, events={"completed"}) == [(2019, "completed", "少年宫建成投用")]


def test_an_event_that_did_not_happen_is_a_count_of_none(timeline: Timeline) -> None:
    listing = listing_of(timeline, Selection(events=frozenset({"weakened"})))
    assert listing.summary().startswith("weakened: 0 of ")


def test_unreported_is_promised_with_an_outcome_that_is_silent(timeline: Timeline) -> None:
    assert listed(timeline, unreported=True) == [(2019, "dropped", "开展扫盲")]


def test_an_outcome_that_answers_a_target_elsewhere_is_not_silent(tell_timeline: Tell) -> None:
    documents = {
        "plan 2020": ["粮食产量达到1000万吨以上", "开展扫盲"],
        "outcome 2020": ["其他工作", "全年粮食产量1020万吨"],
    }
    timeline = tell_timeline(documents, [])
    assert [quote for *_, quote in listed(timeline, unreported=True)] == ["开展扫盲"]


def test_without_an_outcome_of_the_year_nothing_is_called_unreported(tell_timeline: Tell) -> None:
    timeline = tell_timeline({"plan 2019": ["甲"], "outcome 2021": ["乙"]})
    listing = listing_of(timeline, Selection(unreported=True))
    assert not listing.rows
    assert listing.notes == ("city: no plan has an outcome of its own year",)


def test_counts_come_with_their_denominator_and_the_provisional_apart(timeline: Timeline) -> None:
    listing = listing_of(timeline, Selection(level=Level.MEASURE, states=frozenset({State.NEW})))
    assert listing.summary() == (
        "new: 1 of 9 measure-level threads (11%); 1 settled, 0 provisional"
    )


def test_a_citation_names_document_and_place(timeline: Timeline) -> None:
    row = listing_of(timeline, Selection(states=frozenset({State.COMPLETED}))).rows[0]
    assert row.citation == "《outcome 2019》"
    assert row.reason == "2019年总结报告已完成：“少年宫建成投用”"


def test_among_items_a_single_measure_has_a_dot(timeline: Timeline) -> None:
    both, measures = (
        render(listing_of(timeline, Selection(text="少年宫", level=level)), "table", None, 100)
        for level in (None, Level.MEASURE)
    )
    assert "· 少年宫建成投用" in both
    assert "· " not in measures


def test_csv_opens_in_a_spreadsheet_and_holds_no_formula(timeline: Timeline) -> None:
    text = render(listing_of(timeline, Selection()), "csv", None, 100)
    assert text.startswith("\ufeff")
    cells = [cell for row in csv.reader(io.StringIO(text[1:])) for cell in row]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("group_by", [None, "state", "year", "section"])
def test_every_row_is_in_every_format(timeline: Timeline, form: str, group_by: str | None) -> None:
    listing = listing_of(timeline, Selection(level=Level.MEASURE))
    text = render(listing, form, group_by, 200)
    for row in listing.rows:
        assert row.quote[:10].replace("*", "") in text


def test_json_says_what_was_asked_and_counted(timeline: Timeline) -> None:
    listing = listing_of(timeline, Selection(states=frozenset({State.DROPPED}), since=2020))
    answer = json.loads(render(listing, "json", "state", 100))
    assert answer["asked"] == "dropped, since 2020"
    assert answer["settled"] + answer["provisional"] == len(answer["rows"])
    assert {row["group"] for row in answer["rows"]} <= {
        "dropped (settled)",
        "dropped (provisional)",
    }


def test_text_of_documents_cannot_steer_a_terminal_or_markdown(tell_timeline: Tell) -> None:
    timeline = tell_timeline({"plan 2021": ["\x1b[31m[link](http://x)"]})
    listing = listing_of(timeline, Selection())
    assert "\x1b" not in render(listing, "table", None, 100)
    assert "[link](" not in render(listing, "markdown", None, 100)


def test_the_command_reads_a_timeline_and_writes_only_data_to_stdout(
    timeline: Timeline, tmp_path: Path
) -> None:
    path = tmp_path / "timeline.json"
    path.write_bytes(timeline_bytes(timeline))
    asked = ["list", str(path), "--state", "dropped", "--level", "measure", "--format", "csv"]
    done = CliRunner().invoke(main, asked)
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("\ufeffthread,series,level")
    assert "9 measure-level threads" in done.stderr


def test_an_unknown_series_is_named_with_those_that_exist(
    timeline: Timeline, tmp_path: Path
) -> None:
    path = tmp_path / "timeline.json"
    path.write_bytes(timeline_bytes(timeline))
    done = CliRunner().invoke(main, ["list", str(path), "--series", "town"])
    assert done.exit_code == 2
    assert done.stderr == "evolve: no series town; there are city\n"
