"""Every value that changes the result, with its default."""

from pydantic import BaseModel, ConfigDict

__all__ = ["Settings"]


class Settings(BaseModel):
    """What a build can be told; all of it is written into the timeline."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    as_of: int | None = None
    """States as they stood at the end of this year; null for the latest document."""
