"""A bound of time for what reads one file."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread

from evolve.errors import InputError

__all__ = ["within"]


@contextmanager
def within(seconds: float, file: str) -> Iterator[None]:
    """Give up on a file when the time is over.

    Only the main thread of a program can be interrupted, and not on Windows; elsewhere nothing
    happens. Readers of foreign formats have their own bound, which counts everywhere.

    Args:
        seconds: time for the code inside.
        file: name for the message.

    Raises:
        InputError: the time is over.
    """
    if current_thread() is not main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def late(*_: object) -> None:
        raise InputError(f"{file}: not read within {seconds:g} seconds; split it.")

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
