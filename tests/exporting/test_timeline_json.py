"""The timeline as a file: its bytes, its schema, and what is said of a file that is none."""

import os
from pathlib import Path

import jsonschema
import pytest

from evolve.errors import FormatError, InputError
from evolve.exporting import (
    faults,
    load_timeline,
    parse_timeline,
    timeline_bytes,
    timeline_schema,
    write_whole,
)
from evolve.exporting.format_reference import format_reference
from evolve.model import Generator, Series, Timeline

EMPTY = Timeline(
    generator=Generator(name="policy-evolve", version="0", settings={}, settings_sha256="0"),
    as_of=None,
    series=(),
    documents=(),
    sections=(),
    items=(),
    measures=(),
    tables=(),
    links=(),
    threads=(),
    indicators=(),
    coverage=(),
    discarded=(),
)


def test_reading_back_gives_the_same_timeline() -> None:
    assert parse_timeline(timeline_bytes(EMPTY), "t.json") == EMPTY


def test_an_export_is_valid_against_the_published_schema() -> None:
    import json

    schema = timeline_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(timeline_bytes(EMPTY)), schema)


def test_keys_stand_in_the_order_of_the_format() -> None:
    import json

    assert list(json.loads(timeline_bytes(EMPTY)))[:3] == ["schema_version", "generator", "as_of"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is not JSON"),
        (b"\xff\xfe", "is not JSON"),
        (b"[" * 100_000, "is not JSON"),
        (b"[]", "no timeline"),
        (b'{"a": 1}', "no timeline"),
        (b'{"schema_version": "2"}', "version 2, this program reads version 1"),
        (b'{"schema_version": "1"}', "generator: Field required"),
    ],
)
def test_a_file_that_is_no_timeline_is_told_in_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(FormatError, match=said) as error:
        parse_timeline(data, "t.json")
    assert str(error.value).startswith("t.json: ")
    assert "\n" not in str(error.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_timeline(tmp_path / "none.json")


def test_a_reference_that_does_not_resolve_is_a_fault() -> None:
    series = Series(id="s", issuer="", jurisdiction="", documents=("gone",))
    broken = EMPTY.model_copy(update={"series": (series, series)})
    assert list(faults(broken)) == [
        "series: id s stands 2 times",
        "series s: gone does not exist",
        "series s: gone does not exist",
    ]


def test_writing_replaces_a_file_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "t.json"
    target.write_bytes(b"old")
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_what_a_link_leads_to_is_written_and_the_link_stays(tmp_path: Path) -> None:
    target, link = tmp_path / "t.json", tmp_path / "latest.json"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, b"new")
    assert os.read(reading, 9) == b"new"
    os.close(reading)
    assert pipe.is_fifo()


def test_writing_into_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        write_whole(tmp_path / "none" / "t.json", b"")


def test_the_description_of_the_format_is_the_one_that_the_types_give() -> None:
    described = Path(__file__).parents[2] / "docs" / "format.md"
    assert described.read_text(encoding="utf-8") == format_reference(), "run: make docs"
