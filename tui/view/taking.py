"""What a reader takes away: texts and citations for the clipboard, lists for a file."""

import csv
import io
import json
from collections.abc import Sequence

from evolve.model import Thread
from tui.view.index import state_of
from tui.view.scene import Scene
from tui.view.source import Page, Row, Source
from tui.view.text import Block, Drawn, Pair, plain

__all__ = ["FORMATS", "as_citation", "as_markdown", "as_text", "exported", "offers"]

FORMATS = ("csv", "md", "json")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def offers(scene: Scene, source: Source, row: Row | None, page: Page) -> dict[str, str]:
    """What can be copied here, by name: the text of a row, a pair, a citation, a thread."""
    found: dict[str, str] = {}
    index = scene.index
    if row is None:
        return {"page": as_text(page)}
    for part, key in enumerate(row.key.split("|")):
        name = "" if not part else "2"
        if key in index.timeline.item or key in index.timeline.measure:
            found[f"text{name}"] = index.text(key)
            found[f"citation{name}"] = as_citation(scene, key)
        elif key in index.timeline.thread:
            thread = index.timeline.thread[key]
            latest = list(index.members(thread))[-1:]
            found |= {f"text{name}": index.text(key) for key in latest}
            found |= {f"citation{name}": as_citation(scene, key) for key in latest}
            found[f"thread{name}"] = as_markdown(scene, thread)
    if source.place.subject in index.timeline.thread and "thread" not in found:
        found["thread"] = as_markdown(scene, index.timeline.thread[source.place.subject])
    found["page"] = as_text(page)
    return found


def as_citation(scene: Scene, key: str) -> str:
    """A passage with its source: issuer, title, number, date, headings."""
    item, document = scene.index.item(key), scene.index.document(key)
    where = "，".join(part for part in (document.number, str(document.published or "")) if part)
    note = f"（{where}）" if where else ""
    place = "".join((*item.path[-1:], item.label))
    return f"“{scene.index.text(key)}”——{document.issuer}《{document.title}》{note}{place}"


def as_markdown(scene: Scene, thread: Thread) -> str:
    """A thread with its state, its reasons and all of its wordings."""
    state, settled = state_of(thread)
    words = scene.words
    certainty = words("certainty.settled" if settled else "certainty.provisional")
    lines = [
        f"# {_escaped(thread.title)}",
        "",
        f"**{words.term('state', state)}** · {certainty}",
        "",
    ]
    told = [(part.text, part.text_en) for part in thread.reasons]
    told += [(part.text, part.text_en) for part in thread.events]
    lines += [f"- {_escaped(words.of(*texts))}" for texts in told]
    for key in scene.index.members(thread):
        lines += [
            "",
            f"## {_escaped(scene.where(key))}",
            "",
            f"> {_escaped(scene.index.text(key))}",
        ]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    """Text of a document as Markdown that shows just that text."""
    flat = " ".join(text.split())
    return "".join("\\" + char if char in "\\`*_[]<>#|" else char for char in flat)


def as_text(page: Page) -> str:
    """The words of a page, a line a paragraph."""
    return "\n".join(line for block in page.blocks for line in _words(block)) + "\n"


def _words(block: Block | Pair | Drawn) -> list[str]:
    if isinstance(block, Drawn):
        return [plain(line).rstrip() for line in block.draw(72)]
    if isinstance(block, Pair):
        return [f"{plain(block.left.runs)}\t{plain(block.right.runs)}"]
    return [
        (" " * block.indent if not block.margin else f"{plain(block.margin)}") + plain(block.runs)
    ]


def exported(source: Source, rows: Sequence[Row], form: str) -> str:
    """The rows of a list as CSV, Markdown or JSON, with all columns that any row has."""
    records = [source.record(row) for row in rows if row.kind != "group"]
    names = list(dict.fromkeys(name for record in records for name in record))
    if form == "json":
        return json.dumps(records, ensure_ascii=False, indent=2) + "\n"
    if form == "md":
        return _table(names, records)
    target = io.StringIO()
    writer = csv.DictWriter(target, names, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in r.items()} for r in records)
    return target.getvalue()


def _cell(value: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{value}" if value.startswith(_FORMULA) else value


def _table(names: Sequence[str], records: Sequence[dict[str, str]]) -> str:
    rows = [[_escaped(record.get(name, "")) for name in names] for record in records]
    lines = [names, ["---"] * len(names), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
