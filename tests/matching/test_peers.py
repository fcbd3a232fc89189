"""Counterparts are looked for among peers of the same year, in so many of them as are asked for."""

import pytest

from evolve.evaluation.readings import DocumentReading, ItemReading, Readings, corpus_of
from evolve.matching import link_corpus
from evolve.matching.blocks import blocks
from evolve.matching.peers import peer_pairs
from evolve.matching.relations import noted
from evolve.model import Corpus, Relation, Role
from evolve.settings import Settings

WORK = ("图书馆分馆", "黑臭水体", "老旧小区电梯", "乡道硬化", "社区食堂", "非遗工坊")


def _corpus(places: int, years: tuple[int, ...] = (2021,)) -> Corpus:
    """A plan a place and year; every two places that follow each other do the same work."""
    documents, items = {}, {}
    for place in range(places):
        for year in years:
            name, work = f"p{place:02}-{year}", WORK[place // 2 % len(WORK)]
            documents[name] = DocumentReading(
                issuer=f"{chr(0x7532 + place)}市", role=Role.PLAN, start=year, end=year
            )
            texts = (f"推进{work}建设。{work}新增{place}处。", "加强安全生产监督检查。")
            items[name] = tuple(
                ItemReading(id=f"{name}/{k}", doc=name, text=text) for k, text in enumerate(texts)
            )
    return corpus_of(Readings(documents, items, ()))


def _names(corpus: Corpus, most: int) -> set[tuple[str, str]]:
    return {(one.id, other.id) for one, other in peer_pairs(corpus, most)}


def test_a_few_peers_are_all_compared_and_nothing_is_said() -> None:
    corpus = _corpus(4)
    assert len(_names(corpus, 3)) == 6
    assert noted(corpus, Settings(peers=3)) is corpus


def test_of_many_peers_those_with_the_same_rare_words_are_compared() -> None:
    assert _names(_corpus(12), 1) == {
        (f"p{k:02}-2021", f"p{k + 1:02}-2021") for k in range(0, 12, 2)
    }


def test_documents_of_different_years_are_never_compared() -> None:
    pairs = _names(_corpus(3, (2020, 2021)), 9)
    assert len(pairs) == 6
    assert {one[-4:] == other[-4:] for one, other in pairs} == {True}


@pytest.mark.parametrize("places", [12, 24])
def test_the_pairs_grow_with_the_places(places: int) -> None:
    assert len(_names(_corpus(places), 2)) <= 2 * places


def test_what_is_not_compared_is_said_of_each_document() -> None:
    (notice,) = {
        notice for one in noted(_corpus(12), Settings(peers=1)).documents for notice in one.notices
    }
    assert notice == (
        "Of 11 documents of other places for its year those nearest in wording, 1 or more, "
        "were looked through for counterparts (setting peers)."
    )
    (notice,) = {
        notice for one in noted(_corpus(2), Settings(peers=0)).documents for notice in one.notices
    }
    assert "none were looked through" in notice


def test_no_peers_means_no_counterparts_and_the_same_links_otherwise() -> None:
    corpus = _corpus(3, (2020, 2021))
    every, none = (link_corpus(corpus, Settings(peers=most)) for most in (9, 0))
    assert Relation.COUNTERPART in {link.relation for link in every}
    assert none == tuple(link for link in every if link.relation is not Relation.COUNTERPART)


def test_a_corpus_too_large_to_be_held_gives_the_same_links(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    corpus = _corpus(4, (2020, 2021))
    every = link_corpus(corpus, Settings())
    monkeypatch.setattr("evolve.matching.blocks._HELD", 3)
    assert [block.names[1][-4:] for block in blocks(corpus, Settings())][4:] == ["2020"] * 6 + [
        "2021"
    ] * 6
    assert link_corpus(corpus, Settings()) == every
