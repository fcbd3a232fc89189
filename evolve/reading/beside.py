"""Reading in a second process, while this one loads the libraries of the later steps.

Reading needs none of numpy, scipy and rapidfuzz, and to load these takes as long as to read a
handful of documents. The two are done at once where the system can copy a process cheaply and
safely: on Linux, with a processor to spare, before those libraries and their threads are there.
"""

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from evolve.errors import InputError
from evolve.model import Corpus
from evolve.progress import Progress
from evolve.settings import Settings

__all__ = ["reading_beside"]


@contextmanager
def reading_beside(
    paths: Sequence[Path], settings: Settings, progress: Progress
) -> Iterator[Callable[[], Corpus]]:
    """Begin to read; what is called in the end gives the corpus, and raises what reading raises.

    Args:
        paths: As for :func:`evolve.reading.read_corpus`.
        settings: As there.
        progress: As there; told when the corpus is asked for.
    """
    if not _copies_well():
        yield lambda: _read(paths, settings, progress)
        return
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(receiving)
            _answer(sending, paths, settings)
        finally:
            os._exit(0)  # nothing else of the copied program goes on
    os.close(sending)
    with os.fdopen(receiving, "rb") as answers:
        try:
            yield lambda: _received(answers, progress)
        finally:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def _copies_well() -> bool:
    """Whether a copy of this process can read faster than this process itself."""
    return (
        sys.platform == "linux"
        and len(os.sched_getaffinity(0)) > 1
        and threading.active_count() == 1
        and "numpy" not in sys.modules
    )


def _read(paths: Sequence[Path], settings: Settings, progress: Progress) -> Corpus:
    from evolve.reading.corpus import read_corpus

    return read_corpus(paths, settings, progress=progress)


def _answer(sending: int, paths: Sequence[Path], settings: Settings) -> None:
    """Send each step, and last the corpus or the error."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other process decides what ends
    with os.fdopen(sending, "wb") as answers:

        def tell(*step: object) -> None:
            pickle.dump(step, answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()

        try:
            answer: Corpus | Exception = _read(paths, settings, tell)
        except Exception as error:  # noqa: BLE001 - it is raised over there
            answer = error
        pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)


def _received(answers: BinaryIO, progress: Progress) -> Corpus:
    """Wait for the corpus."""
    while True:
        try:
            answer = pickle.load(answers)  # noqa: S301 - a copy of this process
        except EOFError as error:
            raise InputError("reading broke off or ran out of memory; give fewer files") from error
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, Corpus):
            return answer
        progress(*answer)
