from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve.model import (
    Direction,
    Measure,
    Modality,
    Period,
    Quantity,
    QuantityKind,
    Role,
    Span,
)
from evolve.reading.figures.quantities import quantities_of
from evolve.threading.comparison.bounds import result_of
from evolve.threading.comparison.directions import direction_of, wanted
from evolve.threading.comparison.targets import compare_targets
from evolve.threading.evidence.goals import counts_another, result_between


def measure(text: str, role: Role = Role.PLAN) -> Measure:
    return Measure(
        id="d/1/m1",
        item="d/1",
        text=text,
        span=(0, len(text)),
        modality=Modality.COMMITMENT,
        quantities=tuple(placed.quantity for placed in quantities_of(text, role)),
    )


def changes(old: str, new: str) -> list[str]:
    return [change.type for change in compare_targets(measure(old), measure(new))]


@pytest.mark.parametrize(
    ("old", "new", "types"),
    [
        ("国内生产总值增长8%左右", "国内生产总值增长7.5%", ["weakened"]),
        ("国内生产总值增长7.5%左右", "国内生产总值增长7%左右", ["weakened"]),
        ("国内生产总值增长7%左右", "国内生产总值增长6.5%-7%", ["weakened"]),
        ("城镇新增就业900万人以上", "城镇新增就业1000万人以上", ["strengthened"]),
        ("居民消费价格涨幅3.5%左右", "居民消费价格涨幅3%左右", ["strengthened"]),
        ("城镇登记失业率控制在4.6%以内", "城镇登记失业率控制在4.5%以内", ["strengthened"]),
        ("城镇登记失业率控制在4.5%以内", "城镇登记失业率控制在4.6%以内", ["weakened"]),
        ("单位能耗下降3.1%以上", "单位能耗下降3.9%以上", ["strengthened"]),
        ("学生近视率控制在45%以内", "学生近视率控制在40%以内", ["strengthened"]),
        ("入学率达到95%左右", "入学率达到95%以上", ["strengthened"]),
        ("入学率达到95%以上", "入学率达到95%以上", []),
        ("新增学位5万个", "持续增加学位供给", ["target_removed"]),
        ("持续增加学位供给", "新增学位5万个", ["target_added"]),
        ("开工保障性住房580万套", "改造棚户区住房620万户", ["retargeted"]),
        ("新增学位5万个", "累计学位80万个", ["retargeted"]),
        ("力争入学率达到95%", "确保入学率达到95%", ["strengthened"]),
        ("建立督学工作室", "探索建立督学工作室", ["hedge_added"]),
        ("开展综合改革试点", "全面推进综合改革", ["hedge_removed"]),
        ("探索医保支付方式改革", "全面推行医保支付方式改革", ["hedge_removed"]),
        ("研究建立长期护理保险制度", "建立长期护理保险制度", ["hedge_removed"]),
        ("开展免费体检试点", "扩大免费体检试点", ["hedge_removed"]),
        ("扩大免费体检试点", "开展免费体检试点", ["hedge_added"]),
        ("扩大免费体检试点工作", "推进免费体检试点扩围工作", []),
        ("推进扩大开放综合试点建设", "推进扩大开放综合试点工作", []),
        ("完善企业制度建设", "鼓励有条件的民营企业完善制度建设", []),
        ("完善公立医院制度", "支持有条件的地方完善公立医院制度", ["hedge_added"]),
        ("经济增长预期7%左右", "经济增长预期目标6.5%－7%", ["weakened"]),
        ("推广免费体检试点经验", "推广免费体检", []),
        ("继续努力,携手推进水网建设", "推进水网建设", []),
        ("到2025年建成医院", "到2027年建成医院", ["deadline_moved"]),
        ("2022年底前建成地铁3号线", "2023年底前建成地铁3号线", ["deadline_moved"]),
        ("培训教师120人次", "培训教师150人次", ["strengthened"]),
        ("新增公办学位7万个", "新增公办学位6万个", ["weakened"]),
        ("近视率控制在45%以内", "近视率控制在48%以内", ["weakened"]),
        (
            "PM2.5平均浓度控制在28微克/立方米以内",
            "PM2.5平均浓度控制在25微克/立方米以内",
            ["strengthened"],
        ),
        ("入学率达到95%", "入学率力争达到95%", ["weakened"]),
        ("努力实现入学率达到95%", "确保入学率达到95%", ["strengthened"]),
        ("地区生产总值增长6%", "地区生产总值增长6%左右", ["weakened"]),
        ("占比超过60%", "占比60%以上", []),
        ("占比60%", "占比60%-65%", []),
        ("确保完成投资18亿元", "完成投资18亿元", []),
        ("确保完成投资18亿元", "力争完成投资18亿元", ["weakened"]),
        ("确保完成投资18亿元", "力争完成投资22亿元", ["strengthened"]),
        ("快递服务覆盖率达到95%以上", "快递服务全覆盖", ["strengthened"]),
        ("造林8000万亩", "造林533.3万公顷", []),
        ("增加深松土地1333万公顷", "增加深松土地1.5亿亩", ["weakened"]),
        ("新建公路3公里", "新建公路3500米", ["strengthened"]),
        ("基本建成500万套", "基本建成保障房480万套", ["weakened"]),
        ("试点范围扩大到全国40%的县", "实现全国所有的县全覆盖", ["strengthened"]),
        ("改造保障房、棚户区住房共1000万套", "改造棚户区住房580万套", ["retargeted"]),
        ("财政补助标准120元,比上年增长50%", "财政补助标准200元", ["strengthened"]),
        ("研发经费支出占生产总值比重达到2.2%", "教育经费支出占生产总值比重达到4%", []),
        ("广义货币M2预期增长13%左右", "广义货币M2预期增长12%左右", []),
        ("财政赤字8000亿元", "财政赤字1.2万亿元", []),
        (
            "财政补助由每人每年380元提高到420元",
            "财政补助由每人每年420元提高到450元",
            ["strengthened"],
        ),
        ("办理时限压缩至8个工作日以内", "办理时限压缩至5个工作日以内", ["strengthened"]),
        ("单位能耗下降3%以上", "单位能耗下降2.5%左右", ["weakened"]),
        ("压减一般性支出10%以上", "压减一般性支出5%以上", ["weakened"]),
        ("办理时限压缩至5个工作日", "办理时限压缩至3个工作日", ["strengthened"]),
        ("平均候诊时间缩短到20分钟以内", "平均候诊时间缩短到15分钟以内", ["strengthened"]),
        ("平均候诊时间不超过20分钟", "平均候诊时间不超过30分钟", ["weakened"]),
        ("培训乡村教师不少于3000人次", "培训乡村教师约3000人次", ["weakened"]),
        ("城镇新增就业10万人", "城镇新增就业10万—12万人", []),
        ("新建公园绿地50公顷", "新建公园绿地600亩", ["weakened"]),
        ("五年累计建设高标准农田100万亩", "今年建设高标准农田25万亩", ["retargeted"]),
        ("培训家长1万名", "培训家长500场", ["retargeted"]),
        ("公办幼儿园占比提高到55%", "公办幼儿园占比提高到五成以上", ["weakened"]),
        ("教育综合实力进入全省前三", "教育综合实力进入全省前五", ["weakened"]),
        ("营商环境评价位居全省第一", "营商环境评价保持全省前列", ["weakened"]),
        ("营商环境评价进入全省前10名", "营商环境评价位居全国前10名", []),
        ("完成老旧小区改造", "推进老旧小区改造", ["hedge_added"]),
        ("建成市第二人民医院", "启动市第二人民医院建设", ["hedge_added"]),
        ("推进轨道交通5号线建设", "建成轨道交通5号线", ["hedge_removed"]),
        ("实现养老服务设施全覆盖", "实现养老服务设施基本全覆盖", ["hedge_added"]),
        ("基本完成农村户厕改造", "全面完成农村户厕改造", ["hedge_removed"]),
        ("实现农村生活垃圾治理全覆盖", "提高农村生活垃圾治理覆盖面", ["hedge_added"]),
        ("全面推行集团化办学", "稳步推进集团化办学", ["hedge_added"]),
        ("出台《终身教育促进条例》", "研究起草《终身教育促进条例》", ["hedge_added"]),
        ("完成3个水库除险加固", "推进3个水库除险加固", ["weakened"]),
        ("制定学校布局调整实施方案", "落实学校布局调整实施方案", []),
        ("加快完善社会保障体系", "加快健全覆盖城乡居民的社会保障体系", []),
        ("逐步实现资本项目可兑换", "推进资本项目可兑换", []),
        ("全面推进素质教育", "全面实施素质教育", []),
        ("加强公共卫生体系建设", "基本完成医疗救治体系建设", []),
        ("深入推进公立医院改革", "积极推进公立医院改革", []),
    ],
)
def test_what_changed_between_two_wordings(old: str, new: str, types: list[str]) -> None:
    assert changes(old, new) == types


def test_a_target_that_stands_elsewhere_in_the_later_plan_is_compared_with_that() -> None:
    old, new = measure("居民消费价格涨幅4%左右"), measure("防止物价反弹")
    beside = measure("居民消费价格涨幅3.5%左右").quantities
    assert [c.type for c in compare_targets(old, new)] == ["target_removed"]
    [change] = compare_targets(old, new, beside_new=beside)
    assert change.type == "strengthened"
    assert compare_targets(new, old, beside_old=beside) == ()


def test_a_change_names_both_wordings_in_two_languages() -> None:
    [change] = compare_targets(measure("入学率达到95%以上"), measure("入学率达到97%以上"))
    assert change.text == "由“入学率95%以上”提高要求为“入学率97%以上”"
    assert change.text_en == "from “入学率95%以上” to “入学率97%以上”: stricter"


def test_the_own_year_of_a_plan_is_no_deadline() -> None:
    old, new = measure("到2024年底完成改造"), measure("到2025年底完成改造")
    years = [Period(start=year, end=year) for year in (2024, 2025)]
    assert [c.type for c in compare_targets(old, new, *years)] == []
    assert [c.type for c in compare_targets(old, new)] == ["deadline_moved"]


@pytest.mark.parametrize(
    ("name", "direction"),
    [
        ("学生近视率", Direction.DOWN),
        ("城镇登记失业率", Direction.DOWN),
        ("残疾儿童入学率", Direction.UP),
        ("学校资源配置校际差异系数(小学)", Direction.DOWN),
        ("办理时限压缩率", Direction.UP),
        ("二氧化硫排放量", Direction.DOWN),
    ],
)
def test_direction_is_in_the_name(name: str, direction: Direction) -> None:
    assert direction_of(name) is direction


def test_the_size_of_a_wanted_fall_is_wanted_to_be_large() -> None:
    promise = measure("单位能耗下降3%以上")
    assert wanted(promise.text, promise.quantities[0]) is Direction.UP


@pytest.mark.parametrize(
    ("target", "actual", "result"),
    [
        ("新增学位7万个", "新增学位7.92万个", "exceeded"),
        ("入学率达到95%以上", "入学率达到97%以上", "exceeded"),
        ("入学率达到95%以上", "入学率为95%", "met"),
        ("入学率达到95%以上", "入学率为94.9%", "missed"),
        ("国内生产总值增长7.5%左右", "国内生产总值增长7.4%", "met"),
        ("国内生产总值增长7.5%左右", "国内生产总值增长6.9%", "missed"),
        ("近视率控制在45%以内", "近视率为44%", "exceeded"),
        ("占比超过60%", "占比60%", "missed"),
        ("新增学位7万个", "累计学位90万个", None),
        ("入学率95%", "入学人数95人", None),
    ],
)
def test_a_target_is_met_exceeded_or_missed(target: str, actual: str, result: str | None) -> None:
    [aim] = measure(target).quantities
    [reached] = measure(actual, Role.OUTCOME).quantities
    assert result_of(aim, reached, direction_of(aim.name)) == result


@pytest.mark.parametrize(
    ("promise", "due", "report", "told", "verdict"),
    [
        ("建设住房280万套", (2020, 2020), "建设住房290万套", (2020, 2020), "exceeded"),
        ("建设住房280万套", (2020, 2020), "建设住房290万套", (2021, 2021), None),
        ("建设住房280万套", (2020, 2020), "建设住房1200万套", (2016, 2020), None),
        ("建设住房1000万套", (2016, 2020), "建设住房290万套", (2020, 2020), None),
        ("入园率达到95%", (2020, 2020), "入园率达到97%", (2023, 2023), "exceeded"),
        ("产量增长5%", (2020, 2020), "2020年产量增长6%", (2016, 2020), "exceeded"),
        ("森林覆盖率达到21.7%", (2016, 2020), "森林覆盖率达到21.6%", (2018, 2018), None),
        ("森林覆盖率达到21.7%", (2016, 2020), "森林覆盖率达到21.8%", (2018, 2018), "exceeded"),
        ("广义货币增长13%", (2020, 2020), "广义货币增长14%", (2020, 2020), None),
    ],
)
def test_a_quota_is_judged_by_what_its_own_years_came_to(
    promise: str, due: Span, report: str, told: Span, verdict: str | None
) -> None:
    found = result_between(
        measure(promise),
        measure(report, Role.OUTCOME),
        Period(start=due[0], end=due[1]),
        Period(start=told[0], end=told[1]),
    )
    assert (found.verdict if found else None) == verdict


@pytest.mark.parametrize(
    ("report", "another"),
    [
        ("保障性住房建成432万套", True),
        ("棚户区住房改造601万套", False),
        ("改造棚户区面积432亩", False),
        ("推进棚户区改造", False),
    ],
)
def test_a_count_of_something_else_is_no_answer(report: str, *, another: bool) -> None:
    assert counts_another(measure("棚户区改造280万套"), measure(report, Role.OUTCOME)) is another


def test_a_flood_of_figures_is_compared_in_linear_time() -> None:
    old, new = measure("新增学位1个、" * 2000), measure("新增学位2个、" * 2000)
    assert len(compare_targets(old, new)) <= 2 * len(old.quantities)


def quantity(value: float, operator: str) -> Quantity:
    low = value if operator in {"=", ">=", ">"} else None
    high = value if operator in {"=", "<=", "<"} else None
    return Quantity(
        text=f"{value}%", value=value, low=low, high=high, operator=operator, unit="%",
        kind=QuantityKind.TARGET, name="比率", span=(0, 1),
    )  # fmt: skip


@given(st.floats(0, 100), st.floats(0, 100), st.sampled_from(["=", ">=", ">", "<=", "<", "~"]))
def test_comparing_backwards_turns_strengthened_into_weakened(
    one: float, other: float, operator: str
) -> None:
    old, new = (
        replace(measure("比率"), quantities=(quantity(value, operator),)) for value in (one, other)
    )
    turned = {"strengthened": "weakened", "weakened": "strengthened"}
    forward = [change.type for change in compare_targets(old, new)]
    backward = [change.type for change in compare_targets(new, old)]
    assert [turned[kind] for kind in forward] == backward
