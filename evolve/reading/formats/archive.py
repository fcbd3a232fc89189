"""Zip files, and the formats that are zip files inside, within bounds."""

from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error

from evolve.errors import InputError
from evolve.reading.formats import limits
from evolve.reading.formats.inert import inert

__all__ = ["check_package", "members_of", "opened"]

_UTF8 = 0x800
"""Flag of a member whose name is UTF-8."""
_SMALL = 2**20
"""Bytes up to which the ratio of packing says nothing."""


def opened(data: bytes, file: str) -> ZipFile:
    """Open an archive whose members together are not too large.

    The sizes that an archive declares can be trusted this far: nothing is unpacked beyond them.

    Raises:
        InputError: it is damaged, or it would unpack to more than the limits.
    """
    try:
        archive = ZipFile(BytesIO(data))
        members = archive.infolist()
    except (BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise InputError(f"{file}: a damaged archive; make it again.") from error
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
    with opened(data, file) as archive:
        size = sum(member.file_size for member in archive.infolist())
        limits.check_size(size, limits.PACKAGE_BYTES, file, "bytes when unpacked")
        for member in archive.infolist():
            if member.flag_bits & 1:
                raise InputError(f"{file}: protected by a password; save it without one.")
            if member.filename.endswith((".xml", ".rels")):
                try:
                    head = archive.open(member).read(4096)
                except (BadZipFile, NotImplementedError, OSError, EOFError, ValueError) as error:
                    raise InputError(f"{file}: damaged inside; save it again.") from error
                if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
                    raise InputError(f"{file}: declares entities, which no office program writes.")


def members_of(data: bytes, file: str) -> Iterator[tuple[str, bytes | None]]:
    """All files in an archive, by name.

    Yields:
        Name inside the archive, and the bytes, or None where it cannot be unpacked.

    Raises:
        InputError: as :func:`opened`.
    """
    with opened(data, file) as archive:
        for member in sorted(archive.infolist(), key=_name):
            if not member.is_dir():
                try:
                    yield _name(member), archive.read(member)
                except (BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, error):
                    yield _name(member), None


def _name(member: ZipInfo) -> str:
    """Name of a member: Chinese Windows writes it in GB18030 and does not say so."""
    name = member.filename
    if not member.flag_bits & _UTF8:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("gb18030")
    parts = PurePosixPath(inert(name)[0].replace("\\", "/")).parts
    return "/".join(part for part in parts if part not in {"/", "..", "."})
