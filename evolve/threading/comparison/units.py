"""Units of one dimension: 15亩 are 1公顷; nothing else is ever converted."""

__all__ = ["common_unit"]

_UNITS: dict[str, tuple[str, float]] = {
    "平方米": ("平方米", 1.0),
    "亩": ("平方米", 10_000 / 15),
    "公顷": ("平方米", 10_000.0),
    "平方公里": ("平方米", 1_000_000.0),
    "平方千米": ("平方米", 1_000_000.0),
    "克": ("克", 1.0),
    "斤": ("克", 500.0),
    "公斤": ("克", 1_000.0),
    "千克": ("克", 1_000.0),
    "吨": ("克", 1_000_000.0),
    "米": ("米", 1.0),
    "千米": ("米", 1_000.0),
    "公里": ("米", 1_000.0),
    "千瓦": ("千瓦", 1.0),
    "兆瓦": ("千瓦", 1_000.0),
    "吉瓦": ("千瓦", 1_000_000.0),
    "％": ("%", 1.0),
    "tonnes": ("克", 1_000_000.0),
    "kilograms": ("克", 1_000.0),
    "hectares": ("平方米", 10_000.0),
    "square kilometres": ("平方米", 1_000_000.0),
    "square metres": ("平方米", 1.0),
    "mu": ("平方米", 10_000 / 15),
    "metres": ("米", 1.0),
    "kilometres": ("米", 1_000.0),
    "kW": ("千瓦", 1.0),
    "MW": ("千瓦", 1_000.0),
    "GW": ("千瓦", 1_000_000.0),
}


def common_unit(unit: str) -> tuple[str, float]:
    """The unit of the same dimension in which figures are compared, and the factor to it."""
    return _UNITS.get(unit, (unit, 1.0))
