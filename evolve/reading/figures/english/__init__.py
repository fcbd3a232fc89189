"""Figures of a text in English."""
