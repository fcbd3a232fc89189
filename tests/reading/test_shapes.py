"""Invented documents of many shapes: what is recognised in each, as an outline.

Each stands in ``shapes/``; the snapshot beside tells documents, points and what is set aside.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from evolve.model import Corpus, Document
from evolve.reading import read_corpus
from evolve.settings import Settings
from tests.conftest import Text

SHAPES = sorted((Path(__file__).parent / "shapes").iterdir())


@pytest.mark.parametrize("path", SHAPES, ids=[path.stem for path in SHAPES])
def test_the_outline_of_a_shape(path: Path, snapshot: SnapshotAssertion) -> None:
    corpus = read_corpus([path], Settings())
    assert snapshot.use_extension(Text) == "\n".join(outline(corpus)) + "\n"
    assert "unassigned" not in {piece.reason for piece in corpus.discarded}


def outline(corpus: Corpus) -> Iterator[str]:
    for document in corpus.documents:
        yield from described(document)
        pieces = [
            (section.span, "  " * section.depth + f"{section.label} {section.text}")
            for section in corpus.sections
            if section.document == document.id
        ]
        for item in corpus.items:
            if item.document == document.id:
                kind = "" if item.kind == "item" else f" <{item.kind}>"
                place = item.id.removeprefix(document.id)
                text = item.text.replace("\n", "⏎")
                indent = "  " * (len(item.path) + 1)
                pieces.append((item.span, f"{indent}{place}{kind} {item.label} {text}"))
        yield from (line for _, line in sorted(pieces))
    (source,) = corpus.texts
    for piece in corpus.discarded:
        yield f"-- {piece.reason}: {source.text[slice(*piece.span)]}"


def described(document: Document) -> Iterator[str]:
    period = document.period
    yield f"{document.id}: {document.title}"
    yield f"  {document.role} {period.start}-{period.end} of {document.issuer!r}"
    yield from (f"  ! {notice}" for notice in document.notices)
