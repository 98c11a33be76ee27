"""What lies in each room: who is here, who does what, and the stages that are held in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from formats.exports.errors import ExportError
from formats.exports.paper import Paper
from formats.exports.paper_heading import UNDRAWN_SIGNS, heading_on_paper, said_on_paper
from formats.exports.paper_layout import ROOM_CARDS
from formats.exports.paper_rooms import (
    Sitting,
    names_on_paper,
    room_on_paper,
    seat_on_paper,
    sittings_of,
    team_name,
)
from formats.exports.passages import clean_text, one_line
from formats.exports.run_sheet import minutes_on_paper
from formats.exports.typesetting import typeset
from formats.exports.wording import begun_large
from formats.language import Language, Message, speaking, spoken, tr
from formats.session.agenda import Arrangement, Part, Stage
from formats.session.agenda_words import agenda_said
from formats.session.dates.date_style import DEFAULT_STYLE, DateStyle
from formats.session.group_words import CIRCLE, PAIR, ROOM, STATION, TABLE, TEAM, WHOLE_ROOM
from formats.session.seating.groups import group_name, pairs_within, short_group_name, word_for_all, word_of
from formats.session.session import RoundRooms, Session
from formats.session.sorting import sort_key
from formats.session.stage_words import stage_as_said
from formats.session.wording import join_and, join_list, within_sentence

# Paper for the people in the room: everybody is named in full, and no note is on it.

NO_ROOMS = Message("There are no rooms yet. Plan them in Prepare, then print the cards.")
ONE_CIRCLE = Message("Everyone sits in one circle, so there are no rooms to print cards for.")
WORDS = {
    "each-round": Message("(each round)"),
    "who": Message("Who is here"),
    "how": Message("How we work: {structure}"),
    "minutes": Message("Minutes"),
    "stage": Message("Stage"),
    "name": Message("Name"),
    "missing": UNDRAWN_SIGNS,
}
FIND = {
    ROOM: Message("Find your room"),
    PAIR: Message("Find your pair"),
    TABLE: Message("Find your table"),
    STATION: Message("Find your station"),
    CIRCLE: Message("Find your circle"),
    TEAM: Message("Find your team"),
    WHOLE_ROOM: Message("Find your whole room"),
}


def room_cards(
    session: Session,
    *,
    now: datetime,
    fonts: Path,
    dates: DateStyle = DEFAULT_STYLE,
    paper: Paper = Paper.A4,
    language: Language | None = None,
) -> bytes:
    """One page for each room, and a list by name of where everyone goes in each round, as a PDF.

    Pairs that change with every round have no cards: the list says who meets whom. `language` is that of the
    people in the room, None for the one the app speaks.
    Raises ExportError where no rooms are planned, or nobody has a room to go to.
    """
    sittings = sittings_of(session)
    if not sittings:
        raise ExportError(str(ONE_CIRCLE if session.rooms else NO_ROOMS))
    with speaking(language or spoken()):
        session = replace(session, agenda=agenda_said(session.agenda))
        values = _values(session, sittings_of(session), dates)
        return typeset(ROOM_CARDS, {**values, "paper": paper.value}, fonts=fonts, now=now)


def _values(session: Session, sittings: Sequence[Sitting], dates: DateStyle) -> dict[str, object]:
    with_cards = [one for one in sittings if not _are_rotating_pairs(one.part)]
    numbers = sorted({room.number for one in with_cards for room in one.rooms})
    return {
        "words": said_on_paper(WORDS),
        **heading_on_paper(session, tr("Room cards"), dates),
        "cards": [_card(session, with_cards, number, dates) for number in numbers],
        **_by_name(session, sittings, dates),
    }


def _are_rotating_pairs(part: Part) -> bool:
    return part.rooms is not None and part.rooms.arrangement is Arrangement.ROTATING_PAIRS


def _card(session: Session, sittings: Sequence[Sitting], number: int, dates: DateStyle) -> dict[str, object]:
    names = names_on_paper(session)
    here = [one for one in sittings if any(room.number == number for room in one.rooms)]
    parts = list(dict.fromkeys(one.part.id for one in here))
    words = {word_of(one.part) for one in here}
    return {
        "name": group_name(words.pop() if len(words) == 1 else word_for_all(session), number),
        "seats": list(dict.fromkeys(filter(None, (_seat(session, one, number) for one in here)))),
        "rounds": [
            {"title": one.title, "room": room_on_paper(one, room, names)}
            for one in here
            for room in one.rooms
            if room.number == number
        ],
        "parts": [_part(session, part, dates) for part in session.agenda.structures if part.id in parts],
    }


def _seat(session: Session, sitting: Sitting, number: int) -> str:
    room = next(room for room in sitting.rooms if room.number == number)
    return seat_on_paper(sitting.part, number, team_name(session, room))


def _part(session: Session, part: Part, dates: DateStyle) -> dict[str, object]:
    stages = [_stage(session, part, one, dates) for one in _held_in_rooms(part)]
    return {"title": one_line(part.title), "stages": stages}


def _held_in_rooms(part: Part) -> Iterator[Stage]:
    """The stages of a structure that people have in their rooms, once each: further rounds are the same."""
    seen = set()
    for stage in part.stages:
        if stage.grouping != "all" and stage.key.stage not in seen:
            seen.add(stage.key.stage)
            yield stage


def _stage(session: Session, part: Part, stage: Stage, dates: DateStyle) -> dict[str, object]:
    said = stage_as_said(stage, session.agenda, session.question)
    wall = [clean_text(line) for line in said.wall] or [clean_text(said.instruction)]
    times = sum(one.key.stage == stage.key.stage for one in part.stages)
    return {
        "title": one_line(stage.title),
        "minutes": minutes_on_paper(stage.length, dates),
        "question": clean_text(said.question),
        "wall": [line for line in wall if line],
        "repeats": stage.repeats and times > 1,
    }


def _by_name(session: Session, sittings: Sequence[Sitting], dates: DateStyle) -> dict[str, object]:
    """Everyone by name with the number of their room in each round, to hang up at the door."""
    names = names_on_paper(session)
    places = [_places(one.part, one.rounds[0], names) for one in sittings]
    seated = {person for seats in places for person in seats if person in names}
    here = sorted(seated, key=lambda person: sort_key(names[person], dates.language))
    several = len({one.part.id for one in sittings}) > 1
    paired = all(_are_rotating_pairs(one.part) for one in sittings)
    find = tr("Find your partner") if paired else str(FIND[word_for_all(session)])
    return {
        "rows": [{"name": names[p], "rooms": [seats.get(p, "–") for seats in places]} for p in here],
        "columns": [one.title if several else begun_large(one.numbers) for one in sittings],
        "find": find,
    }


def _places(part: Part, one: RoundRooms, names: Mapping[str, str]) -> dict[str, str]:
    """Where each person goes in a round: "2", "2, pair 5", or who is their partner."""
    if _are_rotating_pairs(part):
        return {
            person: join_and(names[other] for other in room.people if other != person and other in names)
            for room in one.rooms
            for person in room.people
        }
    word = word_of(part)
    places = {person: short_group_name(word, room.number) for room in one.rooms for person in room.people}
    for pairs in pairs_within(part, one.rooms).values():
        for pair in pairs:
            told = within_sentence(group_name(PAIR, pair)).replace(" ", "\u00a0")
            places |= {person: join_list((places[person], told)) for person in pair.people}
    return places
