"""Who issues a document whose title names only a place: most often its government."""

import re

from evolve.reading.recognition.places import NATION

__all__ = ["government_of", "speaks_for_itself"]

_OF_A_PLACE = re.compile(r"(?:规划|規劃|纲要|綱要|行动计划)(?:[（(].*)?$|民生实事")
_POLICY = re.compile(r"政府工作|施政(?:[报報]告|方[针針])")
"""What only a government gives."""
_TOWN = re.compile(r"(?:镇|乡|街道|村|社区)$")
"""A place with one body only."""
_OF_TOWN = {"街道": "办事处", "村": "村民委员会", "社区": "居民委员会"}
"""Who speaks for the smallest places."""


def speaks_for_itself(title: str) -> bool:
    """Whether a title is that of a report which only a government gives."""
    return _POLICY.search(title) is not None


def government_of(title: str, place: str) -> str:
    """Who issues a document of this kind, where its title names only the place."""
    town = _TOWN.search(place)
    policy = _POLICY.search(title)
    if not policy and not town and not _OF_A_PLACE.search(title):
        return ""
    if "特别行政区" in place:
        return f"{place}政府"
    government = _OF_TOWN.get(town[0], "人民政府") if town else "人民政府"
    return "国务院" if place == NATION else f"{place}{government}"
