"""Files -> documents, sections, items, measures and figures."""
