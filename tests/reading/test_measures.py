import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve.evaluation.measures import found_measures, read_measures
from evolve.model import Item, ItemKind, Measure, Modality, Role
from evolve.reading.measures.finding import measures_of

READINGS = Path(__file__).parents[1] / "readings"


def item(text: str, heading: str = "", name: str = "d/1") -> Item:
    return Item(
        id=name,
        document="d",
        kind=ItemKind.ITEM,
        label="",
        path=(),
        heading=heading,
        text=text,
        span=(0, len(text)),
    )


def cut(text: str, role: Role = Role.PLAN) -> list[str]:
    return [m.text for m in measures_of(item(text), role) if m.modality is not Modality.SLOGAN]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("出台《甲办法》《乙方案》、《丙细则》。", ["出台《甲办法》", "《乙方案》", "《丙细则》"]),
        (
            "出台乡村道路管护办法、农村供水实施细则和集中供热条例，完善台账管理。",
            ["出台乡村道路管护办法", "农村供水实施细则", "集中供热条例", "完善台账管理"],
        ),
        (
            "认定教育专家10名、名校长50名、名教师100名。",
            ["认定教育专家10名", "名校长50名", "名教师100名"],
        ),
        (
            "推进学生体质健康、中职、督导等主题应用。",
            ["推进学生体质健康、中职、督导等主题应用"],
        ),
        (
            "推进越秀区、海珠区、番禺区创建全国示范区。",
            ["推进越秀区、海珠区、番禺区创建全国示范区"],
        ),
        (
            "新建学校5所。（责任单位：发展规划科，完成时限：2023年12月底）推进校舍改造。",
            ["新建学校5所", "推进校舍改造"],
        ),
        ("建成智慧校园20所。牵头领导：张三；责任单位：电教馆；时限：11月底", ["建成智慧校园20所"]),
        ("建成服务厅3个（财政局、税务局等按职责分工负责）。", ["建成服务厅3个"]),
        (
            "建成学校5所（含改扩建2所），压实安全责任。",
            ["建成学校5所（含改扩建2所）", "压实安全责任"],
        ),
        ("【扩大资源】新建学校9所，加固校舍7万平方米。", ["新建学校9所", "加固校舍7万平方米"]),
        ("擦亮“甲乙杯”“丙丁新苗”等宣传品牌。", ["擦亮“甲乙杯”“丙丁新苗”等宣传品牌"]),
        (
            "贯彻落实《教育法》《教师法》精神，修订校规。",
            ["贯彻落实《教育法》《教师法》精神，修订校规"],
        ),
        (
            "推进河道清淤工程和加快老旧管网改造。",
            ["推进河道清淤工程", "加快老旧管网改造"],
        ),
        (
            "一是新建三座污水处理厂；二是关停两家化工企业。",
            ["新建三座污水处理厂", "关停两家化工企业"],
        ),
        ("（1）建设城市公园；（2）修缮历史街区。", ["建设城市公园", "修缮历史街区"]),
        (
            "预算安排1,200万元，支持老旧小区加装电梯。",
            ["预算安排1,200万元", "支持老旧小区加装电梯"],
        ),
        (
            "围绕产业升级需要，以园区为载体，建设中试基地。",
            ["建设中试基地"],
        ),
        (
            "新增示范校17所，累计109所，数量居全省首位，累计创建健康学校134所。",
            ["新增示范校17所，累计109所，数量居全省首位", "累计创建健康学校134所"],
        ),
        (
            "2016年至今，建成体育公园12个；其中：新建自行车道30公里。",
            ["2016年至今，建成体育公园12个", "新建自行车道30公里"],
        ),
        (
            "加强护林队伍建设，提升护林巡查效能，提高粮食储备能力。",
            ["加强护林队伍建设，提升护林巡查效能", "提高粮食储备能力"],
        ),
        (
            "Build 1.5 km of tram line, with three stops. Open two clinics; train nurses.",
            ["Build 1.5 km of tram line, with three stops", "Open two clinics", "train nurses"],
        ),
        ("严把入口，规范处置，建立校园防欺凌台账。", ["严把入口，规范处置", "建立校园防欺凌台账"]),
    ],
)
def test_one_measure_for_every_separate_promise(text: str, measures: list[str]) -> None:
    assert cut(text) == measures


@pytest.mark.parametrize(
    "text",
    [
        "深入学习贯彻党的二十大精神",
        "增强“四个意识”、坚定“四个自信”、做到“两个维护”",
        "全面落实立德树人根本任务",
        "城镇化是现代化的必由之路",
        "发展仍是解决所有问题的关键",
        "就业是关系民生的大事",
        "我们坚信前途光明",
        "我国有世界上最大规模的科技人才队伍",
        "我国正处于重要战略机遇期",
        "是推动新旧动能转换的重要力量",
        "我们愿与各国一道",
    ],
)
def test_boilerplate_is_a_slogan(text: str) -> None:
    measures = measures_of(item(f"建设市政务数据中心。{text}。"), Role.PLAN)
    assert [(m.text, m.modality) for m in measures][1:] == [(text, Modality.SLOGAN)]


@pytest.mark.parametrize(
    "text",
    [
        "重点是加快营改增试点",
        "加强中央企业特别是母公司改革",
        "这是全省首个分级诊疗平台",
        "实行一方是独生子女的夫妇可生育两孩政策",
    ],
)
def test_what_says_more_than_what_something_is_is_none(text: str) -> None:
    [_, measure] = measures_of(item(f"建设市政务数据中心。{text}。"), Role.PLAN)
    assert measure.modality is Modality.COMMITMENT


def test_a_frame_may_say_that_one_must() -> None:
    measures = measures_of(item("要按照统筹城乡的要求，建设农村公路。"), Role.PLAN)
    assert [m.text for m in measures] == ["建设农村公路"]


def test_an_abstract_heading_is_a_slogan_and_a_concrete_one_a_measure() -> None:
    abstract = measures_of(item("提升治理水平。建设网格平台。", "提升治理水平"), Role.PLAN)
    concrete = measures_of(item("建设网格平台。完成联网。", "建设网格平台"), Role.PLAN)
    assert [m.modality.value for m in abstract] == ["slogan", "commitment"]
    assert [m.modality.value for m in concrete] == ["commitment", "commitment"]


def test_a_hoped_for_effect_at_the_end_of_a_sentence_is_a_slogan() -> None:
    measures = measures_of(item("完善分级诊疗制度，切实增强群众获得感。"), Role.PLAN)
    assert [m.modality.value for m in measures] == ["commitment", "slogan"]


@pytest.mark.parametrize(
    ("role", "text", "modality"),
    [
        (Role.PLAN, "建设三条地铁线路", Modality.COMMITMENT),
        (Role.PLAN, "已建成三条地铁线路", Modality.REPORT),
        (Role.PLAN, "巩固完善已建立的制度体系", Modality.COMMITMENT),
        (Role.OUTCOME, "建设三条地铁线路", Modality.REPORT),
        (Role.OUTCOME, "力争明年建成三条地铁线路", Modality.COMMITMENT),
        (Role.MULTI_YEAR_PLAN, "建设三条地铁线路", Modality.COMMITMENT),
    ],
)
def test_modality_follows_role_and_wording(role: Role, text: str, modality: Modality) -> None:
    assert [m.modality for m in measures_of(item(text), role)] == [modality]


def _reference_items() -> dict[str, tuple[Measure, ...]]:
    documents = json.loads((READINGS / "documents.json").read_text(encoding="utf-8"))
    found = {}
    for path in sorted((READINGS / "items").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            role = Role(documents[row["doc"]]["role"])
            found[row["id"]] = measures_of(item(row["text"], name=row["id"]), role)
    return found


def test_nine_tenths_of_the_reference_measures_are_found() -> None:
    result = found_measures(read_measures(READINGS / "measures.json"), _reference_items())
    assert result.recall >= 0.9
    assert result.precision >= 0.6


@given(st.text(alphabet="推进建设《》“”()、,，。；:：和及一二是3% \n甲乙丙方案办法", max_size=80))
def test_measures_are_verbatim_in_order_and_apart(text: str) -> None:
    end = 0
    for measure in measures_of(item(text), Role.PLAN):
        start, stop = measure.span
        assert text[start:stop] == measure.text
        assert measure.text.strip() == measure.text != ""
        assert start >= end
        end = stop


@given(st.text(max_size=200))
def test_no_text_breaks_the_cutting(text: str) -> None:
    measures_of(item(text), Role.OUTCOME)
