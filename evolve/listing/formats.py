"""Listing -> text."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import asdict, fields, replace

from evolve.cells import cut, inert, pad, width
from evolve.listing.escaping import BOM, flat, inactive, markdown
from evolve.listing.groups import GROUPINGS, grouped
from evolve.listing.model import Listing, Row

__all__ = ["FORMATS", "render"]


def render(
    listing: Listing, form: str, group_by: str | None, columns: int, language: str = "zh"
) -> str:
    """Write a listing.

    Args:
        listing: Rows and counts.
        form: One of :data:`FORMATS`.
        group_by: One of :data:`evolve.listing.groups.GROUPINGS`, or None.
        columns: Width of a table in terminal cells.
        language: ``zh`` or ``en``, of the reasons in a table and in Markdown; the other formats
            have both.
    """
    if language == "en" and form in {"table", "markdown"}:
        rows = [replace(row, reason=row.reason_en or row.reason) for row in listing.rows]
        listing = replace(listing, rows=rows)
    return FORMATS[form](listing, group_by, columns)


def _table(listing: Listing, group_by: str | None, columns: int) -> str:
    lines = [inert(listing.summary()), *map(inert, listing.notes)]
    mixed = len({row.level for row in listing.rows}) > 1
    for heading, rows in grouped(listing.rows, group_by):
        lines.append("")
        if heading:
            lines.append(inert(f"{heading}: {len(rows)}"))
        lines += [_line(row, columns, mixed=mixed) for row in rows]
    return "\n".join(lines) + "\n"


def _line(row: Row, columns: int, *, mixed: bool) -> str:
    """One row; among items a measure has a dot before it."""
    mark = "" if row.certainty == "settled" else "?"
    fixed = [pad(str(row.year), 4), pad(f"{row.event or row.state}{mark}", 14)]
    room = max(20, columns - sum(map(width, fixed)) - 6)
    shown = [room * 6 // 10, room - room * 6 // 10]
    measure = f"{'· ' if mixed else ''}{row.quote}"
    texts = [measure if row.level == "measure" else row.title, row.reason]
    cells = [pad(cut(flat(text), size), size) for text, size in zip(texts, shown, strict=True)]
    return "  ".join([*fixed, *cells]).rstrip()


def _markdown(listing: Listing, group_by: str | None, _: int) -> str:
    lines = [f"**{markdown(listing.summary())}**", *(markdown(note) for note in listing.notes)]
    for heading, rows in grouped(listing.rows, group_by):
        lines.append("")
        if heading:
            lines += [f"## {markdown(heading)} ({len(rows)})", ""]
        lines += [_bullet(row) for row in rows]
    return "\n".join(lines) + "\n"


def _bullet(row: Row) -> str:
    doubts = f"；{'、'.join(row.caveats)}" if row.certainty == "provisional" else ""
    quote = row.quote if row.level == "measure" else row.title
    told = f"{row.reason}（{row.event or row.state}，{row.certainty}{doubts}）"
    return f"- “{markdown(quote)}”——{markdown(row.citation)}。{markdown(told)}"


def _csv(listing: Listing, group_by: str | None, _: int) -> str:
    out = io.StringIO()
    names = [field.name for field in fields(Row)]
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*(["group"] if group_by else []), *names])
    for heading, rows in grouped(listing.rows, group_by):
        for row in rows:
            values = asdict(row) | {"caveats": " ".join(row.caveats)}
            cells = [*([heading] if group_by else []), *(values[name] for name in names)]
            writer.writerow([inactive(cell) for cell in cells])
    return BOM + out.getvalue()


def _json(listing: Listing, group_by: str | None, _: int) -> str:
    answer = {
        "asked": listing.asked,
        "considered": listing.considered,
        "considered_as": listing.considered_as,
        "threads": listing.threads,
        "settled": len(listing.rows) - listing.provisional,
        "provisional": listing.provisional,
        "notes": list(listing.notes),
        "rows": [
            ({"group": GROUPINGS[group_by](row)} if group_by else {}) | asdict(row)
            for _, rows in grouped(listing.rows, group_by)
            for row in rows
        ],
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[Listing, str | None, int], str]] = {
    "table": _table,
    "markdown": _markdown,
    "csv": _csv,
    "json": _json,
}
"""What a listing can be written as."""
