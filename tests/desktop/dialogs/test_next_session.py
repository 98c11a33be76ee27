"""The next session is set, changed and taken away in one dialog."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.dialogs.next_session import NO_ADDRESS, NO_DAY, NO_SUCH_ZONE, NextSessionDialog
from desktop.live.runner import SessionRunner
from desktop.look import Look
from formats.library.repository import SessionRepository
from formats.session.session import NextSession, Session
from tests.desktop.a_session import STARTS, a_session

SERIES = "Weaving"
MARCH_30 = date(2023, 3, 30)


@pytest.fixture
def session(repository: SessionRepository, runner: SessionRunner, catalogue: Catalogue) -> Session:
    """The third session of a series that meets on the last Thursday of the month; it is on the table."""
    made = replace(a_session(catalogue), series=SERIES, place="Upper hall")
    for weeks in (4, 8):
        earlier = replace(made, id=f"before-{weeks}", starts_at=STARTS - timedelta(weeks=weeks))
        repository.keep_session(earlier)
    repository.keep_session(made)
    runner.open(made)
    return made


def ask(qtbot: QtBot, look: Look, runner: SessionRunner) -> NextSessionDialog:
    dialog = NextSessionDialog(look, runner)
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


def following(runner: SessionRunner) -> NextSession:
    assert runner.session is not None
    assert runner.session.next_session is not None
    return runner.session.next_session


def test_the_rule_is_said_and_its_day_saved_with_one_key(
    qtbot: QtBot, look: Look, runner: SessionRunner, session: Session, repository: SessionRepository
) -> None:
    dialog = ask(qtbot, look, runner)
    assert dialog.rule.text() == "Last Thursday of the month"
    dialog.act.click()

    kept = repository.session(session.id)
    assert kept is not None
    assert kept.next_session == following(runner)
    assert following(runner).starts_at == datetime(2023, 3, 30, 15, 30, tzinfo=UTC)
    assert (following(runner).place, following(runner).revision) == ("Upper hall", 0)


def test_calendar_and_field_show_the_same_day(
    qtbot: QtBot, look: Look, runner: SessionRunner, session: Session
) -> None:
    dialog = ask(qtbot, look, runner)
    QTest.keyClick(dialog.calendar.days, Qt.Key.Key_Down)
    assert dialog.date.value == date(2023, 4, 6)

    dialog.date.selectAll()
    QTest.keyClicks(dialog.date, "11 May")
    dialog.date.commit()
    assert dialog.calendar.days.month == date(2023, 5, 1)
    dialog.act.click()
    assert following(runner).starts_at.date() == date(2023, 5, 11)


def test_a_changed_date_is_one_more_revision_and_no_change_is_none(
    qtbot: QtBot, look: Look, runner: SessionRunner, session: Session
) -> None:
    ask(qtbot, look, runner).act.click()
    ask(qtbot, look, runner).act.click()
    assert following(runner).revision == 0

    dialog = ask(qtbot, look, runner)
    QTest.keyClick(dialog.calendar.days, Qt.Key.Key_Right)
    dialog.act.click()
    assert following(runner).revision == 1


def test_a_date_can_be_taken_away_once_there_is_one(
    qtbot: QtBot, look: Look, runner: SessionRunner, session: Session
) -> None:
    dialog = ask(qtbot, look, runner)
    assert dialog.remove.isHidden()
    dialog.act.click()

    ask(qtbot, look, runner).remove.click()
    assert runner.session is not None
    assert runner.session.next_session is None
    assert runner.session.called_off is not None


def test_without_a_rule_a_day_has_to_be_picked(
    qtbot: QtBot, look: Look, runner: SessionRunner, session: Session
) -> None:
    runner.amend(lambda session: replace(session, series=""))
    dialog = ask(qtbot, look, runner)
    dialog.act.click()

    assert dialog.rule.text() == "Pick a day"
    assert dialog.isVisible()
    assert dialog.trouble == str(NO_DAY)
    QTest.keyClick(dialog.calendar.days, Qt.Key.Key_Down)
    dialog.act.click()
    assert following(runner).starts_at.date() == date(2023, 3, 2)


def test_what_cannot_be_read_keeps_the_dialog_open_and_says_why(
    qtbot: QtBot, look: Look, runner: SessionRunner, session: Session
) -> None:
    dialog = ask(qtbot, look, runner)
    dialog.organiser.setText("Beth")
    dialog.act.click()
    assert (dialog.isVisible(), dialog.trouble) == (True, str(NO_ADDRESS))

    dialog.organiser.setText("beth@example.org")
    dialog.zone.setCurrentText("Middle/Earth")
    dialog.act.click()
    assert (dialog.isVisible(), dialog.trouble) == (True, str(NO_SUCH_ZONE))
    assert runner.session is not None
    assert runner.session.next_session is None


def test_what_is_on_that_day_already_is_named(
    qtbot: QtBot, look: Look, runner: SessionRunner, session: Session, repository: SessionRepository
) -> None:
    other = replace(session, id="board", title="Board & friends", series="Board", starts_at=STARTS + timedelta(35))
    repository.keep_session(other)
    dialog = ask(qtbot, look, runner)

    assert dialog.remark == "On that day already: Board & friends."
    QTest.keyClick(dialog.calendar.days, Qt.Key.Key_Right)
    assert dialog.remark == ""


def test_another_session_on_the_table_takes_the_dialog_away(
    qtbot: QtBot, look: Look, runner: SessionRunner, session: Session
) -> None:
    dialog = ask(qtbot, look, runner)
    runner.open(None)

    assert not dialog.isVisible()
