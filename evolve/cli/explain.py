"""``evolve explain``."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from evolve.matching.explaining import Candidate, Explanation
    from evolve.model import Corpus, Evidence

__all__ = ["command"]

_SAYS = {
    "prior": "where every candidate begins",
    "wording": "rare words of both items",
    "field": "what their clauses are about",
    "measures": "clauses that find one like them",
    "topic": "the two clauses nearest by concept",
    "name": "words that only these two have",
    "relatedness": "near to the same other items",
    "meaning": "your embedding model",
    "rivals": "its lead over other pairs of the two",
}
"""What each part of a score measures."""
_BARS = {
    "link_threshold": "the setting link_threshold",
    "near_best": "the setting near_best of the best pair of either",
}
"""What a link needs."""


@click.command("explain")
@click.argument("item")
@click.argument("other", required=False)
@click.option(
    "--in",
    "paths",
    multiple=True,
    required=True,
    type=click.Path(path_type=Path),
    help="Documents (files and folders) or the timeline that the items stand in; may be repeated.",
)
@click.option("--set", "assignments", multiple=True, metavar="NAME=VALUE", help="Change a setting.")
def command(
    *, item: str, other: str | None, paths: tuple[Path, ...], assignments: tuple[str, ...]
) -> None:
    """Tell why items are linked, or are not.

    What adds to the score and what takes from it stands in order and sums to it on the scale of
    log-odds; then the passages that both texts share, marked in 【】, the rivals of the pair, and
    how far it is from flipping. For a single item: its best candidates in every other
    document, linked or not, and why each failed.

    A timeline is explained at the settings that it was built with.

    Exit code 1 when the two are not linked.

    Examples:
    evolve explain guangzhou-2021-plan/2.6 guangzhou-2024-outcome/3.5 --in seeds

    evolve explain guangzhou-2021-plan/2.6 --in timeline.json
    """
    from evolve.cli.inputs import corpus_of
    from evolve.errors import InputError
    from evolve.matching.explaining import candidates_of, explain, spare

    corpus, settings = corpus_of(paths, assignments)
    _check(corpus, [name for name in (item, other) if name])
    if other is None:
        for document, found in candidates_of(corpus, settings, item):
            click.echo(f"{document}")
            for one in found:
                click.echo(f"  {_verdict(one)}  {_partner(one, item, corpus)}")
                click.echo(f"      {_parts(one)}; {_spare(spare(one, settings))} a link needs")
        return
    made = explain(corpus, settings, item, other)
    if made is None:
        message = "their documents are not compared with each other (settings reach and peers)"
        raise InputError(f"{item} and {other}: {message}")
    _tell(made, corpus)
    if made.candidate is None or not made.candidate.accepted:
        sys.exit(1)


def _check(corpus: "Corpus", names: list[str]) -> None:
    from evolve.errors import InputError

    for name in names:
        if name in corpus.measure:
            raise InputError(f"{name} is a measure; name its item, {corpus.measure[name].item}")
        if name not in corpus.item:
            where = "evolve list --level item --format csv has them in the column item"
            raise InputError(f"{name}: no item has this id; {where}")
    documents = [corpus.item[name].document for name in names]
    if len(documents) > len(set(documents)):
        raise InputError(f"{' and '.join(names)}: both stand in {documents[0]}")


def _verdict(one: "Candidate") -> str:
    return f"{'linked' if one.accepted else 'not linked'} {one.score:.2f}"


def _parts(one: "Candidate") -> str:
    return "  ".join(f"{name} {value:+.2f}" for name, value in one.parts)


def _spare(needed: float) -> str:
    return f"has {needed:.2f} more than" if needed >= 0 else f"lacks {-needed:.2f} of what"


def _partner(one: "Candidate", item: str, corpus: "Corpus") -> str:
    from evolve.cells import cut, inert

    name = one.target if one.source == item else one.source
    return f"{name}  {cut(inert(corpus.item[name].text), 60)}"


def _tell(made: "Explanation", corpus: "Corpus") -> None:
    from evolve.cells import cut, inert

    pair = made.candidate
    if pair is None:
        click.echo("not linked: the two have too little in common to be looked at closely")
    else:
        click.echo(f"{_verdict(pair)}{', each the best of the other' if pair.primary else ''}\n")
        total = 0.0
        for name, value in pair.parts:
            total += value
            click.echo(
                f"  {name:<12} {value:+6.2f}   {total:+6.2f}   {_SAYS.get(name, '')}".rstrip()
            )
        needed = f"{made.bar:.2f}, {_BARS[made.by]}"
        click.echo(f"\n  The pair {_spare(made.needed)} a link needs (log-odds): {needed}.")
        for end, name in enumerate((pair.source, pair.target)):
            click.echo(f"\n{name}\n  {_marked(corpus.item[name].text, pair.evidence, end)}")
    click.echo("\nRivals")
    for one in made.rivals:
        name = one.source if pair and one.target == pair.target else one.target
        text = f"  {cut(inert(corpus.item[name].text), 40)}" if pair else ""
        click.echo(f"  {_verdict(one)}  {one.source} - {one.target}{text}")


def _marked(text: str, evidence: "tuple[Evidence, ...]", end: int) -> str:
    """A text with its shared passages in 【】."""
    from evolve.cells import inert

    spans = sorted((one.source_span, one.target_span)[end] for one in evidence)
    parts, place = [], 0
    for start, stop in spans:
        parts += [text[place:start], "【", text[start:stop], "】"]
        place = stop
    return inert("".join([*parts, text[place:]]))
