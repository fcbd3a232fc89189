"""The program ``evolve``: whatever ends it, Ctrl-C or a full disk, it never ends in a traceback."""

import atexit
import os
import sys
import threading
from pathlib import Path
from signal import SIGINT
from typing import IO, Any

__all__ = ["main"]


def main() -> None:
    """Run the command line; end with 130 when Ctrl-C came before a command could hear it."""
    _open_streams()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: idle threads of it spin
    try:
        from evolve.cli import main as commands

        commands()
    except KeyboardInterrupt:
        sys.stderr.write("evolve: interrupted\n")
        sys.exit(128 + SIGINT)
    except OSError as error:
        _refuse(error)
    except SystemExit as end:
        if isinstance(end.code, int):
            _leave(end.code)
        raise


def _open_streams() -> None:
    """Put nothing in the place of standard streams that whoever started this has closed."""
    sys.stdin = sys.stdin or _nothing("r")
    sys.stdout = sys.stdout or _nothing("w")
    sys.stderr = sys.stderr or _nothing("w")


def _nothing(mode: str) -> IO[Any]:
    return Path(os.devnull).open(mode, encoding="utf-8")


def _refuse(error: OSError) -> None:
    """Tell what the system does not let this program do, such as to write to a full disk."""
    sys.stderr.write(f"evolve: {error.filename or 'standard output'}: {error.strerror}\n")
    _leave(2)
    sys.exit(2)


def _leave(status: int) -> None:
    """End at once: the system frees all memory faster than Python takes a timeline apart."""
    if threading.active_count() > 1:
        return
    atexit._run_exitfuncs()  # noqa: SLF001 - they run now, for what follows skips them
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError as error:
        sys.stderr.write(f"evolve: standard output: {error.strerror}\n")
        status = 2
    os._exit(status)


if __name__ == "__main__":
    main()
