"""The place Sessions, on a real library: first start, what is next, opening, searching, repeating, erasing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListView, QTableView, QWidget
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.dialogs.begin_session import BeginSessionDialog
from desktop.dialogs.frame import Dialog
from desktop.dialogs.next_in_series import NextInSeriesDialog
from desktop.dialogs.one_line import OneLineDialog
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.places.page import PlaceName
from desktop.places.sessions.erase_dialog import EraseDialog
from desktop.places.sessions.page import SessionsPage
from desktop.places.sessions.session_menu import SessionMenu
from desktop.widgets.buttons import Weight
from desktop.widgets.tick import Tick
from formats.library.opening import open_library
from formats.library.repository import SessionRepository
from formats.library.transfer import write_transfer
from formats.session.clock import Phase
from formats.session.events import Finished, Moved, Started
from formats.session.notes import NoteKind
from formats.session.session import NextSession, Session
from formats.session.session_template import template_of
from tests.desktop.a_session import IDEAS, STARTS, a_note, a_session
from tests.desktop.conftest import StandingClock
from tests.desktop.settling import wait_until_still

LONG = "A title with <b>markup</b>, commas & an ampersand, that goes on for much longer than any column is wide"


@pytest.fixture
def sessions(
    qtbot: QtBot,
    look: Look,
    repository: SessionRepository,
    runner: SessionRunner,
    catalogue: Catalogue,
    clock: StandingClock,
) -> Iterator[SessionsPage]:
    """The place, over an empty library."""
    made = SessionsPage(look, repository, runner, catalogue, clock)
    made.resize(1364, 840)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def held(catalogue: Catalogue, session_id: str, days: int, title: str = "Earlier") -> Session:
    """A session that was run, its first round in twenty minutes of ideas."""
    notes = (
        a_note(1, "Ask who already trusts you"),
        a_note(2, "Émail members", NoteKind.NEXT_STEP),
        a_note(3, "Share it", NoteKind.NEXT_STEP, done=True),
    )
    notes = tuple(replace(note, id=f"{session_id}-{note.id}") for note in notes)
    session = replace(a_session(catalogue, *notes, session_id=session_id), title=title)
    starts = STARTS + timedelta(days=days)
    reflect = session.agenda.find_stage("reflect")
    assert reflect is not None
    minute = timedelta(minutes=1)
    events = (Started(starts, IDEAS), Moved(starts + 20 * minute, reflect.key), Finished(starts + 24 * minute))
    return replace(session, starts_at=starts, events=events, series="Nurturing")


def planned(catalogue: Catalogue, session_id: str, days: int) -> Session:
    """A session to come."""
    session = a_session(catalogue, session_id=session_id)
    return replace(session, starts_at=STARTS + timedelta(days=days), title="April Troika", series="Nurturing")


def words(place: QWidget) -> list[str]:
    return [label.text() for label in place.findChildren(QLabel) if label.isVisible()]


def press(place: QWidget, name: str) -> None:
    button = place.findChild(QAbstractButton, name)
    assert button is not None
    assert button.isVisible()
    button.click()


def cells(place: QWidget, row: int) -> list[str]:
    model = table(place).model()
    return [model.index(row, column).data() for column in range(6)]


def ticks_in(place: QWidget) -> list[Tick]:
    return [box for box in place.findChildren(Tick) if box.isVisible()]


def table(place: QWidget) -> QTableView:
    found = place.findChild(QTableView, "session-table")
    assert found is not None
    return found


def test_the_first_start_offers_the_sample_and_the_structures(sessions: SessionsPage, qtbot: QtBot) -> None:
    assert "Welcome to Clearing" in words(sessions)
    assert not table(sessions).isVisible()
    with qtbot.waitSignal(sessions.sample_requested):
        press(sessions, "sample-session")


def test_the_first_start_shows_what_fits_so_many_people(sessions: SessionsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sessions.structures_requested) as asked:
        press(sessions, "welcome-find")
    assert asked.args == [18, timedelta(hours=1)]


def test_a_list_that_was_copied_can_be_the_start(sessions: SessionsPage, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("Amina Yusuf, Lothian Health")
    with qtbot.waitSignal(sessions.list_given) as given:
        press(sessions, "welcome-paste")
    assert given.args is not None
    assert given.args[0].text == "Amina Yusuf, Lothian Health"


def test_a_session_file_is_taken_in_and_the_welcome_is_gone(
    sessions: SessionsPage, qtbot: QtBot, catalogue: Catalogue, tmp_path: Path, clock: StandingClock
) -> None:
    other = open_library(tmp_path / "other.json", now=clock.now)
    SessionRepository(other).keep_session(held(catalogue, "january", -28))
    file = write_transfer(other, "january", tmp_path / "january.clearing", private=False, passphrase="")
    other.close()
    with qtbot.waitSignal(sessions.commands.exchange.session_received):
        sessions.take_file(file)
    wait_until_still(sessions)
    assert "Welcome to Clearing" not in words(sessions)
    assert table(sessions).isVisible()


def test_a_session_left_running_says_when_it_really_began(
    sessions: SessionsPage, catalogue: Catalogue, repository: SessionRepository
) -> None:
    late = planned(catalogue, "april", 0)
    repository.keep_session(replace(late, events=(Started(STARTS + timedelta(days=1, minutes=7), IDEAS),)))
    sessions.refresh()
    assert "Not finished, began Friday 24 February 2023, 16:37" in words(sessions)


def test_a_structure_begins_a_session_with_one_click(
    sessions: SessionsPage,
    qtbot: QtBot,
    runner: SessionRunner,
    repository: SessionRepository,
    catalogue: Catalogue,
) -> None:
    repository.keep_session(held(catalogue, "january", -28))
    sessions.refresh()
    with qtbot.waitSignal(sessions.page_requested) as asked:
        press(sessions, "start-from-troika-consulting")
    assert asked.args == [PlaceName.PREPARE]
    assert runner.session is not None
    assert repository.session(runner.session.id) == runner.session
    assert runner.session.agenda.structures[0].structure == "troika-consulting"


def begun(sessions: SessionsPage) -> BeginSessionDialog:
    press(sessions, "new-session")
    dialog = sessions.findChild(BeginSessionDialog)
    assert dialog is not None
    return dialog


def test_a_new_session_can_be_blank(sessions: SessionsPage, runner: SessionRunner) -> None:
    dialog = begun(sessions)
    dialog.search.setText("blank")
    dialog.accept()
    assert runner.session is not None
    assert runner.session.agenda.parts == ()


def test_a_plan_kept_as_a_template_begins_another_session(
    sessions: SessionsPage, repository: SessionRepository, catalogue: Catalogue, runner: SessionRunner
) -> None:
    january = held(catalogue, "january", -28)
    repository.keep_session(january)
    sessions.refresh()
    sessions.commands.ask_for_template_name(repository.cards()[0])
    asked = sessions.window().findChild(OneLineDialog)
    assert asked is not None
    asked.line.setText("Our usual hour")
    asked.accept()
    dialog = begun(sessions)
    dialog.search.setText("our usual")
    dialog.accept()
    made = runner.session
    assert made is not None
    assert (made.title, made.people) == ("Our usual hour", ())
    assert made.agenda.stages == january.agenda.stages


def test_a_template_is_renamed_and_taken_out_where_it_is_offered(
    sessions: SessionsPage, repository: SessionRepository, catalogue: Catalogue
) -> None:
    sessions.commands.templates.keep(template_of(held(catalogue, "january", -28), "t1", "Our usual hour"))
    dialog = begun(sessions)
    dialog.search.setText("our usual")
    assert dialog.rename.isVisible()
    dialog.rename.click()
    asked = dialog.findChild(OneLineDialog)
    assert asked is not None
    asked.line.setText("Our usual evening")
    asked.accept()
    assert [one.name for one in sessions.commands.templates.all()] == ["Our usual evening"]
    dialog.remove.click()
    assert sessions.commands.templates.all() == ()
    dialog.search.clear()
    assert not dialog.rename.isVisible()


def test_a_series_that_there_is_goes_on_from_the_new_session_too(
    sessions: SessionsPage, repository: SessionRepository, catalogue: Catalogue
) -> None:
    repository.keep_session(held(catalogue, "january", -28))
    sessions.refresh()
    dialog = begun(sessions)
    assert dialog.offer is not None
    assert dialog.offer.title == "Next in Nurturing"
    dialog.accept()
    assert sessions.window().findChild(NextInSeriesDialog) is not None


def test_the_table_shows_what_was_and_what_is_open(
    sessions: SessionsPage, repository: SessionRepository, catalogue: Catalogue
) -> None:
    repository.keep_session(held(catalogue, "january", -28, LONG))
    sessions.refresh()
    QAbstractItemModelTester(table(sessions).model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert cells(sessions, 0) == ["26 Jan 2023", LONG, "Peer Assist", "18", "3", "1 open"]


def test_the_next_session_says_what_was_carried_over_and_starts(
    sessions: SessionsPage,
    qtbot: QtBot,
    repository: SessionRepository,
    catalogue: Catalogue,
    runner: SessionRunner,
) -> None:
    repository.keep_session(held(catalogue, "january", -28))
    repository.keep_session(planned(catalogue, "april", 42))
    sessions.refresh()
    assert "60 minutes, 18 expected, Peer Assist. 1 next step still open from last time." in words(sessions)
    with qtbot.waitSignal(sessions.page_requested) as asked:
        press(sessions, "next-main")
    assert asked.args == [PlaceName.RUN]
    assert runner.reading is not None
    assert runner.reading.phase is Phase.RUNNING


def test_an_unfinished_session_comes_first_with_go_on(
    sessions: SessionsPage, repository: SessionRepository, catalogue: Catalogue, runner: SessionRunner
) -> None:
    session = held(catalogue, "now", 0)
    repository.keep_session(replace(session, events=session.events[:-1]))
    repository.keep_session(planned(catalogue, "april", 42))
    sessions.refresh()
    assert cells(sessions, 1)[5] == "Running"
    press(sessions, "next-main")
    assert runner.session is not None
    assert runner.session.id == "now"


def test_enter_opens_a_session_where_it_stands(
    sessions: SessionsPage,
    qtbot: QtBot,
    repository: SessionRepository,
    catalogue: Catalogue,
    runner: SessionRunner,
) -> None:
    repository.keep_session(held(catalogue, "january", -28))
    sessions.refresh()
    table(sessions).selectRow(0)
    with qtbot.waitSignal(sessions.page_requested) as asked:
        QTest.keyClick(table(sessions), Qt.Key.Key_Return)
    assert asked.args == [PlaceName.SUMMARY]
    assert runner.session == repository.session("january")


def test_same_again_takes_the_minutes_really_used_if_wanted(
    sessions: SessionsPage, repository: SessionRepository, catalogue: Catalogue, runner: SessionRunner
) -> None:
    following = NextSession(
        "March", held(catalogue, "january", -28).starts_at, timedelta(hours=1), place="Upper hall"
    )
    january = replace(held(catalogue, "january", -28), next_session=following, called_off=following)
    repository.keep_session(january)
    card = repository.cards()[0]
    sessions.commands.repeat(card, used=True)
    again = runner.session
    assert again is not None
    ideas = again.agenda.stage(IDEAS)
    assert ideas is not None
    assert (again.id != "january", again.notes, again.events, len(again.people)) == (True, (), (), 18)
    assert ideas.length == timedelta(minutes=20)
    assert (again.next_session, again.called_off) == (None, None)
    sessions.commands.repeat(card)
    assert runner.session is not None
    assert runner.session.agenda.length == a_session(catalogue).agenda.length


def test_searching_finds_notes_whatever_their_accents(
    sessions: SessionsPage, qtbot: QtBot, repository: SessionRepository, catalogue: Catalogue
) -> None:
    repository.keep_session(held(catalogue, "january", -28))
    sessions.refresh()
    field, found = sessions.findChild(QLineEdit, "search"), sessions.findChild(QListView, "found-list")
    assert field is not None
    assert found is not None
    QTest.keyClicks(field, "email MEMBERS")
    qtbot.waitUntil(found.isVisible)
    assert found.model().index(0, 0).data() == "Émail members\nNext step · Earlier, 26 Jan 2023"
    QTest.keyClick(field, Qt.Key.Key_Return)
    with qtbot.waitSignal(sessions.page_requested) as place, qtbot.waitSignal(sessions.note_chosen) as note:
        found.activated.emit(found.currentIndex())
    assert (place.args, note.args) == ([PlaceName.RUN], ["january-n2"])
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert table(sessions).isVisible()


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)  # the offscreen one, of menus
def test_erasing_asks_first_and_says_what_it_reaches(
    sessions: SessionsPage,
    qtbot: QtBot,
    repository: SessionRepository,
    catalogue: Catalogue,
    runner: SessionRunner,
) -> None:
    repository.keep_session(held(catalogue, "january", -28))
    sessions.refresh()
    runner.open(repository.session("january"))
    table(sessions).menu_requested.emit(repository.cards()[0], QPoint(10, 10))
    menu = sessions.findChild(SessionMenu)
    assert menu is not None
    menu.erase_act.trigger()
    dialog = sessions.findChild(Dialog)
    assert dialog is not None
    assert any("3 notes" in text and "People stay" in text for text in words(dialog))
    assert repository.session("january") is not None
    dialog.accept()
    qtbot.waitUntil(lambda: any("deleted from your data and backups" in text for text in words(sessions)))
    assert any("Clearing cannot delete files" in text for text in words(sessions))
    assert (repository.session("january"), runner.session) == (None, None)
    assert len(repository.people()) == 18


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)  # the offscreen one, of menus
def test_erasing_is_not_the_act_that_is_invited(
    sessions: SessionsPage, repository: SessionRepository, catalogue: Catalogue, look: Look
) -> None:
    repository.keep_session(held(catalogue, "january", -28))
    dialog = EraseDialog(look, repository.cards()[0], sessions)
    dialog.open()
    assert dialog.act.weight is Weight.QUIET
    assert dialog.focusWidget() is dialog.cancel
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert repository.session("january") is not None


def test_each_of_two_sessions_erased_one_after_the_other_is_reported(
    sessions: SessionsPage, qtbot: QtBot, repository: SessionRepository, catalogue: Catalogue
) -> None:
    for session_id, days in (("january", -28), ("february", 0)):
        repository.keep_session(held(catalogue, session_id, days))
    sessions.refresh()
    said: list[str] = []
    sessions.commands.message.connect(said.append)
    for session_id in ("january", "february"):
        sessions.commands.erase(session_id)
    qtbot.waitUntil(lambda: len([words for words in said if "deleted from your data" in words]) == 2)
    assert not repository.cards()


def test_good_news_of_the_last_session_erased_hides_no_trouble_with_the_first(
    sessions: SessionsPage, qtbot: QtBot, repository: SessionRepository, catalogue: Catalogue
) -> None:
    for session_id, days, title in (("january", -28, "Only in January"), ("february", 0, "February")):
        repository.keep_session(held(catalogue, session_id, days, title))
    sessions.refresh()
    said: list[str] = []
    sessions.commands.message.connect(said.append)
    copied = repository.file.path.with_name("sent.txt")
    copied.write_text("Only in January", "utf-8")
    for session_id in ("january", "february"):
        sessions.commands.erase(session_id)
    qtbot.waitUntil(lambda: "deleted from your data and backups" in said[-1])
    assert str(copied) in said[-1]


def test_open_next_steps_of_all_sessions_are_listed_and_ticked(
    sessions: SessionsPage,
    qtbot: QtBot,
    repository: SessionRepository,
    catalogue: Catalogue,
    runner: SessionRunner,
) -> None:
    for session_id, days in (("january", -28), ("february", 0)):
        repository.keep_session(held(catalogue, session_id, days))
    runner.open(repository.session("february"))
    qtbot.waitUntil(lambda: sessions.findChild(QAbstractButton, "open-steps").isVisible())
    for left in (1, 0):
        press(sessions, "open-steps")
        qtbot.waitUntil(lambda count=left + 1: len(ticks_in(sessions)) == count)
        assert ticks_in(sessions)[0].accessibleName() == "Done: Émail members"
        ticks_in(sessions)[0].click()
        assert sum(card.open_next_steps for card in repository.cards()) == left
    assert runner.session == repository.session("february")


def test_what_is_saved_elsewhere_shows_while_the_place_is_open(
    sessions: SessionsPage, qtbot: QtBot, repository: SessionRepository, catalogue: Catalogue
) -> None:
    repository.keep_session(held(catalogue, "january", -28))
    qtbot.waitUntil(table(sessions).isVisible, timeout=2000)


@pytest.mark.parametrize(("width", "scale"), [(938, 1.0), (920, 2.0)])
def test_nothing_is_wider_than_a_small_window(
    sessions: SessionsPage,
    repository: SessionRepository,
    catalogue: Catalogue,
    look: Look,
    width: int,
    scale: float,
    qtbot: QtBot,
) -> None:
    repository.keep_session(held(catalogue, "january", -28, LONG))
    repository.keep_session(planned(catalogue, "april", 42))
    look.choose(theme="light", scale=scale, calm=False)
    sessions.refresh()
    for _ in range(3):  # what gives way makes room for a smaller window
        sessions.resize(width, 640)
        wait_until_still(sessions)
    for button in sessions.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.mapTo(sessions, button.rect().topRight()).x() < width, button.text()
    look.choose(theme="light", scale=1.0, calm=False)


def test_the_title_of_the_place_is_whole_in_the_smallest_window_with_the_largest_text(
    sessions: SessionsPage, look: Look, repository: SessionRepository, catalogue: Catalogue, qtbot: QtBot
) -> None:
    repository.keep_session(held(catalogue, "held", -30))
    sessions.hide()
    sessions.resize(924, 700)
    look.choose(theme="light", scale=2.0, calm=True)
    sessions.show()
    qtbot.waitExposed(sessions)

    title = next(label for label in sessions.findChildren(QLabel) if label.text() == "Sessions")
    field = sessions.findChild(QLineEdit, "search")
    assert field is not None
    qtbot.waitUntil(lambda: field.placeholderText() == "Search")
    wait_until_still(sessions)
    assert title.width() >= title.fontMetrics().horizontalAdvance(title.text())
    look.choose(theme="light", scale=1.0, calm=False)


def test_the_year_together_is_a_place_of_its_own(sessions: SessionsPage, qtbot: QtBot) -> None:
    button = sessions.findChild(QAbstractButton, "the-year")
    assert button is not None
    with qtbot.waitSignal(sessions.page_requested) as asked:
        button.click()
    assert asked.args == [PlaceName.YEAR]
