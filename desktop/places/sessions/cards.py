"""The cards of the place: what is next, where to start from, and the year so far."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.actions import START
from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.icons import paint_icon
from desktop.widgets.press_button import PressButton
from desktop.widgets.sides import mirror_of
from desktop.widgets.words import Words
from formats.language import tr


class IconWidget(QWidget):
    """An icon on its own, for the eye only."""

    def __init__(self, look: Look, name: str, size: int = 28, tint: str = "moss") -> None:
        super().__init__()
        self._look, self._name, self._size, self._tint = look, name, size, tint
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.look_changed.connect(self.updateGeometry)

    def show_drawing(self, name: str) -> None:
        """Shows another icon."""
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(self._size), self._look.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self._name, self._look.colour(self._tint), QRectF(self.rect()))


@dataclass(frozen=True, slots=True)
class NextFacts:
    """What the card of the next session says, and what its two buttons are called."""

    session: str
    icon: str
    when: str
    title: str
    facts: str
    main: str
    main_icon: str
    other: str = ""


class NextCard(QFrame):
    """The session that comes next, or the one that is still running."""

    main_act_requested = Signal()
    other_act_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "next")
        self.setObjectName("next-card")
        self._drawing = IconWidget(look, "trees")
        self._when = Words("", "moss", wrap=True)
        self._title = Words("", "large", wrap=True)
        self._facts = Words("", "second", wrap=True)
        self._other = ActionButton(look, tr("Prepare"))
        self._other.setObjectName("next-other")
        self._main = ActionButton(look, START.brief, START.icon, Weight.MAIN, large=True)
        self._main.setObjectName("next-main")
        self._main.clicked.connect(self.main_act_requested)
        self._other.clicked.connect(self.other_act_requested)
        grid = QGridLayout(self)
        grid.setContentsMargins(28, 24, 28, 24)
        grid.setHorizontalSpacing(20)
        grid.addWidget(self._drawing, 0, 0, 3, 1, Qt.AlignmentFlag.AlignVCenter)
        for row, words in enumerate((self._when, self._title, self._facts)):
            grid.addWidget(words, row, 1)
        self._acts = QHBoxLayout()
        self._acts.setSpacing(12)
        self._acts.addWidget(self._other)
        self._acts.addWidget(self._main)
        self._grid, self._look = grid, look
        grid.setColumnStretch(1, 1)
        self.set_narrow(narrow=False)

    def show_facts(self, facts: NextFacts) -> None:
        """Says what is next."""
        self._drawing.show_drawing(facts.icon)
        self._when.setText(facts.when)
        self._title.setText(facts.title)
        self._facts.setText(facts.facts)
        self._main.show_as(facts.main, facts.main_icon)
        self._other.show_as(facts.other, "")
        self._other.setVisible(bool(facts.other))

    def set_narrow(self, *, narrow: bool) -> None:
        """Puts the buttons below the words where both do not fit side by side."""
        self._grid.removeItem(self._acts)
        align = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignVCenter
        self._grid.addLayout(self._acts, *((3, 1, 1, 2) if narrow else (0, 2, 3, 1)), align)


class StartRow(PressButton):
    """One structure to start from: its icon, title and what it takes."""

    def __init__(self, look: Look, title: str, facts: str, icon: str) -> None:
        super().__init__()
        self._look, self._facts, self._icon = look, facts, icon
        self.setText(title)
        self.setAccessibleName(tr("New session with {title}, {facts}", title=title, facts=facts))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.look_changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(240), self._look.px(68))

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(look.colour("moss_2" if self.underMouse() or self.isDown() else "surface"))
        focused = self.hasFocus()
        painter.setPen(QPen(look.colour("moss"), 2) if focused else QPen(look.colour("line"), 1))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1) if focused else box, 14, 14)
        side = look.px(22)
        icon_box = mirror_of(self).box(QRectF(16, (self.height() - side) / 2, side, side))
        paint_icon(painter, self._icon, look.colour("moss"), icon_box)
        left = 16 + side + 14
        room = self.width() - left - 14
        self._line(painter, self.text(), look.font(15, QFont.Weight.DemiBold), "ink", left, 0.33, room)
        self._line(painter, self._facts, look.font(13), "ink_2", left, 0.68, room)

    def _line(
        self, painter: QPainter, words: str, font: QFont, colour: str, left: int, at: float, room: int
    ) -> None:
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(self._look.colour(colour))
        baseline = self.height() * at + (metrics.ascent() - metrics.descent()) / 2
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        mirror_of(self).draw_words(painter, left, round(baseline), shown)


class FiguresCard(QFrame):
    """A few figures, each over its word."""

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.addWidget(Words(title, "caption"))
        self._row = QGridLayout()
        self._row.setHorizontalSpacing(12)
        self._row.setVerticalSpacing(0)
        column.addLayout(self._row)
        self._pairs: list[tuple[Words, Words]] = []

    def show_figures(self, figures: Iterable[tuple[str, str]]) -> None:
        """Shows each figure with its word."""
        for place, (figure, word) in enumerate(figures):
            if place == len(self._pairs):
                pair = (Words("", "large"), Words("", "second", wrap=True))
                self._pairs.append(pair)
                self._row.addWidget(pair[0], 0, place)
                self._row.addWidget(pair[1], 1, place, Qt.AlignmentFlag.AlignTop)
                self._row.setColumnStretch(place, 1)
            self._pairs[place][0].setText(figure)
            self._pairs[place][1].setText(word)
