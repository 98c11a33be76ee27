"""Under which circumstances is the app walked through? Sizes, text, colours, language, how much there is."""

from dataclasses import dataclass
from enum import StrEnum


class Filling(StrEnum):
    """How much is in the library."""

    EMPTY = "empty"
    TYPICAL = "typical"
    OVERFULL = "overfull"


class Colours(StrEnum):
    """Which palette the app is dressed in."""

    LIGHT = "light"
    DARK = "dark"
    LIGHT_CONTRAST = "light-contrast"
    DARK_CONTRAST = "dark-contrast"

    @property
    def theme(self) -> str:
        """The theme as the preferences call it."""
        return self.value.partition("-")[0]

    @property
    def high_contrast(self) -> bool:
        """Whether the system asks for more contrast."""
        return self in (Colours.LIGHT_CONTRAST, Colours.DARK_CONTRAST)


@dataclass(frozen=True, slots=True)
class Setting:
    """One walk: the screen in pixels, how large text is, the colours, the filling, and the language's code."""

    width: int
    height: int
    filling: Filling
    scale: float = 1.0
    colours: Colours = Colours.LIGHT
    language: str = "en"

    @property
    def name(self) -> str:
        """How the walk is called on the command line and in a report: "1024x600-typical-100-light", "…-de"."""
        name = f"{self.width}x{self.height}-{self.filling}-{round(self.scale * 100)}-{self.colours}"
        return name if self.language == "en" else f"{name}-{self.language}"


SMALL, USUAL, SHORT, LARGE = (1024, 600), (1440, 900), (1280, 672), (3840, 2160)
EMPTY, TYPICAL, OVERFULL = Filling

IN_FULL = tuple(Setting(*size, filling) for size in (SMALL, USUAL) for filling in Filling)
PAIRWISE = (
    # Every pair of size, text, colours and filling is in one of these or of those above.
    Setting(*SHORT, EMPTY, 2.0, Colours.DARK),
    Setting(*SHORT, EMPTY, 1.0, Colours.LIGHT),
    Setting(*SHORT, TYPICAL, 1.0, Colours.LIGHT_CONTRAST),
    Setting(*SHORT, OVERFULL, 1.0, Colours.DARK),
    Setting(*SHORT, TYPICAL, 2.0, Colours.DARK_CONTRAST),
    Setting(*LARGE, EMPTY, 1.0, Colours.DARK_CONTRAST),
    Setting(*LARGE, TYPICAL, 2.0, Colours.LIGHT),
    Setting(*LARGE, OVERFULL, 2.0, Colours.LIGHT_CONTRAST),
    Setting(*LARGE, TYPICAL, 1.0, Colours.DARK),
    Setting(*SMALL, TYPICAL, 2.0, Colours.DARK),
    Setting(*SMALL, EMPTY, 2.0, Colours.LIGHT_CONTRAST),
    Setting(*SMALL, OVERFULL, 2.0, Colours.LIGHT),
    Setting(*SMALL, TYPICAL, 1.0, Colours.DARK_CONTRAST),
    Setting(*USUAL, TYPICAL, 2.0, Colours.DARK),
    Setting(*USUAL, EMPTY, 1.0, Colours.LIGHT_CONTRAST),
    Setting(*USUAL, OVERFULL, 1.0, Colours.DARK_CONTRAST),
)
IN_LANGUAGES = tuple(Setting(*SMALL, TYPICAL, language=code) for code in ("de", "en-XA", "ar-XB"))
"""What a language changes is seen where there is least room."""
ON_REQUEST = (
    Setting(*SMALL, TYPICAL, 2.0, language="de"),
    *(Setting(*USUAL, filling, language=code) for code in ("en-XA", "ar-XB", "de") for filling in Filling),
    *(Setting(*SMALL, TYPICAL, 2.0, Colours.DARK, language=code) for code in ("en-XA", "ar-XB")),
)
"""Walked by whoever asks for them by name; the suite has no time for them."""
IN_SUITE = (*IN_FULL, *PAIRWISE, *IN_LANGUAGES)
EVERY = {setting.name: setting for setting in (*IN_SUITE, *ON_REQUEST)}
