from datetime import date

import pytest

from evolve.errors import InputError
from evolve.reading.formats.base import RawText
from evolve.reading.formats.web import read_html, read_mhtml
from tests.writers import as_mhtml

TITLE = "广州市教育局关于印发2025年工作要点的通知"
PLAN = [
    "2025年是贯彻全国教育大会精神的关键之年，全市教育系统要深入贯彻党的二十大精神，加快建设高质量教育体系。",
    "一、加强党对教育工作的全面领导",
    "（一）深入学习贯彻习近平新时代中国特色社会主义思想，健全理论学习中心组制度，开展专题培训不少于十场。",
    "二、推进义务教育优质均衡发展",
    "（二）新增公办基础教育学位三万个，推进集团化办学，扩大优质教育资源覆盖面，完善随迁子女入学政策。",
]
BROKEN = "<br>　　".join(PLAN)
MENU = "<ul>" + "".join(f"<li><a href='/{n}'>栏目{n}</a></li>" for n in range(8)) + "</ul>"
RELATED = (
    "<h3>相关文章</h3><ul>"
    + "".join(
        f"<li><a href='/{year}'>广州市教育局关于印发{year}年工作要点的通知</a></li>"
        for year in range(2017, 2024)
    )
    + "</ul>"
)
FOOT = "<div><p>主办：广州市教育局　网站标识码：4401000003　粤ICP备05083207号</p></div>"


def page(body: str, head: str = "") -> RawText:
    source = (
        f"<!DOCTYPE html><html><head><title>{TITLE}-广州市教育局网站</title>{head}</head>{body}"
    )
    return read_html(source.encode(), file="page.html", encoding=None)


def texts(raw: RawText) -> list[str]:
    return [raw.text[line.start : line.end] for line in raw.lines]


def set_aside(raw: RawText, reason: str) -> list[str]:
    return [raw.text[piece.start : piece.end] for piece in raw.discarded if piece.reason == reason]


def paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>　　{line}</p>" for line in lines)


@pytest.mark.parametrize(
    "body",
    [
        f"<body><div>{MENU}</div><div class=a>{paragraphs(PLAN)}</div><div>{RELATED}</div>{FOOT}",
        f"<body>{MENU}<table><tr><td>{RELATED}<td>{BROKEN}<tr><td>{FOOT}</table>",
        f"<body>{MENU}<main><article>{paragraphs(PLAN)}{RELATED}</article></main>{FOOT}",
        f"<body>{paragraphs(PLAN)}",
    ],
    ids=["blocks", "layout by tables", "links inside the article", "nothing around it"],
)
def test_the_article_is_kept_and_the_navigation_set_aside(body: str) -> None:
    raw = page(body)
    assert texts(raw) == PLAN
    around = "".join(set_aside(raw, "navigation"))
    assert ("栏目1" in around) == (MENU in body)
    assert ("相关文章" in around) == (RELATED in body)


def test_title_date_and_number_come_from_the_data_of_the_page() -> None:
    head = (
        f"<meta name=ArticleTitle content='{TITLE}'><meta name=PubDate content='2025-04-30 10:22'>"
    )
    row = "<table><tr><td>文号：<td>穗教发〔2025〕7号<tr><td>索引<td>7</table>"
    raw = page(f"<body>{row}<div>{paragraphs(PLAN)}</div>", head)
    assert (raw.title, raw.published, raw.number) == (TITLE, date(2025, 4, 30), "穗教发〔2025〕7号")


def test_title_and_date_come_from_the_text_where_the_page_has_no_data() -> None:
    raw = page(f"<body><p>发布日期：2025年4月30日 来源：本网</p><div>{paragraphs(PLAN)}</div>")
    assert (raw.title, raw.published) == (TITLE, date(2025, 4, 30))


def test_headings_lists_and_bold_are_told() -> None:
    raw = page(
        f"<body><h2>总体要求</h2>{paragraphs(PLAN)}<p><b>一是推进。</b></p>"
        "<ol start=3><li>建学校</li><li value=7>建幼儿园</li></ol><ul><li>其他</li></ul>"
    )
    assert [line.depth for line in raw.lines[:2]] == [2, None]
    assert raw.lines[6].bold
    assert texts(raw)[-3:] == ["3. 建学校", "7. 建幼儿园", "• 其他"]


def test_a_table_of_data_keeps_its_merged_cells() -> None:
    raw = page(
        f"<body>{paragraphs(PLAN)}<table><tr><th>类别<th>指标<th>目标</tr>"
        "<tr><td rowspan=2>学前<td>毛入园率<td>100</tr><tr><td>覆盖率<td>85</tr>"
        "<tr><td colspan=2>小计<td>3</tr></table>"
    )
    assert [[raw.text[a:b] for a, b in row] for row in raw.tables[0].rows] == [
        ["类别", "指标", "目标"],
        ["学前", "毛入园率", "100"],
        ["学前", "覆盖率", "85"],
        ["小计", "小计", "3"],
    ]


def test_scripts_are_not_text_and_hidden_text_is_set_aside() -> None:
    raw = page(
        f"<body><script>var x = '一、脚本';</script><!-- 注释 -->{paragraphs(PLAN)}"
        "<div style='display: none'>看不见的内容</div>"
    )
    assert "脚本" not in raw.text
    assert "注释" not in raw.text
    assert set_aside(raw, "hidden text") == ["看不见的内容"]


def test_the_encoding_that_the_page_names_is_used_where_it_fits() -> None:
    source = f"<html><meta charset=gb2312><body>{paragraphs(PLAN)}"
    assert read_html(source.encode("gb18030"), file="a", encoding=None).encoding == "gb18030"
    assert read_html(source.encode(), file="a", encoding=None).encoding == "utf-8"


def test_a_page_saved_in_one_file_is_read() -> None:
    raw = read_mhtml(as_mhtml(PLAN), file="page.mhtml", encoding=None)
    assert (texts(raw), raw.format) == (PLAN, "mhtml")


def test_a_page_deeper_than_the_parser_goes_is_refused_and_not_cut_off() -> None:
    assert texts(page("<body>" + "<div>" * 2_000 + "一、推进")) == ["一、推进"]
    with pytest.raises(InputError, match="nested deeper than any page"):
        page("<body>" + "<div>" * 20_000 + "一、推进")


@pytest.mark.parametrize("source", [b"", b"<!-- -->", b"\x00\x00"])
def test_a_page_without_anything_is_one_sentence(source: bytes) -> None:
    with pytest.raises(InputError, match=r"^a: there is no text in it"):
        read_html(source, file="a", encoding="utf-8")


def test_parts_inside_parts_without_end_are_one_sentence() -> None:
    data = b"MIME-Version: 1.0\n" + b"Content-Type: multipart/mixed; boundary=x\n\n--x\n" * 1000
    with pytest.raises(InputError, match="more than 50 parts in parts"):
        read_mhtml(data, file="page.mhtml", encoding=None)
