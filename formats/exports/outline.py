"""What was done in a session, in one sentence: which structures, in how many rounds and rooms, and what before?"""

from formats.exports.names import Naming
from formats.exports.passages import Passage, filled
from formats.language import Message, tr, tr_count
from formats.session.agenda import Part, StageKind
from formats.session.group_words import CIRCLE, PAIR, STATION, TABLE, TEAM
from formats.session.run_state import RunState
from formats.session.seating.groups import PEOPLE_IN_A_TRIO, is_whole_room, word_of
from formats.session.session import Room, Session
from formats.session.wording import join_and, number_word

_BEFORE = {StageKind.OPENER: Message("a short opener"), StageKind.CHECK_IN: Message("a check-in")}
# For translators: what a session consisted of: "Peer Assist, one round in three rooms, after a check-in".
_IN_ROUNDS = Message("{structure}, {rounds}")
_IN_ROUNDS_AND_ROOMS = Message("{structure}, {rounds} {where}")
_AND_THEN = Message("{structures}; {structure}")
_AFTER = Message("{structures}, after {before}")


def outline_of(session: Session, position: RunState, names: Naming) -> Passage:
    """Peer Assist, one round in three rooms, after a longer out-breath and a check-in."""
    said = Passage()
    for part in position.agenda.structures:
        if held := count_rounds_held(part, position):
            one = _structure(session, part, held, names)
            said = filled(_AND_THEN, structures=said, structure=one) if said.spans else one
    before = [str(_BEFORE[stage.kind]) for stage in position.agenda.stages if stage.kind in _BEFORE]
    return filled(_AFTER, structures=said, before=join_and(before)) if said.spans and before else said


def count_rounds_held(part: Part, position: RunState) -> int:
    """How many rounds of a part took place; as planned while the session has not begun."""
    if position.started_at is None:
        return part.rounds
    return max((visit.key.round for visit in position.visits if visit.key.part == part.id), default=0)


def _structure(session: Session, part: Part, held: int, names: Naming) -> Passage:
    title = names.line(part.title, f"part {part.id}")
    rooms = () if is_whole_room(part) else _rooms(session, part, 1)
    rounds = tr_count("{number} round", "{number} rounds", held, number=number_word(held))
    if rooms:
        return filled(_IN_ROUNDS_AND_ROOMS, structure=title, rounds=rounds, where=_where(part, rooms))
    return filled(_IN_ROUNDS, structure=title, rounds=rounds) if part.rounds > 1 else title


def _where(part: Part, rooms: tuple[Room, ...]) -> str:
    """How people sat: in three rooms, at four stations, in an inner circle and three circles around it."""
    count = len(rooms)
    number = number_word(count)
    match word_of(part):
        case word if word == CIRCLE:
            return _around(count - 1)
        case word if word == PAIR:
            return _in_pairs(rooms)
        case word if word == STATION:
            return tr_count("at {number} station", "at {number} stations", count, number=number)
        case word if word == TABLE:
            return tr_count("at {number} table", "at {number} tables", count, number=number)
        case word if word == TEAM:
            return tr_count("in {number} team", "in {number} teams", count, number=number)
        case _:
            return tr_count("in {number} room", "in {number} rooms", count, number=number)


def _around(count: int) -> str:
    if not count:
        return tr("in an inner circle")
    return tr_count(
        "in an inner circle and {number} circle around it",
        "in an inner circle and {number} circles around it",
        count,
        number=number_word(count),
    )


def _in_pairs(rooms: tuple[Room, ...]) -> str:
    trios = sum(len(room.people) == PEOPLE_IN_A_TRIO for room in rooms)
    pairs = len(rooms) - trios
    in_pairs = tr_count("in {number} pair", "in {number} pairs", pairs, number=number_word(pairs))
    in_trios = tr_count("in {number} trio", "in {number} trios", trios, number=number_word(trios))
    if not (pairs and trios):
        return in_trios if trios else in_pairs
    and_trios = tr_count("{number} trio", "{number} trios", trios, number=number_word(trios))
    # For translators: "in two pairs" and "one trio", with the case that follows "in".
    return tr("{in_pairs} and {trios}", in_pairs=in_pairs, trios=and_trios)


def _rooms(session: Session, part: Part, round_number: int) -> tuple[Room, ...]:
    rounds = (r.rooms for r in session.rooms if (r.part, r.round) == (part.id, round_number))
    return next(rounds, ())
