import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from evolve.errors import InputError
from evolve.model import Problem
from evolve.reading import read_corpus
from evolve.reading.formats import read_file
from evolve.reading.formats.kinds import kind_of
from evolve.settings import Settings
from tests.writers import WRITERS, as_csv, as_docx, as_html, as_pdf, as_xlsx, as_zip

LINES = ["2025年工作要点", "一、推进教育公平", "（一）新增学位三万个，办好人民满意的教育。"]
_OPEN = b"application/vnd.oasis.opendocument."
TEXT = "\n".join(LINES).encode()


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("plan.doc", lambda: as_docx(LINES), "docx"),
        ("plan.doc", lambda: as_html(LINES), "html"),
        ("plan.doc", lambda: b"{\\rtf1 }", "rtf"),
        ("plan.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
        ("plan.xls", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "xls"),
        ("plan.txt", lambda: as_pdf(LINES), "pdf"),
        ("plan.zip", lambda: as_xlsx([LINES]), "xlsx"),
        ("plan.zip", lambda: as_zip({"a.txt": TEXT}), "zip"),
        ("plan.ods", lambda: as_zip({"mimetype": _OPEN + b"spreadsheet"}), "ods"),
        ("plan.ods", lambda: as_zip({"mimetype": _OPEN + b"text"}), "odt"),
        ("plan.htm", lambda: b"<p>a</p>", "html"),
        ("plan.csv", lambda: b"a,b", "csv"),
        ("-", lambda: TEXT, "txt"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_content_tells_the_format_before_the_suffix_does(
    name: str, data: Callable[[], bytes], kind: str
) -> None:
    assert kind_of(data(), name) == kind


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_comes_through_standard_input(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = WRITERS[name](LINES)

    class Stdin:
        buffer = io.BytesIO(data)

    monkeypatch.setattr(sys, "stdin", Stdin)
    (raw,) = read_file(Path("-"))
    assert not isinstance(raw, Problem)
    assert raw.file == "-"
    assert [raw.text[line.start : line.end] for line in raw.lines] == LINES


def test_the_members_of_an_archive_are_read_one_by_one(tmp_path: Path) -> None:
    inner = as_zip({"总结/2020.docx": as_docx(LINES)})
    archive = as_zip(
        {
            "计划/2021.txt": TEXT,
            "inner.zip": inner,
            "指标.csv": as_csv([["a", "b"], ["1", "2"]]),
            "broken.pdf": b"%PDF-1.4",
            "picture.png": b"\x89PNG",
            "__MACOSX/plan.txt": b"",
            "../../outside.txt": TEXT,
        }
    )
    (tmp_path / "plans.zip").write_bytes(archive)
    found = read_file(tmp_path / "plans.zip")
    assert [each.file for each in found if not isinstance(each, Problem)] == [
        "plans.zip/inner.zip/总结/2020.docx",
        "plans.zip/outside.txt",
        "plans.zip/指标.csv",
        "plans.zip/计划/2021.txt",
    ]
    assert [each.file for each in found if isinstance(each, Problem)] == ["plans.zip/broken.pdf"]


def test_members_of_one_name_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "plans.zip").write_bytes(as_zip({"2021.txt": TEXT, "../2021.txt": TEXT}))
    found = [each.file for each in read_file(tmp_path / "plans.zip")]
    assert found == ["plans.zip/2021.txt", "plans.zip/2021 (2).txt"]


def test_a_name_in_gb18030_is_decoded(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(zipfile.ZipInfo("XXXX.txt"), TEXT)
    data = stream.getvalue().replace(b"XXXX", "计划".encode("gb18030"))
    (tmp_path / "plans.zip").write_bytes(data)
    assert [each.file for each in read_file(tmp_path / "plans.zip")] == ["plans.zip/计划.txt"]


def bomb() -> bytes:
    return as_zip({"a.txt": b"0" * 5_000_000})


def nested() -> bytes:
    data = as_zip({"a.txt": TEXT})
    for _ in range(5):
        data = as_zip({"a.zip": data})
    return data


def entities() -> bytes:
    with zipfile.ZipFile(io.BytesIO(as_docx(LINES))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    declared = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document'
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:document", declared, 1)
    return as_zip(parts)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
SECRET = "EncryptedPackage".encode("utf-16-le")
SLIDES = {"[Content_Types].xml": b"1", "ppt/presentation.xml": b"1"}


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("bomb.zip", bomb, "it can only be a trap"),
        ("bomb.docx", bomb, "it can only be a trap"),
        ("nested.zip", nested, "too many archives inside each other"),
        ("entities.docx", entities, "declares entities"),
        ("nothing.zip", lambda: as_zip({"a.png": b"1"}), "no document in the archive"),
        ("broken.zip", lambda: b"PK\x03\x04 broken", "no archive that can be read"),
        ("broken.docx", lambda: b"PK\x03\x04 broken", "no office document that can be read"),
        (
            "plan.ofd",
            lambda: as_zip({"OFD.xml": b"1"}),
            "OFD documents are not read; save",
        ),
        ("plan.pptx", lambda: as_zip(SLIDES), "presentations are not read"),
        ("plan.ppt", lambda: OLE, "presentations are not read"),
        ("plan.rar", lambda: b"Rar!\x1a\x07\x00" + b"\0" * 40, "pack it as .zip"),
        ("scan.jpg", lambda: b"\xff\xd8\xff\xe0" + bytes(200), "recognise its characters first"),
        ("secret.docx", lambda: OLE + SECRET, "documents with a password are not read"),
        ("empty.txt", lambda: b"", "the file is empty"),
        ("empty.docx", lambda: as_docx([]), "there is no text in it"),
        ("binary.txt", lambda: bytes(range(256)), "no text in UTF-8"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_hostile_files_are_one_sentence(
    name: str, data: Callable[[], bytes], message: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data())
    with pytest.raises(InputError, match=message) as caught:
        read_file(tmp_path / name)
    assert "\n" not in str(caught.value)


def test_an_old_document_without_libreoffice_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plan.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(InputError, match="LibreOffice, which is not installed"):
        read_file(tmp_path / "plan.doc")


def test_a_file_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m\nb.txt").write_bytes(TEXT)
    (raw,) = read_file(tmp_path / "a\x1b[31m\nb.txt")
    assert raw.file == "a␛[31m b.txt"


def test_a_folder_tells_of_a_document_that_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("长沙市2023年工作要点\n一、建设学校5所。\n", encoding="utf-8")
    (tmp_path / "b.ofd").write_bytes(as_zip({"OFD.xml": b"1"}))
    (tmp_path / "c.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    corpus = read_corpus([tmp_path], Settings())
    assert [problem.file for problem in corpus.problems] == ["b.ofd"]
    assert len(corpus.documents) == 1
