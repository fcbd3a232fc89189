"""The terminal browser in a web browser."""
