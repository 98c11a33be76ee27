"""All that a session file can say of its plan is read, and each fault in it is one sentence with its place."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import time, timedelta
from importlib.resources import files
from pathlib import PurePath
from typing import Any

import msgspec
import pytest

from formats.library.pack_files import read_pack
from formats.library.packs import make_pack, merge_pack
from formats.library.repository import SessionRepository
from formats.session.agenda import Agenda, PartKind, Stage, StageKey, StageKind
from formats.session.folding import fold
from formats.session.people import Person
from formats.session.room_wishes import Role, WishKind
from formats.structures.opener_files import read_openers
from formats.structures.script import Script, read_script
from formats.structures.script_faults import ScriptError
from formats.structures.script_file import (
    WrittenBreak,
    WrittenChange,
    WrittenEntry,
    WrittenNextSession,
    WrittenNote,
    WrittenRooms,
    WrittenSession,
)
from formats.structures.structure_files import read_structures
from tests.builders import minutes
from tests.library.builders import in_memory

RESOURCES = files("resources")
SAMPLES = RESOURCES.joinpath("samples")
STRUCTURES = {structure.id: structure for structure in read_structures(RESOURCES.joinpath("structures"))}
OPENERS = {opener.id: opener for opener in read_openers(RESOURCES.joinpath("openers"))}
SMALL: Mapping[str, Any] = {"title": "Small", "date": "2026-12-04", "start": "10:00", "minutes": 60}


def sample(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(SAMPLES.joinpath(name).read_text("utf-8"))
    return read


def read(content: Mapping[str, Any] | bytes, stand_ins: int | None = None) -> Script:
    def people_of(listed: PurePath | tuple[str, ...]) -> tuple[tuple[Person, ...], frozenset[str]]:
        names = listed if isinstance(listed, tuple) else ("Jo Fraser", "Kristin Þórsdóttir", "Idris Khan")
        return tuple(Person(fold(name.split()[0]), name) for name in names), frozenset()

    written = content if isinstance(content, bytes) else json.dumps(content).encode()
    return read_script(
        written,
        "plan.json",
        structures=STRUCTURES,
        openers=OPENERS,
        people_of=people_of,
        session_id="s",
        stand_ins=stand_ins,
    )


def the_day(**changes: Any) -> Script:
    return read(sample("whole-day.json") | changes)


def small(**changes: Any) -> Script:
    return read({**SMALL, **changes})


def stage(script: Script, part: str, stage_id: str, number: int = 1) -> Stage:
    found = script.session.agenda.stage(StageKey(part, stage_id, number))
    assert found is not None
    return found


def test_the_samples_use_every_key_and_nothing_else() -> None:
    forms = (
        WrittenSession,
        WrittenEntry,
        WrittenChange,
        WrittenBreak,
        WrittenNote,
        WrittenNextSession,
        WrittenRooms,
    )
    known = {field.encode_name for form in forms for field in msgspec.structs.fields(form)}
    used = {key for name in ("reference-session.json", "whole-day.json") for key in _keys_in(sample(name))}
    assert known <= used
    assert the_day().advice == ()


def test_a_day_has_its_structures_breaks_and_stages_in_order() -> None:
    parts = the_day().session.agenda.parts
    assert [part.id for part in parts] == ["opening", "peer-assist", "break", "between", "min-specs", "closing"]
    assert parts[2].kind is PartKind.BREAK
    assert (parts[2].title, parts[2].length) == ("Lunch", minutes(45))
    assert [one.kind for one in parts[-1].stages] == [StageKind.CLOSING_ROUND, StageKind.CLOSING]


def test_minutes_and_lines_of_ones_own_are_in_the_rounds_they_are_written_for() -> None:
    day = the_day()
    assert [stage(day, "peer-assist", "challenge", n).length for n in (1, 2)] == [minutes(6), minutes(6)]
    assert [stage(day, "peer-assist", "next-steps", n).length for n in (1, 2)] == [minutes(2), minutes(3)]
    assert [stage(day, "peer-assist", "next-steps", n).facilitator_line for n in (1, 2)] == [
        "",
        "Collect the cards.",
    ]
    assert stage(day, "break", "break").facilitator_line.startswith("Two people eat")


def test_a_break_stands_between_two_rounds() -> None:
    ids = [one.key.stage for one in the_day().session.agenda.parts[1].stages]
    assert ids[ids.index("break") - 1 : ids.index("break") + 2] == ["next-steps", "break", "challenge"]


def test_a_start_may_be_locked_and_so_may_the_end() -> None:
    day = the_day()
    assert stage(day, "break", "break").locked_start == time(12)
    assert stage(day, "peer-assist", "break").locked_start == time(10, 15)
    assert day.session.end_locked
    assert day.session.question == "What would our members help each other with?"


def test_words_are_changed_for_this_session_and_those_before_are_kept() -> None:
    changed = stage(the_day(), "peer-assist", "challenge", 2)
    assert (changed.title, changed.wall) == ("The challenge", ("Presenter: what is hard?",))
    assert changed.words_before is not None
    assert changed.words_before.title == "Challenge"


def test_a_stage_of_ones_own_may_stand_between_structures_and_inside_one() -> None:
    day = the_day()
    assert stage(day, "between", "walk").kind is StageKind.FREE
    assert stage(day, "between", "walk").wall == ("Back in the room by the bell.",)
    assert stage(day, "peer-assist", "stand-and-stretch", 2).kind is StageKind.FREE


def test_optional_stages_are_had_and_a_go_round_counts_heads() -> None:
    day = the_day()
    assert stage(day, "min-specs", "second-pass").length == minutes(10)
    assert stage(day, "opening", "check-in").length == timedelta(seconds=30 * 11)
    assert stage(day, "opening", "arriving").length == OPENERS["arriving"].lengths.usual


def test_people_wishes_and_place_are_those_of_the_file() -> None:
    session = the_day().session
    assert (len(session.people), len(session.present), session.online) == (12, 11, {"wen", "amara"})
    wishes = [(wish.kind, wish.people, wish.number) for wish in session.wishes.wishes]
    assert (WishKind.APART, ("jo", "idris"), 0) in wishes
    assert (WishKind.STAYS, ("dele",), 1) in wishes
    assert session.wishes.misses("tomas", "peer-assist", 2)
    (offer,) = session.wishes.of_kind(WishKind.OFFERS)
    assert (offer.people, offer.role) == (("ruth",), Role.NOTE_TAKER)
    assert session.place.startswith("Wharf Room")
    assert session.agreement is not None
    assert session.next_session is not None
    assert session.next_session.place == "Wharf Room"


def test_rooms_that_are_written_are_locked() -> None:
    names = sample("whole-day.json")["people"]
    rooms = [names[:6], [*names[6:10], names[11]]]
    (given,) = the_day(rooms=[{"round": 2, "part": "peer-assist", "rooms": rooms}]).session.rooms
    assert (given.part, given.round, given.locked) == ("peer-assist", 2, True)
    assert [len(room.people) for room in given.rooms] == [6, 5]


def test_one_structure_may_come_twice() -> None:
    agenda = small(agenda=[{"structure": "1-2-4-all"}, {"break": ""}, {"structure": "1-2-4-all"}]).session.agenda
    assert [part.id for part in agenda.parts] == ["1-2-4-all", "break", "1-2-4-all-2"]


def test_what_names_people_is_left_out_for_stand_ins_and_the_advice_says_so() -> None:
    script = read(sample("whole-day.json"), stand_ins=20)
    assert len(script.session.present) == 20
    assert script.session.wishes.wishes == ()
    assert any("“apart”" in said and "stand-ins have no names" in said for said in script.advice)


@pytest.mark.parametrize(
    ("changes", "advice"),
    [
        ({"room-size": 6}, "“room-size” means nothing here and was left out; “room_size” may be meant."),
        ({"colour": "red"}, "“colour” means nothing here and was left out."),
        (
            {"closing": [{"stage": "End", "minutes": 2, "minuets": 3}]},
            "“minuets” in entry 1 of “closing” means nothing here and was left out; “minutes” may be meant.",
        ),
        ({"rounds": 9}, "more would repeat what was done"),
    ],
)
def test_what_is_left_out_is_said(changes: dict[str, Any], advice: str) -> None:
    assert any(advice in said for said in small(structure="peer-assist", **changes).advice)


def test_a_key_that_stands_twice_is_said() -> None:
    text = json.dumps({**SMALL, "structure": "triz"})[:-1] + ', "title": "Another"}'
    assert "“title” is written twice in one place; the last one counts." in read(text.encode()).advice


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, "there is nothing in its plan"),
        ({"structure": "triz", "agenda": [{"structure": "triz"}]}, "“structure” and “agenda” are both there"),
        ({"agenda": [{"structure": "trizz"}]}, "as entry 1 of “agenda” has it; “triz” may be meant"),
        ({"agenda": [{}]}, "entry 1 of “agenda” says nothing of what it is; write one of opener, check-in"),
        ({"agenda": [{"break": "Tea", "stage": "Tea"}]}, "entry 1 of “agenda” says break and stage at once"),
        ({"agenda": [{"stage": "Walk"}]}, "“minutes” is missing in entry 1 of “agenda”, “Walk”"),
        ({"agenda": [{"break": "Tea", "minutes": -1}]}, "“minutes” of entry 1 of “agenda” is -1"),
        ({"agenda": [{"break": "Tea", "rounds": 2}]}, "entry 1 of “agenda” is no structure"),
        ({"agenda": [{"structure": "triz", "minutes": 20}]}, "write what is of one stage under “stages”"),
        ({"opening": [{"structure": "triz"}]}, "entry 1 of “opening” is a structure; write it under “agenda”"),
        (
            {"agenda": [{"break": "Tea", "starts": "noon"}]},
            "“starts” of entry 1 of “agenda” is “noon”; write a time",
        ),
        (
            {"structure": "troika-consulting", "stages": [{"stage": "client-shares", "starts": "10:30"}]},
            "“starts” of “client-shares” in Troika Consulting is for one round; add which",
        ),
        ({"structure": "triz", "optional": ["tea"]}, "TRIZ has no optional stages"),
        ({"structure": "min-specs", "optional": ["second"]}, "“second-pass” may be meant"),
        ({"structure": "triz", "stages": [{"stage": "worst"}]}, "there is no stage “worst”, as TRIZ has it"),
        ({"structure": "triz", "stages": [{"stage": "explain", "minutes": 0}]}, "there is no stage “explain”"),
        (
            {"structure": "peer-assist", "stages": [{"stage": "challenge", "minutes": 0}]},
            "“minutes” of “challenge” in Peer Assist is 0; use more than 0",
        ),
        (
            {"structure": "peer-assist", "stages": [{"stage": "challenge", "round": 3}]},
            "“challenge” of Peer Assist has no round 3; use 1 to 1",
        ),
        ({"structure": "triz", "people": ["Jo"], "away": ["Joe"]}, "“away” names “Joe”, who is not on the list"),
        ({"structure": "triz", "people": ["Jo"], "apart": [["Jo"]]}, "a group of “apart” has fewer than two"),
        (
            {"structure": "triz", "people": ["Jo"], "offers": {"cook": ["Jo"]}},
            "has the role “cook”; use presenter",
        ),
        ({"structure": "triz", "people": ["Jo"], "stays": {"Jo": "attic"}}, "“attic” is no room"),
        ({"structure": "triz", "people": ["Jo"], "misses": {"Jo": [2]}}, "“misses” has round 2 for Jo"),
        ({"structure": "triz", "people": ["Jo"], "roster": "list.csv"}, "“roster” and “people” are both there"),
        ({"structure": "triz", "online_rooms": "far"}, "“online_rooms” is “far”; use any, share or spread"),
        (
            {"structure": "triz", "people": ["Jo", "Kim"], "rooms": [{"rooms": [["Jo"]]}]},
            "in entry 1 of “rooms”, Kim has no room",
        ),
        ({"structure": "triz", "agreement": ["x" * 200]}, "“agreement” cannot stand on a wall"),
        ({"structure": "triz", "rounds": "2"}, "“rounds” is a text in straight quotes; write a whole number"),
        ({"structure": "triz", "date": "soon"}, "“date” is no day of the calendar"),
        ({"structure": "triz", "opening": {}}, "“opening” is keys and values in { }; write a list in [ ]"),
        ({"structure": "triz", "notes": [{"text": "x"}]}, "“stage” is missing in entry 1 of “notes”"),
    ],
)
def test_each_fault_is_one_plain_sentence_with_its_place(changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ScriptError) as refused:
        small(**changes)
    said = str(refused.value)
    assert sentence in said
    assert said.startswith("plan.json")
    assert said.endswith(".")
    assert "\n" not in said
    assert "`" not in said
    assert "$" not in said


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "it is empty"),
        (b'{"title": "a"', "it ends too early"),
        (b'{\n"title": "a",\n}', "line 3 is not as it should be; remove the comma before the closing bracket"),
        (
            b'{\n"title": "a"\n"date": "b"}',
            "line 3 is not as it should be; a comma or a closing bracket is missing",
        ),
        (b"{'title': 1}", "line 1 is not as it should be; put each key in straight double quotes"),
        (b'{"title": "\xff"}', "save it again as UTF-8"),
        (b'{"minutes": 1e999}', "“minutes” is out of range"),
        (b"[" * 100_000, "is a list in [ ]; write keys and values in { }"),
    ],
)
def test_a_file_that_is_no_json_says_which_line(content: bytes, sentence: str) -> None:
    with pytest.raises(ScriptError) as refused:
        read(content)
    assert sentence in str(refused.value)


def test_a_file_saved_by_an_old_editor_is_read() -> None:
    assert read(json.dumps({**SMALL, "structure": "triz"}).encode("utf-16")).session.title == "Small"


def _keys_in(value: Any) -> set[str]:
    if isinstance(value, list):
        return {key for one in value for key in _keys_in(one)}
    if isinstance(value, dict):
        return set(value).union(*map(_keys_in, value.values()))
    return set()


def test_all_of_it_is_kept_and_goes_to_another_computer_and_back() -> None:
    session = the_day().session
    here, there = in_memory(), in_memory()
    SessionRepository(here).keep_session(session)
    merge_pack(there, read_pack(make_pack(here, session.id)))
    kept = SessionRepository(there).session(session.id)
    assert SessionRepository(here).session(session.id) == session
    assert kept == replace(session, agenda=_without_lines(session.agenda))


def _without_lines(agenda: Agenda) -> Agenda:
    """The facilitator's own lines stay with the facilitator."""
    return Agenda(
        tuple(
            replace(part, stages=tuple(replace(one, facilitator_line="") for one in part.stages))
            for part in agenda.parts
        )
    )
