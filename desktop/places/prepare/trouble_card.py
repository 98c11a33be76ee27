"""It does not fit: by how much, and the acts that would make it fit with what comes of each."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.places.prepare.fields import is_low
from desktop.places.prepare.row_menus import pop_up
from desktop.places.prepare.ways_to_fit import WayToFit
from desktop.widgets.buttons import ActionButton
from desktop.widgets.flow import FlowLayout
from desktop.widgets.focus_ring import paint_focus_ring
from desktop.widgets.press import connect_press
from desktop.widgets.press_button import PressButton
from desktop.widgets.scrolling import clear_layout
from desktop.widgets.sides import mirror_of
from desktop.widgets.tips import menu_text
from desktop.widgets.words import Words
from formats.language import Message

WORDS, RESULT, EDGE = 14, 12.5, 9
INTRODUCED = (Message(), Message("This makes it fit:"), Message("One of these makes it fit:"))
OTHERS = (Message(), Message("Another way"), Message("Two other ways"))


class WayButton(PressButton):
    """An act in strong letters, and under it what comes of it; that is left out where it is `brief`."""

    def __init__(self, look: Look, way: WayToFit, *, brief: bool) -> None:
        super().__init__()
        self._look, self._way, self._brief = look, way, brief
        self.setText(way.words)
        self.setAccessibleName(way.in_full)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.look_changed.connect(self.updateGeometry)

    @property
    def _lines(self) -> tuple[tuple[str, QFont, str], ...]:
        strong = self._look.font(WORDS, QFont.Weight.DemiBold)
        act = self._way.words, strong, "ink"
        return (act,) if self._brief else (act, (self._way.result, self._look.font(RESULT), "ink_2"))

    def sizeHint(self) -> QSize:
        """As wide as the longer of its lines."""
        metrics = [(QFontMetrics(font), text) for text, font, _ in self._lines]
        edge = self._look.px(EDGE)
        wide = max(one.horizontalAdvance(text) for one, text in metrics)
        return QSize(wide + 2 * edge, sum(one.height() for one, _ in metrics) + edge)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, look = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self._look
        painter.setBrush(look.colour("surface"))
        painter.setPen(QPen(look.colour("ink_2" if self.underMouse() else "line_strong"), 1))
        painter.drawRoundedRect(box, 10, 10)
        if self.hasFocus():
            paint_focus_ring(painter, box, look.colour("moss"), 10)
        top = look.px(EDGE) // 2
        for text, font, role in self._lines:
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(look.colour(role))
            mirror_of(self).draw_words(painter, look.px(EDGE), top + metrics.ascent(), text)
            top += metrics.height()


class TroubleCard(QFrame):
    """Hidden while it fits, or fitting is enough."""

    way_chosen = Signal(object)
    """One of the acts is to be done: WayToFit."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._shown = look, ("", False)
        self._ways: tuple[WayToFit, ...] = ()
        self.setProperty("role", "notice")
        self._sentence = Words("", wrap=True)
        self._sentence.setObjectName("too-long")
        self._acts = QWidget()
        self._flow = FlowLayout(self._acts, gap=6)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 4, 10, 4)
        column.setSpacing(4)
        column.addWidget(self._sentence)
        column.addWidget(self._acts)
        self.hide()

    @property
    def buttons(self) -> list[PressButton]:
        """The acts in sight."""
        shown = (item.widget() for n in range(self._flow.count()) if (item := self._flow.itemAt(n)) is not None)
        return [button for button in shown if isinstance(button, PressButton)]

    def show_ways(self, sentence: str, ways: tuple[WayToFit, ...]) -> None:
        """Says what is wrong, and offers the acts; hidden where the sentence is empty."""
        self.setVisible(bool(sentence))
        low = is_low(self, self._look)
        shown = (repr((sentence, [(way.words, way.result) for way in ways])), low)
        self._ways = ways
        if shown == self._shown:
            return
        self._shown = shown
        self._sentence.setText(
            " ".join(filter(None, (sentence, "" if low else str(INTRODUCED[min(len(ways), 2)]))))
        )
        had_keys = any(button.hasFocus() for button in self.buttons)
        clear_layout(self._flow)
        for way in ways[: 1 if low else None]:
            button = WayButton(self._look, way, brief=low)
            connect_press(button, self._choose, way.words)
            self._flow.addWidget(button)
        if low and len(ways) > 1:
            others = ActionButton(self._look, str(OTHERS[len(ways) - 1]), "chevron-down", icon_last=True)
            others.clicked.connect(self._offer_others)
            self._flow.addWidget(others)
        self._acts.setVisible(bool(ways))
        if had_keys and ways:
            self.buttons[-1].setFocus()

    def _offer_others(self) -> None:
        menu = QMenu(self)
        for way in self._ways[1:]:
            connect_press(menu.addAction(menu_text(way.in_full)), self._choose, way.words)
        pop_up(menu, self._acts)

    def _choose(self, words: str) -> None:
        way = next((way for way in self._ways if way.words == words), None)
        if way is not None:
            self.way_chosen.emit(way)
