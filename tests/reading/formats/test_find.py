import os
from pathlib import Path
from typing import Any

import pytest

from evolve.errors import InputError
from evolve.reading.formats import SUFFIXES, find_files, read_file


def names(*paths: Path) -> list[str]:
    return [name for name, _ in find_files(paths, SUFFIXES)]


def test_documents_of_a_folder_are_found_at_any_depth_in_order(tmp_path: Path) -> None:
    for name in ("b/c/3.txt", "b/2.TXT", "a.md", "b/picture.png", ".git/x.txt", "~$a.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("一、")
    assert names(tmp_path) == ["a.md", "b/2.TXT", "b/c/3.txt"]
    assert names(tmp_path / "b" / "2.TXT", tmp_path / "b") == ["2.TXT", "c/3.txt"]


def test_files_of_one_name_are_told_apart_by_the_folders_above(tmp_path: Path) -> None:
    for name in ("zh/old/2024.txt", "en/old/2024.txt", "en/2025.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("一、")
    folders = tmp_path / "zh" / "old", tmp_path / "en" / "old", tmp_path / "en"
    assert names(*folders) == ["2025.txt", "en/old/2024.txt", "zh/old/2024.txt"]
    assert names(tmp_path / "en", tmp_path / "zh" / ".." / "en") == ["2025.txt", "old/2024.txt"]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    inside.mkdir()
    outside.mkdir()
    (outside / "secret.txt").write_text("一、")
    (inside / "plan.txt").write_text("一、")
    (inside / "link.txt").symlink_to(outside / "secret.txt")
    (inside / "folder").symlink_to(outside)
    (inside / "loop").symlink_to(inside)
    assert names(inside) == ["plan.txt"]


def test_what_is_missing_or_without_documents_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file or folder"):
        names(tmp_path / "absent")
    with pytest.raises(InputError, match=r"no document in it; these are read: .*txt"):
        names(tmp_path)


def test_a_folder_that_may_not_be_looked_into_is_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "closed").mkdir()
    scandir = os.scandir

    def refuse(path: str) -> Any:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = find_files([tmp_path], frozenset({".txt"}))
    assert [name for name, _ in found] == ["a.txt", "closed"]
    with pytest.raises(InputError, match="closed: cannot be opened"):
        read_file(tmp_path / "closed")
