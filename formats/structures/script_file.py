"""What does a session file say, before it is known whether any of it makes sense?

Its keys are those of `resources/samples/reference-session.json` and, for longer sessions, of
`resources/samples/whole-day.json` beside it.
"""

from datetime import date

import msgspec

from formats.language import tr
from formats.session.notes import NoteKind
from formats.structures.script_faults import ScriptError, fault_in_form, unused_keys

LARGEST_FILE = 5_000_000


class WrittenChange(msgspec.Struct):
    """What is other than usual in one stage of a structure, by its id; in every round unless one is named.

    `starts` is the time of day at which it has to begin.
    """

    stage: str
    round: int | None = None
    minutes: float | None = None
    starts: str = ""
    title: str = ""
    instruction: str = ""
    wall: list[str] = []
    line: str = ""


class WrittenBreak(msgspec.Struct):
    """A break after a stage of a structure, or a stage of one's own there, which then has a title."""

    after: str
    round: int | None = None
    minutes: float | None = None
    stage: str = ""
    starts: str = ""
    line: str = ""


class WrittenEntry(
    msgspec.Struct, rename={"check_in": "check-in", "break_": "break", "closing_round": "closing-round"}
):
    """One line of the plan. One of its first six keys says what it is, the others how it is.

    `stage` is a stage with a title of one's own; its id is made from that unless given. `rounds`, `room_size`,
    `optional`, `stages` and `breaks` belong to a structure. `starts` is the time of day at which it has to begin.
    """

    opener: str | None = None
    check_in: str | None = None
    structure: str | None = None
    break_: str | None = None
    stage: str | None = None
    closing_round: str | None = None
    minutes: float | None = None
    seconds_each: int | None = None
    id: str = ""
    starts: str = ""
    instruction: str = ""
    wall: list[str] = []
    line: str = ""
    rounds: int | None = None
    room_size: int | None = None
    optional: list[str] = []
    stages: list[WrittenChange] = []
    breaks: list[WrittenBreak] = []


class WrittenNote(msgspec.Struct):
    """A note to be typed, with its stage by id; `room` such as “Room 2”.

    `part` is the structure it was written in, where several have a stage of that id.
    """

    stage: str
    text: str
    kind: NoteKind = NoteKind.INSIGHT
    room: str = ""
    round: int = 1
    part: str = ""
    private: bool = False
    agreed_to_share: bool = False
    owner: str = ""
    due: date | None = None
    key: bool = False


class WrittenNextSession(msgspec.Struct):
    """What is known of the session after this one."""

    title: str
    date: date
    start: str
    minutes: float
    place: str = ""
    joining: str = ""


class WrittenRooms(msgspec.Struct):
    """The rooms of one round as they are to be: names, room by room."""

    rooms: list[list[str]]
    round: int = 1
    part: str = ""


class WrittenSession(msgspec.Struct):
    """The whole file; `roster` is a path beside it. Either one `structure` stands here, or an `agenda`."""

    title: str
    date: date
    start: str
    minutes: float
    structure: str = ""
    roster: str = ""
    series: str = ""
    timezone: str = "UTC"
    end_locked: bool = False
    question: str = ""
    place: str = ""
    joining: str = ""
    agreement: list[str] | None = None
    opening: list[WrittenEntry] = []
    rounds: int | None = None
    room_size: int | None = None
    optional: list[str] = []
    stages: list[WrittenChange] = []
    breaks: list[WrittenBreak] = []
    agenda: list[WrittenEntry] = []
    closing: list[WrittenEntry] = []
    people: list[str] = []
    away: list[str] = []
    online: list[str] = []
    online_rooms: str = ""
    apart: list[list[str]] = []
    together: list[list[str]] = []
    apart_by: str = "organisation"
    spread: str = ""
    stays: dict[str, str] = {}
    misses: dict[str, list[int]] = {}
    offers: dict[str, list[str]] = {}
    declines: dict[str, list[str]] = {}
    rooms: list[WrittenRooms] = []
    presenters: dict[str, str] = {}
    check_in_answers: list[str] = []
    notes: list[WrittenNote] = []
    next_session: WrittenNextSession | None = None


def decode_session_file(content: bytes, name: str) -> tuple[WrittenSession, tuple[str, ...]]:
    """The file's content in its form, and a sentence for each key that means nothing in it.

    Raises ScriptError with one sentence, which begins with `name`, where it has another form.
    """
    if len(content) > LARGEST_FILE:
        raise ScriptError(
            tr(
                "{name}: it is over {largest_file} MB; a session file is much smaller.",
                name=name,
                largest_file=LARGEST_FILE // 1000000,
            )
        )
    text = _text_of(content, name)
    try:
        return msgspec.json.decode(text, type=WrittenSession), unused_keys(text, WrittenSession)
    except (msgspec.DecodeError, RecursionError) as error:
        raise ScriptError(
            tr(
                "{name} cannot be read as a session: {fault}.",
                name=name,
                fault=fault_in_form(error, text),
            )
        ) from error


def _text_of(content: bytes, name: str) -> str:
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        said = tr("its letters are not written as UTF-8; save it again as UTF-8")
        raise ScriptError(tr("{name} cannot be read as a session: {said}.", name=name, said=said)) from error
