"""What is asked of the room display from Run: to be there, to show a card, to carry a line beside the clock."""

from datetime import timedelta

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.actions import ActName, act
from desktop.dialogs.wall_line import WallLineDialog
from desktop.look import Look
from desktop.places.run.display_choice import DisplayChoice
from formats.language import tr

NEED_THE_WALL = (ActName.STANDBY, ActName.WALL_LINE)
WALL_ACTS = (
    ActName.ROOM_DISPLAY,
    ActName.PRESENT,
    ActName.STANDBY,
    ActName.AGREEMENT,
    ActName.WALL_LINE,
    ActName.TAKE_LINE_AWAY,
)


class WallCommands(QObject):
    """Passes on what the room display does itself, and asks which line it is to carry."""

    act_requested = Signal(object)
    """Something is to happen to the room display: ActName."""
    line_requested = Signal(str, object)
    """A line is to stand there, "" for none any more: str, and for how long, a timedelta or None."""
    line_shown = Signal(str, object)
    """Which line stands there now, and the act that takes it away: sentence, ActName."""
    message = Signal(str)
    """Why that is not possible now."""

    def __init__(self, look: Look, display: DisplayChoice, view: QWidget) -> None:
        super().__init__(view)
        self._look, self._display, self._view = look, display, view
        self._own: tuple[str, ...] = ()
        self._stands = False
        self.dialog: WallLineDialog | None = None

    def do(self, name: ActName) -> None:
        """One of the acts of the wall."""
        if name in NEED_THE_WALL and not self._display.on:
            self.message.emit(tr("The room display is not on. {key} shows it.", key=act(ActName.ROOM_DISPLAY).key))
        elif name is ActName.WALL_LINE:
            self._ask_line()
        elif name is ActName.TAKE_LINE_AWAY:
            self.take_line_away()
        else:
            self.act_requested.emit(name)

    def take_line_away(self) -> None:
        """No line any more, and no word about one."""
        if self._stands:
            self._stands = False
            self.line_shown.emit("", None)
        self.line_requested.emit("", None)

    def _ask_line(self) -> None:
        self.dialog = WallLineDialog(self._look, self._own, self._view.window())
        self.dialog.line_chosen.connect(self._show_line)
        self.dialog.open()

    def _show_line(self, line: str, length: timedelta | None) -> None:
        self._own = tuple(dict.fromkeys((line, *self._own)))
        self.line_requested.emit(line, length)
        self._stands = True
        self.line_shown.emit(tr("On the wall: {line}", line=line), ActName.TAKE_LINE_AWAY)
