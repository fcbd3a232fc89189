"""Naming things by their content."""

from collections.abc import Iterable
from hashlib import sha256

__all__ = ["digest_of"]


def digest_of(parts: Iterable[str | bytes]) -> str:
    """Hash of texts and bytes, each with its length, so that no two lists look the same."""
    digest = sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()
