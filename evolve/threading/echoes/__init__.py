"""Promises that a document speaks of in other words."""
