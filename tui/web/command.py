"""The command ``evolve serve``; the server is loaded when it runs."""

import shlex
import sys
from pathlib import Path

import click

from evolve.errors import EvolveError
from tui.strings import Language

__all__ = ["serve"]

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@click.command(epilog="Example: evolve serve timeline.json --port 8080")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option(
    "--public-url",
    metavar="URL",
    help="Address under which readers come; needed where it is not this machine.",
)
@click.option("--lang", type=click.Choice([language.value for language in Language]))
@click.option(
    "--visitors",
    type=click.IntRange(1, 1000),
    default=8,
    show_default=True,
    help="How many readers may be there at once; each costs a process.",
)
def serve(  # noqa: PLR0913 - click hands over one argument an option
    *,
    paths: tuple[Path, ...],
    host: str,
    port: int,
    public_url: str | None,
    lang: str | None,
    visitors: int,
) -> None:
    """Look through a timeline in a web browser.

    PATHS are what `evolve browse` takes. The page loads nothing from the net. There is no login:
    whoever reaches the address can read the timeline.
    """
    if public_url is None and host not in _LOOPBACK:
        raise click.UsageError(
            f"--host {host} lets other machines in: name the address they come by"
            " with --public-url, such as http://plans.example:8000"
        )
    for path in paths:
        if not path.exists():
            raise EvolveError(f"{path}: no such file or folder.")
    try:
        from tui.web.server import BrowserServer, Site
    except ImportError as error:
        raise EvolveError(
            "The web server is not installed: pip install 'policy-evolve[serve]'."
        ) from error
    language = ["--lang", lang] if lang else []
    command = [
        sys.executable,
        "-m",
        "evolve",
        "browse",
        *language,
        "--",
        *(str(path.resolve()) for path in paths),
    ]
    url = (public_url or f"http://{_printed(host)}:{port}").rstrip("/")
    site = Site(host, port, url, visitors)
    server = BrowserServer(shlex.join(command), site, started=_tell)
    try:
        server.serve()
    except OSError as error:
        raise EvolveError(f"{host}:{port} cannot be listened on ({error.strerror}).") from error


def _tell(url: str) -> None:
    click.echo(f"{url}  (Ctrl+C ends it)", err=True)


def _printed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
