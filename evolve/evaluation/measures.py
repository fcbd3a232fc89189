"""Which measures of a reference reading were found."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from rapidfuzz.distance import LCSseq

from evolve.errors import FormatError
from evolve.evaluation.spoken import spoken_in
from evolve.model import Measure, Modality

__all__ = ["MeasureRow", "Recall", "digest_of", "found_measures", "read_measures", "shares_most"]

_OF_REFERENCE = 0.6
_OF_OURS = 0.5


@dataclass(frozen=True)
class MeasureRow:
    """One measure of a reference reading."""

    part: str
    """``plan2021``: what became of it; ``plan2025``: where it comes from."""
    item: str
    """Item of the reference reading."""
    text: str
    """As the readers wrote it; empty where a digest stands for it."""
    states: tuple[str, ...]
    """The readers' state; two where they differ."""
    agreed: bool
    """Whether both readers say so; other rows count neither for nor against."""
    as_of: int | None = None
    """The year at whose end it stood so; None for the latest document."""
    spoken: Mapping[str, bool] = field(default_factory=dict, hash=False)
    """In which documents of the reading its work was found, and in which not."""
    digest: str = ""
    """Of a measure of ours, for texts that are not to be copied."""


@dataclass(frozen=True)
class Recall:
    """Reference measures that were found, and ours that no reference measure asks for."""

    found: int
    """Reference measures that share most of their characters with one of ours."""
    total: int
    """Reference measures."""
    missing: tuple[MeasureRow, ...]
    """Reference measures without one of ours."""
    extra: int
    """Our measures, slogans apart, in the same items that match none."""
    ours: int
    """Our measures, slogans apart, in the same items."""

    @property
    def recall(self) -> float:
        """Part of the reference measures that were found."""
        return self.found / self.total if self.total else 1.0

    @property
    def precision(self) -> float:
        """Part of our measures that a reference measure asks for."""
        return 1 - self.extra / self.ours if self.ours else 1.0


def read_measures(path: Path) -> tuple[MeasureRow, ...]:
    """Read a file of reference measures.

    Raises:
        FormatError: the file is no such file.
    """
    try:
        parts = json.loads(path.read_text(encoding="utf-8"))
        return tuple(
            MeasureRow(
                part=part,
                item=row["item"],
                text=row.get("measure", ""),
                states=_states(row["state"]),
                agreed=row["agreed"],
                as_of=row.get("as_of"),
                spoken=spoken,
                digest=row.get("digest", ""),
            )
            for part in parts
            if part != "note"
            for row, spoken in zip(parts[part], spoken_in(parts[part]), strict=True)
        )
    except (ValueError, KeyError, TypeError) as error:
        raise FormatError(f"{path}: no file of reference measures ({error!r})") from error


def digest_of(text: str) -> str:
    """What stands for the text of a measure that is not to be copied."""
    return sha256(text.encode()).hexdigest()[:12]


def _states(state: str | list[str]) -> tuple[str, ...]:
    return (state,) if isinstance(state, str) else tuple(state)


def shares_most(reference: str, ours: str) -> bool:
    """Whether one measure has most of the characters of the other, in order, and little else."""
    common = LCSseq.similarity(reference, ours)
    return common >= _OF_REFERENCE * len(reference) and common >= _OF_OURS * len(ours)


def found_measures(rows: Sequence[MeasureRow], ours: Mapping[str, Iterable[Measure]]) -> Recall:
    """Compare reference measures with ours, slogans apart.

    Args:
        rows: Reference measures.
        ours: Our measures by the item of the reference reading.
    """
    real = {
        item: [m for m in ours.get(item, ()) if m.modality is not Modality.SLOGAN]
        for item in {row.item for row in rows}
    }
    wanted = {row: [m.id for m in real[row.item] if shares_most(row.text, m.text)] for row in rows}
    used = {measure for ids in wanted.values() for measure in ids}
    total = sum(map(len, real.values()))
    return Recall(
        found=sum(bool(wanted[row]) for row in rows),
        total=len(rows),
        missing=tuple(row for row in rows if not wanted[row]),
        extra=total - len(used),
        ours=total,
    )
