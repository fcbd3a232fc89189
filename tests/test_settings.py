import json
from dataclasses import asdict
from pathlib import Path

import pytest

from evolve.errors import SettingsError
from evolve.settings import Settings, parse_settings


def test_nothing_said_gives_the_defaults() -> None:
    assert parse_settings([]) == Settings()


def test_values_are_json_or_plain_text() -> None:
    settings = parse_settings(["as_of=2021", "encoding=gb18030"])
    assert (settings.as_of, settings.encoding) == (2021, "gb18030")


@pytest.mark.parametrize(
    ("assignment", "said"),
    [
        ("as_of", "write a setting as NAME=VALUE"),
        ("as_off=2021", "setting as_off does not exist; did you mean as_of?"),
        ("as_of=soon", "setting as_of: Input should be a valid integer"),
        ("=1", "setting  does not exist; there are"),
    ],
)
def test_a_wrong_setting_is_told_in_one_sentence(assignment: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        parse_settings([assignment])


def test_every_setting_is_told_with_its_default() -> None:
    page = (Path(__file__).parents[1] / "docs" / "settings.md").read_text("utf-8")
    for name, value in asdict(Settings()).items():
        assert f"| `{name}` | {json.dumps(value)} |" in page
