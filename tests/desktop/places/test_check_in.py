"""The check-in: a question not asked here lately, an order to speak in, and how long it takes for these people."""

from dataclasses import replace
from datetime import timedelta
from itertools import combinations

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.dialogs.check_in import CheckInDialog
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.panels.check_in.panel import ORDER_WORDS, TurnChip
from desktop.places.prepare.page import PreparePage
from formats.library.repository import SessionRepository
from formats.session.events import Moved, SpeakingOrder, Started
from formats.session.people import Person
from formats.session.rounds_held import question_history
from formats.session.session import Session
from tests.desktop.a_session import a_session
from tests.desktop.running import Hands
from tests.desktop.settling import wait_until_still


def held_in_january(catalogue: Catalogue, *, skipping: bool = False) -> Session:
    """An earlier session of the series, its check-in held or left out."""
    session = a_session(catalogue, session_id="january")
    starts = session.starts_at - timedelta(weeks=4)
    opener, check_in, first = session.agenda.stages[:3]
    events = (
        Started(starts, opener.key),
        Moved(starts + timedelta(minutes=3), (first if skipping else check_in).key),
    )
    return replace(session, series="Weavers", starts_at=starts, events=events)


def asked_for(place: PreparePage) -> CheckInDialog:
    check_in = place.planner.session.agenda.stages[1]  # type: ignore[union-attr]  # there is a session
    place.agenda.additions.rewrite(check_in)
    dialog = place.agenda.additions.dialog
    assert isinstance(dialog, CheckInDialog)
    return dialog


def lines(dialog: CheckInDialog) -> list[str]:
    return [dialog.bank.item(row).text() for row in range(dialog.bank.count())]


def test_what_was_not_asked_here_comes_first(
    place: PreparePage, repository: SessionRepository, runner: SessionRunner, catalogue: Catalogue
) -> None:
    repository.keep_session(held_in_january(catalogue))
    february = replace(a_session(catalogue), series="Weavers")
    repository.keep_session(february)
    runner.open(february)
    dialog = asked_for(place)
    question = catalogue.questions[0].text
    assert lines(dialog)[-1] == f"{question}\nLast asked here on 26 Jan 2023"
    assert lines(dialog)[0].endswith("\nNot asked here yet")
    dialog.reject()


def test_a_question_of_the_list_is_taken_with_a_click_and_says_how_long_it_takes(
    qtbot: QtBot, place: PreparePage, repository: SessionRepository, runner: SessionRunner, catalogue: Catalogue
) -> None:
    february = a_session(catalogue)
    repository.keep_session(february)
    runner.open(february)
    dialog = asked_for(place)
    assert dialog.takes.text() == "18 people take 6 min."
    row = next(n for n, line in enumerate(lines(dialog)) if line.startswith("What can people ask you about?"))
    item = dialog.bank.item(row)
    dialog.bank.scrollToItem(item)
    box = dialog.bank.visualItemRect(item)
    qtbot.mouseClick(dialog.bank.viewport(), Qt.MouseButton.LeftButton, pos=box.topLeft() + QPoint(20, 8))
    assert dialog.takes.text() == "18 people take 9 min."
    dialog.accept()
    stage = runner.session.agenda.stages[1]  # type: ignore[union-attr]  # one is on the table
    assert stage.question == "What can people ask you about?"
    assert stage.length == timedelta(minutes=9)


def test_a_check_in_that_was_left_out_asked_nothing(catalogue: Catalogue, look: Look) -> None:
    assert question_history([held_in_january(catalogue, skipping=True)]) == {}
    assert len(question_history([held_in_january(catalogue)])) == 1


def chips(run: Hands) -> list[str]:
    return [chip.text() for chip in run.place.findChildren(TurnChip) if chip.isVisibleTo(run.place)]


def choose(run: Hands, order: SpeakingOrder) -> None:
    menu = run.check_in.menu
    next(action for action in menu.actions() if action.text() == str(ORDER_WORDS[order])).trigger()


def test_people_speak_in_the_order_chosen(run: Hands) -> None:
    run.go_to("check-in")
    rooms = run.session.rooms[0].rooms
    choose(run, SpeakingOrder.ROOMS)
    assert run.check_in.go_round.speaker == rooms[0].people[0]
    choose(run, SpeakingOrder.LIST)
    assert run.check_in.go_round.speaker == run.session.present[0].id
    before = chips(run)
    choose(run, SpeakingOrder.SHUFFLED)
    once = chips(run)
    choose(run, SpeakingOrder.SHUFFLED)
    assert sorted(once) == sorted(before)
    assert len({tuple(before), tuple(once), tuple(chips(run))}) == 3


def test_who_had_a_turn_keeps_it_in_another_order(run: Hands) -> None:
    run.go_to("check-in")
    first = run.check_in.go_round.speaker
    run.press("next-person")
    choose(run, SpeakingOrder.SHUFFLED)
    assert run.check_in.go_round.had_turn == {first}


def test_the_go_round_is_there_again_after_a_look_elsewhere(run: Hands) -> None:
    run.go_to("check-in")
    run.press("next-person")
    run.press("passes")
    session = run.session
    run.place.hide()
    run.runner.open(None)
    run.runner.open(session)
    run.place.show()
    assert len(run.check_in.go_round.had_turn) == 2
    assert run.words("speaking-now") == "Callum speaks"


def test_how_long_it_takes_for_these_people_stands_beside_the_question(run: Hands) -> None:
    run.go_to("check-in")
    assert "About 20 seconds each: 18 people take 6 min." in run.words("check-in-how")


def test_who_arrives_in_the_go_round_stands_beside_the_others_and_over_nobody(run: Hands) -> None:
    run.go_to("check-in")
    run.press("next-person")
    session = run.session
    late = Person("late", "Zofia Kowalska")
    run.runner.amend(lambda s: replace(s, people=(*s.people, late)))
    for _ in range(2):
        wait_until_still(run.place)
        boxes = [chip.geometry() for chip in run.place.findChildren(TurnChip) if chip.isVisibleTo(run.place)]
        assert len(boxes) == len(session.present) + 1
        assert not [pair for pair in combinations(boxes, 2) if pair[0].intersects(pair[1])]
        run.press("next-person")
