"""The seeds, against the reference readings."""

import json
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from evolve.model import Corpus, ItemKind, Role, Table
from evolve.reading import read_corpus
from evolve.reading.coverage import gaps
from evolve.settings import Settings
from evolve.text import compact

ROOT = Path(__file__).parents[2]
READINGS = ROOT / "tests" / "readings"

DOCUMENTS = {
    "gz2017plan": "guangzhou-2017-plan",
    "gz2020out": "guangzhou-2020-outcome",
    "gz2021plan": "guangzhou-2021-plan",
    "gz2024out": "guangzhou-2024-outcome",
    "gz2025plan": "guangzhou-2025-plan",
    "dg2021plan": "dongguan-2021-plan",
    "hz2021plan": "haizhu-2021-2025-plan",
}


@cache
def seeds() -> Corpus:
    return read_corpus([ROOT / "seeds"], Settings())


def table(number: int) -> Table:
    return seeds().tables[number]


@pytest.mark.parametrize(("reading", "document"), DOCUMENTS.items())
def test_every_reference_item_is_found_with_exactly_its_text(reading: str, document: str) -> None:
    lines = (READINGS / "items" / f"{reading}.jsonl").read_text("utf-8").splitlines()
    wanted = [compact(json.loads(line)["text"]) for line in lines]
    found = [compact(item.text) for item in seeds().items_of[document]]
    if document != "haizhu-2021-2025-plan":  # of the five-year plan three chapters are listed
        assert found == wanted
    assert [text for text in found if text in wanted] == wanted


@pytest.mark.parametrize(("reading", "document"), DOCUMENTS.items())
def test_issuer_role_and_period_are_those_of_the_reference(reading: str, document: str) -> None:
    reference = json.loads((READINGS / "documents.json").read_text("utf-8"))[reading]
    found = seeds().document[document]
    assert found.issuer.startswith(reference["issuer"])
    assert (found.period.start, found.period.end) == (reference["start"], reference["end"])
    assert (found.role == Role.OUTCOME) == (reference["role"] == "outcome")


def test_titles_are_printed_or_made() -> None:
    assert {document.id: document.title for document in seeds().documents} == {
        "dongguan-2021-plan": "东莞市教育局2021年工作要点",
        "guangzhou-2017-plan": "广州市教育局2017年工作要点",
        "guangzhou-2020-outcome": "广州市教育局2020年工作总结",
        "guangzhou-2021-plan": "广州市教育局2021年工作要点",
        "guangzhou-2024-outcome": "2024年广州教育工作总结",
        "guangzhou-2025-plan": "2025年广州教育工作要点",
        "haizhu-2016-2020-outcome": "“十三五”教育事业发展回顾",
        "haizhu-2021-2025-plan": "广州市海珠区教育事业发展第十四个五年规划(2021-2025年)",
    }


def test_series_are_one_a_body_and_a_district_stands_under_its_city() -> None:
    assert {series.id: series.parent for series in seeds().series} == {
        "dongguan": None,
        "guangzhou": None,
        "haizhu": "guangzhou",
    }


def test_a_number_printed_twice_is_told_and_the_ids_go_on() -> None:
    document = seeds().document["guangzhou-2020-outcome"]
    assert any("(三) is printed twice" in notice for notice in document.notices)
    labels = {item.id: item.label for item in seeds().items_of[document.id]}
    assert labels["guangzhou-2020-outcome/1.3"] == labels["guangzhou-2020-outcome/1.4"] == "(三)"


def test_the_indicators_are_read_with_unit_kind_baseline_and_target() -> None:
    rows = table(0).rows
    assert len(rows) == 35
    assert [row.number for row in rows] == [str(number) for number in range(1, 36)]
    assert sum(row.binding == "约束性" for row in rows) == 21
    first, crowded = rows[0], rows[20]
    assert (first.name, first.unit, first.group) == ("学前教育毛入园率", "%", "学前教育")
    assert [(v.year, v.kind.value, v.operator, v.value) for v in first.values] == [
        (2020, "baseline", "=", 118.7),
        (2025, "target", ">", 100.0),
    ]
    assert (crowded.name, crowded.unit, crowded.binding) == ("区级以上骨干班主任", "人", "预期性")
    assert rows[26].values[0].value is None


def test_the_figures_of_a_table_stand_where_their_spans_say() -> None:
    text = seeds().item[table(0).item].text
    for row in table(0).rows:
        for value in row.values:
            assert text[slice(*value.span)] == value.text


def test_the_table_of_new_schools_keeps_its_rows() -> None:
    schools = table(1)
    assert schools.title == "海珠区“十四五”时期新建学校、幼儿园规划及新增学位情况"
    assert schools.header == ("新建项目", "项目名称", "学位数")
    assert len(schools.cells) == 28
    assert schools.cells[0] == ("幼儿园", "江燕路项目配套幼儿园", "270")
    assert schools.cells[-1] == ("完全中学", "高中学位小计", "1200")


def test_nothing_is_lost_and_nothing_is_left_unassigned() -> None:
    corpus = seeds()
    file_of = {document.id: document.source.file for document in corpus.documents}
    for text in corpus.texts:
        spans = [s.span for s in corpus.sections if file_of[s.document] == text.file]
        spans += [i.span for i in corpus.items if file_of[i.document] == text.file]
        spans += [piece.span for piece in corpus.discarded if piece.file == text.file]
        assert gaps(text.text, spans) == []
    assert "unassigned" not in {piece.reason for piece in corpus.discarded}


def test_items_of_a_file_do_not_overlap() -> None:
    corpus = seeds()
    file_of = {document.id: document.source.file for document in corpus.documents}
    for text in corpus.texts:
        spans = sorted(i.span for i in corpus.items if file_of[i.document] == text.file)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_what_sums_up_and_what_is_wrong_is_no_item() -> None:
    kinds = {
        item.text[:4]: item.kind
        for item in seeds().items
        if item.document == "guangzhou-2020-outcome" and item.kind != ItemKind.ITEM
    }
    assert kinds == {
        "2020": ItemKind.PREAMBLE,
        "同时,严": ItemKind.CLOSING,
        "在工作中": ItemKind.DIAGNOSIS,
    }
