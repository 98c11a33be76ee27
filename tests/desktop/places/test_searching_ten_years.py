"""Ten years of notes are searched while somebody types, and the window does not wait for it."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView
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
from tests.desktop.settling import wait_until_still

SESSIONS, NOTES = 500, 50_000
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
    wait_until_still(made)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_typing_never_waits_for_the_search(sessions: SessionsPage, qtbot: QtBot) -> None:
    field, found = sessions.findChild(QLineEdit, "search"), sessions.findChild(QListView, "found-list")
    assert field is not None
    assert found is not None
    turn, turns = QTimer(singleShot=True), list[int]()
    for letter in "naive heron":
        QTest.keyClick(field, letter)
        # Each turn of the event loop is a moment in which the window answers.
        with qtbot.waitSignal(turn.timeout):
            turn.start(0)
        turns.append(found.model().rowCount())
    qtbot.waitUntil(lambda: found.isVisible() and found.model().rowCount() == 1, timeout=15_000)
    assert turns[-1] != 1, "the window answered before the answer was there"
    assert found.model().index(0, 0).data().startswith("The Näive heron by the weir\nInsight · Session 7, ")
