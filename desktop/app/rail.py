"""The rail: the places of the window, at its left edge."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAccessibleWidget,
    QButtonGroup,
    QFrame,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.look import Look, text_font
from desktop.places.page import PlaceName
from desktop.widgets.focus_ring import paint_focus_ring
from desktop.widgets.icons import paint_icon
from desktop.widgets.press_button import PressButton
from desktop.widgets.screen_reader import ButtonInterface
from desktop.widgets.tips import plain_tip
from formats.language import tr

ICONS = {
    PlaceName.SESSIONS: "calendar-days",
    PlaceName.PREPARE: "list-checks",
    PlaceName.RUN: "timer",
    PlaceName.SUMMARY: "file-text",
    PlaceName.YEAR: "trees",
    PlaceName.LIBRARY: "library",
    PlaceName.PEOPLE: "users",
    PlaceName.SETTINGS: "settings",
    PlaceName.HELP: "circle-help",
}
FIRST_BELOW = PlaceName.YEAR
LEAST_WIDTH, MOST_WIDTH, ICON, LARGEST_ICON, LABEL = 76, 120, 22, 40, 12
EDGE, AROUND, BETWEEN = 6, 9, 4
"""The rail is as wide at any size of text: where a word has no room any more, its icon stands alone."""


def rail_width() -> int:
    """As wide as the words of the language need in text of usual size."""
    bold = QFontMetrics(text_font(LABEL, QFont.Weight.Bold))
    longest = max(bold.horizontalAdvance(place.word) for place in PlaceName)
    return max(LEAST_WIDTH, min(longest + 2 * EDGE + BETWEEN, MOST_WIDTH))


class RailItemInterface(ButtonInterface):
    """One of a list of places, the one that is open chosen; a press opens it."""

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = super().state()
        state.selectable, state.selected = True, state.checked
        state.checkable = state.checked = False
        return state


class RailButton(PressButton):
    """One place on the rail: icon over word."""

    def __init__(self, look: Look, place: PlaceName) -> None:
        super().__init__()
        self._look, self.place = look, place
        self._tint = ""
        self._room = rail_width() - 2 * EDGE
        self._with_words = True
        self.setText(place.word)
        self.setAccessibleName(place.word)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.look_changed.connect(self.updateGeometry)

    def for_screen_reader(self) -> QAccessibleInterface:
        return RailItemInterface(self)

    def say(self, words: str, tint: str) -> None:
        """Says this in place of its name, in a colour of the look; its own name where there are no words."""
        said = (words or self.place.word, tint)
        if said != (self.text(), self._tint):
            self._tint = tint
            self.setText(said[0])
            self.setAccessibleDescription(words)
            self.update()

    @property
    def words_fit(self) -> bool:
        """Whether its name has room below its icon."""
        bold = QFontMetrics(self._look.font(LABEL, QFont.Weight.Bold))
        return bold.horizontalAdvance(self.place.word) <= self._room

    def show_words(self, shown: bool) -> None:
        """With its word below the icon, or the icon alone and the word in the tip."""
        if shown != self._with_words:
            self._with_words = shown
            self.setToolTip(plain_tip("" if shown else self.place.word))
            self.updateGeometry()
            self.update()

    def height_with(self, words: bool) -> int:
        """How high it is with its word, or without."""
        label = QFontMetrics(self._font()).height() + BETWEEN if words else 0
        return self._icon_size + label + 2 * AROUND - (BETWEEN if words else 0)

    @property
    def _icon_size(self) -> int:
        return min(self._look.px(ICON), LARGEST_ICON)

    def _font(self) -> QFont:
        strong = self.isChecked() or self._tint
        font = self._look.font(LABEL, QFont.Weight.Bold if strong else QFont.Weight.Normal)
        room, wide = self._room, QFontMetrics(font).horizontalAdvance(self.text())
        if wide > room:  # the time of a long stage, or "Paused", in large text
            font.setPixelSize(max(1, font.pixelSize() * room // wide))
        return font

    def sizeHint(self) -> QSize:
        """Icon, word and the space around them."""
        return QSize(self._room, self.height_with(self._with_words))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse():
            painter.setBrush(self._look.colour("moss_2" if self.isChecked() else "line"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, 10, 10)
        if self.hasFocus():
            paint_focus_ring(painter, box, self._look.colour("moss"), 9)
        ink = self._look.colour("moss" if self.isChecked() else "ink_2")
        side, told = self._icon_size, self.text() != self.place.word
        if self._with_words or not told:
            paint_icon(painter, ICONS[self.place], ink, QRectF((self.width() - side) / 2, AROUND, side, side))
        if self._with_words or told:  # where the words have no room, the time stands in place of the icon
            top = AROUND + side if self._with_words else 0
            painter.setFont(self._font())
            painter.setPen(self._look.colour(self._tint) if self._tint else ink)
            words = QRectF(0, top, self.width(), self.height() - top - (BETWEEN if self._with_words else 0))
            painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, self.text())


class Rail(QFrame):
    """The places, the everyday ones above and the others at the foot."""

    place_chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(tr("Places"))
        self._buttons = {place: RailButton(look, place) for place in PlaceName}
        self._time = ("", "")
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, 2 * EDGE, EDGE, 2 * EDGE)
        column.setSpacing(EDGE)
        for place, button in self._buttons.items():
            if place is FIRST_BELOW:
                column.addStretch(1)
            column.addWidget(button)
            self._group.addButton(button)
        self.setFixedWidth(rail_width())
        self._group.buttonClicked.connect(self._choose)
        look.look_changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As high as the icons alone."""
        return QSize(self.width(), self._height_with(words=False))

    def _height_with(self, *, words: bool) -> int:
        buttons = self._buttons.values()
        return sum(button.height_with(words) for button in buttons) + EDGE * (len(buttons) + 3)

    def _fit(self) -> None:
        """All words, where all of them have room, or none."""
        room = all(button.words_fit for button in self._buttons.values())
        room = room and self._height_with(words=True) <= self.height()
        for button in self._buttons.values():
            button.show_words(room)

    def for_screen_reader(self) -> QAccessibleInterface:
        return QAccessibleWidget(self, QAccessible.Role.List)

    def show_chosen(self, place: PlaceName) -> None:
        """Marks the place that is open."""
        self._buttons[place].setChecked(True)
        self._say_time()

    def show_time(self, words: str, tint: str) -> None:
        """The time of the session that runs, seen from the other places too; no words where none does."""
        if (words, tint) != self._time:
            self._time = (words, tint)
            self._say_time()

    def _say_time(self) -> None:
        run = self._buttons[PlaceName.RUN]
        run.say(*(("", "") if run.isChecked() else self._time))

    def _choose(self, button: QAbstractButton) -> None:
        assert isinstance(button, RailButton)
        self.place_chosen.emit(button.place)
