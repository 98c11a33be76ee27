"""How much does one colour stand out from another?"""

from PySide6.QtGui import QColor

TEXT, LARGE_TEXT, HIGH = 4.5, 3.0, 7.0


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    shares = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    """From 1, the same, to 21, black on white."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def least_contrast(*, large: bool, high: bool) -> float:
    """What text has to reach: more where the system asks for high contrast, less where it is large."""
    if high:
        return TEXT if large else HIGH
    return LARGE_TEXT if large else TEXT
