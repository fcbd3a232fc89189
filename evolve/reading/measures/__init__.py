"""Items -> measures: single promises and reports as verbatim clauses."""
