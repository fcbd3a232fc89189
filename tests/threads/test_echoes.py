"""A promise is heard in other words, and not heard where only its field is spoken of."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from evolve.evaluation.echoing import Heard, fit_echoes
from evolve.evaluation.measures import digest_of
from evolve.evaluation.spoken import spoken_in
from evolve.matching.lexicon import default_lexicon
from evolve.matching.vectors import Floats
from evolve.model import Level, Timeline
from evolve.threading.echoes.hearing import SIGNALS
from evolve.threading.echoes.holding import Holdings, texts_of

Tell = Callable[..., Timeline]

OTHERS = [
    "推进校园足球运动",
    "加强内部审计监督",
    "办好老年教育",
    "优化学科专业布局",
    "开展普通话测试",
]


def held(promise: str, *texts: str) -> Floats:
    lexicon = default_lexicon()
    said, whole = (texts_of(part, lexicon) for part in ([promise], [*texts, *OTHERS]))
    share = Holdings(said, whole, len(lexicon.wordings)).share(np.zeros(1, np.int64))
    return np.asarray(share[0])


def test_another_wording_of_the_same_concept_is_held_in_part() -> None:
    share = held("切实减轻中小学教师负担", "为教师减负", "为教师减轻中小学教师负担")
    assert 0.3 < share[0] < share[1]
    assert share[2:].max() < 0.2


def test_nothing_is_held_of_a_text_without_terms() -> None:
    assert not held("2021", "为教师减负").any()


def states(timeline: Timeline) -> dict[str, str]:
    measure = {one.id: one.text for one in timeline.measures}
    return {
        measure[thread.entries[0].members[0]]: thread.state.value
        for thread in timeline.threads
        if thread.level is Level.MEASURE
    }


@pytest.mark.parametrize(
    ("promise", "later", "state"),
    [
        ("实施“头雁”培训工程", "办好新一期“头雁”班", "continued"),
        ("实现“四个100%”要求", "巩固“4个100%”成果", "continued"),
        ("实施“头雁”培训工程", "加强学校安全保卫", "dropped"),
        ("组建学校安全指导委员会", "加强学校安全保卫", "dropped"),
    ],
)
def test_a_promise_is_looked_for_in_the_whole_later_plan(
    tell_timeline: Tell, promise: str, later: str, state: str
) -> None:
    told = tell_timeline({"plan 2020": [promise, *OTHERS], "plan 2021": [later, *OTHERS]}, [])
    assert states(told)[promise] == state


def test_a_passage_that_only_shares_the_subject_completes_nothing(tell_timeline: Tell) -> None:
    told = tell_timeline(
        {
            "plan 2020": ["健全校园安全防控领导机构", *OTHERS],
            "outcome 2020": ["全部学校完成平安校园安全防控创建工作", *OTHERS],
        },
        [],
    )
    assert states(told)["健全校园安全防控领导机构"] != "completed"


def test_where_readers_looked_is_read_from_what_they_found() -> None:
    after: list[dict[str, Any]] = [
        {"agreed": True, "outcome": {"item": "a2022out-1"}, "next": None},
        {"agreed": True, "outcome": None, "next": {"item": "a2023plan-4"}},
        {"agreed": False},
    ]
    assert list(spoken_in(after)) == [
        {"a2022out": True, "a2023plan": False},
        {"a2022out": False, "a2023plan": True},
        {},
    ]
    before: list[dict[str, Any]] = [
        {"agreed": True, "earliest": {"item": "a2018plan-1"}, "latest": {"item": "a2020out-1"}},
        {"agreed": True, "earliest": {"item": "a2019out-1"}, "latest": {"item": "a2019out-1"}},
        {"agreed": True, "earliest": None, "latest": None},
    ]
    assert list(spoken_in(before)) == [
        {"a2018plan": True, "a2020out": True},
        {"a2018plan": False, "a2019out": True, "a2020out": False},
        {"a2018plan": False, "a2019out": False, "a2020out": False},
    ]


def test_weights_are_fitted_on_what_readers_found() -> None:

    rows = [
        Heard("part", "document", np.eye(len(SIGNALS))[0] * strength, spoken)
        for strength, spoken in [(0.9, True), (0.7, True), (0.2, False), (0.1, False)] * 20
    ]
    model = fit_echoes(rows)
    low, high = model.probability(np.stack([rows[3].signals, rows[0].signals]))
    assert low < 0.2
    assert high > 0.8
    assert model.weights[1:] == (0.0,) * (len(SIGNALS) - 1)


def test_rows_of_texts_that_are_not_copied_name_them_by_a_digest() -> None:
    path = Path(__file__).parents[2] / "benchmarks" / "readings" / "measures.json"
    parts = json.loads(path.read_text(encoding="utf-8"))
    assert all("measure" not in row for row in parts["national2014"])
    assert parts["national2014"][0]["digest"] == digest_of("国内生产总值增长7.5%左右")
