"""``corpus.toml``: overrides, parts, errors, and what ``evolve catalogue`` writes."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from evolve.cli import main
from evolve.errors import FormatError
from evolve.model import Corpus
from evolve.reading import read_corpus
from evolve.settings import Settings

SEEDS = Path(__file__).parents[2] / "seeds"
BOTH = """2022年，我局认真履职，完成建设任务12项。
一、建设成效明显
（一）建成学校3所，新增学位4000个。
（二）培训教师500名，同比增长10%。
二、民生持续改善
（一）发放补贴300万元。
（二）新增床位200张。
2023年是攻坚之年，要继续推进各项工作。
一、继续推进建设
（一）力争新建学校2所。
（二）继续培训教师。
"""


SAID = """
[[document]]
file = "a.txt"
issuer = "甲市乙局"
jurisdiction = "甲市"
series = "jia"
"""


def read(folder: Path, catalogue: str = "", text: str = BOTH, name: str = "a.txt") -> Corpus:
    (folder / name).write_text(text, "utf-8")
    if catalogue:
        (folder / "corpus.toml").write_text(catalogue, "utf-8")
    return read_corpus([folder], Settings())


def error(folder: Path, catalogue: str) -> str:
    with pytest.raises(FormatError) as caught:
        read(folder, catalogue)
    return str(caught.value)


def test_what_is_said_counts_and_the_rest_is_recognised(tmp_path: Path) -> None:
    corpus = read(
        tmp_path,
        SAID,
    )
    assert [document.id for document in corpus.documents] == ["jia-2022-outcome", "jia-2023-plan"]
    assert {document.issuer for document in corpus.documents} == {"甲市乙局"}
    notices = [notice for document in corpus.documents for notice in document.notices]
    assert not any(notice.startswith("The issuer") for notice in notices)


def test_a_part_is_named_by_the_words_it_begins_with(tmp_path: Path) -> None:
    corpus = read(
        tmp_path,
        """
[[document]]
file = "a.txt"
heading = "2022年，我局"
role = "outcome"
period = 2022

[[document]]
file = "a.txt"
heading = "二、民生"
role = "plan"
period = [2023, 2024]
title = "其余"
""",
    )
    assert [(d.role.value, d.period.start, d.period.end, d.title) for d in corpus.documents][1] == (
        "plan",
        2023,
        2024,
        "其余",
    )
    assert [len(items) for items in corpus.items_of.values()] == [2, 4]


def test_what_is_outside_the_named_parts_is_set_aside_and_said(tmp_path: Path) -> None:
    end = BOTH.index("二、民生")
    corpus = read(
        tmp_path,
        f'[[document]]\nfile = "a.txt"\nspan = [0, {end}]\nrole = "outcome"\n',
    )
    assert len(corpus.documents) == 1
    reasons = {piece.reason for piece in corpus.discarded}
    assert reasons == {"outside the parts of corpus.toml"}


def test_files_to_skip_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("一、不是文件\n", "utf-8")
    corpus = read(tmp_path, 'skip = ["notes*"]\n')
    assert {text.file for text in corpus.texts} == {"a.txt"}


@pytest.mark.parametrize(
    ("catalogue", "line", "words"),
    [
        ('[[document]]\nfile = "a.txt"\nrol = "plan"\n', 3, "no key 'rol'"),
        ("skipp = []\n", 1, "no key 'skipp'"),
        ('[[document]]\nfile = "a.txt"\n\nrole = "report"\n', 4, "role"),
        ('[[document]]\nfile = "a.txt"\nperiod = [2024, 2023]\n', 3, "out of order"),
        ('[[document]]\nfile = "b.txt"\n', 2, "no file 'b.txt'"),
        ('skip = ["x*"]\n', 1, "no file fits"),
        ('[[document]]\nfile = "a.txt"\nheading = "三、没有"\n', 3, "no line"),
        (
            "[[document]]\nfile = 'a.txt'\nspan = [0, 50]\n\n[[document]]\nfile = 'a.txt'\nspan = [40, 90]\n",  # noqa: E501 - one text
            7,
            "overlaps",
        ),
        ('[[document]]\nfile = "a.txt"\n[[document]]\nfile = "a.txt"\n', 2, "more than once"),
        ('[[document]]\nfile = "a.txt"\nrole = "plan"\n', 2, "holds 2 documents"),
        ('[[document]\nfile = "a.txt"\n', 1, "no valid TOML"),
    ],
)
def test_an_error_names_the_line(tmp_path: Path, catalogue: str, line: int, words: str) -> None:
    message = error(tmp_path, catalogue)
    assert words in message
    assert f"corpus.toml:{line}:" in message or f"at line {line}" in message


def test_what_is_written_gives_the_same_corpus_again(tmp_path: Path) -> None:
    folder = tmp_path / "seeds"
    shutil.copytree(SEEDS, folder)
    (folder / "corpus.toml").unlink(missing_ok=True)
    before = read_corpus([folder], Settings())
    result = CliRunner().invoke(main, ["catalogue", str(folder)])
    assert result.exit_code == 0
    after = read_corpus([folder], Settings())
    assert after.items == before.items
    assert after.sections == before.sections
    assert after.series == before.series
    assert [replace(document, notices=()) for document in after.documents] == [
        replace(document, notices=()) for document in before.documents
    ]


def test_a_catalogue_is_not_written_over_without_being_told_to(tmp_path: Path) -> None:
    read(tmp_path, "skip = []\n")
    result = CliRunner().invoke(main, ["catalogue", str(tmp_path)])
    assert result.exit_code == 2
    assert "--force" in result.stderr
    assert (tmp_path / "corpus.toml").read_text("utf-8") == "skip = []\n"


def test_each_folder_has_its_own_catalogue_for_files_of_one_name(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(BOTH, "utf-8")
        said = SAID.replace("甲市", f"{name}市").replace('"jia"', f'"{name}"')
        (tmp_path / name / "corpus.toml").write_text(said, "utf-8")
    corpus = read_corpus([tmp_path / "one", tmp_path / "two"], Settings())
    told = {(document.series, document.source.file) for document in corpus.documents}
    assert told == {("one", "one/a.txt"), ("two", "two/a.txt")}
