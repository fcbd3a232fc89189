"""One file -> its documents."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from evolve.model import Discarded, Period, Role
from evolve.reading.draft import Draft
from evolve.reading.formats.base import RawText
from evolve.reading.layout.aside import Furniture
from evolve.reading.layout.inner import with_headings_joined, with_inner_points
from evolve.reading.layout.paragraphs import Paragraph, paragraphs_of
from evolve.reading.layout.script import is_latin
from evolve.reading.outline.nodes import Break, Element
from evolve.reading.recognition.blocks import Block, blocks_of, cut_at
from evolve.reading.recognition.furniture import set_aside
from evolve.reading.recognition.issuer import Issuer, issuer_of
from evolve.reading.recognition.parts import Part, parts_of
from evolve.reading.recognition.titles import Title, title_at
from evolve.reading.tables.tables import with_tables
from evolve.reading.untold import date_by_tables, lend_years, name_untitled

__all__ = ["Page", "Reading", "open_page", "read_drafts"]


_GUESS = re.compile(r"The (?:role|year) was ")
"""A guess about a piece; nothing to tell where it agrees with what a piece before it prints."""


@dataclass(slots=True)
class Reading:
    """What one file gave."""

    drafts: list[Draft]
    """Its documents in order."""
    discarded: list[Discarded]
    """What is in none of them."""
    undated: bool
    """Whether something was left out because nothing tells its years."""


@dataclass(slots=True)
class Page:
    """One file, cut into printed documents."""

    raw: RawText
    """The file."""
    paragraphs: list[Paragraph]
    """Its paragraphs."""
    furniture: Furniture
    """What is no document."""
    elements: list[Element]
    """What is."""

    @property
    def lines(self) -> list[tuple[int, str]]:
        """Start and text of each line that is no furniture."""
        return [(e.start, e.text) for e in self.elements if isinstance(e, Paragraph)]


def open_page(raw: RawText) -> Page:
    """Set aside what is no document."""
    paragraphs = with_inner_points(with_headings_joined(paragraphs_of(raw)), raw.text)
    furniture = set_aside(paragraphs)
    return Page(raw, paragraphs, furniture, _elements(raw, paragraphs, furniture))


def read_drafts(page: Page, *, starts: Sequence[int] = (), period: Period | None = None) -> Reading:
    """Recognise the documents of one file.

    Args:
        page: the file.
        starts: where a catalogue says that parts begin.
        period: the years to take where nothing tells them.
    """
    raw, paragraphs, furniture = page.raw, page.paragraphs, page.furniture
    blocks = cut_at(blocks_of(page.elements), starts)
    drafts, undated = _drafts(raw, blocks, furniture, period)
    pieces = [((piece.start, piece.end), piece.reason) for piece in raw.discarded]
    pieces += [
        ((paragraphs[index].start, paragraphs[index].end), reason)
        for index, reason in furniture.reasons.items()
    ]
    for block in blocks:
        pieces += block.furniture
    discarded = [Discarded(file=raw.file, span=span, reason=reason) for span, reason in pieces]
    return Reading(drafts, discarded, undated)


def _elements(raw: RawText, paragraphs: Sequence[Paragraph], furniture: Furniture) -> list[Element]:
    kept = [p for index, p in enumerate(paragraphs) if index not in furniture.reasons]
    elements: list[Element] = [*with_tables(raw, kept)]
    elements += [Break(paragraphs[index].start) for index in furniture.breaks]
    return sorted(elements, key=lambda element: element.start)


def _drafts(
    raw: RawText, blocks: Sequence[Block], furniture: Furniture, period: Period | None
) -> tuple[list[Draft], bool]:
    name_untitled(blocks, raw)
    titles = _titles(blocks, furniture, raw)
    texts = ["\n".join(e.text for e in b.elements if isinstance(e, Paragraph)) for b in blocks]
    published = raw.published or furniture.published
    text = "\n".join(texts)
    issuers: dict[Title | None, Issuer] = {}
    found: list[tuple[Part, Issuer]] = []
    for block in filter(lambda block: block.elements, blocks):
        issuer = issuers.get(block.title)
        if issuer is None:
            issuer = issuer_of(block.title, titles, furniture, text)
            issuers[block.title] = issuer
        parts = parts_of(block, published, raw.file)
        if block.named_by:
            parts[0].notices.append(f"The title was taken from {block.named_by}.")
        found += [(part, issuer) for part in parts if part.holds]
    for part, _ in found:
        date_by_tables(part, raw)
    lend_years([part for part, _ in found])
    dated = [(part, issuer, years) for part, issuer in found if (years := part.period or period)]
    drafts = [_draft(raw, part, years, issuer, furniture) for part, issuer, years in dated]
    return _merged(_with_issuer(drafts)), len(dated) < len(found)


def _titles(blocks: Sequence[Block], furniture: Furniture, raw: RawText) -> list[Title]:
    others = [
        title_at([Paragraph(0, len(words), words)], 0) for words in (furniture.notice, raw.title)
    ]
    return [title for title in (*(block.title for block in blocks), *others) if title]


def _draft(raw: RawText, part: Part, period: Period, issuer: Issuer, furniture: Furniture) -> Draft:
    dated = part.years is not None and not part.years.relative
    title = part.title if dated or not part.untitled else ""
    return Draft(
        raw=raw,
        part=part,
        title=title,
        issuer=issuer,
        period=period,
        published=raw.published or furniture.published,
        number=raw.number or furniture.number,
        language=_language(part),
        notices=list(part.notices),
    )


def _language(part: Part) -> str:
    text = "".join(node.text for node in part.nodes) or part.title
    return "en" if is_latin(text) else "zh"


def _with_issuer(drafts: list[Draft]) -> list[Draft]:
    """Documents of one file speak for the same body unless they say otherwise."""
    known = next(
        (draft.issuer for draft in drafts if draft.issuer.body and not draft.issuer.guessed), None
    )
    known = known or next((draft.issuer for draft in drafts if draft.issuer.body), None)
    if known is None:
        return drafts
    made = []
    for draft in drafts:
        if draft.issuer.body and not draft.issuer.guessed:
            made.append(draft)
            continue
        own = draft.issuer
        alike = known.place == own.place or not own.place or not own.body
        made.append(replace(draft, issuer=known) if alike else draft)
    return made


def _merged(drafts: list[Draft]) -> list[Draft]:
    """Pieces of one file with the same role and years are one document."""
    found: dict[tuple[Role, int, int, str], Draft] = {}
    notices: dict[tuple[Role, int, int, str], dict[str, None]] = {}
    for draft in drafts:
        key = (draft.role, draft.period.start, draft.period.end, draft.issuer.body)
        told = notices.setdefault(key, {})
        first = found.setdefault(key, draft)
        agrees = first is not draft and not any(map(_GUESS.match, first.notices))
        told.update(dict.fromkeys(n for n in draft.notices if not (agrees and _GUESS.match(n))))
        if first is not draft:
            if first.part.nodes and draft.part.nodes:
                told["The numbering starts again inside the document."] = None
            offset = first.part.contents[-1][0]
            first.part.contents += [(place + offset, each) for place, each in draft.part.contents]
            first.part.prose = first.part.prose or draft.part.prose
    return [replace(draft, notices=list(notices[key])) for key, draft in found.items()]
