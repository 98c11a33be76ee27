"""A month to choose a day from, by mouse or by keys: arrows by days and weeks, Page Up and Page Down by months."""

from collections.abc import Iterable, Iterator
from datetime import date

from PySide6.QtCore import QLocale, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAccessibleWidget, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.screen_reader import announce, answer_screen_readers
from desktop.widgets.sides import mirror_of, step_sideways
from desktop.widgets.words import Words, make_frame
from desktop.wording import date_style, long_date
from formats.language import tr
from formats.session.dates.calendar_days import A_DAY, is_sane, months_on

WEEK, WEEKS = 7, 6
CELL, CELL_HEIGHT = 44, 34
DOT = 3


class MonthCalendar(QWidget):
    """One month in a frame, its name and the ways to the months beside it above."""

    day_chosen = Signal(object)
    """The person chose a day: date."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days = _MonthDays(look, name)
        self._title = Words("", "strong")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._before = ActionButton(look, "", "chevron-left", Weight.QUIET)
        self._after = ActionButton(look, "", "chevron-right", Weight.QUIET)
        self._before.setAccessibleName(tr("Month before"))
        self._after.setAccessibleName(tr("Month after"))
        self._before.clicked.connect(self._go_back)
        self._after.clicked.connect(self._go_on)
        self.days.day_chosen.connect(self.day_chosen)
        self.days.month_changed.connect(self._show_title)
        head = QHBoxLayout()
        head.addWidget(self._before)
        head.addWidget(self._title, 1)
        head.addWidget(self._after)
        frame = make_frame("card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(12, 8, 12, 12)
        inside.setSpacing(4)
        inside.addLayout(head)
        inside.addWidget(self.days)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)
        self._show_title()

    def show_day(self, day: date | None, today: date) -> None:
        """Shows the month of a day with that day chosen; without one the month of today, with none chosen."""
        self.days.show_day(day, today)

    def mark(self, days: Iterable[date]) -> None:
        """Puts a dot under the days on which something is already."""
        self.days.mark(days)

    def _go_back(self) -> None:
        self.days.turn(-1)

    def _go_on(self) -> None:
        self.days.turn(1)

    def _show_title(self) -> None:
        month = self.days.month
        self._title.setText(f"{date_style().months[month.month - 1]} {month.year}")


class _MonthDays(QWidget):
    """Six weeks of days; the one with the keys has a ring, the chosen one a ground."""

    day_chosen = Signal(object)
    month_changed = Signal()

    def __init__(self, look: Look, name: str) -> None:
        answer_screen_readers()
        super().__init__()
        self._look, self._name = look, name
        self._chosen: date | None = None
        self._at = date(2000, 1, 1)
        self._today = self._at
        self._marked: frozenset[date] = frozenset()
        self.month = self._at
        self.setObjectName("month-days")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()
        look.look_changed.connect(self.updateGeometry)

    def for_screen_reader(self) -> QAccessibleInterface:
        return _DaysInterface(self)

    def show_day(self, day: date | None, today: date) -> None:
        self._chosen, self._today = day, today
        self._go_to(day or today)

    def mark(self, days: Iterable[date]) -> None:
        self._marked = frozenset(days)
        self.update()

    def turn(self, months: int) -> None:
        """Shows another month, without choosing a day of it."""
        self._go_to(months_on(self._at, months))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(CELL * WEEK), self._look.px(CELL_HEIGHT * (WEEKS + 1)))

    def minimumSizeHint(self) -> QSize:
        least = QFontMetrics(self._font(strong=True)).horizontalAdvance("00") + 8
        return QSize(WEEK * least, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, at = event.key(), self._at
        moves = {
            Qt.Key.Key_Left: lambda: at + step_sideways(event, self) * A_DAY,
            Qt.Key.Key_Right: lambda: at + step_sideways(event, self) * A_DAY,
            Qt.Key.Key_Up: lambda: at - WEEK * A_DAY,
            Qt.Key.Key_Down: lambda: at + WEEK * A_DAY,
            Qt.Key.Key_PageUp: lambda: months_on(at, -1),
            Qt.Key.Key_PageDown: lambda: months_on(at, 1),
            Qt.Key.Key_Home: lambda: at.replace(day=1),
            Qt.Key.Key_End: lambda: months_on(at.replace(day=1), 1) - A_DAY,
        }
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in moves:
            self._choose(moves[Qt.Key(key)]())
        elif key == Qt.Key.Key_Space:
            self._choose(at)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        found = next((day for day, box in self.boxes() if box.contains(spot)), None)
        if found is not None and event.button() is Qt.MouseButton.LeftButton:
            self._choose(found)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._look.font(12.5, QFont.Weight.DemiBold))
        painter.setPen(self._look.colour("ink_2"))
        for number, said in enumerate(_weekdays(self._days_shown()[:WEEK], painter, self.width() / WEEK)):
            painter.drawText(self._box(number), Qt.AlignmentFlag.AlignCenter, said)
        for day, box in self.boxes():
            self._paint_day(painter, day, box)

    def _paint_day(self, painter: QPainter, day: date, box: QRectF) -> None:
        look, inside = self._look, box.adjusted(2, 2, -2, -2)
        chosen = day == self._chosen
        ring = self.hasFocus() and day == self._at
        painter.setBrush(look.colour("moss_2") if chosen else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("moss"), 2) if chosen or ring else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(inside, 8, 8)
        other_month = day.month != self.month.month
        painter.setFont(self._font(strong=chosen or day == self._today))
        painter.setPen(look.colour("moss" if chosen else "ink_2" if other_month else "ink"))
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, str(day.day))
        if day in self._marked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("amber"))
            painter.drawEllipse(QPoint(round(inside.center().x()), round(inside.bottom()) - 5), DOT, DOT)

    def _choose(self, day: date) -> None:
        if not is_sane(day):
            return
        self._chosen = day
        self._go_to(day)
        announce(self, long_date(day))
        self.day_chosen.emit(day)

    def _go_to(self, day: date) -> None:
        if not is_sane(day):
            return
        self._at = day
        if self.month != day.replace(day=1):
            self.month = day.replace(day=1)
            self.month_changed.emit()
        self._tell()
        self.update()
        self._keep_in_sight()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self._keep_in_sight)  # a dialog gives the keys before it is laid out

    def _keep_in_sight(self) -> None:
        """Scrolls what it stands in to the day that has the keys: a month in large text is tall."""
        box = next((box for day, box in self.boxes() if day == self._at), None)
        around = self.parentWidget()
        while around is not None and box is not None:
            if isinstance(around, QScrollArea) and (inner := around.widget()) is not None:
                middle = self.mapTo(inner, box.center().toPoint())
                around.ensureVisible(middle.x(), middle.y(), 0, round(box.height()))
            around = around.parentWidget()

    def _tell(self) -> None:
        self.setAccessibleName(f"{self._name}: {long_date(self._chosen)}" if self._chosen else self._name)
        self.setAccessibleDescription(tr("Arrow keys move by days and weeks, Page Up and Page Down by months."))

    def _days_shown(self) -> list[date]:
        first_day = QLocale().firstDayOfWeek().value - 1
        start = self.month - ((self.month.weekday() - first_day) % WEEK) * A_DAY
        return [start + number * A_DAY for number in range(WEEK * WEEKS)]

    def boxes(self) -> Iterator[tuple[date, QRectF]]:
        for number, day in enumerate(self._days_shown(), start=WEEK):
            yield day, self._box(number)

    def _box(self, number: int) -> QRectF:
        wide, high = self.width() / WEEK, self.height() / (WEEKS + 1)
        row, column = divmod(number, WEEK)
        return mirror_of(self).box(QRectF(column * wide, row * high, wide, high))

    def _font(self, *, strong: bool) -> QFont:
        return self._look.font(15, QFont.Weight.Bold if strong else QFont.Weight.Normal)


class _DaysInterface(QAccessibleWidget):
    """A value that the arrow keys change."""

    def __init__(self, days: _MonthDays) -> None:
        super().__init__(days, QAccessible.Role.SpinBox)


def _weekdays(days: Iterable[date], painter: QPainter, room: float) -> list[str]:
    """Short names, or a letter each where these have no room: in Arabic they are as long as the others."""
    days, metrics = tuple(days), QFontMetricsF(painter.font())
    for length in (QLocale.FormatType.ShortFormat, QLocale.FormatType.NarrowFormat):
        said = [QLocale().dayName(day.isoweekday(), length) for day in days]
        if max(map(metrics.horizontalAdvance, said)) < room:
            break
    return said
