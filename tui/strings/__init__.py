"""Every word of the interface, in Chinese and English.

Document text is never translated: an English interface still shows the documents' Chinese.
"""

import locale
import os
from enum import StrEnum

from tui.strings.commands import COMMANDS
from tui.strings.terms import TERMS
from tui.strings.views import VIEWS

__all__ = ["TEXTS", "Language", "Words", "language_of_machine"]

TEXTS: dict[str, tuple[str, str]] = {**TERMS, **VIEWS, **COMMANDS}
"""Chinese and English by key; ``{name}`` stands for a value."""


class Language(StrEnum):
    """A language of the interface."""

    CHINESE = "zh"
    ENGLISH = "en"


class Words:
    """The interface's words in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._at = 0 if language is Language.CHINESE else 1

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key with its values filled in."""
        text = TEXTS[key][self._at]
        return text.format(**values) if values else text

    def term(self, kind: str, value: str) -> str:
        """The word for a value of an enumeration, or the value itself where it has none."""
        found = TEXTS.get(f"{kind}.{value}")
        return found[self._at] if found else value.replace("_", " ")

    def of(self, chinese: str, english: str) -> str:
        """One of two texts that the engine gives; Chinese where there is no English."""
        return english if self._at and english else chinese


def language_of_machine() -> Language:
    """``EVOLVE_LANG``, else Chinese where the locale is Chinese, else English."""
    named = os.environ.get("EVOLVE_LANG", "")
    if named in tuple(Language):
        return Language(named)
    spoken = next(
        (value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))),
        locale.getlocale()[0] or "",
    )
    chinese = spoken.lower().startswith(("zh", "chinese"))
    return Language.CHINESE if chinese else Language.ENGLISH
