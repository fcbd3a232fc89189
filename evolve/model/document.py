"""What reading gives: documents, their sections, items, measures and tables."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from evolve.model.base import Number, Span
from evolve.model.months import months_in

__all__ = [
    "Completeness",
    "Discarded",
    "Document",
    "Item",
    "ItemKind",
    "Measure",
    "Modality",
    "Period",
    "Quantity",
    "QuantityKind",
    "Role",
    "Section",
    "Source",
    "Table",
    "TableRow",
    "TableValue",
    "moment_of",
]


class Role(StrEnum):
    """What a document is to its reader."""

    PLAN = "plan"
    OUTCOME = "outcome"
    MULTI_YEAR_PLAN = "multi_year_plan"


class Completeness(StrEnum):
    """Whether the whole document was there to be read."""

    FULL = "full"
    PARTIAL = "partial"


class ItemKind(StrEnum):
    """What a piece of a document is; only an ``item`` is threaded."""

    ITEM = "item"
    PREAMBLE = "preamble"
    CLOSING = "closing"
    DIAGNOSIS = "diagnosis"
    TABLE = "table"


class Modality(StrEnum):
    """How a measure is spoken of."""

    COMMITMENT = "commitment"
    REPORT = "report"
    SLOGAN = "slogan"


class QuantityKind(StrEnum):
    """What a figure stands for."""

    BASELINE = "baseline"
    TARGET = "target"
    ACTUAL = "actual"


@dataclass(frozen=True, kw_only=True, slots=True)
class Period:
    """The years that a document covers, which is not when it was published."""

    start: int
    """First year covered."""
    end: int
    """Last year covered; equal to ``start`` for a yearly document."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """Where a document was read from."""

    file: str
    """Path relative to the folder that was given, with forward slashes."""
    sha256: str
    """Hash of the file's bytes, hexadecimal."""
    format: str
    """``txt``, ``html``, ``docx``, ``pdf`` ..."""
    encoding: str | None
    """Encoding of the file's text, or null where the format has none."""
    span: Span
    """The part of the file's decoded text that is this document."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """One part of a file that has one role."""

    id: str
    """Readable and unique, such as ``guangzhou-2021-plan``."""
    series: str
    """Id of the series: the documents of one issuer."""
    title: str
    """Title as printed, or one made from issuer, period and role where none is printed."""
    issuer: str
    """The body that speaks, such as 广州市教育局; empty where unknown."""
    jurisdiction: str
    """The place that it speaks for, such as 广州市; empty where unknown."""
    role: Role
    """Plan, outcome or plan of several years."""
    period: Period
    """Years covered."""
    published: date | None
    """Date of publication, or null where the file does not tell."""
    source: Source
    """File and part of it."""
    completeness: Completeness
    """Whether the document was there in full."""
    notices: tuple[str, ...]
    """What was odd or guessed, one sentence each."""
    language: str = "zh"
    """``zh`` or ``en``."""
    number: str | None = None
    """The document number (文号) such as 穗教发〔2025〕7号, or null."""
    supersedes: tuple[str, ...] = ()
    """Files that hold an earlier version of this document."""

    @property
    def moment(self) -> tuple[int, int, int]:
        """When it speaks, for sorting; see :func:`moment_of`."""
        return moment_of(self.role, self.period, self.title)


def moment_of(role: Role, period: Period, title: str) -> tuple[int, int, int]:
    """When a document speaks, for sorting: a plan as its years begin, an outcome as they end.

    So the plan of a year stands before the outcome of that year, and the outcome before the
    plan of the next; of plans that begin together the longer one stands first. Where its title
    names a part of the year, a plan begins with it and an outcome ends with it.
    """
    first, last = months_in(title)
    if role is Role.OUTCOME:
        return period.end, 2 * last + 1, 12 * period.start + first
    return period.start, 2 * first, -(12 * period.end + last)


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """A heading."""

    document: str
    """Id of the document."""
    depth: int
    """1 is outermost."""
    label: str
    """The number as printed, such as ``一、``; empty for a heading without one."""
    text: str
    """The heading without its number."""
    span: Span
    """Label and text, in the decoded text of the file."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """A numbered point of a document with all of its text."""

    id: str
    """Document id and position in the outline, such as ``guangzhou-2021-plan/2.6``."""
    document: str
    """Id of the document."""
    kind: ItemKind
    """Only an ``item`` is threaded."""
    label: str
    """The number as printed, such as ``(六)`` or ``一是``; empty where there is none."""
    path: tuple[str, ...]
    """Headings above it, outermost first."""
    heading: str
    """Its own first phrase or title."""
    text: str
    """All of its text without the printed number; lines of one paragraph are joined."""
    span: Span
    """In the decoded text of the file, the printed number included."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Quantity:
    """A figure in a text."""

    text: str
    """As printed, with its operator and unit."""
    value: Number | None
    """The number in ``unit``, with 万 and 亿 multiplied out; null for a pure range."""
    low: Number | None
    """Lower bound that the wording allows."""
    high: Number | None
    """Upper bound that the wording allows."""
    operator: str
    """``=``, ``>=``, ``>``, ``<=``, ``<``, ``~`` (about) or ``..`` (range)."""
    unit: str
    """Unit as counted: ``%``, ``所``, ``个``, ``人``, ``元`` ..."""
    kind: QuantityKind
    """Baseline, target or actual."""
    name: str
    """What it counts, in the text's own words."""
    span: Span
    """In the measure's text."""
    year: int | None = None
    """The year it speaks of."""
    basis: str = "level"
    """``level``, ``cumulative``, ``new`` or ``growth``; different bases are never compared."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Measure:
    """One programme, project, document, institution, reform, target or concrete line of work."""

    id: str
    """Item id and running number, such as ``guangzhou-2021-plan/2.6/m3``."""
    item: str
    """Id of the item."""
    text: str
    """Verbatim clause."""
    span: Span
    """In the item's text."""
    modality: Modality
    """Commitment, report or slogan; a slogan is never threaded."""
    quantities: tuple[Quantity, ...]
    """The figures in it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TableValue:
    """One figure of a table of indicators."""

    year: int | None
    """The year it speaks of, or null where the column does not tell."""
    kind: QuantityKind
    """Baseline, target or actual."""
    operator: str
    """As in a quantity."""
    value: Number | None
    """Null where the cell holds no number."""
    text: str
    """The cell as printed."""
    span: Span
    """In the table item's text."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TableRow:
    """One indicator of a table."""

    number: str
    """As printed, or empty."""
    group: str
    """The heading inside the table above the row, or empty."""
    name: str
    """Name of the indicator without number and unit."""
    unit: str
    """Unit, or empty."""
    binding: str | None
    """约束性, 预期性 or null where the table does not tell."""
    values: tuple[TableValue, ...]
    """Its figures in column order."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A table, which is also an item of kind ``table``."""

    item: str
    """Id of the item that holds its text, or its head where its rows are items."""
    document: str
    """Id of the document."""
    title: str
    """Title as printed, or empty."""
    header: tuple[str, ...]
    """Column headings."""
    cells: tuple[tuple[str, ...], ...]
    """All rows below the header as printed."""
    rows: tuple[TableRow, ...]
    """The rows read as indicators; empty for a table of another kind."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Discarded:
    """A piece of a file that is in no item and no section, and why."""

    file: str
    """As in ``Source.file``."""
    span: Span
    """In the decoded text of the file."""
    reason: str
    """``navigation``, ``table of contents``, ``imprint`` ..."""
