"""Two documents -> scored links that explain themselves."""
