"""The same document in another format is the same document."""

import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from evolve.model import Corpus
from evolve.reading import read_corpus
from evolve.settings import Settings
from tests.writers import WRITERS, as_docx, as_html

BROWSER = "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking"
SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))


def lines_of(seed: Path) -> list[str]:
    return [line.strip() for line in seed.read_text("utf-8").splitlines() if line.strip()]


@cache
def expected(seed: Path) -> list[tuple[str, ...]]:
    return items(read_corpus([seed], Settings()))


def items(corpus: Corpus) -> list[tuple[str, ...]]:
    """Every item with where it stands, white space aside."""
    return [
        (item.id, item.kind, item.label, *item.path, "".join(item.text.split()))
        for item in corpus.items
    ]


def read(data: bytes, folder: Path, name: str) -> list[tuple[str, ...]]:
    (folder / name).write_bytes(data)
    return items(read_corpus([folder / name], Settings()))


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_a_seed_gives_the_same_items_in_every_format(seed: Path, name: str, tmp_path: Path) -> None:
    assert read(WRITERS[name](lines_of(seed)), tmp_path, name) == expected(seed)


def run(command: list[str], result: Path) -> None:
    done = subprocess.run(command, capture_output=True, timeout=120, check=False)
    if done.returncode or not result.exists():
        pytest.skip(f"{command[0]} does not run here")


def browser() -> str | None:
    return shutil.which("chromium") or shutil.which("google-chrome")


@pytest.mark.skipif(browser() is None, reason="no Chromium here to print a page with")
def test_a_page_printed_by_a_browser_gives_the_same_items(tmp_path: Path) -> None:
    seed = SEEDS[2]
    (tmp_path / "page.html").write_bytes(as_html(lines_of(seed), menu="", foot=""))
    command = [
        str(browser()),
        *BROWSER.split(),
        f"--user-data-dir={tmp_path / 'profile'}",
        f"--print-to-pdf={tmp_path / 'plan.pdf'}",
        (tmp_path / "page.html").as_uri(),
    ]
    run(command, tmp_path / "plan.pdf")
    assert items(read_corpus([tmp_path / "plan.pdf"], Settings())) == expected(seed)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice here")
@pytest.mark.parametrize("target", ["doc", "pdf"])
def test_a_document_saved_by_libreoffice_gives_the_same_items(target: str, tmp_path: Path) -> None:
    seed = SEEDS[1]
    (tmp_path / "plan.docx").write_bytes(as_docx(lines_of(seed)))
    command = [
        "soffice",
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        *("--headless", "--convert-to", target, "--outdir", str(tmp_path)),
        str(tmp_path / "plan.docx"),
    ]
    run(command, tmp_path / f"plan.{target}")
    assert items(read_corpus([tmp_path / f"plan.{target}"], Settings())) == expected(seed)
