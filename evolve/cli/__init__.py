"""The command ``evolve``: parse, call the engine, print.

Standard output is data, standard error is narration. Exit codes: 0 done, 1 a finding or
a failed check, 2 wrong use or unreadable input.
"""

from evolve.cli.group import main

__all__ = ["main"]
