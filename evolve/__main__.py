"""The program ``evolve``: Ctrl-C never ends it in a traceback, not even while it is loading."""

import sys
from signal import SIGINT

__all__ = ["main"]


def main() -> None:
    """Run the command line; end with 130 when Ctrl-C came before a command could hear it."""
    try:
        from evolve.cli import main as commands

        commands()
    except KeyboardInterrupt:
        sys.stderr.write("evolve: interrupted\n")
        sys.exit(128 + SIGINT)


if __name__ == "__main__":
    main()
