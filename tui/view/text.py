"""Styled text laid out in terminal cells: runs, blocks, lines.

Styles are names (``muted``, ``state.new strong``); a widget turns them into colours. All
text of documents passes :func:`evolve.cells.inert` here, once, so that nothing in it can
steer a terminal, and it is never parsed as markup.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from evolve.cells import inert, pad, width, wrap
from tui.view.place import Place

__all__ = [
    "Block",
    "Drawn",
    "Laid",
    "Line",
    "Pair",
    "Run",
    "fit",
    "lay",
    "line_width",
    "marked",
    "plain",
]


class Run(NamedTuple):
    """A stretch of text in one style."""

    text: str
    """Without line feeds, except inside a block."""
    style: str = ""
    """Names separated by spaces; later names win."""


Line = tuple[Run, ...]
"""One line of the terminal, not yet padded."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, which is wrapped to the width that there is."""

    runs: tuple[Run, ...] = ()
    """Its text; a line feed ends a line."""
    indent: int = 0
    """Cells before every line."""
    hang: int = 0
    """Cells before every line but the first, beside ``indent``."""
    margin: tuple[Run, ...] = ()
    """Stands in the indent of the first line."""
    target: Place | None = None
    """What Enter or a click on it opens."""
    anchor: str = ""
    """A name to scroll to."""
    change: bool = False
    """Whether the keys for the next and previous change stop here."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two blocks side by side in columns of equal width."""

    left: Block
    right: Block
    target: Place | None = None
    anchor: str = ""
    change: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """Lines that are made for the width that there is, such as a chart."""

    draw: Callable[[int], Sequence[Line]]
    """From the cells that there are to lines no wider."""
    target: Place | None = None
    anchor: str = ""
    change: bool = False


@dataclass(slots=True)
class Laid:
    """Blocks laid out at one width."""

    lines: list[Line] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    """Index of the block of each line."""
    starts: list[int] = field(default_factory=list)
    """First line of each block."""


def plain(runs: Iterable[Run]) -> str:
    """The text of runs without styles."""
    return "".join(run.text for run in runs)


def line_width(line: Iterable[Run]) -> int:
    """Cells of a line."""
    return sum(width(run.text) for run in line)


def lay(blocks: Sequence[Block | Pair | Drawn], columns: int) -> Laid:
    """Wrap blocks to ``columns`` cells."""
    laid = Laid()
    for number, block in enumerate(blocks):
        laid.starts.append(len(laid.lines))
        for line in _lines(block, max(4, columns)):
            laid.lines.append(line)
            laid.owners.append(number)
    return laid


def _lines(block: Block | Pair | Drawn, columns: int) -> Iterator[Line]:
    if isinstance(block, Drawn):
        yield from block.draw(columns)
        return
    if isinstance(block, Block):
        yield from _wrapped(block, columns)
        return
    half = (columns - 3) // 2
    left, right = list(_wrapped(block.left, half)), list(_wrapped(block.right, half))
    for row in range(max(len(left), len(right))):
        first = left[row] if row < len(left) else ()
        second = right[row] if row < len(right) else ()
        yield (*fit(first, half), Run(" │ ", "rule"), *second)


def _wrapped(block: Block, columns: int) -> Iterator[Line]:
    text = inert(plain(block.runs))
    room = max(2, columns - block.indent - block.hang)
    margin = fit(block.margin, block.indent) if block.margin else (Run(" " * block.indent),)
    for number, (start, end) in enumerate(wrap(text, room)):
        lead = (Run(" " * (block.indent + block.hang)),) if number else margin
        yield (*(run for run in lead if run.text), *_part(block.runs, text, start, end))


def _part(runs: Iterable[Run], text: str, start: int, end: int) -> Iterator[Run]:
    """The runs between two offsets of their joined text."""
    at = 0
    for run in runs:
        low, high = max(start, at), min(end, at + len(run.text))
        at += len(run.text)
        if low < high:
            yield Run(text[low:high], run.style)


def fit(line: Iterable[Run], columns: int) -> Line:
    """Cut (with an ellipsis) or fill a line to exactly ``columns`` cells."""
    parts: list[Run] = []
    room = columns
    whole = [Run(inert(run.text), run.style) for run in line]
    for at, run in enumerate(whole):
        cells = width(run.text)
        rest = any(later.text for later in whole[at + 1 :])
        if cells > room or (cells == room and rest):
            parts.append(Run(pad(run.text + ("…" if cells <= room else ""), room), run.style))
            return tuple(parts)
        parts.append(run)
        room -= cells
    return (*parts, Run(" " * room)) if room else tuple(parts)


def marked(runs: Iterable[Run], spans: Iterable[tuple[int, int]], style: str) -> tuple[Run, ...]:
    """Add a style to spans of the joined text of runs."""
    inside = sorted(span for span in spans if span[0] < span[1])
    cuts = sorted({edge for span in inside for edge in span})
    found: list[Run] = []
    at = 0
    for run in runs:
        edges = [at, *(cut for cut in cuts if at < cut < at + len(run.text)), at + len(run.text)]
        for low, high in pairwise(edges):
            covered = any(start <= low and high <= end for start, end in inside)
            names = f"{run.style} {style}".strip() if covered else run.style
            found.append(Run(run.text[low - at : high - at], names))
        at += len(run.text)
    return tuple(run for run in found if run.text)
