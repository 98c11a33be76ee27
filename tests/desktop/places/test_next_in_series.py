"""The next session of a series from the list of sessions: proposed, changed where wished, prepared."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.dialogs.next_in_series import NextInSeriesDialog
from desktop.dialogs.series_field import SeriesField
from desktop.keys import NEXT_IN_SERIES
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.places.page import PlaceName
from desktop.places.sessions.page import SessionsPage
from formats.library.repository import SessionRepository
from formats.session.events import Finished, Started
from formats.session.notes import NoteKind
from formats.session.session import Session
from tests.desktop.a_session import IDEAS, STARTS, a_note, a_session
from tests.desktop.conftest import StandingClock


@pytest.fixture
def february(catalogue: Catalogue, repository: SessionRepository) -> Session:
    """A session that was held, with one next step open."""
    made = a_session(catalogue, a_note(1, "Email members", NoteKind.NEXT_STEP))
    held = replace(
        made,
        series="Nurturing",
        place="Upper hall",
        joining="meet.example.org/network",
        events=(Started(STARTS, IDEAS), Finished(STARTS + timedelta(minutes=50))),
    )
    repository.keep_session(held)
    return held


@pytest.fixture
def sessions(
    qtbot: QtBot,
    look: Look,
    repository: SessionRepository,
    runner: SessionRunner,
    catalogue: Catalogue,
    clock: StandingClock,
    february: Session,
) -> Iterator[SessionsPage]:
    """The place, two hours after the session."""
    clock.move(hours=2)
    made = SessionsPage(look, repository, runner, catalogue, clock)
    made.resize(1364, 840)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def asked(sessions: SessionsPage) -> NextInSeriesDialog:
    sessions.ask_for_next()
    dialog = sessions.window().findChild(NextInSeriesDialog)
    assert dialog is not None
    return dialog


def choose(dialog: NextInSeriesDialog, structure: str) -> None:
    dialog.structure.setCurrentIndex(dialog.structure.findText(structure))


def test_two_presses_prepare_it_as_last_time(
    sessions: SessionsPage, qtbot: QtBot, runner: SessionRunner, february: Session
) -> None:
    with qtbot.waitSignal(sessions.page_requested) as place:
        asked(sessions).act.click()
    assert place.args == [PlaceName.PREPARE]
    made = runner.session
    assert made is not None
    assert made.title == "March peer assist"
    assert made.date == date(2023, 3, 23)
    assert (made.series, made.place, made.joining) == ("Nurturing", "Upper hall", "meet.example.org/network")
    assert made.people == february.people
    assert (made.events, made.notes, made.rooms, made.next_session) == ((), (), (), None)


def test_another_structure_gives_its_name_to_the_title_until_one_is_written(sessions: SessionsPage) -> None:
    dialog = asked(sessions)
    choose(dialog, "Troika Consulting")
    assert dialog.title.text() == "March troika consulting"
    dialog.title.clear()
    QTest.keyClicks(dialog.title, "Spring gathering")
    choose(dialog, "Wise Crowds")
    assert dialog.title.text() == "Spring gathering"


def test_the_structure_chosen_is_the_one_prepared(sessions: SessionsPage, runner: SessionRunner) -> None:
    dialog = asked(sessions)
    choose(dialog, "Troika Consulting")
    dialog.accept()
    assert runner.session is not None
    assert [part.structure for part in runner.session.agenda.structures] == ["troika-consulting"]
    assert [part.kind.value for part in runner.session.agenda.parts] == ["opening", "structure", "closing"]


def test_it_says_what_comes_along(sessions: SessionsPage) -> None:
    assert asked(sessions).comes_along.text() == (
        "18 people come along and 1 open next step comes back."
        " Who presented waits until others have had their turn."
    )


def test_it_follows_the_last_one_of_the_series_wherever_it_was_asked(
    sessions: SessionsPage, repository: SessionRepository, february: Session
) -> None:
    march = replace(
        february, id="march", title="March peer assist", starts_at=STARTS + timedelta(days=28), notes=(), events=()
    )
    repository.keep_session(march)
    sessions.commands.ask_for_next(february.id)
    dialog = sessions.window().findChild(NextInSeriesDialog)
    assert dialog is not None
    assert dialog.title.text() == "April peer assist"


def test_a_session_without_a_series_belongs_to_the_one_that_begins(
    sessions: SessionsPage, repository: SessionRepository, february: Session, runner: SessionRunner
) -> None:
    repository.keep_plan(replace(february, series=""))
    dialog = asked(sessions)
    assert dialog.series.name == "February peer assist"
    dialog.series.setCurrentText("Nurturing networks")
    dialog.accept()
    kept = repository.session("february")
    assert kept is not None
    assert runner.session is not None
    assert kept.series == runner.session.series == "Nurturing networks"
    assert [session.id for session in repository.earlier_sessions(runner.session)] == ["february"]


def test_the_key_asks_for_the_next_one(sessions: SessionsPage) -> None:
    shortcuts = sessions.findChildren(QShortcut)
    next(one for one in shortcuts if one.key() == QKeySequence(NEXT_IN_SERIES)).activated.emit()
    assert sessions.window().findChild(NextInSeriesDialog) is not None


def test_a_name_nearly_that_of_a_series_is_asked_about(look: Look, qtbot: QtBot) -> None:
    field = SeriesField(look, ("Nurturing networks",), "")
    qtbot.addWidget(field)
    field.show()
    line = field.lineEdit()
    assert line is not None
    QTest.keyClicks(line, "Nuturing networks")
    line.editingFinished.emit()
    assert field.meant.isVisible()
    assert field.meant.text() == "Did you mean “Nurturing networks”?"
    field.meant.click()
    assert field.name == "Nurturing networks"
    assert not field.meant.isVisible()
