"""Two wordings of one promise: which figures count the same, and what became stronger or weaker."""
