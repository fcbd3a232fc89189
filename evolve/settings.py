"""Every value that changes the result, with its default."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from annotated_types import Ge, Gt, Le, Lt

from evolve.errors import SettingsError

if TYPE_CHECKING:
    from pydantic import ConfigDict, ValidationError

__all__ = ["Settings", "parse_settings"]

_Share = Annotated[float, Gt(0), Lt(1)]


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What a build can be told; all of it is written into the timeline."""

    __pydantic_config__: ClassVar["ConfigDict"] = {"extra": "forbid"}

    as_of: int | None = None
    """States as they stood at the end of this year; null for the latest document."""
    encoding: str | None = None
    """Encoding of text files; null to detect it file by file."""
    link_threshold: _Share = 0.45
    """Least probability of a link between two items."""
    measure_threshold: _Share = 0.35
    """Least probability of a link between two measures."""
    near_best: Annotated[float, Ge(0), Le(1)] = 0.4
    """Least share of the best probability of both its items that a link must reach."""
    lexicon: str | None = None
    """A file of concepts and their wordings, beside those of the program; a path."""
    lexicon_only: bool = False
    """Whether that file stands in the place of the program's lexicon."""
    weights: str | None = None
    """A file of weights that ``evolve evaluate --fit`` wrote, in the place of the program's."""
    embedding: str | None = None
    """A folder with a static embedding model (model2vec); null for none."""
    candidates: Annotated[int, Ge(1)] = 6
    """How many nearest items of the other document are looked at closely, from either side."""
    reach: Annotated[int, Ge(0)] = 10
    """How many years may lie between two documents of a series that are compared; the latest of
    each kind before a document is compared with it whatever the gap."""
    peers: Annotated[int, Ge(0)] = 10
    """How many documents of other places, of its kind and year, each is compared with if there are
    more: those nearest in wording; 0 for none."""
    bridge_threshold: _Share = 0.7
    """Least probability of a link that carries a thread over a document that is silent."""
    support_threshold: _Share = 0.75
    """Least probability of a link that shows a thread in a document where it has no member."""
    measure_support: _Share = 0.8
    """Least probability of a measure link that carries a thread by itself."""
    echo_threshold: _Share = 0.3
    """Least probability that a document speaks of a measure for which it has no measure link."""
    weak_link: _Share = 0.6
    """Probability below which the link that decides a state is named as a caveat."""


def parse_settings(assignments: Iterable[str], given: Mapping[str, Any] | None = None) -> Settings:
    """Read ``NAME=VALUE`` settings; values are JSON or plain text.

    Raises:
        SettingsError: a setting does not exist or its value is impossible.
    """
    values = dict(given or {})
    for assignment in assignments:
        name, equals, value = assignment.partition("=")
        if not equals:
            raise SettingsError(f"{assignment}: write a setting as NAME=VALUE")
        values[name] = _value(value)
    if not values:
        return Settings()
    from pydantic import TypeAdapter, ValidationError

    try:
        return TypeAdapter(Settings).validate_python(values)
    except ValidationError as error:
        raise SettingsError(_explain(error)) from error


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _explain(error: "ValidationError") -> str:
    first = error.errors(include_url=False)[0]
    name = str(first["loc"][0])
    if first["type"] != "unexpected_keyword_argument":
        return f"setting {name}: {first['msg']}"
    known = [field.name for field in fields(Settings)]
    near = get_close_matches(name, known, n=1)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
    return f"setting {name} does not exist; {hint}"
