"""Documents stand in the order in which they speak."""

from evolve.model import Completeness, Document, Period, Role, Source


def document(role: Role, start: int, end: int) -> Document:
    source = Source(file="a.txt", sha256="0" * 64, format="txt", encoding="utf-8", span=(0, 0))
    return Document(
        id=f"a-{end}-{role}",
        series="a",
        title="",
        issuer="",
        jurisdiction="",
        role=role,
        period=Period(start=start, end=end),
        published=None,
        source=source,
        completeness=Completeness.FULL,
        notices=(),
    )


def test_a_plan_speaks_before_the_outcome_of_its_year() -> None:
    spoken = [
        document(Role.OUTCOME, 2016, 2020),
        document(Role.OUTCOME, 2020, 2020),
        document(Role.MULTI_YEAR_PLAN, 2021, 2025),
        document(Role.PLAN, 2021, 2021),
        document(Role.OUTCOME, 2021, 2021),
        document(Role.PLAN, 2022, 2022),
    ]
    assert sorted([*spoken[3:], *spoken[:3]], key=lambda one: one.moment) == spoken
