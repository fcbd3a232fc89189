"""Timeline -> lists that people ask for, as table, Markdown, CSV or JSON."""

from evolve.listing.formats import FORMATS, render
from evolve.listing.groups import GROUPINGS
from evolve.listing.model import Listing, Row, Selection
from evolve.listing.select import listing_of

__all__ = ["FORMATS", "GROUPINGS", "Listing", "Row", "Selection", "listing_of", "render"]
