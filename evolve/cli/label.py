"""``evolve label``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from evolve.evaluation.labelling import Choice, Labels
    from evolve.model import Corpus

__all__ = ["command"]

_KEYS: "dict[str, Choice | None]" = {"y": "core", "p": "part", "n": "no", "u": "unsure", "q": None}
_MEANINGS = (
    "y the same line of work, p a specific measure in common, n neither, u unsure, q stop (saved)"
)


@click.command("label")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--between", nargs=2, metavar="DOCUMENT DOCUMENT", help="The documents to compare.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where the answers go; goes on where it stopped.",
)
@click.option("--reader", default="", help="Who answers.")
@click.option(
    "--agreement",
    "pair",
    nargs=2,
    type=click.Path(path_type=Path, dir_okay=False),
    help="Compare the answers of two readers instead.",
)
def command(
    *,
    paths: tuple[Path, ...],
    between: tuple[str, str] | None,
    output: Path | None,
    reader: str,
    pair: tuple[Path, Path] | None,
) -> None:
    """Make reference readings, pair by pair.

    You are asked for pairs of items whether they speak of the same work. The score is not
    shown; doubtful and random pairs take turns. Each answer is saved at once: y the same line of
    work, p a specific measure in common, n neither, u unsure, q stop.

    Examples:
    evolve label seeds --between guangzhou-2021-plan guangzhou-2024-outcome -o links.json

    evolve label --agreement mine.json yours.json
    """
    from evolve.errors import InputError
    from evolve.evaluation.labelling import Labels, agreement, load_labels
    from evolve.reading import read_corpus
    from evolve.settings import Settings

    if pair:
        count, observed, kappa = agreement(*(load_labels(path) for path in pair))
        if not count:
            raise InputError(f"{pair[0]} and {pair[1]}: no pair was answered in both")
        click.echo(f"{count} pairs answered by both; agreement {observed:.3f}, kappa {kappa:.3f}")
        return
    if not (paths and between and output):
        raise click.UsageError("give PATHS, --between and --output, or --agreement")
    labels = Labels(a_document=between[0], b_document=between[1], reader=reader)
    if output.exists():
        labels = load_labels(output)
        if {labels.a_document, labels.b_document} != set(between):
            message = f"holds answers on {labels.a_document} and {labels.b_document}"
            raise InputError(f"{output}: {message}; name another file")
    _ask(read_corpus(paths, Settings()), labels, output)


def _ask(corpus: "Corpus", labels: "Labels", output: Path) -> None:
    """Show pair after pair until the reader stops; each answer is saved at once."""
    from evolve.evaluation.labelling import Answer, queue, save_labels
    from evolve.exporting import write_whole
    from evolve.settings import Settings

    pairs = queue(corpus, Settings(), (labels.a_document, labels.b_document))
    _begin(output, save_labels(labels))
    click.echo(_MEANINGS, err=True)
    known = {(one.a, one.b) for one in labels.answers}
    for a, b, why in pairs:
        if (a, b) in known:
            continue
        choice = _answer(corpus, a, b, len(labels.answers))
        if choice is None:
            break
        answer = Answer(a=a, b=b, answer=choice, picked=why)
        labels = labels.model_copy(update={"answers": (*labels.answers, answer)})
        write_whole(output, save_labels(labels))
    click.echo(f"{output}: {len(labels.answers)} answers", err=True)


def _begin(output: Path, data: bytes) -> None:
    """Write the file before anything is asked, so that no answer is lost."""
    from evolve.errors import InputError
    from evolve.exporting import write_whole

    try:
        output.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{output.parent}: cannot be made ({error.strerror})") from error
    write_whole(output, data)


def _answer(corpus: "Corpus", a: str, b: str, count: int) -> "Choice | None":
    from evolve.cells import inert

    for name in (a, b):
        item = corpus.item[name]
        click.echo(f"\n{name}  {inert(' / '.join(item.path))}\n{inert(item.text)}")
    keys = click.Choice(list(_KEYS))
    return _KEYS[click.prompt(f"\n{count + 1}. the same work?", type=keys, err=True)]
