"""Whatever people type stays what they typed: no markup is rendered, no picture opened, no key taken by an &."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QEvent
from PySide6.QtGui import QAction, QGuiApplication, QHelpEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QMenu, QTabBar, QWidget

from desktop.app.clearing import Clearing
from desktop.look import Look
from desktop.places.page import PlaceName
from formats.session.agenda import Agenda
from formats.session.events import Started
from formats.session.notes import NoteKind
from formats.session.people import Person
from formats.session.session import Session
from tests.desktop.a_session import IDEAS, STARTS, a_note, a_session
from tests.desktop.conftest import StandingClock
from tests.desktop.the_app import the_app

IN_OPEN = 0x20


def hostile(word: str, picture: Path) -> str:
    """A text that is markup to whoever reads it so, and names a picture to open."""
    return f"<img src='{picture.as_uri()}'><b>{word}</b> R&D [*] %1"


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A picture that nothing has any business to open."""
    made = tmp_path / "trap.png"
    made.write_bytes(b"not a picture")
    return made


@pytest.fixture
def app(tmp_path: Path, picture: Path, look: Look, clock: StandingClock) -> Iterator[Clearing]:
    """The app, with markup in every text that people type, and the session under way."""
    with the_app(tmp_path / "library.json", look, clock=clock) as made:
        for session_id in ("january", "february"):
            made.repository.keep_session(
                _with_hostile_texts(a_session(made.catalogue, session_id=session_id), picture)
            )
        made.runner.open(made.repository.session("february"))
        made.runner.record([Started(STARTS, IDEAS)])
        for number, kind in enumerate((NoteKind.INSIGHT, NoteKind.NEXT_STEP)):
            made.runner.notes.keep(a_note(number, hostile("note", picture), kind, owner=hostile("owner", picture)))
        made.side_timers.start(hostile("timer", picture), STARTS - STARTS)
        yield made


def _with_hostile_texts(session: Session, picture: Path) -> Session:
    people = tuple(_with_hostile_fields(person, picture) for person in session.people)
    parts = tuple(
        replace(
            part,
            title=hostile("part", picture),
            stages=tuple(
                replace(stage, title=hostile("stage", picture), question=hostile("question", picture))
                for stage in part.stages
            ),
        )
        for part in session.agenda.parts
    )
    agenda = Agenda(parts) if type(session.agenda) is Agenda else session.agenda
    titles = {"title": hostile("title", picture), "series": hostile("series", picture)}
    return replace(session, people=people, agenda=agenda, **titles)  # type: ignore[arg-type]  # both are text


def _with_hostile_fields(person: Person, picture: Path) -> Person:
    return replace(
        person,
        name=hostile(person.name, picture),
        organisation=hostile("organisation", picture),
        role=hostile("role", picture),
        remarks=hostile("remarks", picture),
    )


@contextmanager
def openings(file: Path) -> Iterator[list[bool]]:
    """Whether a file is opened meanwhile, by anybody in this process or outside."""
    library = ctypes.CDLL(None)
    watch = library.inotify_init1(os.O_NONBLOCK)
    library.inotify_add_watch(watch, os.fsencode(file), IN_OPEN)
    opened: list[bool] = []
    try:
        yield opened
        try:
            opened.append(bool(os.read(watch, 4096)))
        except BlockingIOError:
            opened.append(False)
    finally:
        os.close(watch)


@pytest.mark.qt_log_ignore(
    "This plugin does not support raise", extend=True
)  # said by the offscreen platform of a tip
@pytest.mark.parametrize("place", PlaceName)
@pytest.mark.skipif(sys.platform != "linux", reason="sees by inotify which files are opened")
def test_no_place_renders_markup_or_opens_what_it_names(app: Clearing, picture: Path, place: PlaceName) -> None:
    with openings(picture) as opened:
        app.window.show_place(place)
        QApplication.processEvents()
        windows = [app.window, app.room_display]
        shown = [widget for window in windows for widget in (window, *window.findChildren(QWidget))]
        for widget in shown:
            _ask_for_tip(widget)
        wrong = [fault for widget in shown for fault in _faults(widget)]
    assert not wrong
    assert opened == [False]


def _ask_for_tip(widget: QWidget) -> None:
    """Rests the mouse over it, and over each row of a list."""
    points = [widget.rect().center()]
    parent = widget.parentWidget()
    if isinstance(parent, QAbstractItemView) and parent.viewport() is widget and parent.model() is not None:
        points += [parent.visualRect(parent.model().index(0, column)).center() for column in range(6)]
    for point in points:
        event = QHelpEvent(QEvent.Type.ToolTip, point, widget.mapToGlobal(point))
        QGuiApplication.sendEvent(widget, event)


def _faults(widget: QWidget) -> Iterator[str]:
    """What a widget would read as more than words."""
    tips = [widget.toolTip(), *(action.toolTip() for action in _actions(widget))]
    if isinstance(widget, QTabBar):
        tips += [widget.tabToolTip(number) for number in range(widget.count())]
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        tips += _tips_of(widget.model())
    yield from (f"{widget!r} has the tip {tip}" for tip in tips if Qt.mightBeRichText(tip))
    reads_markup = isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText
    if reads_markup and Qt.mightBeRichText(widget.text()):
        yield f"{widget!r} reads {widget.text()}"
    if isinstance(widget, QAbstractButton) and "R&D" in widget.text() and not widget.shortcut().isEmpty():
        yield f"{widget!r} takes {widget.shortcut().toString()}"
    yield from (f"{widget!r} offers {one.text()}" for one in _actions(widget) if "R&D" in one.text())


def _actions(widget: QWidget) -> list[QAction]:
    """What its menu offers."""
    return widget.actions() if isinstance(widget, QMenu) else []


def _tips_of(model: QAbstractItemModel) -> list[str]:
    columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
    cells = [model.index(row, column) for row in range(model.rowCount()) for column in range(columns)]
    return [str(cell.data(Qt.ItemDataRole.ToolTipRole) or "") for cell in cells]
