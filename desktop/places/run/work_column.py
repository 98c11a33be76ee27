"""The middle of the Run place: track, countdown and words, rooms, and the controls, which never move."""

from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.actions import Armed
from desktop.look import Look
from desktop.panels.check_in.panel import CheckInPanel
from desktop.panels.closing_round.panel import ClosingRoundPanel
from desktop.panels.countdown.dial import Countdown
from desktop.panels.rooms.strip import RoomsStrip
from desktop.panels.stage.controls import Controls
from desktop.panels.stage.outlook import OutlookLine
from desktop.panels.stage.track import StageTrack
from desktop.panels.stage.words import StageWords
from desktop.places.run.finished import FinishedPanel
from desktop.places.run.more_menu import MoreMenu
from desktop.places.run.waiting import WaitingPanel
from desktop.widgets.pages import Pages
from desktop.widgets.scrolling import ScrollColumn
from formats.session.agenda import Stage, StageKey, StageKind
from formats.session.clock import Phase, Reading
from formats.session.moves import Move
from formats.session.session import Session

DIAL_SHARE, SMALL_DIAL_SHARE = 0.46, 0.42
ROOM_FOR_A_DIAL = 440
"""In a column narrower than this, grown with the text, the dial gives way to its digits alone."""
LINE_SHARE, LINE_HEIGHTS = 0.3, (86, 150)
"""The digits alone take so much of the height for them and the words, within these limits in pixels."""
LEAST_WORDS = 60
"""The track gives way where the words would have less than this below a line, grown with the text."""
ROOMY, TALL = 780, 700
SCROLL_BAR = 10


class SpaceSaving(IntEnum):
    """What gives way, one after the other, until title, instruction, next and the end are all in view."""

    NOTHING = 0
    FIRST = 1
    """The rooms in a check-in, where they are not needed yet; else the chips of who speaks."""
    CHIPS_AND_ROOMS = 2
    ALL = 3
    TURNS = 4
    """In a check-in whose turn it is leaves the words and takes the place of the rooms, above the controls."""


BESIDE_A_DIAL = (SpaceSaving.NOTHING, SpaceSaving.FIRST, SpaceSaving.CHIPS_AND_ROOMS, SpaceSaving.ALL)


class _Fitted(NamedTuple):
    """What decides how much has to give way."""

    stage: Stage | None
    phase: Phase
    has_rooms: bool


class WorkColumn(QWidget):
    """Shows what fits the stage of the moment."""

    act_requested = Signal(object)
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
        self.closing_round = ClosingRoundPanel(look)
        self.finished = FinishedPanel(look)
        self._countdown = Countdown(look)
        self.waiting = WaitingPanel(look)
        self._column = QVBoxLayout(self)
        self._face_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside_dial = Pages()
        self._scrolled_words = ScrollColumn(margins=(0, 0, SCROLL_BAR, 0))
        self._stage_face = self._with_dial()
        self._faces = Pages()
        for face in (self.waiting, self._stage_face, self.closing_round, self.finished):
            self._faces.addWidget(face)
        self._laid_out = QTimer(self)
        self._laid_out.setSingleShot(True)
        self._laid_out.timeout.connect(self._fit)
        self._fitted: _Fitted | None = None
        self._lay_out()
        # Once all words have their new type.
        look.look_changed.connect(self._laid_out.start)
        self.controls.act_requested.connect(self.act_requested)
        self.menu.act_requested.connect(self.act_requested)
        for outlook in self.outlooks:
            outlook.proposal_shown.connect(self._reach_proposal)

    @property
    def outlooks(self) -> tuple[OutlookLine, ...]:
        """Of the stages, and of the check-in; at most one is in view."""
        return self.words.outlook, self.check_in.outlook

    @property
    def fields(self) -> dict[str, QLineEdit]:
        """What can be typed in, by what it asks for."""
        return {"began": self.waiting.start_offer.began, "closing word": self.closing_round.words_given.field}

    def show_reading(self, session: Session, reading: Reading, moves: frozenset[Move], armed: Armed) -> None:
        """Shows where the session is and what can be done."""
        self.track.show_reading(reading)
        self.track.show_armed(armed if isinstance(armed, StageKey) else None)
        self.controls.show_reading(reading, moves, armed)
        self.menu.show_reading(session, reading, moves, armed)
        self.rooms.show_reading(session, reading)
        self._show_face(session, reading)
        self.controls.setVisible(reading.phase is not Phase.FINISHED)
        shown = _Fitted(reading.stage, reading.phase, self.rooms.has_rooms)
        if shown != self._fitted:
            self._fitted = shown
            self._fit()
            # Once more when all of it is laid out, for new words have no size before.
            self._laid_out.start()

    def _show_face(self, session: Session, reading: Reading) -> None:
        if reading.phase is Phase.WAITING:
            self._faces.setCurrentWidget(self.waiting)
            self.waiting.show_reading(session, reading)
        elif reading.phase is Phase.FINISHED:
            self._faces.setCurrentWidget(self.finished)
            self.finished.show_reading(session, reading)
        elif reading.stage and reading.stage.kind is StageKind.CLOSING_ROUND:
            self._faces.setCurrentWidget(self.closing_round)
            self.closing_round.show_reading(session, reading)
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
        self.words.set_compact(not roomy)
        self.check_in.set_compact(not roomy)
        self.waiting.set_compact(not roomy)
        self._face_row.setSpacing(32 if roomy else 16)
        self._fit()

    def _fit(self) -> None:
        """Lets as little give way as brings all the words into view; where nothing is enough, they scroll."""
        self._waiting_heights: dict[int, int] = {}  # nothing that is tried below makes it higher or lower
        self.check_in.turn.set_flat(False)
        self.track.show()
        for gives, in_line in self._ways():
            self._save_space(gives)
            folded = gives >= (SpaceSaving.FIRST if self._checking_in else SpaceSaving.CHIPS_AND_ROOMS)
            self._dress_countdown(self._face_height(folded) if in_line else 0)
            if gives is SpaceSaving.TURNS or self._words_height() <= self._face_height(folded):
                break
        self.rooms.set_foldable(folded)
        self.track.setVisible(
            self._face_height(folded) >= self._countdown.line_height + self._look.px(LEAST_WORDS)
        )
        self._place_turn(below=self._checking_in and gives is SpaceSaving.TURNS)

    def _ways(self) -> list[tuple[SpaceSaving, bool]]:
        """What may give way, and whether the countdown is a line by then, the mildest way first."""
        dial = [] if self.width() < self._look.px(ROOM_FOR_A_DIAL) else [(gives, False) for gives in BESIDE_A_DIAL]
        return [*dial, *((gives, True) for gives in SpaceSaving)]

    def _dress_countdown(self, face_height: int) -> None:
        """A dial beside the words, or one line above them where a height of the face is given."""
        direction, dial = QBoxLayout.Direction, not face_height
        self._countdown.set_line_height(0 if dial else LINE_HEIGHTS[0])
        self._face_row.setDirection(direction.LeftToRight if dial else direction.TopToBottom)
        share = DIAL_SHARE if self.width() >= self._look.px(ROOMY) else SMALL_DIAL_SHARE
        self._countdown.setMaximumWidth(round(self.width() * share) if dial else self.width())
        if not dial:
            least, most = LINE_HEIGHTS
            spare = least + face_height - self._words_height()
            self._countdown.set_line_height(max(least, min(most, round(face_height * LINE_SHARE), spare)))

    def _save_space(self, gives: SpaceSaving) -> None:
        brief, tall = gives >= SpaceSaving.ALL, self.height() >= TALL
        # The edges around the controls are the same in every stage, or they would move.
        edge = 26 if self.width() >= self._look.px(ROOMY) else 8
        self._column.setSpacing(6 if brief else 16 if tall else 10)
        self._column.setContentsMargins(edge, 8 if brief else 16, edge, 16 if tall else 8)
        if self._checking_in:
            self.check_in.give_way(order=gives >= SpaceSaving.CHIPS_AND_ROOMS, brief=brief)
        else:
            self.words.give_way(roles=gives >= SpaceSaving.FIRST, brief=brief)

    def _place_turn(self, *, below: bool) -> None:
        if not below:
            self.check_in.restore_turn_row()
        elif self._column.indexOf(self.check_in.turn) < 0:
            self._column.insertWidget(self._column.indexOf(self.controls), self.check_in.turn)
        self.check_in.turn.set_flat(below)
        self.rooms.set_away(below)

    @property
    def _checking_in(self) -> bool:
        return self._beside_dial.currentWidget() is self.check_in

    def _words_height(self) -> int:
        """How high the words would be, with the countdown where it stands above them."""
        margins = self._column.contentsMargins()
        free = self.width() - margins.left() - margins.right()
        if self._faces.currentWidget() is self.waiting:
            if free not in self._waiting_heights:
                self._waiting_heights[free] = self.waiting.height_at(free)
            return self._waiting_heights[free]
        if self._faces.currentWidget() is not self._stage_face:
            return 0
        line = self._countdown.line_height
        beside = 0 if line else min(self._countdown.maximumWidth(), round(free * 0.46)) + self._face_row.spacing()
        # With the bar, and the edge beside it: what fits beside a bar needs none, and one that was there goes.
        width = free - beside - 2 * SCROLL_BAR
        words = self.check_in.height_at(width) if self._checking_in else self.words.height_at(width)
        return words + (line + self._face_row.spacing() if line else 0)

    def _face_height(self, folded: bool) -> int:
        """What track, acts and rooms leave for dial and words."""
        margins, width = self._column.contentsMargins(), self.width()
        taken = self.track.sizeHint().height() + self.controls.heightForWidth(width - 2 * margins.left())
        gaps = 2 * self._column.spacing()
        if self.rooms.has_rooms:
            taken += self.rooms.height_when(folded)
            gaps += self._column.spacing()
        return self.height() - margins.top() - margins.bottom() - taken - gaps

    def _reach_proposal(self) -> None:
        """Once it is laid out: in a small window the words have to be scrolled to it."""
        QTimer.singleShot(0, self._scroll_down)

    def _scroll_down(self) -> None:
        bar = (self.check_in.page if self._checking_in else self._scrolled_words).verticalScrollBar()
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
        column.addWidget(self.rooms)
        column.addWidget(self.controls)
