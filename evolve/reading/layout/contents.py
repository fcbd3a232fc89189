"""Tables of contents."""

import re
from collections import Counter
from collections.abc import Sequence

from evolve.reading.layout.aside import Furniture
from evolve.reading.layout.paragraphs import Paragraph

__all__ = ["mark_contents"]

_CONTENTS = re.compile(r"^[【\[]?(?:目\s*[录錄次]|(?i:table of contents|contents))[】\]]?$")
_LEADER = re.compile(r"(?:[.．·…‥•]\s*){3,}\s*\d{1,3}$|[\s\t]\d{1,3}$")
_PAGE = re.compile(r"[\s.．·…‥•—-]*\d{1,3}$")
_LONG = 60


def mark_contents(paragraphs: Sequence[Paragraph], found: Furniture) -> None:
    """A table of contents: its lines return later without their page numbers, or have leaders."""
    keys = [_key(paragraph.text) for paragraph in paragraphs]
    left = Counter(keys)
    inside = False
    for index, paragraph in enumerate(paragraphs):
        left[keys[index]] -= 1
        if _CONTENTS.match(paragraph.text):
            inside = True
            found.mark(index, "table of contents")
            continue
        listed = len(paragraph.text) <= _LONG and (
            left[keys[index]] > 0 or _LEADER.search(paragraph.text) is not None
        )
        inside = inside and listed
        if inside or (listed and re.search(r"(?:[.．·…‥]\s*){4,}\d{1,3}$", paragraph.text)):
            found.mark(index, "table of contents")


def _key(text: str) -> str:
    """What a line of the contents shares with its heading; a long line is no such line."""
    return re.sub(r"\s+", "", _PAGE.sub("", text)) if len(text) <= 2 * _LONG else text
