import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve.evaluation.figures import read_figures, score_figures
from evolve.model import Item, ItemKind, Period, Quantity, QuantityKind, Role
from evolve.reading.figures.quantities import quantities_of
from evolve.reading.measures.finding import measures_of

READINGS = Path(__file__).parents[1] / "readings"


def figures(text: str, role: Role = Role.PLAN) -> list[Quantity]:
    return [p.quantity for p in quantities_of(text, role, Period(start=2021, end=2021))]


def plain(quantity: Quantity) -> tuple[float | None, str, str]:
    return quantity.value, quantity.operator, quantity.unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("占比近60%", (60, "~", "%")),
        ("入学率不低于97%", (97, ">=", "%")),
        ("近视率控制在45%以内", (45, "<=", "%")),
        ("失业率控制在4.6％", (4.6, "<=", "%")),
        ("增长7.5%左右", (7.5, "~", "%")),
        ("投入超过3000万元", (30_000_000, ">", "元")),
        ("投入3.2亿元", (320_000_000, "=", "元")),
        ("粮食产量1.14万亿斤", (1.14e12, "=", "斤")),
        ("装机达到2.9亿千瓦", (290_000_000, "=", "千瓦")),
        ("新增学位1.35万个", (13_500, "=", "个")),
        ("新建三座污水处理厂", (3, "=", "座")),
        ("帮扶十二家企业", (12, "=", "家")),
        ("三成以上的村庄", (30, ">=", "%")),
        ("超六成企业", (60, ">", "%")),
        ("百分之八十五的学校", (85, "=", "%")),
        ("三分之二以上的街道", (200 / 3, ">=", "%")),
        ("过半数的乡镇", (50, ">", "%")),
        ("总量翻一番", (2, "=", "倍")),
        ("师生比达到1:15", (1 / 15, "=", "比")),
        ("开设1300多门课程", (1300, ">", "门")),
        ("培训教师不少于500人次", (500, ">=", "人次")),
        ("不足3人的支部", (3, "<", "人")),
        ("新改建公路１，２００公里", (1200, "=", "公里")),
        ("每月至少组织教职工开展1次学习", (1, ">=", "次")),
        ("下降0.5个百分点", (0.5, "=", "百分点")),
        ("负担减轻≥10%", (10, ">=", "%")),
        ("国内生产总值39.8 万亿元", (39.8e12, "=", "元")),
        ("项目减少1/3以上", (100 / 3, ">=", "%")),
        ("平均受教育年限10.8年", (10.8, "=", "年")),
        ("覆盖农村5亿人口", (5e8, "=", "人")),
        ("死亡率降至5.8/10万", (5.8, "=", "/10万")),
    ],
)
def test_value_operator_and_unit(text: str, expected: tuple[float, str, str]) -> None:
    [quantity] = figures(text)
    assert plain(quantity) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("培育3—5个品牌", 3, 5, "个"),
        ("增长6%-7%", 6, 7, "%"),
        ("投资2至3亿元", 2e8, 3e8, "元"),
        ("新增就业10万—12万人", 1e5, 1.2e5, "人"),
        ("奖励5000元至1万元", 5e3, 1e4, "元"),
        ("年龄45周岁至55周岁", 45, 55, "周岁"),
    ],
)
def test_a_range_has_bounds_and_no_value(text: str, low: float, high: float, unit: str) -> None:
    [quantity] = figures(text)
    assert (quantity.value, quantity.low, quantity.high) == (None, low, high)
    assert (quantity.operator, quantity.unit) == ("..", unit)


@pytest.mark.parametrize(
    "text",
    [
        "第三章第2节",
        "穗教发〔2025〕7号",
        "落实市政府148号令",
        "于2024年11月5日施行",
        "构建“1+1+N”体系",
        "打造“12218”产业体系",
        "巩固“5080”成果",
        "能力提升工程2.0版",
        "推广5G应用",
        "第46届大赛",
        "庆祝建党100周年",
        "2025届毕业生",
        "落实《3-6岁儿童学习与发展指南》",
        "实施三年行动计划(2021-2023年)",
        "进入全球前1%",
        "位列全省第1、6名",
        "形成三位一体格局",
        "一成不变",
        "坚持“两个毫不动摇”",
        "2021/22学年",
        "监测PM2.5浓度",
        "落实鼓励民间投资新36条",
        "解决“三个1亿人”问题",
        "站点500米覆盖率",
        "打造15分钟便民生活圈",
        "为65岁以上老年人体检",
        "关爱60岁及以上的老人",
    ],
)
def test_numbers_that_are_no_figures(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("公办幼儿园在园幼儿占比51.11%", ["公办幼儿园在园幼儿占比"]),
        ("认定教育专家10名、名校长50名", ["教育专家", "名校长"]),
        ("2025年力争新增1万个普通高中招生计划", ["普通高中招生计划"]),
        ("全市所有中小学校100%配备专职心理教师", ["配备专职心理教师"]),
        ("新增“绿色学校”44所，累计1628所", ["“绿色学校”", "“绿色学校”"]),
        (
            "分别建成国家级专业、省级专业、市级专业17个、104个、44个",
            ["国家级专业", "省级专业", "市级专业"],
        ),
        ("将试点覆盖产业领域由2个拓展至9个", ["产业领域", "产业领域"]),
        ("支出24亿元、同比增长10.9%", ["支出", "支出"]),
        ("接待129批次约1.5万余名香港师生", ["香港师生", "香港师生"]),
        ("9门课程入选国家级一流课程", ["课程"]),
        ("城镇新增就业1000万人以上", ["城镇新增就业"]),
        ("服务业增加值占比提高2.7个百分点", ["服务业增加值占比"]),
        ("增速分别高4.2和0.7个百分点", ["增速分别高", "增速分别高"]),
        ("淘汰水泥产能1.5亿吨", ["水泥产能"]),
        ("全市新增公办学位5万个", ["公办学位"]),
        ("试点范围扩大到60%的县（市、区）", ["县"]),
        ("财政补助标准由每人每年380元提高到420元", ["财政补助标准", "财政补助标准"]),
        ("基本养老金从人均每月700元提高到现在的1721元", ["基本养老金", "基本养老金"]),
        ("客运量恢复至2019年的92%", ["客运量"]),
        ("完成税收31亿元,为年初预算的101%,同口径增长7%", ["税收", "税收为年初预算", "税收"]),
        ("教育支出7万亿元,占国内生产总值比例达到4%", ["教育支出", "教育支出占国内生产总值比例"]),
        ("药物使用率,市级医院达60%", ["药物使用率市级医院"]),
        ("提高一般拨款比例,专项拨款减少30%", ["专项拨款"]),
        ("开行班列300列(含中亚方向80列)", ["班列", "含中亚方向"]),
        ("不良率较年初下降0.2个百分点", ["不良率"]),
        ("二是改造适老化家庭600户", ["适老化家庭"]),
        ("③改造发热门诊6个", ["发热门诊"]),
        ("【环卫保洁】机械化清扫率达85%", ["机械化清扫率"]),
        ("一百二十名民办教师转为公办教师", ["民办教师"]),
        ("低保标准提高到每月546元", ["低保标准"]),
    ],
)
def test_what_is_counted_in_the_texts_own_words(text: str, names: list[str]) -> None:
    assert [q.name for q in figures(text)] == names


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("新增示范校17所，累计109所", ["new", "cumulative"]),
        ("新缔结姊妹学校88对，共475对", ["new", "cumulative"]),
        ("新组建教育集团27个，全市达86个", ["new", "cumulative"]),
        ("转移支付24亿元、同比增长10.9%", ["level", "growth"]),
        ("计划完成率较上年提高16.85%", ["growth"]),
        ("入学率提高到98%", ["level"]),
        ("居民消费价格涨幅控制在3%左右", ["growth"]),
        ("信访总量同比下降76.2%", ["growth"]),
        ("收入和支出分别增长13.1%和17.7%", ["growth", "growth"]),
        ("人均住房面积比2007年增加2.8平方米", ["growth"]),
        ("口岸通关时间缩短一半", ["growth"]),
        ("新建公路12公里、改造危桥4座", ["new", "level"]),
    ],
)
def test_stock_flow_and_growth_are_told_apart(text: str, bases: list[str]) -> None:
    assert [q.basis for q in figures(text, Role.OUTCOME)] == bases


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("到2025年，覆盖率达到90%", [2025]),
        ("到2023年，近视率在2019年的基础上每年降低0.5个百分点", [2023]),
        ("2021年占比超过60%，其中公办占比超过70%", [2021, 2021]),
        ("实施三年计划（2020—2022年），完成119所学校改造", [None]),
        ("比2015年增长20%", [None]),
        ("农民负担控制在上年纯收入的5%以内", [None]),
        ("去年投入5亿元", [2020]),
        ("今年投入5亿元", [None]),
        ("是2010年的2.2倍", [None]),
        ("恢复至2019年的92.3%", [None]),
        ("从2006年的18亿元增加到2010年的306亿元", [2006, 2010]),
        ("“十三五”完成投资30亿元。到2025年建成9座水厂", [None, 2025]),
    ],
)
def test_the_year_that_a_figure_speaks_of(text: str, years: list[int | None]) -> None:
    assert [q.year for q in figures(text)] == years


@pytest.mark.parametrize(
    ("role", "text", "kinds"),
    [
        (Role.PLAN, "新建学校12所", ["target"]),
        (Role.OUTCOME, "新建学校12所", ["actual"]),
        (Role.PLAN, "覆盖领域由2个拓展至9个", ["baseline", "target"]),
        (Role.PLAN, "2019年入学率为95%", ["baseline"]),
        (Role.OUTCOME, "超额完成“新增学位7万个”的工作目标", ["target"]),
        (Role.OUTCOME, "完成下达的开设托班700个以上任务", ["target"]),
        (Role.PLAN, "已建成公园12个", ["actual"]),
        (Role.PLAN, "我国有13亿人口、9亿劳动力资源", ["baseline", "baseline"]),
        (Role.PLAN, "过去一年，成绩很大。总产值增长10.3%。今年增长8%", ["baseline", "target"]),
        (
            Role.PLAN,
            "赤字率从去年的2.1%提高到2.3%。其中，中央赤字1万亿元",
            ["baseline", "target", "target"],
        ),
    ],
)
def test_kind_follows_role_and_wording(role: Role, text: str, kinds: list[str]) -> None:
    assert [q.kind.value for q in figures(text, role)] == kinds


def test_labelled_sample_of_the_seeds() -> None:
    scores = score_figures(read_figures(READINGS / "figures.jsonl"))
    assert scores.labelled >= 200
    for field in ("value", "unit", "operator"):
        assert scores.precision(field) >= 0.95
        assert scores.recall(field) >= 0.95
    assert scores.precision("kind") >= 0.9
    assert scores.recall("kind") >= 0.9


def test_labelled_figures_of_other_fields() -> None:
    scores = score_figures(read_figures(READINGS / "figures-other-fields.jsonl"))
    assert scores.labelled >= 80
    for field in ("value", "unit", "operator", "kind"):
        assert scores.precision(field) >= 0.95
        assert scores.recall(field) >= 0.95
    right, named = scores.named
    assert right >= 0.9 * named


@pytest.mark.parametrize("sample", ["figures", "figures-other-fields"])
def test_labels_point_at_numbers(sample: str) -> None:
    for line in (READINGS / f"{sample}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert (
            row["text"][slice(*row["at"])].strip("0123456789.,〇零一二三四五六七八九十百千万亿两半")
            == ""
        )
        assert row.get("kind", "actual") in set(QuantityKind)


@given(
    st.text(
        alphabet="0123456789.,%万亿个所人年以上不少于达到至约近三成百分之新增占比率、，。“”+-第",
        max_size=60,
    )
)
def test_spans_reproduce_the_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for placed in quantities_of(text, Role.PLAN):
        start, stop = placed.span
        assert text[start:stop] == placed.quantity.text
        assert start >= end
        end = stop


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading(text: str) -> None:
    quantities_of(text, Role.OUTCOME)


@pytest.mark.parametrize(
    "piece",
    [
        "1个、",
        "“5080”占比51%，",
        "的",
        "《",
        "“",
        "增长",
        "由1个到",
        "2021年",
        "学习习近平活动",
        "一百",
        "（",
        "1",
        "1,",
        "9.",
        "0万",
        "1/10万",
        "一",
        "万亿",
        "两千零",
        "五年",
        "率,1%",
        "占比1%、",
        "过去一年1个。",
    ],
)
def test_a_very_long_line_is_read_in_linear_time(piece: str) -> None:
    text = piece * (12_000 // len(piece))
    measures_of(
        Item(
            id="d/1", document="d", kind=ItemKind.ITEM, label="", path=(), heading="", text=text,
            span=(0, len(text)),
        ),
        Role.PLAN,
    )  # fmt: skip


def test_last_year_is_the_own_year_of_a_report() -> None:
    assert [q.year for q in figures("去年外贸总额达到2万亿元", Role.OUTCOME)] == [2021]
    assert [q.year for q in figures("去年外贸总额达到2万亿元", Role.PLAN)] == [2020]
