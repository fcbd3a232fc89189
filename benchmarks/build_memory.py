"""Memory and time of whole builds, from files to the timeline, as the number of issuers grows.

Each issuer has 20 plans of 20 items, as text files; documents come from the seeded generator
beside this. A build keeps all links and threads until the timeline is written, so its memory
grows with them.

    python benchmarks/build_memory.py            # 1, 4 and 16 issuers
    python benchmarks/build_memory.py --set reach=3 4
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from generate import documents

YEARS, ITEMS, FIRST_YEAR = 20, 20, 2005
NAMES = [f"{first}{second}市" for first in "青云清永泰" for second in "州阳城陵溪山川林原湖"]


def write(folder: Path, issuers: int) -> None:
    """Write the plans of some issuers as text files."""
    for issuer, name in enumerate(NAMES[:issuers]):
        for year, texts in enumerate(documents(YEARS, ITEMS, issuer=issuer), FIRST_YEAR):
            points = "".join(f"{number}. {text}\n" for number, text in enumerate(texts, 1))
            plan = f"{name}教育局{year}年工作要点\n\n{points}"
            (folder / f"{issuer}-{year}.txt").write_text(plan, encoding="utf-8")


def measure(issuers: int, settings: list[str]) -> str:
    """Build once and tell in a line what it took."""
    with TemporaryDirectory() as name:
        write(Path(name), issuers)
        output = Path(name) / "timeline.json"
        command = [sys.executable, "-m", "evolve", "build", name, "--jobs", "2", "-o", str(output)]
        command += [part for setting in settings for part in ("--set", setting)]
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        size = output.stat().st_size
        made = json.loads(output.read_bytes())
    items, links = len(made["items"]), len(made["links"])
    return (
        f"{issuers:7}{len(made['documents']):11}{items:8,}{links:11,}"
        f"{used.ru_utime + used.ru_stime:9.1f} s{used.ru_maxrss / 1024:9.0f} MiB"
        f"{size / 2**20:7.0f} MiB"
    )


def main() -> None:
    """Print a line for each number of issuers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("issuers", nargs="*", type=int, default=[1, 4, 16])
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE")
    given = parser.parse_args()
    print("issuers  documents   items      links  processor    largest   timeline")
    for count in given.issuers:
        print(measure(count, given.set), flush=True)


if __name__ == "__main__":
    main()
