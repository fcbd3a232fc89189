"""Back and forward."""

from dataclasses import dataclass, field

from tui.view.place import Place

__all__ = ["History"]

_LONGEST = 200


@dataclass(slots=True)
class History:
    """Places in the order in which they were visited; one of them is the present one."""

    places: list[Place] = field(default_factory=list)
    at: int = -1

    def visit(self, place: Place) -> None:
        """Go to a new place; what lay ahead is forgotten."""
        self.places = [*self.places[: self.at + 1], place][-_LONGEST:]
        self.at = len(self.places) - 1

    def update(self, place: Place) -> None:
        """Remember where in the present place the reader stands."""
        if self.places:
            self.places[self.at] = place

    def step(self, by: int) -> Place | None:
        """Go back (-1) or forward (+1), if there is such a place."""
        if not 0 <= self.at + by < len(self.places):
            return None
        self.at += by
        return self.places[self.at]

    @property
    def trail(self) -> list[Place]:
        """The way here, the present place last."""
        return self.places[: self.at + 1]
