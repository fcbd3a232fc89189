"""Every figure of a corpus with what is needed to tell which others count the same."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from evolve.model import (
    Corpus,
    Direction,
    Document,
    Item,
    Observation,
    Quantity,
    QuantityKind,
    Role,
    Series,
    Table,
    TableRow,
)
from evolve.reading.codes import codes_in
from evolve.reading.years import start_of
from evolve.threading.directions import direction_of, falls, wanted
from evolve.threading.likeness import name_key

__all__ = ["Scale", "Sighting", "sightings_of"]

_AREA = re.compile(r"[市区省县镇州旗]")
_FLOW = re.compile(r"新增|新建|新开|净增|选树|创建|培育|招收")
_LONG = re.compile(
    r"[两三四五]年(?:来|间|累计|里)?|累计|“十[一二三四五]五”|[比较](?:19|20)\d\d年|翻"
)
_FIVE = re.compile(
    r"(?:过去|这|近|今后|未来|[三四五])[三四五]?年(?:来|间|里|中|共)|“十[一二三四五]五”(?:时期|期间)"
)
_YEARLY = re.compile(r"年均|每年")
_STOCK = re.compile(r"(?:达到?|增至|[增提]\S?到|为|有|超过|突破)(?:约|近)?$")
_SEVERAL, _AVERAGE = 5, 0
"""Stand for any number of years above one, and for a yearly average of several years."""

_RATES = frozenset({"%", "‰", "百分点", "比"})
_TOTAL = re.compile(r"累计|总数|总量")
_GROWTH = re.compile(r"增速|增长率|涨幅|增幅|降幅|增长$")


class Scale(NamedTuple):
    """Figures of different scales are never compared."""

    unit: str
    basis: str
    years: int
    falls: bool


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
        return Scale(self.unit, self.basis, self.years, self.falls)


def sightings_of(
    corpus: Corpus, series: Series, documents: Sequence[Document]
) -> tuple[Sighting, ...]:
    """Figures of one series in text and tables, in the order of the documents and texts."""
    own = _own_area(series)
    found: list[Sighting] = []
    for document in documents:
        for item in corpus.items_of[document.id]:
            found += _in_text(corpus, document, item, own)
        for table in corpus.tables:
            if table.document == document.id:
                found += _in_table(corpus, document, table, own)
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
    for measure in corpus.measures_of[item.id]:
        for quantity in measure.quantities:
            start, end = (measure.span[0] + place for place in quantity.span)
            seen = _observation(document, item.id, quantity, (start, end))
            yield Sighting(
                document=document,
                observation=seen,
                name=quantity.name,
                key=name_key(quantity.name, own),
                unit=quantity.unit,
                basis=quantity.basis,
                years=_years(document, quantity, item.text, start),
                direction=wanted(measure, quantity),
                falls=quantity.basis == "growth" and falls(measure, quantity),
                context=item.text,
            )


def _observation(
    document: Document, item: str, quantity: Quantity, span: tuple[int, int]
) -> Observation:
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
        span=span,
    )


def _year(document: Document, kind: QuantityKind) -> int:
    """What a document starts from was so before its first year."""
    start, end = document.period.start, document.period.end
    return start - 1 if kind is QuantityKind.BASELINE else end


def _flow_years(document: Document, basis: str, kind: QuantityKind) -> int:
    """The new places of one year are never compared with those of five."""
    period = document.period
    whole = kind is not QuantityKind.BASELINE and basis in {"new", "cumulative"}
    return period.end - period.start + 1 if whole else 1


def _years(document: Document, quantity: Quantity, text: str, place: int) -> int:
    """How many years a figure adds up: one, several, or an average of them."""
    sentence = text[start_of(text, place, "。;；\n") : place]
    several = document.period.end > document.period.start
    if quantity.basis == "growth":
        late = quantity.year is not None and quantity.year > document.period.start
        if _YEARLY.search(sentence):
            return _AVERAGE
        return _SEVERAL if several or late or _LONG.search(sentence) else 1
    if quantity.unit in _RATES:
        return 1
    total = several and document.role is Role.OUTCOME and not _STOCK.search(sentence)
    if _FIVE.search(sentence) or (total and quantity.kind is QuantityKind.ACTUAL):
        return _SEVERAL
    return _flow_years(document, quantity.basis, quantity.kind)


def _in_table(
    corpus: Corpus, document: Document, table: Table, own: re.Pattern[str]
) -> Iterator[Sighting]:
    for row in table.rows:
        basis = _row_basis(row)
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
                years=_flow_years(document, basis, QuantityKind.TARGET),
                direction=direction_of(row.name),
                context=corpus.item[table.item].text,
                row=True,
            )


def _row_basis(row: TableRow) -> str:
    if _TOTAL.search(row.name):
        return "cumulative"
    if _GROWTH.search(row.name):
        return "growth"
    counted = row.unit not in {"%", "‰", ""}
    fresh = all(value.value is None for value in row.values[:1])
    return "new" if counted and fresh and _FLOW.search(row.name) else "level"


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
    seen = part.observation.model_copy(
        update={
            "document": document.id, "item": item, "year": document.period.end, "span": span,
        }
    )  # fmt: skip
    return part._replace(document=document, observation=seen, context=corpus.item[item].text)
