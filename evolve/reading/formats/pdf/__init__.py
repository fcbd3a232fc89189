"""PDF: from glyphs on pages to paragraphs, tables and what stands in the margins."""

from evolve.reading.formats.pdf.reader import read_pdf

__all__ = ["read_pdf"]
