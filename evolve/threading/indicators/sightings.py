"""Every figure of a corpus with what is needed to tell which others count the same."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from evolve.model import (
    Corpus,
    Direction,
    Document,
    Item,
    ItemKind,
    Observation,
    Quantity,
    QuantityKind,
    Series,
    Table,
)
from evolve.reading.figures.codes import codes_in
from evolve.reading.figures.quantities import quantities_of
from evolve.reading.figures.years import start_of
from evolve.threading.comparison.directions import direction_of, falls, wanted
from evolve.threading.comparison.likeness import name_key
from evolve.threading.comparison.units import common_unit
from evolve.threading.indicators.scales import Scale, basis_of_row, years_of, years_of_flow

__all__ = ["Sighting", "sightings_of"]

_AND = re.compile(r"、|和|与|及|以及| and (?:by )?")
_REST = re.compile(r"(?:其余|余下|剩余|另外?|另有)的?$")
_NEAR = 4
_CONSTANT_PRICES = re.compile(r"按(?:照)?(?:不变|可比|(?:19|20)\d\d年)价")
_AREA = re.compile(r"[市区省县镇州旗]")


class Sighting(NamedTuple):
    """One figure in one document."""

    document: Document
    """Where it stands."""
    observation: Observation
    """What it says."""
    name: str
    """In the text's own words."""
    key: str
    """Characters of the name that matter."""
    unit: str
    """Unit as counted."""
    basis: str
    """``level``, ``cumulative``, ``new`` or ``growth``."""
    years: int
    """How many years a flow or a growth covers; 1 for all other figures."""
    direction: Direction
    """Which way it is wanted to go."""
    context: str
    """Text of the item, to tell what a bare 达标率 speaks of."""
    falls: bool = False
    """Whether it is the size of a fall."""
    row: bool = False
    """Whether it stands in a table of indicators."""

    @property
    def scale(self) -> Scale:
        """What figures must share to be compared at all."""
        return Scale(common_unit(self.unit)[0], self.basis, self.years, self.falls)


def sightings_of(
    corpus: Corpus, series: Series, documents: Sequence[Document]
) -> tuple[Sighting, ...]:
    """Figures of one series in text and tables, in the order of the documents and texts."""
    own = _own_area(series)
    tables = {table.item: table for table in corpus.tables if table.rows}
    items: dict[str, list[Item]] = defaultdict(list)
    for item in corpus.items:
        items[item.document].append(item)
    found: list[Sighting] = []
    for document in documents:
        for item in items[document.id]:
            if table := tables.get(item.id):
                found += _in_table(corpus, document, table, own)
            else:
                found += _in_text(corpus, document, item, own)
    return tuple(found + _decoded(corpus, documents, found))


def _own_area(series: Series) -> re.Pattern[str]:
    """Words that a body uses for its own area: 全市 in a city's document, 全国 in the nation's."""
    place = series.jurisdiction or series.issuer
    kinds = _AREA.findall(place)
    names = [re.escape(name) for name in (place, place[:-1]) if name]
    return re.compile("|".join([f"[全我本]{kinds[-1] if kinds else '国'}", *names]))


def _in_text(
    corpus: Corpus, document: Document, item: Item, own: re.Pattern[str]
) -> Iterator[Sighting]:
    for quantity in _telling(item.text, list(_quantities(corpus, document, item))):
        yield Sighting(
            document=document,
            observation=_observation(document, item.id, quantity),
            name=quantity.name,
            key=name_key(quantity.name, own) + _prices(item.text, quantity.span[0]),
            unit=quantity.unit,
            basis=quantity.basis,
            years=years_of(document, quantity, item.text, quantity.span[0]),
            direction=wanted(item.text, quantity),
            falls=quantity.basis in {"growth", "new"} and falls(item.text, quantity),
            context=item.text,
        )


def _prices(text: str, place: int) -> str:
    """Amounts at the prices of another year are a thing of their own."""
    sentence = text[start_of(text, place, "。;；\n") : place]
    return "价" if _CONSTANT_PRICES.search(sentence) else ""


def _quantities(corpus: Corpus, document: Document, item: Item) -> Iterator[Quantity]:
    """Figures of an item with spans in its text; only points are cut into measures."""
    if item.kind is not ItemKind.ITEM:
        found = quantities_of(item.text, document.role, document.period)
        yield from (placed.quantity for placed in found)
    for measure in corpus.measures_of[item.id]:
        for quantity in measure.quantities:
            start, end = (measure.span[0] + place for place in quantity.span)
            yield replace(quantity, span=(start, end))


def _telling(text: str, quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    """Leave out what nobody can follow: 城乡低保分别提高13%和17% (which is which?), 其余9个."""
    unclear = {
        side
        for place, (one, other) in enumerate(pairwise(quantities))
        if (one.name, one.unit) == (other.name, other.unit)
        and _AND.fullmatch(text, one.span[1], other.span[0])
        for side in (place, place + 1)
    }
    for place, quantity in enumerate(quantities):
        start = quantity.span[0]
        if place not in unclear and not _REST.search(text, max(0, start - _NEAR), start):
            yield quantity


def _observation(document: Document, item: str, quantity: Quantity) -> Observation:
    return Observation(
        document=document.id,
        item=item,
        year=quantity.year or _year(document, quantity.kind),
        kind=quantity.kind,
        operator=quantity.operator,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        text=quantity.text,
        span=quantity.span,
    )


def _year(document: Document, kind: QuantityKind) -> int:
    """What a document starts from was so before its first year."""
    start, end = document.period.start, document.period.end
    return start - 1 if kind is QuantityKind.BASELINE else end


def _in_table(
    corpus: Corpus, document: Document, table: Table, own: re.Pattern[str]
) -> Iterator[Sighting]:
    for row in table.rows:
        basis = basis_of_row(row)
        for value in row.values:
            low = value.value if value.operator in {"=", ">=", ">"} else None
            high = value.value if value.operator in {"=", "<=", "<"} else None
            seen = Observation(
                document=document.id,
                item=table.item,
                year=value.year or document.period.end,
                kind=value.kind,
                operator=value.operator,
                value=value.value,
                low=low,
                high=high,
                text=value.text,
                span=value.span,
            )
            yield Sighting(
                document=document,
                observation=seen,
                name=row.name,
                key=name_key(row.name, own),
                unit=row.unit,
                basis=basis,
                years=years_of_flow(document, basis, QuantityKind.TARGET),
                direction=direction_of(row.name),
                context=corpus.item[table.item].text,
                row=True,
            )


def _decoded(
    corpus: Corpus, documents: Sequence[Document], found: Sequence[Sighting]
) -> list[Sighting]:
    """Targets of a code (“5080”) in documents that use it as one of their series explains it."""
    seen = {(s.observation.item, s.observation.span) for s in found}
    known: dict[str, tuple[Sighting, ...]] = {}
    for code, item, spans in _codes(corpus, documents):
        parts = [s for s in found if s.observation.item == item and s.observation.span in spans]
        if len(parts) == len(spans):
            known.setdefault(code, tuple(parts))
    return [
        _restated(corpus, part, item, span)
        for code, item, spans in _codes(corpus, documents)
        if code in known
        for part, span in zip(known[code], spans, strict=True)
        if (item, span) not in seen
    ]


def _codes(
    corpus: Corpus, documents: Sequence[Document]
) -> Iterator[tuple[str, str, tuple[tuple[int, int], ...]]]:
    for document in documents:
        for item in corpus.items_of[document.id]:
            for code, parts in codes_in(item.text):
                yield code, item.id, tuple(part.span for part in parts)


def _restated(corpus: Corpus, part: Sighting, item: str, span: tuple[int, int]) -> Sighting:
    document = corpus.document[corpus.item[item].document]
    seen = replace(
        part.observation, document=document.id, item=item, year=document.period.end, span=span
    )
    return part._replace(document=document, observation=seen, context=corpus.item[item].text)
