"""Two versions of one document."""

from pathlib import Path

from evolve.reading import read_corpus
from evolve.settings import Settings

POINTS = "".join(f"{n}.建设养老机构{n}所，培训护理员{n}00名，改善服务。\n" for n in range(1, 9))
PLAN = f"长沙市民政局2023年工作要点\n一、加强养老服务\n{POINTS}"
DRAFT = PLAN.replace("工作要点", "工作要点（征求意见稿）").replace("改善服务", "提升服务质量")


def test_a_draft_gives_way_and_its_text_is_kept_aside(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLAN, "utf-8")
    (tmp_path / "b.txt").write_text(DRAFT, "utf-8")
    corpus = read_corpus([tmp_path], Settings())
    (document,) = corpus.documents
    assert (document.source.file, document.supersedes) == ("a.txt", ("b.txt",))
    assert any("earlier version" in notice for notice in document.notices)
    reasons = {piece.reason for piece in corpus.discarded if piece.file == "b.txt"}
    assert reasons == {"superseded version", "title"}


def test_two_plans_of_one_year_with_other_points_are_two_documents(tmp_path: Path) -> None:
    other = "长沙市民政局2023年安全工作要点\n一、防火\n1.检查消防设施。\n2.开展应急演练。\n"
    (tmp_path / "a.txt").write_text(PLAN, "utf-8")
    (tmp_path / "b.txt").write_text(other, "utf-8")
    corpus = read_corpus([tmp_path], Settings())
    assert [document.id for document in corpus.documents] == [
        "changsha-2023-plan",
        "changsha-2023-plan-2",
    ]


def test_a_copy_is_no_earlier_version(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLAN, "utf-8")
    (tmp_path / "b.html").write_text(PLAN.replace("\n", "<br>"), "utf-8")
    (document,) = read_corpus([tmp_path], Settings()).documents
    assert "The same document stands in a.txt; this one counts." in document.notices
