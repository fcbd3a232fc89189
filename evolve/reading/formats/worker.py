"""The process that reads files for another one; see :mod:`evolve.reading.formats.apart`."""

import os
import pickle
import signal
import sys
from contextlib import suppress
from typing import BinaryIO

from evolve.errors import EvolveError
from evolve.reading.formats import limits
from evolve.reading.formats.apart import Request
from evolve.reading.formats.base import RawText
from evolve.reading.formats.read import reader_named

__all__ = ["main"]


def main() -> None:
    """Read what is asked for until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other process decides what ends
    with os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints is no answer
        with suppress(EOFError, BrokenPipeError):
            while True:
                _answer(sys.stdin.buffer, answers)


def _answer(requests: BinaryIO, answers: BinaryIO) -> None:
    request: Request = pickle.load(requests)  # noqa: S301 - the process that started this one
    limits.set_current(request.limits)
    _bound()
    answer = _read(request)
    pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
    answers.flush()


def _read(request: Request) -> RawText | str:
    """Give the text of a file, or the sentence that refuses it."""
    reader = reader_named(request.reader)
    try:
        return reader(request.data, file=request.file, encoding=request.encoding)
    except EvolveError as error:
        return str(error)
    except MemoryError:
        return f"{request.file}: it takes more memory than a file may; split it or convert it."


def _bound() -> None:
    """Bound the memory, and the time, which counts even if the other process is gone."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY_BYTES, limits.MEMORY_BYTES))
        used = resource.getrusage(resource.RUSAGE_SELF)
        seconds = int(used.ru_utime + used.ru_stime + limits.SECONDS) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main()
