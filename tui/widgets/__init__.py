"""The widgets: a list over an index, a page of wrapped text, the bars around them."""
