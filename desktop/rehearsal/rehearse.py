"""The whole rehearsal: builds the session, opens the real window, plays, exports, says what was left behind."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desktop.app.application import application
from desktop.app.clearing import Clearing
from desktop.content.catalogue import Catalogue, read_catalogue
from desktop.content.session_files import sample_script, script_at
from desktop.folders import rehearsal_library
from desktop.live_preferences import LivePreferences
from desktop.preferences import Preferences
from desktop.rehearsal.clock import RehearsalClock
from desktop.rehearsal.pictures import Pictures
from desktop.rehearsal.player import RehearsalPlayer
from desktop.wording import date_style
from formats.exports import Audience, choices_for, export, file_name
from formats.language import tr
from formats.session.people import Person
from formats.session.session import Session
from formats.structures.script import Script

SUFFIXES = ("md", "html", "pdf")
NOT_OFFSCREEN = "This plugin does not support"


def rehearse(
    file: Path | None,
    *,
    library: Path | None,
    speed: float,
    export_to: Path | None,
    pictures_to: Path | None,
    tell: Callable[[str], None],
) -> int:
    """Rehearses a session file, the sample unless given. Raises ValueError or OSError with one sentence."""
    catalogue = read_catalogue()
    library = library or rehearsal_library()
    clock = RehearsalClock(_read_script(file, catalogue).session.starts_at, speed)
    qInstallMessageHandler(_pass_on)
    # The person's own choices are neither used nor touched: every rehearsal looks the same.
    wishes = LivePreferences(None)
    app, look = application(Preferences())
    clearing = Clearing(library, clock, wishes, look)
    try:
        if clearing.file.state.cause is not None:
            raise OSError(clearing.file.state.sentence)
        clearing.start()
        script = _read_script(file, catalogue, clearing.repository.people())
        pictures = Pictures(pictures_to)
        player = RehearsalPlayer(clearing, clock, script, tell=tell, pictures=pictures)
        _play(app, player)
        session = clearing.repository.session(script.session.id)
        assert session is not None, "the session just played is in the library"
        written = _export(session, export_to or library.parent / f"{library.stem} summaries", clock)
    finally:
        clearing.stop()
    for line in (
        tr("Session {id} saved in {file}", id=session.id, file=library),
        *(tr("Wrote {file}", file=path) for path in (*written, *pictures.files)),
    ):
        tell(line)
    return 0


def _read_script(file: Path | None, catalogue: Catalogue, known: Iterable[Person] = ()) -> Script:
    """The session to rehearse, with those who came before recognised."""
    return script_at(file, catalogue, known) if file else sample_script(catalogue, known)


def _pass_on(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Prints what Qt says, but for what a window that nobody sees cannot do, such as coming to the front."""
    if not message.startswith(NOT_OFFSCREEN):
        print(message, file=sys.stderr)


def _play(app: QApplication, player: RehearsalPlayer) -> None:
    """Plays to the end. What goes wrong inside Qt's loop is raised here instead of being printed and lost."""
    faults: list[BaseException] = []

    def stop(_kind: type[BaseException], fault: BaseException, _trace: TracebackType | None) -> None:
        faults.append(fault)
        app.exit()

    usual, sys.excepthook = sys.excepthook, stop
    try:
        player.finished.connect(app.quit)
        player.begin()
        app.exec()
    finally:
        sys.excepthook = usual
    if faults:
        raise faults[0]


def _export(session: Session, folder: Path, clock: RehearsalClock) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    choices = replace(choices_for(Audience.PRESENT), dates=date_style())
    with as_file(files("resources").joinpath("fonts")) as fonts:
        return [
            export(session, folder / file_name(session, suffix), choices, now=clock.now(), fonts=fonts)
            for suffix in SUFFIXES
        ]
