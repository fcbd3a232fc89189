"""What the catalogue of a folder is called."""

__all__ = ["NAME"]

NAME = "corpus.toml"
"""Name of the file, in the folder of the documents."""
