"""A lexicon of concepts: what the same work was called in different years.

Each concept has a name and its wordings; a text that has one of the wordings speaks of the
concept. Under the name in :data:`STOCK` stand set phrases that tell nothing of the work.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import numpy as np
from pydantic import TypeAdapter, ValidationError
from scipy import sparse

from evolve.errors import FormatError, InputError
from evolve.matching.characters import Characters, Ints, characters_of
from evolve.matching.finding import Found, cut
from evolve.matching.terms import terms_of
from evolve.matching.vectors import Bag, Matrix, Space, matrix, numbered, product, renamed, weighted
from evolve.matching.wordings import Wordings
from evolve.settings import Settings

__all__ = ["STOCK", "Lexicon", "chosen_lexicon", "default_lexicon", "load_lexicon"]

STOCK = "套话"
"""The name under which the set phrases stand in a lexicon file."""

_Wordings = TypeAdapter(dict[str, list[str]])
_FIELD = 0.25
"""Least cosine of a clause and the wordings of a concept that counts as belonging to its field."""


@dataclass(frozen=True)
class Lexicon:
    """Concepts with their wordings, ready to be found in texts."""

    wordings: Mapping[str, Sequence[str]]
    """Wordings by concept."""
    stock: Sequence[str]
    """Set phrases."""

    @cached_property
    def digest(self) -> str:
        """Hash of all that it holds."""
        content = [list(self.stock), *([name, *words] for name, words in self.wordings.items())]
        return sha256(json.dumps(content).encode()).hexdigest()

    @cached_property
    def _every(self) -> list[str]:
        """The wordings of all concepts one after the other, and behind them the set phrases."""
        return [word for group in (*self.wordings.values(), self.stock) for word in group]

    @cached_property
    def _characters(self) -> Characters:
        return characters_of(self._every)

    @cached_property
    def _words(self) -> Wordings:
        return Wordings.of(self._every, self._characters)

    @cached_property
    def _owner(self) -> Ints:
        """Which concept each wording belongs to."""
        sizes = [len(group) for group in self.wordings.values()]
        return np.repeat(np.arange(len(sizes)), sizes)

    @cached_property
    def _field(self) -> tuple[Space, Matrix]:
        """Each concept as the bag of the terms of all its wordings, shape (terms, concepts)."""
        terms = terms_of(self._every, self._characters)
        end = np.searchsorted(terms.row, len(self._owner))
        codes, column = np.unique(terms.code[:end], return_inverse=True)
        shape = (len(self.wordings), len(codes))
        bag = Bag(codes, matrix(self._owner[terms.row[:end]], column, shape))
        space = Space.of([bag])
        return space, weighted(bag.counts, space.idf).T.tocsr()

    def find(self, characters: Characters) -> Found:
        """Where wordings and set phrases stand."""
        places, words = self._words.find(characters.code)
        ends = places + self._words.lengths[words]
        stock = words >= len(self._owner)
        phrases, named = (places[stock], ends[stock]), (places[~stock], ends[~stock])
        whole = ~cut(phrases, named, len(characters.code) + 1)
        order = np.argsort(named[0][whole], kind="stable")
        first, end = (place[whole][order] for place in named)
        return Found(phrases, (first, end), self._owner[words[~stock][whole]][order])

    def fields(self, codes: Ints, counts: Matrix) -> Matrix:
        """How near each clause is to each concept, near ones only, shape (clauses, concepts).

        Explicit semantic analysis (Gabrilovich & Markovitch 2007) with the concepts in the place
        of encyclopedia articles: a wording that is not listed still leans to its concept.

        Args:
            codes: Terms, sorted.
            counts: How often each clause has each of them, shape (clauses, terms).
        """
        space, concepts = self._field
        known = numbered(codes, space.codes)
        clauses = weighted(renamed(counts, known, len(space.codes)), space.idf)
        none = Matrix((0, concepts.shape[1]))
        near = (part for _, part in product(clauses, concepts))
        return Matrix(sparse.vstack([none, *map(_near, near)], format="csr"))


def _near(leanings: Matrix) -> Matrix:
    leanings.data[leanings.data < _FIELD] = 0
    leanings.eliminate_zeros()
    return leanings


def _parse(text: str, name: str) -> dict[str, list[str]]:
    try:
        return _Wordings.validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = " / ".join(map(str, first["loc"])) or "the file"
        raise FormatError(
            f"{name}: {place}: a lexicon is an object of concepts with lists of wordings"
        ) from error


def _lexicon(parts: Sequence[dict[str, list[str]]]) -> Lexicon:
    merged: dict[str, dict[str, None]] = {}
    for part in parts:
        for concept, words in part.items():
            merged.setdefault(concept, {}).update(dict.fromkeys(words))
    stock = merged.pop(STOCK, {})
    return Lexicon({name: tuple(words) for name, words in merged.items()}, tuple(stock))


def _packaged() -> list[dict[str, list[str]]]:
    folder = files("evolve.matching").joinpath("lexicon_data")
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".json")), key=lambda f: f.name)
    return [_parse(file.read_text(encoding="utf-8"), file.name) for file in found]


@cache
def default_lexicon() -> Lexicon:
    """The lexicon that comes with the program."""
    return _lexicon(_packaged())


@cache
def load_lexicon(paths: tuple[Path, ...], *, extend: bool = True) -> Lexicon:
    """Read lexicon files.

    Args:
        paths: JSON files; a concept that several of them have gets the wordings of all.
        extend: Whether they stand beside the lexicon of the program or in its place.

    Raises:
        InputError: a file cannot be read.
        FormatError: a file is no lexicon.
    """
    parts = _packaged() if extend else []
    for path in paths:
        try:
            parts.append(_parse(path.read_text(encoding="utf-8"), str(path)))
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"{path}: no lexicon can be read here: {error}") from error
    return _lexicon(parts)


def chosen_lexicon(settings: Settings) -> Lexicon:
    """The lexicon that the settings name, or the one of the program.

    Raises:
        InputError: its file cannot be read.
        FormatError: it is no lexicon.
    """
    if not settings.lexicon:
        return default_lexicon()
    return load_lexicon((Path(settings.lexicon),), extend=not settings.lexicon_only)
