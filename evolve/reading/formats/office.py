"""Formats that only an office program reads, converted by LibreOffice where it is installed."""

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from evolve.errors import InputError
from evolve.reading.formats import limits
from evolve.reading.formats.base import RawText

__all__ = ["converted", "of_original"]

_PROGRAMS = ("soffice", "libreoffice")

_FILTERS = {"docx": "MS Word 2007 XML", "xlsx": "Calc MS Excel 2007 XML"}
_KINDS = frozenset(("doc", "wps", "rtf", "odt", "xls", "et", "ods"))

_SECURITY = {
    "DisableMacrosExecution": "true",
    "MacroSecurityLevel": "3",
    "DisableActiveContent": "true",
    "BlockUntrustedRefererLinks": "true",
}
"""What keeps a document from running anything and from loading what it links to."""

_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + "".join(
        '<item oor:path="/org.openoffice.Office.Common/Security/Scripting">'
        f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for name, value in _SECURITY.items()
    )
    + "</oor:items>"
)


def of_original(raw: RawText, data: bytes, default: str) -> RawText:
    """Name the file that was converted as the source of a text.

    Args:
        raw: what was read after the conversion.
        data: the bytes before it.
        default: the format, if the name of the file tells none.
    """
    suffix = PurePosixPath(raw.file).suffix.lower().removeprefix(".")
    kind = suffix if suffix in _KINDS else default
    notice = "It was converted by LibreOffice before it was read."
    return replace(
        raw, sha256=sha256(data).hexdigest(), format=kind, notices=(notice, *raw.notices)
    )


def converted(data: bytes, file: str, target: str) -> bytes:
    """Convert a file in a folder of its own, with a profile that forbids macros and links.

    Args:
        data: the file's bytes.
        file: name for messages.
        target: ``docx`` or ``xlsx``.

    Raises:
        InputError: LibreOffice is not installed, cannot read the file, or takes too long.
    """
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise InputError(
            f"{file}: read with the help of LibreOffice, which is not installed; "
            f"install it or save the file as .{target}."
        )
    with TemporaryDirectory(prefix="evolve-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / "document.in"
        source.write_bytes(data)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_PROFILE, encoding="utf-8")
        _run([program, *_options(folder, target), str(source)], file)
        result = folder / f"document.{target}"
        if not result.is_file():
            raise InputError(f"{file}: LibreOffice cannot read it; save it as .{target}.")
        limits.check_size(result.stat().st_size, limits.FILE_BYTES, file, "bytes when converted")
        return result.read_bytes()


def _options(folder: Path, target: str) -> list[str]:
    return [
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--convert-to",
        f"{target}:{_FILTERS[target]}",
        "--outdir",
        str(folder),
    ]


def _run(command: Sequence[str], file: str) -> None:
    """Run a program and everything it starts, no longer than the limit."""
    process = subprocess.Popen(  # noqa: S603 - the program that the user installed, no shell
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(limits.CONVERSION_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise InputError(f"{file}: LibreOffice did not convert it in time; split it.") from error
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
