"""Ten years of notes are searched while somebody types, and the window does not wait for it."""

import random
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.places.sessions.page import SessionsPage
from formats.library.records import note_document, session_document
from formats.library.repository import SessionRepository
from formats.session.notes import NoteKind
from tests.desktop.a_session import STARTS, a_note, a_session
from tests.desktop.conftest import StandingClock

SESSIONS, NOTES = 500, 50_000
LONGEST_PAUSE = 0.25  # seconds, on a build machine with two cores under load
WORDS = ("garden", "trust", "bridge", "café", "listen", "network", "évaluer", "moss", "lake", "invite", "question")


@pytest.fixture
def sessions(
    qtbot: QtBot,
    look: Look,
    repository: SessionRepository,
    runner: SessionRunner,
    catalogue: Catalogue,
    clock: StandingClock,
) -> Iterator[SessionsPage]:
    """The place, over a library of ten years."""
    chance = random.Random(10)
    pattern = a_session(catalogue)
    tables = repository.file.snapshot() | {"sessions": {}, "notes": {}}
    for number in range(SESSIONS):
        starts = STARTS - timedelta(days=7 * number)
        session = replace(pattern, id=f"s{number}", title=f"Session {number}", starts_at=starts)
        tables["sessions"][str(number + 1)] = session_document(session)
    note = note_document("", a_note(1, "", NoteKind.IDEA))
    for number in range(NOTES):
        text = " ".join(chance.choices(WORDS, k=12))
        own = {"id": f"n{number}", "session": f"s{number % SESSIONS}", "text": text}
        tables["notes"][str(number + 1)] = note | own
    repository.file.replace_all(tables)
    repository.keep_note("s7", replace(a_note(1, "The Näive heron by the weir"), id="heron"))
    made = SessionsPage(look, repository, runner, catalogue, clock)
    made.resize(1364, 840)
    made.show()
    qtbot.waitExposed(made)
    qtbot.wait(300)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Pauses:
    """How long the window did not answer, at worst: a timer that should fire at once says so."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(0)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now

    def stop(self) -> None:
        self._timer.stop()


def test_typing_never_waits_for_the_search(sessions: SessionsPage, qtbot: QtBot) -> None:
    field, found = sessions.findChild(QLineEdit, "search"), sessions.findChild(QListWidget, "found-list")
    assert field is not None
    assert found is not None
    pauses = Pauses()
    for letter in "naive heron":
        QTest.keyClick(field, letter)
        qtbot.wait(30)
    qtbot.waitUntil(lambda: found.isVisible() and found.count() == 1, timeout=15_000)
    pauses.stop()
    assert found.item(0).text().startswith("The Näive heron by the weir\nInsight · Session 7, ")
    assert pauses.longest < LONGEST_PAUSE
