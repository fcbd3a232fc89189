"""The files of a corpus with their catalogues -> what was recognised in each."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from evolve.errors import InputError
from evolve.model import Discarded, Problem
from evolve.progress import Progress
from evolve.reading.bound import within
from evolve.reading.catalogues.cuts import cut_drafts, cuts_of, override
from evolve.reading.catalogues.name import NAME
from evolve.reading.draft import Draft
from evolve.reading.drafts import Reading, open_page, read_drafts
from evolve.reading.formats import SUFFIXES, UNREAD, RawText, find_files, limits, read_file
from evolve.reading.formats.find import STDIN
from evolve.settings import Settings

if TYPE_CHECKING:
    from evolve.reading.catalogues.catalogue import Catalogue, Entry

__all__ = ["Found", "read_sources", "recognised"]


@dataclass(slots=True)
class Found:
    """All that the files gave."""

    raws: list[RawText] = field(default_factory=list)
    """The files."""
    drafts: list[Draft] = field(default_factory=list)
    """Their documents."""
    discarded: list[Discarded] = field(default_factory=list)
    """What is in no document."""
    problems: list[Problem] = field(default_factory=list)
    """Files that could not be read."""


def read_sources(paths: Sequence[Path], settings: Settings, progress: Progress) -> Found:
    """Read all files.

    Raises:
        InputError: a path does not exist, or there is no file at all.
        FormatError: a catalogue is wrong.
    """
    catalogues = _catalogues(paths)
    files = [
        (name, path)
        for name, path in find_files(paths, SUFFIXES, UNREAD)
        if not path.stem.casefold().startswith("readme")
    ]
    found = Found()
    names: dict[Path, list[str]] = {path: [] for path in catalogues}
    for done, (name, path) in enumerate(files, start=1):
        catalogue = _catalogue_of(path, catalogues)
        own = _own_name(catalogue, path)
        if catalogue is not None:
            names[catalogue.path.parent].append(own)
        if catalogue is None or not catalogue.skips(own):
            told = _all_of(found, name, path, settings, catalogue)
            if catalogue is not None:
                names[catalogue.path.parent] += [own + each.removeprefix(name) for each in told]
        progress(done, len(files), name)
    for folder, catalogue in catalogues.items():
        catalogue.check(names[folder])
    return found


def _catalogues(paths: Sequence[Path]) -> dict[Path, "Catalogue"]:
    """The catalogue of each folder, and of the folder of each file, that is named."""
    folders = {path if path.is_dir() else path.parent for path in paths if path != STDIN}
    named = [folder for folder in sorted(folders) if (folder / NAME).is_file()]
    if not named:
        return {}
    from evolve.reading.catalogues.catalogue import read_catalogue

    return {folder: read_catalogue(folder / NAME) for folder in named}


def _catalogue_of(path: Path, catalogues: dict[Path, "Catalogue"]) -> "Catalogue | None":
    return next((catalogues[folder] for folder in path.parents if folder in catalogues), None)


def _all_of(
    found: Found, name: str, path: Path, settings: Settings, catalogue: "Catalogue | None"
) -> list[str]:
    """Add what one file gives, or why it gives nothing.

    Returns:
        Name of the file, or of each file in an archive.
    """
    names = []
    try:
        with within(limits.SECONDS, name):
            for each in read_file(path, name, encoding=settings.encoding):
                if isinstance(each, Problem):
                    found.problems.append(each)
                else:
                    names.append(each.file)
                    own = _own_name(catalogue, path) + each.file.removeprefix(name)
                    recognised(found, each, catalogue, own)
    except InputError as error:
        found.problems.append(Problem(file=name, message=str(error)))
    return names


def _own_name(catalogue: "Catalogue | None", path: Path) -> str:
    """Name of a file for its catalogue: from the folder of the catalogue on."""
    return path.relative_to(catalogue.path.parent).as_posix() if catalogue else ""


def recognised(found: Found, raw: RawText, catalogue: "Catalogue | None", own: str = "") -> None:
    """Add what one file gives, with what a catalogue says of it.

    Args:
        found: takes it.
        raw: the file.
        catalogue: what a person says of it, if anything.
        own: name of the file for the catalogue.
    """
    entries = catalogue.entries_for(own) if catalogue else []
    reading = _read(raw, catalogue, entries) if catalogue and entries else None
    reading = reading or read_drafts(open_page(raw))
    found.raws.append(raw)
    found.drafts += reading.drafts
    found.discarded += reading.discarded
    if not reading.drafts:
        message = (
            f"{raw.file}: nothing tells which year it covers; name it in {NAME}."
            if reading.undated
            else f"{raw.file}: no plan or report was recognised in it."
        )
        found.problems.append(Problem(file=raw.file, message=message))


def _read(raw: RawText, catalogue: "Catalogue", entries: Sequence["Entry"]) -> Reading:
    """Recognise what a catalogue leaves open, and put over it what it says."""
    page = open_page(raw)
    cuts = cuts_of(catalogue, entries, page.lines, len(raw.text))
    period = next((entry.period for entry in entries if entry.period), None)
    reading = read_drafts(page, starts=[cut.start for cut in cuts], period=period)
    if cuts:
        reading.drafts, outside = cut_drafts(reading.drafts, cuts)
        reason = f"outside the parts of {NAME}"
        reading.discarded += [
            Discarded(file=raw.file, span=span, reason=reason) for span in outside
        ]
        return reading
    entry = entries[0]
    own = entry.role or entry.period or entry.title
    if own and len(reading.drafts) > 1:
        count = len(reading.drafts)
        raise catalogue.error(
            f"{raw.file} holds {count} documents; say which part by heading or span.", entry
        )
    reading.drafts = [override(draft, entry) for draft in reading.drafts]
    return reading
