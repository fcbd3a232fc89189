"""Zip files, and the formats that are zip files inside, within bounds."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZipFile, ZipInfo

from evolve.errors import InputError
from evolve.reading.formats import limits
from evolve.reading.formats.guard import library
from evolve.reading.formats.inert import inert

__all__ = ["check_package", "members_of", "opened"]

_ENCRYPTED = 0x1
"""Flag of a member with a password."""
_UTF8 = 0x800
"""Flag of a member whose name is UTF-8."""
_SMALL = 2**20
"""Bytes up to which the ratio of packing says nothing."""


def opened(data: bytes, file: str, kind: str = "archive") -> ZipFile:
    """Open an archive whose members together are not too large; ``kind`` is its name for users.

    The sizes that an archive declares can be trusted this far: nothing is unpacked beyond them.

    Raises:
        InputError: it is damaged, or it would unpack to more than the limits.
    """
    with library(file, kind):
        archive = ZipFile(BytesIO(data))
        members = archive.infolist()
    limits.check_size(len(members), limits.MEMBERS, file, "members")
    size = sum(member.file_size for member in members)
    limits.check_size(size, limits.UNPACKED_BYTES, file, "bytes when unpacked")
    packed = sum(member.compress_size for member in members)
    if size > _SMALL and size > limits.RATIO * max(packed, 1):
        raise InputError(f"{file}: packed so densely that it can only be a trap; it is not opened.")
    return archive


def check_package(data: bytes, file: str) -> None:
    """Refuse an office document that is no sound archive, is a trap, or declares entities.

    Raises:
        InputError: it is one of these.
    """
    with opened(data, file, "office document") as archive:
        size = sum(member.file_size for member in archive.infolist())
        limits.check_size(size, limits.PACKAGE_BYTES, file, "bytes when unpacked")
        for member in archive.infolist():
            if member.flag_bits & _ENCRYPTED:
                raise InputError(f"{file}: protected by a password; save it without one.")
            if member.filename.endswith((".xml", ".rels")):
                with library(file, "office document"), archive.open(member) as part:
                    head = part.read(4096)
                if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
                    raise InputError(f"{file}: declares entities, which no office program writes.")


def members_of(data: bytes, file: str) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """All files in an archive, by name.

    Yields:
        Name inside the archive, and a function that unpacks the file or raises ``InputError``.

    Raises:
        InputError: as :func:`opened`.
    """
    with opened(data, file) as archive:
        times: Counter[str] = Counter()
        for member in sorted(archive.infolist(), key=_name):
            if not member.is_dir():
                name = _name(member)
                times[name] += 1
                yield _again(name, times[name]), partial(_unpacked, archive, member, file)


def _again(name: str, times: int) -> str:
    """Name of a member that is there several times: 2021 (2).txt."""
    path = PurePosixPath(name)
    return (
        name
        if times == 1 or not name
        else str(path.with_name(f"{path.stem} ({times}){path.suffix}"))
    )


def _unpacked(archive: ZipFile, member: ZipInfo, file: str) -> bytes:
    name = f"{file}/{_name(member)}"
    if member.flag_bits & _ENCRYPTED:
        raise InputError(f"{name}: protected by a password; pack it without one.")
    with library(name, "member of an archive"):
        return archive.read(member)


def _name(member: ZipInfo) -> str:
    """Name of a member: Chinese Windows writes it in GB18030 and does not say so."""
    name = member.filename
    if not member.flag_bits & _UTF8:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("gb18030")
    parts = PurePosixPath(inert(name)[0].replace("\\", "/")).parts
    return "/".join(part for part in parts if part not in {"/", "..", "."})
