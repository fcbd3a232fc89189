"""The files that a timeline was made from, where they are still there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evolve.errors import EvolveError
from evolve.model import Source

__all__ = ["Originals"]

_FOLDERS = 200
"""Folders beside a timeline that are looked into."""


@dataclass(slots=True)
class Originals:
    """Finds source files in the folders that were named, or beside a timeline, and reads them."""

    paths: Sequence[Path]
    """What the browser was started with."""
    texts: dict[str, str] = field(default_factory=dict)
    """Texts that are known, by the name of the file."""

    def find(self, file: str) -> Path | None:
        """The file of that name; of a member of an archive, the archive."""
        for folder in self._folders():
            for path in (folder / file, *(folder / parent for parent in Path(file).parents)):
                if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
                    return path
        return None

    def _folders(self) -> Iterator[Path]:
        """Folders that were named or hold what was named, then the folders in these."""
        named = list(dict.fromkeys(p if p.is_dir() else p.parent for p in self.paths))
        yield from named
        for folder in named:
            try:
                yield from sorted(path for path in folder.iterdir() if path.is_dir())[:_FOLDERS]
            except OSError:
                continue

    def text(self, source: Source) -> str:
        """The decoded text that spans point into; empty if the file is gone or has changed."""
        if source.file not in self.texts:
            self.texts[source.file] = self._read(source)
        return self.texts[source.file]

    def _read(self, source: Source) -> str:
        from evolve.reading.formats import RawText, read_file

        path = self.find(source.file)
        try:
            found = read_file(path, encoding=source.encoding) if path else ()
        except EvolveError:
            return ""
        same = (raw for raw in found if isinstance(raw, RawText) and raw.sha256 == source.sha256)
        return next((raw.text for raw in same), "")
