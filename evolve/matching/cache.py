"""Links of blocks that were worked out before, kept by content.

The key of a block is a hash of everything that bears on its links: the texts and ids of both
documents and of those that relatedness is learned from, their measures and embeddings, the
lexicon, the weights, the settings of matching and the program that matches. Nothing can be stale,
and the folder may be deleted at any time.
"""

import json
import os
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from evolve.matching.block import Block
from evolve.matching.hashing import digest_of
from evolve.model import Link, json_value
from evolve.settings import Settings

__all__ = ["LinkCache"]

_Links = TypeAdapter(tuple[Link, ...])


class LinkCache:
    """A folder of links, one file a block, all made with one lexicon (its digest)."""

    def __init__(self, folder: Path, lexicon: str) -> None:
        self._folder = folder
        self._lexicon = lexicon

    def key(self, block: Block) -> str:
        """Name a block by its content."""
        documents = (block.source, block.target)
        return digest_of(
            [
                _program(),
                _written(block.settings),
                block.models.model_dump_json(),
                self._lexicon,
                block.relation,
                *(side.digest for side in (*documents, *block.background.documents)),
            ]
        )

    def load(self, block: Block) -> Sequence[Link] | None:
        """Give the links of a block, or null if it has not been kept whole."""
        try:
            return _Links.validate_json(self._path(block).read_bytes())
        except (OSError, ValidationError):
            return None

    def save(self, block: Block, links: Sequence[Link]) -> None:
        """Keep the links of a block; a folder that cannot be written to keeps nothing."""
        data = json.dumps([_exact(link) for link in links], ensure_ascii=False).encode()
        path = self._path(block)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).replace(path)
        except OSError:
            return

    def _path(self, block: Block) -> Path:
        key = self.key(block)
        return self._folder / key[:2] / f"{key}.json"


@cache
def _program() -> str:
    """Hash of the code that makes links; it may change while the version stays."""
    evolve = files("evolve")
    modules = [evolve / "duties.py", *(evolve / "matching").iterdir()]
    code = sorted(file.read_bytes() for file in modules if file.name.endswith(".py"))
    return digest_of([version("policy-evolve"), *code])


def _written(settings: Settings) -> str:
    """The settings that bear on links."""
    values = asdict(settings)
    del values["as_of"], values["encoding"], values["peers"], values["reach"]
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _exact(link: Link) -> dict[str, Any]:
    """A link with all digits of its numbers, which the export rounds."""
    exact = {"score": link.score, "signals": dict(link.signals)}
    return {**json_value(link), **exact}
