"""Word documents: what stands in them, with the numbers that Word makes by itself."""

from evolve.reading.formats.word.reader import read_docx

__all__ = ["read_docx"]
