"""The reference session as it was run, and small sessions made of a few notes."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from formats.exports import Choices, summarise
from formats.exports.document import Document
from formats.exports.summary_document import document_of
from formats.session.agenda import Agenda, Part, PartKind, RoomNeeds, Stage, StageKey, StageKind
from formats.session.events import Event, Finished, Moved, Started
from formats.session.notes import Note, NoteKind
from formats.session.people import Person
from formats.session.session import NextSession, Room, RoundRooms, Session

START = datetime(2023, 2, 23, 16, 30, tzinfo=UTC)
NOW = datetime(2023, 2, 23, 18, 0, tzinfo=UTC)
ROSTER = """
Amina Yusuf;Lothian Health;improvement lead
Beth O'Neill;Cope Centre;convenor
Callum Reid;Fife Voluntary Action;community worker
Carys Llewellyn;Powys Health;physiotherapist
Dele Adeyemi;Improvement Network;network coordinator
Ewan MacLeod;Fife Voluntary Action;project officer
Hana Nováková;Lothian Health;nurse
Idris Khan;Powys Health;data analyst
Jo Fraser;Improvement Network;researcher
Kristin Þórsdóttir;Nordic Care Alliance;programme manager
Lena Weiß;Nordic Care Alliance;facilitator
Meera Raghunathan;Cope Centre;volunteer
Owen Price;Powys Health;GP
Priya Nair;Lothian Health;nurse
Ruth Abara;Cope Centre;trustee
Sam de la Cruz, Jr.;Improvement Network;student
Tom Wilkes;Fife Voluntary Action;treasurer
Zofia Zielińska;Nordic Care Alliance;social worker
"""
STAGES = {
    "introductions": ("Introduce yourselves", 2),
    "challenge": ("Present a challenge", 5),
    "clarifying-questions": ("Clarifying questions", 5),
    "ideas-and-resources": ("Ideas and resources", 10),
    "what-i-heard": ("What I heard", 5),
    "reflect": ("Reflect on insights", 5),
    "next-steps": ("Next steps", 2),
}
HOSTILE = (
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    '=HYPERLINK("http://example.org","a note that looks like a formula")',
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "\tstarts with a tab",
    "# not a heading\n## nor this\n- nor a list\n1. nor this\n> nor a quotation\n    nor code",
    "![picture](http://example.org/x.png) [link](javascript:alert(1)) `code` **bold** _under_ ~~gone~~ | cell |",
    '#read("/etc/passwd") #let x = 1 $x^2$ @label <label> \\ /* comment */ // end',
    "{{ 7 * 7 }} {% raw %}",
    "Subject: changed\r\nBcc: everyone@example.org\r\n\r\nBody",
    "END:VEVENT\r\nBEGIN:VALARM",
    "right \u202eto left\u202c and \u2066apart\u2069",
    "שלום עולם, مرحبا بالعالم",
    "&lt;b&gt; &amp; &#60;",
    "a\x00b\x07c\x1b[31md \ud800 e\ufffe",
    "Pneumonoultramicroscopicsilicovolcanoconiosis" * 5,
    "=1+cmd|' /C calc'!A0",
    "--- \n===\n***",
)


def minutes(count: float) -> timedelta:
    """A length in minutes."""
    return timedelta(minutes=count)


def roster() -> tuple[Person, ...]:
    """The eighteen people of the reference session; ids p1 to p18."""
    lines = [line.split(";") for line in ROSTER.strip().splitlines()]
    return tuple(
        Person(f"p{n}", name, organisation, role, f"{name.split()[0].lower()}@example.org")
        for n, (name, organisation, role) in enumerate(lines, start=1)
    )


def a_stage(key: StageKey, title: str, length: float, kind: StageKind, **more: object) -> Stage:
    """A stage that may last from one minute to an hour."""
    stage = Stage(key, kind, title, minutes(length), minutes(1), minutes(60))
    return replace(stage, **more)  # type: ignore[arg-type]  # the fields are named by the tests


def agenda(rounds: int = 1) -> Agenda:
    """Opening, Peer Assist and closing of the reference session."""
    opening = (
        a_stage(StageKey("opening", "longer-out-breath"), "Longer out-breath", 5, StageKind.OPENER),
        a_stage(StageKey("opening", "check-in"), "Check-in", 6, StageKind.CHECK_IN,
                question="Something you are looking forward to"),
    )  # fmt: skip
    work = tuple(
        a_stage(StageKey("peer-assist", stage), title, length, StageKind.WORK, repeats=stage != "introductions")
        for stage, (title, length) in STAGES.items()
    )
    closing = a_stage(StageKey("closing", "close"), "Close and next date", 5, StageKind.CLOSING)
    peer_assist = Part("peer-assist", PartKind.STRUCTURE, "Peer Assist", work, rooms=RoomNeeds(5, 6, 8))
    return Agenda((
        Part("opening", PartKind.OPENING, "Opening", opening),
        peer_assist.with_rounds(rounds),
        Part("closing", PartKind.CLOSING, "Closing", (closing,)),
    ))  # fmt: skip


def as_run(plan: Agenda) -> tuple[Event, ...]:
    """Every stage begun when the one before had used its minutes, the whole finished at the end."""
    events: list[Event] = []
    now = START
    for stage in plan.stages:
        events.append(Moved(now, stage.key) if events else Started(now, stage.key))
        now += stage.length + timedelta(seconds=20)
    return (*events, Finished(now))


def rooms(rounds: int = 1) -> tuple[RoundRooms, ...]:
    """Three rooms of six in every round, presented by Amina, Hana and Lena, then by whoever comes next."""
    people = [person.id for person in roster()]
    thirds = [tuple(people[start : start + 6]) for start in (0, 6, 12)]
    return tuple(
        RoundRooms("peer-assist", n, tuple(Room(k, some, some[n - 1]) for k, some in enumerate(thirds, start=1)))
        for n in range(1, rounds + 1)
    )


def a_note(text: str, stage: str = "reflect", room: int | None = 2, **more: object) -> Note:
    """An insight from a stage of Peer Assist, unless `more` says otherwise."""
    part = {"check-in": "opening", "close": "closing"}.get(stage, "peer-assist")
    note = Note(text[:20], NoteKind.INSIGHT, text, START, StageKey(part, stage), room)
    return replace(note, **more)  # type: ignore[arg-type]  # the fields are named by the tests


def a_session(notes: Iterable[Note] = (), rounds: int = 1) -> Session:
    """The reference session with these notes."""
    plan = agenda(rounds)
    return Session(
        id="s1",
        title="February peer assist",
        starts_at=START,
        timezone="Europe/London",
        slot=minutes(60),
        series="Nurturing and weaving networks",
        agenda=plan,
        people=roster(),
        rooms=rooms(rounds),
        events=as_run(plan),
        notes=tuple(replace(note, id=f"n{n}") for n, note in enumerate(notes)),
        next_session=NextSession("April Troika", datetime(2023, 4, 6, 15, 30, tzinfo=UTC), minutes(60)),
    )


def noted(*texts: str) -> Session:
    """The reference session with these insights."""
    return a_session(a_note(text) for text in texts)


def reference_session() -> Session:
    """The reference session with its real notes: two stories, one of them not to be told, and one private note."""
    answer, question, resource = NoteKind.ANSWER, NoteKind.QUESTION, NoteKind.RESOURCE
    idea, story, step = NoteKind.IDEA, NoteKind.STORY, NoteKind.NEXT_STEP
    matrix = "Network Maturity Matrix (Jo, 27 April session) https://example.org/matrix?v=1&x=<2>"
    looking_forward = ("sunnier weather", "making snow angels", "a day trip out")
    answers = [a_note(text, "check-in", None, kind=answer) for text in looking_forward]
    notes = (
        *answers,
        a_note("How do we help people join in when their time is short?", "challenge", kind=question),
        a_note("What would make the first meeting worth the journey?", "clarifying-questions", kind=question),
        a_note(matrix, "ideas-and-resources", kind=resource),
        a_note("Short film of two members talking about why they joined.", "ideas-and-resources", kind=idea),
        a_note("Invite by direct email, from a person, not from a list.", "ideas-and-resources", 1, kind=idea),
        a_note("Power struggles ease when everyone writes.\nTwo lines are fine too.", "ideas-and-resources", 3),
        a_note("Start with one story, not the whole strategy.", "what-i-heard"),
        a_note("Hana Nováková told how a ward's tea trolley became its network.", "reflect", 3, kind=story,
               agreed_to_share=True),
        a_note("A disagreement between two teams that is still raw.", "reflect", 3, kind=story),
        a_note("Email members about the March reflection", "next-steps", 1, kind=step, owner="p2",
               due=date(2023, 3, 2)),
        a_note("Collect three stories of success", "next-steps", 3, kind=step, owner="Ruth Abara",
               due=date(2023, 4, 6)),
        a_note('=HYPERLINK("http://example.org","a note that looks like a formula")', "next-steps", 3),
        a_note("Facilitator only: Room 3 ran hot, check in with Idris.", "close", None, private=True),
        a_note("", "reflect", None, kind=NoteKind.MARKER),
    )  # fmt: skip
    return a_session(notes)


def a_document(session: Session, choices: Choices, now: datetime) -> Document:
    """The summary of a session as the document that is written in every format that is read."""
    return document_of(summarise(session, choices, now))
