"""The middle of the Run place: track, dial and words, controls, rooms."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.panels.check_in import CheckInPanel
from desktop.panels.controls import Controls
from desktop.panels.countdown import Countdown
from desktop.panels.rooms_strip import RoomsStrip
from desktop.panels.stage_track import StageTrack
from desktop.panels.stage_words import StageWords
from desktop.places.run.finished import FinishedPanel
from desktop.places.run.more_menu import MoreMenu
from desktop.places.run.moving_on import MovingOn
from desktop.places.run.passing_words import PassingWords
from desktop.places.run.waiting import WaitingPanel
from desktop.widgets.pages import Pages
from desktop.widgets.scrolling import ScrollColumn
from formats.session.agenda import StageKey, StageKind
from formats.session.clock import Phase, Reading
from formats.session.moves import Move
from formats.session.session import Session

DIAL_SHARE, SMALL_DIAL_SHARE = 0.46, 0.42
ROOMY, TALL = 780, 700


class WorkColumn(QWidget):
    """Shows what fits the stage of the moment."""

    act_wanted = Signal(object)
    """An act was pressed: ActName."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.track = StageTrack(look)
        self.menu = MoreMenu(self)
        self.controls = Controls(look, self.menu)
        self.rooms = RoomsStrip(look)
        self.words = StageWords(look)
        self.check_in = CheckInPanel(look)
        self.finished = FinishedPanel(look)
        self.moving_on = MovingOn(look)
        self.why_not = PassingWords()
        self._countdown = Countdown(look)
        self._waiting = WaitingPanel(look)
        self._column = QVBoxLayout(self)
        self._face_row = QHBoxLayout()
        self._beside_dial = Pages()
        self._scrolled_words = ScrollColumn(margins=(0, 0, 10, 0))
        self._stage_face = self._with_dial()
        self._faces = Pages()
        for face in (self._waiting, self._stage_face, self.finished):
            self._faces.addWidget(face)
        self._lay_out()
        self.controls.wanted.connect(self.act_wanted)
        self.menu.wanted.connect(self.act_wanted)
        self.words.outlook.proposed.connect(self._reach_proposal)

    def show_reading(self, session: Session, reading: Reading, moves: frozenset[Move], armed: object) -> None:
        """Shows where the session is and what can be done."""
        self.track.show_reading(reading)
        self.track.show_armed(armed if isinstance(armed, StageKey) else None)
        self.controls.show_reading(reading, moves, armed)
        self.menu.show_reading(session, reading, moves, armed)
        self.rooms.show_reading(session, reading)
        self.moving_on.show_reading(reading)
        self._show_face(session, reading)
        self.controls.setVisible(reading.phase is not Phase.FINISHED)

    def _show_face(self, session: Session, reading: Reading) -> None:
        if reading.phase is Phase.WAITING:
            self._faces.setCurrentWidget(self._waiting)
            self._waiting.show_reading(session, reading)
        elif reading.phase is Phase.FINISHED:
            self._faces.setCurrentWidget(self.finished)
            self.finished.show_reading(session, reading)
        else:
            self._faces.setCurrentWidget(self._stage_face)
            self._countdown.show_reading(reading)
            self._show_words(session, reading)

    def _show_words(self, session: Session, reading: Reading) -> None:
        if reading.stage and reading.stage.kind is StageKind.CHECK_IN:
            self.check_in.show_reading(session, reading)
            self._beside_dial.setCurrentWidget(self.check_in)
        else:
            self.words.show_reading(session, reading)
            self._beside_dial.setCurrentWidget(self._scrolled_words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= self._look.px(ROOMY)
        self._countdown.setMaximumWidth(round(self.width() * (DIAL_SHARE if roomy else SMALL_DIAL_SHARE)))
        self.words.set_compact(not roomy)
        self.check_in.set_compact(not roomy)
        self._column.setSpacing(16 if self.height() >= TALL else 10)
        edge = 26 if roomy else 16
        self._column.setContentsMargins(edge, 16, edge, 16 if self.height() >= TALL else 10)
        self._face_row.setSpacing(32 if roomy else 16)

    def _reach_proposal(self) -> None:
        """Once it is laid out: in a small window the words have to be scrolled to it."""
        QTimer.singleShot(0, self._scroll_down)

    def _scroll_down(self) -> None:
        bar = self._scrolled_words.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _with_dial(self) -> QWidget:
        face = QWidget()
        row = self._face_row
        face.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self._scrolled_words.column.addWidget(self.words)
        self._beside_dial.addWidget(self._scrolled_words)
        self._beside_dial.addWidget(self.check_in)
        row.addWidget(self._countdown, 46)
        row.addWidget(self._beside_dial, 54)
        return face

    def _lay_out(self) -> None:
        column = self._column
        column.addWidget(self.track)
        column.addWidget(self._faces, 1)
        column.addWidget(self.moving_on)
        column.addWidget(self.why_not)
        column.addWidget(self.controls)
        column.addWidget(self.rooms)
