"""Lines that are headings, and the first words of those that are not."""

import re

__all__ = ["heading_of", "is_heading", "names_table", "split_heading"]

_INNER_END = re.compile(r"[。；！？;!?](?=.)")
_SENTENCE = re.compile(r"[^。！？!?；;]+[。！？!?]?")
_TABLE = re.compile(r"(?:指标|目标|情况|清单|一览|安排|任务|表)(?:体系)?$")
_MAX_HEADING = 45


def is_heading(text: str) -> bool:
    """Whether a line is only a heading, with its text below it."""
    return len(text) <= _MAX_HEADING and _INNER_END.search(text) is None


def names_table(text: str) -> bool:
    """Whether a line is only the heading of a table."""
    return is_heading(text) and _TABLE.search(text) is not None


def heading_of(text: str) -> str:
    """The first line or sentence, cut at a clause where it is long."""
    first = text.split("\n", 1)[0]
    match = _SENTENCE.match(first)
    sentence = (match[0] if match else first).rstrip("。！？!?；; ")
    if len(sentence) <= _MAX_HEADING:
        return sentence
    cut = re.split(r"[,，、：:]", sentence, maxsplit=1)[0]
    return cut if 0 < len(cut) <= _MAX_HEADING else sentence[:_MAX_HEADING]


def split_heading(text: str) -> tuple[str, str]:
    """The heading of a line, and the text that goes on in the same line."""
    if is_heading(text):
        return text, ""
    match = _SENTENCE.match(text)
    if match is None or match.end() == len(text):
        return text, ""
    return match[0], text[match.end() :]
