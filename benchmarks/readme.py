"""Put what the commands print into the examples of README.md.

    python benchmarks/readme.py [--check]

An example is a ``console`` block: a line ``$ evolve ...`` and the beginning of what it prints;
a last line ``…`` stands for the rest. The number of lines shown stays as it is. With
``--check`` nothing is written, and the exit code is 1 where an example is not true.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"(?<=```console\n)\$ (?P<command>[^\n]+)\n(?P<shown>.*?)(?=```)", re.DOTALL)
COLUMNS = 100


def printed(command: str, folder: Path) -> list[str]:
    """What a command prints in a folder with the seeds, their timeline and the readings."""
    program, *arguments = command.split()
    run = subprocess.run(
        [sys.executable, "-m", program, *arguments],
        cwd=folder,
        env={**os.environ, "COLUMNS": str(COLUMNS), "LC_ALL": "C.UTF-8", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return [line.rstrip() for line in run.stdout.splitlines()]


def updated(text: str) -> str:
    """The text with all its examples true."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for needed in ("seeds", "tests/readings", "benchmarks/readings"):
            shutil.copytree(ROOT / needed, folder / needed)
        printed("evolve build seeds", folder)

        def example(block: re.Match[str]) -> str:
            lines, count = printed(block["command"], folder), block["shown"].count("\n")
            if len(lines) > count:
                lines = [*lines[: count - 1], "…"]
            return "\n".join([f"$ {block['command']}", *lines, ""])

        return BLOCK.sub(example, text)


def main() -> int:
    """Write README.md, or check it."""
    old = README.read_text(encoding="utf-8")
    new = updated(old)
    if "--check" not in sys.argv:
        README.write_text(new, encoding="utf-8")
    elif new != old:
        sys.stderr.write("README.md: an example is not true; run: make docs\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
