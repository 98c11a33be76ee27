"""The script to read aloud: the line of the moment marked, and the next one always in view."""

from datetime import timedelta

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.widgets.buttons import ActionButton
from desktop.widgets.elided import ElidedWords
from desktop.widgets.original_button import OriginalButton
from desktop.widgets.press import connect_press
from desktop.widgets.scrolling import ScrollColumn
from desktop.widgets.words import Words, make_frame
from desktop.wording import clock_digits, minutes, minutes_in_full
from formats.language import Message, tr
from formats.structures.opener import Opener

MINUTE = timedelta(minutes=1)
NARROW = 230
"""Below this width a length is said shorter."""
LOW = 380
"""Below this height the script has all the room; the invitation has said that it is a choice."""
A_CHOICE = Message("Taking part is a choice. Anyone may sit this out, look around, or step away.")


class ScriptLine(QWidget):
    """One line and its time."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._current = False
        self._words, self.moment = Words("", "second", wrap=True), Words("", "label")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        self.moment.setAlignment(Qt.AlignmentFlag.AlignRight)
        row.addWidget(self.moment, 0, Qt.AlignmentFlag.AlignTop)

    def show_line(self, at: timedelta, text: str, *, bell: bool) -> None:
        """Shows what is said, when, and whether a bell rings there."""
        time = clock_digits(int(at.total_seconds()))
        self._words.setText(text)
        # For translators: under a time in what is read aloud, where a bell rings
        rings = tr("bell")
        self.moment.setText(f"{time}\n{rings}" if bell else time)

    @property
    def current(self) -> bool:
        """Whether this is the line to read now."""
        return self._current

    def mark(self, current: bool) -> None:
        """Stands out as the line of the moment, or not."""
        if current != self._current:
            self._current = current
            self._words.set_role("strong" if current else "second")
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._current:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("lake_2"))
            painter.drawRoundedRect(QRectF(self.rect()), 10, 10)


class OpenerScript(QFrame):
    """The right side of the Run place while the opener runs."""

    length_requested = Signal(object)
    """Another length was chosen: timedelta."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("opener-script")
        self.setProperty("role", "pane")
        self._look = look
        self._shown: tuple[Opener, timedelta] | None = None
        self._opener: Opener | None = None
        self._chosen = timedelta()
        self._lines: list[ScriptLine] = []
        self._here = 0
        self._laid_out = QTimer(self)
        self._laid_out.setSingleShot(True)
        self._laid_out.timeout.connect(self._keep_in_view)
        look.look_changed.connect(self._fit)
        self._length = ActionButton(look, "", "chevron-down", icon_last=True)
        self._length.setObjectName("opener-length")
        self._length.clicked.connect(self._offer_lengths)
        head = QHBoxLayout()
        head.addWidget(ElidedWords(tr("Read aloud"), "pane"), 1)
        head.addWidget(self._length)
        self._scroll = ScrollColumn()
        self._scroll.read_by_keys(tr("What to read aloud"))
        self._scroll.column.setSpacing(4)
        self._scroll.column.addStretch(1)
        column = self._column = QVBoxLayout(self)
        column.setSpacing(10)
        self._own_line = Words("", "second", wrap=True)
        self._own_line.setObjectName("own-line")
        column.addLayout(head)
        column.addWidget(self._own_line)
        column.addWidget(self._scroll, 1)
        self._rule, self._choice = make_frame("rule"), Words(str(A_CHOICE), "label", wrap=True)
        self.original = OriginalButton(look)
        column.addWidget(self.original, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._rule)
        column.addWidget(self._choice)

    @property
    def lines(self) -> tuple[ScriptLine, ...]:
        """The lines, in the order in which they are read."""
        return tuple(self._lines)

    def show_opener(self, opener: Opener, length: timedelta, used: timedelta) -> None:
        """Shows the script for this length, and marks the line of the moment."""
        if (opener, length) != self._shown:
            self._shown, self._opener = (opener, length), opener
            self._show_length(length)
            self._fill(opener, length)
            self._here = -1
        here = opener.line_index(length, used)
        if here < len(self._lines) and here != self._here:
            for number, line in enumerate(self._lines):
                line.mark(number == here)
            self._here = here
            self._keep_in_view()
            # Once more when it is laid out: the line of the moment is bolder, and may need a line more.
            self._laid_out.start()

    def show_own_line(self, words: str) -> None:
        """The facilitator's own line for this stage, above what is read aloud; "" for none."""
        self._own_line.setText(words)
        self._own_line.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for words in (self._rule, self._choice):
            words.setVisible(self.height() >= self._look.px(LOW))
        self._laid_out.start()
        edge = 12 if self.width() < self._look.px(NARROW) else 20
        self._column.setContentsMargins(edge, 14, edge, 14)
        if self._opener is not None:
            self._show_length(self._chosen)

    def _show_length(self, length: timedelta) -> None:
        self._chosen = length
        narrow = self.width() < self._look.px(NARROW)
        self._length.show_as(minutes(length) if narrow else _in_minutes(length), "chevron-down")
        self._length.setAccessibleName(tr("Length: {minutes}", minutes=_in_minutes(length)))

    def lengths(self) -> tuple[timedelta, ...]:
        """The lengths to choose from: whole minutes from the shortest to the longest."""
        if self._opener is None:
            return ()
        shortest, longest = self._opener.lengths.minimum, self._opener.lengths.maximum
        between = [MINUTE * n for n in range(-(-shortest // MINUTE), longest // MINUTE + 1)]
        return tuple(between) or (self._opener.lengths.usual,)

    def _fill(self, opener: Opener, length: timedelta) -> None:
        lines = opener.lines_at(length)
        column = self._scroll.column
        while len(self._lines) < len(lines):
            self._lines.append(ScriptLine(self._look))
            column.insertWidget(len(self._lines) - 1, self._lines[-1])
        for surplus in self._lines[len(lines) :]:
            column.removeWidget(surplus)
            surplus.hide()
            surplus.deleteLater()
        del self._lines[len(lines) :]
        for line, (at, text), bell in zip(self._lines, lines, opener.bells_at(length), strict=True):
            line.show_line(at, text, bell=bell)

    def _keep_in_view(self) -> None:
        self._scroll.column.activate()
        for number in (self._here + 1, self._here):
            if not 0 <= number < len(self._lines):
                continue
            self._scroll.ensureWidgetVisible(self._lines[number], 0, 8)

    def length_menu(self) -> QMenu:
        """The lengths as a menu."""
        menu = QMenu(self)
        for length in self.lengths():
            action = menu.addAction(_in_minutes(length))
            connect_press(action, self.length_requested, length)
        return menu

    def _offer_lengths(self) -> None:
        menu = self.length_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._length.mapToGlobal(QPoint(0, self._length.height() + 4)))


def _in_minutes(length: timedelta) -> str:
    return clock_digits(int(length.total_seconds())) if length % (MINUTE / 2) else minutes_in_full(length)
