"""Figures through the years: what is joined, what is kept apart, what is judged."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from evolve.evaluation.comparable import joined, read_comparable
from evolve.evaluation.promises import promises_text
from evolve.evaluation.readings import corpus_of, load_readings
from evolve.model import (
    Completeness,
    Corpus,
    Direction,
    Document,
    Indicator,
    Item,
    ItemKind,
    Level,
    Link,
    LinkType,
    Period,
    QuantityKind,
    Relation,
    Role,
    Series,
    Source,
    Table,
    TableRow,
    TableValue,
)
from evolve.reading.measures.finding import measures_of
from evolve.threading.indicators.following import indicators_of

READINGS = Path(__file__).parents[1] / "readings"


def document(name: str, role: Role, start: int, end: int | None = None) -> Document:
    return Document(
        id=name, series="c", title=f"《{name}》", issuer="甲市教育局", jurisdiction="甲市",
        role=role, period=Period(start=start, end=end or start), published=None,
        source=Source(file="f", sha256="", format="txt", encoding=None, span=(0, 0)),
        completeness=Completeness.FULL, notices=(),
    )  # fmt: skip


def item(document: Document, number: int, text: str, kind: ItemKind = ItemKind.ITEM) -> Item:
    return Item(
        id=f"{document.id}/{number}", document=document.id, kind=kind, label="", path=(),
        heading="", text=text, span=(0, len(text)),
    )  # fmt: skip


def corpus(*texts: tuple[Document, Sequence[str]], tables: Sequence[Table] = ()) -> Corpus:
    documents = tuple(one for one, _ in texts)
    items = [item(one, number, text) for one, own in texts for number, text in enumerate(own, 1)]
    of = {one.id: one for one in documents}
    items += [
        replace(item(of[table.document], 99, "表", ItemKind.TABLE), id=table.item)
        for table in tables
    ]
    return Corpus(
        series=(
            Series(id="c", issuer="甲市教育局", jurisdiction="甲市", documents=tuple(of)),
        ),
        documents=documents,
        sections=(),
        items=tuple(items),
        measures=tuple(
            measure
            for one in items
            if one.kind is ItemKind.ITEM
            for measure in measures_of(one, of[one.document].role, of[one.document].period)
        ),
        tables=tuple(tables),
        discarded=(),
    )  # fmt: skip


P21, O21 = document("p21", Role.PLAN, 2021), document("o21", Role.OUTCOME, 2021)
P22, O22 = document("p22", Role.PLAN, 2022), document("o22", Role.OUTCOME, 2022)
O23 = document("o23", Role.OUTCOME, 2023)
M25 = document("m25", Role.MULTI_YEAR_PLAN, 2021, 2025)


def indicators(
    *texts: tuple[Document, Sequence[str]], links: Sequence[Link] = ()
) -> list[Indicator]:
    whole = corpus(*texts)
    return list(indicators_of(whole, whole.documents, links))


def link(source: str, target: str) -> Link:
    return Link(
        level=Level.ITEM, source=source, target=target, relation=Relation.REPORTED,
        type=LinkType.SAME, score=0.9, primary=True, signals={}, evidence=(),
    )  # fmt: skip


def shown(indicator: Indicator) -> list[tuple[int | None, str, float | None]]:
    return [(o.year, o.kind.value, o.value) for o in indicator.observations]


def test_wordings_that_differ_in_order_and_neutral_words_are_one_indicator() -> None:
    [found] = indicators(
        (P21, ["适龄残疾儿童少年义务教育入学率达95%以上。"]),
        (O21, ["全市义务教育阶段残疾儿童入学率达到97%。"]),
    )
    assert shown(found) == [(2021, "target", 95.0), (2021, "actual", 97.0)]
    assert [(r.year, r.result) for r in found.results] == [(2021, "exceeded")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("小学教师本科以上学历占比90%。", "初中教师本科以上学历占比95%。"),
        ("公办幼儿园学位新增3000个。", "公办幼儿园学位累计30000个。"),
        ("农村公路管护里程500公里。", "农村公路管护资金500万元。"),
        ("教育经费投入24亿元。", "教育经费投入增长8%。"),
        ("全省职业院校在校生80万人。", "全市职业院校在校生80万人。"),
    ],
)
def test_other_scopes_units_and_bases_are_never_joined(one: str, other: str) -> None:
    assert indicators((O21, [one]), (O22, [other])) == []


def test_yearly_flows_are_kept_apart_from_those_of_five_years() -> None:
    assert (
        indicators((P21, ["新增公办幼儿园学位3000个。"]), (M25, ["新增公办幼儿园学位2万个。"]))
        == []
    )


def test_a_doubt_leaves_two_indicators_that_name_each_other() -> None:
    one, other = indicators(
        (O21, ["中职学校双师型专任教师占比60%。"]),
        (P22, ["中职学校双师型教师占比70%。"]),
        (O22, ["中职学校双师型专任教师占比65%，中职学校双师型教师占比72%。"]),
        (P21, ["中职学校双师型教师占比58%。"]),
    )
    assert one.notes == ()
    assert other.notes == ()
    one, other = indicators(
        (O21, ["中职学校双师型专任教师占比60%。"]),
        (O22, ["中职学校双师型专任教师占比65%。"]),
        (P21, ["中职学校双师型教师占比58%。"]),
        (P22, ["中职学校双师型教师占比70%。"]),
    )
    assert "可能是同一指标" in one.notes[0]
    assert "可能是同一指标" in other.notes[0]


def test_a_bare_rate_joins_the_one_that_its_item_speaks_of() -> None:
    [found] = indicators(
        (O21, ["推进办学条件达标工程。整体达标率达78%。"]),
        (P22, ["确保办学条件整体达标率不低于90%。"]),
    )
    assert shown(found) == [(2021, "actual", 78.0), (2022, "target", 90.0)]
    assert "按上下文并入" in found.notes[0]


def test_a_short_name_needs_items_that_speak_of_the_same_work() -> None:
    texts = (P21, ["引进高层次人才50人。"]), (O21, ["引进高层次人才61人。"])
    assert indicators(*texts) == []
    [found] = indicators(*texts, links=[link("p21/1", "o21/1")])
    assert [r.result for r in found.results] == ["exceeded"]


def test_figures_of_an_opening_paragraph_are_followed_too() -> None:
    whole = corpus((P21, ["城镇新增就业20万人以上。"]), (O21, []))
    opening = item(O21, 0, "2021年，全市城镇新增就业23万人。", ItemKind.PREAMBLE)
    [found] = indicators_of(replace(whole, items=(*whole.items, opening)), whole.documents, ())
    assert shown(found) == [(2021, "target", 200_000.0), (2021, "actual", 230_000.0)]
    assert [r.result for r in found.results] == ["exceeded"]


def test_a_look_back_over_five_years_inside_a_report_of_one_is_kept_apart() -> None:
    found = indicators(
        (
            O21,
            ["2021年城镇新增就业23万人。\n过去五年，成绩显著。一是就业稳定。城镇新增就业110万人。"],
        ),
        (O22, ["城镇新增就业24万人。"]),
    )
    assert [shown(one) for one in found] == [[(2021, "actual", 2.3e5), (2022, "actual", 2.4e5)]]


def test_what_is_only_striven_for_is_not_what_a_year_is_judged_by() -> None:
    [found] = indicators(
        (P21, ["完成交通固定资产投资18亿元以上，力争突破20亿元。"]),
        (O21, ["完成交通固定资产投资18.7亿元。"]),
    )
    assert [(r.target, r.result) for r in found.results] == [("18亿元以上", "exceeded")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("65岁以上老年人健康管理率71%。", "65岁及以上老年人健康管理率72%。"),
        ("卫生健康固定资产投资21亿元。", "卫生健康领域固定资产投资22亿元。"),
    ],
)
def test_small_words_make_no_other_indicator(one: str, other: str) -> None:
    [found] = indicators((O21, [one]), (O22, [other]))
    assert len(found.observations) == 2


def test_new_places_of_linked_items_are_followed() -> None:
    texts = (P21, ["新增床位1000张。"]), (O21, ["新增床位1060张。"])
    assert indicators(*texts) == []
    assert len(indicators(*texts, links=[link("p21/1", "o21/1")])) == 1


def test_the_sum_of_several_years_is_no_level_of_the_last() -> None:
    [found] = indicators(
        (O22, ["2018至2022年，各级教育经费总投入达148亿元，从2018年的28亿元上升至2022年的31亿元。"])
    )
    assert shown(found) == [(2018, "baseline", 28e8), (2022, "actual", 31e8)]


def test_a_single_year_inside_a_report_of_five_is_that_year() -> None:
    five = document("o17", Role.OUTCOME, 2017, 2021)
    [found] = indicators(
        (P21, ["城镇新增就业20万人以上。"]),
        (five, ["五年累计城镇新增就业110万人。2021年，城镇新增就业23万人。"]),
    )
    assert [r.result for r in found.results] == ["exceeded"]


def test_figures_that_do_not_tell_which_is_which_are_not_followed() -> None:
    assert (
        indicators(
            (O21, ["城乡低保平均标准分别提高13%和17%。"]),
            (O22, ["城乡低保平均标准分别提高9%和14%。"]),
        )
        == []
    )


def test_doubts_are_found_among_many_indicators_in_little_time() -> None:
    parts = product("甲乙丙丁戊", "农林牧渔矿", "东南西北中")
    names = [f"{''.join(part)}服务点覆盖率" for part in parts]
    one, other = ([f"{name}达到{value}%。" for name in names] for value in (60, 70))
    found = indicators((O21, one), (O22, other))
    assert len(found) == len(names)
    assert all("措辞相近" in indicator.notes[0] for indicator in found)


@pytest.mark.parametrize("piece", ["新增学位1个、", "过去五年增长1%，", "分别1%和2%", "由1个到2个"])
def test_a_flood_of_figures_is_followed_in_linear_time(piece: str) -> None:
    indicators((P21, [piece * (10_000 // len(piece))]), (O21, [piece * (10_000 // len(piece))]))


def test_a_statistic_is_known_by_its_name_wherever_it_stands() -> None:
    [found] = indicators((O21, ["粮食产量5.3亿吨。"]), (O22, ["粮食产量达到6亿吨。"]))
    assert shown(found) == [(2021, "actual", 5.3e8), (2022, "actual", 6e8)]


def test_units_of_one_dimension_are_converted_and_said_to_be() -> None:
    [found] = indicators(
        (O21, ["粮食产量5.3亿吨。"]), (O22, ["粮食产量1.2万亿斤。"]), (O23, ["粮食产量6.1亿吨。"])
    )
    assert found.unit == "吨"
    assert [(o.value, o.text) for o in found.observations] == [
        (5.3e8, "5.3亿吨"),
        (6e8, "1.2万亿斤"),
        (6.1e8, "6.1亿吨"),
    ]
    assert found.notes == ("“斤”的数已换算为“吨”。",)


def test_a_shortened_name_is_followed_by_the_figure_that_it_starts_from() -> None:
    before = (P21, ["城乡居民医保财政补助标准提高到320元。"])
    [found] = indicators(before, (P22, ["财政补助标准由320元提高到380元。"]))
    assert shown(found) == [
        (2021, "target", 320.0),
        (2021, "baseline", 320.0),
        (2022, "target", 380.0),
    ]
    assert found.name == "城乡居民医保财政补助标准"
    [other] = indicators(before, (P22, ["财政补助标准由300元提高到380元。"]))
    assert other.name == "财政补助标准"


def test_an_indicator_tells_what_it_adds_up() -> None:
    [found] = indicators((O21, ["农村贫困人口减少900万人。"]), (O22, ["农村贫困人口减少800万人。"]))
    assert (found.basis, found.falls, found.covers) == ("new", True, "year")
    [found] = indicators((O21, ["农产品产量年均增长9%。"]), (O22, ["农产品产量年均增长8%。"]))
    assert (found.basis, found.falls, found.covers) == ("growth", False, "yearly_average")


def test_a_code_is_two_targets_where_a_document_of_the_series_explains_it() -> None:
    found = indicators(
        (O21, ["完成“5080”任务，公办幼儿园占比51%，普惠性幼儿园占比87%。"]),
        (P22, ["巩固“5080”成果。"]),
    )
    assert [one.name for one in found] == ["公办幼儿园占比", "普惠性幼儿园占比"]
    assert shown(found[0]) == [
        (2021, "actual", 51.0), (2021, "target", 50.0), (2022, "target", 50.0),
    ]  # fmt: skip
    assert found[1].observations[-1].text == "80"


def test_all_of_four_hundred_percent_goals_follow_their_subject() -> None:
    [found] = indicators(
        (P21, ["校园安全防护实现“四个100%”要求。"]),
        (O21, ["全市校园安全防护“4个100%”全面落实。", "心理辅导室建设“四个100%”落实到位。"]),
    )
    assert [o.item for o in found.observations] == ["p21/1", "o21/1"]


def row(name: str, unit: str, start: float, aim: float) -> TableRow:
    values = (
        TableValue(
            year=2020, kind=QuantityKind.BASELINE, operator="=", value=start, text=f"{start}",
            span=(0, 1),
        ),
        TableValue(
            year=2025, kind=QuantityKind.TARGET, operator="<", value=aim, text=f"<{aim}",
            span=(0, 1),
        ),
    )  # fmt: skip
    return TableRow(number="1", group="", name=name, unit=unit, binding=None, values=values)


def test_rows_of_a_table_are_indicators_and_take_in_the_figures_of_the_text() -> None:
    table = Table(
        item="m25/t1", document="m25", title="", header=(), cells=(),
        rows=(row("学生近视率", "%", 51.6, 45.0),),
    )  # fmt: skip
    whole = corpus((M25, ["到2023年，全市学生近视率控制在48%以内。"]), tables=[table])
    [found] = indicators_of(whole, whole.documents, ())
    assert found.direction is Direction.DOWN
    assert shown(found) == [
        (2020, "baseline", 51.6), (2023, "target", 48.0), (2025, "target", 45.0),
    ]  # fmt: skip


def test_a_target_behind_its_baseline_is_noted() -> None:
    table = Table(
        item="m25/t1", document="m25", title="", header=(), cells=(),
        rows=(row("学生近视率", "%", 40.0, 45.0),),
    )  # fmt: skip
    whole = corpus((M25, []), tables=[table])
    [found] = indicators_of(whole, whole.documents, ())
    assert found.notes == ("2025年目标（<45.0）高于2020年基准（40.0）。",)


def test_two_values_of_one_year_in_one_document_are_noted() -> None:
    [found] = indicators(
        (O21, ["城镇污水集中处理率95%。城镇污水集中处理率96%。"]),
        (O22, ["城镇污水集中处理率97%。"]),
    )
    assert found.notes == ("同一文件中2021年有不同的数：95%、96%。",)


def test_every_pair_that_readers_call_comparable_is_joined() -> None:
    readings = corpus_of(load_readings(READINGS))
    measures = tuple(
        measure
        for one in readings.items
        for measure in measures_of(
            one, readings.document[one.document].role, readings.document[one.document].period
        )
    )
    whole = replace(readings, measures=measures)
    found = indicators_of(whole, whole.documents, ())
    rows = read_comparable(READINGS / "links")
    assert len(rows) >= 10
    assert [row.name for row in rows if joined(row, found) is None] == []


def test_the_evaluation_tells_how_measures_and_figures_are_read() -> None:
    told = promises_text(READINGS, load_readings(READINGS), errors=1)
    assert "Comparable figures: 10 of 10 stand in one indicator" in told
    assert "Measures, plan2021: " in told
    assert "  operator  precision " in told


def test_a_folder_without_such_readings_tells_nothing(tmp_path: Path) -> None:
    assert promises_text(tmp_path, load_readings(READINGS)) == ""
