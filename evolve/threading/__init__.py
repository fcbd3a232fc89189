"""Links -> threads with states, coverage and indicators."""
