"""What is made of the few values that are models of pydantic themselves."""

from pydantic import BaseModel, ConfigDict

__all__ = ["Frozen"]


class Frozen(BaseModel):
    """An immutable value without unknown keys; its fields are written in their order."""

    model_config = ConfigDict(frozen=True, extra="forbid")
