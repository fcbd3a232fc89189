"""``evolve documents``."""

import json
from pathlib import Path

from click.testing import CliRunner

from evolve.cli import main

SEEDS = Path(__file__).parents[2] / "seeds"
PLAN = """2023年长沙市民政工作要点
2023年是关键之年。
一、加强养老服务
1.建设养老机构5所。
2.培训护理员200名。
"""


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["documents", *arguments])
    return result.exit_code, result.stdout, result.stderr


def test_every_file_is_told_with_its_documents_and_its_share() -> None:
    code, out, _ = run(str(SEEDS))
    assert code == 0
    assert out.count("100.0% accounted for") == 5
    assert (
        "8 documents with 305 items in 3 series: dongguan, guangzhou, haizhu (under guangzhou)"
        in out
    )


def test_the_columns_stand_below_each_other_in_cells() -> None:
    _, out, _ = run(str(SEEDS / "guangzhou-2024-summary-2025-plan.txt"))
    header, outcome, plan = out.splitlines()[1:4]
    assert header.index("years") == outcome.index("2024  ") == plan.index("2025  ")
    assert outcome.endswith("2024年广州教育工作总结")


def test_the_same_comes_as_json(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(PLAN, "utf-8")
    code, out, _ = run(str(tmp_path), "--format", "json")
    file = json.loads(out)["files"][0]
    assert code == 0
    assert (file["file"], file["accounted"]) == ("plan.txt", 1.0)
    document = file["documents"][0]
    assert (document["id"], document["items"], document["others"]) == (
        "changsha-2023-plan",
        2,
        {"preamble": 1},
    )


def test_a_bad_file_among_good_ones_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(PLAN, "utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    code, out, err = run(str(tmp_path))
    assert code == 1
    assert "changsha-2023-plan" in out
    assert "empty.txt" in err
    assert len(err.strip().splitlines()) == 1


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    code, out, err = run(str(tmp_path / "none.txt"))
    assert (code, out) == (2, "")
    assert "none.txt" in err
