"""Corpus and links -> threads with their states, indicators, coverage."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from evolve.matching.lexicon import chosen_lexicon
from evolve.matching.reach import horizon
from evolve.model import Corpus, Coverage, Document, Indicator, Link, Thread
from evolve.settings import Settings
from evolve.threading.answers import answered
from evolve.threading.coverage import coverage_of, sizes, statuses
from evolve.threading.echoes.hearing import EchoModel, echo_model, said_in
from evolve.threading.echoes.holding import texts_of
from evolve.threading.echoes.promised import plain_strands, trusted_measures
from evolve.threading.fields import Fields
from evolve.threading.indicators.following import indicators_of
from evolve.threading.lines.strands import Strand
from evolve.threading.threads import Loom
from evolve.threading.verdicts.tallies import tally
from evolve.threading.verdicts.verdict import Archive, Verdict

__all__ = ["Lines", "Weave", "figures_of", "lines_of", "weave"]


class Lines(NamedTuple):
    """The lines of work of some series."""

    threads: tuple[Thread, ...]
    """Sorted by series, level and first member in the order of the items."""
    coverage: tuple[Coverage, ...]
    """Sorted by series, role and year."""


class Weave(NamedTuple):
    """What threading gives."""

    threads: tuple[Thread, ...]
    """As in :class:`Lines`."""
    indicators: tuple[Indicator, ...]
    """Sorted by series and id."""
    coverage: tuple[Coverage, ...]
    """As in :class:`Lines`."""


def weave(
    corpus: Corpus, links: Sequence[Link], settings: Settings, model: EchoModel | None = None
) -> Weave:
    """Follow every line of work, every measure and every figure through the documents.

    Args:
        corpus: All that reading found.
        links: Of both levels; those between different series play no part.
        settings: ``as_of`` leaves out all documents that speak after the end of that year.
        model: How it is told that a document speaks of a measure; null for what the settings name.
    """
    lines = lines_of(corpus, links, settings, model)
    indicators = figures_of(corpus, links, settings)
    return Weave(answered(corpus, lines.threads, indicators), indicators, lines.coverage)


def figures_of(corpus: Corpus, links: Sequence[Link], settings: Settings) -> tuple[Indicator, ...]:
    """Follow the figures; the arguments as those of :func:`weave`."""
    return indicators_of(corpus, _spoken(corpus, settings), links)


def lines_of(
    corpus: Corpus,
    links: Sequence[Link],
    settings: Settings,
    model: EchoModel | None = None,
    *,
    series: Collection[str] | None = None,
) -> Lines:
    """Follow the lines of work; the arguments as those of :func:`weave`.

    Args:
        corpus: All that reading found.
        links: As there.
        settings: As there.
        model: As there.
        series: Only those of these series; null for all.
    """
    documents = _spoken(corpus, settings)
    year = max((document.period.end for document in documents), default=0)
    told, lexicon = model or echo_model(settings), chosen_lexicon(settings)
    threads: list[Thread] = []
    coverage: list[Coverage] = []
    for name in sorted({document.series for document in documents}):
        if series is not None and name not in series:
            continue
        line = sorted(
            (document for document in documents if document.series == name),
            key=lambda document: (document.moment, document.id),
        )
        status = statuses(corpus, line)
        items, plain = plain_strands(corpus, line, links)
        whole = said_in(items, lexicon) if len(line) > 1 else texts_of([], lexicon)
        measures = trusted_measures(items, plain, whole, settings, told)
        fields = Fields(items, whole, lexicon)
        silent = {one.id: [*fields.missing(place)] for place, one in enumerate(line)}
        coverage += coverage_of(name, line, status, silent)
        seen = horizon(line, settings.reach)
        archive = Archive(line, status, sizes(corpus, line), year, fields, seen)
        threads += _threads(corpus, items, measures, archive, settings)
    return Lines(tuple(threads), tuple(coverage))


def _spoken(corpus: Corpus, settings: Settings) -> list[Document]:
    """The documents that were there at the end of the year of the settings."""
    year = settings.as_of
    return [one for one in corpus.documents if year is None or one.moment < (year + 1, 1)]


def _threads(
    corpus: Corpus,
    items: Strand,
    measures: Strand,
    archive: Archive,
    settings: Settings,
) -> Iterator[Thread]:
    whole, single = Loom(items, archive, settings), Loom(measures, archive, settings)
    lines, promises = whole.woven(), single.woven()
    line_of = {member: line.id for line in lines for member in line.trace.chain}
    parents = {one.id: line_of[corpus.measure[one.trace.chain[0]].item] for one in promises}
    verdicts: dict[str, list[Verdict]] = defaultdict(list)
    for promise in promises:
        verdicts[parents[promise.id]].append(promise.latest)
    for line in lines:
        yield whole.thread(line, counts=tally(verdicts[line.id]))
    for promise in promises:
        yield single.thread(promise, parents[promise.id])
