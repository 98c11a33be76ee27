"""On which sheet is a document printed?"""

from enum import StrEnum


class Paper(StrEnum):
    """The sheet that a document is printed on."""

    A4 = "a4"
    LETTER = "us-letter"

    @property
    def size_cm(self) -> tuple[float, float]:
        """Width and height in centimetres."""
        return (21.59, 27.94) if self is Paper.LETTER else (21.0, 29.7)
