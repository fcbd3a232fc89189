"""What the fields of the types mean, read from the strings below them in their source."""

import ast
import inspect
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise
from typing import Any

from evolve import model

__all__ = ["with_descriptions"]


def with_descriptions(schema: dict[str, Any], name: str) -> dict[str, Any]:
    """Describe every field of a JSON Schema in place.

    Args:
        schema: A schema with its ``$defs``.
        name: Type of the whole.
    """
    for own, part in ((name, schema), *schema["$defs"].items()):
        for field, text in _meanings(getattr(model, own, None)):
            described = {**part["properties"][field], "description": text}
            if text != _of_type(schema, described):
                part["properties"][field] = dict(sorted(described.items()))
    return schema


def _of_type(schema: dict[str, Any], field: dict[str, Any]) -> str:
    """What is said of the type of a field already."""
    name = field.get("$ref", "").rpartition("/")[2]
    return str(schema["$defs"].get(name, {}).get("description", ""))


def _meanings(cls: type | None) -> Iterator[tuple[str, str]]:
    if cls is None or issubclass(cls, Enum):
        return
    (tree,) = ast.parse(inspect.getsource(cls)).body
    for field, below in pairwise(tree.body if isinstance(tree, ast.ClassDef) else ()):
        match field, below:
            case ast.AnnAssign(target=ast.Name(name)), ast.Expr(ast.Constant(str(text))):
                yield name, inspect.cleandoc(text)
