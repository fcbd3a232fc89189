"""Whatever a library does with a hostile file, the user reads one sentence."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from evolve.errors import EvolveError, InputError
from evolve.reading.formats.inert import inert

__all__ = ["library"]


@contextmanager
def library(file: str, what: str) -> Iterator[None]:
    """Turn any error of the code inside, which calls a library, into one sentence.

    Its warnings are dropped: they speak to programmers about files that users were given.

    Args:
        file: name of the file that is read.
        what: what the file should be, such as ``Word document``.

    Raises:
        InputError: the library raised anything at all.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except (EvolveError, MemoryError):
        raise
    except Exception as error:
        reason = " ".join(inert(str(error))[0].split())[:80] or type(error).__name__
        raise InputError(
            f"{file}: no {what} that can be read ({reason}); save it again or convert it."
        ) from error
