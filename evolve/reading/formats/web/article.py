"""Which blocks of a page are its article.

jusText judges each block by its length and its links; the article is the smallest part of the
page that holds nearly all the text it finds good. What stands inside it belongs to the document,
but for lists of links at its ends; what stands outside is navigation.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from evolve.reading.formats.web.blocks import Block

__all__ = ["articles"]

_MOST = 0.7
"""Share of the good text that the article holds."""
_SHORT, _LONG = 15, 40
"""Lengths, in ideographs, between which jusText looks at the neighbours of a block."""
_LINKED = 0.5
"""Share of links from which a block is a list of links."""
_NEIGHBOURS = 5_000
"""Blocks up to which neighbours are looked at; it takes the square of their number."""
_IMPRINT = re.compile(r"ICP备|网安备|网站标识码|版权所有|技术支持|[Cc]opyright|All [Rr]ights")
"""Words of a site's own imprint at the foot of every page."""
_IMPRINT_LENGTH = 300
_HOLDERS = frozenset(
    [
        "html",
        "body",
        "div",
        "section",
        "article",
        "main",
        "center",
        "form",
        "table",
        "tbody",
        "tr",
        "td",
        "font",
        "span",
    ]
)
"""Elements that lay out a page, so that an article may be one of them."""


class _Path:
    """Where a block stands, in the form that jusText wants."""

    def __init__(self, block: Block) -> None:
        self.dom = f"h{block.depth}" if block.depth else "p"
        self.xpath = ""


def articles(blocks: Sequence[Block], body: Any) -> list[bool]:
    """Tell for each block whether it belongs to the article.

    Args:
        blocks: all blocks of the page, in order.
        body: root of the tree.
    """
    good = _good(blocks)
    if not any(good):
        return [not _is_links(block) for block in blocks]
    article = _holder(blocks, good, body)
    inside = set(article.iter())
    kept = [block.element in inside for block in blocks]
    first, last = kept.index(True), len(kept) - kept[::-1].index(True)
    while first < last and (not kept[first] or (_is_links(blocks[first]) and not good[first])):
        first += 1
    while last > first and (not kept[last - 1] or _is_links(blocks[last - 1])):
        last -= 1
        while last > first and blocks[last - 1].depth and not good[last - 1]:
            last -= 1  # the heading of a list of links
    return [keep and first <= at < last for at, keep in enumerate(kept)]


def _good(blocks: Sequence[Block]) -> list[bool]:
    from justext.core import classify_paragraphs, revise_paragraph_classification
    from justext.paragraph import Paragraph

    paragraphs = []
    for block in blocks:
        paragraph = Paragraph(_Path(block))
        paragraph.text_nodes.append("" if block.hidden else block.text)
        paragraph.chars_count_in_links = block.linked
        paragraphs.append(paragraph)
    classify_paragraphs(paragraphs, frozenset(), _SHORT, _LONG, 0.0, 0.0)
    for paragraph, block in zip(paragraphs, blocks, strict=True):
        if _IMPRINT.search(block.text) and block.length < _IMPRINT_LENGTH:
            paragraph.cf_class = "bad"
    if len(paragraphs) <= _NEIGHBOURS:
        revise_paragraph_classification(paragraphs)
        return [paragraph.class_type == "good" for paragraph in paragraphs]
    return [paragraph.cf_class in {"good", "neargood"} for paragraph in paragraphs]


def _holder(blocks: Sequence[Block], good: Sequence[bool], body: Any) -> Any:
    """The innermost element that holds nearly all good text."""
    weight: dict[Any, int] = defaultdict(int)
    for block, is_good in zip(blocks, good, strict=True):
        weight[block.element] += block.length * is_good
    elements = list(body.iter())  # keeps them alive, so that they stay the same objects
    for element in reversed(elements):
        parent = element.getparent()
        if parent is not None and weight.get(element):
            weight[parent] += weight[element]
    holder, total = body, weight[body]
    while True:
        inner = next(
            (
                child
                for child in holder
                if child.tag in _HOLDERS and weight.get(child, 0) >= _MOST * total
            ),
            None,
        )
        if inner is None:
            return holder
        holder = inner


def _is_links(block: Block) -> bool:
    return block.linked > _LINKED * max(block.length, 1)
