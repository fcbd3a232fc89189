"""The view of figures through time, with a plot of the one under the cursor."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import pairwise

from typing_extensions import override

from evolve.model import Indicator, QuantityKind
from evolve.text import normalize
from tui.view.chart import plot
from tui.view.item import heading
from tui.view.observations import observation_blocks
from tui.view.query import Matcher, Query
from tui.view.source import Facet, Listing, Page, Row, Source
from tui.view.spark import number, series_of, sparkline
from tui.view.text import Block, Drawn, Line, Run, fit

__all__ = ["Indicators"]

_SPARK, _VALUES = 8, 26
_TARGETS = (QuantityKind.TARGET, QuantityKind.BASELINE)


class Indicators(Source):
    """Indicators by series: name, sparkline, first and last figure."""

    share = 0.5
    joined = True
    sorts = ("document", "title", "length")
    groups = ("series", "none")

    @override
    def crumb(self) -> str:
        return self.scene.words("view.indicators")

    @cached_property
    def _by_id(self) -> Mapping[str, Indicator]:
        return {indicator.id: indicator for indicator in self.scene.index.timeline.indicators}

    @override
    def listing(self, query: Query, toggled: frozenset[str]) -> Listing:
        every = self.scene.index.timeline.indicators
        kept = [every[at] for at in Matcher(query.text)([normalize(i.name) for i in every])]
        for facet in {name for name, _ in query.facets}:
            chosen = query.chosen(facet)
            kept = [indicator for indicator in kept if _value(indicator, facet) in chosen]
        if query.sort == "title":
            kept = sorted(kept, key=lambda indicator: indicator.name)
        elif query.sort == "length":
            kept = sorted(kept, key=lambda indicator: -len(indicator.observations))
        return Listing(list(self._rows(kept, query, toggled)), len(kept), len(every))

    def _rows(self, kept: list[Indicator], query: Query, toggled: frozenset[str]) -> Iterator[Row]:
        if query.group == "none":
            yield from (Row("indicator", indicator.id, 1) for indicator in kept)
            return
        for series in self.scene.index.ordered_series:
            own = [Row("indicator", i.id, 1) for i in kept if i.series == series.id]
            key = f"group:{self.scene.issuer(series.id)}"
            if own:
                yield Row("group", key, 0, len(own))
            if key not in toggled:
                yield from own

    @override
    def head(self, columns: int) -> tuple[Line, ...]:
        words = self.scene.words
        title = fit((Run(f"   {words('indicators.name')}", "head"),), self._room(columns))
        values = Run(words("indicators.values"), "head")
        return ((*title, Run(" " * (_SPARK + 1)), values),)

    def _room(self, columns: int) -> int:
        return max(12, columns - _SPARK - _VALUES - 2)

    @override
    def line(self, row: Row, columns: int, *, toggled: bool) -> Line:
        if row.kind == "group":
            sign = self.scene.glyphs.folded if toggled else self.scene.glyphs.unfolded
            name = row.key.removeprefix("group:")
            return (Run(f"{sign} {name} ", "group"), Run(f"({row.below})", "muted"))
        indicator = self._by_id[row.key]
        points = series_of(indicator)
        known = [point.value for point in points if point.value is not None]
        mark = Run("~", "warning") if changed(indicator) else Run(" ")
        title = fit((Run("  "), mark, Run(indicator.name)), self._room(columns))
        spark = fit((Run(sparkline(known[-_SPARK:], self.scene.glyphs), "target"),), _SPARK)
        values = fit(self._ends(indicator), _VALUES)
        return fit((*title, Run(" "), *spark, Run(" "), *values), columns)

    def _ends(self, indicator: Indicator) -> Line:
        """The first and the last figure, coloured by whether it went the wanted way."""
        points = series_of(indicator)
        if not points:
            return (Run(indicator.observations[0].text if indicator.observations else "", "muted"),)
        first, last = points[0], points[-1]
        start, end = first.value or 0.0, last.value or 0.0
        if len(points) == 1:
            return (Run(f"{number(end)}{indicator.unit}"),)
        wanted = end > start if indicator.direction == "up" else end < start
        style = "" if end == start else "better" if wanted else "worse"
        told = f"{number(end)}{indicator.unit}"
        return (Run(f"{number(start)} → ", "muted"), Run(told, style))

    @override
    def page(self, row: Row | None, query: Query) -> Page:
        if row is None or row.kind == "group":
            return Page()
        return Page(list(self._about(self._by_id[row.key])))

    def _about(self, indicator: Indicator) -> Iterator[Block | Drawn]:
        words, glyphs = self.scene.words, self.scene.glyphs
        yield Block((Run(indicator.name, "title"),))
        facts = (indicator.unit, words.term("direction", indicator.direction))
        told = " · ".join(fact for fact in (self.scene.series(indicator.series), *facts) if fact)
        yield Block((Run(told, "muted"),))
        yield Block()
        if len(series_of(indicator)) > 1:
            yield Drawn(lambda columns: plot(indicator, columns, glyphs))
            yield Block(self._legend())
            yield Block()
        yield from self._changes(indicator)

    @override
    def beside(self, row: Row | None, query: Query) -> Page:
        if row is None or row.kind == "group":
            return Page()
        return Page(list(observation_blocks(self.scene, self._by_id[row.key])))

    def _legend(self) -> tuple[Run, ...]:
        signs = self.scene.glyphs
        kinds = ((signs.target, "target"), (signs.actual, "actual"), (signs.baseline, "baseline"))
        return tuple(
            Run(f"{sign} {self.scene.words.term('quantity', kind)}   ", kind)
            for sign, kind in kinds
        )

    def _changes(self, indicator: Indicator) -> Iterator[Block]:
        """How the target moved from one document to the next."""
        targets = [p for p in series_of(indicator) if p.kind is QuantityKind.TARGET]
        if len({target.value for target in targets}) < 2:  # noqa: PLR2004 - two make a change
            return
        yield heading(self.scene.words("indicators.changes"))
        for old, new in pairwise(targets):
            low, high = old.value or 0.0, new.value or 0.0
            wanted = high > low if indicator.direction == "up" else high < low
            style = "muted" if high == low else "better" if wanted else "worse"
            kind = "same" if high == low else "strengthened" if wanted else "weakened"
            share = self._growth(low, high, indicator.unit)
            runs = (
                Run(f"{old.year} → {new.year}  ", "muted"),
                Run(f"{old.text} → {new.text}  ", style),
                Run(self.scene.words(f"indicators.{kind}", share=share), style),
            )
            yield Block(runs, 2, 4)
        yield Block()

    @override
    def facets(self) -> tuple[Facet, ...]:
        words, every = self.scene.words, self.scene.index.timeline.indicators
        keys = tuple(dict.fromkeys(indicator.series for indicator in every))
        ways = ("up", "down")
        return (
            Facet("changed", ("yes", "no"), {v: words(f"changed.{v}") for v in ("yes", "no")}),
            Facet("series", keys, {key: self.scene.issuer(key) for key in keys}),
            Facet("direction", ways, {way: words.term("direction", way) for way in ways}),
            Facet("unit", tuple(sorted({indicator.unit for indicator in every}))),
        )

    def _growth(self, old: float, new: float, unit: str) -> str:
        """A change as a share of the old value, of shares in points."""
        if unit == "%":
            return self.scene.words("indicators.points", change=f"{new - old:+.10g}")
        return f"{(new - old) / abs(old):+.0%}" if old else "—"

    @override
    def record(self, row: Row) -> dict[str, str]:
        indicator = self._by_id[row.key]
        found = {"id": indicator.id, "name": indicator.name, "unit": indicator.unit}
        for observation in indicator.observations:
            found[f"{observation.year or ''} {observation.kind}"] = observation.text
        return found


def changed(indicator: Indicator) -> bool:
    """Whether its target is not the same in all documents."""
    targets = [p.value for p in series_of(indicator) if p.kind is QuantityKind.TARGET]
    return len(set(targets)) > 1


def _value(indicator: Indicator, facet: str) -> str:
    if facet == "changed":
        return "yes" if changed(indicator) else "no"
    return str(getattr(indicator, facet))
