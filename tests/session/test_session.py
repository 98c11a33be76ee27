"""The session as a whole: rooms of a round, notes by id, and when the room has to be free."""

from dataclasses import replace

from formats.session.events import RoundAdded, Started
from formats.session.notes import Note, NoteKind
from formats.session.session import Room, RoundRooms
from tests.builders import a_session, at, key, minutes

FIRST, SECOND = Room(1, ("p1", "p2", "p3")), Room(2, ("p4", "p5", "p6"))
NOTE = Note("n1", NoteKind.INSIGHT, "Start with one story.", at("17:00"))


def test_rooms_belong_to_a_round_and_are_found_by_any_of_its_stages() -> None:
    one, two = RoundRooms("peer-assist", 1, (FIRST, SECOND)), RoundRooms("peer-assist", 2, (SECOND,))
    session = a_session().with_rooms([one, two])
    assert session.rooms_in(key("reflect")) == (FIRST, SECOND)
    assert session.rooms_in(key("reflect", 2)) == (SECOND,)
    assert session.rooms_in(key("close", part="closing")) == session.rooms_in(None) == ()


def test_other_rooms_for_one_round_leave_the_others_and_their_order() -> None:
    session = a_session().with_rooms(RoundRooms("peer-assist", n, (FIRST,)) for n in (1, 2, 3))
    changed = session.with_rooms([RoundRooms("peer-assist", 2, (SECOND,), locked=True)])
    assert [(r.round, r.rooms, r.locked) for r in changed.rooms] == [
        (1, (FIRST,), False),
        (2, (SECOND,), True),
        (3, (FIRST,), False),
    ]


def test_a_note_is_added_changed_and_taken_out_by_its_id() -> None:
    noted = a_session().with_note(NOTE).with_note(replace(NOTE, id="n2"))
    changed = noted.with_note(replace(NOTE, text="Start with two."))
    assert [note.text for note in changed.notes] == ["Start with two.", NOTE.text]
    assert [note.id for note in changed.without_note("n1").notes] == ["n2"]
    assert changed.without_note("nowhere") == changed


def test_those_away_are_expected_and_not_present() -> None:
    session = replace(a_session(), away=frozenset({"p2"}))
    assert [person.id for person in session.present] == ["p1", "p3", "p4", "p5", "p6"]
    assert session.person("p2") is not None


def test_the_slot_ends_as_booked_however_late_the_start() -> None:
    for start in ("16:00", "16:30", "17:10"):
        session = a_session(events=[Started(at(start), key("challenge"))])
        assert session.slot_ends_at(session.position) == at("17:30")
    assert a_session().slot_ends_at(a_session().position) == at("17:30")


def test_a_session_held_at_another_time_altogether_has_its_whole_slot() -> None:
    for start in ("09:00", "20:00"):
        session = a_session(events=[Started(at(start), key("challenge"))])
        assert session.slot_ends_at(session.position) == at(start) + minutes(60)


def test_the_day_and_the_hour_are_those_of_the_place() -> None:
    in_apia = replace(a_session(), timezone="Pacific/Apia")
    assert (in_apia.date.day, in_apia.local_time(at("16:30")).hour) == (24, 5)


def test_a_session_as_run_has_the_rounds_that_were_added_and_its_own_plan_stays() -> None:
    session = a_session(events=[Started(at("16:30"), key("challenge")), RoundAdded(at("16:31"), "peer-assist")])
    as_run = session.as_run(session.position)
    rounds = [one.agenda.structures[0].rounds for one in (session, as_run)]
    assert rounds == [1, 2]
    assert replace(as_run, agenda=session.agenda) == session
