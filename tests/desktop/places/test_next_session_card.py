"""After the end, and in the summary: when is the next session, and what can be sent?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.live.runner import SessionRunner
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.places.summary.next_session_card import NO_DATE, NextSessionCard
from formats.exports import Audience, Choices
from formats.library.repository import SessionRepository
from formats.session.events import Finished, Started
from formats.session.next_session import with_next_session, without_next_session
from formats.session.session import NextSession
from tests.desktop.a_session import IDEAS, STARTS, a_session

MARCH = NextSession("March Troika", STARTS + timedelta(days=35), timedelta(hours=1))


@pytest.fixture
def card(
    qtbot: QtBot, look: Look, repository: SessionRepository, runner: SessionRunner, catalogue: Catalogue
) -> Iterator[NextSessionCard]:
    session = a_session(catalogue)
    people = tuple(replace(one, email=f"{one.id}@example.org") for one in session.people[1:])
    session = replace(session, people=(session.people[0], *people))
    repository.keep_session(session)
    runner.open(session)
    made = NextSessionCard(look, runner, LivePreferences(None))
    made.show()
    qtbot.addWidget(made)
    return made


def shown(card: NextSessionCard, runner: SessionRunner, choices: Choices | None = None) -> str:
    """All that it says for the session on the table."""
    assert runner.session is not None
    card.show_session(runner.session, choices)
    return " ".join(words.text() for words in card.findChildren(QLabel) if words.isVisibleTo(card))


def button(card: NextSessionCard, suffix: str) -> QAbstractButton:
    found = card.findChild(QAbstractButton, f"export-{suffix}")
    assert isinstance(found, QAbstractButton)
    return found


def test_without_a_date_nothing_can_be_sent_and_it_says_why(card: NextSessionCard, runner: SessionRunner) -> None:
    assert str(NO_DATE) in shown(card, runner)
    for suffix in ("ics", "eml"):
        assert not button(card, suffix).isEnabled()
        assert "no date yet" in button(card, suffix).toolTip()
        assert "no date yet" in button(card, suffix).accessibleDescription()


def test_with_a_date_both_are_a_click_away_and_whom_they_miss_is_named(
    card: NextSessionCard, runner: SessionRunner
) -> None:
    runner.amend(lambda session: with_next_session(session, MARCH))

    said = shown(card, runner)
    assert "March Troika: Thursday 30 March 2023" in said
    assert "goes to 17 addresses. Amina Yusuf has no address that can be read." in said
    assert button(card, "ics").isEnabled()
    assert (button(card, "eml").isEnabled(), button(card, "eml").toolTip()) == (True, "")


def test_for_readers_who_may_see_no_names_it_says_that_no_address_goes_along(
    card: NextSessionCard, runner: SessionRunner
) -> None:
    runner.amend(lambda session: with_next_session(session, MARCH))

    assert "has no addresses" in shown(card, runner, Choices(Audience.NETWORK))


def test_what_was_called_off_can_be_sent_too(
    qtbot: QtBot, card: NextSessionCard, runner: SessionRunner, tmp_path: Path
) -> None:
    runner.amend(lambda session: without_next_session(with_next_session(session, MARCH)))
    assert "Called off" in shown(card, runner)

    card.exports.export_to(tmp_path / "out.ics")
    qtbot.waitUntil((tmp_path / "out.ics").exists)
    assert b"METHOD:CANCEL" in (tmp_path / "out.ics").read_bytes()
    assert card.change.text() == "Set the date"


def test_saving_the_date_also_leads_to_its_preparing(
    card: NextSessionCard, runner: SessionRunner, qtbot: QtBot
) -> None:
    assert runner.session is not None
    runner.record((Started(STARTS, IDEAS), Finished(STARTS + timedelta(minutes=50))))
    card.ask()
    dialog = card.dialog
    assert dialog is not None
    dialog.date.show_value(date(2023, 3, 30))
    with qtbot.waitSignal(card.next_in_series_requested) as asked:
        dialog.prepare.click()
    assert asked.args == [runner.session.id]
    assert runner.session.next_session is not None
