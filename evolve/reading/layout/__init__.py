"""What a file shows: scripts, paragraphs, and pieces that are set aside."""
