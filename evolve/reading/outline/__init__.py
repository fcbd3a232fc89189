"""Paragraphs -> numbered points, headings and lists, with the faults of their numbering."""
