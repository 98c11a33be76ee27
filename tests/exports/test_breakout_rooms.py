"""The file for Zoom: its own heading, one line for each address, and the names of those without one."""

from dataclasses import replace

from formats.exports.breakout_rooms import breakout_rooms
from formats.session.session import Session
from tests.exports.sessions import reference_session


def with_addresses(*emails: str) -> Session:
    session = reference_session()
    first = session.rooms[0].rooms[0].people
    by_id = dict(zip(first, emails, strict=False))
    people = tuple(replace(p, email=by_id.get(p.id, f"{p.id}@example.org")) for p in session.people)
    return replace(session, people=people, away=frozenset())


def test_each_address_has_a_line_with_its_room() -> None:
    session = with_addresses()
    made = breakout_rooms(session, session.rooms[0])
    lines = made.content.decode().split("\r\n")
    assert lines[0] == "Pre-assign Room Name,Email Address"
    first = session.rooms[0].rooms[0].people[0]
    assert lines[1] == f"Room 1,{first}@example.org"
    assert made.people == sum(len(room.people) for room in session.rooms[0].rooms) == len(lines) - 2
    assert made.without_address == ()


def test_only_those_who_join_online_are_in_it_where_some_are_marked() -> None:
    session = with_addresses()
    room = session.rooms[0].rooms[1]
    made = breakout_rooms(replace(session, online=frozenset(room.people[:2])), session.rooms[0])
    assert made.people == 2
    assert made.content.decode().count("Room 2,") == 2


def test_who_has_no_address_or_one_that_is_none_is_named_and_left_out() -> None:
    session = with_addresses("", "=1+1@example.org", "two words@example.org")
    made = breakout_rooms(session, session.rooms[0])
    names = {person.id: person.name for person in session.people}
    assert made.without_address == tuple(names[one] for one in session.rooms[0].rooms[0].people[:3])
    assert b"=1+1" not in made.content
