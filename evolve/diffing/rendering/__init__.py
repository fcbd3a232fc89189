"""A comparison as text for a terminal, Markdown, HTML or JSON."""

from evolve.diffing.rendering.html import as_html
from evolve.diffing.rendering.json import as_json
from evolve.diffing.rendering.markdown import as_markdown
from evolve.diffing.rendering.terminal import Look, ages_as_text, as_text
from evolve.diffing.rendering.terms import Terms, terms_in

__all__ = [
    "Look",
    "Terms",
    "ages_as_text",
    "as_html",
    "as_json",
    "as_markdown",
    "as_text",
    "terms_in",
]
