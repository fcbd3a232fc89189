"""Paths -> timeline: the only module that knows the order of the stages."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from evolve.beside import beside
from evolve.model import Corpus, Document
from evolve.progress import Progress, quiet
from evolve.settings import Settings

if TYPE_CHECKING:
    from evolve.model import Coverage, Generator, Link, Thread, Timeline

__all__ = ["Build", "build"]


class _OfSeries(Protocol):
    @property
    def series(self) -> str: ...


_Rows = TypeVar("_Rows", bound=_OfSeries)
_SMALL = 5_000
"""Items of a corpus that is done in a few seconds."""
_NONE: frozenset[str] = frozenset()


class Build(NamedTuple):
    """A timeline and the corpus that it was made from."""

    timeline: "Timeline"
    """What is exported."""
    corpus: Corpus
    """What was read, with the texts of the files and the files that could not be read."""


def build(  # noqa: PLR0913 - how to work, beside what to work on
    paths: Sequence[Path],
    settings: Settings | None = None,
    *,
    jobs: int = 1,
    backend: str | None = None,
    cache: Path | None = None,
    progress: Progress = quiet,
) -> Build:
    """Read, align and thread the documents under ``paths`` (files and folders).

    Args:
        paths: Files and folders.
        settings: Every value that changes the result.
        jobs: Processes that link documents; a copy of this one helps with a small corpus.
        backend: Their joblib backend; null for processes here.
        cache: Folder that keeps links from build to build; null for none.
        progress: Told after each file and each pair of documents.

    Raises:
        InputError: nothing under ``paths`` can be read.
        FormatError: a catalogue among them breaks its format.
    """
    settings = settings or Settings()
    read = partial(_read, paths, settings)
    with beside(read, useful="numpy" not in sys.modules) as reading:
        from evolve.matching.linking import in_order
        from evolve.matching.relations import noted
        from evolve.model import Timeline
        from evolve.threading.answers import answered
        from evolve.threading.weaving import figures_of

        corpus = noted(reading(progress), settings)
    mine, others = _halves(corpus) if jobs == 1 and backend is None else (_all(corpus), _NONE)
    following = _Following(corpus, settings, jobs, backend, cache)
    with beside(partial(following.of, others, mine), useful=bool(others)) as followed:
        own = following.of(mine, _NONE, progress)
        other = followed(quiet) if others else _Followed((), (), ())
    links = in_order(corpus, [*own.links, *other.links])
    indicators = figures_of(corpus, links, settings)
    threads = _by_series(own.threads, other.threads)
    timeline = Timeline(
        generator=_generator(settings),
        as_of=settings.as_of or _latest_year(corpus.documents),
        series=corpus.series,
        documents=corpus.documents,
        sections=corpus.sections,
        items=corpus.items,
        measures=corpus.measures,
        tables=corpus.tables,
        links=links,
        threads=answered(corpus, threads, indicators),
        indicators=indicators,
        coverage=_by_series(own.coverage, other.coverage),
        discarded=corpus.discarded,
    )
    return Build(timeline, corpus)


def _read(paths: Sequence[Path], settings: Settings, progress: Progress) -> Corpus:
    from evolve.reading.corpus import read_corpus

    return read_corpus(paths, settings, progress=progress)


class _Followed(NamedTuple):
    """What became of some series."""

    links: "tuple[Link, ...]"
    threads: "tuple[Thread, ...]"
    coverage: "tuple[Coverage, ...]"


class _Following(NamedTuple):
    """What to follow, and how to work."""

    corpus: Corpus
    settings: Settings
    jobs: int
    backend: str | None
    cache: Path | None

    def of(self, own: frozenset[str], others: frozenset[str], progress: Progress) -> _Followed:
        """Link and thread the documents of some series; link them with those of others, too."""
        from evolve.matching import link_corpus
        from evolve.threading.weaving import lines_of

        def chosen(one: Document, other: Document) -> bool:
            ends = {one.series, other.series}
            return bool(ends & own) and ends <= own | others

        links = link_corpus(
            self.corpus,
            self.settings,
            jobs=self.jobs,
            backend=self.backend,
            cache=self.cache,
            progress=progress,
            chosen=chosen,
        )
        lines = lines_of(self.corpus, links, self.settings, series=own)
        return _Followed(links, lines.threads, lines.coverage)


def _all(corpus: Corpus) -> frozenset[str]:
    return frozenset(one.id for one in corpus.series)


def _halves(corpus: Corpus) -> tuple[frozenset[str], frozenset[str]]:
    """The series of a small corpus in two halves, the larger first; all and none of a large one.

    A large corpus is linked by as many processes as the user allows, and tells how far it is.
    """
    if len(corpus.items) > _SMALL:
        return _all(corpus), _NONE
    size = {
        one.id: sum(len(corpus.items_of[name]) for name in one.documents) for one in corpus.series
    }
    halves: tuple[list[str], list[str]] = ([], [])
    for name in sorted(size, key=lambda name: (-size[name], name)):
        min(halves, key=lambda half: sum(size[one] for one in half)).append(name)
    first, second = sorted(halves, key=lambda half: -sum(size[one] for one in half))
    return frozenset(first), frozenset(second)


def _by_series(own: Sequence[_Rows], other: Sequence[_Rows]) -> tuple[_Rows, ...]:
    """Two runs of what belongs to series, each in order, as one."""
    return tuple(sorted([*own, *other], key=lambda one: one.series))


def _latest_year(documents: Sequence[Document]) -> int | None:
    return max((document.period.end for document in documents), default=None)


def _generator(settings: Settings) -> "Generator":
    from hashlib import sha256
    from importlib.metadata import version

    from evolve.model import Generator

    values = asdict(settings)
    canonical = json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return Generator(
        name="policy-evolve",
        version=version("policy-evolve"),
        settings=values,
        settings_sha256=sha256(canonical.encode()).hexdigest(),
    )
