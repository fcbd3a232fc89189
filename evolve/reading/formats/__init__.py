"""One reader a format."""

from evolve.reading.formats.base import Discard, Grid, Line, RawText
from evolve.reading.formats.find import find_files
from evolve.reading.formats.kinds import SUFFIXES, UNREAD
from evolve.reading.formats.read import read_file

__all__ = ["SUFFIXES", "UNREAD", "Discard", "Grid", "Line", "RawText", "find_files", "read_file"]
