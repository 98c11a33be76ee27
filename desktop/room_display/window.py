"""The second window, for the projector: it shows and never decides, and never shows a note."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QKeyCombination, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QCloseEvent,
    QHideEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from desktop.actions import ActName, Armed, act, act_for
from desktop.content.catalogue import Catalogue
from desktop.live.agreement_now import AgreementNow
from desktop.live.opener_now import is_inviting
from desktop.live.runner import SessionRunner
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.panels.countdown.face import DialFace
from desktop.redraw import Redraw
from desktop.room_display.counted_hands import counted_hand
from desktop.room_display.free_spot import small_picture
from desktop.room_display.heard import HeardWall, heard_lines
from desktop.room_display.resting_mouse import RestingMouse
from desktop.room_display.views import WORDS, View, view_for
from desktop.room_display.wall import Scene, Wall, wall_face
from desktop.room_display.wall_line import WallLine
from desktop.room_display.way_back import WayBack
from desktop.room_display.whereabouts import LEAST, USUAL, Whereabouts
from desktop.widgets.any_layout import meant_keys
from desktop.widgets.screen_reader import announce
from desktop.widgets.words import Words
from formats.language import tr
from formats.session.agenda import Agenda, StageKey
from formats.session.clock import Phase
from formats.session.session import Session
from formats.structures.breathing import Breath

FRAME_MS = 33
TURN_MS = 1000
TAKING_KEYS_MS = 500
"""For so long a window that comes up may be given the keys unasked."""
ON_THE_LAPTOP = (
    ActName.NOTES,
    ActName.SIDE_TIMER,
    ActName.STILL_TO_COME,
    ActName.VOTES,
    ActName.SHORTCUTS,
    ActName.ADD_ROUND,
    ActName.SHARE_OVERRUN,
    ActName.WALL_LINE,
    ActName.UPSET,
    ActName.STRUCTURE_CARD,
)
"""These ask for something there: the next keys are meant for the facilitator's window."""
CARDS = (View.STANDBY, View.AGREEMENT)
"""These stand in place of a view for a while, which then comes back."""


@dataclass(frozen=True, slots=True)
class _Still:
    """What of a scene does not change with every second."""

    session: Session
    view: View
    line: str
    message: str
    agreement: tuple[str, ...]
    agenda: Agenda
    stage: StageKey | None
    phase: Phase
    inviting: bool


class RoomDisplay(QWidget):
    """Follows the session, or shows what the facilitator chose."""

    act_requested = Signal(object)
    """A key or a presenter's clicker was pressed while this window had the keys: ActName."""
    hands_changed = Signal(int, int)
    """A digit was pressed there in the closing round: how many fingers, and how many hands more or fewer."""
    help_requested = Signal()
    """The guide is asked for: it opens in the facilitator's window."""
    state_changed = Signal(object, bool)
    """What it is to show, a View, and whether it is on a screen."""
    message = Signal(str)
    """A sentence for the facilitator about the room's screen."""

    def __init__(
        self,
        look: Look,
        runner: SessionRunner,
        catalogue: Catalogue,
        preferences: LivePreferences,
        controls: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("room-display-window")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setMinimumSize(LEAST)
        self.resize(USUAL)
        self._look, self._runner = look, runner
        look.dress(self)
        self.redraw = Redraw(self, runner.change)
        self._wall, self._heard = Wall(look, catalogue), HeardWall(self)
        self._chosen_view, self._line = View.FOLLOW, ""
        self._before_card = View.FOLLOW
        self._still: _Still | None = None
        self._face: DialFace | None = None
        self._breath: Breath | None = None
        self._agreement = AgreementNow(runner)
        self.wall_line = WallLine(look, runner, self)
        self._whereabouts = Whereabouts(self, controls, look.app, preferences)
        self._way_back, self._mouse = WayBack(look, self, self._small_picture), RestingMouse(self)
        self._frames = QTimer(self)
        self._frames.setTimerType(Qt.TimerType.PreciseTimer)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self._next_frame)
        # Pages of names turn while the session waits, too, when the clock has nothing new to tell.
        self._turning = QTimer(self)
        self._turning.setInterval(TURN_MS)
        self._turning.timeout.connect(self.update)
        self._coming_up = QTimer(self)
        self._coming_up.setSingleShot(True)
        self._coming_up.setInterval(TAKING_KEYS_MS)
        self._connect()
        self._name()

    @property
    def view(self) -> View:
        """The view in sight."""
        agreed = bool(self._agreement.lines)
        return view_for(self._chosen_view, self._runner.session, self._runner.reading, agreed=agreed)

    @property
    def chosen_view(self) -> View:
        """What it is to show while it is up."""
        return self._chosen_view

    @property
    def wall(self) -> Wall:
        """What draws the views."""
        return self._wall

    def scene(self) -> Scene | None:
        """What there is to show; nothing where no session is on the table."""
        session, reading = self._runner.session, self._runner.reading
        if session is None or reading is None:
            return None
        said, agreed = self.wall_line, self._agreement.lines
        view = view_for(self._chosen_view, session, reading, agreed=bool(agreed))
        return Scene(session, reading, view, self._line, said.text, said.fade, agreed)

    def mark(self, sentence: str) -> None:
        """Says for good, in a corner of the wall, that what is shown is no ordinary session."""
        mark = self.findChild(Words, "mark") or Words("", "wall-mark", parent=self)
        mark.setObjectName("mark")
        mark.setText(sentence)
        mark.adjustSize()
        mark.show()

    def show_view(self, view: View, line: str = "") -> None:
        """Shows a view, and the window if it is away; `line` stands on the standby card."""
        if view not in CARDS:
            self._before_card = view
        self._chosen_view, self._line = view, line
        self._name()
        if not self.isVisible():
            self._whereabouts.bring_up()
        self.redraw.request()
        self._tell_state()

    def say_anew(self) -> None:
        """Shows the same in the language that is spoken now."""
        for part in (self._way_back, self._wall):
            part.say_anew()
        self._still = None
        self._name()
        self.redraw.request()

    def do(self, name: ActName) -> None:
        """Does an act on the wall, wherever its key was pressed."""
        match name:
            case ActName.ROOM_DISPLAY if self.isVisible():
                self._whereabouts.put_away()
            case ActName.ROOM_DISPLAY | ActName.PRESENT:
                if not self.isVisible():
                    self._whereabouts.bring_up()
            case ActName.STANDBY if self.isVisible():
                self._show_or_end(View.STANDBY)
            case ActName.AGREEMENT:
                self._show_or_end(View.AGREEMENT)

    def _show_or_end(self, card: View) -> None:
        """Shows a card in place of the view, or the view again that was there before it."""
        self.show_view(self._before_card if self._chosen_view is card else card)

    def come_back(self) -> None:
        """Is up again for a session that is gone on with, where it was when Clearing stopped."""
        self._whereabouts.come_back()

    def ask(self, armed: Armed) -> None:
        """Says that an act waits for its second press, where the wall lies over who says so else."""
        if self._whereabouts.covers:
            self._way_back.ask(armed)

    def for_screen_reader(self) -> QAccessibleInterface:
        return QAccessibleWidget(self, QAccessible.Role.Window)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self._whereabouts.put_away()
        elif key is Qt.Key.Key_F11:
            self._whereabouts.change_size()
        elif event.keyCombination() == QKeyCombination(Qt.Key.Key_F1):
            self._go_to_laptop()
            self.help_requested.emit()
        elif (hand := counted_hand(event, self._runner.reading)) is not None:
            if not event.isAutoRepeat():
                self.hands_changed.emit(*hand)
        elif (name := _act_of(event)) is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._pass_on(name)

    def _pass_on(self, name: ActName) -> None:
        """A click on the wall takes the keys from the facilitator's window, which must not notice."""
        if name in ON_THE_LAPTOP:
            self._go_to_laptop()
        self.act_requested.emit(name)

    def _go_to_laptop(self) -> None:
        """The next keys are meant for the facilitator's window, which the wall must not lie over."""
        window = self._whereabouts.facilitators_window()
        if self._whereabouts.covers:
            self._whereabouts.put_away()
        elif window is not None:
            window.activateWindow()

    def _offer_way_back(self) -> None:
        """A mouse that moves looks for it."""
        if self._whereabouts.covers:
            self._way_back.offer()

    def changeEvent(self, event: QEvent) -> None:
        """Gives the keys back that it gets by coming up: whoever types a note must not move the session on."""
        super().changeEvent(event)
        if event.type() is not QEvent.Type.ActivationChange or not self.isActiveWindow():
            return
        if self._coming_up.isActive() and not self._whereabouts.covers:
            window = self._whereabouts.facilitators_window()
            if window is not None:
                window.activateWindow()

    @property
    def is_animated(self) -> bool:
        """Whether it is drawn anew many times a second, as a breath needs it."""
        return self._frames.isActive()

    @property
    def is_turning_pages(self) -> bool:
        """Whether pages of names follow one another by themselves."""
        return self._turning.isActive()

    def showEvent(self, event: QShowEvent) -> None:
        self._coming_up.start()
        super().showEvent(event)
        self.redraw.request()
        self._tell_state()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._frames.stop()
        self._turning.stop()
        self._coming_up.stop()
        self._way_back.leave()
        self._tell_state()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing puts it away; the session goes on."""
        self._whereabouts.put_away()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._way_back.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scene = self.scene()
        dirty = QRectF(event.rect())
        if scene is None:
            painter.fillRect(dirty, self._look.colour("paper"))
        else:
            self._wall.paint(painter, QSizeF(self.size()), scene, dirty)

    def _small_picture(self) -> QImage:
        return small_picture(self.size(), self._look.colour("paper"), self._paint_all)

    def _paint_all(self, painter: QPainter) -> None:
        size = QSizeF(self.size())
        if (scene := self.scene()) is not None:
            self._wall.paint(painter, size, replace(scene, fade=1.0), QRectF(QPointF(), size))

    def _refresh(self) -> None:
        """Repaints what a second changed, and all where more than the second is new."""
        scene = self.scene()
        self._heard.say(heard_lines(scene, self._wall.opener_of(scene.reading)) if scene else ())
        if scene is None:
            self.update()
            return
        still = _still_part(scene)
        if still != self._still or scene.view in (View.OPENER, View.ROOMS, View.STANDBY):
            self._still = still
            self.update()
        else:
            self.update(self._wall.changed_region(QSizeF(self.size()), scene, self._face))
        self._face = wall_face(scene.reading)
        self._start_or_stop(scene)

    def _start_or_stop(self, scene: Scene) -> None:
        """Frames only while a breath can be seen, pages only while there are names."""
        if not (self.isVisible() and scene.view is View.ROOMS):
            self._turning.stop()
        elif not self._turning.isActive():
            self._turning.start()
        if not (self.isVisible() and self._breathes(scene)):
            self._frames.stop()
        elif not self._frames.isActive():
            self._frames.start()

    def _breathes(self, scene: Scene) -> bool:
        reading, opener = scene.reading, self._wall.opener_of(scene.reading)
        moving = reading.position.running and reading.phase is not Phase.OVERTIME and not is_inviting(reading)
        return scene.view is View.OPENER and moving and opener is not None and opener.pace is not None

    def _next_frame(self) -> None:
        scene = self.scene()
        if scene is not None:
            before, self._breath = self._breath, self._wall.breath(scene)
            self.update(self._wall.breath_region(QSizeF(self.size()), scene, before, self._breath))

    def _announce_line(self, text: str) -> None:
        announce(self, text)
        self.redraw.request()

    def _name(self) -> None:
        # Said where it is a window on the only screen; the key works whichever window has the keys.
        self.setWindowTitle(tr("Room display ({key} hides it)", key=act(ActName.ROOM_DISPLAY).key))
        self.setAccessibleName(tr("Room display: {view}", view=WORDS[self._chosen_view]))

    def _tell_state(self) -> None:
        self.state_changed.emit(self._chosen_view, self.isVisible())

    def _connect(self) -> None:
        self.redraw.due.connect(self._refresh)
        self._runner.session_opened.connect(self.redraw.request)
        self._runner.clock_ticked.connect(self.redraw.request)
        self._look.look_changed.connect(self.update)
        self.wall_line.line_changed.connect(self._announce_line)
        self.wall_line.fade_moved.connect(self.update)
        self._whereabouts.message.connect(self.message)
        self._whereabouts.controls_covered.connect(self._way_back.offer)
        self._whereabouts.controls_uncovered.connect(self._way_back.leave)
        self._mouse.mouse_moved.connect(self._offer_way_back)
        self._way_back.exit_requested.connect(self._whereabouts.put_away)
        self._way_back.window_requested.connect(self._whereabouts.change_size)


def _act_of(event: QKeyEvent) -> ActName | None:
    """The act of a key, whatever alphabet the keyboard writes."""
    name, meant = act_for(event.keyCombination()), meant_keys(event)
    return act_for(meant) if name is None and meant is not None else name


def _still_part(scene: Scene) -> _Still:
    reading = scene.reading
    return _Still(
        scene.session,
        scene.view,
        scene.line,
        scene.message,
        scene.agreement,
        reading.position.agenda,
        reading.position.current,
        reading.phase,
        is_inviting(reading),
    )
