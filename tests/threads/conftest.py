"""Stories: a few documents in words, links between their items, and what weaving makes of them."""

from collections.abc import Callable, Mapping, Sequence

import pytest

from evolve.model import (
    Completeness,
    Corpus,
    Document,
    Generator,
    Item,
    ItemKind,
    Level,
    Link,
    LinkType,
    Measure,
    Modality,
    Period,
    Relation,
    Role,
    Series,
    Source,
    Timeline,
)
from evolve.reading.figures.quantities import quantities_of
from evolve.settings import Settings
from evolve.threading import Weave, weave

Tie = tuple[str, str] | tuple[str, str, float] | tuple[str, str, float, bool]
Story = Callable[..., Weave]

_PADDING = "其他各项工作。" * 100
"""Item 0 of every document, so that none is thin beside another."""


def _document(name: str) -> Document:
    role, years = name.split()[:2]
    start, _, end = years.partition("-")
    return Document(
        id=name,
        series="city",
        title=name,
        issuer="city",
        jurisdiction="city",
        role=Role(role),
        period=Period(start=int(start), end=int(end or start)),
        published=None,
        source=Source(file=name, sha256="0" * 64, format="txt", encoding="utf-8", span=(0, 0)),
        completeness=Completeness.PARTIAL if name.endswith("partial") else Completeness.FULL,
        notices=(),
    )


def _item(document: str, number: int, text: str) -> Item:
    return Item(
        id=f"{document}/{number}",
        document=document,
        kind=ItemKind.ITEM,
        label="",
        path=(),
        heading=text.split("。", maxsplit=1)[0],
        text=text,
        span=(0, len(text)),
    )


def _measure(item: Item, document: Document) -> Measure:
    """The whole item as one measure, with all its figures."""
    placed = quantities_of(item.text, document.role, document.period)
    return Measure(
        id=f"{item.id}/m1",
        item=item.id,
        text=item.text,
        span=(0, len(item.text)),
        modality=Modality.REPORT if document.role is Role.OUTCOME else Modality.COMMITMENT,
        quantities=tuple(figure.quantity for figure in placed),
    )


def _link(level: Level, source: str, target: str, *rest: float) -> Link:
    score = rest[0] if rest else 0.95
    primary = bool(rest[1]) if len(rest) > 1 else True
    end = "/m1" if level is Level.MEASURE else ""
    return Link(
        level=level,
        source=source + end,
        target=target + end,
        relation=Relation.CARRIED_ON,
        type=LinkType.REWORDED,
        score=score,
        primary=primary,
        signals={},
        evidence=(),
    )


def _corpus(documents: Mapping[str, Sequence[str]]) -> Corpus:
    found = sorted(map(_document, documents), key=lambda document: document.moment)
    items = tuple(
        _item(document.id, number, text)
        for document in found
        for number, text in enumerate((_PADDING, *documents[document.id]))
    )
    known = {document.id: document for document in found}
    return Corpus(
        series=(
            Series(
                id="city",
                issuer="city",
                jurisdiction="city",
                documents=tuple(document.id for document in found),
            ),
        ),
        documents=tuple(found),
        sections=(),
        items=items,
        measures=tuple(_measure(item, known[item.document]) for item in items),
        tables=(),
        discarded=(),
    )


def _links(ties: Sequence[Tie], measure_ties: Sequence[Tie] | None) -> list[Link]:
    links = [_link(Level.ITEM, *tie) for tie in ties]
    return links + [_link(Level.MEASURE, *tie) for tie in measure_ties or ties]


@pytest.fixture
def tell() -> Story:
    """Weave documents (name to texts of items, each one measure) and links between them.

    The measures are linked as the items are unless they have links of their own.
    """

    def story(
        documents: Mapping[str, Sequence[str]],
        ties: Sequence[Tie] = (),
        settings: Settings | None = None,
        measure_ties: Sequence[Tie] | None = None,
    ) -> Weave:
        return weave(_corpus(documents), _links(ties, measure_ties), settings or Settings())

    return story


@pytest.fixture
def tell_timeline() -> Callable[..., Timeline]:
    """The same as a timeline."""

    def story(documents: Mapping[str, Sequence[str]], ties: Sequence[Tie] = ()) -> Timeline:
        corpus, links = _corpus(documents), _links(ties, None)
        woven = weave(corpus, links, Settings())
        return Timeline(
            generator=Generator(name="", version="", settings={}, settings_sha256=""),
            as_of=None,
            series=corpus.series,
            documents=corpus.documents,
            sections=(),
            items=corpus.items,
            measures=corpus.measures,
            tables=(),
            links=tuple(links),
            threads=woven.threads,
            indicators=(),
            coverage=woven.coverage,
            discarded=(),
        )

    return story
