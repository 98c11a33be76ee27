"""What does a session leave behind? Builds the summary: a pure function of session, choices and now."""

from collections.abc import Iterable
from datetime import date, datetime

from formats.exports.attendance import attendance, warnings
from formats.exports.choices import Audience, Choices, NameStyle
from formats.exports.names import Naming, make_naming
from formats.exports.passages import EMPTY_PASSAGE, Passage, join_passages, one_line, plain
from formats.exports.recipients import find_recipients, read_addresses
from formats.exports.sections import notes_to_export, owner_passage, parts_of
from formats.exports.summary import Invitation, NextStep, Summary, SummaryNote, SummaryPart, Timing
from formats.exports.wording import LANGUAGE, sentence
from formats.session.agenda import Part
from formats.session.clock import reading_at
from formats.session.dates.date_style import DateStyle
from formats.session.next_session import zone_of_next
from formats.session.notes import Note, NoteKind
from formats.session.rounds_held import rooms_held
from formats.session.run_state import ZERO, RunState
from formats.session.session import NextSession, Session
from formats.session.time_zones import find_zone, local_time
from formats.session.wording import counted_noun, join_and, noun_counted_in_words, number_word

UNTITLED = "Session"
TALLIED = (NoteKind.INSIGHT, NoteKind.IDEA, NoteKind.QUESTION, NoteKind.RESOURCE, NoteKind.STORY)


def summarise(session: Session, choices: Choices, now: datetime) -> Summary:
    """The summary of a session for some readers, as it stands at `now` (aware)."""
    owners = (note.owner for note in session.notes)
    return summarise_with(make_naming(session.people, owners, choices), session, choices, now)


def summarise_with(names: Naming, session: Session, choices: Choices, now: datetime) -> Summary:
    """The same with names that were settled before, for several sessions together."""
    position = session.position
    notes = notes_to_export(session, choices)
    parts = parts_of(session, position.agenda, notes, names)
    return Summary(
        title=names.line(session.title, "title") if one_line(session.title) else plain(UNTITLED),
        series=names.line(session.series, "series"),
        dated=date_line(session, position, choices.dates),
        outline=_outline(session, position, names),
        in_brief=(*_in_brief(session, notes), *_closing_round(session, choices.dates)),
        parts=parts,
        next_steps=_next_steps(session, notes, names, choices.dates),
        attendance=attendance(session, choices, names),
        timings=_timings(session, position, names, now) if choices.timings else (),
        next_session=_invitation(session, session.next_session, names, choices),
        warnings=warnings(session, choices, names, (str(n.text) for n in _all_notes(parts))),
        choices=choices,
        made_at=now,
        language=LANGUAGE,
        session_id=session.id,
        year=session.date.year,
        called_off=_invitation(session, session.called_off, names, choices),
    )


def date_line(session: Session, position: RunState, dates: DateStyle) -> str:
    """The day and the time in the session's own time zone: as it was, and before that as planned."""
    start = session.local_time(position.started_at or session.starts_at)
    end = session.local_time(position.finished_at or session.slot_ends_at(position))
    return f"{dates.long_day(start.date())}, {dates.time_span(start, end)}"


def count_rounds_held(part: Part, position: RunState) -> int:
    """How many rounds of a part took place; as planned while the session has not begun."""
    if position.started_at is None:
        return part.rounds
    return max((visit.key.round for visit in position.visits if visit.key.part == part.id), default=0)


def _outline(session: Session, position: RunState, names: Naming) -> Passage:
    """18 people, one round of Peer Assist in three rooms."""
    said: list[Passage] = []
    for part in position.agenda.structures:
        if held := count_rounds_held(part, position):
            rooms = _rooms(session, part, 1)
            where = f" in {noun_counted_in_words(rooms, 'room')}" if rooms else ""
            title = names.line(part.title, f"part {part.id}")
            said.append(join_passages(noun_counted_in_words(held, "round"), " of ", title, where))
    people = [plain(counted_noun(len(session.present), "person", "people"))] if session.present else []
    strung: list[Passage | str] = []
    for passage in (*people, *said):
        strung += [", ", passage] if strung else [passage]
    return join_passages(*strung, ".") if strung else EMPTY_PASSAGE


def _rooms(session: Session, part: Part, round_number: int) -> int:
    return sum(len(r.rooms) for r in session.rooms if (r.part, r.round) == (part.id, round_number))


def _in_brief(session: Session, notes: tuple[Note, ...]) -> tuple[str, ...]:
    """Three challenges were brought; 14 insights, 9 ideas and 5 resources were noted."""
    said: list[str] = []
    challenges = _challenges(session)
    if challenges:
        said.append(
            f"{noun_counted_in_words(challenges, 'challenge')} {'was' if challenges == 1 else 'were'} brought"
        )
    counts = {kind: sum(note.kind is kind for note in notes) for kind in TALLIED}
    figures = [counted_noun(count, *_plural(kind)) for kind, count in counts.items() if count]
    if figures:
        one = sum(counts.values()) == 1
        said.append(f"{join_and(figures)} {'was' if one else 'were'} noted")
    lines = [sentence("; ".join(said))] if said else []
    return (*lines, *_brief_steps([note for note in notes if note.kind is NoteKind.NEXT_STEP]))


def _brief_steps(steps: list[Note]) -> tuple[str, ...]:
    ready = sum(bool(note.owner.strip() and note.due) for note in steps)
    if not steps:
        return ()
    if ready == len(steps):
        have = "has" if ready == 1 else "have"
        return (sentence(f"{noun_counted_in_words(ready, 'next step')} {have} an owner and a date"),)
    return (
        sentence(
            f"{noun_counted_in_words(len(steps), 'next step')}, {number_word(ready)} with an owner and a date"
        ),
    )


def _closing_round(session: Session, dates: DateStyle) -> tuple[str, ...]:
    """How useful was today, where that may be said and there were hands enough; never the words."""
    kept = session.closing_round
    if not kept.in_minutes or kept.average is None:
        return ()
    average = f"{kept.average:.1f}".replace(".", dates.decimal)
    return (f"How useful was it? {average} of 5 on average, by {kept.counted} hands.",)


def _challenges(session: Session) -> int:
    return sum(bool(room.presenter) for held in rooms_held(session) for room in held.rooms)


def _plural(kind: NoteKind) -> tuple[str, str]:
    return (kind.value, "stories") if kind is NoteKind.STORY else (kind.value, f"{kind.value}s")


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
        in_words=f"{choices.dates.long_day(start.date())}, {choices.dates.time_span(start, end)}",
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
