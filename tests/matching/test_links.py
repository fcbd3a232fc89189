"""Links between documents that were written for the test."""

from math import exp

import pytest

from evolve.evaluation.readings import DocumentReading, ItemReading, Readings, corpus_of
from evolve.matching import link_corpus
from evolve.model import Link, Relation, Role
from evolve.settings import Settings

PLAN = (
    "推进图书馆分馆建设。在各镇街新建图书馆分馆20个，开展全民阅读活动。",
    "加强河涌治理。完成黑臭水体整治，建设碧道30公里。",
    "深入贯彻落实上级决策部署，强化责任担当，确保各项工作落到实处。",
)
OUTCOME = (
    "水环境明显好转。黑臭水体整治全部完成，建成碧道35公里。",
    "全民阅读活动蓬勃开展，新建图书馆分馆23个。",
    "招商引资取得突破，引进重大项目10个。",
)


def _readings(**texts: tuple[str, ...]) -> Readings:
    documents = {
        name: DocumentReading(
            issuer=name.split("_")[0],
            role=Role(name.split("_")[1]),
            start=int(name[-4:]),
            end=int(name[-4:]),
        )
        for name in texts
    }
    items = {
        name: tuple(
            ItemReading(id=f"{name}/{k}", doc=name, text=text) for k, text in enumerate(found, 1)
        )
        for name, found in texts.items()
    }
    return Readings(documents, items, ())


@pytest.fixture
def links() -> tuple[Link, ...]:
    readings = _readings(甲市_plan_2021=PLAN, 甲市_outcome_2021=OUTCOME)
    return link_corpus(corpus_of(readings), Settings())


def test_work_is_linked_to_its_report_in_whatever_order(links: tuple[Link, ...]) -> None:
    assert {(link.source[-1], link.target[-1]) for link in links if link.primary} == {
        ("1", "2"),
        ("2", "1"),
    }


def test_an_outcome_of_a_year_is_earlier_than_its_plan_only_by_its_place_in_the_series(
    links: tuple[Link, ...],
) -> None:
    assert {link.relation for link in links} <= {Relation.REPORTED, Relation.FOLLOWED_UP}


def test_signals_sum_to_the_log_odds_of_the_score(links: tuple[Link, ...]) -> None:
    for link in links:
        assert link.score == pytest.approx(1 / (1 + exp(-sum(link.signals.values()))))


def test_evidence_stands_in_both_texts(links: tuple[Link, ...]) -> None:
    texts = {f"甲市_plan_2021/{k}": text for k, text in enumerate(PLAN, 1)}
    texts |= {f"甲市_outcome_2021/{k}": text for k, text in enumerate(OUTCOME, 1)}
    passages = [
        (texts[link.source][slice(*e.source_span)], texts[link.target][slice(*e.target_span)])
        for link in links
        for e in link.evidence
    ]
    assert ("黑臭水体整治", "黑臭水体整治") in passages
    assert all(source == target for source, target in passages)
