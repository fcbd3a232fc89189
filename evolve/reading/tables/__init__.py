"""Tables, their text, and the rows of tables of indicators."""
