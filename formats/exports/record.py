"""What does one person take home? When they took part, what they did, and room for what they take with them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from formats.exports.choices import Choices, NameStyle, with_answers
from formats.exports.document import Block, Bullets, Document, Heading, Item, Paragraph, Table
from formats.exports.names import Naming, make_naming
from formats.exports.passages import filled, one_line, pieces, plain
from formats.exports.sections import notes_to_export
from formats.language import Message, speaking, spoken, tr, tr_count
from formats.session.folding import fold
from formats.session.notes import Note, NoteKind
from formats.session.people import Person
from formats.session.rounds_held import rooms_as_served, took_part
from formats.session.session import Room, Session
from formats.session.wording import join_and

# For translators: what somebody did in a session, in a list: "presented and kept time".
ROLES = {
    "presenter": Message("presented"),
    "note_taker": Message("took notes"),
    "timekeeper": Message("kept time"),
    "host": Message("hosted"),
}
REFLECTION = (
    Message("What did I learn?"),
    Message("What have I done differently since?"),
    Message("What do I want to try next?"),
)
LINKS_OF = Message("Links: {session}")


def record_of(person: Person, sessions: Iterable[Session], choices: Choices, now: datetime) -> Document:
    """The attendance and reflection record of a person over these sessions; nobody else is named in it."""
    came = sorted((s for s in sessions if s.begun and person in took_part(s)), key=_start)
    with speaking(choices.spoken):
        return _record(person, came, choices, now)


def _record(person: Person, came: list[Session], choices: Choices, now: datetime) -> Document:
    hours = sum((_length(session, now) for session in came), timedelta()) / timedelta(hours=1)
    title = tr("Attendance record: {person}", person=one_line(person.name))
    lead = tr_count(
        "{count} session, {hours} hours in all.",
        "{count} sessions, {hours} hours in all.",
        len(came),
        hours=choices.dates.number(f"{hours:.1f}"),
    )
    return Document(
        title=plain(title),
        lead=plain(lead if came else tr("No session yet.")),
        blocks=tuple(_blocks(person, came, choices, now)),
        language=spoken(),
        made_at=now,
        footer=title,
        paper=choices.paper,
    )


def links_of(session: Session, choices: Choices, now: datetime) -> Document:
    """Every web address in the notes of a session that leave, each once with the note it stands in."""
    with speaking(choices.spoken):
        return _links(session, choices, now)


def _links(session: Session, choices: Choices, now: datetime) -> Document:
    choices = with_answers(choices, (session,))
    names = make_naming(session.people, (note.owner for note in session.notes), choices)
    found: dict[str, Item] = {}
    for note in notes_to_export(session, choices):
        text = names.passage(note.text, note.id)
        for piece in pieces(str(text)):
            if piece.address and piece.address not in found:
                said = one_line(str(text).replace(piece.address, ""))
                found[piece.address] = Item(plain(piece.address), remark=plain(f"({said})" if said else ""))
    title = filled(LINKS_OF, session=names.line(session.title, "title"))
    links = tr_count("{count} link", "{count} links", len(found))
    return Document(
        title=title,
        lead=plain(tr("{day}, {links}.", day=choices.dates.long_day(session.date), links=links)),
        blocks=(Bullets(tuple(found.values())),) if found else (),
        language=spoken(),
        made_at=now,
        footer=str(title),
        paper=choices.paper,
    )


def _blocks(person: Person, came: list[Session], choices: Choices, now: datetime) -> Iterator[Block]:
    hidden = with_answers(replace(choices, names=NameStyle.NONE), came)
    everyone = {other.id: other for session in came for other in session.people if other.id != person.id}
    names = make_naming(everyone.values(), (), hidden)
    if came:
        rows = tuple(
            (
                names.line(session.title, f"{session.id}/title"),
                plain(choices.dates.long_day(session.date)),
                plain(f"{_length(session, now) / timedelta(minutes=1):.0f}"),
                plain(join_and(_did(person, session)) if _did(person, session) else tr("took part")),
            )
            for session in came
        )
        yield Table(
            (tr("Session"), tr("Day"), tr("Minutes"), tr("What I did")), rows, figures=(2,), name=tr("Sessions")
        )
    if steps := tuple(_items(_own_steps(person, came), names)):
        yield Heading(2, plain(tr("What I set out to do")))
        yield Bullets(steps)
    insights = [note for session in came for note in session.notes if note.is_key and note.may_leave]
    if insights:
        yield Heading(2, plain(tr("What we took with us")))
        yield Bullets(tuple(_items(insights, names)))
    yield Heading(2, plain(tr("What I take with me")))
    for question in REFLECTION:
        yield Paragraph(plain(str(question)))
        yield Paragraph(plain("…"), quiet=True)


def _items(notes: Iterable[Note], names: Naming) -> Iterator[Item]:
    for note in notes:
        yield Item(names.passage(note.text, note.id), remark=plain(f"({note.status})" if note.status else ""))


def _own_steps(person: Person, came: list[Session]) -> list[Note]:
    """Their next steps, each as it stands last."""
    owners = {person.id, fold(person.name)}
    steps = (note for session in came for note in session.notes if note.kind is NoteKind.NEXT_STEP)
    mine = {note.id: note for note in steps if note.may_leave and {note.owner, fold(note.owner)} & owners}
    return list(mine.values())


def _did(person: Person, session: Session) -> list[str]:
    rooms: list[Room] = [room for held in rooms_as_served(session) for room in held.rooms]
    return [str(did) for role, did in ROLES.items() if any(getattr(room, role) == person.id for room in rooms)]


def _length(session: Session, now: datetime) -> timedelta:
    state = session.position
    return (state.finished_at or min(now, session.slot_ends_at(state))) - (state.started_at or now)


def _start(session: Session) -> datetime:
    return session.starts_at
