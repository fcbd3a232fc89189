"""A comparison as one HTML page that loads nothing."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from evolve.diffing.layout import Mark, Row, RowKind, Segment, in_columns, rows, telling_phrases
from evolve.diffing.rendering.heads import title, verdict
from evolve.diffing.rendering.table import figure_rows, figures_of, lone_figures
from evolve.diffing.rendering.terms import Terms
from evolve.diffing.subjects import Comparison

__all__ = ["as_html"]

_STYLE = """
:root { color-scheme: light dark; --came: #0b5cad; --went: #a84300; --rule: #8886; }
@media (prefers-color-scheme: dark) { :root { --came: #79b8ff; --went: #ffab66; } }
body { font: 16px/1.7 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei",
  sans-serif; max-width: 80rem; margin: 2rem auto; padding: 0 1rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 0; } p { margin: .2rem 0; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
td { vertical-align: top; padding: .2rem .6rem; border-top: 1px solid var(--rule); width: 50%;
  white-space: pre-wrap; line-break: strict; }
ins { color: var(--came); text-decoration: underline; }
del { color: var(--went); text-decoration: line-through; }
ins::before { content: "+"; } del::before { content: "−"; }
mark { background: none; color: inherit; font-weight: bold; border-bottom: 2px dotted; }
small { opacity: .75; }
.figures { width: auto; table-layout: auto; margin: .8rem 0; } th { text-align: left; }
.figures td, .figures th { width: auto; padding: .1rem 1rem .1rem 0; }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_TAGS = {
    Mark.REMOVED: "del",
    Mark.MOVED_AWAY: "del",
    Mark.ADDED: "ins",
    Mark.MOVED_HERE: "ins",
    Mark.SHARED: "mark",
}


def as_html(comparisons: Sequence[Comparison], terms: Terms, language: str) -> Iterator[str]:
    """Write comparisons side by side, as ``del`` and ``ins``, with a sign before each change."""
    heading = escape(title(comparisons[0]) if len(comparisons) == 1 else terms["title"])
    yield f'<!doctype html>\n<html lang="{escape(language)}">\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield f"<title>{heading}</title>\n<style>{_STYLE}</style>"
    for comparison in comparisons:
        yield f"<h2>{escape(title(comparison))}</h2>"
        yield f"<p>{escape(verdict(comparison, terms))}</p>"
        yield "<table>"
        yield from (_row(*pair, terms) for pair in in_columns(rows(comparison.diff)))
        yield "</table>"
        if phrases := telling_phrases(comparison.diff):
            yield f"<p>{terms['shared']}{escape('｜'.join(phrases))}</p>"
        figures = figures_of(comparison)
        yield from _figures(figure_rows(figures, terms))
        yield from (f"<p>{escape(line)}</p>" for line in lone_figures(figures, terms))
    yield "</html>"


def _figures(table: Sequence[Sequence[str]]) -> Iterator[str]:
    if table:
        yield '<table class="figures">'
        for number, row in enumerate(table):
            tag = "td" if number else "th"
            yield "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row) + "</tr>"
        yield "</table>"


def _row(left: Row | None, right: Row | None, terms: Terms) -> str:
    old = _joined(left.old) if left else ""
    new = _joined(right.new) if right else ""
    moved = f"<small>{terms['moved']}</small> " if right and right.moved else ""
    kind = (left or right or _NOTHING).kind
    return f'<tr class="{kind}"><td>{old}</td><td>{moved}{new}</td></tr>'


_NOTHING = Row(RowKind.SAME, (), (), ())


def _joined(parts: Iterable[Segment]) -> str:
    return "".join(_segment(part) for part in parts)


def _segment(part: Segment) -> str:
    text = escape(part.text.rstrip("\n"))
    if part.mark is Mark.SAME:
        return text
    tag = _TAGS[part.mark]
    arrow = f"<small>{'→' if part.mark is Mark.MOVED_AWAY else '←'}{part.move}</small>"
    return f"<{tag}>{text}{arrow if part.move else ''}</{tag}>"
