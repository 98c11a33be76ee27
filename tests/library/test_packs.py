"""A note pack goes out and comes back: merging in any order, any number of times, loses and doubles nothing."""

import json
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formats.library.file import LibraryFile
from formats.library.pack_files import DEEPEST, LARGEST, PackError, read_pack
from formats.library.packs import make_pack, merge_pack, notes_with_others, other_versions, settle_versions
from formats.library.repository import SessionRepository
from formats.session.agenda import Agenda
from formats.session.notes import Note, NoteKind
from formats.session.people import Person
from formats.session.session import Session
from tests.builders import at
from tests.library.builders import in_memory
from tests.library.test_repository import NOTE, full_session

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
PAUSED = {"session": "s1", "what": "paused", "at": "2026-03-04T12:00:00Z"}


def a_note(note_id: str, text: str, **more: Any) -> Note:
    return Note(id=note_id, kind=NoteKind.IDEA, text=text, began=NOON, **more)


def with_session(library: LibraryFile, session: Session) -> LibraryFile:
    SessionRepository(library).keep_session(session)
    return library


def a_session(*notes: Note) -> Session:
    return Session(
        id="s1",
        title="Peer Assist",
        series="Network",
        starts_at=NOON,
        timezone="Europe/Paris",
        slot=timedelta(minutes=60),
        agenda=Agenda(),
        people=(Person(id="p1", name="Ana"),),
        notes=notes,
    )


def test_the_question_people_work_on_goes_along_in_a_pack() -> None:
    asked = replace(a_session(), question="What would help new people?")
    taker = in_memory()
    give(with_session(in_memory(), asked), taker)
    assert SessionRepository(taker).session("s1") == asked


def write(library: LibraryFile, note_id: str, text: str) -> None:
    SessionRepository(library).keep_note("s1", a_note(note_id, text))


def give(giver: LibraryFile, taker: LibraryFile) -> Any:
    return merge_pack(taker, read_pack(make_pack(giver, "s1")))


def state(library: LibraryFile) -> dict[str, Any]:
    """Every note with all its versions, in an order that does not depend on how they came."""
    ids = {record["id"] for table in ("notes", "lineage") for record in library.all(table)}
    return {
        each: (
            library.get("notes", each),
            sorted(json.dumps(other, sort_keys=True) for other in other_versions(library, each)),
        )
        for each in ids
    }


def test_a_session_goes_out_whole() -> None:
    first = with_session(in_memory(), a_session(a_note("n1", "One"), a_note("n2", "Two")))
    second = in_memory()
    merged = give(first, second)
    assert merged.session_is_new
    assert merged.added == ("n1", "n2")
    assert SessionRepository(second).session("s1") == SessionRepository(first).session("s1")


def test_what_the_second_wrote_and_changed_comes_back() -> None:
    first, second = with_session(in_memory(), a_session(a_note("n1", "One"))), in_memory()
    give(first, second)
    write(second, "n1", "One, better")
    write(second, "n2", "Two")
    merged = give(second, first)
    assert (merged.added, merged.changed, merged.both_kept) == (("n2",), ("n1",), ())
    assert state(first) == state(second)
    again = give(second, first)
    assert (again.added, again.changed) == ((), ())


def test_an_edit_on_both_sides_is_kept_and_shown_twice() -> None:
    first, second = with_session(in_memory(), a_session(a_note("n1", "One"))), in_memory()
    give(first, second)
    write(first, "n1", "Mine")
    write(second, "n1", "Theirs")
    assert give(second, first).both_kept == ("n1",)
    assert give(first, second).both_kept == ("n1",)
    assert state(first) == state(second)
    here, (other,) = first.get("notes", "n1"), other_versions(first, "n1")
    assert here is not None
    assert other is not None
    assert {here["text"], other["text"]} == {"Mine", "Theirs"}
    assert notes_with_others(first, "s1") == ("n1",)


def test_choosing_one_version_settles_it_everywhere() -> None:
    first, second = with_session(in_memory(), a_session(a_note("n1", "One"))), in_memory()
    give(first, second)
    write(first, "n1", "Mine")
    write(second, "n1", "Theirs")
    give(second, first)
    settle_versions(first, "n1", {**(first.get("notes", "n1") or {}), "text": "Both"})
    give(first, second)
    give(second, first)
    assert state(first) == state(second)
    assert state(first)["n1"][0]["text"] == "Both"
    assert notes_with_others(second, "s1") == ()


def test_a_deleted_note_does_not_come_back() -> None:
    first, second = with_session(in_memory(), a_session(a_note("n1", "One"))), in_memory()
    give(first, second)
    first.remove("notes", "n1")
    assert give(second, first).added == ()
    assert first.get("notes", "n1") is None
    assert give(first, second).removed == ("n1",)


def test_a_note_deleted_here_and_edited_there_is_kept_and_shown() -> None:
    first, second = with_session(in_memory(), a_session(a_note("n1", "One"))), in_memory()
    give(first, second)
    first.remove("notes", "n1")
    write(second, "n1", "Still wanted")
    assert give(second, first).both_kept == ("n1",)
    kept = first.get("notes", "n1")
    assert kept is not None
    assert kept["text"] == "Still wanted"
    assert other_versions(first, "n1") == (None,)


def test_private_notes_stay_unless_asked_for() -> None:
    first = with_session(in_memory(), a_session(a_note("n1", "Secret", private=True)))
    SessionRepository(first).keep_note("s1", a_note("n1", "Still secret", private=True))
    assert b"ecret" not in make_pack(first, "s1")
    assert b"Still secret" in make_pack(first, "s1", private=True)


def test_the_facilitators_own_lines_stay_unless_asked_for() -> None:
    plan = full_session()
    parts = tuple(
        replace(part, stages=tuple(replace(stage, facilitator_line="Ask Jo first") for stage in part.stages))
        for part in plan.agenda.parts
    )
    first = with_session(in_memory(), replace(plan, agenda=Agenda(parts)))
    assert b"Ask Jo first" not in make_pack(first, plan.id)
    assert b"Ask Jo first" in make_pack(first, plan.id, private=True)


def test_what_the_roster_says_of_people_stays_unless_asked_for() -> None:
    first = in_memory()
    diet = (("Diet", "no nuts"),)
    ana = Person(id="p1", name="Ana", email="ana@example.org", remarks="lost her job", extra=diet)
    SessionRepository(first).keep_session(replace(a_session(), people=(ana,)))
    assert b"ana@" not in make_pack(first, "s1")
    assert b"lost" not in make_pack(first, "s1")
    assert b"nuts" not in make_pack(first, "s1")
    assert read_pack(make_pack(first, "s1", private=True)).people[0]["remarks"] == "lost her job"


def test_a_note_that_lacks_a_field_is_refused() -> None:
    pack = a_pack()
    del pack["notes"][0]["done"]
    with pytest.raises(PackError):
        read_pack(json.dumps(pack).encode())


def test_a_note_from_before_notes_could_be_put_in_order_or_let_go_is_taken() -> None:
    pack = a_pack()
    for note in pack["notes"]:
        del note["place"], note["let_go"]
    assert read_pack(json.dumps(pack).encode()).notes


def test_a_key_note_stays_one_in_a_pack_and_one_from_before_there_were_any_is_none() -> None:
    first = with_session(in_memory(), replace(full_session(), id="s1"))
    SessionRepository(first).keep_note("s1", replace(NOTE, is_key=True))
    content = make_pack(first, "s1", private=True)
    older = json.loads(content)
    for note in older["notes"]:
        del note["is_key"]
    for pack, is_key in ((content, True), (json.dumps(older).encode(), False)):
        second = in_memory()
        merge_pack(second, read_pack(pack))
        session = SessionRepository(second).session("s1")
        assert session is not None
        assert [note.is_key for note in session.notes] == [is_key]


def test_a_mark_that_is_neither_yes_nor_no_is_refused() -> None:
    pack = a_pack()
    pack["notes"][0]["is_key"] = "yes"
    with pytest.raises(PackError):
        read_pack(json.dumps(pack).encode())


def test_where_a_note_was_put_goes_out_under_the_name_it_always_had() -> None:
    first = with_session(in_memory(), replace(full_session(), id="s1"))
    SessionRepository(first).keep_note("s1", replace(NOTE, sort_at=at("16:50")))
    content = make_pack(first, "s1", private=True)
    assert [note["place"] for note in json.loads(content)["notes"]] == ["2023-02-23T16:50:00Z"]
    second = in_memory()
    merge_pack(second, read_pack(content))
    session = SessionRepository(second).session("s1")
    assert session is not None
    assert session.notes == (replace(NOTE, sort_at=at("16:50")),)
    forged = content.replace(b'"place"', b'"sort_at"')
    with pytest.raises(PackError):
        read_pack(forged)


def test_stages_of_one_name_are_refused() -> None:
    first = with_session(in_memory(), replace(full_session(), id="s1"))
    pack: dict[str, Any] = json.loads(make_pack(first, "s1"))
    assert read_pack(json.dumps(pack).encode()).session["id"] == "s1"
    parts = pack["sessions"][0]["agenda"]["parts"]
    parts[0]["stages"] += deepcopy(parts[0]["stages"][:1])
    with pytest.raises(PackError, match="same name"):
        read_pack(json.dumps(pack).encode())


Moves = list[tuple[str, int, int, str]]
MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.integers(0, 2), st.integers(0, 2), st.sampled_from("abc")),
        st.tuples(st.just("remove"), st.integers(0, 2), st.integers(0, 2), st.just("")),
        st.tuples(st.just("give"), st.integers(0, 2), st.integers(0, 2), st.just("")),
        st.tuples(st.just("settle"), st.integers(0, 2), st.integers(0, 2), st.sampled_from("xyz")),
    ),
    max_size=14,
)


@settings(max_examples=60, deadline=None)
@given(moves=MOVES, order=st.permutations([(a, b) for a in range(3) for b in range(3) if a != b]))
def test_after_everybody_gave_to_everybody_all_have_the_same(moves: Moves, order: list[tuple[int, int]]) -> None:
    laptops = [in_memory() for _ in range(3)]
    with_session(laptops[0], a_session(a_note("n0", "start")))
    for other in laptops[1:]:
        give(laptops[0], other)
    unseen: set[str] = set()  # texts written that nobody has replaced since
    for what, who, which, text in moves:
        unseen = act(laptops, what, who, which, text, unseen)
    for giver, taker in [*order, *order]:
        give(laptops[giver], laptops[taker])
    assert state(laptops[0]) == state(laptops[1]) == state(laptops[2])
    assert all(text in json.dumps(list(state(laptops[0]).values())) for text in unseen)


def act(laptops: list[LibraryFile], what: str, who: int, which: int, text: str, unseen: set[str]) -> set[str]:
    """One move; the texts that must still be somewhere afterwards."""
    library, note_id = laptops[who], f"n{which}"
    before = library.get("notes", note_id)
    replaced = {before["text"]} if before else set()
    if what == "give":
        give(library, laptops[which])
        return unseen
    if what == "write":
        fresh = f"{text}-{len(unseen)}-{who}-{library.last_save}"
        write(library, note_id, fresh)
        return (unseen - replaced) | {fresh}
    if what == "remove":
        library.remove("notes", note_id)
        return unseen - replaced
    replaced |= {other["text"] for other in other_versions(library, note_id) if other}
    settle_versions(library, note_id, {**before, "text": text} if before else None)
    return unseen - replaced


def a_pack() -> dict[str, Any]:
    first = with_session(in_memory(), a_session(a_note("n1", "One")))
    write(first, "n1", "One, edited")
    pack: dict[str, Any] = json.loads(make_pack(first, "s1"))
    return pack


def spoil(pack: dict[str, Any], where: str, value: object) -> bytes:
    """The pack with one place changed."""
    spoiled = deepcopy(pack)
    at: Any = spoiled
    *path, last = [int(each) if each.isdigit() else each for each in where.split("/")]
    for each in path:
        at = at[each]
    at[last] = value
    return json.dumps(spoiled).encode()


@pytest.mark.parametrize(
    ("where", "value"),
    [
        ("clearing", "something else"),
        ("version", 2),
        ("version", "1"),
        ("sessions", []),
        ("sessions/0/id", "../../etc/passwd"),
        ("sessions/0/id", 7),
        ("sessions/0/agenda", "none"),
        ("notes", {"n1": {}}),
        ("notes/0", "a text"),
        ("notes/0/session", "s2"),
        ("notes/0/id", "n 1"),
        ("notes/0/id", "x" * 101),
        ("notes/0/text", ["a", "list"]),
        ("notes/0/text", "x" * 100_001),
        ("notes/0/began", "yesterday"),
        ("notes/0/kind", "virus"),
        ("people/0/name", None),
        ("run_log", [{"id": "s1-0", "session": "s1", "number": 0, "what": "erased"}]),
        ("lineage/0/past", "n1"),
        ("lineage/0/past", [[]]),
        ("lineage/0/others", [{"name": "a", "record": {"id": "n2"}}]),
        ("lineage/0/others", None),
        ("lineage/0/extra", "field"),
        ("lineage", None),
        ("sessions/0/timezone", "Mars/Base"),
        ("sessions/0/timezone", "../../etc/passwd"),
        ("sessions/0/starts_at", "2026-03-04T12:00:00"),
        ("sessions/0/starts_at", "9999-12-31T23:59:59Z"),
        ("sessions/0/slot", "P9999D"),
        ("sessions/0/title", "half a letter \ud800"),
        ("sessions/0/people", [["p1"]]),
        ("sessions/0/more", "than there is"),
        ("notes/0/room", 10**9),
        ("run_log", [{**PAUSED, "id": "s2-0", "number": 0}]),
        ("run_log", [{**PAUSED, "id": "s1-x", "number": "x"}]),
    ],
)
def test_a_pack_with_a_wrong_part_is_refused(where: str, value: object) -> None:
    with pytest.raises(PackError, match="Nothing was changed"):
        read_pack(spoil(a_pack(), where, value))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0\1\2",
        b"[" * 100_000,
        b"[]," * 3_000_000,
        b'{"a": "' + b'\\"' * 2_000_000,
        b'{"clearing": ' * (DEEPEST + 1) + b"1" + b"}" * (DEEPEST + 1),
        b" " * (LARGEST + 1),
        b'{"clearing": "note pack", "clearing": "note pack"}',
        b'{"clearing": "note pack", "version": NaN}',
        b'{"clearing": "note pack", "version": ' + b"9" * 5000 + b"}",
        '{"clearing": "note pack"'.encode("utf-16"),
        b'{"clearing": "note pack", "version": 1, "sessions": [{"id": "\xff"}]}',
    ],
)
def test_any_other_file_is_refused(content: bytes) -> None:
    with pytest.raises(PackError, match="Nothing was changed"):
        read_pack(content)


def test_a_pack_cannot_reach_into_another_session() -> None:
    pack = read_pack(json.dumps(a_pack()).encode())
    mine = with_session(in_memory(), a_session())
    SessionRepository(mine).keep_note("s2", a_note("n1", "Of another session"))
    before = mine.snapshot()
    with pytest.raises(PackError):
        merge_pack(mine, pack)
    assert mine.snapshot() == before


def test_a_history_that_contradicts_itself_changes_nothing() -> None:
    pack = a_pack()
    mine = in_memory()
    merge_pack(mine, read_pack(json.dumps(pack).encode()))
    before = mine.snapshot()
    line = pack["lineage"][0]
    forged = spoil(pack, "lineage/0/past", [line["name"], *line["past"]])
    with pytest.raises(PackError):
        merge_pack(mine, read_pack(forged))
    assert mine.snapshot() == before
