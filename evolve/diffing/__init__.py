"""Two texts -> what stayed, went, came and moved."""
