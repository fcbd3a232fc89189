"""Which files to read: those named, and those inside the folders named."""

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from evolve.errors import InputError
from evolve.reading.formats import limits

__all__ = ["STDIN", "find_files", "hidden"]

STDIN = Path("-")
"""Standard input."""


def find_files(
    paths: Sequence[Path], suffixes: frozenset[str], told: frozenset[str] = frozenset()
) -> list[tuple[str, Path]]:
    """List the files to read, each once, sorted by name.

    A file that is named is taken whatever its suffix; in a folder those with one of the suffixes
    are, at any depth. Hidden files and lock files of word processors are passed over, and so is
    a link that leads out of its folder.

    Args:
        paths: files, folders, or ``-`` for standard input.
        suffixes: lower case with the dot.
        told: suffixes of documents that are not read, but listed beside one that is.

    Returns:
        Name for the reader and path. The name is relative to the folder given, or the file's own;
        where that is not unique, as many folders above stand before it as tell the files apart.

    Raises:
        InputError: a path does not exist, or no file is found at all.
    """
    found: dict[Path, str] = {}
    for path in paths:
        if path == STDIN:
            found[path] = "-"
        elif path.is_dir():
            inside = _inside(path, suffixes | told)
            found |= {file: name for name, file in inside if file not in found}
        elif path.is_file():
            found.setdefault(path, path.name)
        else:
            raise InputError(f"{path}: there is no such file or folder.")
    if not found:
        raise InputError(
            f"{', '.join(map(str, paths))}: no document in it; "
            f"these are read: {', '.join(sorted(suffixes))}."
        )
    limits.check_size(len(found), limits.MEMBERS, str(paths[0]), "files")
    return sorted((name, path) for path, name in _told_apart(found).items())


def _told_apart(names: Mapping[Path, str]) -> dict[Path, str]:
    """Lengthen equal names by the folders above until they differ; each file has one name."""
    apart = _once(names)
    depths = {path: len(PurePosixPath(name).parts) for path, name in apart.items()}
    while equal := {name for name, count in Counter(apart.values()).items() if count > 1}:
        for path in [path for path, name in apart.items() if name in equal]:
            depths[path] += 1
            apart[path] = "/".join(path.absolute().parts[-depths[path] :])
    return apart


def _once(names: Mapping[Path, str]) -> dict[Path, str]:
    """Each file once, however many ways lead to it."""
    found: dict[Path, Path] = {}
    for path in names:
        found.setdefault(path if path == STDIN else path.resolve(), path)
    return {path: names[path] for path in found.values()}


def _inside(folder: Path, suffixes: frozenset[str]) -> Iterator[tuple[str, Path]]:
    root = folder.resolve()
    closed: list[Path] = []
    for parent, folders, names in os.walk(folder, onerror=_into(closed)):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(parent, name)
            if hidden(name) or path.suffix.lower() not in suffixes:
                continue
            if path.resolve().is_relative_to(root) and path.is_file():
                yield path.relative_to(folder).as_posix(), path
    for path in closed:  # to be refused like a file that may not be read
        yield path.relative_to(folder).as_posix(), path


def _into(closed: list[Path]) -> Callable[[OSError], None]:
    """Keep the folders that may not be looked into."""
    return lambda error: closed.append(Path(error.filename))


def hidden(name: str) -> bool:
    """Whether a file is kept by a program for itself: hidden, a lock file, of a Mac's archive."""
    parts = PurePosixPath(name).parts
    return any(part.startswith((".", "~$")) or part == "__MACOSX" for part in parts)
