"""Readers in a process of their own, so that no file can hold up or bring down the program.

The libraries for PDF, web pages and office files are written in C or meet input that was made
to break them: one may loop, crash or fill the memory. Here each such file has a time and a
memory, after which its process is ended; the next file gets a new one.
"""

import atexit
import os
import pickle
import subprocess
import sys
from contextlib import suppress
from datetime import date
from threading import Event, Lock, Timer
from typing import Any, NamedTuple

from evolve.errors import InputError
from evolve.reading.formats import limits
from evolve.reading.formats.base import Discard, Grid, Line, RawText

__all__ = ["Request", "read_apart"]


_ANSWERS = {
    (kind.__module__, kind.__qualname__): kind for kind in (RawText, Line, Grid, Discard, date)
}
"""All that an answer consists of, beside text and numbers."""

_MALFORMED = (pickle.PickleError, AttributeError, ImportError, IndexError, TypeError, ValueError)
"""What an answer that is none may raise."""


class Request(NamedTuple):
    """What the process is asked to read."""

    reader: str
    """Module and name of the reader, as in ``pdf:read_pdf``."""
    data: bytes
    file: str
    encoding: str | None
    limits: dict[str, float]
    """The limits of the asking process."""


def read_apart(reader: str, data: bytes, *, file: str, encoding: str | None) -> RawText:
    """Read a file in another process.

    Args:
        reader: module and name of the reader, as in ``pdf:read_pdf``.
        data: the file's bytes.
        file: name for messages.
        encoding: as for the reader.

    Raises:
        InputError: the reader refuses the file, takes too long or too much, or breaks down.
    """
    with _LOCK:
        return _PROCESS.ask(Request(reader, data, file, encoding, limits.current()))


class _Process:
    """The process, started when there is something to read and kept from file to file."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, request: Request) -> RawText:
        """Have a file read; whatever goes wrong, no process is left behind."""
        process = self._process = self._process or _started(request.file)
        late = Event()

        def give_up() -> None:
            late.set()
            process.kill()

        timer = Timer(limits.SECONDS, give_up)
        timer.start()
        try:
            answer = _exchanged(process, request)
        except (OSError, EOFError, *_MALFORMED) as error:
            self.end()
            raise InputError(_failure(request.file, late=late.is_set())) from error
        except BaseException:
            self.end()
            raise
        finally:
            timer.cancel()
        if isinstance(answer, RawText):
            return answer
        if isinstance(answer, str):
            raise InputError(answer)
        self.end()
        raise InputError(_failure(request.file, late=False))

    def end(self) -> None:
        """End the process at once."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            with process, suppress(OSError):
                process.wait()


_PROCESS, _LOCK = _Process(), Lock()
atexit.register(_PROCESS.end)


def _started(file: str) -> "subprocess.Popen[bytes]":
    """Start it with the modules of this process, and none of the folder that it runs in."""
    paths = os.pathsep.join(path for path in sys.path if path)
    try:
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "evolve.reading.formats.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": paths},
        )
    except OSError as error:
        message = f"{file}: no process to read it could be started ({error.strerror}); try again."
        raise InputError(message) from error


def _exchanged(process: "subprocess.Popen[bytes]", request: Request) -> object:
    requests, answers = process.stdin, process.stdout
    if requests is None or answers is None:
        raise EOFError
    pickle.dump(request, requests, pickle.HIGHEST_PROTOCOL)
    requests.flush()
    return _Answers(answers).load()


class _Answers(pickle.Unpickler):
    """Unpickles texts and nothing else: a file may have taken over the process that read it."""

    def find_class(self, module: str, name: str) -> Any:
        """Give one of the classes of an answer; any other global is refused."""
        try:
            return _ANSWERS[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of an answer") from None


def _failure(file: str, *, late: bool) -> str:
    if late:
        return f"{file}: not read within {limits.SECONDS:g} seconds; split it or convert it."
    return f"{file}: its reader broke down or ran out of memory; save it again or convert it."
