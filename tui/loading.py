"""Where a timeline comes from: a timeline file, or documents that one is built from."""

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from evolve.beside import beside
from evolve.errors import InputError
from evolve.model import Timeline
from evolve.progress import Progress
from tui.originals import Originals

if TYPE_CHECKING:
    from evolve.pipeline import Build
    from evolve.settings import Settings

__all__ = ["Cancelled", "Loader"]


_FEW = 5_000_000
"""Bytes of documents that are built from so fast that the copying back is worth it."""


class Cancelled(Exception):  # noqa: N818 - nothing went wrong
    """The user does not want to wait any longer."""


@dataclass(slots=True)
class Loader:
    """Reads or builds the timeline of some paths."""

    paths: Sequence[Path]
    """One timeline, or documents and folders of them."""
    settings: "Settings | None" = None
    """What a build is made with; the defaults if it is None."""
    timeline: Timeline | None = None
    """A timeline that is there already."""
    originals: Originals = field(init=False)
    """The files that it was made from."""
    begun: "Callable[[Progress], Build] | None" = None
    """What gives the build that was begun; asked once."""

    def __post_init__(self) -> None:
        self.originals = Originals(self.paths)

    @property
    def name(self) -> str:
        """What is remembered of a timeline goes by this name."""
        return os.pathsep.join(str(path.resolve()) for path in self.paths)

    @property
    def title(self) -> str:
        """What a reader calls it."""
        return ", ".join(path.name or str(path) for path in self.paths)

    def take(self, made: "Build") -> Timeline:
        """Show what was built, with the texts that it was built from."""
        self.timeline = made.timeline
        self.originals = Originals(self.paths, {t.file: t.text for t in made.corpus.texts})
        return made.timeline

    def load(self, progress: Progress) -> Timeline:
        """Read the timeline, or build it from the documents.

        Raises:
            EvolveError: a path is missing, unreadable or no timeline.
            Cancelled: ``progress`` raised it.
        """
        if self.timeline is not None:
            return self.timeline
        for path in self.paths:
            if not path.exists():
                raise InputError(f"{path}: no such file or folder; name a timeline or documents")
        self.originals = Originals(self.paths)
        if any(path.is_file() and _is_timeline(path) for path in self.paths):
            return self._read()
        made, self.begun = self.begun or self._build, None
        with _no_collection():
            return self.take(made(progress))

    def _build(self, progress: Progress) -> "Build":
        from evolve.pipeline import build

        with _no_collection():
            return build(self.paths, self.settings, progress=progress)

    @contextmanager
    def beginning(self) -> Iterator[None]:
        """Begin to build from few documents while the browser itself is loaded."""
        few = sum(size for _, _, size in self.stamp()) <= _FEW
        documents = self.paths and not any(p.is_file() and _is_timeline(p) for p in self.paths)
        with beside(self._build, useful=bool(few and documents)) as self.begun:
            yield

    def _read(self) -> Timeline:
        from evolve.exporting import load_timeline

        if len(self.paths) > 1:
            raise InputError(f"{self.title}: give one timeline, or documents, but not both")
        with _no_collection():
            return load_timeline(self.paths[0])

    def stamp(self) -> tuple[tuple[str, int, int], ...]:
        """What changes when a file, or a document of a folder, changes on disk."""
        try:
            paths = [file for path in self.paths for file in _files(path)]
            states = [(path, path.stat()) for path in paths if path.is_file()]
        except OSError:
            return ()
        return tuple((str(path), state.st_mtime_ns, state.st_size) for path, state in states)


def _files(path: Path) -> list[Path]:
    return [path] if path.is_file() else sorted(path.rglob("*"))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Spare the collector the many objects of a timeline, all of which stay."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _is_timeline(path: Path) -> bool:
    """Whether a file is JSON by its name or its first character."""
    if path.suffix.lower() == ".json":
        return True
    with path.open("rb") as file:
        return file.read(64).lstrip()[:1] == b"{"
