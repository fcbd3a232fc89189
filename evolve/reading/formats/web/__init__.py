"""Web pages: the article, its headings and tables, without the navigation around it."""

from evolve.reading.formats.web.mail import read_mhtml
from evolve.reading.formats.web.reader import read_html

__all__ = ["read_html", "read_mhtml"]
