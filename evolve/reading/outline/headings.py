"""Lines that are headings, and the first words of those that are not."""

import re

from evolve.reading.layout.script import is_latin, size

__all__ = ["heading_of", "is_heading", "names_table", "split_heading"]

_INNER_END = re.compile(r"[。；！？;!?](?=.)")
_SENTENCE = re.compile(r"[^。！？!?；;]+[。！？!?]?")
_LATIN_END = re.compile(r"[.!?;](?=\s+[A-Z])")
"""What ends a sentence in Latin letters: a stop before a capital."""
_TABLE = re.compile(r"(?:指标|目标|情况|清单|一览|安排|任务|表)(?:体系)?$")
_MAX_HEADING = 45


def is_heading(text: str) -> bool:
    """Whether a line is only a heading, with its text below it."""
    ends = _LATIN_END if is_latin(text) else _INNER_END
    return size(text) <= _MAX_HEADING and ends.search(text) is None


def names_table(text: str) -> bool:
    """Whether a line is only the heading of a table."""
    return is_heading(text) and _TABLE.search(text) is not None


def heading_of(text: str) -> str:
    """The first line or sentence, cut at a clause where it is long."""
    sentence = _sentence(text.split("\n", 1)[0]).rstrip("。！？!?；; ")
    if size(sentence) <= _MAX_HEADING:
        return sentence
    cut = re.split(r"[,，、：:]", sentence, maxsplit=1)[0]
    return cut if 0 < len(cut) <= _MAX_HEADING else sentence[:_MAX_HEADING]


def split_heading(text: str) -> tuple[str, str]:
    """The heading of a line, and the text that goes on in the same line."""
    if is_heading(text):
        return text, ""
    sentence = _sentence(text)
    return sentence, text[len(sentence) :].lstrip()


def _sentence(text: str) -> str:
    """The first sentence, its stop included."""
    if is_latin(text):
        end = _LATIN_END.search(text)
        return text[: end.end()] if end else text
    match = _SENTENCE.match(text)
    return match[0] if match else text
