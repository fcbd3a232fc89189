"""The same text in every format that is read, made by the libraries that people make it with."""

import csv
import html
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from email.message import EmailMessage
from email.policy import SMTP
from io import BytesIO, StringIO
from typing import Any

import docx
import openpyxl
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table, TableStyle

__all__ = ["WRITERS", "as_csv", "as_docx", "as_html", "as_mhtml", "as_pdf", "as_xlsx", "as_zip"]

FONT = "STSong-Light"

MENU = "".join(f"<li><a href='#'>{word}</a></li>" for word in ("首页", "政务公开", "办事服务"))
FOOT = "<a href='#'>联系我们</a> | <a href='#'>站点地图</a>"


def as_docx(lines: Sequence[str], *, rows: Sequence[Sequence[str]] = ()) -> bytes:
    """One paragraph a line, and a table at the end.

    Paragraphs are put in as Word's own elements, because python-docx is slow at many.
    """
    document = docx.Document()
    body = document.element.body
    for line in lines:
        paragraph, run, text = (OxmlElement(f"w:{name}") for name in ("p", "r", "t"))
        text.text = line
        text.set(qn("xml:space"), "preserve")
        run.append(text)
        paragraph.append(run)
        body[-1].addprevious(paragraph)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for row, words in zip(table.rows, rows, strict=True):
            for cell, word in zip(row.cells, words, strict=True):
                cell.text = word
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_html(
    lines: Sequence[str], *, encoding: str = "utf-8", menu: str = MENU, foot: str = FOOT
) -> bytes:
    """A page with navigation around its article."""
    paragraphs = "\n".join(f"<p>{html.escape(line)}</p>" for line in lines)
    page = (
        f"<!DOCTYPE html><html><head><meta charset='{encoding}'><title>页面</title></head><body>"
        f"<ul class='nav'>{menu}</ul><div class='article'>{paragraphs}</div>"
        f"<div class='footer'>{foot}</div></body></html>"
    )
    return page.encode(encoding)


def as_mhtml(lines: Sequence[str]) -> bytes:
    """The same page as a browser saves it in one file."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = "page"
    message["MIME-Version"] = "1.0"
    message.set_content(as_html(lines), maintype="text", subtype="html", cte="quoted-printable")
    message.make_related()
    return message.as_bytes()


def as_pdf(
    lines: Sequence[str],
    *,
    header: str = "",
    numbered: bool = True,
    rows: Sequence[Sequence[str]] = (),
    indent: float = 24,
) -> bytes:
    """Pages of A4 with a running title and page numbers; rows become a ruled table at the end.

    An empty line is an empty page.
    """
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    style = ParagraphStyle(
        "body", fontName=FONT, fontSize=12, leading=20, firstLineIndent=indent, wordWrap="CJK"
    )

    def margins(canvas: Any, _: Any) -> None:
        canvas.setFont(FONT, 9)
        canvas.drawString(72, A4[1] - 36, header)
        if numbered:
            canvas.drawCentredString(A4[0] / 2, 30, f"— {canvas.getPageNumber()} —")

    flow: list[Any] = [
        Paragraph(html.escape(line), style) if line else PageBreak() for line in lines
    ]
    if rows:
        cell = ParagraphStyle("cell", fontName=FONT, fontSize=10, wordWrap="CJK")
        table = Table([[Paragraph(text, cell) for text in row] for row in rows], repeatRows=1)
        table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)]))
        flow.append(table)
    stream = BytesIO()
    SimpleDocTemplate(stream, pagesize=A4).build(flow, onFirstPage=margins, onLaterPages=margins)
    return stream.getvalue()


def as_xlsx(rows: Sequence[Sequence[Any]]) -> bytes:
    """One sheet."""
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(list(row))
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_csv(rows: Sequence[Sequence[str]], *, encoding: str = "utf-8-sig") -> bytes:
    """Values separated by commas."""
    stream = StringIO(newline="")
    csv.writer(stream).writerows(rows)
    return stream.getvalue().encode(encoding)


def as_zip(members: Mapping[str, bytes]) -> bytes:
    """An archive of files by name."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def _as_text(lines: Sequence[str]) -> bytes:
    return "\n".join(lines).encode()


def _as_gb18030(lines: Sequence[str]) -> bytes:
    return "\r\n".join(lines).encode("gb18030")


def _as_markdown(lines: Sequence[str]) -> bytes:
    return "\n\n".join(re.sub(r"([\\*_`<>#~|\[\]])", r"\\\1", line) for line in lines).encode()


WRITERS: dict[str, Callable[[Sequence[str]], bytes]] = {
    "plan.txt": _as_text,
    "plan-gb.txt": _as_gb18030,
    "plan.md": _as_markdown,
    "plan.docx": as_docx,
    "plan.html": as_html,
    "plan.mhtml": as_mhtml,
    "plan.pdf": as_pdf,
}
"""Writers of prose by the name of a file in that format."""
