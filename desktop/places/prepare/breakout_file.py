"""The rooms of one round as a file for Zoom: asks which round and where, writes it, says who has no address."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from desktop.file_queue import FileQueue, Wanted
from desktop.live.runner import SessionRunner
from desktop.widgets.press import connect_press
from desktop.widgets.tips import menu_text
from formats.exports import file_name, put_in_place
from formats.exports.breakout_rooms import BreakoutRooms, breakout_rooms
from formats.language import tr, tr_count
from formats.session.session import RoundRooms, Session
from formats.session.wording import join_and

NAMED = 5
"""So many people without an address are named, and then counted."""


class BreakoutFile(QObject):
    """One file at a time; Zoom takes one round, and the next one once that is over."""

    message = Signal(str)
    """Where the file is, and who is not in it."""

    def __init__(self, runner: SessionRunner, window: QWidget) -> None:
        super().__init__(window)
        self._runner, self._window = runner, window
        self._files = FileQueue(self)
        self._files.written.connect(self._say_done)
        self._files.failed.connect(self._say_trouble)
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._rounds: RoundRooms | None = None
        self._made: BreakoutRooms | None = None
        self.dialog: QFileDialog | None = None

    def offer_rounds(self, below: QWidget) -> None:
        """Asks which round, where there are several."""
        session = self._runner.session
        rounds = session.rooms if session else ()
        if session is not None and len(rounds) > 1:
            menu = self.menu_of(session)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(below.mapToGlobal(QPoint(0, below.height())))
        elif rounds:
            self._ask_where(rounds[0])

    def menu_of(self, session: Session) -> QMenu:
        """Each round that has rooms."""
        menu = QMenu(self._window)
        for rounds in session.rooms:
            part = session.agenda.part(rounds.part)
            title = (
                tr("{part}, round {round}", part=part.title, round=rounds.round)
                if part
                else tr("Round {round}", round=rounds.round)
            )
            connect_press(menu.addAction(menu_text(title)), self._ask_where, rounds)
        return menu

    def write(self, rounds: RoundRooms, target: Path) -> None:
        """Writes one round into a file."""
        session = self._runner.session
        if session is not None:
            self._made = breakout_rooms(session, rounds)
            self._files.add(partial(_write, self._made.content, target), target)

    def _ask_where(self, rounds: RoundRooms) -> None:
        session = self._runner.session
        if session is None:
            return
        self._rounds = rounds
        dialog = QFileDialog(self._window, tr("Rooms for Zoom"), self._folder, f"{tr('Rooms for Zoom')} (*.csv)")
        dialog.setObjectName("zoom-dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        name = file_name(session, "csv").removesuffix(".csv")
        dialog.selectFile(f"{name}-zoom-round-{rounds.round}.csv")
        dialog.fileSelected.connect(self._write_to)
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def _write_to(self, chosen: str) -> None:
        self._folder = str(Path(chosen).parent)
        if self._rounds is not None:
            self.write(self._rounds, Path(chosen))

    def _say_done(self, target: Path) -> None:
        made = self._made
        if made is not None:
            said = tr_count(
                "{file} is in {folder}, with {count} person for Zoom.",
                "{file} is in {folder}, with {count} people for Zoom.",
                made.people,
                file=target.name,
                folder=target.parent,
            )
            self.message.emit(f"{said} {_lacking_words(made.without_address)}".strip())

    def _say_trouble(self, _target: Path, trouble: Exception) -> None:
        self.message.emit(str(trouble))


def _write(content: bytes, target: Path, wanted: Wanted) -> Path:
    return put_in_place(target, content, wanted)


def _lacking_words(names: tuple[str, ...]) -> str:
    if not names:
        return ""
    more = len(names) - NAMED
    said = (*names[:NAMED], tr_count("{count} other", "{count} others", more)) if more > 0 else names
    return tr_count(
        "{names} has no address, and so no room there.",
        "{names} have no address, and so no room there.",
        len(names),
        names=join_and(said),
    )
