"""The go-round: everyone once, passing is fine, who comes late is last, and the run log remembers."""

from formats.session.clock import read_clock
from formats.session.events import (
    Event,
    Moved,
    OrderChosen,
    Redone,
    Restarted,
    SpeakingOrder,
    Started,
    TurnEnded,
    TurnGiven,
    Undone,
)
from formats.session.go_round import GoRound
from tests.builders import an_agenda, at, key

OPENER = key("longer-out-breath", part="opening")
CHECK_IN = key("check-in", part="opening")
BEGUN = (Started(at("16:30"), OPENER), Moved(at("16:35"), CHECK_IN))


def after(*events: Event) -> GoRound:
    return read_clock(an_agenda(), (*BEGUN, *events), at("16:50")).position.go_round.with_people(
        ("ana", "ben", "cy")
    )


def ended(*people: str) -> tuple[Event, ...]:
    return tuple(TurnEnded(at("16:36"), person) for person in people)


def test_it_goes_round_once() -> None:
    heard = []
    while speaker := after(*ended(*heard)).speaker:
        heard.append(speaker)
    assert heard == ["ana", "ben", "cy"]


def test_it_says_who_is_next() -> None:
    assert (after().speaker, after().following) == ("ana", "ben")
    assert (after(*ended("ana", "ben")).speaker, after(*ended("ana", "ben")).following) == ("cy", "")


def test_anyone_can_be_next_also_once_more() -> None:
    again = (*ended("ana"), TurnGiven(at("16:37"), "ana"))
    assert after(*again).speaker == "ana"
    assert after(*again, *ended("ana")).speaker == "ben"


def test_who_comes_late_is_last_and_who_leaves_is_out() -> None:
    assert GoRound(people=("ana", "ben")).with_people(("ben", "dee")).people == ("ben", "dee")


def test_another_order_keeps_who_had_a_turn() -> None:
    shuffled = OrderChosen(at("16:37"), SpeakingOrder.SHUFFLED, ("cy", "ana", "ben"))
    assert after(*ended("ana"), shuffled).waiting == ("cy", "ben")


def test_with_nobody_nobody_speaks() -> None:
    assert (GoRound().speaker, GoRound().following) == ("", "")


def test_a_turn_is_taken_back_and_brought_back() -> None:
    taken_back = (*ended("ana", "ben"), Undone(at("16:38"), 3))
    assert after(*taken_back).speaker == "ben"
    assert after(*taken_back, Redone(at("16:38"), 3)).speaker == "cy"


def test_coming_back_to_a_check_in_keeps_who_has_spoken_and_the_time_used() -> None:
    elsewhere = (Moved(at("16:37"), OPENER), Moved(at("16:39"), CHECK_IN))
    assert after(*ended("ana"), *elsewhere).speaker == "ben"
    back = read_clock(an_agenda(), (*BEGUN, *elsewhere), at("16:40"))
    assert back.used == at("16:38") - at("16:35")


def test_a_check_in_that_begins_again_begins_with_everyone() -> None:
    assert after(*ended("ana"), Restarted(at("16:38"))).waiting == ("ana", "ben", "cy")
