"""Which documents are of one series."""

from pathlib import Path

import pytest

from evolve.reading import read_corpus
from evolve.settings import Settings

POINTS = "\n一、建设学校5所。\n二、新增学位6000个。\n"


def series(folder: Path, *titles: str) -> dict[str, tuple[str, ...]]:
    """Name of the issuer and titles of each series that some titles give."""
    for number, title in enumerate(titles):
        (folder / f"{number}.txt").write_text(title + POINTS, encoding="utf-8")
    corpus = read_corpus([folder], Settings())
    shown = {document.id: document.title for document in corpus.documents}
    return {one.issuer: tuple(shown[key] for key in one.documents) for one in corpus.series}


@pytest.mark.parametrize(
    ("titles", "issuer"),
    [
        (
            ["湖南省委教育工委湖南省教育厅2018年工作要点", "湖南省教育厅2019年工作要点"],
            "湖南省教育厅",
        ),
        (["佛山市环境保护局2017年工作总结", "佛山市生态环境局2020年工作计划"], "佛山市生态环境局"),
        (
            ["成都市卫健委2020年工作要点", "成都市卫生健康委员会2021年工作要点"],
            "成都市卫生健康委员会",
        ),
    ],
)
def test_a_body_keeps_its_series_under_its_names(
    tmp_path: Path, titles: list[str], issuer: str
) -> None:
    assert series(tmp_path, *titles) == {issuer: tuple(titles)}


def test_what_is_not_printed_in_full_is_that_of_the_other_files(tmp_path: Path) -> None:
    titles = ("临川市教育局2021年工作要点", "市教育局2022年工作要点", "2023年工作要点")
    assert series(tmp_path, *titles) == {"临川市教育局": titles}


def test_several_bodies_lend_no_name(tmp_path: Path) -> None:
    titles = ("临川市教育局2021年工作要点", "临川市财政局2021年工作要点", "2023年工作要点")
    assert series(tmp_path, *titles)[""] == ("2023年工作要点",)


def test_the_halves_of_a_year_stand_in_order(tmp_path: Path) -> None:
    first = "临川市商务局2023年上半年工作总结"
    second = "临川市商务局2023年下半年工作计划"
    year = "临川市商务局2023年工作要点"
    assert series(tmp_path, second, first, year) == {"临川市商务局": (year, first, second)}


def test_the_quarters_of_a_year_stand_in_order(tmp_path: Path) -> None:
    said = (
        "临川市商务局2023年第一季度工作总结",
        "临川市商务局2023年第二季度工作计划",
        "临川市商务局2023年1—9月工作总结",
        "临川市商务局2023年11月份工作计划",
        "临川市商务局2023年工作总结",
    )
    assert series(tmp_path, *reversed(said)) == {"临川市商务局": said}


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("临溪县人民检察院2024年工作要点", "临溪县人民检察院"),
        ("政协临溪县第十届委员会2024年工作要点", "政协临溪县委员会"),
        ("临溪县第十八届人民代表大会常务委员会2024年工作要点", "临溪县人民代表大会常务委员会"),
        ("中共临江大学委员会 临江大学2024年工作要点", "临江大学"),
        ("临江建设集团有限公司2024年工作计划", "临江建设集团有限公司"),
        ("XX市第一人民医院2024年工作计划", "XX市第一人民医院"),
        ("石桥镇2024年工作计划", "石桥镇人民政府"),
        ("宁波市海曙区鼓楼街道2024年工作计划", "鼓楼街道办事处"),
        ("全市中小学2024年工作要点", ""),
    ],
)
def test_bodies_of_every_kind_are_read_from_a_title(
    tmp_path: Path, title: str, issuer: str
) -> None:
    assert list(series(tmp_path, title)) == [issuer]


def test_districts_of_one_name_in_two_cities_stay_apart(tmp_path: Path) -> None:
    titles = (
        "南京市鼓楼区教育局2023年工作要点",
        "福州市鼓楼区教育局2023年工作要点",
        "福州市鼓楼区教育局2024年工作要点",
    )
    assert series(tmp_path, *titles) == {
        "南京市鼓楼区教育局": titles[:1],
        "福州市鼓楼区教育局": titles[1:],
    }
    ids = [one.id for one in read_corpus([tmp_path], Settings()).series]
    assert ids == ["fuzhou-gulou", "nanjing-gulou"]


def test_a_county_below_its_city_and_its_province_is_one(tmp_path: Path) -> None:
    titles = ("湖南省平江县教育局2023年工作要点", "岳阳市平江县教育局2024年工作要点")
    assert list(series(tmp_path, *titles)) == ["岳阳市平江县教育局"]
    assert [one.id for one in read_corpus([tmp_path], Settings()).series] == ["pingjiang"]


def test_the_halves_that_only_the_title_names_stand_in_order(tmp_path: Path) -> None:
    text = (
        "临川市商务局2023年上半年工作总结及下半年工作打算\n"
        "一、上半年来主要工作情况\n（一）建成市场2个。\n（二）新增商户120户。\n"
        "二、下一步工作打算\n（一）新建市场1个。\n（二）引进企业3家。\n"
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    documents = read_corpus([tmp_path], Settings()).documents
    assert [(one.title, one.period.start) for one in documents] == [
        ("临川市商务局2023年上半年来主要工作情况", 2023),
        ("临川市商务局2023年下半年工作打算", 2023),
    ]


def test_a_county_that_has_the_name_of_its_city_is_a_series_of_its_own(tmp_path: Path) -> None:
    titles = ("邢台市教育局2023年工作要点", "邢台市邢台县教育局2023年工作要点")
    assert len(series(tmp_path, *titles)) == 2
    ids = {one.id for one in read_corpus([tmp_path], Settings()).series}
    assert ids == {"xingtai", "xingtai-xingtaixian"}
