from io import BytesIO
from typing import Any

import openpyxl
import pytest

from evolve.errors import InputError
from evolve.reading.formats.base import RawText
from evolve.reading.formats.sheets import read_csv, read_xlsx
from tests.writers import as_csv, as_xlsx, as_zip

ROWS = [["指标", "单位", "2020年", "2025年"], ["毛入园率", "%", "118.7", "＞100"]]


def cells(raw: RawText) -> list[list[str]]:
    return [[raw.text[a:b] for a, b in row] for row in raw.tables[0].rows]


def workbook(fill: Any) -> RawText:
    book = openpyxl.Workbook()
    fill(book)
    stream = BytesIO()
    book.save(stream)
    return read_xlsx(stream.getvalue(), file="a.xlsx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_values_separated_by_commas_are_a_table(encoding: str) -> None:
    raw = read_csv(as_csv(ROWS, encoding=encoding), file="a.csv", encoding=None)
    assert cells(raw) == ROWS


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_found(separator: str) -> None:
    data = "\n".join(separator.join(row) for row in ROWS).encode()
    assert cells(read_csv(data, file="a.csv", encoding=None)) == ROWS


def test_a_sheet_is_a_table_under_its_title() -> None:
    raw = read_xlsx(as_xlsx([["表1 主要指标"], *ROWS]), file="a.xlsx")
    assert raw.text.startswith("表1 主要指标\n")
    assert cells(raw) == ROWS
    assert raw.tables[0].title == "Sheet"


def test_figures_are_as_the_sheet_shows_them() -> None:
    def fill(book: Any) -> None:
        sheet = book.active
        sheet.append(["率", "数", "次", "日"])
        sheet.append([0.957, 12345.5, 3.0, None])
        for place, style in (("A2", "0.0%"), ("B2", "#,##0.00"), ("C2", "General")):
            sheet[place].number_format = style

    assert cells(workbook(fill))[1] == ["95.7%", "12,345.50", "3", ""]


def test_merged_cells_and_hidden_sheets() -> None:
    def fill(book: Any) -> None:
        sheet = book.active
        for row in [["类别", "指标"], ["学前", "毛入园率"], [None, "覆盖率"]]:
            sheet.append(row)
        sheet.merge_cells("A2:A3")
        book.create_sheet("底稿").sheet_state = "hidden"

    raw = workbook(fill)
    assert cells(raw) == [["类别", "指标"], ["学前", "毛入园率"], ["学前", "覆盖率"]]
    assert raw.notices == ("The hidden sheet 底稿 was left out.",)


def test_a_merge_over_the_whole_sheet_is_refused_before_it_is_made() -> None:
    book = openpyxl.load_workbook(BytesIO(as_xlsx(ROWS)))
    stream = BytesIO()
    book.save(stream)
    import zipfile

    with zipfile.ZipFile(stream) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    merge = b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells><pageMargins'
    parts[sheet] = parts[sheet].replace(b"<pageMargins", merge)
    with pytest.raises(InputError, match="more than 500,000 cells"):
        read_xlsx(as_zip(parts), file="a.xlsx")
