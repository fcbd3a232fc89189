"""``evolve evaluate``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from evolve.evaluation.evaluating import Evaluation
    from evolve.evaluation.readings import PairReading, Readings
    from evolve.matching.model import Models
    from evolve.model import Corpus
    from evolve.settings import Settings

__all__ = ["command"]


@click.command("evaluate", short_help="Measure links and states against readings.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--readings",
    "folder",
    required=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder of reference readings: documents, items, links.",
)
@click.option(
    "--training",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder with more links of the same documents, to fit weights on but not to report.",
)
@click.option("--set", "assignments", multiple=True, metavar="NAME=VALUE", help="Change a setting.")
@click.option("--against", multiple=True, metavar="NAME=VALUE", help="Compare with these settings.")
@click.option("--errors", type=click.IntRange(0), default=0, help="Errors to show of each kind.")
@click.option("--baselines/--no-baselines", default=True, help="Measure the alternatives too.")
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a Markdown report here, its plots beside it.",
)
@click.option(
    "--fit",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Fit the weights on these readings and write them here.",
)
def command(  # noqa: PLR0913 - click hands over one argument an option
    *,
    paths: tuple[Path, ...],
    folder: Path,
    training: Path | None,
    assignments: tuple[str, ...],
    against: tuple[str, ...],
    errors: int,
    baselines: bool,
    report: Path | None,
    fit: Path | None,
) -> None:
    """Measure links and threads against reference readings.

    PATHS are the documents (files and folders) that were read; without any, the items of the
    readings are linked as they stand, which measures matching apart from reading.

    Prints precision, recall, F1, average precision and candidate recall for each pair of
    documents and pooled; the same at weights that never saw the pair, or its series; what
    other tools reach at their own best thresholds; calibration; B-cubed and the largest thread.

    Example: evolve evaluate seeds --readings tests/readings --errors 3
    """
    from evolve.evaluation.evaluating import evaluate
    from evolve.evaluation.fates import states_text
    from evolve.evaluation.promises import promises_text
    from evolve.evaluation.readings import load_pairs, load_readings
    from evolve.evaluation.rendering import as_text, errors_of
    from evolve.settings import parse_settings

    readings = load_readings(folder)
    more = load_pairs(training) if training else ()
    settings = parse_settings(assignments)
    others = parse_settings([*assignments, *against])
    corpus = _corpus(paths, readings, settings)
    folders = [folder, *([training] if training else [])]
    if fit:
        _fit(fit, corpus, readings, more, folders)
    made = evaluate(corpus, readings, settings, training=more, baselines=baselines)
    click.echo(as_text(made), nl=False)
    told = "".join(
        (
            *(f"{line}\n" for line in errors_of(made.judged, errors)),
            promises_text(folder, readings, errors),
            states_text(corpus, readings, folders, settings),
        )
    )
    if against:
        told += _comparison(made, evaluate(corpus, readings, others, baselines=False), against)
    click.echo(told, nl=False)
    if report:
        _write(report, made, told)


def _corpus(paths: tuple[Path, ...], readings: "Readings", settings: "Settings") -> "Corpus":
    from evolve.cli.narration import tell_problems
    from evolve.evaluation.readings import corpus_of
    from evolve.reading import read_corpus

    if not paths:
        return corpus_of(readings)
    corpus = read_corpus(paths, settings)
    tell_problems(corpus.problems)
    return corpus


def _fit(
    path: Path,
    corpus: "Corpus",
    readings: "Readings",
    more: "tuple[PairReading, ...]",
    folders: list[Path],
) -> None:
    from evolve.evaluation.fates import fit_states
    from evolve.evaluation.fitting_all import fit_models
    from evolve.evaluation.summary import ENOUGH_LINKS
    from evolve.exporting import write_whole
    from evolve.settings import Settings

    def write(models: "Models") -> None:
        write_whole(path, (models.model_dump_json(indent=2) + "\n").encode())

    models = fit_models(corpus, readings, more, folders[0])
    write(models)
    if echoes := fit_states(corpus, readings, folders, Settings(weights=str(path))):
        write(models.model_copy(update={"echoes": echoes}))
    links = sum(link.agreed for pair in (*readings.pairs, *more) for link in pair.links)
    told = "" if links >= ENOUGH_LINKS else f"; that is few, {ENOUGH_LINKS} and more are wanted"
    click.echo(
        f"{path}: weights of {len(models.items.signals)} signals from {links} links{told}", err=True
    )


def _comparison(made: "Evaluation", other: "Evaluation", against: tuple[str, ...]) -> str:
    lines = [f"\nAgainst {' '.join(against)} (F1 there, F1 here, difference)"]
    for here, there in zip(made.rows, other.rows, strict=True):
        ours, theirs = here.counts.f1, there.counts.f1
        lines.append(f"  {here.name}  {theirs:.3f}  {ours:.3f}  {ours - theirs:+.3f}")
    return "\n".join(lines) + "\n"


def _write(path: Path, made: "Evaluation", told: str) -> None:
    import numpy as np

    from evolve.evaluation.plots import precision_recall_plot, reliability_plot
    from evolve.evaluation.rendering import as_markdown
    from evolve.exporting import write_whole

    plots = []
    if made.judged:
        score = np.concatenate([one.score for one in made.judged])
        truth = np.concatenate([one.truth for one in made.judged])
        pooled = made.rows[-1].counts
        dot = (pooled.recall, pooled.precision)
        curve = precision_recall_plot(score, truth, pooled.wanted, dot)
        drawn = {"Precision and recall": curve, "Calibration": reliability_plot(made.bins)}
        for title, image in drawn.items():
            name = f"{path.stem}-{title.lower().replace(' ', '-')}.svg"
            write_whole(path.parent / name, image.encode())
            plots.append((title, name))
    write_whole(path, as_markdown(made, plots, told).encode())
