"""Completion is proved by role, tense, polarity and scope together, never by a keyword.

``evidence.tsv`` holds sentences of published plans and reports (seven of them shortened) with the
grade that a reader gives them, written down before the program saw them. ``done`` is perfective,
positive and about the whole; ``hedged`` is the same with a 基本; ``exists`` reports the deliverable
without saying that the work is finished; ``active`` is going on; ``nothing`` is no evidence at all.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

from evolve.model import Role
from evolve.threading.evidence.grading import Grade, cancelled, grade


class Sentence(NamedTuple):
    grade: str
    role: Role
    text: str


def _read() -> list[Sentence]:
    lines = Path(__file__).with_name("evidence.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    return [Sentence(grade, Role(role), text) for grade, role, text in rows]


SENTENCES = _read()


def test_the_table_is_large_enough_to_mean_something() -> None:
    assert len(SENTENCES) >= 120


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence.text)
def test_a_sentence_has_the_grade_that_a_reader_gives_it(sentence: Sentence) -> None:
    finding = grade(sentence.text, sentence.role)
    assert ("hedged" if finding.hedged else finding.grade.name.lower()) == sentence.grade


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence.text)
@pytest.mark.parametrize("role", [Role.PLAN, Role.MULTI_YEAR_PLAN])
def test_a_plan_completes_nothing(sentence: Sentence, role: Role) -> None:
    assert grade(sentence.text, role).grade is Grade.NOTHING


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence.text)
def test_the_deciding_words_stand_where_the_finding_says(sentence: Sentence) -> None:
    finding = grade(sentence.text, sentence.role)
    start, end = finding.span
    assert sentence.text[start:end] == finding.cue


def test_an_end_is_seen_only_where_it_is_said() -> None:
    assert cancelled("该办法自2025年1月1日起废止") == (3, 16)
    assert cancelled("不再实施高中阶段学校统一招生") is not None
    assert cancelled("取消和下放行政审批事项200项以上") is None
