"""The parts of a Word document beside its text."""

from collections.abc import Iterator
from typing import Any

__all__ = ["NOTES", "parts_of", "related"]

NOTES = {"footnotes": "footnote", "endnotes": "footnote", "comments": "comment"}
"""Parts whose text stands beside the document, and why they are set aside."""


def related(part: Any, name: str) -> Iterator[Any]:
    """Roots of the XML parts that the document names so."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for relation in part.rels.values():
        if not relation.is_external and (relation.reltype or "").endswith(f"/{name}"):
            target = relation.target_part
            found = getattr(target, "element", None)
            yield etree.fromstring(target.blob, parser) if found is None else found


def parts_of(part: Any) -> dict[str, Any]:
    """Roots of the styles, the numbering and the notes, as far as there are any."""
    return {name: root for name in ("styles", "numbering", *NOTES) for root in related(part, name)}
