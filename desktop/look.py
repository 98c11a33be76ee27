"""What Clearing looks like: palette, type and the one style sheet made from them."""

from dataclasses import dataclass, fields
from importlib.resources import as_file, files
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

TEXT_FAMILY = "Atkinson Hyperlegible Next"
DIGIT_FAMILY = "Inter"


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by role, as `#rrggbb`."""

    paper: str
    surface: str
    sunken: str
    line: str
    line_strong: str
    ink: str
    ink_2: str
    moss: str
    moss_2: str
    on_moss: str
    lake: str
    lake_2: str
    amber: str
    amber_2: str
    clay: str
    clay_2: str


LIGHT = Palette(
    paper="#F6F4EC",
    surface="#FFFFFF",
    sunken="#ECE9DD",
    line="#D9D5C5",
    line_strong="#777C6E",
    ink="#1E2A23",
    ink_2="#4E5D54",
    moss="#2C6649",
    moss_2="#DDEBE1",
    on_moss="#FFFFFF",
    lake="#1F6274",
    lake_2="#DCECEF",
    amber="#8F5200",
    amber_2="#FBE8C8",
    clay="#A3352A",
    clay_2="#F8DFD9",
)
DARK = Palette(
    paper="#131C17",
    surface="#1B2720",
    sunken="#0E1511",
    line="#2C3A32",
    line_strong="#71847A",
    ink="#EDF3EE",
    ink_2="#A9B8AE",
    moss="#7CC79F",
    moss_2="#22382C",
    on_moss="#0E1A13",
    lake="#7FC4D6",
    lake_2="#1B3239",
    amber="#F3B55F",
    amber_2="#3A2C15",
    clay="#F28B7A",
    clay_2="#3D211D",
)

LIGHT_CONTRAST = Palette(
    paper="#FFFFFF",
    surface="#FFFFFF",
    sunken="#F2F2EE",
    line="#5A5F57",
    line_strong="#2A2F28",
    ink="#000000",
    ink_2="#1E2A23",
    moss="#0B4A2B",
    moss_2="#D2EBDB",
    on_moss="#FFFFFF",
    lake="#063F4E",
    lake_2="#D3EBF1",
    amber="#5A3000",
    amber_2="#FFEBC7",
    clay="#751008",
    clay_2="#FFE3DE",
)
DARK_CONTRAST = Palette(
    paper="#000000",
    surface="#000000",
    sunken="#0E1511",
    line="#9AA89F",
    line_strong="#D5DED8",
    ink="#FFFFFF",
    ink_2="#E3EBE6",
    moss="#9BF0C2",
    moss_2="#0F3A24",
    on_moss="#000000",
    lake="#A3E6F7",
    lake_2="#0B3440",
    amber="#FFD08A",
    amber_2="#3E2B08",
    clay="#FFB3A6",
    clay_2="#4A1710",
)

SIZES = {"label": 12.5, "text": 15, "pane": 17, "window": 19, "lead": 20, "large": 28, "stage": 36}


class Look(QObject):
    """The look of the moment: follows the system unless the person chose, and scales with their text size."""

    look_changed = Signal()

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
        return tabular_font(QFont(TEXT_FAMILY), self.px(size), weight)

    def apply(self) -> None:
        """Dresses the whole application in this look."""
        self.app.setFont(self.font(SIZES["text"]))
        self.app.setPalette(_qt_palette(self.palette))
        self.app.setStyleSheet(self.style_sheet())
        self.look_changed.emit()

    def style_sheet(self) -> str:
        """The one style sheet, filled with this palette and these sizes."""
        values = {field.name: getattr(self.palette, field.name) for field in fields(Palette)}
        values |= {f"size_{name}": f"{self.px(size)}px" for name, size in SIZES.items()}
        values |= {"field_height": f"{self.px(38) - 6}px", "family": TEXT_FAMILY}
        values |= {"list_tick": f"{self.px(16)}px", "list_icon": f"{self.px(17)}px"}
        return Template(files("desktop").joinpath("look.qss").read_text("utf-8")).substitute(values)

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


def digit_font(pixels: int) -> QFont:
    """The type of the large digits."""
    return tabular_font(QFont(DIGIT_FAMILY), pixels, QFont.Weight.DemiBold)


def load_fonts() -> None:
    """Makes the fonts that come with the app available to it."""
    for font in files("resources").joinpath("fonts").iterdir():
        if font.name.endswith(".ttf"):
            with as_file(font) as path:
                QFontDatabase.addApplicationFont(str(path))


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
