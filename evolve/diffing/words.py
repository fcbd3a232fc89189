"""Chinese words and what each of them weighs; jieba is loaded with the first word."""

import logging
import math
import tomllib
import warnings
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

__all__ = ["cut_words", "weight_of"]

_EMPTY_BITS, _FULL_BITS = 6.0, 12.0
_PUNCTUATION, _FUNCTIONAL, _LEAST, _MOST = 0.02, 0.08, 0.2, 2.0


def cut_words(text: str) -> list[str]:
    """Cut a text into words; joined they are the text again."""
    return list(_tokenizer().cut(text))


@lru_cache(maxsize=1 << 16)
def weight_of(word: str) -> float:
    """Say how much a word tells, 0.02 (punctuation) to 2.

    This is the word's information in natural units by its frequency in jieba's dictionary,
    scaled to 0.2 to 1, which stands in for the inverse document frequency of a corpus that
    two texts do not have; the phrases of every plan (推进, 加强, 落实) count half,
    function words almost nothing. A name or a figure, which no dictionary has, counts 1 and
    more with its length.
    """
    if not any(char.isalnum() for char in word):
        return _PUNCTUATION
    if word in _listed("function"):
        return _FUNCTIONAL
    frequency = _tokenizer().FREQ.get(word, 0)
    if not frequency:
        return min(_MOST, 0.7 + 0.1 * len(word))
    bits = math.log(_tokenizer().total / frequency)
    share = (bits - _EMPTY_BITS) / (_FULL_BITS - _EMPTY_BITS)
    return min(1.0, max(_LEAST, share)) * (0.5 if word in _listed("commonplace") else 1.0)


@cache
def _listed(key: str) -> frozenset[str]:
    """Read one of the word lists beside this module."""
    words = files("evolve.diffing").joinpath("words.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(words)[key].split())


@cache
def _tokenizer() -> Any:
    """Load jieba (about a second) with a cache of its own that other users cannot write to."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba

    jieba.setLogLevel(logging.CRITICAL)
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(_cache_folder())
    tokenizer.initialize()
    for word in sorted(_listed("missing")):
        tokenizer.add_word(word)
    return tokenizer


def _cache_folder() -> Path:
    folder = user_cache_path("policy-evolve", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return Path()
    return folder
