"""Precision and recall against reference readings."""
