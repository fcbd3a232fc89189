"""``corpus.toml``: what a person says of the documents in a folder, over what was recognised."""

import re
import tomllib
from collections.abc import Sequence
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from evolve.errors import FormatError
from evolve.model import Completeness, Period, Role, Span
from evolve.reading.catalogues.name import NAME

__all__ = ["NAME", "Catalogue", "Entry", "read_catalogue"]

_MAX_BYTES = 4_000_000
_EARLIEST, _LATEST = 1900, 2199


def _many(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _spans(value: object) -> object:
    flat = isinstance(value, list) and value and all(isinstance(each, int) for each in value)
    return [value] if flat else value


def _period(value: object) -> object:
    if isinstance(value, int):
        value = [value, value]
    if isinstance(value, list) and len(value) == 2 and all(isinstance(y, int) for y in value):  # noqa: PLR2004 - first and last year
        start, end = value
        if not _EARLIEST <= start <= end <= _LATEST:
            raise ValueError("the years are out of order or out of range")
        return {"start": start, "end": end}
    raise ValueError("write one year, or [first, last]")


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Entry(_Strict):
    """What is said of one document; what is left out is recognised."""

    file: str
    """Name of the file, relative to the folder, with forward slashes."""
    heading: Annotated[tuple[str, ...], BeforeValidator(_many)] = ()
    """First words of the line where the document begins; several where it is interrupted. It
    goes on to where the next document of the file begins."""
    span: Annotated[tuple[Span, ...], BeforeValidator(_spans)] = ()
    """Instead of ``heading``: first character and the one after the last, once or several times."""
    issuer: str | None = None
    """The body that speaks."""
    jurisdiction: str | None = None
    """The place that it speaks for."""
    series: str | None = Field(default=None, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    """Id of the series."""
    role: Role | None = None
    """``plan``, ``outcome`` or ``multi_year_plan``."""
    period: Annotated[Period | None, BeforeValidator(_period)] = None
    """A year, or the first and the last."""
    title: str | None = None
    """Title."""
    published: date | None = None
    """Date of publication."""
    completeness: Completeness | None = None
    """``partial`` where something of the document is missing."""


class _File(_Strict):
    skip: tuple[str, ...] = ()
    document: tuple[Entry, ...] = ()


class Catalogue(NamedTuple):
    """A catalogue and the lines that its parts stand in."""

    path: Path
    """Where it was read."""
    skip: tuple[str, ...] = ()
    """Patterns of the files to pass over."""
    entries: tuple[Entry, ...] = ()
    """What is said, in order."""
    text: str = ""
    """The file."""

    def entries_for(self, file: str) -> list[Entry]:
        """What is said of a file."""
        return [entry for entry in self.entries if entry.file == file]

    def skips(self, file: str) -> bool:
        """Whether a file is to be passed over."""
        return any(fnmatchcase(file, pattern) for pattern in self.skip)

    def error(self, message: str, entry: Entry | None = None, key: str = "file") -> FormatError:
        """An error that names the line."""
        at = self.entries.index(entry) if entry in self.entries else None
        return FormatError(f"{self.path}:{_line(self.text, at, key)}: {message}")

    def check(self, files: Sequence[str]) -> None:
        """Make sure that all files named in it exist.

        Raises:
            FormatError: one does not, or a pattern fits none.
        """
        for entry in self.entries:
            known = entry.file in files or (self.path.parent / entry.file).is_file()
            if not known:
                raise self.error(f"there is no file {entry.file!r}; correct its name.", entry)
        for pattern in self.skip:
            if not any(fnmatchcase(file, pattern) for file in files):
                raise self.error(f"no file fits {pattern!r}; correct or remove it.", key="skip")


def read_catalogue(path: Path) -> Catalogue:
    """Read a catalogue.

    Raises:
        FormatError: it is no TOML, or a key or value is wrong; the message names the line.
    """
    try:
        data = path.read_bytes()[: _MAX_BYTES + 1]
        text = data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise FormatError(f"{path}: cannot be read as UTF-8 text.") from error
    if len(data) > _MAX_BYTES:
        raise FormatError(f"{path}: is too large for a catalogue.")
    try:
        values = _File.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise FormatError(f"{path}: is no valid TOML: {error}.") from error
    except ValidationError as error:
        raise FormatError(_explain(path, text, error)) from error
    catalogue = Catalogue(path, values.skip, values.document, text)
    _check_selectors(catalogue)
    return catalogue


def _check_selectors(catalogue: Catalogue) -> None:
    for entry in catalogue.entries:
        if entry.heading and entry.span:
            raise catalogue.error("give a heading or a span, not both.", entry, "span")
        whole = not entry.heading and not entry.span
        if whole and len(catalogue.entries_for(entry.file)) > 1:
            raise catalogue.error(
                f"{entry.file} is named more than once; say which part by heading or span.", entry
            )
    for entry in catalogue.entries:
        _check_overlap(catalogue, entry)


def _check_overlap(catalogue: Catalogue, entry: Entry) -> None:
    own = catalogue.entries.index(entry)
    for start, end in entry.span:
        if not 0 <= start < end:
            raise catalogue.error(f"the span [{start}, {end}] is empty.", entry, "span")
        for other in catalogue.entries[:own]:
            same = other.file == entry.file
            if same and any(start < b and a < end for a, b in other.span):
                raise catalogue.error("the span overlaps that of a part before it.", entry, "span")


def _explain(path: Path, text: str, error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    place = first["loc"]
    at = place[1] if len(place) > 1 and isinstance(place[1], int) else None
    names = [each for each in place if isinstance(each, str) and each != "document"]
    key = names[0] if names else "document"
    line = _line(text, at if place[0] == "document" else None, key)
    if first["type"] == "extra_forbidden":
        known = ", ".join((Entry if at is not None else _File).model_fields)
        return f"{path}:{line}: there is no key {key!r}; these are known: {known}."
    return f"{path}:{line}: {key}: {first['msg'].removeprefix('Value error, ')}."


def _line(text: str, entry: int | None, key: str) -> int:
    """Line of a key in the n-th ``[[document]]``, of that heading, or of a key before the first."""
    lines = text.splitlines()
    heads = [i for i, line in enumerate(lines) if re.match(r"\s*\[\[\s*document\s*\]\]", line)]
    start = heads[entry] if entry is not None and entry < len(heads) else 0
    end = next((head for head in heads if head > start), len(lines))
    found = next(
        (
            i
            for i in range(start, end)
            if re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", lines[i])
        ),
        start,
    )
    return found + 1
