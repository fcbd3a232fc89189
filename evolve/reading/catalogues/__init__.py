"""``corpus.toml``: what it is called, how it is read, applied and written."""
