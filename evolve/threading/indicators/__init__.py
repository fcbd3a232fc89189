"""The same figure through the years and documents of a series."""
