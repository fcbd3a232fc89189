"""The colours: Textual's themes for the frame, and a style for every name that views use.

States are told apart by blue, green, grey and orange-red of different lightness (after Okabe
and Ito's palette for the colour-blind) and always carry a sign and a word as well.
"""

from functools import lru_cache

from rich.style import Style
from textual.theme import Theme

__all__ = ["THEMES", "style_of"]


def _theme(name: str, colours: tuple[str, str, str, str, str], *, dark: bool) -> Theme:
    """A theme from background, surface, panel, text and accent."""
    background, surface, panel, foreground, accent = colours
    return Theme(
        name=name,
        primary=accent,
        secondary=accent,
        accent=accent,
        foreground=foreground,
        background=background,
        surface=surface,
        panel=panel,
        dark=dark,
        variables={"border": panel, "input-selection-background": f"{accent} 35%"},
    )


THEMES: dict[str, Theme] = {
    theme.name: theme
    for theme in (
        _theme("ink", ("#14171c", "#1b1f26", "#2a303a", "#d8dce3", "#6cb6e8"), dark=True),
        _theme("paper", ("#fbfaf6", "#f3f1ea", "#dedad0", "#23262b", "#00609c"), dark=False),
        _theme("contrast", ("#000000", "#000000", "#444444", "#ffffff", "#ffff00"), dark=True),
        _theme(
            "contrast-light", ("#ffffff", "#ffffff", "#bbbbbb", "#000000", "#0000c8"), dark=False
        ),
        _theme("colour-blind", ("#101418", "#181d23", "#2b323b", "#e6e6e6", "#f0e442"), dark=True),
    )
}
"""Our themes by name; the first is the default."""

_DARK = {
    "title": "bold",
    "heading": "bold #6cb6e8",
    "where": "#6cb6e8",
    "muted": "#8b93a1",
    "minor": "#b4bac5",
    "rule": "#3c4450",
    "head": "#8b93a1",
    "group": "bold",
    "warning": "#e8b04c",
    "hit": "bold black on #f0d35a",
    "evidence": "underline",
    "state.new": "bold #6cb6e8",
    "state.continued": "#d8dce3",
    "state.completed": "#4fbf98",
    "state.dropped": "bold #ee8257",
    "cell.plan": "#9db4cc",
    "cell.outcome": "#8fc7b0",
    "cell.completed": "#4fbf98",
    "cell.also": "#8b93a1",
    "cell.absent": "#4b5462",
    "added": "bold #7cc4f5 on #14324a",
    "removed": "strike #f0a487 on #45241a",
    "moved": "italic #d4b3f0",
    "plus": "bold #7cc4f5",
    "minus": "bold #f0a487",
    "shared": "#c9b6f2",
    "strong": "bold",
    "better": "#4fbf98",
    "worse": "bold #ee8257",
    "target": "#6cb6e8",
    "actual": "#4fbf98",
    "baseline": "#8b93a1",
    "key": "bold #e8b04c",
    "chip": "reverse",
    "label": "bold black on #e8b04c",
    "discarded": "italic #6f7886",
}
_LIGHT = {
    **_DARK,
    "heading": "bold #00609c",
    "where": "#00609c",
    "muted": "#6a6f78",
    "minor": "#454a52",
    "rule": "#c9c4b7",
    "head": "#6a6f78",
    "warning": "#8a5a00",
    "hit": "bold black on #ffe066",
    "state.new": "bold #00609c",
    "state.continued": "#23262b",
    "state.completed": "#00714f",
    "state.dropped": "bold #b3400a",
    "cell.plan": "#33618a",
    "cell.outcome": "#2d7a5f",
    "cell.completed": "#00714f",
    "cell.also": "#6a6f78",
    "cell.absent": "#b9b4a8",
    "added": "bold #004a7c on #d5eafa",
    "removed": "strike #8f2f06 on #fbe3d8",
    "moved": "italic #6b3fa0",
    "plus": "bold #004a7c",
    "minus": "bold #8f2f06",
    "shared": "#5b3fa0",
    "better": "#00714f",
    "worse": "bold #b3400a",
    "target": "#00609c",
    "actual": "#00714f",
    "baseline": "#6a6f78",
    "key": "bold #8a5a00",
    "label": "bold white on #8a5a00",
    "discarded": "italic #85827a",
}
_PALETTES = {
    "contrast": {
        **_DARK,
        "muted": "#e0e0e0",
        "minor": "#ffffff",
        "head": "bold #ffffff",
        "rule": "#bbbbbb",
        "heading": "bold #ffff00",
        "where": "#00ffff",
        "state.new": "bold #00ffff",
        "state.completed": "#00ff7f",
        "state.dropped": "bold #ff9966",
        "cell.absent": "#bbbbbb",
        "cell.also": "#ffffff",
    },
    "contrast-light": {
        **_LIGHT,
        "muted": "#222222",
        "minor": "#000000",
        "head": "bold #000000",
        "rule": "#444444",
        "heading": "bold #0000c8",
        "where": "#0000c8",
        "state.new": "bold #0000c8",
        "state.completed": "#005000",
        "state.dropped": "bold #a00000",
        "cell.absent": "#444444",
    },
    "colour-blind": {
        **_DARK,
        "heading": "bold #f0e442",
        "where": "#56b4e9",
        "state.new": "bold #56b4e9",
        "state.completed": "#f0e442",
        "state.dropped": "bold #e69f00",
        "cell.completed": "#f0e442",
        "added": "bold #56b4e9 on #10324a",
        "removed": "strike #e69f00 on #3d2c05",
        "better": "#56b4e9",
        "worse": "bold #e69f00",
        "actual": "#f0e442",
        "target": "#56b4e9",
    },
}


@lru_cache(maxsize=4096)
def style_of(names: str, theme: str, *, dark: bool) -> Style:
    """The style of names separated by spaces; an unknown name has none."""
    palette = _PALETTES.get(theme) or (_DARK if dark else _LIGHT)
    found = (Style.parse(palette[name]) for name in names.split() if name in palette)
    return sum(found, Style.null())
