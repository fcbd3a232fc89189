"""Time the main job as whole processes, as ratios within one run.

    python benchmarks/startup.py [RUNS]

Prints how long ``evolve build seeds`` takes against the bare import of its libraries, and how
long the browser takes to show its first screen of the seeds against an empty Textual app plus
the build. Each figure is the median of RUNS (5) runs in turn, after one that is not counted and
writes the byte code of every module.
"""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
IMPORTS = "import pydantic, numpy, scipy.sparse, rapidfuzz"
EMPTY_APP = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("ready")
Empty().run()
"""
ESCAPE = re.compile(rb"\x1b(\[[0-?]*[ -/]*[@-~]|[^\[])")
LIMIT = 60.0


def seconds(*arguments: str) -> float:
    """Wall time of a whole process."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def seconds_to_screen(mark: str, *arguments: str) -> float:
    """Time until ``mark`` stands on the screen of a program in a terminal of 120 x 40."""
    begun = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        environment = {**os.environ, "TERM": "xterm-256color"}
        os.execve(sys.executable, [sys.executable, *arguments], environment)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    try:
        return _wait(terminal, mark.encode(), begun)
    finally:
        os.kill(child, 9)
        os.waitpid(child, 0)
        os.close(terminal)


def _wait(terminal: int, mark: bytes, begun: float) -> float:
    seen = b""
    while time.perf_counter() - begun < LIMIT:
        if select.select([terminal], [], [], 1.0)[0]:
            seen += _read(terminal)
            if mark in ESCAPE.sub(b"", seen):
                return time.perf_counter() - begun
    raise TimeoutError(f"{mark.decode()} did not appear")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1 << 16)
    except OSError as error:
        raise RuntimeError("the program ended before its first screen") from error


def main() -> None:
    """Print both ratios."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    os.chdir(ROOT)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    build = ("-m", "evolve", "build", "seeds", "-o", "-")
    figures: dict[str, list[float]] = {"import": [], "build": [], "empty app": [], "browser": []}
    for _ in range(runs + 1):
        figures["import"].append(seconds("-c", IMPORTS))
        figures["build"].append(seconds(*build))
        figures["empty app"].append(seconds_to_screen("ready", "-c", EMPTY_APP))
        figures["browser"].append(seconds_to_screen("广州", "-m", "evolve", "browse", "seeds"))
    middle = {name: median(times[1:]) for name, times in figures.items()}
    for name, value in middle.items():
        print(f"{name:<10} {value:6.2f} s")
    print(f"build / import: {middle['build'] / middle['import']:.2f} (at most 4)")
    allowed = middle["empty app"] + middle["build"]
    print(f"browser / (empty app + build): {middle['browser'] / allowed:.2f} (at most 1.5)")


if __name__ == "__main__":
    main()
