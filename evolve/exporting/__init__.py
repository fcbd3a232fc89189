"""A timeline -> JSON and other files, and back."""
