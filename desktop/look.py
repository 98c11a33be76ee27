"""What Clearing looks like: its colours, its type and the one style sheet made from them."""

import re
from dataclasses import fields
from functools import cache
from importlib.resources import as_file, files
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop.dressing import Dressing
from desktop.palettes import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, Palette

TEXT_FAMILY = "Atkinson Hyperlegible Next"
DIGIT_FAMILY = "Inter"

_ONE_SIDED = re.compile(r"\b(border|margin)-(left|right)\b")
"""Qt itself mirrors a padding, but neither of these."""
SIZES = {"label": 12.5, "text": 15, "pane": 17, "window": 19, "lead": 20, "large": 28, "stage": 36}


class Look(QObject):
    """The look of the moment: follows the system unless the person chose, and scales with their text size."""

    look_changed = Signal()
    """It looks otherwise; again when what was out of sight wears that, too, and can be measured."""

    def __init__(
        self,
        app: QApplication,
        theme: str = "system",
        scale: float = 1.0,
        calm: bool = False,
        high_contrast: bool | None = None,
    ) -> None:
        """`app` gets dressed; `theme` is system, light or dark; `scale` from 1 to 2; `calm` means no motion.

        `high_contrast` is the system's own wish unless it is given.
        """
        super().__init__(app)
        self._theme = theme
        self._scale = scale
        self._high_contrast = high_contrast
        self.calm = calm
        self._dressing = Dressing(self)
        self._dressing.caught_up.connect(self.look_changed)
        # Both are held: PySide takes what they give for gone once they themselves are let go of.
        self._hints = QGuiApplication.styleHints()
        self._wishes = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._follow_system)
        self._wishes.contrastPreferenceChanged.connect(self._follow_contrast)

    @property
    def app(self) -> QApplication:
        """The application it dresses; its parent, for whoever holds on to it keeps Qt from ending in order."""
        app = self.parent()
        assert isinstance(app, QApplication)
        return app

    @property
    def dark(self) -> bool:
        """Whether the dark palette is in use."""
        if self._theme == "system":
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._theme == "dark"

    @property
    def palette(self) -> Palette:
        """The colours in use."""
        if self.high_contrast:
            return DARK_CONTRAST if self.dark else LIGHT_CONTRAST
        return DARK if self.dark else LIGHT

    @property
    def high_contrast(self) -> bool:
        """Whether the system asks for more contrast than usual."""
        if self._high_contrast is not None:
            return self._high_contrast
        return self._wishes.contrastPreference() is Qt.ContrastPreference.HighContrast

    @property
    def scale(self) -> float:
        """How much larger than usual text is, from 1 to 2."""
        return self._scale

    def choose(self, *, theme: str, scale: float, calm: bool) -> None:
        """Takes over the person's wishes and tells every view, where they are others than before."""
        before = (self._theme, self._scale), self.calm
        self._theme, self._scale, self.calm = theme, scale, calm
        if before[0] != (theme, scale):
            self.apply()
        elif before[1] != calm:
            self.look_changed.emit()  # motion is in no style sheet, and to dress every widget takes a second

    def colour(self, role: str) -> QColor:
        """The colour of a role, such as `moss` or `ink_2`."""
        return QColor(getattr(self.palette, role))

    def px(self, size: float) -> int:
        """A size in pixels, grown with the text."""
        return round(size * self._scale)

    def font(self, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Text type at `size` pixels before scaling, with figures of one width."""
        return QFont(text_font(self.px(size), weight))  # a copy: whoever asked may change it

    def apply(self) -> None:
        """Gives the whole application this look, and its sheet to all that is dressed."""
        self.app.setFont(self.font(SIZES["text"]))
        self.app.setPalette(_qt_palette(self.palette))
        self._dressing.change(self.style_sheet())
        self.look_changed.emit()

    def dress(self, wearer: QWidget) -> None:
        """A place or window wears the style sheet from now on, and all in it; where it waited for it, at once."""
        self._dressing.dress(wearer)

    def dress_waiting(self) -> None:
        """Whoever waited for the style sheet out of sight wears it now."""
        self._dressing.dress_waiting()

    def style_sheet(self) -> str:
        """The one style sheet, filled with this palette and these sizes."""
        return _style_sheet(
            self.palette, self._scale, self.app.layoutDirection() is Qt.LayoutDirection.RightToLeft
        )

    def _follow_system(self) -> None:
        if self._theme == "system":
            self.apply()

    def _follow_contrast(self) -> None:
        if self._high_contrast is None:
            self.apply()


def tabular_font(font: QFont, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The font at a size, with figures of one width so that running digits do not tremble."""
    font.setPixelSize(max(1, pixels))
    font.setWeight(weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


@cache
def text_font(pixels: int, weight: QFont.Weight) -> QFont:
    """Text type at so many pixels; not to be changed, for everyone has the same."""
    return tabular_font(QFont(TEXT_FAMILY), pixels, weight)


def digit_font(pixels: int) -> QFont:
    """The type of the large digits."""
    return tabular_font(QFont(DIGIT_FAMILY), pixels, QFont.Weight.DemiBold)


def load_fonts() -> None:
    """Makes the fonts that come with the app available to it."""
    load_text_fonts()
    load_digit_font()


def load_text_fonts() -> None:
    """Those of texts."""
    _load_fonts(TEXT_FAMILY)


def load_digit_font() -> None:
    """That of the large digits."""
    _load_fonts(DIGIT_FAMILY)


def _load_fonts(family: str) -> None:
    for font in files("resources").joinpath("fonts").iterdir():
        if font.name.startswith(family.replace(" ", "")) and font.name.endswith(".ttf"):
            with as_file(font) as path:
                QFontDatabase.addApplicationFont(str(path))


@cache
def _style_sheet(palette: Palette, scale: float, from_the_right: bool) -> str:
    values = {field.name: getattr(palette, field.name) for field in fields(Palette)}
    values |= {f"size_{name}": f"{round(size * scale)}px" for name, size in SIZES.items()}
    values |= {"field_height": f"{round(38 * scale) - 6}px", "family": TEXT_FAMILY}
    values |= {"list_tick": f"{round(16 * scale)}px", "list_icon": f"{round(17 * scale)}px"}
    filled = Template(files("desktop").joinpath("look.qss").read_text("utf-8")).substitute(values)
    return _ONE_SIDED.sub(_other_side, filled) if from_the_right else filled


def _other_side(found: re.Match[str]) -> str:
    return f"{found[1]}-{'right' if found[2] == 'left' else 'left'}"


def _qt_palette(palette: Palette) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: palette.paper,
        role.Base: palette.surface,
        role.AlternateBase: palette.sunken,
        role.Button: palette.surface,
        role.WindowText: palette.ink,
        role.Text: palette.ink,
        role.ButtonText: palette.ink,
        role.ToolTipBase: palette.surface,
        role.ToolTipText: palette.ink,
        role.PlaceholderText: palette.ink_2,
        role.Highlight: palette.moss,
        role.HighlightedText: palette.on_moss,
        role.Link: palette.lake,
    }
    made = QPalette()
    for name, colour in colours.items():
        made.setColor(name, QColor(colour))
    faint = QColor(palette.line_strong)
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, faint)
    return made
