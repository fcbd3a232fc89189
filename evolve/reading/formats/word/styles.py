"""What the styles of a Word document say of a paragraph: heading, number, bold, contents."""

import re
from typing import Any, NamedTuple

__all__ = ["Style", "Styles", "W", "value"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""Namespace of WordprocessingML, as lxml writes it."""

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_BODY_LEVEL = 9


def value(element: Any, path: str, default: str | None = None) -> str | None:
    """The ``w:val`` of a descendant, or the default where there is none."""
    found = element.find(path) if element is not None else None
    return default if found is None else found.get(f"{W}val", default)


def switched(properties: Any, name: str) -> bool | None:
    """Whether a toggle such as ``w:b`` is on or off; None where it is not set."""
    found = properties.find(W + name) if properties is not None else None
    if found is None:
        return None
    return found.get(f"{W}val", "1") not in {"0", "false", "off"}


class Style(NamedTuple):
    """One paragraph style with all that it takes from those it is based on."""

    name: str = ""
    depth: int | None = None
    """Depth of the heading, 1 outermost."""
    number: str | None = None
    """``numId``."""
    level: str | None = None
    """``ilvl``."""
    bold: bool = False

    @property
    def contents(self) -> bool:
        """Whether it is a line of a table of contents."""
        return self.name.lower().startswith("toc ") or self.name.startswith("目录")


class Styles:
    """The styles of a document by id."""

    def __init__(self, element: Any) -> None:
        self._elements = {
            style.get(f"{W}styleId"): style
            for style in (() if element is None else element.iterfind(f"{W}style"))
        }
        self._default = next(
            (
                key
                for key, style in self._elements.items()
                if style.get(f"{W}default") in {"1", "true"}
                and style.get(f"{W}type", "paragraph") == "paragraph"
            ),
            None,
        )
        self._known: dict[str | None, Style] = {}

    def __getitem__(self, key: str | None) -> Style:
        """The style of that id; the default one for None."""
        if key is None:
            key = self._default
        if key not in self._known:
            self._known[key] = Style()  # a style that is based on itself ends here
            element = self._elements.get(key)
            if element is not None:
                self._known[key] = self._made(element)
        return self._known[key]

    def _made(self, element: Any) -> Style:
        parent = value(element, f"{W}basedOn")
        base = self[parent] if parent is not None else Style()
        name = value(element, f"{W}name") or ""
        paragraph, run = element.find(f"{W}pPr"), element.find(f"{W}rPr")
        heading = _HEADING.match(name)
        bold = switched(run, "b")
        return Style(
            name=name,
            depth=int(heading[1]) if heading else depth_of(paragraph, base.depth),
            number=value(paragraph, f"{W}numPr/{W}numId", base.number),
            level=value(paragraph, f"{W}numPr/{W}ilvl", base.level),
            bold=base.bold if bold is None else bold,
        )


def depth_of(properties: Any, default: int | None) -> int | None:
    """Depth by the outline level of a paragraph's or style's properties."""
    level = value(properties, f"{W}outlineLvl")
    if level is None or not level.isdecimal():
        return default
    return int(level) + 1 if int(level) < _BODY_LEVEL else None
