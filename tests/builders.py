"""Small builders that tests share: moments, lengths, people, and the agenda of the reference session."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from formats.session.agenda import Agenda, Part, PartKind, RoomNeeds, Stage, StageKey, StageKind
from formats.session.clock import Reading, read_clock
from formats.session.events import Event
from formats.session.people import Person
from formats.session.session import Session

PEER_ASSIST = (
    ("introductions", 2, 1, 5),
    ("challenge", 5, 3, 8),
    ("clarifying-questions", 5, 3, 8),
    ("ideas-and-resources", 10, 6, 15),
    ("what-i-heard", 5, 2, 6),
    ("reflect", 5, 2, 8),
    ("next-steps", 2, 1, 5),
)
NAMES = ("Amina Yusuf", "Beth O'Neill", "Callum Reid", "Dele Adeyemi", "Hana Nováková", "Jo Fraser")


def minutes(count: float) -> timedelta:
    """A length in minutes."""
    return timedelta(minutes=count)


def seconds(count: float) -> timedelta:
    """A length in seconds."""
    return timedelta(seconds=count)


def at(clock: str) -> datetime:
    """A moment on the day of the reference session: "16:30" or "16:30:05.5", in UTC."""
    hour, minute, *rest = clock.split(":")
    day = datetime(2023, 2, 23, tzinfo=UTC)
    return day + timedelta(hours=int(hour), minutes=int(minute), seconds=float(rest[0]) if rest else 0)


def a_stage(
    stage: str = "challenge",
    usual: float = 5,
    least: float | None = None,
    most: float | None = None,
    *,
    part: str = "peer-assist",
    round_number: int = 1,
    kind: StageKind = StageKind.WORK,
    protected: bool = False,
    repeats: bool = False,
    moves_on: bool = False,
    seconds_each: int = 0,
) -> Stage:
    """A stage of `usual` minutes; its minimum and maximum are the same where they are not given."""
    return Stage(
        key=StageKey(part, stage, round_number),
        kind=kind,
        title=stage.replace("-", " ").capitalize(),
        length=minutes(usual),
        minimum=minutes(usual if least is None else least),
        maximum=minutes(usual if most is None else most),
        protected=protected,
        repeats=repeats,
        moves_on=moves_on,
        seconds_each=seconds_each,
    )


def a_part(
    *stages: Stage,
    part: str | None = None,
    kind: PartKind = PartKind.STRUCTURE,
    rooms: RoomNeeds | None = None,
) -> Part:
    """A part that holds these stages, named as their keys name it."""
    name = part or stages[0].key.part
    return Part(name, kind, name.replace("-", " ").capitalize(), stages, rooms=rooms)


def peer_assist(rounds: int = 1) -> Part:
    """Peer Assist to the minute: 34 for one round, 32 for each further one."""
    stages = tuple(
        a_stage(
            stage,
            usual,
            least,
            most,
            repeats=stage != "introductions",
            protected=stage in {"ideas-and-resources", "what-i-heard"},
        )
        for stage, usual, least, most in PEER_ASSIST
    )
    part = Part(
        "peer-assist",
        PartKind.STRUCTURE,
        "Peer Assist",
        stages,
        structure="peer-assist",
        rooms=RoomNeeds(5, 6, 8, remixed=False),
    )
    return part.with_rounds(rounds)


def an_agenda(rounds: int = 1) -> Agenda:
    """The reference session: opener 5, check-in of 20 seconds each, Peer Assist, closing 5."""
    opening = a_part(
        a_stage("longer-out-breath", 5, 1, 5, part="opening", kind=StageKind.OPENER),
        a_stage("check-in", 6, 2, 10, part="opening", kind=StageKind.CHECK_IN, seconds_each=20),
        kind=PartKind.OPENING,
    )
    closing = a_part(a_stage("close", 5, 2, 10, part="closing", kind=StageKind.CLOSING), kind=PartKind.CLOSING)
    return Agenda((opening, peer_assist(rounds), closing))


def one_part(*stages: Stage) -> Agenda:
    """An agenda of one structure that holds just these stages."""
    return Agenda((a_part(*stages),))


def some_people(*names: str) -> tuple[Person, ...]:
    """People by name (six of the reference session where none are given); ids are p1, p2 and so on."""
    return tuple(Person(f"p{n}", name) for n, name in enumerate(names or NAMES, start=1))


def a_session(agenda: Agenda | None = None, events: Sequence[Event] = ()) -> Session:
    """The February Peer Assist: an hour from 16:30 in London, six people."""
    return Session(
        id="february",
        title="February peer assist",
        starts_at=at("16:30"),
        timezone="Europe/London",
        slot=minutes(60),
        series="Nurturing and weaving networks",
        agenda=agenda or an_agenda(),
        people=some_people(),
        events=tuple(events),
    )


def key(stage: str, round_number: int = 1, part: str = "peer-assist") -> StageKey:
    """The key of a stage of Peer Assist, or of another part."""
    return StageKey(part, stage, round_number)


def reading(events: Sequence[Event], now: str, agenda: Agenda | None = None) -> Reading:
    """What the clock of the reference session says at a time of day after these events."""
    return read_clock(agenda or an_agenda(), events, at(now))
