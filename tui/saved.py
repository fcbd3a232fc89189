"""What is remembered from one start to the next, and what a user has set in a file."""

import tomllib
from pathlib import Path

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from evolve.errors import FormatError, InputError
from evolve.exporting import write_whole
from tui.commands import COMMANDS
from tui.view.place import Place, View
from tui.view.query import Query

__all__ = ["Mark", "Preferences", "Saved", "load_preferences", "load_saved", "store"]

_NAME = "policy-evolve"
_MOST = 50
"""Timelines whose place is remembered."""


class Mark(BaseModel):
    """A place as it is written to a file."""

    view: View
    subject: str = ""
    at: str = ""
    text: str = ""
    facets: tuple[tuple[str, str], ...] = ()
    sort: str = ""
    group: str = ""
    name: str = ""
    """What a bookmark is called."""

    @classmethod
    def of(cls, place: Place, name: str = "") -> "Mark":
        """A place, to be written."""
        query = place.query
        return cls(
            view=place.view,
            subject=place.subject,
            at=place.at,
            text=query.text,
            facets=query.facets,
            sort=query.sort,
            group=query.group,
            name=name,
        )

    def place(self) -> Place:
        """The place again."""
        query = Query(self.text, self.facets, self.sort, self.group)
        return Place(self.view, self.subject, self.at, query)


class Saved(BaseModel):
    """What is remembered."""

    theme: str = ""
    language: str = ""
    plain: bool = False
    """Whether signs are of ASCII."""
    places: dict[str, Mark] = Field(default_factory=dict)
    """The last place by timeline."""
    bookmarks: dict[str, tuple[Mark, ...]] = Field(default_factory=dict)
    """By timeline."""

    def remember(self, timeline: str, place: Place) -> None:
        """Keep the last place of a timeline."""
        self.places.pop(timeline, None)
        self.places[timeline] = Mark.of(place)
        for oldest in list(self.places)[:-_MOST]:
            del self.places[oldest]


class Preferences(BaseModel):
    """What a user has set in ``browser.toml``."""

    model_config = ConfigDict(extra="forbid")

    theme: str = ""
    """Name of a theme."""
    language: str = ""
    """``zh`` or ``en``."""
    plain: bool = False
    """Whether signs are of ASCII."""
    keys: dict[str, str] = Field(default_factory=dict)
    """Other keys for commands, by the command's name; several are separated by commas."""


def state_file() -> Path:
    """Where what is remembered is kept."""
    return Path(platformdirs.user_state_dir(_NAME)) / "browser.json"


def preferences_file() -> Path:
    """Where a user may set preferences."""
    return Path(platformdirs.user_config_dir(_NAME)) / "browser.toml"


def load_saved() -> Saved:
    """What is remembered; nothing if the file is missing or broken."""
    try:
        return Saved.model_validate_json(state_file().read_bytes())
    except (OSError, ValidationError):
        return Saved()


def store(saved: Saved) -> None:
    """Remember for the next start, where the machine allows it."""
    path = state_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, saved.model_dump_json(indent=1).encode())
    except (OSError, InputError):
        return


def load_preferences() -> Preferences:
    """What the user has set.

    Raises:
        FormatError: the file is not TOML or names what does not exist.
    """
    path = preferences_file()
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return Preferences()
    try:
        found = Preferences.model_validate(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, ValidationError, UnicodeDecodeError) as error:
        fault = str(error).splitlines()[-1 if isinstance(error, ValidationError) else 0].strip()
        raise FormatError(f"{path}: not understood ({fault}); mend or remove it") from error
    unknown = sorted(set(found.keys) - {command.name for command in COMMANDS})
    if unknown:
        raise FormatError(
            f"{path}: there is no command {unknown[0]!r}; `?` in the browser lists all"
        )
    return found
