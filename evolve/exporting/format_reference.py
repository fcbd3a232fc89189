"""The description of the JSON format, made from the types themselves."""

from collections.abc import Iterator
from typing import Any

from evolve.exporting.timeline_json import timeline_schema

__all__ = ["format_reference"]

_INTRODUCTION = """\
# The JSON timeline, version 1

Made by `evolve schema --format markdown` from the types in `evolve/model/`; a test keeps it true.

One UTF-8 object, keys in the order below, 2-space indent, numbers with at most 4 digits after
the point. The same input and settings give the same bytes, whatever the order of the files, the
number of workers or the machine; nothing in it names the time of the run or an absolute path.
`evolve schema` prints the JSON Schema (2020-12), `evolve validate FILE` checks a file against
it and follows every reference. Additions are allowed within version 1.

Spans are `[start, end)` in characters (Unicode code points). Spans of documents, sections, items
and discarded pieces point into the decoded text of the file (for a text file: its characters
after decoding); spans of measures, links, reasons and observations point into
the text of their item (or, at measure level, of their measure).

**Nothing is lost silently:** the spans of items, sections and discarded pieces together cover
every non-blank character of every source.
"""


def format_reference() -> str:
    """Markdown: every type of the format with its fields, their types and meanings."""
    schema = timeline_schema()
    types = {"Timeline": schema, **schema["$defs"]}
    return "\n".join([_INTRODUCTION, *(_type(name, types[name]) for name in _in_order(types))])


def _in_order(types: dict[str, Any]) -> list[str]:
    """Type names in the order in which a reader of the file meets them."""
    seen: list[str] = []

    def visit(name: str) -> None:
        if name not in seen:
            seen.append(name)
            for property_ in types[name].get("properties", {}).values():
                for reference in _references(property_):
                    visit(reference)

    visit("Timeline")
    return [name for name in seen if name != "JsonValue"]


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"].rsplit("/", 1)[-1]
        for value in node.values():
            yield from _references(value)
    elif isinstance(node, list):
        for value in node:
            yield from _references(value)


def _type(name: str, schema: dict[str, Any]) -> str:
    text = f"\n## {name}\n\n{schema.get('description', '').strip()}\n"
    if "enum" in schema:
        return text + "\nOne of " + ", ".join(f"`{value}`" for value in schema["enum"]) + ".\n"
    rows = [
        f"| `{key}` | {_kind(value)} | {' '.join(value.get('description', '').split())} |"
        for key, value in schema["properties"].items()
    ]
    return text + "\n| key | type | what |\n| --- | --- | --- |\n" + "\n".join(rows) + "\n"


def _kind(node: dict[str, Any]) -> str:
    """The type of a value in a few words."""
    match node:
        case {"$ref": reference}:
            name = reference.rsplit("/", 1)[-1]
            kind = f"[{name}](#{name.lower()})"
        case {"anyOf": options}:
            kind = " or ".join(_kind(option) for option in options)
        case {"const": value}:
            kind = f'`"{value}"`'
        case {"prefixItems": _}:
            kind = "[start, end]"
        case {"type": "array", "items": entry}:
            kind = f"list of {_kind(entry)}"
        case _:
            kind = str(node.get("format", node.get("type", "any")))
    return kind
