"""People of each structure are arranged as the structure has it, for every size of group."""

from collections import Counter
from dataclasses import replace
from importlib.resources import files
from itertools import count

import pytest

from formats.session.agenda import Agenda
from formats.session.people import Person
from formats.session.rooms import PlanError, SizeError
from formats.session.seating.groups import group_name, word_of
from formats.session.seating.roles import roles_in_words
from formats.session.seating.round_limits import most_rounds, rounds_that_fit
from formats.session.seating.seating import seat_people
from formats.session.session import RoundRooms, Session
from formats.structures import Arrangement, read_structures
from formats.structures.unfold import part_from
from tests.builders import a_session, minutes

STRUCTURES = {s.id: s for s in read_structures(files("resources").joinpath("structures"))}
ORGANISATIONS = 5
UNDIVIDED = {"wise-crowds": (7,), "wicked-questions": (7,), "case-clinic-short-form": (7, 13)}
"""Numbers of people that do not go into rooms of the sizes that a structure takes."""


def planned(structure: str, heads: int, rounds: int | None = None) -> Session:
    """So many people of five organisations with a structure, seated; rounds as they fit unless given."""
    chosen = STRUCTURES[structure]
    part = part_from(chosen, rounds)
    assert part.rooms is not None
    part = part.with_rounds(rounds_that_fit(part.rooms, rounds or part.rounds, heads))
    people = tuple(Person(f"p{n}", f"P{n}", f"O{n % ORGANISATIONS}") for n in range(heads))
    session = replace(
        a_session(Agenda((part,)).for_people(heads)), people=people, wishes=a_session(Agenda()).wishes
    )
    return session.with_rooms(seat_people(session, seconds=0.05, clock=count(0, 0.01).__next__).rounds)


def sizes(rounds: RoundRooms) -> list[int]:
    return sorted(len(room.people) for room in rounds.rooms)


def names(session: Session, rounds: RoundRooms) -> list[str]:
    word = word_of(session.agenda.part(rounds.part))
    return [group_name(word, room) for room in rounds.rooms]


def holders(session: Session, role: str) -> list[str]:
    """Who has a role of the structure, round by round."""
    part = session.agenda.structures[0]
    return [
        person
        for one in session.rooms
        for room in one.rooms
        for person in roles_in_words(part, room).get(role, ())
    ]


@pytest.mark.parametrize("structure", STRUCTURES)
@pytest.mark.parametrize("heads", [1, 2, 7, 13, 18, 60, 100])
def test_everyone_has_one_place_in_each_round_or_a_sentence_says_why_not(structure: str, heads: int) -> None:
    if heads < STRUCTURES[structure].least_people or heads in UNDIVIDED.get(structure, ()):
        with pytest.raises((PlanError, SizeError), match=str(heads)):
            planned(structure, heads)
        return
    session = planned(structure, heads)
    everyone = sorted(person.id for person in session.people)
    assert session.rooms
    for one in session.rooms:
        assert sorted(person for room in one.rooms for person in room.people) == everyone


@pytest.mark.parametrize("heads", [10, 13, 18, 60, 100])
def test_large_wise_crowds_have_one_client_and_three_consultants_in_the_middle(heads: int) -> None:
    session = planned("wise-crowds-large", heads, 3)
    assert len(session.rooms) == 3
    for one in session.rooms:
        middle, *circles = one.rooms
        assert names(session, one)[:2] == ["Inner circle", "Circle 1"]
        assert len(middle.people) == 4
        assert all(3 <= len(circle.people) <= 5 for circle in circles)
    assert len(set(holders(session, "client"))) == 3
    assert Counter(map(len, (one.rooms[0].people for one in session.rooms))) == {4: 3}


def test_nobody_is_in_the_middle_twice_while_others_have_not_been() -> None:
    session = planned("wise-crowds-large", 18, 3)
    inside = Counter(person for one in session.rooms for person in one.rooms[0].people)
    assert max(inside.values()) == 1


def test_whoever_is_not_in_the_middle_stays_in_one_circle() -> None:
    session = planned("wise-crowds-large", 30, 2)
    first, second = ({p: room.number for room in one.rooms for p in room.people} for one in session.rooms)
    middle = {person for one in session.rooms for person in one.rooms[0].people}
    moved = [person for person in first if person not in middle and first[person] != second[person]]
    assert len(moved) <= 2  # only so that circles stay even


@pytest.mark.parametrize(("heads", "inside"), [(8, 5), (13, 5), (60, 5), (100, 5)])
def test_a_fishbowl_has_people_inside(heads: int, inside: int) -> None:
    session = planned("user-experience-fishbowl", heads)
    assert len(holders(session, "inner circle")) == inside
    assert len(holders(session, "outer circle")) == heads - inside


@pytest.mark.parametrize("structure", ["story-round", "celebrity-interview", "25-10-crowd-sourcing"])
@pytest.mark.parametrize("heads", [18, 60, 100])
def test_the_whole_room_is_one_circle_whatever_the_number(structure: str, heads: int) -> None:
    assert {tuple(sizes(one)) for one in planned(structure, heads).rooms} == {(heads,)}


def test_teams_are_of_one_organisation() -> None:
    session = planned("what-i-need-from-you", 25)
    organisation = {person.id: person.organisation for person in session.people}
    assert names(session, session.rooms[0])[0] == "Team 1"
    assert all(len({organisation[p] for p in room.people}) == 1 for room in session.rooms[0].rooms)


def test_small_organisations_share_a_team_and_large_ones_make_several() -> None:
    session = planned("what-i-need-from-you", 60)
    assert all(3 <= size <= 7 for size in sizes(session.rooms[0]))
    few = planned("what-i-need-from-you", 7)
    assert sizes(few.rooms[0]) == [3, 4]


@pytest.mark.parametrize(("heads", "stations"), [(9, 3), (13, 4), (18, 4), (60, 5), (100, 8)])
def test_there_are_as_many_rounds_as_stations_and_each_group_meets_each_once(heads: int, stations: int) -> None:
    session = planned("shift-and-share", heads)
    assert len(session.rooms) == stations
    assert all(len(one.rooms) == stations for one in session.rooms)
    visitor = session.rooms[0].rooms[0].people[-1]
    seen = [next(room.number for room in one.rooms if visitor in room.people) for one in session.rooms]
    assert sorted(seen) == list(range(1, stations + 1))


def test_client_coach_and_observer_change_with_each_way_of_helping() -> None:
    session = planned("helping-heuristics", 3)
    part = session.agenda.structures[0]
    titles = [stage.title for stage in part.stages if stage.repeats]
    assert titles == ["Stay quiet", "Ask", "Challenge kindly", "Look together"]
    clients, coaches = holders(session, "client"), holders(session, "coach")
    assert len(set(clients[:3])) == len(set(coaches[:3])) == 3
    assert clients[3] == clients[0]
    assert all(client != coach for client, coach in zip(clients, coaches, strict=True))


@pytest.mark.parametrize(("heads", "minutes_each"), [(5, 5), (12, 6), (14, 7), (18, 6)])
def test_minutes_for_each_person_are_those_of_the_largest_room(heads: int, minutes_each: int) -> None:
    session = planned("conversation-cafe", heads)
    stage = session.agenda.find_stage("round-one")
    assert stage is not None
    assert stage.length == minutes(minutes_each)


@pytest.mark.parametrize(
    ("structure", "heads", "most"),
    [
        ("troika-consulting", 18, 3),
        ("troika-consulting", 19, 4),
        ("wise-crowds", 8, 4),
        ("wise-crowds", 10, 5),
        ("peer-assist", 18, 6),
        ("shift-and-share", 9, 3),
        ("25-10-crowd-sourcing", 30, 5),
        ("story-round", 30, 4),
    ],
)
def test_a_round_is_offered_only_where_it_means_something(structure: str, heads: int, most: int) -> None:
    needs = part_from(STRUCTURES[structure]).rooms
    assert needs is not None
    assert most_rounds(needs, heads) == most


def test_one_person_may_write_in_silence() -> None:
    assert sizes(planned("spiral-journal", 1).rooms[0]) == [1]


def test_optional_stages_are_left_out_unless_they_are_chosen() -> None:
    structure = STRUCTURES["min-specs"]
    assert part_from(structure).length == minutes(31)
    assert part_from(structure, optional=("second-pass",)).length == minutes(41)


def test_arrangements_are_those_of_the_facts() -> None:
    arranged = {s.id: s.arrangement for s in STRUCTURES.values() if s.arrangement not in ("rooms", "nested")}
    assert arranged == {
        "25-10-crowd-sourcing": Arrangement.WHOLE_ROOM,
        "celebrity-interview": Arrangement.WHOLE_ROOM,
        "story-round": Arrangement.WHOLE_ROOM,
        "impromptu-networking": Arrangement.ROTATING_PAIRS,
        "shift-and-share": Arrangement.STATIONS,
        "user-experience-fishbowl": Arrangement.INNER_CIRCLE,
        "wise-crowds-large": Arrangement.INNER_CIRCLE,
        "what-i-need-from-you": Arrangement.TEAMS,
        "world-cafe": Arrangement.HOSTED_TABLES,
    }


def test_people_of_no_organisation_make_even_teams() -> None:
    session = replace(planned("what-i-need-from-you", 13), rooms=())
    bare = replace(session, people=tuple(Person(person.id, person.name) for person in session.people))
    seated = seat_people(bare, seconds=0.05, clock=count(0, 0.01).__next__).rounds
    assert sizes(seated[0]) == [4, 4, 5]
