"""Screenshots in which Chinese is not squeezed, small and without any address in them.

Textual's screenshots give every text the length of as many narrow cells as it has characters,
so a Chinese character gets half of its place. Here each text is split where narrow and wide
characters meet, and each part is given its own place and length. Backgrounds of one colour
become one shape, and the font is one that the reader's machine has.
"""

import html
import re
from collections import Counter, defaultdict
from itertools import groupby

from evolve.cells import width

__all__ = ["spaced"]

_CELL, _LINE = 12.2, 24.65
"""Width of a cell and height of its background, in the picture's units."""

_STYLE = """
    .t { font: 20px 'Fira Code', 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace; }
    .t .w { font-size: 22px; }
    .terminal-title { font: bold 18px sans-serif; }
"""
"""A Chinese character of size 22 is as wide as two cells of size 20."""

_TEXT = re.compile(
    r'<text class="terminal-(r\d+)" x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</text>(?:\s*(?=<text))?'
)
_FACES = re.compile(r"\s*@font-face.*?(?=\.terminal-r1 )", re.DOTALL)
_NOISE = re.compile(r"<defs>.*?</defs>\s*|<!--.*?-->\s*", re.DOTALL)
_GROUP = re.compile(r'<g transform="translate\(9, 41\)"[^>]*>')
_FILL = re.compile(
    r'<rect fill="(#\w+)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="24.65" '
    r'shape-rendering="crispEdges"/>'
)

_Stretch = tuple[float, float, float]
"""Left edge, right edge and top."""


def spaced(picture: str) -> str:
    """Give every text of a screenshot the place and length that its cells take.

    The same screen gives the same bytes.
    """
    numbered = re.sub(r"terminal-\d+-", "terminal-", picture)
    bare = _FILL.sub("", _FACES.sub(_STYLE + "    ", _NOISE.sub("", numbered)))
    drawn = _TEXT.sub(
        _parts, _GROUP.sub(f'<g class="t" transform="translate(9 41)">\n{_shapes(picture)}', bare)
    )
    return drawn.replace(".terminal-r", ".r")


def _shapes(picture: str) -> str:
    """The backgrounds, the commonest colour as one sheet below the others."""
    areas: Counter[str] = Counter()
    found: defaultdict[str, list[_Stretch]] = defaultdict(list)
    for colour, left, top, wide in _FILL.findall(picture):
        start, end = float(left), float(left) + float(wide)
        areas[colour] += round(end - start)
        before = found[colour][-1:] and found[colour][-1]
        if before and before[2] == float(top) and abs(before[1] - start) < 1:
            found[colour][-1] = (before[0], end, before[2])
        else:
            found[colour].append((start, end, float(top)))
    sheet = areas.most_common(1)[0][0]
    edges = [stretch for stretches in found.values() for stretch in stretches]
    right, low = max(edge[1] for edge in edges), max(edge[2] for edge in edges)
    paths = [f'<path fill="{sheet}" d="M0 1.5h{right:g}v{low + _LINE - 1.5:g}H0z"/>']
    for colour, stretches in found.items():
        if colour != sheet:
            drawn = "".join(f"M{a:g} {y:g}H{b:g}v{_LINE}H{a:g}z" for a, b, y in stretches)
            paths.append(f'<path fill="{colour}" shape-rendering="crispEdges" d="{drawn}"/>')
    return "\n".join(paths)


def _parts(match: re.Match[str]) -> str:
    style, x, y, escaped = match.groups()
    at, found = float(x), []
    for cells, group in groupby(html.unescape(escaped), key=width):
        text = "".join(group)
        length = cells * len(text) * _CELL
        if text.strip():
            kept = text.rstrip()
            left = len(kept) - len(kept.lstrip())
            kept = kept.lstrip()
            start, size = at + left * cells * _CELL, len(kept) * cells * _CELL
            shown = html.escape(kept).replace(" ", "&#160;").replace("\xa0", "&#160;")
            names = f"{style} w" if cells > 1 else style
            place = f'class="{names}" x="{start:g}" y="{float(y):g}" textLength="{size:g}"'
            found.append(f"<text {place}>{shown}</text>\n")
        at += length
    return "".join(found)
