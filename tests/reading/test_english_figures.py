from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve.evaluation.figures import read_figures, score_figures
from evolve.model import Direction, Period, Quantity, Role
from evolve.reading.figures.quantities import quantities_of
from evolve.threading.comparison.directions import direction_of, falls, is_neutral

READINGS = Path(__file__).parents[1] / "readings"


def figures(text: str, role: Role = Role.PLAN) -> list[Quantity]:
    return [p.quantity for p in quantities_of(text, role, Period(start=2025, end=2025))]


def first(text: str, role: Role = Role.PLAN) -> Quantity:
    return figures(text, role)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town has 4,500 new homes.", (4500, "=", "")),
        ("The grant comes to $45 million.", (45e6, "=", "$")),
        ("The grant comes to £3.2bn.", (3.2e9, "=", "£")),
        ("The grant comes to US$2 billion.", (2e9, "=", "US$")),
        ("The grant comes to RMB 30 million.", (30e6, "=", "yuan")),
        ("Output reached 3.5 trillion yuan.", (3.5e12, "=", "yuan")),
        ("Output reached 650 million metric tons.", (650e6, "=", "tonnes")),
        ("One trillion yuan of bonds will be issued.", (1e12, "=", "yuan")),
        ("Twenty-five clinics will open.", (25, "=", "")),
        ("Coverage of at least 95 percent.", (95, ">=", "%")),
        ("Coverage of 95 per cent or more.", (95, ">=", "%")),
        ("A rate of no more than 5%.", (5, "<=", "%")),
        ("Spending will not exceed 40 million euros.", (40e6, "<=", "€")),
        ("Up to 600 places are offered.", (600, "<=", "")),
        ("The rate is kept below 4.5 percent.", (4.5, "<", "%")),
        ("More than 33 million people found work.", (33e6, ">", "")),
        ("Exports exceeded 400 GW.", (400, ">", "GW")),
        ("Growth of around 5 percent.", (5, "~", "%")),
        ("Nearly 9,000 kilometres of road were opened.", (9000, "~", "kilometres")),
        ("Prices rose by 0.5 percentage points.", (0.5, "=", "percentage points")),
        ("Two-thirds of villages have a library.", (200 / 3, "=", "%")),
        ("More than half of all buses are electric.", (50, ">", "%")),
        ("Mortality fell to 5.8 per 100,000.", (5.8, "=", "/100,000")),
        ("Over 2000 homes will be built.", (2000, ">", "")),
        ("Raise the years of schooling to 11.7.", (11.7, "=", "")),
        ("Cut the wait to 18 weeks.", (18, "=", "weeks")),
    ],
)
def test_value_operator_and_unit(text: str, expected: tuple[float, str, str]) -> None:
    found = first(text)
    assert found.value == pytest.approx(expected[0])
    assert (found.operator, found.unit) == expected[1:]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("between 40 and 45 percent of households", 40, 45, "%"),
        ("8 to 10 percent of sites", 8, 10, "%"),
        ("6.5–7% growth", 6.5, 7, "%"),
        ("20-30 new clinics", 20, 30, ""),
        ("$2 to $3 million in grants", 2e6, 3e6, "$"),
    ],
)
def test_ranges(text: str, low: float, high: float, unit: str) -> None:
    found = first(text)
    assert (found.value, found.low, found.high, found.unit) == (None, low, high, unit)
    assert found.operator == ".."


@pytest.mark.parametrize(
    "text",
    [
        "In 2024 the council met on 12 March.",
        "The plan for 2024–2027 follows the 20th Congress.",
        "Phase 2 and Action 14 are set out in Section 7.",
        "A 10-year programme and a three-year plan.",
        "Children aged 3 to 5, and those over 65.",
        "Extend the leases by another 30 years.",
        "Everyone lives within 500 metres of a park.",
        "5G, PM2.5, Covid-19 and the G20.",
        "1. We will do more",
        "The second half of the year was better.",
        "There are three areas of concern, lowered two times.",
        "We will carry out the 10 major initiatives.",
        "Open from 9 a.m.",
        "Version 3.0 of the code",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Grain output reached 650 million metric tons.", ["Grain output"]),
        ("The consumer price index (CPI) rose by 0.2 percent.", ["consumer price index"]),
        ("We will cut the average waiting time to 18 weeks.", ["average waiting time"]),
        ("An increase of 7 percent in nationwide R&D spending", ["nationwide R&D spending"]),
        ("There was a 30-percent increase in exports.", ["exports"]),
        ("Exports rose 6 percent and imports rose 2 percent.", ["Exports", "imports"]),
        ("Revenue was $210 million, an increase of $12 million.", ["Revenue", "Revenue"]),
        ("Income in areas that have been flooded grew by 8 percent.", ["Income in areas"]),
        ("Over 33 million people found jobs.", ["people"]),
        ("Revise 25 sets of administrative regulations.", ["administrative regulations"]),
        ("The county's vacancy rate fell to 3 percent.", ["vacancy rate"]),
    ],
)
def test_names_are_the_words_of_the_text(text: str, names: list[str]) -> None:
    assert [figure.name for figure in figures(text)] == names


@pytest.mark.parametrize(
    ("text", "role", "kinds"),
    [
        ("Raise it from 38% to 50%.", Role.PLAN, ["baseline", "target"]),
        ("Unemployment fell from 6% to 5%.", Role.OUTCOME, ["baseline", "actual"]),
        ("Currently 62% of pupils walk.", Role.PLAN, ["baseline"]),
        ("In 2023, 62% of pupils walked.", Role.PLAN, ["baseline"]),
        ("We have set the rate at 3 percent.", Role.PLAN, ["target"]),
        (
            "Sales were $2 million, against a target of $3 million.",
            Role.OUTCOME,
            ["actual", "target"],
        ),
        ("We aim to open 12 clinics.", Role.OUTCOME, ["target"]),
        ("120 schools were built.", Role.OUTCOME, ["actual"]),
    ],
)
def test_kind_follows_role_and_wording(text: str, role: Role, kinds: list[str]) -> None:
    assert [figure.kind.value for figure in figures(text, role)] == kinds


@pytest.mark.parametrize(
    ("text", "role", "year"),
    [
        ("Vaccinate 95% of children by 2026.", Role.PLAN, 2026),
        ("By the end of 2027, build 120 schools.", Role.PLAN, 2027),
        ("Crime fell 7 percent compared with 2019.", Role.PLAN, None),
        ("Over 3 million jobs were created last year.", Role.OUTCOME, 2025),
        ("Over 3 million jobs were created last year.", Role.PLAN, 2024),
        ("The peak will pass before 2030; raise the share to 40 percent.", Role.PLAN, None),
    ],
)
def test_the_year_it_speaks_of(text: str, role: Role, year: int | None) -> None:
    assert first(text, role).year == year


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("GDP grew by 5 percent, reaching 140 trillion yuan.", ["growth", "level"]),
        ("Spending is $5 million, an increase of $1 million.", ["level", "growth"]),
        ("Rates rose by 8 percent and 7 percent respectively.", ["growth", "growth"]),
        ("Over 12 million new urban jobs", ["new"]),
        ("12 million urban jobs were added.", ["new"]),
        ("A cumulative 80 schools", ["cumulative"]),
        ("The share rose to 66 percent.", ["level"]),
    ],
)
def test_stock_flow_and_growth(text: str, bases: list[str]) -> None:
    assert [figure.basis for figure in figures(text)] == bases


@pytest.mark.parametrize(
    ("name", "direction"),
    [
        ("Unemployment rate", Direction.DOWN),
        ("average waiting time", Direction.DOWN),
        ("infant mortality", Direction.DOWN),
        ("vaccination coverage", Direction.UP),
        ("homes", Direction.UP),
    ],
)
def test_direction_is_in_the_name(name: str, direction: Direction) -> None:
    assert direction_of(name) is direction


def test_the_size_of_a_fall() -> None:
    by, to = "Road deaths fell by 7%.", "Road deaths fell to 70 a year."
    assert falls(by, first(by))
    assert not falls(to, first(to))
    assert is_neutral("government deficit")


def test_labelled_sample() -> None:
    scores = score_figures(read_figures(READINGS / "figures-english.jsonl"))
    assert scores.labelled >= 65
    for field in ("value", "unit", "operator", "kind"):
        assert scores.precision(field) >= 0.95
        assert scores.recall(field) >= 0.95
    right, names = scores.named
    assert right >= 0.9 * names


@pytest.mark.parametrize(
    "piece", ["1,000 ", "up to 5 percent of ", "from 3 to 4 and ", "between 2"]
)
def test_a_flood_of_numbers_is_read_in_linear_time(piece: str) -> None:
    start = process_time()
    figures("A " + piece * (20_000 // len(piece)))
    assert process_time() - start < 4


@given(st.text(alphabet="0123456789.,%$£ abotwnmk-–percent()\n", max_size=60))
def test_spans_reproduce_the_text_and_do_not_overlap(text: str) -> None:
    text = f"x {text}"
    end = 0
    for found in figures(text):
        assert text[slice(*found.span)] == found.text
        assert end <= found.span[0] < found.span[1]
        end = found.span[1]
