import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve.errors import InputError
from evolve.reading.formats.encodings import decode
from evolve.reading.formats.inert import inert
from evolve.reading.formats.plain import read_plain

PLAN = "二、推进义务教育优质均衡发展\n（一）新增公办学位3万个，支持“民办”学校。\n"
TRADITIONAL = "二、推進義務教育優質均衡發展\n（一）新增公辦學位3萬個，發展學前教育。\n"


@pytest.mark.parametrize(
    ("text", "written_as", "read_as"),
    [
        (PLAN, "utf-8", "utf-8"),
        (PLAN, "utf-8-sig", "utf-8-sig"),
        (PLAN, "utf-16", "utf-16"),
        (PLAN, "utf-16-le", "utf-16-le"),
        (PLAN, "utf-16-be", "utf-16-be"),
        (PLAN, "utf-32", "utf-32"),
        (PLAN, "gb18030", "gb18030"),
        (PLAN, "gbk", "gb18030"),
        (TRADITIONAL, "big5", "big5hkscs"),
        (TRADITIONAL, "gb18030", "gb18030"),
        ("1. Safer schools – “café” by 2021\n", "cp1252", "cp1252"),
    ],
)
def test_encodings_are_detected(text: str, written_as: str, read_as: str) -> None:
    decoded = decode(text.encode(written_as), None, "plan.txt")
    assert (decoded.text, decoded.encoding) == (text, read_as)


def test_a_guess_is_told_and_a_certainty_is_not() -> None:
    assert decode(PLAN.encode("gb18030"), None, "plan.txt").notices == (
        "The encoding was guessed as GB18030; if the text looks wrong, name it (--encoding).",
    )
    assert decode(PLAN.encode(), None, "plan.txt").notices == ()


def test_the_user_overrides_the_detection() -> None:
    assert decode(PLAN.encode("gb18030"), "GBK", "plan.txt").text == PLAN
    with pytest.raises(InputError, match="no text encoding named 'klingon'"):
        decode(b"", "klingon", "plan.txt")
    with pytest.raises(InputError, match="no text encoding named 'hex'"):
        decode(b"", "hex", "plan.txt")


def test_a_broken_character_is_told_and_the_rest_is_kept() -> None:
    decoded = decode(PLAN.encode()[:-2], None, "plan.txt")
    assert decoded.text == PLAN[:-2] + "�"
    assert decoded.notices == ("1 characters could not be decoded as utf-8 and are shown as �.",)


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(256)) * 20],
    ids=["picture", "all bytes"],
)
def test_a_binary_file_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^plan\.txt: no text in UTF-8"):
        read_plain(data, file="plan.txt", encoding=None)


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\t\n"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="the file is empty"):
        read_plain(data, file="plan.txt", encoding=None)


def test_lines_are_stripped_and_blank_ones_left_out() -> None:
    raw = read_plain(
        "\r\n  一、学位 \r\n\r\n\u3000\u3000新增\f二、".encode(), file="a", encoding=None
    )
    assert [raw.text[line.start : line.end] for line in raw.lines] == ["一、学位", "新增", "二、"]


def test_terminal_escapes_and_bidi_overrides_are_inert_and_told() -> None:
    raw = read_plain("一\x1b[31m、\u202e红\x9b\u200b".encode(), file="a", encoding=None)
    assert raw.text == "一␛[31m、 红� "
    assert " ".join(raw.notices) == (
        "Control characters are shown as pictures: U+001B, U+009B. "
        "Characters without a shape were read as spaces: U+200B ZERO WIDTH SPACE, "
        "U+202E RIGHT-TO-LEFT OVERRIDE."
    )


@given(st.text(st.characters(exclude_categories=[])))
def test_making_inert_keeps_every_character_in_its_place(text: str) -> None:
    done, replaced = inert(text)
    assert inert(done) == (done, frozenset())
    assert done.isprintable() or not set(done) & {"\x1b", "\u202e", "\r", "\x00"}
    assert len(done) == len(text) - text.count("\r\n")
    untouched = set(text) - replaced - set("\r\x0b\x0c\x85\u2028\u2029")
    assert untouched <= set(done) | {"\r"}


@given(st.text())
def test_lines_cover_every_non_blank_character(text: str) -> None:
    raw = read_plain(f"{text}。".encode("utf-8", "replace"), file="a", encoding="utf-8")
    covered = "".join(raw.text[line.start : line.end] for line in raw.lines)
    assert "".join(covered.split()) == "".join(raw.text.split())
    assert all("\n" not in raw.text[line.start : line.end] for line in raw.lines)


def test_page_numbers_that_were_copied_along_are_set_aside() -> None:
    text = "一、建设学校5所。\n— 12 —\n二、新增学位6000个。\n第 3 页 共 9 页\n三、2024\n"
    raw = read_plain(text.encode(), file="plan.txt", encoding=None)
    assert [raw.text[piece.start : piece.end] for piece in raw.discarded] == [
        "— 12 —",
        "第 3 页 共 9 页",
    ]
    assert len(raw.lines) == 3
