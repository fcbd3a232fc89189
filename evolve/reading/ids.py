"""Readable, unique and stable names for series and documents."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from evolve.model import Role
from evolve.reading.draft import Draft
from evolve.reading.recognition.bodies import body_key
from evolve.reading.recognition.issuer import Issuer
from evolve.reading.recognition.places import latin, parent_of, slug

__all__ = ["Where", "document_ids", "places_of", "series_ids", "usual_name", "with_issuers"]


class Where(NamedTuple):
    """A place, told from another of its name."""

    place: str
    """Its name, empty where unknown."""
    city: str
    """What is above it, where another place has its name; else empty."""


_ROLES = {Role.PLAN: "plan", Role.OUTCOME: "outcome", Role.MULTI_YEAR_PLAN: "plan"}


def with_issuers(drafts: Sequence[Draft]) -> list[Draft]:
    """Give a document that prints no issuer in full the one that the other files name.

    That is the only body of its place, the only one whose name ends as what is printed (市教育局),
    or, where nothing at all is printed, the only body there is. The government of the place, where
    only the kind of a document speaks for it, is no issuer yet.
    """
    known: dict[tuple[str, str], Issuer] = {}
    for draft in drafts:
        issuer = draft.issuer
        if issuer.body and issuer.place and not issuer.by_kind:
            known.setdefault((issuer.place, _key(draft)), issuer)
    return [_named(draft, known.values()) for draft in drafts]


def _named(draft: Draft, known: Iterable[Issuer]) -> Draft:
    own = draft.issuer
    if own.body and own.place and not own.by_kind:
        return draft
    alike = [other for other in known if _may_be(own, other)]
    if len(alike) != 1:
        return draft
    issuer = own._replace(
        body=alike[0].body,
        place=alike[0].place,
        parent=alike[0].parent,
        guessed=False,
        by_kind=False,
    )
    notices = [*draft.notices, "The issuer is not printed in full; it is that of the other files."]
    return replace(draft, issuer=issuer, notices=notices)


def _may_be(own: Issuer, other: Issuer) -> bool:
    """Whether what is printed of an issuer may stand for another."""
    if own.place:
        return own.place == other.place
    return other.body.endswith(own.body)


def series_ids(drafts: Sequence[Draft]) -> list[str]:
    """Name the series of each document, in order; a name that a catalogue gives is taken.

    A place has one name; where several bodies of a place speak, the one with the most documents
    keeps it bare (of several the one that begins earliest), and the others add their own name.
    A document more of another body thus seldom changes a name. A body keeps its series where it
    is renamed, called by its short name, or signs with another.
    """
    where = places_of(drafts)
    said: dict[Where, dict[str, list[Draft]]] = defaultdict(lambda: defaultdict(list))
    for draft, place in zip(drafts, where, strict=True):
        if draft.series is None:
            said[place][_key(draft)].append(draft)
    named: dict[tuple[Where, str], str] = {}
    for place, bodies in said.items():
        main = min(bodies, key=lambda key: _weight(bodies[key]))
        for key, own in bodies.items():
            name = _series(place, usual_name(own), bare=key == main)
            taken = name in named.values()
            named[place, key] = f"{name}-{latin(place.place)}" if taken and place.place else name
    rows = zip(drafts, where, strict=True)
    return [draft.series or named[place, _key(draft)] for draft, place in rows]


def places_of(drafts: Sequence[Draft]) -> list[Where]:
    """The place of each document, with the city above it where two cities have one of that name."""
    above: dict[str, set[str]] = defaultdict(set)
    for draft in drafts:
        if draft.issuer.parent:
            above[draft.issuer.place].add(draft.issuer.parent)
    several = {
        place
        for place, cities in above.items()
        if len(cities - {parent_of(city, "") for city in cities}) > 1
    }
    issuers = (draft.issuer for draft in drafts)
    return [Where(i.place, i.parent if i.place in several else "") for i in issuers]


def _key(draft: Draft) -> str:
    return body_key(draft.issuer.body, draft.issuer.place)


def _weight(drafts: Sequence[Draft]) -> tuple[int, int, str]:
    """For sorting: the most documents first, then those that begin earliest."""
    first = min(draft.period.start for draft in drafts)
    return -len(drafts), first, min(draft.issuer.body for draft in drafts)


def usual_name(drafts: Sequence[Draft]) -> str:
    """The name that most documents print, of several the latest."""
    counted = Counter(draft.issuer.body for draft in drafts)
    last = {draft.issuer.body: draft.period.end for draft in sorted(drafts, key=_end)}
    return min(counted, key=lambda body: (-counted[body], -last[body], body))


def _end(draft: Draft) -> int:
    return draft.period.end


def _series(where: Where, body: str, *, bare: bool) -> str:
    if not where.place:
        return latin(body) or "unknown"
    own = "" if bare else latin(body.replace(where.place, "", 1))
    city = slug(where.city) if where.city else ""
    return "-".join(filter(None, (city, slug(where.place), own)))


def document_ids(drafts: Sequence[Draft], series: Sequence[str]) -> list[str]:
    """Name each document, in order: series, years, role; a letter where that is not unique."""
    groups: dict[str, list[int]] = defaultdict(list)
    for index, draft in enumerate(drafts):
        period = draft.period
        years = f"{period.start}" if period.start == period.end else f"{period.start}-{period.end}"
        stem = f"{series[index]}-{years}-{_ROLES[draft.role]}"
        groups[stem].append(index)
    names = [""] * len(drafts)
    for stem, members in groups.items():
        members.sort(key=lambda i: (drafts[i].title, drafts[i].raw.sha256, drafts[i].span))
        for rank, index in enumerate(members):
            names[index] = stem if rank == 0 else f"{stem}-{rank + 1}"
    return names
