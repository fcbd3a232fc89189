"""Reference readings as JSON and as CSV."""

from pathlib import Path

import pytest

from evolve.errors import FormatError, InputError
from evolve.evaluation.readings import load_readings

READINGS = Path(__file__).parents[1] / "readings"
UNSEEN = Path(__file__).parents[2] / "benchmarks" / "unseen"


def test_the_reference_readings_are_read_whole() -> None:
    readings = load_readings(READINGS)
    assert sum(map(len, readings.items.values())) == 290
    assert [len(pair.links) for pair in readings.pairs] == [51, 54]


def test_every_link_of_the_unseen_pairs_has_its_places() -> None:
    pairs = load_readings(UNSEEN).pairs
    assert [sum(link.agreed for link in pair.links) for pair in pairs] == [55, 64]
    for pair in pairs:
        assert {end for link in pair.links for end in (link.a, link.b)} <= pair.places.keys()


def test_a_folder_of_csv_files(tmp_path: Path) -> None:
    (tmp_path / "items").mkdir()
    (tmp_path / "links").mkdir()
    (tmp_path / "documents.csv").write_text(
        "id,issuer,role,start,end\np,甲市教育局,plan,2020,2020\no,甲市教育局,outcome,2020,2020\n",
        encoding="utf-8-sig",
    )
    for name in "po":
        (tmp_path / "items" / f"{name}.csv").write_text(f"id,text\n{name}1,建设学校\n", "utf-8")
    (tmp_path / "links" / "all.csv").write_text(
        "a_document,b_document,a,b,agreed\np,o,p1,o1,false\n", "utf-8"
    )
    readings = load_readings(tmp_path)
    assert readings.items["p"][0].text == "建设学校"
    assert [(pair.name, pair.links[0].agreed) for pair in readings.pairs] == [("p → o", False)]


def test_a_folder_without_documents_is_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"documents\.json: no reference reading"):
        load_readings(tmp_path)


def test_a_broken_file_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "documents.json").write_text('{"p": {"issuer": "甲市", "role": "plan"}}', "utf-8")
    with pytest.raises(FormatError, match=r"documents\.json: p\.start: Field required"):
        load_readings(tmp_path)
