"""The weights of both levels from a folder of reference readings."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz import fuzz

from evolve.errors import FormatError, InputError
from evolve.evaluation.correspondence import Correspondence, correspond
from evolve.evaluation.fitting import Labelled, fit_model
from evolve.evaluation.links import judge_all
from evolve.evaluation.readings import PairReading, Readings
from evolve.matching.block import Block, accept
from evolve.matching.blocks import blocks
from evolve.matching.measures import MEASURE_SIGNALS, measure_candidates
from evolve.matching.model import Model, Models, default_models
from evolve.matching.prepared import Texts
from evolve.matching.signals import SIGNALS, candidates
from evolve.model import Corpus
from evolve.settings import Settings
from evolve.text import normalize

__all__ = ["fit_models"]

_SAME = 75.0
"""Least part of the shorter text, in percent, that a measure of ours and of a reader share."""

_Place = tuple[str, str]
"""An item and a passage in it."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What a reader says of one measure and one other document."""

    measure: _Place
    document: str
    passage: _Place | None
    """Where the measure stands there; null for nowhere."""


def fit_models(
    corpus: Corpus, readings: Readings, training: Sequence[PairReading], folder: Path
) -> Models:
    """Fit the weights of items, then those of measures on top.

    Args:
        corpus: Documents with measures.
        readings: Reference links of their items.
        training: More of them.
        folder: Of the readings; ``measures.json`` in it says where single measures stand in
            other documents. Without it the weights of measures stay as they are.

    Raises:
        InputError: the documents have none of the links.
        FormatError: ``measures.json`` breaks its format.
    """
    ours = correspond(readings, corpus)
    judged = list(judge_all([*readings.pairs, *training], ours, corpus, Settings()))
    if not any(one.labelled.linked.any() for one in judged):
        raise InputError(f"{folder}: no link of these readings is here to fit weights on")
    items = fit_model([one.labelled for one in judged], SIGNALS)
    measures = default_models().measures
    path = folder / "measures.json"
    if path.exists() and corpus.measures:
        found = list(_found(_rows(path), readings))
        labelled = [
            one
            for block in blocks(corpus, Settings())
            if (one := _label(block, items, ours, found)).linked.any()
        ]
        measures = fit_model(labelled, MEASURE_SIGNALS)
    note = "Fitted by evolve evaluate --fit; docs/matching.md tells on what."
    return Models(note=note, items=items, measures=measures)


def _rows(path: Path) -> list[dict[str, Any]]:
    try:
        parts = json.loads(path.read_text(encoding="utf-8"))
        return [
            row for key, rows in parts.items() if key != "note" for row in rows if row["agreed"]
        ]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise FormatError(f"{path}: no file of reference measures ({error!r})") from error


def _found(rows: Sequence[dict[str, Any]], readings: Readings) -> Iterator[_Found]:
    """Where readers found each measure in other documents, and where not.

    A key such as ``outcome`` holds a place or null; null means nowhere in any document that
    the key names for other measures.
    """
    document = {item.id: item.doc for items in readings.items.values() for item in items}
    for key in ("outcome", "next", "latest", "earliest"):
        named = {document[row[key]["item"]] for row in rows if row.get(key)}
        for row in (row for row in rows if key in row):
            place = row[key]
            for name in sorted({document[place["item"]]} if place else named):
                passage = (place["item"], place["snippet"]) if place else None
                yield _Found((row["item"], row["measure"]), name, passage)


def _ours(side: Texts, items: Mapping[str, str], place: _Place) -> set[int]:
    """Rows of our measures that say what a passage of a reader's item says."""
    item, text = items.get(place[0]), normalize(place[1])
    return {
        row
        for row, (name, measure) in enumerate(zip(side.ids, side.texts, strict=True))
        if name.rpartition("/")[0] == item and fuzz.partial_ratio(normalize(measure), text) >= _SAME
    }


def _within(side: Texts, items: Mapping[str, str], place: _Place) -> set[int]:
    """Rows of all measures of the item that a passage of a reader stands in."""
    item = items.get(place[0])
    return {row for row, name in enumerate(side.ids) if name.rpartition("/")[0] == item}


def _label(block: Block, model: Model, ours: Correspondence, found: Sequence[_Found]) -> Labelled:
    """Say of each candidate pair of measures whether a reader paired them.

    Only pairs with a measure that a reader looked for in the other document count. A reader who
    found it names one passage; of the others in the same item nobody knows.
    """
    items = accept(
        candidates(block.source, block.target, block.background, block.settings), model, 0.5, 0
    )
    pairs = measure_candidates(block.source, block.target, items.candidates, items.log_odds)
    drawn: set[tuple[int, int]] = set()
    beside: set[tuple[int, int]] = set()
    known: tuple[set[int], set[int]] = (set(), set())
    for one in found:
        if ours.documents.get(one.document) not in block.names:
            continue
        sides = (block.source.measures, block.target.measures)
        there = block.names.index(ours.documents[one.document])
        here = _ours(sides[1 - there], ours.items, one.measure)
        other = _ours(sides[there], ours.items, one.passage) if one.passage else set()
        known[1 - there].update(here)
        drawn.update((b, a) if there == 0 else (a, b) for a in here for b in other)
        around = _within(sides[there], ours.items, one.passage) if one.passage else set()
        beside.update((b, a) if there == 0 else (a, b) for a in here for b in around)
    keys = list(zip(pairs.source.tolist(), pairs.target.tolist(), strict=True))
    return Labelled(
        " → ".join(block.names),
        pairs,
        np.array([key in drawn for key in keys], dtype=bool),
        np.array(
            [
                key not in drawn
                and (key in beside or (key[0] not in known[0] and key[1] not in known[1]))
                for key in keys
            ],
            dtype=bool,
        ),
    )
