"""Which numbers are headings of which."""

import pytest

from evolve.reading.numbers.numbering import label_of
from evolve.reading.outline.ranks import own_ranks


@pytest.mark.parametrize(
    ("printed", "outside"),
    [
        ("I. 1. 2. II. 3. 4. III. 5.", {"roman"}),
        ("I. 1. 2. II. 1. 2.", {"roman"}),
        ("1. I. II. 2. I. II.", set()),
        ("I. 1. II. A. 2. 3. B. 4. III. A. 5. B. 6.", {"roman", "latin"}),
        ("1. A. B. 2. A. B. 3. A.", set()),
    ],
)
def test_what_goes_on_over_arabic_numbers_is_a_heading(printed: str, outside: set[str]) -> None:
    labels = [label for number in printed.split() if (label := label_of(f"{number} 工作"))]
    assert set(own_ranks(labels)) == outside
