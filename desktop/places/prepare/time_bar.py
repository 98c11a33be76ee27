"""The planned parts against the time there is, as one bar."""

from datetime import timedelta

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
from PySide6.QtWidgets import QAccessibleWidget, QSizePolicy, QWidget

from desktop.look import Look
from desktop.widgets.screen_reader import answer_screen_readers
from desktop.widgets.sides import mirror_of
from desktop.wording import time_of_day
from formats.language import tr, tr_count
from formats.session.agenda import Agenda, PartKind, Stage, StageKind
from formats.session.session import Session
from formats.session.timetable import Timetable, session_timetable
from formats.session.wording import join_list

COLOURS = {
    PartKind.OPENING: "lake",
    PartKind.STRUCTURE: "moss",
    PartKind.BREAK: "amber",
    PartKind.CLOSING: "line_strong",
    PartKind.FREE: "line_strong",
}
MINUTE = timedelta(minutes=1)
GAP, THICK, UNDER, LETTERS = 2, 14, 2, 12


class TimeBar(QWidget):
    """Parts by kind and length; what goes over the slot stands behind a mark, in clay. Under it stand times."""

    def __init__(self, look: Look) -> None:
        answer_screen_readers()
        super().__init__()
        self._look = look
        self._timetable, self._times = Timetable(()), list[tuple[timedelta, str]]()
        self._agenda, self._slot = Agenda(), timedelta(hours=1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.look_changed.connect(self.updateGeometry)
        look.look_changed.connect(self.update)

    def for_screen_reader(self) -> QAccessibleInterface:
        return QAccessibleWidget(self, QAccessible.Role.Graphic)

    def show_plan(self, session: Session) -> None:
        """Takes another plan."""
        self._agenda, self._slot = session.agenda, session.slot
        self._timetable = session_timetable(session)
        kept = [timedelta(), session.slot, *(one.ends for one in self._timetable.stretches[:-1])]
        self._times = [(at, time_of_day(session, session.starts_at + at)) for at in kept]
        said = (
            tr_count("{part} {count} minute", "{part} {count} minutes", part.length // MINUTE, part=part.title)
            for part in self._agenda.parts
        )
        self.setAccessibleName(tr("Planned: {parts}", parts=join_list(said)))
        self.update()

    def sizeHint(self) -> QSize:
        """A thin line that takes the width there is, and times in small letters under it."""
        return QSize(200, THICK + UNDER + QFontMetrics(self._font()).height())

    def _font(self) -> QFont:
        return self._look.font(LETTERS)

    @property
    def _whole(self) -> timedelta:
        return max(self._slot, self._timetable.ends) or timedelta(minutes=1)

    def _x(self, at: timedelta) -> int:
        """In whole pixels, so that stages that follow each other have no seam."""
        return round(self.width() * (at / self._whole))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_times(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(0, 0, self.width(), THICK), THICK / 2, THICK / 2)
        painter.setClipPath(outline)
        painter.fillRect(self.rect(), self._look.colour("sunken"))
        mirror_of(self).turn(painter)
        self._paint_stages(painter)
        end = self._x(self._slot)
        if self._timetable.ends > self._slot:
            painter.fillRect(QRectF(end, 0, self.width() - end, THICK), self._look.colour("clay"))
            painter.fillRect(QRectF(end - GAP, 0, GAP, THICK), self._look.colour("paper"))

    def _paint_stages(self, painter: QPainter) -> None:
        """Each part from its first stage to its last, in pieces where it waits for a lock or has a break in it."""
        starts = self._timetable.starts
        for part in self._agenda.parts:
            before: Stage | None = None
            for stage in part.stages:
                kind = PartKind.BREAK if stage.kind is StageKind.BREAK else part.kind
                left, right = self._x(starts[stage.key]), self._x(starts[stage.key] + stage.length)
                same = before is not None and (before.kind is StageKind.BREAK) is (kind is PartKind.BREAK)
                ended = starts[before.key] + before.length if before is not None else None
                gap = 0 if same and ended == starts[stage.key] else GAP
                painter.fillRect(QRectF(left, 0, right - left, THICK), self._look.colour(COLOURS[kind]))
                if gap:
                    painter.fillRect(QRectF(left - gap, 0, gap, THICK), self._look.colour("paper"))
                before = stage

    def _paint_times(self, painter: QPainter) -> None:
        """The start, the end, and what is locked between them where there is room."""
        painter.setFont(self._font())
        painter.setPen(self._look.colour("ink_2"))
        metrics, taken = QFontMetrics(self._font()), list[tuple[float, float]]()
        for at, words in self._times:
            wide = metrics.horizontalAdvance(words)
            left = min(max(self._x(at) - wide / 2, 0), self.width() - wide)
            if all(left > right + GAP or left + wide < start - GAP for start, right in taken):
                taken.append((left, left + wide))
                box = QRectF(left, THICK + UNDER, wide + 1, metrics.height())
                mirror_of(self).draw_words_in(painter, box, Qt.AlignmentFlag.AlignLeft, words)
