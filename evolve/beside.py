"""Work in a second process, a copy of this one, while this one does something else.

On Linux a process is copied in a few milliseconds, with all that it has loaded and read. That is
done where a processor is to spare and this process has one thread, so that no lock is copied
while another thread holds it. Anywhere else the work is done here, when it is asked for.
"""

import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO, TypeVar, cast

from evolve.errors import InputError
from evolve.progress import Progress

__all__ = ["beside"]

T = TypeVar("T")


@contextmanager
def beside(
    work: Callable[[Progress], T], *, useful: bool = True
) -> Iterator[Callable[[Progress], T]]:
    """Begin to work; what is called in the end gives the result, and raises what it raises.

    Args:
        work: Told whom to tell its progress, as is what is called in the end; its result can be
            pickled.
        useful: Whether a copy would save time.
    """
    if not (useful and _copies_well()):
        yield work
        return
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(receiving)
            _answer(sending, work)
        finally:
            os._exit(0)  # nothing else of the copied program goes on
    os.close(sending)
    with os.fdopen(receiving, "rb") as answers:
        try:
            yield cast("Callable[[Progress], T]", partial(_received, answers))
        finally:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def _copies_well() -> bool:
    """Whether a copy of this process works as well, and beside it rather than in turns."""
    if sys.platform != "linux" or len(os.sched_getaffinity(0)) == 1:
        return False
    try:
        return len(list(Path("/proc/self/task").iterdir())) == 1
    except OSError:  # nothing is mounted there
        return False


def _answer(sending: int, work: Callable[[Progress], T]) -> None:
    """Send each step, and last the result or the error."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other process decides what ends
    with os.fdopen(sending, "wb") as answers:

        def tell(*step: object) -> None:
            pickle.dump(("step", step), answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()

        try:
            answer: tuple[str, object] = ("result", work(tell))
        except Exception as error:  # noqa: BLE001 - it is raised over there
            answer = ("error", error)
        pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)


def _received(answers: BinaryIO, progress: Progress) -> object:
    """Wait for the result."""
    while True:
        try:
            kind, answer = pickle.load(answers)  # noqa: S301 - from a copy of this process, over a pipe of their own
        except (EOFError, pickle.UnpicklingError) as error:
            raise InputError(
                "a copy of this program broke off or ran out of memory; give fewer files"
            ) from error
        if kind == "error":
            raise answer
        if kind == "result":
            return cast("object", answer)
        progress(*answer)
