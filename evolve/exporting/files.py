"""Files that are there whole or not at all."""

import os
import tempfile
from pathlib import Path

from evolve.errors import InputError

__all__ = ["write_whole"]


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place and rename it, so that an interruption leaves the old one.

    What a link leads to is replaced, not the link; a device or a pipe is written to as it is.

    Raises:
        InputError: the folder is missing or may not be written to.
    """
    temporary = None
    try:
        if path.exists() and not path.is_file():
            with path.open("wb", buffering=0) as device:
                device.write(data)
            return
        path = path.resolve()
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
    except OSError as error:
        message = f"{path}: cannot be written ({error.strerror}); name another file"
        raise InputError(message) from error
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)


def _mode(path: Path) -> int:
    """The mode of the file that is replaced, or what the umask gives a new one."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
