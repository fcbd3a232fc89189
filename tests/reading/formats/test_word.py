import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from evolve.errors import InputError
from evolve.reading.formats.base import RawText
from evolve.reading.formats.word import read_docx
from evolve.reading.formats.word.numerals import numeral
from tests.writers import as_zip


def read(document: Any) -> RawText:
    stream = BytesIO()
    document.save(stream)
    return read_docx(stream.getvalue(), file="plan.docx")


def texts(raw: RawText) -> list[str]:
    return [raw.text[line.start : line.end] for line in raw.lines]


def numbering(document: Any, *levels: tuple[str, str]) -> None:
    """Add list 99 with these number formats and patterns."""
    inner = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        for index, (style, pattern) in enumerate(levels)
    )
    root = document.part.numbering_part.element
    root.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="99">{inner}</w:abstractNum>')
    )
    root.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="99"><w:abstractNumId w:val="99"/></w:num>')
    )


def numbered(document: Any, text: str, level: int, number: int = 99) -> None:
    paragraph = document.add_paragraph(text)
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number


def test_automatic_numbers_become_labels() -> None:
    document = docx.Document()
    numbering(
        document, ("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%1.%3")
    )
    for text, level in [
        ("加强党的领导", 0),
        ("学习", 1),
        ("督导", 1),
        ("细则", 2),
        ("推进公平", 0),
        ("学位", 1),
    ]:
        numbered(document, text, level)
    raw = read(document)
    assert texts(raw) == [
        "一、加强党的领导",
        "（一）学习",
        "（二）督导",
        "一.1 细则",
        "二、推进公平",
        "（一）学位",
    ]
    assert [line.label for line in raw.lines][:2] == ["一、", "（一）"]


def test_a_list_without_a_number_of_that_level_has_no_label() -> None:
    document = docx.Document()
    numbering(document, ("decimal", "%1."))
    numbered(document, "一级", 0)
    numbered(document, "无级", 5)
    assert texts(read(document)) == ["1. 一级", "无级"]


def test_a_style_can_bring_the_number_and_its_level() -> None:
    document = docx.Document()
    numbering(document, ("chineseCounting", "第%1章"), ("decimal", "%1.%2"))
    for level, name in enumerate(["Heading 1", "Heading 2"]):
        style = document.styles[name]
        properties = style.element.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_numId().val = 99
        link = parse_xml(f'<w:pStyle {nsdecls("w")} w:val="{style.style_id}"/>')
        document.part.numbering_part.element.findall(f".//{qn('w:lvl')}")[level].append(link)
    for text, level in [("总则", 1), ("目标", 2), ("任务", 2), ("附则", 1), ("施行", 2)]:
        document.add_heading(text, level)
    assert texts(read(document)) == [
        "第一章 总则",
        "一.1 目标",
        "一.2 任务",
        "第二章 附则",
        "二.1 施行",
    ]


def test_a_list_starts_anew_where_its_number_says_so() -> None:
    document = docx.Document()
    numbering(document, ("decimal", "%1."))
    document.part.numbering_part.element.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="100"><w:abstractNumId w:val="99"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
    )
    for text, number in [("一", 99), ("二", 99), ("三", 100), ("四", 100)]:
        numbered(document, text, 0, number)
    assert texts(read(document)) == ["1. 一", "2. 二", "1. 三", "2. 四"]


def test_headings_carry_their_depth_and_bold_is_told() -> None:
    document = docx.Document()
    document.add_heading("广州市教育局工作要点", 0)
    document.add_heading("总体要求", 1)
    document.add_paragraph().add_run("一是推进。").bold = True
    own = document.styles.add_style("公文一级", WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = document.styles["Heading 2"]
    document.add_paragraph("主要任务", style=own)
    raw = read(document)
    assert raw.title == "广州市教育局工作要点"
    assert [line.depth for line in raw.lines] == [None, 1, None, 2]
    assert raw.lines[2].bold


def test_a_table_keeps_its_cells_and_its_merged_cells() -> None:
    document = docx.Document()
    document.add_paragraph("表1")
    table = document.add_table(3, 3)
    for row, words in enumerate(
        [["类别", "指标", "目标"], ["学前", "毛入园率", "100"], ["", "覆盖率", "85"]]
    ):
        for column, word in enumerate(words):
            table.cell(row, column).text = word
    table.cell(1, 0).merge(table.cell(2, 0))
    raw = read(document)
    assert [[raw.text[a:b] for a, b in row] for row in raw.tables[0].rows] == [
        ["类别", "指标", "目标"],
        ["学前", "毛入园率", "100"],
        ["学前", "覆盖率", "85"],
    ]
    assert [line.table for line in raw.lines] == [None, 0, 0, 0]


def test_a_box_of_one_cell_is_text() -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "专栏1 重点工程"
    cell.add_paragraph("1.新建学校")
    assert texts(read(document)) == ["专栏1 重点工程", "1.新建学校"]


def test_headers_and_footers_are_set_aside() -> None:
    document = docx.Document()
    document.add_paragraph("正文")
    document.sections[0].header.paragraphs[0].text = "广州市教育局文件"
    document.sections[0].footer.paragraphs[0].text = "— 1 —"
    raw = read(document)
    assert texts(raw) == ["正文"]
    assert [(raw.text[a:b], reason) for a, b, reason in raw.discarded] == [
        ("广州市教育局文件", "page header"),
        ("— 1 —", "page footer"),
    ]


def test_deleted_text_is_left_out_and_inserted_text_kept() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("新增学位")._p
    paragraph.append(
        parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>2</w:delText></w:r></w:del>")
    )
    paragraph.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>3</w:t></w:r></w:ins>"))
    raw = read(document)
    assert texts(raw) == ["新增学位3"]
    assert raw.notices == ("Tracked deletions are not part of the text.",)


def test_a_file_that_is_no_document_is_one_sentence() -> None:
    with pytest.raises(InputError, match=r"^plan\.docx: no office document that can be read"):
        read_docx(b"PK\x03\x04 no archive", file="plan.docx")


@pytest.mark.parametrize(
    ("value", "style", "printed"),
    [
        (1, "chineseCounting", "一"),
        (10, "chineseCounting", "十"),
        (12, "chineseCountingThousand", "十二"),
        (20, "chineseCountingThousand", "二十"),
        (105, "chineseCountingThousand", "一百零五"),
        (110, "chineseCountingThousand", "一百一十"),
        (1010, "chineseCountingThousand", "一千零一十"),
        (10, "ideographDigital", "一〇"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (3, "decimalEnclosedCircle", "③"),
        (28, "decimalEnclosedCircleChinese", "㉘"),
        (14, "upperRoman", "XIV"),
        (27, "lowerLetter", "aa"),
        (7, "decimalFullWidth", "７"),
        (2, "ideographTraditional", "乙"),
        (9, "unheardOf", "9"),
    ],
)
def test_number_formats(value: int, style: str, printed: str) -> None:
    assert numeral(value, style) == printed


def in_other_words(document: Any, *words: tuple[str, str]) -> bytes:
    """A saved document with words of its parts replaced, those of patterns too."""
    stream = BytesIO()
    document.save(stream)
    with ZipFile(stream) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for pattern, new in words:
        parts = {name: re.sub(pattern.encode(), new.encode(), part) for name, part in parts.items()}
    return as_zip(parts)


@pytest.mark.parametrize(
    ("pattern", "new"),
    [
        (
            r"vnd\.openxmlformats-officedocument\.wordprocessingml\.document\.main",
            "vnd.ms-word.document.macroEnabled.main",
        ),
        (r"wordprocessingml\.document\.main", "wordprocessingml.template.main"),
        (
            r"http://schemas\.openxmlformats\.org/(wordprocessingml|officeDocument)/2006/",
            r"http://purl.oclc.org/ooxml/\1/",
        ),
    ],
    ids=["macros", "template", "strict"],
)
def test_every_form_in_which_word_saves_is_read(pattern: str, new: str) -> None:
    document = docx.Document()
    document.add_heading("一、推进教育公平", 1)
    document.add_paragraph("新增学位三万个。")
    raw = read_docx(in_other_words(document, (pattern, new)), file="plan.docm")
    assert texts(raw) == ["一、推进教育公平", "新增学位三万个。"]
    assert raw.lines[0].depth == 1


def test_comments_are_set_aside_and_told() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("新增学位三万个。")
    document.add_comment(paragraph.runs, text="数字待核实", author="李")
    raw = read(document)
    assert texts(raw) == ["新增学位三万个。"]
    assert [(raw.text[a:b], reason) for a, b, reason in raw.discarded] == [
        ("数字待核实", "comment")
    ]
    assert raw.notices == ("Comments in the margin are no part of the text.",)


def test_a_deleted_row_of_a_table_is_left_out() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ["指标", "目标", "学位", "三万个"], strict=True):
        cell.text = text
    properties = table.rows[1]._tr.get_or_add_trPr()
    properties.append(parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="李"/>'))
    assert texts(read(document)) == ["指标\t目标"]
