"""Readable, unique and stable names for series and documents."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from evolve.model import Role
from evolve.reading.draft import Draft
from evolve.reading.recognition.bodies import body_key
from evolve.reading.recognition.places import latin, slug

__all__ = ["document_ids", "series_ids", "usual_name", "with_issuers"]

_ROLES = {Role.PLAN: "plan", Role.OUTCOME: "outcome", Role.MULTI_YEAR_PLAN: "plan"}


def with_issuers(drafts: Sequence[Draft]) -> list[Draft]:
    """Give a document without an issuer the only body that speaks for its place elsewhere.

    The government of the place, where only the kind of a document speaks for it, is no issuer yet.
    """
    bodies: dict[str, dict[str, str]] = defaultdict(dict)
    for draft in drafts:
        if draft.issuer.body and not draft.issuer.by_kind:
            bodies[draft.issuer.place].setdefault(_key(draft), draft.issuer.body)
    made = []
    for draft in drafts:
        issuer, known = draft.issuer, bodies[draft.issuer.place]
        if issuer.place and (not issuer.body or issuer.by_kind) and len(known) == 1:
            issuer = issuer._replace(body=min(known.values()), guessed=True, by_kind=False)
        made.append(replace(draft, issuer=issuer))
    return made


def series_ids(drafts: Sequence[Draft]) -> list[str]:
    """Name the series of each document, in order; a name that a catalogue gives is taken.

    A place has one name; where several bodies of a place speak, the one with the most documents
    keeps it bare (of several the one that begins earliest), and the others add their own name.
    A document more of another body thus seldom changes a name. A body keeps its series where it
    is renamed, called by its short name, or signs with another.
    """
    said: dict[str, dict[str, list[Draft]]] = defaultdict(lambda: defaultdict(list))
    for draft in drafts:
        if draft.series is None:
            said[draft.issuer.place][_key(draft)].append(draft)
    named: dict[tuple[str, str], str] = {}
    for place, bodies in said.items():
        main = min(bodies, key=lambda key: _weight(bodies[key]))
        for key, own in bodies.items():
            named[place, key] = _series(place, usual_name(own), bare=key == main)
    return [draft.series or named[draft.issuer.place, _key(draft)] for draft in drafts]


def _key(draft: Draft) -> str:
    return body_key(draft.issuer.body, draft.issuer.place)


def _weight(drafts: Sequence[Draft]) -> tuple[int, int, str]:
    """For sorting: the most documents first, then those that begin earliest."""
    first = min(draft.period.start for draft in drafts)
    return -len(drafts), first, min(draft.issuer.body for draft in drafts)


def usual_name(drafts: Sequence[Draft]) -> str:
    """The name that most documents print, of several the first by the alphabet."""
    counted = Counter(draft.issuer.body for draft in drafts)
    return min(counted, key=lambda body: (-counted[body], body))


def _series(place: str, body: str, *, bare: bool) -> str:
    if not place:
        return latin(body) or "unknown"
    own = "" if bare else latin(body.removeprefix(place))
    return f"{slug(place)}-{own}" if own else slug(place)


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
