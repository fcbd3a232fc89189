"""Which format a file has: by its first bytes where they tell, else by its suffix."""

import re
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile

__all__ = ["SUFFIXES", "UNREAD", "kind_of", "refusal"]

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

_NOT_READ = {
    ".ofd": "ofd",
    ".ceb": "ceb",
    ".caj": "caj",
    ".pptx": "pptx",
    ".pptm": "pptx",
    ".ppt": "ppt",
    ".dps": "ppt",
    ".epub": "epub",
    ".pages": "pages",
    ".rar": "rar",
    ".7z": "7z",
}
UNREAD = frozenset(_NOT_READ)
"""Suffixes of documents that are not read, so that a folder that holds one can be told of."""
_NAMES = {
    "ofd": "OFD documents",
    "ceb": "CEB documents",
    "caj": "CAJ documents",
    "pptx": "presentations",
    "ppt": "presentations",
    "epub": "electronic books",
    "pages": "documents of Pages",
    "rar": "RAR archives",
    "7z": "7z archives",
    "image": "pictures",
    "protected": "documents with a password",
}
_ADVICE = {
    "rar": "unpack it, or pack it as .zip",
    "7z": "unpack it, or pack it as .zip",
    "image": "recognise its characters first and save them as text",
    "protected": "save it without the password",
}
_IMAGES = re.compile(
    rb"\xff\xd8\xff|\x89PNG\r\n|GIF8[79]a|II\*\0|MM\0\*|BM.{4}\0\0\0\0|RIFF.{4}WEBP", re.DOTALL
)
_PACKED = ((re.compile(rb"Rar!\x1a\x07"), "rar"), (re.compile(rb"7z\xbc\xaf\x27\x1c"), "7z"))
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
"""Name of the stream in which Office keeps a document with a password."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF = re.compile(rb".{0,1024}?%PDF-", re.DOTALL)
_RTF = re.compile(rb"\{\\rtf")
_MAIL = re.compile(rb"(?i)(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,30}?MIME-Version:")
_PAGE = re.compile(rb"(?is)\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b")
_SHEETS, _BOOK = b"opendocument.spreadsheet", b"epub"
_BY_HEAD = (
    (_PDF, "pdf"),
    (_RTF, "rtf"),
    (_MAIL, "mhtml"),
    (_PAGE, "html"),
    (_IMAGES, "image"),
    *_PACKED,
)


def kind_of(data: bytes, file: str) -> str:
    """Name the format of a file: ``txt``, ``docx``, ``zip`` ...

    Sites give Word documents, web pages and PDFs under each other's suffixes, so the content
    has the first word; a file of unknown kind counts as text.

    Args:
        data: the bytes of the file.
        file: its name.
    """
    suffix = PurePosixPath(file).suffix.lower()
    by_suffix = _BY_SUFFIX.get(suffix) or _NOT_READ.get(suffix, "txt")
    head = data[:2048].removeprefix(b"\xef\xbb\xbf")
    if head.startswith(b"PK\x03\x04"):
        return _package(data, by_suffix)
    if head.startswith(_OLE):
        if _PROTECTED in data:
            return "protected"
        return by_suffix if by_suffix in {"doc", "xls", "ppt"} else "doc"
    return next((kind for pattern, kind in _BY_HEAD if pattern.match(head)), by_suffix)


def refusal(kind: str) -> str:
    """Why a file of some kind is not read, and what to do, after the name of the file."""
    advice = _ADVICE.get(kind, "save it as PDF, Word or text")
    return f"{_NAMES.get(kind, f'files of this kind ({kind})')} are not read; {advice}."


def _package(data: bytes, by_suffix: str) -> str:
    """What a zip file is: an office document by the folder that it must have."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            if names[:1] == ["mimetype"]:
                with archive.open("mimetype") as stated:
                    words = stated.read(64)
                    return "epub" if _BOOK in words else "ods" if _SHEETS in words else "odt"
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        return by_suffix if by_suffix in {"docx", "xlsx"} else "zip"
    folders = {name.split("/", 1)[0] for name in names}
    if "[Content_Types].xml" in names:
        found = {"word": "docx", "xl": "xlsx", "ppt": "pptx"}
        return next((kind for folder, kind in found.items() if folder in folders), "zip")
    return "ofd" if "OFD.xml" in names else "zip"
