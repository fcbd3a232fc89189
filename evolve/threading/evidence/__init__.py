"""What the documents show of a promise: grades of completion, goals met, deadlines."""
