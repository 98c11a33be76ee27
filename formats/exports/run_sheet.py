"""What is on paper if the laptop dies: the run sheet, and a card for each room."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from formats.exports.errors import ExportError
from formats.exports.paper import Paper
from formats.exports.paper_layout import ROOM_CARDS, RUN_SHEET
from formats.exports.passages import clean_text, one_line
from formats.exports.summarise import date_line
from formats.exports.typesetting import typeset
from formats.exports.wording import LANGUAGE
from formats.session.agenda import Agenda, Part, PartKind, Stage
from formats.session.dates.date_style import DEFAULT_STYLE, DateStyle
from formats.session.run_state import replay
from formats.session.seating.groups import (
    PAIR,
    group_name,
    pairs_within,
    rooms_apart,
    short_group_name,
    word_for_all,
    word_of,
)
from formats.session.session import Room, RoundRooms, Session
from formats.session.sorting import sort_key
from formats.session.timetable import planned_end, planned_starts
from formats.session.wording import counted_noun, join_and

# Paper for the people in the room: everybody is named in full, and no note is on it.


def run_sheet(
    session: Session,
    *,
    now: datetime,
    fonts: Path,
    dates: DateStyle = DEFAULT_STYLE,
    paper: Paper = Paper.A4,
) -> bytes:
    """The agenda with clock times, instructions and rooms, as a PDF for whoever leads the session."""
    agenda = session.agenda.for_people(len(session.present))
    values = {
        **_heading(session, "Run sheet", dates),
        "paper": paper.value,
        "people": counted_noun(len(session.present), "person", "people"),
        "parts": _parts(session, agenda, dates),
        "end": dates.time(session.local_time(planned_end(replace(session, agenda=agenda)))),
        "rounds": [_round(session, number) for number in range(len(rooms_apart(session)))],
    }
    return typeset(RUN_SHEET, values, fonts=fonts, now=now)


def room_cards(
    session: Session,
    *,
    now: datetime,
    fonts: Path,
    dates: DateStyle = DEFAULT_STYLE,
    paper: Paper = Paper.A4,
) -> bytes:
    """One page for each room: who sits here in which round, who presents, and the stages with their minutes.

    A list by name with the rooms of every round comes last.
    Raises ExportError where no rooms are planned yet.
    """
    numbers = sorted({room.number for one in rooms_apart(session) for room in one.rooms})
    if not numbers:
        raise ExportError("There are no rooms yet. Plan them in Prepare, then print the cards.")
    cards = [_card(session, number) for number in numbers]
    values = {
        **_heading(session, "Room cards", dates),
        "paper": paper.value,
        "cards": cards,
        **_by_name(session, dates),
    }
    return typeset(ROOM_CARDS, values, fonts=fonts, now=now)


def _by_name(session: Session, dates: DateStyle) -> dict[str, object]:
    """Everyone by name with the number of their room in each round, to hang up at the door."""
    names = _names(session)
    rounds = [_places(session, one) for one in rooms_apart(session)]
    seated = {person for seats in rounds for person in seats if person in names}
    here = sorted(seated, key=lambda person: sort_key(names[person], dates.language))
    rows = [{"name": names[p], "rooms": [seats.get(p, "–") for seats in rounds]} for p in here]
    several = len({one.part for one in rooms_apart(session)}) > 1
    columns = [_round_title(session, one) if several else f"Round {one.round}" for one in rooms_apart(session)]
    return {"rows": rows, "columns": columns, "find": f"Find your {word_for_all(session).lower()}"}


def _places(session: Session, one: RoundRooms) -> dict[str, str]:
    """Where each person goes in a round: "2", or "2, pair 5"."""
    word = word_of(session.agenda.part(one.part))
    places = {person: short_group_name(word, room.number) for room in one.rooms for person in room.people}
    for pairs in pairs_within(session.agenda.part(one.part), one.rooms).values():
        for pair in pairs:
            places |= {person: f"{places[person]}, pair\u00a0{pair.number}" for person in pair.people}
    return places


def _heading(session: Session, what: str, dates: DateStyle) -> dict[str, object]:
    language, _, region = LANGUAGE.partition("-")
    title = one_line(session.title) or "Session"
    return {
        "title": f"{title}: {what.lower()}",
        "name": title,
        "what": what,
        "dated": date_line(session, replay(session.agenda, ()), dates),
        "where": ". ".join(filter(None, map(one_line, (session.place, session.joining)))),
        "lang": language,
        "region": region,
    }


def _parts(session: Session, agenda: Agenda, dates: DateStyle) -> list[dict[str, object]]:
    starts = planned_starts(replace(session, agenda=agenda))
    parts: list[dict[str, object]] = []
    for part in agenda.parts:
        rows = [_row(part, stage, session.local_time(starts[stage.key]), dates) for stage in part.stages]
        parts.append({"title": one_line(part.title), "stages": rows})
    return parts


def _row(part: Part, stage: Stage, at: datetime, dates: DateStyle) -> dict[str, object]:
    round_number = f"Round {stage.key.round}: " if part.rounds > 1 and stage.repeats else ""
    return {
        "at": dates.time(at).replace(" ", "\u00a0"),
        "minutes": _minutes(stage.length),
        "title": f"{round_number}{one_line(stage.title)}",
        "instruction": clean_text(stage.question or stage.instruction),
        "own": one_line(stage.facilitator_line),
        "speaks": _who_speaks(stage),
    }


def _who_speaks(stage: Stage) -> str:
    speaks = f"{join_and(stage.speaks).capitalize()}" if stage.speaks else ""
    listens = f"{join_and(stage.listens)} only listens" if stage.listens else ""
    return "; ".join(filter(None, (speaks, listens)))


def _minutes(length: timedelta) -> str:
    whole = length.total_seconds() / 60
    return f"{whole:.0f}" if whole == round(whole) else f"{whole:.1f}"


def _round(session: Session, number: int) -> dict[str, object]:
    one = rooms_apart(session)[number]
    names = _names(session)
    pairs = pairs_within(session.agenda.part(one.part), one.rooms)
    word = word_of(session.agenda.part(one.part))
    rooms = [
        {"name": group_name(word, room), **_room(room, names, pairs.get(room.number, ()))} for room in one.rooms
    ]
    return {"title": _round_title(session, one), "rooms": rooms}


def _round_title(session: Session, one: RoundRooms) -> str:
    part = session.agenda.part(one.part)
    return f"{one_line(part.title)}, round {one.round}" if part else f"Round {one.round}"


def _room(room: Room, names: Mapping[str, str], pairs: tuple[Room, ...] = ()) -> dict[str, object]:
    """A room with its people, and with its pairs where a structure goes from pairs to larger groups."""

    def named(people: tuple[str, ...]) -> list[dict[str, str]]:
        return [{"name": names[one], "role": _role(room, one)} for one in people if one in names]

    inside = [{"name": group_name(PAIR, pair), "people": named(pair.people)} for pair in pairs]
    return {"people": named(room.people), "pairs": inside}


def _role(room: Room, person: str) -> str:
    roles = {"presents": room.presenter, "takes notes": room.note_taker, "keeps time": room.timekeeper}
    roles["hosts"] = room.host
    return join_and([role for role, who in roles.items() if who == person])


def _names(session: Session) -> Mapping[str, str]:
    """Everybody by name, with a word beside those who join online."""
    online = session.online
    return {p.id: f"{one_line(p.name)} (online)" if p.id in online else one_line(p.name) for p in session.people}


def _card(session: Session, number: int) -> dict[str, object]:
    names = _names(session)
    structures = [part for part in session.agenda.parts if part.kind is PartKind.STRUCTURE]
    return {
        "name": group_name(word_for_all(session), number),
        "rounds": [
            {"title": _round_title(session, one), "room": _room(room, names, pairs.get(room.number, ()))}
            for one in rooms_apart(session)
            for pairs in (pairs_within(session.agenda.part(one.part), one.rooms),)
            for room in one.rooms
            if room.number == number
        ],
        "stages": [_card_stage(part, stage) for part in structures for stage in _once_each(part)],
    }


def _once_each(part: Part) -> list[Stage]:
    """The stages of a part without their repetitions: each further round is the same."""
    return [stage for stage in part.stages if stage.key.round == 1]


def _card_stage(part: Part, stage: Stage) -> dict[str, object]:
    wall = [clean_text(line) for line in stage.wall] or [clean_text(stage.instruction)]
    return {
        "title": one_line(stage.title),
        "minutes": _minutes(stage.length),
        "wall": [line for line in wall if line],
        "repeats": stage.repeats and part.rounds > 1,
    }
