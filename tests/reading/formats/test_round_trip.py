"""The same document in another format is the same document."""

import html
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from evolve.model import Corpus
from evolve.reading import read_corpus
from evolve.settings import Settings
from tests.writers import WRITERS, as_docx, as_html, as_pdf

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


def of_rows(name: str, title: str, rows: list[list[str]]) -> bytes:
    """A document that holds a table under its title."""
    lines = ["广州市海珠区教育事业发展“十四五”规划", "三、发展目标", title]
    if name == "plan.docx":
        return as_docx(lines, rows=rows)
    if name == "plan.html":
        cells = "".join(
            f"<tr>{''.join(f'<td>{html.escape(cell)}' for cell in row)}" for row in rows
        )
        return as_html(lines).replace(b"</div>", f"<table>{cells}</table></div>".encode(), 1)
    return as_pdf(lines, rows=rows)


@pytest.mark.parametrize("name", ["plan.docx", "plan.html", "plan.pdf"])
def test_a_table_of_indicators_is_the_same_in_every_format(name: str, tmp_path: Path) -> None:
    table = read_corpus([SEEDS[-1]], Settings()).tables[0]
    rows = [list(table.header), *map(list, table.cells)]
    (tmp_path / name).write_bytes(of_rows(name, table.title, rows))
    (read,) = read_corpus([tmp_path / name], Settings()).tables
    assert len(read.rows) == 35
    assert read.cells == table.cells
    facts = [
        [
            (row.name, row.unit, row.binding, [(value.year, value.value) for value in row.values])
            for row in each.rows
        ]
        for each in (read, table)
    ]
    assert facts[0] == facts[1]


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
