"""Who is offered where somebody is to be named, and who is meant by a name."""

from dataclasses import replace

from formats.session.candidates import people_to_arrive, people_to_sit_with, person_named
from formats.session.events import Started
from formats.session.people import Person
from formats.session.sorting import sort_key
from tests.builders import a_session, at, key, some_people

PEOPLE = some_people("Zoë Okafor", "Åsa Berg", "Beth O'Neill", "Callum Reid")
NETWORK = (*PEOPLE, Person("n1", "Dele Adeyemi"), Person("n2", "Beth O'Neill"))
SESSION = replace(a_session(), people=PEOPLE, away=frozenset({PEOPLE[2].id}))


def names(people: tuple[Person, ...]) -> list[str]:
    return [person.name for person in people]


def test_who_is_expected_and_away_may_arrive_before_those_who_are_not_on_the_list() -> None:
    assert [person.id for person in people_to_arrive(SESSION, NETWORK)] == [PEOPLE[2].id, "n2", "n1"]


def test_who_may_arrive_stands_in_the_order_of_the_readers_alphabet() -> None:
    session = replace(a_session(), people=PEOPLE, away=frozenset({PEOPLE[0].id, PEOPLE[1].id}))
    swedish = people_to_arrive(session, (), lambda name: sort_key(name, "sv"))
    assert names(swedish) == ["Zoë Okafor", "Åsa Berg"]
    assert names(people_to_arrive(session, ())) == ["Åsa Berg", "Zoë Okafor"]


def test_a_wish_is_about_anyone_else_who_is_expected_and_once_it_began_about_who_is_here() -> None:
    assert names(people_to_sit_with(SESSION, PEOPLE[3].id)) == ["Åsa Berg", "Beth O'Neill", "Zoë Okafor"]
    begun = SESSION.with_event(Started(at("16:30"), key("challenge")))
    assert names(people_to_sit_with(begun, PEOPLE[3].id)) == ["Åsa Berg", "Zoë Okafor"]


def test_a_name_means_the_one_person_who_has_it_whatever_its_accents() -> None:
    assert person_named("asa  berg", NETWORK) == PEOPLE[1]
    assert person_named("Beth O'Neill", NETWORK) is None
    assert person_named("Nobody", NETWORK) is None
