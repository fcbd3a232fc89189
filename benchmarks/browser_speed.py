"""How fast the browser answers with 20,000 threads, beside the same with 200.

Run: ``python benchmarks/browser_speed.py [threads]``. Through Textual's pilot at 120x40:

- first screen: from a timeline file to the list on screen, in this process (imports included
  in the first line, which is a process of its own),
- key: from a movement of the cursor to the screen painted, median of 40,
- filter: from a character typed to the narrowed list painted, median of 12.

Every timeline is made of the seeds' shape: short Chinese titles, two documents a thread.
"""

import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from textual.widgets import Input

from tui.app import Browser
from tui.loading import Loader
from tui.screens.main import Main
from tui.session import Session
from tui.strings import Language
from tui.widgets.rows import Rows

MANY, FEW = 20_000, 200
KEYS, FILTER = 40, "集团化办学推进机制教育"
SUBJECTS = (
    "集团化办学",
    "学前教育普惠发展",
    "民办教育规范",
    "思政课一体化",
    "智慧教育平台",
    "学位建设",
)
VERBS = ("推进", "健全", "完善", "深化", "加快", "优化")


def document(key: str, role: str, year: int) -> dict[str, Any]:
    """One document of the timeline."""
    source = {"file": f"{key}.txt", "sha256": "0" * 64, "format": "txt", "encoding": "utf-8"}
    return {
        "id": key,
        "series": "s",
        "title": f"教育局{year}年工作{role}",
        "issuer": "教育局",
        "jurisdiction": "市",
        "role": role,
        "period": {"start": year, "end": year},
        "published": None,
        "source": {**source, "span": (0, 10_000_000)},
        "completeness": "full",
        "notices": (),
    }


def item(key: str, number: int) -> dict[str, Any]:
    """One item."""
    title = f"{VERBS[number % 6]}{SUBJECTS[number % 5]}第{number}项工作机制"
    return {
        "id": f"{key}/{number}",
        "document": key,
        "kind": "item",
        "label": f"{number}.",
        "path": ("一、深化改革",),
        "heading": title,
        "text": f"{title}。新增学位{number}个，{SUBJECTS[(number + 2) % 6]}全面铺开。",
        "span": (number * 50, number * 50 + 40),
    }


def thread(number: int) -> dict[str, Any]:
    """One thread through both documents."""
    entries = [
        {"document": key, "members": (f"{key}/{number}",), "also": (), "state": "continued"}
        for key in ("d1", "d2")
    ]
    return {
        "id": f"t/d1/{number}",
        "series": "s",
        "level": "item",
        "parent": None,
        "title": f"{VERBS[number % 6]}{SUBJECTS[number % 5]}第{number}项工作机制",
        "state": ("new", "continued", "completed", "dropped")[number % 4],
        "certainty": "settled",
        "caveats": (),
        "reasons": (),
        "first_year": 2021,
        "last_year": 2022,
        "entries": [{**entry, "change": None} for entry in entries],
        "events": (),
        "override": None,
    }


def write(path: Path, count: int) -> None:
    """Write a timeline of so many threads."""
    import json

    numbers = range(1, count + 1)
    documents = [document("d1", "plan", 2021), document("d2", "plan", 2022)]
    series = {"id": "s", "issuer": "教育局", "jurisdiction": "市", "documents": ("d1", "d2")}
    timeline = {
        "schema_version": "1",
        "generator": {
            "name": "policy-evolve",
            "version": "0",
            "settings": {},
            "settings_sha256": "0" * 64,
        },
        "as_of": 2022,
        "series": [series],
        "documents": documents,
        "sections": [],
        "items": [item(key, n) for key in ("d1", "d2") for n in numbers],
        "measures": [],
        "tables": [],
        "links": [],
        "threads": [thread(n) for n in numbers],
        "indicators": [],
        "coverage": [],
        "discarded": [],
    }
    path.write_text(json.dumps(timeline, ensure_ascii=False), "utf-8")


def listed(app: Browser) -> bool:
    """Whether the list of threads is there."""
    screen = app.screen
    return isinstance(screen, Main) and any(rows.listing.rows for rows in screen.query(Rows))


async def painted(app: Browser, act: Callable[[], None]) -> float:
    """Seconds from an act to the screen painted after it."""
    start = time.perf_counter()
    act()
    done = asyncio.Event()
    app.screen.call_after_refresh(done.set)
    await done.wait()
    return time.perf_counter() - start


async def measure(path: Path) -> dict[str, float]:
    """Milliseconds of the first screen, a key and a character of the filter."""
    start = time.perf_counter()
    app = Browser(Session(Loader([path]), Language.CHINESE))
    async with app.run_test(size=(120, 40)) as pilot:
        while not listed(app):  # noqa: ASYNC110 - the app has no event for it
            await asyncio.sleep(0.002)
        await painted(app, lambda: None)
        first = time.perf_counter() - start
        main = app.screen
        if not isinstance(main, Main):
            raise TypeError("the main screen is not there")
        await pilot.pause(1.5)
        keys = [await painted(app, main.action_down) for _ in range(KEYS)]
        entry = main.query_one("#filter", Input)
        entry.focus()
        typed = [await painted(app, partial(entry.insert_text_at_cursor, c)) for c in FILTER]
        return {
            "first screen": first * 1000,
            "key": statistics.median(keys) * 1000,
            "filter": statistics.median(typed) * 1000,
        }


def process(path: Path) -> float:
    """Milliseconds of a whole process that opens the timeline and leaves at its first screen."""
    start = time.perf_counter()
    command = [sys.executable, __file__, "--open", str(path)]
    subprocess.run(command, check=True, capture_output=True)
    return (time.perf_counter() - start) * 1000


async def opened(path: Path) -> bool:
    """Open a timeline and leave at the first screen."""
    app = Browser(Session(Loader([path]), Language.CHINESE))
    async with app.run_test(size=(120, 40)):
        while not listed(app):  # noqa: ASYNC110 - the app has no event for it
            await asyncio.sleep(0.002)
        await painted(app, lambda: None)
    return True


def main() -> None:
    """Print milliseconds for many and few threads, and their ratio."""
    if "--open" in sys.argv:
        asyncio.run(opened(Path(sys.argv[2])))
        return
    many = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    with tempfile.TemporaryDirectory() as folder:
        paths = {count: Path(folder) / f"{count}.json" for count in (FEW, many)}
        for count, path in paths.items():
            write(path, count)
        found = {count: asyncio.run(measure(path)) for count, path in paths.items()}
        for count, path in paths.items():
            found[count]["whole process"] = process(path)
    print(f"{'':16}{FEW:>10} {many:>10}   ratio")
    for name, value in found[FEW].items():
        more = found[many][name]
        print(f"{name:16}{value:8.1f}ms {more:8.1f}ms  {more / value:6.2f}")


if __name__ == "__main__":
    main()
