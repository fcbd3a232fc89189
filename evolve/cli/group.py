"""The group of all commands; each is imported when it is first named."""

import sys
from importlib import import_module
from signal import SIGINT
from typing import Any

import click

from evolve.errors import EvolveError

__all__ = ["COMMANDS", "main"]

_INTERRUPTED = 128 + SIGINT
"""Exit code that shells give a program that Ctrl-C ended."""

COMMANDS: dict[str, str] = {
    "build": "build",
    "catalogue": "catalogue",
    "diff": "diff",
    "documents": "documents",
    "list": "list",
    "indicators": "indicators",
    "run": "run",
    "evaluate": "evaluate",
    "explain": "explain",
    "label": "label",
    "schema": "schema",
    "validate": "validate",
}
"""Name of each command and the module of :mod:`evolve.cli` that holds it as ``command``."""


class _Commands(click.Group):
    """A group that loads its commands on demand and tells errors in one sentence."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        from importlib.metadata import entry_points

        return sorted({*COMMANDS, *(point.name for point in entry_points(group="evolve.commands"))})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name in COMMANDS:
            command = import_module(f"evolve.cli.{COMMANDS[cmd_name]}").command
        else:
            from importlib.metadata import entry_points

            found = entry_points(group="evolve.commands", name=cmd_name)
            command = next(iter(found)).load() if found else None
        if command is not None and not isinstance(command, click.Command):
            raise TypeError(f"{cmd_name} is no command")
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except EvolveError as error:
            from evolve.cells import inert

            click.echo(f"evolve: {inert(str(error))}", err=True)
            sys.exit(2)
        except KeyboardInterrupt:
            click.echo("evolve: interrupted", err=True)
            sys.exit(_INTERRUPTED)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="policy-evolve")
def main() -> None:
    """Follow every promise of government plans through the years."""
