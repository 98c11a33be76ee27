"""The track on top: every stage of the session, what is done, what is now, what is to come."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAccessibleWidget, QSizePolicy, QToolTip, QWidget

from desktop.look import Look
from desktop.panels.stage.track_layout import Segment, has_room_for_all, segments, segments_around_now
from desktop.widgets.focus_ring import paint_focus_ring
from desktop.widgets.screen_reader import PRESS, answer_screen_readers
from desktop.widgets.sides import mirror_of, step_sideways
from desktop.widgets.tips import plain_tip
from desktop.wording import minutes, minutes_count
from formats.language import tr
from formats.session.agenda import StageKey
from formats.session.clock import Phase, Reading
from formats.session.wording import join_list

BAR = 8
EARLIER, LATER = QAccessibleActionInterface.decreaseAction(), QAccessibleActionInterface.increaseAction()

SegmentState = tuple[StageKey, str, int, int, bool]
"""Key, label, left edge and filled width in pixels, and whether it is the one of the moment."""


class StageTrackInterface(QAccessibleWidget):
    """The stage that is chosen, as a button that goes there; more and less choose another one."""

    def __init__(self, track: "StageTrack") -> None:
        super().__init__(track, QAccessible.Role.Button)
        self._track = track

    def actionNames(self) -> list[str]:
        return [PRESS, LATER, EARLIER, *super().actionNames()]

    def doAction(self, name: str) -> None:
        match name:
            case _ if name == PRESS:
                self._track.go_to_chosen()
            case _ if name in (LATER, EARLIER):
                self._track.choose(1 if name == LATER else -1)
            case _:
                super().doAction(name)


class StageTrack(QWidget):
    """A click or Enter on a stage asks to go there; left and right choose one by keyboard."""

    jump_requested = Signal(object)
    """A stage was chosen: StageKey."""
    change_requested = Signal(object)
    """What is still to come is to be changed, from this stage on: StageKey."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        answer_screen_readers()
        super().__init__(parent)
        self.setObjectName("stage-track")
        self._look = look
        self._reading: Reading | None = None
        self._shown: tuple[Phase, tuple[SegmentState, ...]] | None = None
        self._chosen: StageKey | None = None
        self._armed: StageKey | None = None
        self._doubled = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.look_changed.connect(self.updateGeometry)

    def for_screen_reader(self) -> QAccessibleInterface:
        return StageTrackInterface(self)

    def show_reading(self, reading: Reading) -> None:
        """Shows where the session is."""
        self._reading = reading
        shown = (reading.phase, tuple(_visible_state(segment) for segment in self.segments))
        # A second moves the bar by less than a pixel; only a whole one is drawn.
        if shown != self._shown:
            self._shown = shown
            self._name_for_readers()
            self.update()

    def show_armed(self, key: StageKey | None) -> None:
        """Marks the stage that a second press would go to."""
        if key != self._armed:
            self._armed = key
            self.update()

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The stages where they stand now."""
        if self._reading is None:
            return ()
        lengths = {stage.key: minutes_count(stage.length) for stage in self._reading.position.agenda.stages}
        return segments(self._reading, self.width(), lengths)

    def sizeHint(self) -> QSize:
        """One bar, and a line of names."""
        return QSize(600, BAR + self._look.px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click is one click, and never the second press."""
        self._doubled = True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        doubled, self._doubled = self._doubled, False
        if doubled:
            return
        if event.button() is Qt.MouseButton.LeftButton and (here := self._segment_at(event.position())):
            self._chosen = here.key
            self.jump_requested.emit(here.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if step := step_sideways(event, self):
            self.choose(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.go_to_chosen()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Says in a tip which stage is under the pointer, and how long it is."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            here = self._segment_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tip(self._segment_sentence(here) if here else ""), self)
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A right click, or the menu key on the stage that is chosen."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        here = self._segment_at(QPointF(event.pos())) if by_mouse else self._chosen_segment()
        if here is not None:
            self.change_requested.emit(here.key)

    def _segment_at(self, point: QPointF) -> Segment | None:
        x = mirror_of(self).x(point.x())
        return next((s for s in self.segments if s.left - 2 <= x <= s.right + 2), None)

    def _chosen_segment(self) -> Segment | None:
        found = self.segments
        current = next((s for s in found if s.current), found[0] if found else None)
        return next((s for s in found if s.key == self._chosen), current)

    def go_to_chosen(self) -> None:
        """Asks to go to the stage that is chosen."""
        if chosen := self._chosen_segment():
            self.jump_requested.emit(chosen.key)

    def choose(self, step: int) -> None:
        """Chooses the stage so many further."""
        found, chosen = self.segments, self._chosen_segment()
        if not found:
            return
        place = found.index(chosen) + step if chosen else 0
        self._chosen = found[max(0, min(place, len(found) - 1))].key
        self._name_for_readers()
        self.update()

    def _segment_sentence(self, segment: Segment) -> str:
        assert self._reading is not None, "segments come from a reading"
        stage = self._reading.position.agenda.stage(segment.key)
        assert stage is not None, "every segment is a stage of the agenda"
        length = minutes(stage.length)
        if not stage.repeats:
            return join_list((stage.title, length))
        return tr("{stage}, round {round}, {length}", stage=stage.title, round=segment.key.round, length=length)

    def _name_for_readers(self) -> None:
        chosen = self._chosen_segment()
        words = self._segment_sentence(chosen) if chosen else tr("no stages")
        self.setAccessibleName(tr("Stages of the session: {chosen}", chosen=words))
        self.setAccessibleDescription(
            tr("Left and right choose a stage, Enter goes there, the menu key changes it")
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        found = self.segments
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self._chosen_segment() if self.hasFocus() else None
        for segment in found:
            self._paint_bar(painter, segment)
        bold = QFontMetricsF(self._look.font(12.5, QFont.Weight.Bold))
        all_named = has_room_for_all(found, bold.horizontalAdvance)
        if chosen is not None:
            # Around its bar alone where the names below belong to its neighbours.
            high = self.height() if all_named else BAR + 6
            ring = mirror_of(self).box(QRectF(chosen.left, 0, chosen.width, high))
            paint_focus_ring(painter, ring, self._look.colour("moss"), 4)
        if all_named:
            for segment in found:
                self._paint_name(painter, segment, segment.left, segment.width, Qt.AlignmentFlag.AlignLeft)
        else:
            self._paint_names_around_now(painter, segments_around_now(found))

    def _paint_bar(self, painter: QPainter, segment: Segment) -> None:
        look, mirror = self._look, mirror_of(self)
        box = mirror.box(QRectF(segment.left, 3, segment.width, BAR))
        painter.setPen(Qt.PenStyle.NoPen)
        armed = segment.key == self._armed
        painter.setBrush(look.colour("amber_2" if armed else "line"))
        painter.drawRoundedRect(box, 4, 4)
        if not segment.done:
            return
        painter.save()
        # What is done is quieter than what is now.
        painter.setOpacity(1.0 if segment.current else 0.5)
        reading = self._reading
        late = reading is not None and reading.phase is Phase.OVERTIME and not reading.softly_over
        over = segment.current and late
        painter.setBrush(look.colour("clay" if over else "moss"))
        painter.setClipRect(mirror.box(QRectF(segment.left, 0, segment.width * segment.done, self.height())))
        painter.drawRoundedRect(box, 4, 4)
        painter.restore()

    def _paint_name(
        self, painter: QPainter, segment: Segment, left: float, width: float, align: Qt.AlignmentFlag
    ) -> None:
        look = self._look
        small = look.font(12.5, QFont.Weight.Bold if segment.current else QFont.Weight.Normal)
        metrics = QFontMetricsF(small)
        label = tr("Press again") if segment.key == self._armed else segment.label
        minutes = self._minutes_beside(segment, label, metrics, width)
        count = metrics.horizontalAdvance(minutes) + 6 if minutes else 0.0
        words = metrics.elidedText(label, Qt.TextElideMode.ElideRight, max(width - count, 0))
        line = QRectF(left, BAR + 5, width, metrics.height())
        mirror = mirror_of(self)
        painter.setFont(small)
        armed = segment.key == self._armed
        painter.setPen(look.colour("amber" if armed else "ink" if segment.current else "ink_2"))
        if align is Qt.AlignmentFlag.AlignRight:
            mirror.draw_words_in(painter, line, align, f"{words} {minutes}".rstrip())
            return
        if len(words) > 2 or words == label:
            mirror.draw_words_in(painter, line, align, words)
        mirror.draw_words_in(painter, line, Qt.AlignmentFlag.AlignRight, minutes)

    def _minutes_beside(self, segment: Segment, label: str, metrics: QFontMetricsF, width: float) -> str:
        """A name is worth more than minutes, where only one of them can stand there whole."""
        crowded = metrics.horizontalAdvance(f"{label}  {segment.minutes}") > width
        return "" if segment.key == self._armed or crowded else segment.minutes

    def _paint_names_around_now(self, painter: QPainter, around: tuple[Segment, ...]) -> None:
        """Long agendas: the stage of the moment by its whole name, its neighbours beside it."""
        current = next((s for s in around if s.current), None)
        if current is None:
            return
        metrics = QFontMetricsF(self._look.font(12.5, QFont.Weight.Bold))
        own = min(metrics.horizontalAdvance(f"{current.label}  {current.minutes}") + 8, self.width())
        left = max(0.0, min(current.left, self.width() - own))
        self._paint_name(painter, current, left, own, Qt.AlignmentFlag.AlignLeft)
        for segment in around:
            wide = metrics.horizontalAdvance(f"{segment.label}  {segment.minutes}") + 8
            # A neighbour that is not there whole, at the edge, would be a scrap of a letter.
            before, after = left - 16 - wide, left + own + 16
            if segment.left < current.left and before >= 0:
                self._paint_name(painter, segment, before, wide, Qt.AlignmentFlag.AlignRight)
            elif segment.left > current.left and after + wide <= self.width():
                self._paint_name(painter, segment, after, wide, Qt.AlignmentFlag.AlignLeft)


def _visible_state(segment: Segment) -> SegmentState:
    return (segment.key, segment.label, round(segment.left), round(segment.width * segment.done), segment.current)
