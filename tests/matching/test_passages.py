"""The passages that two texts share."""

import numpy as np
import pytest

from evolve.matching.common import Common
from evolve.matching.lexicon import default_lexicon
from evolve.matching.passages import shared_passages
from evolve.matching.preparing import prepare_texts


def _shared(one: str, other: str) -> list[str]:
    """Everything that two texts have in common, however common it is."""
    a, b = (prepare_texts(("1",), (text,), default_lexicon()) for text in (one, other))
    pair = (np.array([0]), np.array([0]))
    found = shared_passages((a.items, b.items), Common.of(a.bag, b.bag), pair, least=0)[0]
    assert all(one[slice(*e.source_span)] == other[slice(*e.target_span)] for e in found)
    return [one[slice(*e.source_span)] for e in found]


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("提升学校德育能力", "推动学校德智体美劳全面发展", "学校"),
        ("发展学前教育", "改善校门前教育", "教育"),
        ("落实法律援助", "提供法律援手", "法律"),
        ("办好家长学校", "新建家长学校", "家长学校"),
    ],
)
def test_a_passage_begins_and_ends_with_whole_words(one: str, other: str, shared: str) -> None:
    assert _shared(one, other) == [shared]


def test_a_word_that_no_lexicon_knows_goes_with_its_more_frequent_neighbour() -> None:
    assert "应用" in _shared("主题的主题应用", "专题和专题应用")
