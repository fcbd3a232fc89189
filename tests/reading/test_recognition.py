"""Numbers, years, roles and places, one by one."""

import pytest

from evolve.model import ItemKind, Role
from evolve.reading.formats.plain import read_plain
from evolve.reading.layout.aside import Furniture
from evolve.reading.layout.paragraphs import Paragraph, paragraphs_of
from evolve.reading.numbers.numbering import label_of
from evolve.reading.numbers.ordinals import roman_number, unify_years
from evolve.reading.outline.kinds import kind_of_heading
from evolve.reading.recognition.annexed import mark_glossary
from evolve.reading.recognition.blocks import blocks_of
from evolve.reading.recognition.bodies import body_key
from evolve.reading.recognition.periods import five_year_plan, years_in
from evolve.reading.recognition.places import parent_of, place_in, slug
from evolve.reading.recognition.roles import heading_role, text_role, title_role


@pytest.mark.parametrize(
    ("line", "style", "number", "rest"),
    [
        ("第三编 产业", "book", 3, "产业"),
        ("第二部分 运输服务", "division", 2, "运输服务"),
        ("第十二章 保障", "chapter", 12, "保障"),
        ("第 一 节　主要成就", "section", 1, "主要成就"),
        ("第1条 坚持生态优先", "article", 1, "坚持生态优先"),
        ("一、加强领导", "han", 1, "加强领导"),
        ("二十三、加强领导", "han", 23, "加强领导"),
        ("三 加强领导", "han", 3, "加强领导"),
        ("贰、调整", "formal", 2, "调整"),
        ("（十）统筹", "han_paren", 10, "统筹"),
        ("(六)统筹", "han_paren", 6, "统筹"),
        ("( 六 ) 统筹", "han_paren", 6, "统筹"),
        ("六）统筹", "han_half", 6, "统筹"),
        ("◆一、加强领导", "han", 1, "加强领导"),
        ("▍ 第二章 保障", "chapter", 2, "保障"),
        ("其二，粮食", "ordinal", 2, "粮食"),
        ("3)、实施工程", "arabic_half", 3, "实施工程"),
        ("任务四：实施工程", "task", 4, "实施工程"),
        ("12.印发规划", "arabic", 12, "印发规划"),
        ("9. 推进改造", "arabic", 9, "推进改造"),
        ("１．提高标准", "arabic", 1, "提高标准"),
        ("3、实施工程", "arabic_comma", 3, "实施工程"),
        ("4) 实施工程", "arabic_half", 4, "实施工程"),
        ("（5）实施工程", "arabic_paren", 5, "实施工程"),
        ("⑦检查", "circled", 7, "检查"),
        ("1.2 加强", "decimal2", 2, "加强"),
        ("1.2.3 加强", "decimal3", 3, "加强"),
        ("三是加强", "shi", 3, "加强"),
        ("首先，粮食", "first", 1, "粮食"),
        ("第二，着力", "ordinal", 2, "着力"),
        ("Ⅲ、人才", "roman", 3, "人才"),
        ("B. 组建", "latin", 2, "组建"),
        ("(c) build", "latin_paren", 3, "build"),
        ("——经济运行稳中向好", "dash", 0, "经济运行稳中向好"),
        ("Chapter 4 Transport", "english_chapter", 4, "Transport"),
        ("Strategic Goal 1: Uphold the law", "english_section", 1, "Uphold the law"),
        ("Key activity 2 – Support towns", "english_section", 2, "Support towns"),
        ("Objective 1.2: Promote", "english_objective", 2, "Promote"),
        ("Performance measure 1.3: Fund", "english_measure", 3, "Fund"),
    ],
)
def test_a_number_is_read_from_the_line(line: str, style: str, number: int, rest: str) -> None:
    label = label_of(line)
    assert label is not None
    assert (label.style, label.number, line[label.length :]) == (style, number, rest)


@pytest.mark.parametrize(
    "line",
    ["2023年工作要点", "3.5亿元投资", "加强领导", "第一书记", "一体推进", "100%完成", "", "条例"],
)
def test_what_only_looks_like_a_number_is_none(line: str) -> None:
    assert label_of(line) is None


def test_roman_numerals() -> None:
    assert [roman_number(each) for each in ("I", "IV", "IX", "XIV", "IIX")] == [1, 4, 9, 14, None]


@pytest.mark.parametrize(
    ("words", "start", "end", "relative"),
    [
        ("2024年广州教育工作总结", 2024, 2024, False),
        ("二〇一三年工作计划", 2013, 2013, False),
        ("一九八六年工作要点", 1986, 1986, False),
        ("２０１８年工作总结", 2018, 2018, False),
        ("教育事业发展“十四五”规划", 2021, 2025, False),
        ("发展第十四个五年规划", 2021, 2025, False),
        ("行动计划（2023—2025年）", 2023, 2025, False),
        ("行动计划(2023-25)", 2023, 2025, False),
        ("国民经济和社会发展第十四个五年规划和2035年远景目标纲要", 2021, 2025, False),
        ("教育事业发展规划（2016—2020年）（2018年修订）", 2016, 2020, False),
        ("“十四五”规划（2022年更新）", 2021, 2025, False),
        ("过去五年工作回顾", -5, -1, True),
        ("本届政府五年来的工作", -5, -1, True),
        ("过去一年的工作", -1, -1, True),
        ("对今年政府工作的建议", 0, 0, True),
        ("今后五年的目标", 0, 4, True),
        ("三年行动计划", 0, 2, True),
        ("2023—2024学年度第一学期工作计划", 2023, 2023, False),
        ("2023-24年度财政预算案", 2023, 2023, False),
        ("臺北市政府教育局113年度施政計畫", 2024, 2024, False),
        ("Annual plan for the school year 2023/24", 2023, 2023, False),
        ("Corporate Plan 2023–24 to 2026–27", 2023, 2026, False),
        ("“十四五”教育规划中期评估报告", 2021, 2023, False),
    ],
)
def test_years_are_read(words: str, start: int, end: int, relative: bool) -> None:  # noqa: FBT001 - a column of the table
    years = years_in(words)
    assert years is not None
    assert (years.start, years.end, years.relative) == (start, end, relative)


def test_five_year_plans_began_in_1953() -> None:
    assert [five_year_plan(n) for n in (1, 6, 14)] == [
        years_in("1953—1957年"),
        years_in("1981—1985年"),
        years_in("2021—2025年"),
    ]


def test_years_of_ideographs_keep_their_length() -> None:
    assert unify_years("二〇二五年和二○○八年，一九九五年") == "2025年和2008年，1995年"


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("2024年广州教育工作总结", Role.OUTCOME),
        ("2025年工作要点", Role.PLAN),
        ("2019年工作计划", Role.PLAN),
        ("教育事业发展“十四五”规划", Role.MULTI_YEAR_PLAN),
        ("大数据产业三年行动计划", Role.MULTI_YEAR_PLAN),
        ("“十三五”规划实施情况总结", Role.OUTCOME),
        ("2019年工作总结和2020年工作计划", None),
        ("2024年政府工作报告", None),
        ("2024年政府工作报告重点任务分工方案", Role.PLAN),
        ("2024年《政府工作报告》目标任务责任分解", Role.PLAN),
        ("2023年政府工作报告重点任务完成情况", Role.OUTCOME),
        ("某镇2023年工作总结和2024年工作谋划", None),
        ("2023年度述职述廉报告", Role.OUTCOME),
        ("2023年度行政审判白皮书", Role.OUTCOME),
        ("某市关于促进民营经济高质量发展的若干措施", Role.PLAN),
        ("2014年鄉鎮工作總結和2015年工作計畫", None),
        ("FY 2025 ANNUAL WORK PROGRAM", Role.PLAN),
        ("Annual Report 2022", Role.OUTCOME),
    ],
)
def test_a_title_names_a_role(title: str, role: Role | None) -> None:
    assert title_role(title) == role


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("2013年工作回顾", Role.OUTCOME),
        ("过去五年工作回顾", Role.OUTCOME),
        ("“十三五”教育事业发展回顾", Role.OUTCOME),
        ("2022年工作开展情况", Role.OUTCOME),
        ("今年工作的总体要求", Role.PLAN),
        ("2014年重点工作", Role.PLAN),
        ("下一步工作打算", Role.PLAN),
        ("“十二五”时期的主要目标和任务", Role.MULTI_YEAR_PLAN),
        ("2023年工作推进情况", Role.OUTCOME),
        ("上半年主要工作情况", Role.OUTCOME),
        ("第二季度工作计划", Role.PLAN),
        ("2024年工作谋划", Role.PLAN),
        ("下一步工作重点", Role.PLAN),
        ("2015年工作計畫", Role.PLAN),
        ("2014年工作總結", Role.OUTCOME),
        ("Next Steps", Role.PLAN),
        ("2025 Goals", Role.PLAN),
        ("2024 Accomplishments", Role.OUTCOME),
        ("今后五年的奋斗目标", Role.PLAN),
        ("加强党对教育工作的全面领导", None),
        ("加快教育资源规划布局", None),
        ("存在的主要问题", None),
    ],
)
def test_a_heading_opens_a_part(heading: str, role: Role | None) -> None:
    assert heading_role(heading) == role


def test_wording_tells_a_report_from_a_plan() -> None:
    told = ["完成投资30亿元，同比增长8%，获得省级表彰。"]
    meant = ["力争年内新建学校2所，继续推进改革，确保完成任务。"]
    assert text_role("", told)[0] == Role.OUTCOME
    assert text_role("", meant)[0] == Role.PLAN


@pytest.mark.parametrize(
    ("words", "place", "stem"),
    [
        ("广州市海珠区教育事业发展规划", "海珠区", "haizhu"),
        ("2024年广州教育工作总结", "广州市", "guangzhou"),
        ("内蒙古自治区鄂尔多斯市准格尔旗计划", "准格尔旗", "zhungeer"),
        ("成都市智慧城市建设规划", "成都市", "chengdu"),
        ("朝阳区教育局", "朝阳区", "chaoyang"),
        ("重庆市民政局", "重庆市", "chongqing"),
        ("陕西省教育厅", "陕西省", "shaanxi"),
        ("国务院", "全国", "national"),
        ("宁波市海曙区鼓楼街道2024年上半年工作总结", "鼓楼街道", "gulou"),
        ("政协临溪县第十届委员会", "临溪县", "linxi"),
        ("中国共产党临溪县第十届委员会", "临溪县", "linxi"),
        ("臺北市政府教育局113年度施政計畫", "台北市", "taipei"),
        ("廣東省教育廳", "广东省", "guangdong"),
        ("湖南省平江县教育局", "平江县", "pingjiang"),
        ("浙江省义乌市教育局", "义乌市", "yiwu"),
        ("河北省邢台县教育局", "邢台县", "xingtai"),
        ("陕西省关中地区发展规划", "陕西省", "shaanxi"),
        ("湖南省县域经济发展规划", "湖南省", "hunan"),
        ("湖南省市县两级机构改革方案", "湖南省", "hunan"),
        ("浙江省智慧城市建设规划", "浙江省", "zhejiang"),
        ("乡镇2014年工作总结", "", "unknown"),
        ("澳門特別行政區政府", "澳门特别行政区", "macao"),
        ("河口村2024年工作计划", "河口村", "hekou"),
        ("文化和旅游部办公厅", "全国", "national"),
        ("最高人民检察院工作报告", "全国", "national"),
        ("高举旗帜 奋力建设新局面", "", "unknown"),
        ("教育局工作要点", "", "unknown"),
    ],
)
def test_a_place_is_found_and_named(words: str, place: str, stem: str) -> None:
    assert (place_in(words), slug(place)) == (place, stem)


@pytest.mark.parametrize(
    ("one", "other", "place"),
    [
        ("湖南省委教育工委湖南省教育厅", "湖南省教育厅", "湖南省"),
        ("广州市委教育工委市教育局", "广州市教育局", "广州市"),
        ("长沙市市场监督管理局", "长沙市市场监管局", "长沙市"),
        ("成都市卫健委", "成都市卫生和计划生育委员会", "成都市"),
        ("深圳市发展和改革委员会", "深圳市发改委", "深圳市"),
        ("国家发展和改革委员会", "国家发展改革委", "全国"),
        ("上海市教委", "上海市教育委员会", "上海市"),
        ("佛山市环境保护局", "佛山市生态环境局", "佛山市"),
        ("广州市海珠区教育局", "海珠区教育局", "海珠区"),
        ("教育部办公厅", "教育部", "全国"),
        ("廣州市衛生局", "广州市卫生局", "广州市"),
        ("临溪县人民代表大会常务委员会", "临溪县人大常委会", "临溪县"),
    ],
)
def test_a_body_is_the_same_under_its_names(one: str, other: str, place: str) -> None:
    assert body_key(one, place) == body_key(other, place)


@pytest.mark.parametrize(
    ("one", "other", "place"),
    [
        ("广州市教育局", "广州市体育局", "广州市"),
        ("广州市人民政府", "广州市人民政府办公厅", "广州市"),
        ("广州市委教育工作委员会", "广州市教育局", "广州市"),
        ("深圳市财政局", "深圳市税务局", "深圳市"),
    ],
)
def test_bodies_of_one_place_stay_apart(one: str, other: str, place: str) -> None:
    assert body_key(one, place) != body_key(other, place)


def test_the_place_above_is_printed_before_it_or_known() -> None:
    assert parent_of("海珠区", "印发广州市海珠区教育规划") == "广州市"
    assert parent_of("广州市", "") == "广东省"
    assert parent_of("海珠区", "海珠区教育局") == ""
    assert parent_of("鼓楼街道", "宁波市海曙区鼓楼街道工作总结") == "海曙区"


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("指导思想", ItemKind.PREAMBLE),
        ("总体要求", ItemKind.PREAMBLE),
        ("“十四五”教育事业发展环境", ItemKind.DIAGNOSIS),
        ("存在的主要问题", ItemKind.DIAGNOSIS),
        ("存在的主要問題", ItemKind.DIAGNOSIS),
        ("当前形势与任务", ItemKind.DIAGNOSIS),
        ("結語", ItemKind.CLOSING),
        ("发展目标", ItemKind.ITEM),
        ("坚持问题导向，补齐短板", ItemKind.ITEM),
    ],
)
def test_a_heading_tells_what_stands_under_it(heading: str, kind: ItemKind) -> None:
    assert kind_of_heading(heading) == kind


@pytest.mark.parametrize(
    ("line", "is_speaker"),
    [
        ("国务院总理李强", True),
        ("平江县人民检察院检察长李明", True),
        ("党委书记、董事长王建军", True),
        ("市长张某某", True),
        ("深入学习贯彻习近平总书记讲话精神", False),
        ("落实党委书记负责制", False),
    ],
)
def test_the_line_below_a_title_names_who_speaks(line: str, is_speaker: bool) -> None:  # noqa: FBT001 - a column of the table
    text = f"2024年工作报告\n{line}\n一、建设学校。\n二、培训教师。\n"
    lines = paragraphs_of(read_plain(text.encode(), file="a.txt", encoding=None))
    (block,) = blocks_of(lines)
    assert (block.title is not None and line in block.title.below) == is_speaker


@pytest.mark.parametrize(
    ("line", "is_glossary"),
    [
        ("名词解释", True),
        ("附件：《政府工作报告》有关用语说明", True),
        ("注释：", True),
        ("缩略语", True),
        ("推广普通话和规范用语", False),
        ("规范术语使用", False),
    ],
)
def test_the_words_explained_after_the_end_are_told_by_their_heading(
    line: str,
    is_glossary: bool,  # noqa: FBT001 - a column of the table
) -> None:
    found = Furniture()
    mark_glossary([Paragraph(0, len(line), line)], found)
    assert bool(found.reasons) == is_glossary
