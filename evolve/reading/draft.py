"""A document of a file, before it gets a name that is unique in the corpus."""

from dataclasses import dataclass, field
from datetime import date

from evolve.model import Completeness, Period, Role, Span
from evolve.reading.formats.base import RawText
from evolve.reading.outline.nodes import Break
from evolve.reading.recognition.issuer import Issuer
from evolve.reading.recognition.parts import Part

__all__ = ["Draft"]

_WORDS = {Role.PLAN: "工作要点", Role.OUTCOME: "工作总结", Role.MULTI_YEAR_PLAN: "规划"}
_ENGLISH_WORDS = {
    Role.PLAN: "Work Plan",
    Role.OUTCOME: "Work Report",
    Role.MULTI_YEAR_PLAN: "Plan",
}


@dataclass(slots=True)
class Draft:
    """A document of a file with all that was recognised."""

    raw: RawText
    """The file."""
    part: Part
    """Its points."""
    title: str
    """As printed, or empty."""
    issuer: Issuer
    """Who speaks."""
    period: Period
    """Years covered."""
    published: date | None
    """Date of publication."""
    number: str | None
    """Document number."""
    language: str
    """``zh`` or ``en``."""
    notices: list[str] = field(default_factory=list)
    """What was odd or guessed."""
    series: str | None = None
    """Id of its series, where a catalogue gives it."""
    completeness: Completeness = Completeness.FULL
    """Whether the whole document is there."""
    supersedes: tuple[str, ...] = ()
    """Files with earlier versions of it."""

    @property
    def shown_title(self) -> str:
        """As printed, or made of issuer, years and role."""
        period = self.period
        years = f"{period.start}" + (f"—{period.end}" if period.end > period.start else "")
        if self.title or self.language == "zh":
            return self.title or f"{self.issuer.body}{years}年{_WORDS[self.role]}"
        return f"{self.issuer.body} {_ENGLISH_WORDS[self.role]} {years}".lstrip()

    @property
    def all_notices(self) -> tuple[str, ...]:
        """What was odd or guessed, what is missing, and what the file's format told."""
        notices = list(self.notices)
        if self.issuer.guessed:
            notices.append("The issuer is not printed; it was inferred from the text.")
        elif self.issuer.body and not self.issuer.place and self.language == "zh":
            notices.append("The place of the issuer is not printed; name it in corpus.toml.")
        elif not self.issuer.body:
            notices.append("The issuer is not printed; name it in corpus.toml.")
        if not self.title:
            notices.append("The title is not printed; it was made from issuer, years and role.")
        return tuple(dict.fromkeys([*notices, *self.raw.notices]))

    @property
    def role(self) -> Role:
        """Plan, outcome or plan of several years."""
        return self.part.role

    @property
    def span(self) -> Span:
        """From its first to its last character."""
        contents = [content for _, content in self.part.contents if not isinstance(content, Break)]
        return min(c.start for c in contents), max(c.end for c in contents)
