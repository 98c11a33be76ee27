"""Sessions of one name are told apart wherever one of them is named."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QListView, QWidget
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.dialogs.day_remark import day_remark
from desktop.live.runner import SessionRunner
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.places.people.network import read_members
from desktop.places.sessions.erase_dialog import EraseDialog
from desktop.places.sessions.facts import erase_words
from desktop.places.sessions.hit_list import HitList
from desktop.places.sessions.rows import BESIDE, Column, SessionRows
from desktop.places.summary.page import SummaryPage
from formats.library.repository import SessionCard, SessionRepository
from formats.library.searching import Search
from formats.session.events import Finished, Started
from tests.desktop.a_session import IDEAS, NAMES, STARTS, a_session


@pytest.fixture
def cards(catalogue: Catalogue, repository: SessionRepository) -> tuple[SessionCard, ...]:
    """Two of one name on one day, and one of another name."""
    morning = a_session(catalogue, session_id="morning")
    repository.keep_session(morning)
    repository.keep_session(replace(morning, id="evening", starts_at=morning.starts_at + timedelta(hours=2)))
    repository.keep_session(replace(morning, id="other", title="Winter gathering"))
    return repository.cards()


def beside(rows: SessionRows) -> dict[str, str]:
    found = {}
    for row in range(rows.rowCount()):
        index = rows.index(row, Column.SESSION)
        card = rows.card(index)
        assert card is not None
        found[card.id] = index.data(BESIDE)
    return found


def test_the_list_says_the_time_where_day_and_structure_are_alike(cards: tuple[SessionCard, ...]) -> None:
    rows = SessionRows()
    rows.show(cards)
    assert beside(rows) == {"morning": "16:30", "evening": "18:30", "other": ""}


def test_a_column_that_gives_way_is_said_beside_the_title(cards: tuple[SessionCard, ...]) -> None:
    later = replace(cards[0], starts_at=cards[0].starts_at + timedelta(days=28))
    rows = SessionRows()
    rows.show((later, *cards[1:]))
    rows.show_columns([Column.SESSION, Column.ACTS])
    assert beside(rows)[later.id].endswith("23 Mar 2023")


def test_a_hit_says_which_of_two_sessions_it_is(
    cards: tuple[SessionCard, ...], repository: SessionRepository, look: Look, qtbot: QtBot
) -> None:
    made = HitList(look)
    qtbot.addWidget(made)
    made.show_hits(Search(repository.file).find("peer assist", 9), {card.id: card for card in cards})
    listed = made.findChild(QListView, "found-list")
    assert listed is not None
    rows = listed.model()
    lines = {rows.index(row, 0).data().splitlines()[1] for row in range(rows.rowCount())}
    assert {"23 Feb 2023, 16:30", "23 Feb 2023, 18:30"} <= lines


def test_the_page_of_a_person_says_which_of_them_they_came_to(
    cards: tuple[SessionCard, ...], repository: SessionRepository
) -> None:
    amina = next(member for member in read_members(repository) if member.person.name == NAMES[0])
    assert {visit.session: visit.beside for visit in amina.visits} == {
        "morning": "16:30",
        "evening": "18:30",
        "other": "",
    }


def test_what_is_on_a_day_already_is_told_apart(
    cards: tuple[SessionCard, ...], repository: SessionRepository
) -> None:
    before = repository.session("other")
    assert before is not None
    before = replace(before, starts_at=before.starts_at - timedelta(days=28))
    said = day_remark(cards[0].date, before, repository.session_dates(), "Too early.")
    assert said == "On that day already: February peer assist (16:30) and February peer assist (18:30)."


def test_the_summary_says_which_one_it_is_of(
    cards: tuple[SessionCard, ...], repository: SessionRepository, runner: SessionRunner, look: Look, qtbot: QtBot
) -> None:
    runner.open(repository.session("evening"))
    runner.record((Started(STARTS, IDEAS), Finished(STARTS)))
    page = SummaryPage(look, runner, repository, LivePreferences(None))
    qtbot.addWidget(page)
    page.refresh()
    assert "February peer assist, 18:30" in [words.text() for words in page.findChildren(QLabel)]


def test_erasing_says_which_one_would_be_gone(cards: tuple[SessionCard, ...], look: Look, qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    card = next(card for card in cards if card.id == "evening")
    dialog = EraseDialog(look, card, over, "18:30")
    assert erase_words(card, "18:30") in [label.text() for label in dialog.findChildren(QLabel)]
    said = "This deletes “February peer assist” of Thursday 23 February 2023, 18:30, with"
    assert said in erase_words(card, "18:30")
