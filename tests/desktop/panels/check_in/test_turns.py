"""The go-round: everyone once, passing is fine, and who comes late is last."""

from desktop.panels.check_in.turns import Turns


def test_it_goes_round_once() -> None:
    turns = Turns(("ana", "ben", "cy"))
    heard = []
    while turns.speaker:
        heard.append(turns.speaker)
        turns = turns.after_speaking()
    assert heard == ["ana", "ben", "cy"]


def test_who_passes_is_not_asked_again() -> None:
    turns = Turns(("ana", "ben")).after_passing().after_speaking()
    assert turns.speaker == ""
    assert turns.passed == {"ana"}


def test_anyone_can_be_next_also_after_passing() -> None:
    turns = Turns(("ana", "ben", "cy")).after_passing().with_turn_of("ana")
    assert turns.speaker == "ana"
    assert turns.after_speaking().speaker == "ben"


def test_who_comes_late_is_last_and_who_leaves_is_out() -> None:
    turns = Turns(("ana", "ben")).with_people(("ben", "dee"))
    assert turns.order == ("ben", "dee")


def test_with_nobody_nobody_speaks() -> None:
    assert Turns().after_speaking() == Turns()
