"""Bodies that English titles and texts name."""

import re
from collections.abc import Iterator

__all__ = ["english_bodies", "english_body"]

_DEPARTMENT = re.compile(r"(?:Ministry|Department|Bureau|Office|Board|Commission|Agency) of ")
_BEFORE_REPORT = re.compile(
    r"(?P<body>[A-Z][\w'’&]*(?: (?:of|and|the|for|[A-Z&][\w'’&]*)){0,6}?)[,:]? "
    r"(?:(?:FY ?)?\d{4}(?:[–/-]\d{2,4})? )?(?:Annual|Corporate|Business) (?:Report|Plan)"
)
"""The name before 2024 Annual Report."""
_SMALL_WORDS = re.compile(r"\b(?:Of|And|For|The)\b")
_ENGLISH = re.compile(
    r"(?P<body>(?:City|County|Town|State|Government) of [A-Z]\w+"
    r"(?: (?!Annual|Work|Strateg|Action|Plan|Report|Progress|Summary|Review|Draft|"
    r"Department|Ministry|Office|Bureau)[A-Z]\w+)?|"
    r"(?:Ministry|Department|Bureau|Office|Board|Council|Commission|Agency) of [A-Z]\w+"
    r"(?: and [A-Z]\w+)?|"
    r"[A-Z][\w']+(?: (?:of|and|for|the|[A-Z][\w']+)){0,5} (?:Council|Department|Ministry|"
    r"Agency|Government|Bureau|Commission|Board|Authority|Office)"
    r"(?: (?:of|for) [A-Z]\w+(?: and [A-Z]\w+)?)?)"
)


def english_body(words: str) -> str:
    """The body that an English title names: of a state and its department, both."""
    words = _in_title_case(words)
    named = [match["body"] for match in _ENGLISH.finditer(words)]
    own = next((body for body in named if _DEPARTMENT.match(body)), "")
    if own and own is not named[0]:
        return f"{own}, {named[0]}"
    if named:
        return named[0]
    before = _BEFORE_REPORT.match(words)
    return before["body"] if before else ""


def english_bodies(text: str) -> Iterator[str]:
    """All names of bodies in an English text."""
    return (match["body"] for match in _ENGLISH.finditer(text))


def _in_title_case(words: str) -> str:
    """English words in capitals as a name is written: DEPARTMENT OF TRANSPORT."""
    if not words.isupper():
        return words
    return _SMALL_WORDS.sub(lambda word: word[0].lower(), words.title())
