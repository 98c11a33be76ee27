"""Prepare, driven as a facilitator drives it: real widgets, real library file."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.dialogs.check_in import CheckInDialog
from desktop.dialogs.choose_opener import ChooseOpenerDialog
from desktop.dialogs.choose_structure import ChooseStructureDialog
from desktop.dialogs.next_session import NextSessionDialog
from desktop.dialogs.one_line import OneLineDialog
from desktop.dialogs.session_details import SessionDetailsDialog
from desktop.dialogs.structure_card import StructureCard
from desktop.live.runner import SessionRunner
from desktop.places.page import PlaceName
from desktop.places.prepare.page import PreparePage
from desktop.widgets.elided import ElidedWords
from formats.library.repository import SessionRepository
from formats.session.moves import Move
from formats.session.people import Person
from formats.session.timetable import session_timetable
from tests.desktop.places.preparing import (
    ask,
    begin,
    card,
    drag,
    minutes_shown,
    on_table,
    people,
    press,
    read_again,
    row,
    type_minutes,
    type_over,
)
from tests.walk.questions import living_by_a_question


@pytest.mark.parametrize(
    ("structure", "stages", "total"),
    [
        ("peer-assist", [2, 5, 5, 10, 5, 5, 2], 34),
        ("wise-crowds", [2, 3, 8, 2], 60),
        ("troika-consulting", [1, 2, 2, 4, 2], 31),
    ],
)
def test_a_session_begins_from_each_structure_with_its_exact_minutes(
    place: PreparePage, structure: str, stages: list[float], total: int
) -> None:
    session = begin(place, structure)
    assert minutes_shown(place, structure) == stages
    assert session.agenda.structures[0].length == timedelta(minutes=total)
    assert minutes_shown(place, "closing") == [5]
    assert minutes_shown(place, "opening") == [3, 5]


def test_a_second_round_of_peer_assist_makes_66_minutes_and_one_less_34_again(place: PreparePage) -> None:
    begin(place)
    QTest.mouseClick(card(place, "peer-assist").rounds.more, Qt.MouseButton.LeftButton)
    assert on_table(place).agenda.structures[0].length == timedelta(minutes=66)
    assert card(place, "peer-assist").rounds.words.text() == "2 rounds"
    QTest.mouseClick(card(place, "peer-assist").rounds.less, Qt.MouseButton.LeftButton)
    assert on_table(place).agenda.structures[0].length == timedelta(minutes=34)


def test_the_sentence_says_what_is_planned_spare_and_whether_a_round_more_fits(place: PreparePage) -> None:
    begin(place)
    assert place.agenda.time.sentence.text() == (
        "47 planned, 13 spare. A second round fits if each takes 22½ minutes."
    )


def test_typed_minutes_are_saved_at_once_halves_included(place: PreparePage, library_path: Path) -> None:
    begin(place)
    type_minutes(place, "challenge", "6,5")
    assert row(place, "challenge").minutes.text() == "6½"
    found = read_again(library_path, on_table(place).id)
    stage = found.agenda.find_stage("challenge")
    assert stage is not None
    assert stage.length == timedelta(minutes=6, seconds=30)


def range_words(place: PreparePage) -> str:
    """What is said beside the minutes of the ideas about their range; "" where nothing is."""
    words = row(place, "ideas-and-resources").findChild(QLabel, "range")
    return "" if words.isHidden() else words.text()


def test_a_length_outside_its_range_is_kept_and_marked_with_a_word(place: PreparePage) -> None:
    begin(place)
    type_minutes(place, "ideas-and-resources", "20")
    assert range_words(place) == "long, usually 15 or less"
    type_minutes(place, "ideas-and-resources", "2")
    assert range_words(place) == "short, usually 6 or more"
    type_minutes(place, "ideas-and-resources", "10")
    assert not range_words(place)


def test_minutes_of_a_stage_that_repeats_change_in_every_round(place: PreparePage) -> None:
    begin(place)
    QTest.mouseClick(card(place, "peer-assist").rounds.more, Qt.MouseButton.LeftButton)
    type_minutes(place, "challenge", "4")
    assert on_table(place).agenda.structures[0].length == timedelta(minutes=64)


def test_fit_to_time_shows_what_each_stage_got_in_its_row_and_undo_gives_it_back(place: PreparePage) -> None:
    before = begin(place).agenda
    press(place, "fit")
    assert on_table(place).agenda.length == timedelta(minutes=60)
    assert place.agenda.last_change.words.text() == "Fitted to 60 min. 6 stages longer."
    assert [words.text() for words in row(place, "challenge").findChildren(ElidedWords)] == ["5 → 7"]
    press(place, "undo")
    assert on_table(place).agenda == before
    assert not place.agenda.last_change.isVisible()


def test_stages_and_parts_change_places_by_keyboard_and_keep_the_focus(place: PreparePage, qtbot: QtBot) -> None:
    begin(place)
    row(place, "challenge").grip.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    order = [stage.key.stage for stage in on_table(place).agenda.structures[0].stages]
    assert order[:3] == ["introductions", "clarifying-questions", "challenge"]
    assert row(place, "challenge").grip.hasFocus()
    card(place, "closing").grip.setFocus()
    QTest.keyClick(card(place, "closing").grip, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [part.id for part in on_table(place).agenda.parts] == ["opening", "closing", "peer-assist"]


def test_a_stage_is_dragged_to_another_place_in_every_round(place: PreparePage) -> None:
    begin(place, "troika-consulting")
    above = row(place, "client-shares")
    drag(row(place, "most-valuable").grip, above.mapToGlobal(above.rect().topLeft()))
    stages = [(s.key.round, s.key.stage) for s in on_table(place).agenda.structures[0].stages if s.repeats]
    assert next(stage for number, stage in stages if number == 3) == "most-valuable"
    assert on_table(place).agenda.structures[0].length == timedelta(minutes=31)


def test_what_was_taken_out_comes_back_with_undo(place: PreparePage) -> None:
    before = begin(place).agenda
    row(place, "reflect").ask_removal()
    assert on_table(place).agenda.length == before.length - timedelta(minutes=5)
    assert place.agenda.last_change.words.text() == "“Reflect and insights” was removed."
    press(place, "undo")
    assert on_table(place).agenda == before


def test_every_kind_of_part_can_be_added(place: PreparePage) -> None:
    begin(place)
    additions = place.agenda.additions
    additions.add_structure()
    assert isinstance(additions.dialog, ChooseStructureDialog)
    additions.dialog.search.setText("troika")
    additions.dialog.accept()
    additions.add_break()
    additions.add_closing()
    assert isinstance(additions.dialog, OneLineDialog)
    additions.dialog.line.setText("One word each")
    additions.dialog.accept()
    additions.add_check_in()
    assert isinstance(additions.dialog, CheckInDialog)
    additions.dialog.question.setText("What colour is your morning?")
    additions.dialog.accept()
    parts = on_table(place).agenda.parts
    assert [part.title for part in parts] == ["Opening", "Peer Assist", "Troika Consulting", "Break", "Closing"]
    assert [stage.title for stage in parts[-1].stages] == ["Close and next date", "One word each"]
    assert parts[0].stages[-1].question == "What colour is your morning?"
    keys = [stage.key for stage in on_table(place).agenda.stages]
    assert len(keys) == len(set(keys))


def test_an_opener_that_holds_the_breath_is_not_offered_until_it_is_asked_for_by_name(
    place: PreparePage, catalogue: Catalogue
) -> None:
    begin(place)
    ask(place, "coherent-breathing", "Change…")
    dialog = place.agenda.additions.dialog
    assert isinstance(dialog, ChooseOpenerDialog)
    offered = [
        dialog.list.item(n).text() for n in range(dialog.list.count()) if not dialog.list.item(n).isHidden()
    ]
    assert not any(text.startswith(o.title) for o in catalogue.openers if o.by_name_only for text in offered)
    dialog.search.setText("box")
    dialog.accept()
    stage = on_table(place).agenda.parts[0].stages[0]
    assert stage.opener == "box-breathing"
    assert stage.minimum <= stage.length <= stage.maximum


def test_a_check_in_follows_the_number_of_people_until_its_minutes_are_typed(place: PreparePage) -> None:
    begin(place)
    place.people.add_people(people(18))
    assert row(place, "check-in").minutes.text() == "6"
    place.people.add_people(people(21))
    assert row(place, "check-in").minutes.text() == "7"
    type_minutes(place, "check-in", "4")
    place.people.add_people(people(24))
    assert row(place, "check-in").minutes.text() == "4"


def test_title_date_slot_and_zone_are_saved_as_they_change(
    place: PreparePage, repository: SessionRepository
) -> None:
    begin(place)
    press(place, "details")
    dialog = place.dialog
    assert isinstance(dialog, SessionDetailsDialog)
    dialog.title.setText("Zoë's <b>bold</b> plan, part 2")
    type_over(dialog.slot, "1h30")
    dialog.zone.setCurrentText("Pacific/Auckland")
    type_over(dialog.start, "quarter past nine in the morning")
    dialog.place.setText("Cope Centre, Leith")
    dialog.joining.setText("https://meet.example/abc")
    dialog.accept()
    session = repository.session(on_table(place).id)
    assert session is not None
    assert session.title == "Zoë's <b>bold</b> plan, part 2"
    assert session.slot == timedelta(minutes=90)
    assert session.local_time(session.starts_at).strftime("%H:%M") == "09:15"
    assert session.timezone == "Pacific/Auckland"
    assert (session.place, session.joining) == ("Cope Centre, Leith", "https://meet.example/abc")


def the_next_date(place: PreparePage) -> NextSessionDialog:
    """Asked for by way of title and time, with a day picked."""
    press(place, "details")
    assert isinstance(place.dialog, SessionDetailsDialog)
    place.dialog.next_session.click()
    dialog = place.dialog
    assert isinstance(dialog, NextSessionDialog)
    session = on_table(place)
    dialog.date.show_value(session.local_time(session.starts_at).date() + timedelta(weeks=4))
    return dialog


def test_the_next_date_once_saved_is_said_with_the_way_to_its_invitation(place: PreparePage, qtbot: QtBot) -> None:
    begin(place)
    the_next_date(place).act.click()
    following = on_table(place).next_session
    assert following is not None
    assert place.passing.isVisible()
    assert place.passing.words.text().startswith(f"Saved: {following.title}, ")
    with qtbot.waitSignal(place.page_requested) as asked:
        place.passing.offer.click()
    assert asked.args == [PlaceName.SUMMARY]


def test_the_next_session_can_be_prepared_from_a_plan_too(place: PreparePage, qtbot: QtBot) -> None:
    before = begin(place)
    with qtbot.waitSignal(place.next_in_series_requested) as asked:
        the_next_date(place).prepare.click()
    assert asked.args == [before.id]
    assert on_table(place).next_session is not None
    assert not place.passing.isVisible()


def test_a_zone_that_no_place_has_changes_nothing(place: PreparePage) -> None:
    before = begin(place).timezone
    press(place, "details")
    assert isinstance(place.dialog, SessionDetailsDialog)
    place.dialog.zone.setCurrentText("Middle/Earth")
    assert on_table(place).timezone == before


def test_an_unknown_zone_is_said_and_set_right_without_moving_the_session(
    place: PreparePage, runner: SessionRunner
) -> None:
    begin(place)
    runner.amend(lambda session: replace(session, timezone="Europe/Lundon"))
    starts_at = on_table(place).starts_at
    press(place, "details")
    dialog = place.dialog
    assert isinstance(dialog, SessionDetailsDialog)
    assert any("“Europe/Lundon”" in words.text() for words in dialog.findChildren(QLabel))
    dialog.title.setText("Still to be typed")
    dialog.title.editingFinished.emit()
    assert (on_table(place).timezone, on_table(place).starts_at) == ("Europe/Lundon", starts_at)

    dialog.zone.setCurrentText("Pacific/Auckland")

    session = on_table(place)
    assert (session.timezone, session.starts_at) == ("Pacific/Auckland", starts_at)
    assert dialog.start.value.strftime("%H:%M") == session.local_time(starts_at).strftime("%H:%M")
    assert not any("“Europe/Lundon”" in words.text() for words in dialog.findChildren(QLabel))


def test_the_zone_alone_can_be_set_right_once_the_session_is_over(
    place: PreparePage, runner: SessionRunner, repository: SessionRepository
) -> None:
    begin(place)
    runner.amend(lambda session: replace(session, timezone="Europe/Lundon"))
    runner.make(Move.START)
    runner.make(Move.FINISH)
    before = on_table(place)
    press(place, "details")
    dialog = place.dialog
    assert isinstance(dialog, SessionDetailsDialog)
    assert not dialog.title.isEnabled()
    dialog.zone.setCurrentText("Pacific/Auckland")
    dialog.accept()
    assert on_table(place) == replace(before, timezone="Pacific/Auckland")
    assert not place.details.isEnabled()


def test_start_opens_run_and_starts_the_first_stage(
    place: PreparePage, runner: SessionRunner, qtbot: QtBot
) -> None:
    begin(place)
    with qtbot.waitSignal(place.page_requested) as asked:
        press(place, "start")
    assert asked.args == [PlaceName.RUN]
    assert runner.live
    assert not row(place, "challenge").minutes.isEnabled()
    assert place.start.text() == "Back to the session"


def test_an_agenda_that_has_started_cannot_be_changed_here(place: PreparePage, runner: SessionRunner) -> None:
    begin(place)
    runner.make(Move.START)
    before = on_table(place).agenda
    row(place, "challenge").ask_removal()
    place.agenda.editor.fit()
    place.agenda.editor.undo()
    assert on_table(place).agenda == before
    runner.make(Move.FINISH)
    assert place.start.text() == "See the summary"


def test_no_change_is_offered_to_be_taken_back_once_the_session_has_started(
    place: PreparePage, runner: SessionRunner
) -> None:
    begin(place)
    press(place, "fit")
    assert place.agenda.last_change.isVisible()
    runner.make(Move.START)
    assert not place.agenda.last_change.isVisible()
    runner.make(Move.UNDO)
    assert place.agenda.last_change.isVisible(), "the agenda can be changed again"


def test_a_start_that_was_undone_gives_the_agenda_back(place: PreparePage, runner: SessionRunner) -> None:
    begin(place)
    runner.make(Move.START)
    assert place.start.text() == "Back to the session"
    runner.make(Move.UNDO)
    assert place.start.text() == "Start session"
    row(place, "challenge").ask_removal()
    assert on_table(place).agenda.find_stage("challenge") is None


def test_a_stage_can_be_told_to_move_on_by_itself_in_every_round(place: PreparePage) -> None:
    begin(place, "troika-consulting")
    menu = place.agenda.menu_for(row(place, "client-shares"))
    next(action for action in menu.actions() if action.text() == "Moves on by itself").trigger()
    told = [stage for stage in on_table(place).agenda.stages if stage.moves_on]
    assert [(stage.key.stage, stage.key.round) for stage in told] == [("client-shares", n) for n in (1, 2, 3)]
    label = row(place, "client-shares").findChild(QLabel, "moves-on")
    assert label is not None
    assert not label.isHidden()
    press(place, "undo")
    assert not any(stage.moves_on for stage in on_table(place).agenda.stages)


def test_an_opener_is_never_offered_to_move_on_by_itself(place: PreparePage) -> None:
    begin(place)
    menu = place.agenda.menu_for(row(place, "coherent-breathing"))
    assert "Moves on by itself" not in [action.text() for action in menu.actions()]


def test_a_structure_that_lives_by_no_question_asks_for_none(place: PreparePage) -> None:
    begin(place, "peer-assist")
    assert not place.question.isVisible()


def test_the_question_is_asked_with_an_example_and_kept_as_it_is_typed(
    place: PreparePage, library_path: Path
) -> None:
    begin(place, "1-2-4-all")
    assert place.question.isVisible()
    assert "For example: What could make our" in place.question.line.toolTip()
    QTest.keyClicks(place.question.line, "What would help new people?")
    place.question.line.typing.save_now()
    assert on_table(place).question == "What would help new people?"
    assert read_again(library_path, on_table(place).id).question == "What would help new people?"


def test_the_card_of_a_structure_opens_from_the_menu_of_its_part(place: PreparePage) -> None:
    begin(place, "troika-consulting")
    menu = place.agenda.menu_for_part(card(place, "troika-consulting"))
    next(one for one in menu.actions() if one.text() == "How this structure goes").trigger()
    dialog = place.agenda.additions.dialog
    assert isinstance(dialog, StructureCard)
    assert "Thank your two helpers." in " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_a_question_without_an_example_still_says_where_it_is_shown(
    place: PreparePage, runner: SessionRunner
) -> None:
    begin(place, "peer-assist")
    runner.amend(living_by_a_question)
    runner.amend(lambda session: replace(session, question=""))
    assert place.question.line.placeholderText() == "Shown large on the room display."


def test_fitting_takes_a_go_round_as_long_as_those_who_are_here_need(
    place: PreparePage, runner: SessionRunner
) -> None:
    begin(place)
    everyone = tuple(Person(id=f"p{number}", name=f"Person {number}") for number in range(18))
    runner.amend(lambda session: replace(session, people=everyone))
    press(place, "fit")
    assert session_timetable(on_table(place)).spare == timedelta()
