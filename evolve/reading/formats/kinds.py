"""Which format a file has: by its first bytes where they tell, else by its suffix."""

import re
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile

__all__ = ["SUFFIXES", "kind_of"]

_BY_SUFFIX = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".docx": "docx",
    ".docm": "docx",
    ".doc": "doc",
    ".wps": "doc",
    ".rtf": "rtf",
    ".odt": "odt",
    ".pdf": "pdf",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".xls": "xls",
    ".et": "xls",
    ".ods": "ods",
    ".csv": "csv",
    ".tsv": "csv",
    ".zip": "zip",
}

SUFFIXES = frozenset(_BY_SUFFIX)
"""Suffixes of the files that are read, lower case with the dot."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF = re.compile(rb".{0,1024}?%PDF-", re.DOTALL)
_RTF = re.compile(rb"\{\\rtf")
_MAIL = re.compile(rb"(?i)(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,30}?MIME-Version:")
_PAGE = re.compile(rb"(?is)\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b")
_SHEETS = b"opendocument.spreadsheet"
_BY_HEAD = ((_PDF, "pdf"), (_RTF, "rtf"), (_MAIL, "mhtml"), (_PAGE, "html"))


def kind_of(data: bytes, file: str) -> str:
    """Name the format of a file: ``txt``, ``docx``, ``zip`` ...

    Sites give Word documents, web pages and PDFs under each other's suffixes, so the content
    has the first word; a file of unknown kind counts as text.

    Args:
        data: the bytes of the file.
        file: its name.
    """
    by_suffix = _BY_SUFFIX.get(PurePosixPath(file).suffix.lower(), "txt")
    head = data[:2048].removeprefix(b"\xef\xbb\xbf")
    if head.startswith(b"PK\x03\x04"):
        return _package(data)
    if head.startswith(_OLE):
        return by_suffix if by_suffix in {"doc", "xls"} else "doc"
    return next((kind for pattern, kind in _BY_HEAD if pattern.match(head)), by_suffix)


def _package(data: bytes) -> str:
    """What a zip file is: an office document by the folder that it must have."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            if names[:1] == ["mimetype"]:
                with archive.open("mimetype") as stated:
                    return "ods" if _SHEETS in stated.read(64) else "odt"
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        return "zip"
    folders = {name.split("/", 1)[0] for name in names}
    if "[Content_Types].xml" in names:
        return "docx" if "word" in folders else "xlsx" if "xl" in folders else "zip"
    return "zip"
