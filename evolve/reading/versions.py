"""Two versions of one document: a draft and what was adopted, one notice on two sites."""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from evolve.model import months_in
from evolve.reading.draft import Draft
from evolve.reading.ids import places_of
from evolve.reading.layout.paragraphs import Paragraph
from evolve.reading.outline.nodes import Break, Node
from evolve.reading.recognition.bodies import body_key

__all__ = ["latest_versions"]

_DRAFT = re.compile(r"征求意见|徵求意見|草案|讨论稿|送审稿|征询|初稿|(?i:draft|consultation)")
_SAME = 0.6
_LONG_AGO = date.min


def latest_versions(drafts: Sequence[Draft]) -> tuple[list[Draft], list[Draft]]:
    """Keep the later of two versions.

    Two documents are versions of one if issuer, role and years are the same and 60 % of their
    character bigrams are. A draft gives way to any other text, then the earlier publication.

    Returns:
        The documents that count, with what they supersede, and the ones that they do.
    """
    groups: dict[tuple[object, ...], list[Draft]] = defaultdict(list)
    for draft, where in zip(drafts, places_of(drafts), strict=True):
        body = body_key(draft.issuer.body, where.place)
        groups[where, body, draft.role, draft.period, months_in(draft.title)].append(draft)
    kept: list[Draft] = []
    gone: list[Draft] = []
    for group in groups.values():
        counted, superseded = _settled(group)
        kept += counted
        gone += superseded
    return kept, gone


def _settled(group: Sequence[Draft]) -> tuple[list[Draft], list[Draft]]:
    if len(group) == 1:
        return list(group), []
    kept: list[Draft] = []
    gone: list[Draft] = []
    bigrams = {id(draft): _bigrams(draft) for draft in group}
    for draft in sorted(group, key=_age, reverse=True):
        later = next((i for i, k in enumerate(kept) if _alike(bigrams, k, draft)), None)
        if later is None:
            kept.append(draft)
            bigrams.setdefault(id(draft), _bigrams(draft))
            continue
        gone.append(draft)
        newer = kept[later]
        same = bigrams[id(newer)] == bigrams[id(draft)]
        told = "The same document stands" if same else "An earlier version stands"
        notice = f"{told} in {draft.raw.file}; this one counts."
        kept[later] = replace(
            newer,
            supersedes=tuple(sorted({*newer.supersedes, draft.raw.file})),
            notices=[*newer.notices, notice],
        )
        bigrams[id(kept[later])] = bigrams[id(newer)]
    return kept, gone


def _age(draft: Draft) -> tuple[bool, date, int, str]:
    """What makes a version the later one: no draft, published later, longer, name."""
    words = f"{draft.title} {draft.raw.title} {draft.raw.file}"
    size = draft.span[1] - draft.span[0]
    return not _DRAFT.search(words), draft.published or _LONG_AGO, size, draft.raw.file


def _alike(bigrams: dict[int, Counter[str]], one: Draft, other: Draft) -> bool:
    a, b = bigrams[id(one)], bigrams[id(other)]
    return 2 * (a & b).total() >= _SAME * (a.total() + b.total())


def _bigrams(draft: Draft) -> Counter[str]:
    counts: Counter[str] = Counter()
    pending = [content for _, content in draft.part.contents]
    while pending:
        content = pending.pop()
        if isinstance(content, Break):
            continue
        text = content.text if isinstance(content, Node | Paragraph) else content.title
        text = re.sub(r"\W+", "", text)
        counts.update(map("".join, itertools.pairwise(text)))
        if isinstance(content, Node):
            pending.extend(content.contents)
    return counts
