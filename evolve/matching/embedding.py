"""Sentence embeddings, where a user brings a model of their own.

Never needed and never downloaded: the model is a folder on this machine, such as model2vec
writes it with ``save_pretrained``.
"""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import numpy as np

from evolve.errors import InputError, SettingsError
from evolve.matching.vectors import Floats

__all__ = ["Embedding", "load_embedding"]

Embedding = Callable[[Sequence[str]], Floats]
"""Texts to rows of length one."""


@cache
def load_embedding(path: str) -> Embedding:
    """Load a static embedding model (model2vec).

    Raises:
        SettingsError: the extra ``embeddings`` is not installed.
        InputError: there is no model in this folder.
    """
    try:
        from model2vec import StaticModel
    except ImportError as error:
        raise SettingsError(
            "embedding: install policy-evolve[embeddings], which brings model2vec"
        ) from error
    if not Path(path).is_dir():
        raise InputError(f"{path}: no folder with an embedding model; none is ever downloaded")
    try:
        model = StaticModel.from_pretrained(path)
    except Exception as error:
        raise InputError(f"{path}: no model that model2vec can load: {error}") from error

    def embed(texts: Sequence[str]) -> Floats:
        rows = np.asarray(model.encode(list(texts)), dtype=np.float64).reshape(len(texts), -1)
        length = np.linalg.norm(rows, axis=1, keepdims=True)
        return np.asarray(rows / np.where(length > 0, length, 1))

    return embed
