"""Who offered to contribute, and how: from the roster's own columns and from the roles people are happy with."""

from dataclasses import replace

import pytest

from formats.session.contributions import Contribution, contributions_in, contributions_of, with_offers
from formats.session.people import Person
from formats.session.room_wishes import Role, RoomWishes, Wish, WishKind
from tests.exports.sessions import a_session


def answering(title: str, answer: str) -> Person:
    return Person("p1", "Beth", extra=((title, answer),))


@pytest.mark.parametrize(
    "title",
    [
        "What could you contribute?", "Contribution", "Offer", "I would like to share", "Skills you can bring",
        "Would you like to lead a session?", "Happy to help with", "VOLUNTEERING",
    ],
)  # fmt: skip
def test_an_answer_in_a_column_that_asks_for_it_is_an_offer(title: str) -> None:
    assert contributions_of(answering(title, " A room in Leith ")) == ("A room in Leith",)


@pytest.mark.parametrize("title", ["Diet", "What do you hope for?", "How did you hear of us?", "Access needs"])
def test_other_columns_are_none(title: str) -> None:
    assert contributions_of(answering(title, "A room in Leith")) == ()


@pytest.mark.parametrize("answer", ["", "-", "No", "none.", "n/a", "Not yet", "Nothing"])
def test_an_answer_that_offers_nothing_is_none(answer: str) -> None:
    assert contributions_of(answering("Can you offer something?", answer)) == ()


def test_what_is_offered_in_several_sessions_is_one_offer() -> None:
    beth = answering("Offers", "A room in Leith")
    happy = RoomWishes((Wish(WishKind.OFFERS, ("p1",), role=Role.HOST),))
    session = replace(a_session(), people=(beth,), wishes=happy)

    assert contributions_in((session, session)) == (
        Contribution("p1", "A room in Leith"),
        Contribution("p1", "To host a table"),
    )


def test_an_offer_is_written_where_the_roster_asked_for_it_or_in_a_column_of_ours() -> None:
    asked = Person("p1", "Amina", extra=(("Team", "Leith"), ("What can you offer?", "tea")))
    assert with_offers(asked, " the  hall ").extra == (("Team", "Leith"), ("What can you offer?", "the hall"))
    plain = with_offers(Person("p2", "Beth"), "A talk in May")
    assert contributions_of(plain) == ("A talk in May",)
    assert with_offers(plain, "").extra == ()
