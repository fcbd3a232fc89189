"""Lines of work: what stands where, what is linked, and which items are one line."""
