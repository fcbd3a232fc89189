"""Where a timeline comes from: a timeline file, or documents that one is built from."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from evolve.errors import InputError
from evolve.model import Timeline
from evolve.progress import Progress

__all__ = ["Cancelled", "Loader"]


class Cancelled(Exception):  # noqa: N818 - nothing went wrong
    """The user does not want to wait any longer."""


@dataclass(slots=True)
class Loader:
    """Reads or builds the timeline of a path."""

    path: Path
    timeline: Timeline | None = None
    """A timeline that is there already."""
    texts: dict[str, str] = field(default_factory=dict)
    """Decoded texts of the sources by file, where they are known."""

    @property
    def name(self) -> str:
        """What is remembered of a timeline goes by this name."""
        return str(self.path.resolve())

    def load(self, progress: Progress) -> Timeline:
        """Read the timeline, or build it from the documents.

        Raises:
            EvolveError: the path is missing, unreadable or no timeline.
            Cancelled: ``progress`` raised it.
        """
        if self.timeline is not None:
            return self.timeline
        if not self.path.exists():
            raise InputError(f"{self.path}: no such file or folder; name a timeline or documents")
        if self.path.is_file() and _is_timeline(self.path):
            from evolve.exporting import load_timeline

            with _no_collection():
                return load_timeline(self.path)
        from evolve.pipeline import build

        with _no_collection():
            made = build([self.path], progress=progress)
        self.texts = {text.file: text.text for text in made.corpus.texts}
        return made.timeline

    def stamp(self) -> tuple[tuple[str, int, int], ...]:
        """What changes when the file, or a document of the folder, changes on disk."""
        try:
            paths = [self.path] if self.path.is_file() else sorted(self.path.rglob("*"))
            states = [(path, path.stat()) for path in paths if path.is_file()]
        except OSError:
            return ()
        return tuple((str(path), state.st_mtime_ns, state.st_size) for path, state in states)

    def find(self, file: str) -> Path | None:
        """A source file, beside the timeline or in the folder, if it is there."""
        folder = self.path if self.path.is_dir() else self.path.parent
        candidates = (folder / file, folder / "seeds" / file, self.path)
        return next((p for p in candidates if p.is_file() and p.name == Path(file).name), None)


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
