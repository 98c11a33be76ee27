"""Whatever people type stays what they typed, in every place, dialog and opened menu of the walk."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QWidget

from desktop.content.catalogue import read_catalogue
from desktop.look import Look
from formats.library.opening import open_library
from formats.session.notes import NoteKind
from tests.desktop.a_session import a_note, a_session
from tests.desktop.conftest import StandingClock
from tests.desktop.the_app import the_app
from tests.walk.hostile import FOLDER, fill_with_markup, hostile, read_as_more
from tests.walk.tour import whole_tour
from tests.walk.visit import Visitor, settle
from tests.walk.walker import Walker

IN_OPEN = 0x20
FEWEST_STOPS = 100
pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="sees by inotify which files are opened"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


class Suspicious(Visitor):
    """Looks for words that are read as more than words, and for nothing else."""

    def visit(self, name: str, window: QWidget) -> None:
        settle(window)
        self.stops.append(name)
        self.faults += [f"{name}: {fault}" for fault in read_as_more(window)]


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


def test_no_place_dialog_or_menu_reads_markup_or_opens_what_it_names(tmp_path: Path, look: Look) -> None:
    picture = tmp_path / "trap.png"
    picture.write_bytes(b"not a picture")
    clock, library = StandingClock(), tmp_path / FOLDER / "library.json"
    catalogue = read_catalogue()
    notes = [a_note(number, "", kind) for number, kind in enumerate((NoteKind.INSIGHT, NoteKind.NEXT_STEP))]
    with open_library(library, now=clock.now, retry_seconds=None) as file:
        session = fill_with_markup(file, catalogue, a_session(catalogue, *notes), picture)
    visitor = Suspicious(look)
    with openings(picture) as opened, the_app(library, look, clock=clock) as app:
        app.side_timers.start(hostile("timer", picture), session.slot)
        whole_tour(Walker(app, clock, visitor, session))
        QThreadPool.globalInstance().waitForDone()
        app.runner.open(None)
    assert "\n".join(visitor.faults) == ""
    assert len(visitor.stops) >= FEWEST_STOPS
    assert opened == [False]
