"""What does a session leave behind? Builds the summary: a pure function of session, choices and now."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from formats.exports.attendance import attendance, warnings
from formats.exports.challenges import challenges_of
from formats.exports.choices import Audience, Choices, NameStyle, with_answers
from formats.exports.names import Naming, make_naming
from formats.exports.outline import outline_of
from formats.exports.passages import EMPTY_PASSAGE, Passage, filled, listed, one_line, plain
from formats.exports.recipients import find_recipients, read_addresses
from formats.exports.sections import notes_to_export, owner_passage, parts_of
from formats.exports.summary import Invitation, NextStep, Summary, SummaryNote, SummaryPart, Timing
from formats.exports.wording import day_and_time
from formats.language import Message, speaking, spoken, tr_count
from formats.session.agenda_words import agenda_said
from formats.session.clock import reading_at
from formats.session.dates.date_style import DateStyle
from formats.session.folding import fold
from formats.session.next_session import zone_of_next
from formats.session.notes import Note, NoteKind
from formats.session.rounds_held import took_part
from formats.session.run_state import ZERO, RunState
from formats.session.session import NextSession, Session
from formats.session.time_zones import find_zone, local_time
from formats.session.topics import by_votes
from formats.session.wording import number_word

UNTITLED = Message("Session")
# For translators: one of the topics that people voted for, with how many hands it had.
TOPIC = Message("{topic} ({votes})")
TOPICS = Message("Topics by hands: {topics}.")


def summarise(session: Session, choices: Choices, now: datetime) -> Summary:
    """The summary of a session for some readers, as it stands at `now` (aware)."""
    owners = (note.owner for note in session.notes)
    choices = with_answers(choices, (session,))
    with speaking(choices.spoken):
        return summarise_with(make_naming(session.people, owners, choices), session, choices, now)


def summarise_with(names: Naming, session: Session, choices: Choices, now: datetime) -> Summary:
    """The same in the language spoken, with names that were settled before, for several sessions together."""
    position = _said_anew(session.position)
    notes = notes_to_export(session, choices)
    parts = parts_of(session, position.agenda, notes, names)
    return Summary(
        title=names.line(session.title, "title") if one_line(session.title) else plain(str(UNTITLED)),
        series=names.line(session.series, "series"),
        day=_day(session, position, choices.dates),
        time=_time(session, position, choices.dates),
        outline=outline_of(session, position, names),
        people=_people(session),
        topics=_topics(session, names),
        question=_question(session, position, names),
        closing=_closing_round(session, choices.dates),
        parts=parts,
        next_steps=_next_steps(session, notes, names, choices.dates),
        attendance=attendance(session, choices, names),
        timings=_timings(session, position, names, now) if choices.timings else (),
        next_session=_invitation(session, session.next_session, names, choices),
        warnings=warnings(session, choices, names, (str(n.text) for n in _all_notes(parts))),
        choices=choices,
        made_at=now,
        language=spoken(),
        session_id=session.id,
        year=session.date.year,
        key_order=tuple(note.id for note in notes if note.is_key),
        challenges=challenges_of(session, notes, names),
        ended_early=_ended_early(session, position),
        called_off=_invitation(session, session.called_off, names, choices),
    )


def _said_anew(position: RunState) -> RunState:
    """With the words of the language spoken in every stage that has ours."""
    return replace(position, agenda=agenda_said(position.agenda))


def date_line(session: Session, position: RunState, dates: DateStyle) -> str:
    """The day and the time in the session's own time zone: as it was, and before that as planned."""
    return day_and_time(_day(session, position, dates), _time(session, position, dates))


def _day(session: Session, position: RunState, dates: DateStyle) -> str:
    return dates.long_day(session.local_time(position.started_at or session.starts_at).date())


def _time(session: Session, position: RunState, dates: DateStyle) -> str:
    start = session.local_time(position.started_at or session.starts_at)
    return dates.time_span(start, session.local_time(position.finished_at or session.slot_ends_at(position)))


def _question(session: Session, position: RunState, names: Naming) -> Passage:
    """What people worked on; empty where no structure lives by a question, or none was written."""
    asked = session.question and position.agenda.shows_question
    return names.line(session.question, "question") if asked else EMPTY_PASSAGE


def _ended_early(session: Session, position: RunState) -> timedelta | None:
    """How long before its time the session ended; less than nothing where it ran over, None while it has not."""
    return session.slot_ends_at(position) - position.finished_at if position.finished_at else None


def _people(session: Session) -> str:
    """18 people from six organisations."""
    if not took_part(session):
        return ""
    count = len({fold(p.organisation) for p in took_part(session) if p.organisation.strip()})
    people = tr_count("{count} person", "{count} people", len(took_part(session)))
    if count < 2:
        return people
    return tr_count(
        "{people} from {number} organisation",
        "{people} from {number} organisations",
        count,
        people=people,
        number=number_word(count),
    )


def _topics(session: Session, names: Naming) -> Passage:
    """What people voted for, the most wanted first; names in a topic change as they do elsewhere."""
    voted = enumerate(topic for topic in by_votes(session.topics) if topic.votes)
    said = [
        filled(TOPIC, topic=names.line(topic.text, f"topic {number}"), votes=str(topic.votes))
        for number, topic in voted
    ]
    return filled(TOPICS, topics=listed(said)) if said else EMPTY_PASSAGE


def _closing_round(session: Session, dates: DateStyle) -> str:
    """How useful was today, where that may be said and there were hands enough; never the words."""
    kept = session.closing_round
    if not kept.in_minutes or kept.average is None:
        return ""
    return tr_count(
        "How useful was it? {average} of 5 on average, by {count} hand.",
        "How useful was it? {average} of 5 on average, by {count} hands.",
        kept.counted,
        average=dates.number(f"{kept.average:.1f}"),
    )


def _next_steps(
    session: Session, notes: tuple[Note, ...], names: Naming, dates: DateStyle
) -> tuple[NextStep, ...]:
    """The next steps by date, those without one last."""
    steps = sorted((n for n in notes if n.kind is NoteKind.NEXT_STEP), key=_due_first)
    return tuple(
        NextStep(
            what=names.passage(note.text, note.id),
            who=owner_passage(note, session, names),
            by=dates.near_day(note.due, session.date.year) if note.due else "",
            due=note.due,
            done=note.done,
            let_go=note.let_go,
        )
        for note in steps
    )


def _due_first(note: Note) -> tuple[bool, date]:
    return note.due is None, note.due or date.max


def _timings(session: Session, position: RunState, names: Naming, now: datetime) -> tuple[Timing, ...]:
    reading = reading_at(position, now)
    used = dict(position.used)
    if position.started_at and position.current:
        used[position.current] = reading.used
    return tuple(
        Timing(
            part=names.line(part.title, f"part {part.id}"),
            stage=names.line(stage.title, f"stage {stage.key.part}/{stage.key.stage}"),
            round=stage.key.round if part.rounds > 1 and stage.repeats else 0,
            planned=(session.agenda.stage(stage.key) or stage).length,
            used=used.get(stage.key, ZERO),
            label=str(names.line(stage.label, f"stage {stage.key.part}/{stage.key.stage}/label")),
            kind=part.kind,
        )
        for part in position.agenda.parts
        for stage in part.stages
    )


def _invitation(
    session: Session, following: NextSession | None, names: Naming, choices: Choices
) -> Invitation | None:
    if following is None:
        return None
    zone = zone_of_next(session, following)
    start, end = (local_time(at, zone) for at in (following.starts_at, following.starts_at + following.slot))
    # Addresses name people: they go only where everyone is named anyway. Nor does a link let just anyone in.
    open_to_all = choices.names is NameStyle.FULL and choices.audience is Audience.PRESENT
    found = find_recipients(session.people if open_to_all else ())
    organiser = read_addresses(following.organiser) if choices.names is NameStyle.FULL else ()
    joining = following.joining if choices.audience is not Audience.ANYONE else ""
    return Invitation(
        title=names.line(following.title, "next session"),
        starts_at=start,
        ends_at=end,
        timezone=zone if find_zone(zone) else start.strftime("UTC%z"),
        in_words=day_and_time(choices.dates.long_day(start.date()), choices.dates.time_span(start, end)),
        place=names.line(following.place, "next session/place"),
        joining=names.line(joining, "next session/joining"),
        recipients=found.addresses,
        without_address=found.without_address,
        organiser=organiser[0] if organiser else "",
        revision=following.revision,
        called_off=following is session.called_off,
    )


def _all_notes(parts: Iterable[SummaryPart]) -> Iterable[SummaryNote]:
    return (n for part in parts for section in part.sections for stage in section.stages for n in stage.notes)
