"""What is done for whole documents at once gives what looking at each pair would give."""

import gc
import weakref
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve.evaluation.readings import DocumentReading, ItemReading, Readings, corpus_of
from evolve.matching.blocks import blocks
from evolve.matching.characters import characters_of
from evolve.matching.features import Sides, Weights
from evolve.matching.index import Index
from evolve.matching.lexicon import default_lexicon
from evolve.matching.neighbours import against, among, near, neighbour_mean
from evolve.matching.preparing import prepare_texts
from evolve.matching.terms import different, terms_of
from evolve.matching.vectors import Floats, Matrix, cosine
from evolve.matching.wordings import Wordings
from evolve.model import Role
from evolve.settings import Settings


def _random(seed: int, *shape: int) -> Floats:
    return np.random.default_rng(seed).random(shape)


def _index(seed: int, parts: int, features: int) -> tuple[Index, Floats]:
    """Parts of three items, and their features as a table."""
    rows = np.where(_random(seed, parts, features) < 0.4, _random(seed + 1, parts, features), 0)
    item = np.sort(np.random.default_rng(seed + 2).integers(0, 3, parts))
    return Index.of(item, 3, Matrix(rows)), rows


@pytest.mark.parametrize("seed", range(5))
def test_parts_that_meet_share_what_their_product_says(seed: int) -> None:
    (a, left), (b, right) = _index(seed, 9, 6), _index(seed + 100, 7, 6)
    weights = _random(seed + 200, 6)
    rows, columns = (np.array(side) for side in zip(*product(range(3), range(3)), strict=True))
    kinds = Weights.of(weights[:4], weights[4:])
    found = np.zeros((2, 9, 7))
    for met in Sides(a, b, np.arange(6)).meet(rows, columns, kinds):
        one = a.first[rows[met.pair]] + met.places[0]
        other = b.first[columns[met.pair]] + met.places[1]
        found[:, one, other] = met.shared
    assert found[0] == pytest.approx((left * weights)[:, :4] @ right[:, :4].T)
    assert found[1] == pytest.approx((left * weights)[:, 4:] @ right[:, 4:].T)


@pytest.mark.parametrize("width", [2, 7, 150, 700])
def test_the_nearest_are_the_same_however_wide_the_table(width: int) -> None:
    scores = _random(width, 40, width).astype(np.float32)
    rank = np.argsort(np.argsort(-scores, axis=1), axis=1)
    place = np.argsort(np.argsort(-scores, axis=0), axis=0)
    assert (near(scores, 10) == ((rank < 10) | (place < 10))).all()
    rows = -np.sort(-scores, axis=1)[:, :3].mean(axis=1)
    columns = -np.sort(-scores, axis=0)[:3].mean(axis=0)
    expected = scores / np.sqrt((rows[:, None] + columns) / 2)
    assert neighbour_mean(scores) == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (3, 0)])
def test_a_document_without_items_has_no_neighbours(shape: tuple[int, int]) -> None:
    none = np.zeros(shape, np.float32)
    assert near(none, 10).shape == neighbour_mean(none).shape == shape


def test_a_table_of_few_cells_has_the_same_neighbours() -> None:
    table = np.where(_random(1, 9, 2) < 0.5, _random(2, 9, 2), 0).astype(np.float32)
    rows, columns = np.nonzero(table)
    pairs = (rows, columns)
    found = against(table[pairs].astype(np.float64), pairs, (9, 2))
    assert found == pytest.approx(neighbour_mean(table)[pairs], rel=1e-6)


def test_where_few_cells_are_known_the_others_are_no_neighbours() -> None:
    values = np.array([4.0, 1.0, 9.0])
    pairs = (np.array([0, 0, 1]), np.array([0, 1, 0]))
    rows, columns = np.array([2.5, 2.5, 9]), np.array([6.5, 1, 6.5])
    assert among(values, pairs) == pytest.approx(values / np.sqrt((rows + columns) / 2))


def test_the_cosine_by_crowded_and_by_thin_columns_is_the_product() -> None:
    crowd = np.linspace(0, 1, 90) ** 3
    left, right = (np.where(_random(k, 50, 90) < crowd, _random(k, 50, 90), 0) for k in (1, 2))
    assert cosine(Matrix(left), Matrix(right)) == pytest.approx(left @ right.T, rel=1e-6)


def test_zero_is_near_nothing() -> None:
    assert not near(np.zeros((3, 4), np.float32), 2).any()


@given(
    st.lists(st.text("教育学校", min_size=1, max_size=4), max_size=6),
    st.text("教育学校，", max_size=30),
)
def test_every_wording_is_found_wherever_it_stands(words: list[str], text: str) -> None:
    places, which = Wordings.of(words).find(characters_of([text]).code)
    assert sorted(zip(places.tolist(), which.tolist(), strict=True)) == [
        (place, k)
        for place in range(len(text))
        for k, word in enumerate(words)
        if len(word) > 1 and text.startswith(word, place)
    ]


@pytest.mark.parametrize("letters", [1, 4096])
@given(texts=st.lists(st.text("教育学校〇Ab𠀀，", max_size=12), max_size=6))
def test_terms_are_numbered_as_sorting_would_number_them(letters: int, texts: list[str]) -> None:
    codes = terms_of(texts).code
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("evolve.matching.terms._LETTERS", letters)
        found, column = different(codes)
    assert found.tolist() == sorted(set(codes.tolist()))
    assert (found[column] == codes).all()


def test_a_text_without_terms_is_prepared() -> None:
    assert len(prepare_texts(["a", "b"], ["", "2020"], default_lexicon())) == 2
    assert not len(prepare_texts([], [], default_lexicon()))


def test_nothing_is_kept_of_a_series_that_is_done() -> None:
    documents: dict[str, DocumentReading] = {}
    items: dict[str, tuple[ItemReading, ...]] = {}
    for issuer, year in product("甲乙", (2019, 2021)):
        name = f"{issuer}{year}" if issuer == "甲" else f"{issuer}{year + 10}"
        start = int(name[1:])
        documents[name] = DocumentReading(
            issuer=f"{issuer}市", role=Role.PLAN, start=start, end=start
        )
        items[name] = (ItemReading(id=f"{name}/1", doc=name, text="推进老旧小区电梯加装。"),)
    work = blocks(corpus_of(Readings(documents, items, ())), Settings())
    first = next(work)
    held = weakref.ref(first.source)
    del first
    assert len(list(work)) == 1
    gc.collect()
    assert held() is None
