"""Feed every reader, and the reading of a corpus, with damaged and hostile files.

    python -m benchmarks.fuzz_readers [--inputs 20000] [--seconds 3600] [--seed 0]

The files are made by the writers of the tests and then damaged: bytes changed, cut, doubled and
moved, hostile pieces put in, and the parts inside a package damaged before it is packed again.
For each of them these must hold, or the run says which input broke it and exits with 1:

- the outcome is a text or one sentence (``InputError``), never another error, and an error that
  a library raised was raised by the library;
- every non-blank character is in exactly one line or piece set aside; nothing is a control
  character; all spans lie inside the text;
- through ``read_corpus``, items, sections and pieces set aside cover every non-blank character;
- no input takes longer than 20 seconds, and the process stays below 1 GB.
"""

import argparse
import faulthandler
import io
import random
import re
import resource
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from zlib import error as zlib_error

from evolve.errors import EvolveError, InputError
from evolve.model import Problem
from evolve.reading import read_corpus
from evolve.reading.coverage import gaps
from evolve.reading.formats import RawText, read_file
from evolve.settings import Settings
from tests.writers import as_csv, as_docx, as_html, as_mhtml, as_pdf, as_xlsx, as_zip

__all__ = ["Outcome", "fuzz"]

SECONDS = 20.0
MEGABYTES = 1024
INSIDE = 0.8
"""Part of the packages that are damaged inside, so that they still open."""
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)

LINES = [
    "广州市教育局关于印发2021年工作要点的通知",
    "穗教发〔2021〕7号",
    "各区教育局：现将《2021年工作要点》印发给你们，请认真贯彻执行。",
    "2021年广州市教育局工作要点",
    "2021年是“十四五”开局之年，全市教育系统要全面贯彻党的教育方针。",
    "一、加强党对教育工作的全面领导",
    "（一）深入学习贯彻。坚持第一议题制度，开展专题培训10场，覆盖率达到100%。",
    "1.完善机制。2.压实责任。①建立台账；②定期通报。",
    "二、推进义务教育优质均衡发展",
    "（一）新增公办学位3万个，普惠性幼儿园在园幼儿占比85%以上。",
    "一是推进集团化办学。二是推进教师交流。",
    "公开方式：主动公开",
]
ROWS = [["表1 主要指标"], ["指标", "单位", "2020年", "2025年"], ["毛入园率", "%", "118.7", "＞100"]]
HOSTILE = [
    "\x1b[31m", "\x00", "\u202e", "\u200b", "\ufeff", "\r", "\x0c", "\u2028", "\ud800", "[/完]",
    "[red]", "第一章 总则", "（二）", "一、", "1.2.3", "99999999999999999999", "１２３", "〇",
    "附件1", "目　录", "<table><tr><td rowspan=99999 colspan=99999>", "</table>",
    "<ol start=999999999>", "<br>" * 50, "<div>" * 300, "&#xD800;&#0;", "<!--", "<![CDATA[",
    "<meta charset=utf-7>", "<script>", "\t" * 40, '<w:numId w:val="99999999"/>',
    '<w:gridSpan w:val="99999"/>', "%1%9%", "<w:p/>" * 20, "]]>", "/Kids [1 0 R]",
    "/Length 999999999", "stream\n", "endobj", "/MediaBox [0 0 0 0]", "1e999 0 Td", '"', '",',
    "|-|-|\n", "# " * 20, "> " * 60, "- " * 60, "`" * 30, "*" * 40, "2021年" * 30,
    "MIME-Version: 1.0\n", "Content-Type: text/html; charset=klingon\n", "--boundary--",
    "=" * 70,
]  # fmt: skip


def corpus() -> dict[str, bytes]:
    """One small sound file of each format, by name."""
    text = "\n".join(LINES)
    docx = as_docx(LINES)
    return {
        "plan.txt": text.encode(),
        "gb.txt": text.encode("gb18030"),
        "big5.txt": "二、推進義務教育優質均衡發展\n（一）新增學位3萬個。\n".encode("big5"),
        "wide.txt": text.encode("utf-16"),
        "plan.md": ("# 标题\n\n" + "\n\n".join(LINES) + "\n\n|a|b|\n|-|-|\n|1|2|\n").encode(),
        "plan.html": as_html(LINES).replace(
            b"</div>", b"<table><tr><th>a<th>b<tr><td rowspan=2>1<td>2<tr><td>3</table></div>", 1
        ),
        "plan.mhtml": as_mhtml(LINES),
        "plan.docx": docx,
        "plan.pdf": as_pdf(LINES, header="页眉", rows=ROWS[1:]),
        "table.csv": as_csv(ROWS),
        "table.xlsx": as_xlsx(ROWS),
        "plan.zip": as_zip({"a.txt": text.encode(), "b.docx": docx, "c/d.csv": as_csv(ROWS)}),
    }


@dataclass
class Outcome:
    """What a run found."""

    inputs: int = 0
    texts: int = 0
    sentences: int = 0
    documents: int = 0
    slowest: float = 0.0
    by_format: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    @property
    def megabytes(self) -> float:
        """Most memory that the process ever had, in MB."""
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak / 1024 if sys.platform != "darwin" else peak / 2**20


def fuzz(inputs: int, *, seconds: float = 3600.0, seed: int = 0) -> Outcome:
    """Read that many damaged files, as many as the time allows."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    outcome, sound, deadline = Outcome(), corpus(), time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder:
        while outcome.inputs < inputs and time.monotonic() < deadline:
            name = chance.choice(list(sound))
            data = damaged(sound[name], chance, sound)
            path = Path(folder, name)
            path.write_bytes(data)
            begun = time.monotonic()
            faulthandler.dump_traceback_later(SECONDS, exit=True)
            for problem in (*check_file(path, outcome), *check_corpus(path, outcome)):
                outcome.faults.append(f"input {outcome.inputs} of seed {seed}, {name}: {problem}")
            faulthandler.cancel_dump_traceback_later()
            outcome.slowest = max(outcome.slowest, time.monotonic() - begun)
            outcome.by_format[name] += 1
            outcome.inputs += 1
            path.unlink()
    return outcome


def check_file(path: Path, outcome: Outcome) -> Iterator[str]:
    """What is wrong with the reading of one file."""
    try:
        found = read_file(path, apart=False)
    except InputError as error:
        outcome.sentences += 1
        yield from check_sentence(error)
        return
    except Exception as error:  # noqa: BLE001 - this is what the run looks for
        yield f"read_file raised {error!r}"
        return
    for each in found:
        if isinstance(each, Problem):
            continue
        outcome.texts += 1
        yield from check_text(each)


def check_sentence(error: InputError) -> Iterator[str]:
    """What is wrong with a refusal."""
    if "\n" in str(error) or UNPRINTABLE.search(str(error)):
        yield f"no sentence: {error!s}"
    trace = error.__cause__.__traceback__ if error.__cause__ else None
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    expected = (EvolveError, OSError, UnicodeError, LookupError, zipfile.BadZipFile, zlib_error)
    if trace is not None and not isinstance(error.__cause__, expected):
        own = "/evolve/" in trace.tb_frame.f_code.co_filename
        if own and "ParserError" not in repr(error.__cause__):
            yield f"our own code raised {error.__cause__!r}"


def check_text(raw: RawText) -> Iterator[str]:
    """What is wrong with a text that was read."""
    pieces = sorted(
        [(line.start, line.end) for line in raw.lines]
        + [(piece.start, piece.end) for piece in raw.discarded]
    )
    if any(start >= end for start, end in pieces):
        yield "an empty line"
    if any(before[1] > after[0] for before, after in pairwise(pieces)):
        yield "lines overlap"
    covered = "".join(raw.text[start:end] for start, end in pieces)
    if "".join(covered.split()) != "".join(raw.text.split()):
        yield "a character is lost"
    if any("\n" in raw.text[line.start : line.end] for line in raw.lines):
        yield "a line holds a line break"
    if UNPRINTABLE.search(raw.text):
        yield "a control character is left"
    for table in raw.tables:
        if len({len(row) for row in table.rows}) > 1:
            yield "rows of a table differ in length"
        if any(not 0 <= start <= end <= len(raw.text) for row in table.rows for start, end in row):
            yield "a cell lies outside the text"


def check_corpus(path: Path, outcome: Outcome) -> Iterator[str]:
    """What is wrong with the reading of a corpus of one file."""
    try:
        found = read_corpus([path], Settings())
    except EvolveError:
        return
    except Exception as error:  # noqa: BLE001 - this is what the run looks for
        yield f"read_corpus raised {error!r}"
        return
    outcome.documents += len(found.documents)
    files = {document.id: document.source.file for document in found.documents}
    for text in found.texts:
        spans = [piece.span for piece in found.discarded if piece.file == text.file]
        spans += [part.span for part in found.sections if files[part.document] == text.file]
        spans += [item.span for item in found.items if files[item.document] == text.file]
        if any(gaps(text.text, spans)):
            yield "the corpus loses a character"


Damage = Callable[[bytes, random.Random, dict[str, bytes]], bytes]


def damaged(data: bytes, chance: random.Random, sound: dict[str, bytes]) -> bytes:
    """Damage a file; a package mostly inside, so that it still opens."""
    if data.startswith(b"PK") and chance.random() < INSIDE:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        weights = [3 if "document" in name or "sheet" in name else 1 for name in parts]
        name = chance.choices(list(parts), weights)[0]
        parts[name] = damaged(parts[name], chance, sound)
        return as_zip(parts)
    for _ in range(chance.choice([1, 1, 2, 5, 20])):
        data = chance.choice(DAMAGES)(data, chance, sound)
    return data


def flip(data: bytes, chance: random.Random, _: dict[str, bytes]) -> bytes:
    """Change one byte."""
    at = chance.randrange(max(len(data), 1))
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def cut(data: bytes, chance: random.Random, _: dict[str, bytes]) -> bytes:
    """Leave out a piece."""
    start, end = piece(data, chance)
    return data[:start] + data[end:]


def end_early(data: bytes, chance: random.Random, _: dict[str, bytes]) -> bytes:
    """Leave out the rest."""
    return data[: chance.randrange(len(data) // 2, len(data) + 1)]


def double(data: bytes, chance: random.Random, _: dict[str, bytes]) -> bytes:
    """Repeat a piece."""
    start, end = piece(data, chance)
    return data[:end] + data[start:end] * chance.choice([1, 2, 10]) + data[end:]


def splice(data: bytes, chance: random.Random, sound: dict[str, bytes]) -> bytes:
    """Put in a piece of another file."""
    other = chance.choice(list(sound.values()))
    start, end = piece(other, chance)
    at = chance.randrange(len(data) + 1)
    return data[:at] + other[start:end] + data[at:]


def poison(data: bytes, chance: random.Random, _: dict[str, bytes]) -> bytes:
    """Put in something hostile, in an encoding that may fit."""
    encoding = chance.choice(["utf-8", "utf-8", "gb18030", "utf-16-le"])
    hostile = chance.choice(HOSTILE).encode(encoding, "ignore")
    at = chance.randrange(len(data) + 1)
    return data[:at] + hostile + data[at:]


def piece(data: bytes, chance: random.Random) -> tuple[int, int]:
    """Start and end of a piece, mostly a short one."""
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + int(chance.paretovariate(0.7)))


DAMAGES: tuple[Damage, ...] = (flip, cut, end_early, double, splice, poison, poison)


def main() -> None:
    """Run and report."""
    parser = argparse.ArgumentParser(description="Feed the readers with damaged files.")
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seconds", type=float, default=3600.0)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    outcome = fuzz(options.inputs, seconds=options.seconds, seed=options.seed)
    for fault in outcome.faults[:20]:
        print(fault)
    print(f"{outcome.inputs} inputs: {dict(sorted(outcome.by_format.items()))}")
    print(f"{outcome.texts} texts, {outcome.sentences} refusals, {outcome.documents} documents")
    print(f"slowest {outcome.slowest:.2f} s, most memory {outcome.megabytes:.0f} MB")
    print(f"{len(outcome.faults)} faults")
    sys.exit(bool(outcome.faults) or outcome.megabytes > MEGABYTES)


if __name__ == "__main__":
    main()
