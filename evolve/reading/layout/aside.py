"""What was set aside of a file, and what it tells."""

import re
from dataclasses import dataclass, field
from datetime import date

__all__ = ["DATE", "Furniture", "day_in"]

DATE = re.compile(r"((?:19|20)\d\d)\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?")
"""A date in digits."""


@dataclass(slots=True)
class Furniture:
    """What was set aside, and what it tells of the document."""

    reasons: dict[int, str] = field(default_factory=dict)
    """Index of each paragraph that is no part of the document, and why."""
    breaks: set[int] = field(default_factory=set)
    """Indices of salutations, at which a speech turns to another subject."""
    notice: str = ""
    """Title of the covering notice."""
    bodies: list[tuple[str, str]] = field(default_factory=list)
    """Names of bodies and where they stood: ``signature``, ``imprint`` or ``speech``."""
    days: dict[str, date] = field(default_factory=dict)
    """The first date of each kind: ``released``, ``signature``, ``imprint``, ``metadata``."""
    number: str | None = None
    """Document number."""

    @property
    def published(self) -> date | None:
        """Date of publication: as the page says, or of the signature, or the next best."""
        kinds = ("released", "signature", "imprint", "metadata")
        return next((self.days[kind] for kind in kinds if kind in self.days), None)

    def dated(self, text: str, kind: str) -> None:
        """Note the date in a text, if there is one."""
        day = day_in(text)
        if day is not None:
            self.days.setdefault(kind, day)

    def mark(self, index: int, reason: str) -> None:
        """Set a paragraph aside unless it already is."""
        self.reasons.setdefault(index, reason)


def day_in(text: str) -> date | None:
    """The first date in a text, or None."""
    match = DATE.search(text)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None
