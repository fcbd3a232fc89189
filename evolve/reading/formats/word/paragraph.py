"""The text of one Word paragraph, as it is printed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from evolve.reading.formats.word.styles import W, switched

__all__ = ["Paragraph", "paragraph_of"]

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_SIGNS = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_UNPRINTED = {
    f"{W}{name}"
    for name in ("pPr", "rPr", "del", "moveFrom", "instrText", "delText", "rt", "sdtPr", "fldData")
} | {f"{_COMPATIBILITY}Fallback"}
"""What is no text, was deleted, or says a second time what stands beside it."""


@dataclass(slots=True)
class Paragraph:
    """What one paragraph prints."""

    text: str = ""
    bold: bool | None = None
    """Whether all its runs are bold; None where none of them says."""
    hidden: str = ""
    """Text that is set as hidden."""
    boxes: list[Any] = field(default_factory=list)
    """Text boxes anchored in it."""
    deleted: bool = False
    """Whether it holds tracked deletions, which are not part of the text."""


def paragraph_of(element: Any) -> Paragraph:
    """Read a ``w:p``."""
    found = Paragraph()
    bolds: set[bool | None] = set()
    for run in _runs(element, found):
        text = "".join(_text(run, found))
        properties = run.find(f"{W}rPr")
        if switched(properties, "vanish"):
            found.hidden += text
            continue
        found.text += text
        if text.strip():
            bolds.add(switched(properties, "b"))
    if len(bolds) == 1:
        found.bold = bolds.pop()
    elif bolds:
        found.bold = False
    return found


def _runs(element: Any, found: Paragraph) -> Iterator[Any]:
    """All runs, at any depth but not inside a run; a formula counts as one."""
    stack = [iter(element)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag in {f"{W}r", f"{_MATH}oMath"}:
            yield child
        elif child.tag in {f"{W}del", f"{W}moveFrom"}:
            found.deleted = True
        elif child.tag not in _UNPRINTED:
            stack.append(iter(child))


def _text(run: Any, found: Paragraph) -> Iterator[str]:
    stack = [iter(run)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag in {f"{W}t", f"{_MATH}t"}:
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == f"{W}sym":
            yield "•"
        elif child.tag == f"{W}txbxContent":
            found.boxes.append(child)
        elif child.tag not in _UNPRINTED:
            stack.append(iter(child))
