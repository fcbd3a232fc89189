"""Make reference readings: which pairs to show, the answers, and how far two readers agree."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Literal

import numpy as np
from pydantic import ValidationError

from evolve.errors import FormatError, InputError
from evolve.matching.block import Block, Scored, score_block
from evolve.matching.blocks import blocks
from evolve.model import Corpus, Frozen
from evolve.settings import Settings

__all__ = ["Answer", "Labels", "agreement", "load_labels", "queue", "save_labels"]

Choice = Literal["core", "part", "no", "unsure"]
Picked = Literal["informative", "random"]


class Answer(Frozen):
    """What one reader says of one pair of items."""

    a: str
    b: str
    answer: Choice
    picked: Picked
    """Why the pair was shown; only random ones tell how often links occur."""


class Labels(Frozen):
    """The answers of one reader for two documents."""

    a_document: str
    b_document: str
    reader: str = ""
    answers: tuple[Answer, ...] = ()


def queue(
    corpus: Corpus, settings: Settings, documents: tuple[str, str], seed: int = 0
) -> Iterator[tuple[str, str, Picked]]:
    """Name pairs of items to show, informative and random ones in turn.

    Informative pairs are those that the program is least sure of (uncertainty sampling, Lewis &
    Gale 1994); random ones keep the answers from being a picture of the program's own doubts.

    Raises:
        InputError: one of the documents is not there, or the two are not compared.
    """
    if unknown := [name for name in documents if name not in corpus.document]:
        known = ", ".join(sorted(corpus.document))
        raise InputError(f"{unknown[0]}: no document has this id; there are {known}")
    both = set(documents)
    block = next(blocks(corpus, settings, lambda one, other: {one.id, other.id} == both), None)
    if block is None:
        message = "not compared with each other (settings reach and peers)"
        raise InputError(f"{documents[0]} and {documents[1]}: {message}")
    return _shown(block, seed)


def _shown(block: Block, seed: int) -> Iterator[tuple[str, str, Picked]]:
    doubtful = _doubtful(score_block(block))
    shuffled = [(i, j) for i in range(len(block.source)) for j in range(len(block.target))]
    Random(seed).shuffle(shuffled)  # noqa: S311 - a sample, not a secret
    shown: set[tuple[int, int]] = set()
    for k in range(max(len(doubtful), len(shuffled))):
        turns: tuple[tuple[Picked, list[tuple[int, int]]], ...]
        turns = (("informative", doubtful), ("random", shuffled))
        for why, ranked in turns:
            if k < len(ranked) and ranked[k] not in shown:
                shown.add(ranked[k])
                row, column = ranked[k]
                yield block.source.ids[row], block.target.ids[column], why


def _doubtful(scored: Scored) -> list[tuple[int, int]]:
    """Candidates by how near their probability is to one half."""
    order = np.argsort(np.abs(scored.score - 0.5), kind="stable")
    found = scored.candidates
    return list(zip(found.source[order].tolist(), found.target[order].tolist(), strict=True))


def load_labels(path: Path) -> Labels:
    """Read the answers of one reader.

    Raises:
        InputError: the file cannot be read.
        FormatError: it holds no answers.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        data.pop("links", None)
        return Labels.model_validate(data)
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: no answers can be read here: {error}") from error
    except (ValueError, AttributeError, ValidationError) as error:
        raise FormatError(f"{path}: no file of answers, as evolve label writes it") from error


def save_labels(labels: Labels) -> bytes:
    """Write answers as a reference reading: its ``links`` are the pairs that were drawn."""
    links = [
        {"a": one.a, "b": one.b, "agreed": one.answer != "unsure", "strength": one.answer}
        for one in labels.answers
        if one.answer != "no"
    ]
    data = {**labels.model_dump(mode="json"), "links": links}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def agreement(one: Labels, other: Labels) -> tuple[int, float, float]:
    """How far two readers agree on whether pairs are linked.

    Returns:
        Pairs that both answered, the share on which they agree, and Cohen's kappa (Cohen 1960):
        what of the agreement is beyond chance.
    """
    answers = [_drawn(labels.answers) for labels in (one, other)]
    both = sorted(answers[0].keys() & answers[1].keys())
    if not both:
        return 0, 1.0, 1.0
    pairs = [(answers[0][key], answers[1][key]) for key in both]
    observed = sum(a == b for a, b in pairs) / len(pairs)
    yes = [sum(pair[k] for pair in pairs) / len(pairs) for k in (0, 1)]
    chance = yes[0] * yes[1] + (1 - yes[0]) * (1 - yes[1])
    return len(pairs), observed, (observed - chance) / (1 - chance) if chance < 1 else 1.0


def _drawn(answers: Sequence[Answer]) -> dict[tuple[str, str], bool]:
    sure = [one for one in answers if one.answer != "unsure"]
    return {(one.a, one.b): one.answer != "no" for one in sure}
