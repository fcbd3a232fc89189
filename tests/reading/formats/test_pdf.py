from io import BytesIO
from itertools import product

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from evolve.errors import InputError
from evolve.reading.formats.base import RawText
from evolve.reading.formats.pdf import read_pdf
from evolve.reading.formats.pdf.margins import margins_of
from evolve.reading.formats.pdf.page import PageLine
from tests.writers import FONT, as_pdf

LONG = (
    "（一）推进学前教育公益普惠发展。"
    + "扩大公办幼儿园学位，规范民办幼儿园办园行为，" * 12
    + "做好监管。"
)


def read(data: bytes) -> RawText:
    return read_pdf(data, file="plan.pdf")


def texts(raw: RawText) -> list[str]:
    return [raw.text[line.start : line.end] for line in raw.lines]


@pytest.mark.parametrize("indent", [24, 0])
def test_paragraphs_are_whole_over_lines_and_pages(indent: float) -> None:
    lines = ["一、工作目标", *[LONG] * 12, "二、保障措施"]
    raw = read(as_pdf(lines, indent=indent))
    assert texts(raw) == lines
    assert raw.lines[-1].page is not None
    assert raw.lines[-1].page > 2


def test_running_titles_and_page_numbers_are_set_aside() -> None:
    raw = read(as_pdf([LONG] * 20, header="广州市教育局文件"))
    aside = [(raw.text[piece.start : piece.end], piece.reason) for piece in raw.discarded]
    assert aside[:2] == [("广州市教育局文件", "page header"), ("— 1 —", "page number")]
    assert texts(raw) == [LONG] * 20


def test_a_figure_at_the_foot_of_a_page_is_no_page_number() -> None:
    def line(text: str, base: float) -> PageLine:
        return PageLine(text, 90, base - 2, 200, base + 10, base, 12, 0)

    pages = [
        [line("学位", 700), line(figure, 60), line(str(number), 30)]
        for number, figure in enumerate(["450", "810", "1350", "270"], 1)
    ]
    assert margins_of(pages, [800.0] * 4) == [{2: "page number"}] * 4


def test_a_ruled_table_is_a_table_over_pages() -> None:
    rows = [["类别", "指标", "目标"], *[[f"第{n}类", f"指标{n}", str(n)] for n in range(60)]]
    raw = read(as_pdf(["表1 主要指标"], rows=rows))
    assert [[raw.text[a:b] for a, b in row] for row in raw.tables[0].rows] == rows
    assert [piece.reason for piece in raw.discarded].count("repeated table header") > 0


def test_a_page_without_text_is_named() -> None:
    raw = read(as_pdf(["一、目标", "", "", "二、任务"], numbered=False))
    assert raw.notices == (
        "Page 2 has no text; a scan needs its characters recognised (OCR) first.",
    )


def test_a_scan_is_one_sentence() -> None:
    with pytest.raises(InputError, match=r"none of its \d pages has text"):
        read(as_pdf(["", ""], numbered=False))


@pytest.mark.parametrize("data", [b"%PDF-1.7 nothing", b"PK\x03\x04", b""])
def test_what_is_no_pdf_is_one_sentence(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^plan\.pdf: no PDF that can be read"):
        read(data)


@pytest.mark.parametrize("rotation", [0, 90])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_that_lies_on_its_side_is_read_upright(turn: int, rotation: int) -> None:
    words = [[f"格{row}{column}" for column in range(3)] for row in range(4)]
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(600, 800))
    canvas.setPageRotation(rotation)
    canvas.translate(*{0: (0, 0), 90: (600, 0), 180: (600, 800), 270: (0, 800)}[turn])
    canvas.rotate(turn)
    canvas.setFont(FONT, 12)
    canvas.drawString(60, 500, "一、主要指标")
    canvas.grid([60, 160, 260, 360], [100, 150, 200, 250, 300])
    for row, column in product(range(4), range(3)):
        canvas.drawString(70 + 100 * column, 265 - 50 * row, words[row][column])
    canvas.save()
    raw = read(stream.getvalue())
    assert texts(raw)[0] == "一、主要指标"
    assert [[raw.text[a:b] for a, b in row] for row in raw.tables[0].rows] == words


def test_a_watermark_is_set_aside() -> None:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(600, 800))
    canvas.setFont(FONT, 12)
    canvas.drawString(60, 500, "一、主要指标")
    canvas.rotate(30)
    canvas.drawString(300, 200, "内部")
    canvas.save()
    raw = read(stream.getvalue())
    assert texts(raw) == ["一、主要指标"]
    assert [(raw.text[a:b], reason) for a, b, reason in raw.discarded] == [("内部", "rotated text")]


def drawn(*pieces: tuple[float, float, str]) -> bytes:
    """One page with pieces of text at some places."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(600, 800))
    canvas.setFont(FONT, 12)
    for x, y, text in pieces:
        canvas.drawString(x, y, text)
    canvas.save()
    return stream.getvalue()


def test_every_character_stays_where_the_file_brings_no_font_for_it() -> None:
    words = "二〇二五年工作要点，抓落实。"
    data = drawn(*((60 + 12 * at, 500, char) for at, char in enumerate(words)))
    assert texts(read(data)) == [words]


@pytest.mark.parametrize(
    "pieces",
    [
        [(60, "学前教育"), (140, "义务教育")],
        [(60, "学前教育"), (160, "义务教育"), (260, "高中教育")],
        [(60, "学"), (100, "前教育义务教育高中教育职业教育高等教育")],
        [(60, "学前教育义务教育高中教育职业教育高等教"), (320, "育")],
    ],
)
def test_a_gap_between_words_of_one_line_is_kept(pieces: list[tuple[float, str]]) -> None:
    data = drawn(*((x, 500, text) for x, text in pieces))
    assert texts(read(data)) == [" ".join(text for _, text in pieces)]


def test_a_table_ruled_inside_a_form_is_a_table() -> None:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(600, 800))
    canvas.beginForm("lines")
    canvas.grid([0, 100, 200], [0, 50, 100])
    canvas.endForm()
    canvas.setFont(FONT, 12)
    canvas.drawString(60, 600, "一、主要指标")
    for at, word in enumerate(["指标", "目标", "学位", "三万个"]):
        canvas.drawString(70 + 100 * (at % 2), 470 - 50 * (at // 2), word)
    canvas.translate(60, 400)
    canvas.doForm("lines")
    canvas.save()
    raw = read(stream.getvalue())
    (table,) = raw.tables
    cells = [[raw.text[a:b] for a, b in row] for row in table.rows]
    assert cells == [["指标", "目标"], ["学位", "三万个"]]


INDICATORS = [
    ["指标", "2020年", "2025年"],
    ["学前教育毛入园率", "95%", "98%"],
    ["义务教育巩固率", "96%", "97.5%"],
    ["高中阶段毛入学率", "93%", "95%"],
]


def test_cells_under_each_other_are_a_table_without_lines() -> None:
    cells = [
        (60 + 160 * column, 500 - 20 * row, text)
        for row, words in enumerate(INDICATORS)
        for column, text in enumerate(words)
    ]
    raw = read(drawn((60, 560, "主要指标如下："), *cells, (60, 380, "以上指标逐年评估。")))
    (table,) = raw.tables
    assert [[raw.text[a:b] for a, b in row] for row in table.rows] == INDICATORS
    assert texts(raw)[0] == "主要指标如下："
    assert texts(raw)[-1] == "以上指标逐年评估。"


@pytest.mark.parametrize(
    "columns",
    [
        ["扩大公办幼儿园学位，规范民办园办园行为，", "推进义务教育优质均衡发展，办好每所学校，"],
        ["第一章　发展环境", "1"],
    ],
    ids=["columns of prose", "table of contents"],
)
def test_other_lines_under_each_other_are_none(columns: list[str]) -> None:
    pieces = [
        (60 + 300 * column, 500 - 20 * row, text)
        for row in range(5)
        for column, text in enumerate(columns)
    ]
    assert read(drawn(*pieces)).tables == ()
