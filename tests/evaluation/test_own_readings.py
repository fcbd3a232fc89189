"""Readings that a stranger makes: as a spreadsheet saves them, with gaps, doubles and mistakes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from evolve.cli.group import main
from evolve.errors import FormatError
from evolve.evaluation.readings import load_pairs, load_readings

DOCUMENTS = (
    "id,issuer,role,start,end\np,甲市交通局,plan,2020,2020\no,甲市交通局,outcome,2020,2020\n"
)
PLANNED = ("环城快速路二期通车15公里", "改造农村公路危桥18座", "新增新能源公交车100辆")
REPORTED = ("环城快速路二期建成通车", "农村公路危桥改造完成16座", "开展警示教育4次")
LINKS = "a_document,b_document,a,b,agreed,strength\np,o,p0,o0,,core\np,o,p1,o1,true,core\n"


def _rows(name: str, texts: tuple[str, ...]) -> str:
    return "id,text\n" + "".join(f"{name}{k},{text}。\n" for k, text in enumerate(texts))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("items", "links"):
        (tmp_path / name).mkdir()
    (tmp_path / "documents.csv").write_text(DOCUMENTS, "utf-8")
    (tmp_path / "items" / "p.csv").write_text(_rows("p", PLANNED), "utf-8")
    (tmp_path / "items" / "o.csv").write_text(_rows("o", REPORTED), "utf-8")
    (tmp_path / "links" / "all.csv").write_text(LINKS, "utf-8")
    return tmp_path


def _run(folder: Path, *more: str) -> Result:
    arguments = ["evaluate", "--readings", str(folder), "--no-baselines", *more]
    return CliRunner().invoke(main, arguments)


def _pooled(result: Result) -> list[str]:
    return next(line.split() for line in result.output.splitlines() if "pooled" in line)


@pytest.mark.parametrize(
    "saved",
    [
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("gb18030"),
        lambda text: text.replace(",", "\t").encode("utf-16"),
        lambda text: text.replace(",", ";").encode(),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\r").encode(),
        lambda text: text.replace("id,", "ID , ").encode(),
        lambda text: text.replace("\n", ",备注\n").encode(),
    ],
    ids=[
        "Excel, UTF-8",
        "Excel, Chinese Windows",
        "Excel, Unicode text",
        "Excel, Europe",
        "Windows",
        "old Mac",
        "capitals and blanks in the names of columns",
        "a column more",
    ],
)
def test_a_table_may_be_saved_in_many_ways(folder: Path, saved: Callable[[str], bytes]) -> None:
    expected = load_readings(folder)
    for path in (folder / "documents.csv", folder / "items" / "p.csv"):
        path.write_bytes(saved(path.read_text("utf-8")))
    assert load_readings(folder) == expected


def test_a_cell_may_hold_several_lines(folder: Path) -> None:
    (folder / "items" / "p.csv").write_text('id,text\np0,"建桥\n修路"\n', "utf-8")
    assert [item.text for item in load_readings(folder).items["p"]] == ["建桥\n修路"]


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("documents.csv", "end", "bis", "documents.csv: there is no column end; the first row"),
        ("documents.csv", "2020,2020", "2020年,2020", "documents.csv: line 2: start: Input should"),
        ("documents.csv", "outcome", "总结", "documents.csv: line 3: role: Input should"),
        ("items/o.csv", "id,text", "id,texts", "o.csv: there is no column text"),
        ("items/o.csv", "o1,", ",", "o.csv: line 3: id: Field required"),
        ("links/all.csv", "true", "nein", "all.csv: line 3: agreed: Input should"),
        ("links/all.csv", LINKS, "", "all.csv: there is no column a_document; the first row names"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_column(
    folder: Path, name: str, old: str, new: str, told: str
) -> None:
    path = folder / name
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(FormatError) as error:
        load_readings(folder)
    assert told in str(error.value)


def test_a_link_that_is_drawn_twice_counts_once(folder: Path) -> None:
    path = folder / "links" / "all.csv"
    path.write_text(path.read_text("utf-8") + "p,o,p0,o0,false,core\no,p,o1,p1,,part\n", "utf-8")
    (pair,) = load_pairs(folder)
    assert [(link.a, link.b, link.agreed) for link in pair.links] == [
        ("p0", "o0", True),
        ("p1", "o1", True),
    ]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("p,o,p9,o0,,core", "p → o: no item p9 is here"),
        ("p,x,p0,x0,,core", "p → x: no document x is here"),
        ("p,p,p0,o0,,core", "p → p: o0 stands in another document"),
        ("p,\x1b[31mx,p0,x0,,core", "p → ␛[31mx: no document ␛[31mx is here"),
    ],
)
def test_what_cannot_be_measured_is_told(folder: Path, row: str, told: str) -> None:
    path = folder / "links" / "all.csv"
    path.write_text(path.read_text("utf-8") + row + "\n", "utf-8")
    assert f"not found: {told}" in _run(folder).output


def test_documents_that_are_not_compared_are_told(folder: Path) -> None:
    more = "o2,甲市交通局,outcome,2029,2029\no3,甲市交通局,outcome,2030,2030\n"
    (folder / "documents.csv").write_text(DOCUMENTS + more, "utf-8")
    for name in ("o2", "o3"):
        (folder / "items" / f"{name}.csv").write_text(_rows(name, REPORTED), "utf-8")
    far = LINKS.splitlines()[0] + "\no,o3,o0,o30,,core\n"
    (folder / "links" / "all.csv").write_text(far, "utf-8")
    result = _run(folder, "--set", "reach=2")
    assert "No links to measure." in result.output
    assert "o → o3: not compared with each other (settings reach and peers)" in result.output


def test_readings_without_links_measure_nothing_and_fit_nothing(folder: Path) -> None:
    (folder / "links" / "all.csv").write_text(LINKS.splitlines()[0], "utf-8")
    assert _run(folder).output == "No links to measure.\n"
    fitted = _run(folder, "--fit", str(folder / "weights.json"))
    assert fitted.exit_code == 2
    assert "no link of these readings is here to fit weights on" in fitted.stderr


def test_weights_from_few_links_are_called_so(folder: Path) -> None:
    told = _run(folder, "--fit", str(folder / "weights.json")).stderr
    assert "from 2 links; that is few" in told


@pytest.mark.parametrize(
    ("answers", "precision"),
    [("", "0.500"), (', "answers": [{"a": "p0", "b": "o0", "answer": "core"}]', "1.000")],
    ids=["all pairs were seen", "one was asked about"],
)
def test_of_pairs_that_nobody_was_asked_about_nothing_is_known(
    folder: Path, answers: str, precision: str
) -> None:
    pair = '{"a_document": "p", "b_document": "o", "links": [{"a": "p0", "b": "o0"}]'
    (folder / "links" / "all.csv").unlink()
    (folder / "links" / "all.json").write_text(pair + answers + "}", "utf-8-sig")
    result = _run(folder)
    assert _pooled(result)[1] == precision
    assert ("Threads" in result.output) is not bool(answers)


def test_a_report_holds_what_was_printed(folder: Path) -> None:
    path, report = folder / "links" / "all.csv", folder / "report.md"
    path.write_text(LINKS.replace("true", "false").replace("p1", "p2"), "utf-8")
    printed = _run(folder, "--errors", "1", "--report", str(report)).output
    (wrong,) = (line for line in printed.splitlines() if line.startswith("wrong"))
    assert f"    {wrong}\n" in report.read_text("utf-8")


def test_a_setting_to_compare_with_is_checked_first(folder: Path) -> None:
    result = _run(folder, "--against", "nonsense=1")
    assert result.exit_code == 2
    assert result.stdout == ""
