"""What most commands start from: paths to build from, or a timeline that is already built."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from evolve.cli.narration import progress_bar, tell_problems
from evolve.errors import InputError

if TYPE_CHECKING:
    from evolve.model import Corpus, Timeline
    from evolve.pipeline import Build
    from evolve.settings import Settings

__all__ = ["Request", "build_of", "build_options", "corpus_of", "timeline_of"]


class Request(NamedTuple):
    """The paths and options of a build, as a user gave them."""

    paths: Sequence[Path]
    """Files, folders, or one timeline (``.json``)."""
    assignments: Sequence[str] = ()
    """Settings as ``NAME=VALUE``."""
    as_of: int | None = None
    """States as they stood in this year."""
    encoding: str | None = None
    """Encoding of text files, where the guess is wrong."""
    jobs: int = 1
    """Processes that link documents."""
    backend: str | None = None
    """Where they run: a registered joblib backend."""
    cache: Path | None = None
    """Folder that keeps links from build to build."""

    def settings(self) -> "Settings":
        """Give the settings.

        Raises:
            SettingsError: one does not exist or has an impossible value.
        """
        from evolve.settings import parse_settings

        named = {"as_of": self.as_of, "encoding": self.encoding}
        given = {name: value for name, value in named.items() if value is not None}
        return parse_settings(self.assignments, given)


_Command = Callable[..., None]

_OPTIONS = (
    click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path)),
    click.option(
        "--set",
        "assignments",
        multiple=True,
        metavar="NAME=VALUE",
        help="Change a setting; docs/settings.md and every timeline name them.",
    ),
    click.option("--as-of", type=int, metavar="YEAR", help="States as they stood in this year."),
    click.option("--encoding", metavar="NAME", help="Encoding of text files, if the guess is off."),
    click.option(
        "--jobs",
        type=click.IntRange(1),
        default=1,
        show_default=True,
        help="Processes for linking.",
    ),
    click.option("--backend", metavar="NAME", help="Their joblib backend, such as dask."),
    click.option(
        "--cache", type=click.Path(path_type=Path, file_okay=False), help="Keep links in a folder."
    ),
)


def build_options(command: _Command) -> _Command:
    """Give a command the arguments of a build, handed to it as ``request``."""

    @wraps(command)
    def with_request(**values: Any) -> None:
        own = {name: values.pop(name) for name in list(values) if name not in _NAMES}
        command(request=Request(**values), **own)

    wrapped: _Command = with_request
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped


_NAMES = frozenset(Request._fields)


def build_of(request: Request) -> "Build":
    """Build with a progress bar; files that could not be read are told on standard error.

    Raises:
        InputError: a timeline is named where documents are wanted, or nothing can be read.
    """
    for path in _timelines_among(request.paths):
        message = "is no document; `evolve browse` and `evolve list` open a timeline"
        raise InputError(f"{path}: {message}")
    with _uncollected(), progress_bar() as progress:
        from evolve.pipeline import build

        made = build(
            request.paths,
            request.settings(),
            jobs=request.jobs,
            backend=request.backend,
            cache=request.cache,
            progress=progress,
        )
    tell_problems(made.corpus.problems)
    return made


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no cycles in memory, then or later: what a build makes lives until it is written."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def timeline_of(request: Request) -> "Timeline":
    """Load the timeline that was named, or build one.

    Raises:
        InputError: a timeline stands among other paths, or nothing can be read.
        FormatError: the timeline breaks its format.
    """
    path = _timeline_among(request.paths)
    if path is None:
        return build_of(request).timeline
    from evolve.exporting import load_timeline

    return load_timeline(path)


def _timeline_among(paths: Sequence[Path]) -> Path | None:
    timelines = _timelines_among(paths)
    if timelines and len(paths) > 1:
        raise InputError(f"{timelines[0]}: give one timeline, or documents, but not both")
    return timelines[0] if timelines else None


def _timelines_among(paths: Sequence[Path]) -> list[Path]:
    return [path for path in paths if path.suffix.lower() == ".json"]


def corpus_of(paths: Sequence[Path], assignments: Sequence[str]) -> "tuple[Corpus, Settings]":
    """Read documents, or take them from the timeline that was named, with its settings.

    Raises:
        InputError: a timeline stands among other paths, or nothing can be read.
        FormatError: the timeline breaks its format.
        SettingsError: a setting does not exist or has an impossible value.
    """
    from dataclasses import fields

    from evolve.exporting import load_timeline
    from evolve.model import Corpus
    from evolve.reading import read_corpus
    from evolve.settings import parse_settings

    path = _timeline_among(paths)
    if path:
        made = load_timeline(path)
        names = [one.name for one in fields(Corpus) if hasattr(made, one.name)]
        corpus = Corpus(**{name: getattr(made, name) for name in names})
        return corpus, parse_settings(assignments, made.generator.settings)
    settings = parse_settings(assignments)
    corpus = read_corpus(paths, settings)
    tell_problems(corpus.problems)
    return corpus, settings
