"""What does a session file say, before it is known whether any of it makes sense?

The form is that of `resources/samples/reference-session.json`.
"""

from datetime import date

import msgspec

from formats.session.notes import NoteKind


class WrittenOpening(msgspec.Struct, rename={"check_in": "check-in"}):
    """An opener, or a check-in question, with its minutes."""

    minutes: float
    opener: str = ""
    check_in: str = ""


class WrittenClosing(msgspec.Struct):
    """A stage of the closing; its id is made from its title unless given."""

    stage: str
    minutes: float
    id: str = ""


class WrittenNote(msgspec.Struct):
    """A note to be typed, with its stage by id; `room` such as “Room 2”."""

    stage: str
    text: str
    kind: NoteKind = NoteKind.INSIGHT
    room: str = ""
    round: int = 1
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


class WrittenSession(msgspec.Struct):
    """The whole file; `roster` is a path beside it."""

    title: str
    date: date
    start: str
    minutes: float
    structure: str
    roster: str = ""
    series: str = ""
    timezone: str = "UTC"
    opening: list[WrittenOpening] = []
    rounds: int | None = None
    room_size: int | None = None
    closing: list[WrittenClosing] = []
    presenters: dict[str, str] = {}
    check_in_answers: list[str] = []
    notes: list[WrittenNote] = []
    next_session: WrittenNextSession | None = None


def decode_session_file(content: bytes) -> WrittenSession:
    """The file's content in its form. Raises `msgspec.DecodeError` or `RecursionError` where it has another."""
    return msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"), type=WrittenSession)
