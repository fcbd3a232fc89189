"""Figures of a text: value, unit, operator, and what they count."""
