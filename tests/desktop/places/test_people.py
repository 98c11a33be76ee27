"""The place People: who is in the network, edited in place, in the real library."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from gettext import NullTranslations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.dialogs.add_people import AddPeopleDialog
from desktop.live.runner import SessionRunner
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.places.people.network import NetworkReader, matching_members, read_members
from desktop.places.people.page import AT_ONCE, PeoplePage
from desktop.places.people.rows import Column
from formats.language import Language, speaking
from formats.library.repository import SessionRepository
from formats.session.events import Moved, Started
from formats.session.notes import Note, NoteKind
from formats.session.people import Person
from formats.session.room_wishes import Role, Wish, WishKind
from formats.session.seating.seating import turns_taken
from formats.session.session import Session
from formats.session.sorting import family_sort_key, sort_key
from tests.desktop.a_session import NAMES, STARTS, a_note, a_session

BETH, LAYLA = "p1", "p17"


def a_step(number: int, owner: str, **more: object) -> Note:
    return a_note(number, f"Step {number}", NoteKind.NEXT_STEP, owner=owner, **more)


def begun(session: Session) -> Session:
    """The session in its first round, whose challenge is being told."""
    started = session.with_event(Started(session.starts_at, session.agenda.stages[0].key))
    return started.with_event(
        Moved(session.starts_at + timedelta(minutes=9), session.agenda.structures[0].stages[1].key)
    )


@pytest.fixture(scope="module")
def held(catalogue: Catalogue) -> Session:
    """A session that was held, with Kristin away and three next steps, one of them done."""
    steps = (a_step(1, BETH, due=date(2023, 3, 2)), a_step(2, "beth o'neill"), a_step(3, BETH, done=True))
    session = a_session(catalogue, *steps)
    rooms = tuple(
        replace(r, rooms=tuple(replace(one, people=tuple(p for p in one.people if p != "p9")) for one in r.rooms))
        for r in session.rooms
    )
    return replace(begun(replace(session, rooms=rooms)), away=frozenset({"p9"}))


@pytest.fixture
def february(repository: SessionRepository, held: Session) -> Session:
    """The same, in the library."""
    repository.keep_session(held)
    return held


@pytest.fixture
def place(
    qtbot: QtBot, look: Look, repository: SessionRepository, runner: SessionRunner, february: Session
) -> Iterator[PeoplePage]:
    made = PeoplePage(look, repository, runner, LivePreferences(None))
    qtbot.addWidget(made)
    made.resize(1364, 900)
    made.show()
    yield made
    made.close()


def test_what_someone_offered_stands_on_the_person_and_is_searched(
    place: PeoplePage, repository: SessionRepository, february: Session
) -> None:
    beth = next(person for person in february.people if person.id == BETH)
    repository.keep_person(replace(beth, extra=(("What could you bring?", "Bread from our bakery"),)))
    wishes = february.wishes.with_wish(Wish(WishKind.OFFERS, (BETH,), role=Role.NOTE_TAKER))
    repository.keep_session(replace(february, wishes=wishes, people=repository.people()))
    place.refresh()
    place.table.choose(BETH)
    said = pane_words(place)
    assert said[said.index("Offered to contribute") + 1 :][:2] == ["Bread from our bakery", "To take notes"]

    place.search.setText("bakery")
    assert place.table.model().rowCount() == 1
    assert row(place, BETH)[0] == beth.name
    place.search.clear()
    place.table.choose(LAYLA)
    assert "Offered to contribute" not in pane_words(place)


def test_many_sessions_are_read_while_the_names_stand_there(
    qtbot: QtBot, look: Look, repository: SessionRepository, runner: SessionRunner, february: Session
) -> None:
    for number in range(AT_ONCE):
        repository.keep_session(replace(february, id=f"also-{number}", notes=()))
    place = PeoplePage(look, repository, runner, LivePreferences(None))
    qtbot.addWidget(place)
    place.show()
    assert BETH in {member.person.id for member in read_members(repository)}
    assert len(shown(place)) == len(repository.people())
    assert row(place, BETH)[Column.CAME] == "0"
    qtbot.waitUntil(lambda: row(place, BETH)[Column.CAME] == str(AT_ONCE + 1))


def test_of_the_sessions_only_those_that_changed_are_read_again(
    repository: SessionRepository, february: Session
) -> None:
    repository.keep_session(replace(february, id="another", notes=()))
    reader = NetworkReader(repository)
    before = reader.members()
    assert reader.unread_sessions == 0
    repository.keep_note("another", a_step(9, BETH))
    assert reader.unread_sessions == 1
    assert reader.members() == read_members(repository) != before


def pane_words(place: PeoplePage) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in place.pane.findChildren(QLabel) if label.isVisible()]


def row(place: PeoplePage, person_id: str) -> list[str]:
    model = place.table.model()
    place.table.choose(person_id)
    at = place.table.currentIndex().row()
    return [str(model.index(at, column).data()) for column in Column]


def shown(place: PeoplePage) -> list[str]:
    model = place.table.model()
    return [str(model.index(at, Column.NAME).data()) for at in range(model.rowCount())]


def type_over(qtbot: QtBot, place: PeoplePage, person_id: str, column: Column, text: str) -> None:
    place.table.choose(person_id)
    index = place.table.currentIndex().siblingAtColumn(column)
    place.table.setCurrentIndex(index)
    place.table.edit(index)
    editor = place.table.viewport().findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, text) if text.isascii() else editor.insert(text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not place.table.editing)


def words_in(place: PeoplePage) -> str:
    return "\n".join(label.text() for label in place.pane.findChildren(QLabel) if not label.isHidden())


def test_everyone_is_listed_by_name_whatever_the_script(place: PeoplePage) -> None:
    assert sorted(shown(place)) == sorted(NAMES)
    assert shown(place)[0] == "Amina Yusuf"


def test_a_row_counts_sessions_turns_and_open_steps(place: PeoplePage, february: Session) -> None:
    turns = turns_taken([february])
    assert row(place, BETH) == ["Beth O'Neill", "Trust 1", "Weaver", "1", str(turns[BETH]), "2 open"]


def test_a_round_that_was_not_reached_is_no_turn(
    place: PeoplePage, repository: SessionRepository, february: Session
) -> None:
    presenter = next(iter(turns_taken([february])))
    short = replace(february, id="stopped", events=(), starts_at=STARTS + timedelta(days=9), notes=())
    repository.keep_session(short.with_event(Started(short.starts_at, short.agenda.stages[0].key)))
    place.refresh()
    assert row(place, presenter)[Column.PRESENTED] == "1"
    assert row(place, presenter)[Column.CAME] == "2"


def test_who_was_away_did_not_come(place: PeoplePage) -> None:
    assert row(place, "p9")[Column.CAME] == "0"
    assert "away" in words_in(place)


def test_a_planned_session_is_shown_and_not_counted(
    place: PeoplePage, repository: SessionRepository, february: Session
) -> None:
    later = STARTS + timedelta(days=40)
    april = replace(february, id="april", title="April", starts_at=later, events=(), notes=())
    repository.keep_plan(april, april.people)
    place.refresh()
    assert row(place, BETH)[Column.CAME] == "1"
    assert "planned" in words_in(place)


def test_the_pane_tells_sessions_with_roles_and_steps_with_dates(place: PeoplePage, february: Session) -> None:
    presenter = next(iter(turns_taken([february])))
    place.table.choose(presenter)
    assert "February peer assist" in words_in(place)
    assert "presented" in words_in(place)
    place.table.choose(BETH)
    assert "Step 1" in words_in(place)
    assert "2 Mar 2023" in words_in(place)
    assert "Step 3" not in words_in(place)


def test_with_whom_someone_is_kept_apart_is_said_on_their_page(
    place: PeoplePage, repository: SessionRepository, february: Session
) -> None:
    apart = Wish(WishKind.APART, (BETH, LAYLA))
    repository.keep_plan(replace(february, wishes=february.wishes.with_wish(apart)))
    place.show_person(BETH)
    names = {person.id: person.name for person in february.people}
    assert apart.sentence(names, "") in pane_words(place)


@pytest.mark.parametrize("name", ["Zoë O'Brien-Łuczak", "שרה כהן, ד״ר", "<b>Ann & Bob</b>"])
def test_a_name_typed_in_the_table_is_saved_at_once(
    qtbot: QtBot, place: PeoplePage, repository: SessionRepository, name: str
) -> None:
    type_over(qtbot, place, LAYLA, Column.NAME, name)
    assert next(p.name for p in repository.people() if p.id == LAYLA) == name
    assert row(place, LAYLA)[Column.NAME] == name
    assert name in words_in(place)


def test_nobody_is_left_without_a_name(qtbot: QtBot, place: PeoplePage, repository: SessionRepository) -> None:
    type_over(qtbot, place, BETH, Column.NAME, "   ")
    assert row(place, BETH)[Column.NAME] == "Beth O'Neill"


def test_the_session_on_the_table_knows_the_new_organisation(
    qtbot: QtBot, place: PeoplePage, runner: SessionRunner, repository: SessionRepository, february: Session
) -> None:
    runner.open(repository.session(february.id))
    type_over(qtbot, place, BETH, Column.ORGANISATION, "Fife Voluntary Action")
    assert runner.session is not None
    beth = runner.session.person(BETH)
    assert beth is not None
    assert beth.organisation == "Fife Voluntary Action"
    assert beth in repository.people()


def test_email_and_remarks_are_saved_when_the_field_is_left(
    qtbot: QtBot, place: PeoplePage, repository: SessionRepository
) -> None:
    place.table.choose(BETH)
    place.pane.remarks.setFocus()
    qtbot.keyClicks(place.pane.remarks, "hearing loop")
    qtbot.keyClick(place.pane.remarks, Qt.Key.Key_Return)
    assert next(p.remarks for p in repository.people() if p.id == BETH) == "hearing loop"


def test_what_is_typed_stays_with_the_person_it_was_typed_for(
    qtbot: QtBot, place: PeoplePage, repository: SessionRepository
) -> None:
    place.table.choose(BETH)
    place.pane.remarks.setFocus()
    qtbot.keyClicks(place.pane.remarks, "hearing loop")
    place.table.choose("p2")
    kept = {person.id: person.remarks for person in repository.people()}
    assert (kept[BETH], kept["p2"]) == ("hearing loop", "")


def test_a_cell_being_typed_in_is_left_alone_while_the_session_goes_on(
    qtbot: QtBot, place: PeoplePage, runner: SessionRunner, repository: SessionRepository, february: Session
) -> None:
    runner.open(repository.session(february.id))
    place.table.choose(BETH)
    place.table.edit(place.table.currentIndex())
    editor = place.table.viewport().findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClicks(editor, "Bet")
    runner.notes.keep(a_step(9, BETH))
    assert editor.text() == "Bet"
    qtbot.keyClick(editor, Qt.Key.Key_Escape)


def test_a_next_step_noted_in_the_session_shows_at_once(
    place: PeoplePage, runner: SessionRunner, repository: SessionRepository, february: Session
) -> None:
    runner.open(repository.session(february.id))
    runner.notes.keep(a_step(9, BETH))
    assert row(place, BETH)[Column.STEPS] == "3 open"


@pytest.mark.parametrize(("question", "found"), [("novak hana", "Hana Nováková"), ("ليلى", "ليلى حسن")])
def test_search_ignores_accents_and_order(qtbot: QtBot, place: PeoplePage, question: str, found: str) -> None:
    place.search.setText(question)
    assert shown(place) == [found]


def test_a_search_that_finds_nobody_says_so(qtbot: QtBot, place: PeoplePage) -> None:
    place.search.setText("zzz")
    assert "Nobody here has “zzz”" in "".join(label.text() for label in place.findChildren(QLabel))
    qtbot.keyClick(place.search, Qt.Key.Key_Escape)
    assert len(shown(place)) == len(NAMES)


def test_the_order_can_follow_family_names(place: PeoplePage) -> None:
    place.order.setCurrentText("By family name")
    names = shown(place)
    assert names == sorted(names, key=family_sort_key)
    assert names != sorted(names, key=sort_key)


def test_the_order_can_put_open_steps_first_and_keeps_the_choice(place: PeoplePage) -> None:
    place.table.choose("p2")
    place.order.setCurrentText("Most open next steps")
    assert shown(place)[0] == "Beth O'Neill"
    assert place.table.currentIndex().siblingAtColumn(Column.NAME).data() == "Callum Reid"


def test_with_large_text_table_and_person_take_turns(place: PeoplePage, look: Look) -> None:
    look.choose(theme="light", scale=2.0, calm=False)
    place.resize(948, 700)
    assert place.table.isVisible()
    assert not place.pane.isVisible()
    place.tabs.setCurrentIndex(1)
    assert place.pane.isVisible()
    assert not place.table.isVisible()


def test_three_hundred_people_are_listed_and_found(
    qtbot: QtBot, look: Look, repository: SessionRepository, runner: SessionRunner
) -> None:
    with repository.file.saving():
        for number in range(300):
            repository.keep_person(Person(f"m{number}", f"Mäkinen {number}", f"Trust {number % 9}"))
    place = PeoplePage(look, repository, runner, LivePreferences(None))
    qtbot.addWidget(place)
    place.show()
    assert len(shown(place)) == 300
    place.search.setText("makinen 299")
    assert shown(place) == ["Mäkinen 299"]


def test_before_the_first_session_it_says_what_it_is_for_and_takes_a_list(
    qtbot: QtBot, look: Look, repository: SessionRepository, runner: SessionRunner
) -> None:
    place = PeoplePage(look, repository, runner, LivePreferences(None))
    qtbot.addWidget(place)
    place.show()
    button = place.findChild(QAbstractButton, "import-first-people")
    assert button is not None
    assert button.isVisible()
    button.click()
    assert place.window().findChild(AddPeopleDialog) is not None


def test_what_somebody_is_known_as_is_kept_and_finds_them(
    qtbot: QtBot, place: PeoplePage, repository: SessionRepository
) -> None:
    place.table.choose(BETH)
    qtbot.keyClicks(place.pane.known_as, "Bessie")
    qtbot.keyClick(place.pane.known_as, Qt.Key.Key_Return)

    assert next(p.known_as for p in repository.people() if p.id == BETH) == "Bessie"
    assert [member.person.id for member in matching_members(read_members(repository), "bessie")] == [BETH]


def test_nothing_is_cut_where_a_language_says_more(
    qtbot: QtBot, look: Look, repository: SessionRepository, runner: SessionRunner, february: Session
) -> None:
    longer = Language("xx", "Longer", _Longer())
    with speaking(longer):
        made = PeoplePage(look, repository, runner, LivePreferences(None))
        qtbot.addWidget(made)
        made.resize(944, 540)
        made.show()
        qtbot.waitUntil(lambda: made.table.isVisible() and made.pane.isVisible())
        made.show_person(BETH)
        table, inner = made.table, made.pane.findChild(QAbstractButton, "merge-with")
        header = table.horizontalHeader()
        metrics = header.fontMetrics()
        for column in (Column.CAME, Column.STEPS):
            if not table.isColumnHidden(column):
                words = str(table.model().headerData(column, Qt.Orientation.Horizontal))
                assert table.columnWidth(column) >= metrics.horizontalAdvance(words)
        assert inner is not None
        right = inner.mapTo(made.pane, inner.rect().topRight()).x()
        assert right < made.pane.width()


class _Longer(NullTranslations):
    """Everything said in a third more letters."""

    def gettext(self, message: str) -> str:
        return f"{message}{'m' * (len(message) // 3)}"
