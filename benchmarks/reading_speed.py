"""Time the readers on texts of growing size, and the reading of a corpus.

    python -m benchmarks.reading_speed [FOLDER] [--sizes 1 10 50] [--formats txt docx html pdf]

The text is the plain-text files of FOLDER (the seeds), repeated until it has 1, 10 and 50 MB in
UTF-8; it is written in each format and read back. Prints seconds of the processor (the best of
three up to 10 MB, one run beyond), MB of text per second, the time per MB against that of the
smallest size (where reading is linear the ratio stays near 1), and the most memory so far.
"""

import argparse
import gc
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from io import BytesIO
from itertools import cycle
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from evolve.reading.formats import read_file
from tests.writers import FONT, as_docx, as_html

SEEDS = Path(__file__).parents[1] / "seeds"
MEGABYTE = 2**20
RUNS, OFTEN = 3, 10
"""Runs of a size, and the largest size in MB that is read more than once."""
LINE, PAGE = 40, 50
"""Characters of a printed line, and lines of a printed page."""


def text_of(folder: Path, megabytes: float) -> list[str]:
    """Lines of the folder's texts, repeated up to a size in MB of UTF-8."""
    lines: list[str] = []
    size = 0.0
    sources = [path.read_text("utf-8").splitlines() for path in sorted(folder.glob("*.txt"))]
    for source in cycle(sources):
        for line in filter(None, map(str.strip, source)):
            lines.append(line)
            size += len(line.encode()) + 1
            if size >= megabytes * MEGABYTE:
                return lines
    return lines


def as_text(lines: Sequence[str]) -> bytes:
    """Plain text."""
    return "\n".join(lines).encode()


def as_pages(lines: Sequence[str]) -> bytes:
    """A PDF of dense pages, set without a layout engine because that takes hours at 50 MB."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    printed = 0
    for line in lines:
        for start in range(0, len(line), LINE):
            if printed % PAGE == 0:
                if printed:
                    canvas.showPage()
                canvas.setFont(FONT, 11)
            indent = 22 if start == 0 else 0
            canvas.drawString(60 + indent, 790 - 15 * (printed % PAGE), line[start : start + LINE])
            printed += 1
    canvas.save()
    return stream.getvalue()


WRITERS: dict[str, Callable[[Sequence[str]], bytes]] = {
    "txt": as_text,
    "docx": as_docx,
    "html": as_html,
    "pdf": as_pages,
}


def seconds(path: Path, runs: int) -> float:
    """Shortest time of some runs."""
    times = []
    for _ in range(runs):
        gc.collect()
        begun = time.process_time()
        read_file(path, apart=False)
        times.append(time.process_time() - begun)
    return min(times)


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description="Time the readers.")
    parser.add_argument("folder", nargs="?", type=Path, default=SEEDS)
    parser.add_argument("--sizes", nargs="+", type=float, default=[1, 10, 50])
    parser.add_argument("--formats", nargs="+", choices=list(WRITERS), default=list(WRITERS))
    options = parser.parse_args()
    print(f"{'format':8}{'MB':>6}{'seconds':>10}{'MB/s':>8}{'ratio':>8}{'peak MB':>9}")
    with tempfile.TemporaryDirectory() as folder:
        for name in options.formats:
            first = 0.0
            for size in options.sizes:
                path = Path(folder, f"text.{name}")
                path.write_bytes(WRITERS[name](text_of(options.folder, size)))
                taken = seconds(path, RUNS if size <= OFTEN else 1) / size
                first = first or taken
                peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
                print(
                    f"{name:8}{size:6g}{taken * size:10.2f}{1 / taken:8.2f}{taken / first:8.2f}"
                    f"{peak:9.0f}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
