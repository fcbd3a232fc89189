"""Zip files, and the formats that are zip files inside, within bounds."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from evolve.errors import InputError
from evolve.reading.formats import limits

__all__ = ["check_package", "opened"]

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
