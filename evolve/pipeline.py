"""Paths -> timeline: the only module that knows the order of the stages."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from evolve.beside import beside
from evolve.model import Corpus, Document
from evolve.progress import Progress, quiet
from evolve.settings import Settings

if TYPE_CHECKING:
    from evolve.following import Followed
    from evolve.model import Generator, Timeline

__all__ = ["Build", "build"]


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
        from evolve.following import Work, follow
        from evolve.matching.relations import noted

        corpus = noted(reading(progress), settings)
    found = follow(Work(corpus, settings, jobs, backend, cache), progress)
    return Build(_timeline(corpus, found, settings), corpus)


def _timeline(corpus: Corpus, found: "Followed", settings: Settings) -> "Timeline":
    from evolve.model import Timeline
    from evolve.threading.answers import answered
    from evolve.threading.weaving import figures_of

    indicators = figures_of(corpus, found.links, settings)
    return Timeline(
        generator=_generator(settings),
        as_of=settings.as_of or _latest_year(corpus.documents),
        series=corpus.series,
        documents=corpus.documents,
        sections=corpus.sections,
        items=corpus.items,
        measures=corpus.measures,
        tables=corpus.tables,
        links=found.links,
        threads=answered(corpus, found.threads, indicators),
        indicators=indicators,
        coverage=found.coverage,
        discarded=corpus.discarded,
    )


def _read(paths: Sequence[Path], settings: Settings, progress: Progress) -> Corpus:
    from evolve.reading.corpus import read_corpus

    return read_corpus(paths, settings, progress=progress)


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
