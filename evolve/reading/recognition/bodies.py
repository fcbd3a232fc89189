"""What stays the same of a body: through reforms, in short, and beside another letterhead."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from evolve.reading.layout.variants import simplified

__all__ = ["body_key"]

_KIND = re.compile(r"(?:(?<!工作)委员会|(?<!工作)委員會|(?<!工)委|局|厅|廳|部)$")
_PARTY_OR_PLACE = re.compile(r"(?:工委|工作委员会|党组|党委|[省市区县州])$")
_OF_COUNTRY = re.compile(r"^(?:国家|國家|中华人民共和国)")
_OFFICE = re.compile(r"(?<=[部委局厅署院会])办公[厅室]$")
"""The office of a ministry or bureau, which issues what is its body's."""
_LINKS = re.compile(r"[和与及、]")
_NEXT = r"(?<=[委局厅办部会])[省市区县](?!场)(?=[\u4e00-\u9fff]+[委局厅部会])"
"""Where the next body of a joint letterhead begins with the word for its level."""


@cache
def _now() -> dict[str, str]:
    """Each earlier or short name to the present one."""
    table = files("evolve.reading.recognition").joinpath("bodies.toml").read_text("utf-8")
    named = tomllib.loads(table)["named"]
    return {old: new for new, names in named.items() for old in names}


def body_key(body: str, place: str) -> str:
    """The part of a name that bodies have in common which are one body of their place.

    Of a joint letterhead the first body counts that is not of the party.

    >>> body_key("湖南省委教育工委湖南省教育厅", "湖南省"), body_key("湖南省教育厅", "湖南省")
    ('教育', '教育')
    >>> body_key("成都市卫健委", "成都市"), body_key("成都市卫生和计划生育委员会", "成都市")
    ('卫生健康', '卫生健康')
    """
    body = _OFFICE.sub("", simplified(body))
    if not place:
        return body
    pieces = [piece for piece in re.split(rf"{re.escape(place)}|{_NEXT}", body) if piece]
    own = next((piece for piece in pieces if not _PARTY_OR_PLACE.search(piece)), body)
    stem = _LINKS.sub("", _KIND.sub("", _OF_COUNTRY.sub("", own)))
    return _now().get(stem, stem)
