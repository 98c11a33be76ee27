"""What has to be ready in the room, counted for the people of this session?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from formats.language import Message, tr, tr_count
from formats.language.direction import without_isolates
from formats.session.agenda import Arrangement, Part
from formats.session.room_sizes import SizeError, SizeRange, room_sizes
from formats.session.session import Session
from formats.session.wording import join_and
from formats.structures.opener import Opener
from formats.structures.structure import Structure

# For translators: what has to be ready ends in these words where it is counted, as “Paper and a pen for everyone”.
FOR_EVERYONE = (Message("for everyone"), Message("for each person"))
FOR_EACH_ROOM = (
    Message("for each room"),
    Message("for each group"),
    Message("for each table"),
    Message("for each station"),
)
FOR_EACH_PRESENTER = Message("for each {presenter}")
# For translators: what has to be ready begins with these words where people sit in circles.
CIRCLE = Message("A circle of chairs")
ONLY_CIRCLES = Message("A circle of chairs for each room")
"""Said by the line of chairs already."""
STANDING = frozenset({Arrangement.ROTATING_PAIRS, Arrangement.STATIONS})
NO_OPENERS: Mapping[str, Opener] = {}


@dataclass(frozen=True, slots=True)
class Need:
    """One thing to have ready, and for whom or where it is; `count` 0 where that is not counted."""

    what: str
    whom: str = ""
    count: int = 0

    @property
    def detail(self) -> str:
        """For whom or where it is, and how many that makes."""
        return f"{self.whom}: {self.count}" if self.whom and self.count else self.whom

    @property
    def sentence(self) -> str:
        """All of it in one line: "Paper and a pen for everyone: 18"."""
        return f"{self.what} {self.detail}".strip()


def needs_of(
    session: Session, structures: Mapping[str, Structure], openers: Mapping[str, Opener] = NO_OPENERS
) -> tuple[Need, ...]:
    """Chairs as they are to stand, then what each structure and opener asks for: each thing once, for the most."""
    made: dict[tuple[str, str], Need] = {}
    for need in _each_need(session, structures, openers):
        before = made.get((need.what, need.whom))
        if before is None or before.count < need.count:
            made[need.what, need.whom] = need
    return tuple(made.values())


def _each_need(
    session: Session, structures: Mapping[str, Structure], openers: Mapping[str, Opener]
) -> Iterator[Need]:
    parts = [(part, structures.get(part.structure)) for part in session.agenda.structures]
    for part, structure in parts:
        yield from _chairs(session, part, _word_for_group(structure))
    for part, structure in parts:
        for need in structure.needs if structure is not None else ():
            if need != str(ONLY_CIRCLES) or not _sizes(session, part):
                yield _counted(need, session, part, structure)
    asked = [openers[stage.opener] for stage in session.agenda.stages if stage.opener in openers]
    for opener in asked:
        for need in opener.needs:
            yield _counted(need, session, None, None)


def _counted(need: str, session: Session, part: Part | None, structure: Structure | None) -> Need:
    """A need as it is written, counted where its last words say for whom it is."""
    rooms = len(_sizes(session, part)) if part is not None else 0
    presenter = structure.roles.presenter if structure is not None else None
    counts = dict.fromkeys(map(str, FOR_EVERYONE), _heads(session)) | dict.fromkeys(map(str, FOR_EACH_ROOM), rooms)
    if presenter and part is not None:
        counts[without_isolates(FOR_EACH_PRESENTER.filled(presenter=presenter))] = rooms * part.rounds
    for whom, count in counts.items():
        if need.endswith(f" {whom}"):
            return Need(need.removesuffix(f" {whom}").rstrip(","), whom, count)
    return Need(need)


def _heads(session: Session) -> int:
    """How many sit in the room: those who join online bring their own."""
    return sum(person.id not in session.online for person in session.present)


def _word_for_group(structure: Structure | None) -> str:
    """What a group of chairs is."""
    if structure is not None and structure.needs_tables:
        return "table"
    circles = structure is not None and any(need.startswith(str(CIRCLE)) for need in structure.needs)
    return "circle" if circles else "group"


def _chairs(session: Session, part: Part, word: str) -> Iterator[Need]:
    sizes = _sizes(session, part)
    if not sizes or (part.rooms is not None and part.rooms.arrangement in STANDING):
        return
    counts = [(sizes.count(size), size) for size in sorted(set(sizes), reverse=True)]
    places = join_and(_groups(word, count, size) for count, size in counts)
    if len(sizes) == 1:
        where = tr("in one circle")
    elif word == "table":
        where = tr("at {tables}", tables=places)
    else:
        where = tr("in {groups}", groups=places)
    yield Need(tr_count("{count} chair", "{count} chairs", sum(sizes)), where)


def _groups(word: str, count: int, size: int) -> str:
    """So many groups of chairs of one size."""
    match word:
        case "table":
            return tr_count("{count} table of {size}", "{count} tables of {size}", count, size=size)
        case "circle":
            return tr_count("{count} circle of {size}", "{count} circles of {size}", count, size=size)
        case _:
            return tr_count("{count} group of {size}", "{count} groups of {size}", count, size=size)


def _sizes(session: Session, part: Part) -> tuple[int, ...]:
    """How many sit in each room of the first round, as it is planned or as it would be divided."""
    planned = next((one.rooms for one in session.rooms if one.part == part.id), ())
    if planned:
        here = (sum(person not in session.online for person in room.people) for room in planned)
        return tuple(count for count in here if count)
    heads, needs = _heads(session), part.rooms
    if needs is None or needs.arrangement is Arrangement.WHOLE_ROOM:
        return (heads,) if heads else ()
    try:
        return room_sizes(heads, SizeRange(needs.minimum, needs.usual, needs.maximum)) if heads else ()
    except SizeError:
        return ()
