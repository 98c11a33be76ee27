"""What did the sessions of a series come to? Figures and gathered notes, for a session of reflection."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from formats.exports.choices import Choices, NameStyle, with_answers
from formats.exports.names import Naming, make_naming
from formats.exports.passages import Passage, pieces
from formats.exports.summarise import summarise_with
from formats.exports.summary import NextStep, Summary, SummaryNote
from formats.exports.usefulness import Usefulness
from formats.language import Language, Message, speaking
from formats.session.agenda_words import agenda_said
from formats.session.contributions import contributions_in
from formats.session.folding import fold
from formats.session.notes import NoteKind
from formats.session.people import Person
from formats.session.rounds_held import challenges_brought, took_part
from formats.session.run_state import ZERO
from formats.session.session import Session
from formats.session.sorting import sort_key
from formats.session.wording import join_list

REFLECTION = (
    Message("What surprised us, looking at this?"),
    Message("Who has not been heard, and who would know them?"),
    Message("Which one thing do we carry into the next year?"),
)
"""The questions that a group reflects on, unless it has its own."""
# A theme is a word that the note-taker marked: #listening.
THEME = re.compile(r"(?<!\w)#(\w[\w-]+)")
FIRST_WORD_OF_ADDRESS = re.compile(r"https?://\S*")


@dataclass(frozen=True, slots=True)
class HeldSession:
    """One session of the series in figures, and its summary."""

    day: date
    summary: Summary
    structures: Passage
    people: int
    planned: timedelta
    used: timedelta


@dataclass(frozen=True, slots=True)
class PersonAttendance:
    """How often someone came and presented, as far as they may be named."""

    name: Passage
    sessions: int
    presented: int


@dataclass(frozen=True, slots=True)
class Offer:
    """What someone offered to contribute, as far as they may be named."""

    who: Passage
    what: Passage


@dataclass(frozen=True, slots=True)
class Year:
    """The sessions of a series that were held, oldest first, and what they came to.

    `untold` counts the stories that stay with their tellers. `usefulness` has the sessions with enough hands to
    hide each of them, `words` what people said at the end, in no order that tells who.
    """

    series: Passage
    held: tuple[HeldSession, ...]
    people: tuple[PersonAttendance, ...]
    organisations: int
    made_at: datetime
    choices: Choices
    untold: int = 0
    offers: tuple[Offer, ...] = ()
    usefulness: tuple[Usefulness, ...] = ()
    words: tuple[Passage, ...] = ()
    questions: tuple[Passage, ...] = ()

    @property
    def language(self) -> Language:
        """The language that it is said in."""
        return self.choices.spoken

    @property
    def warnings(self) -> tuple[str, ...]:
        """Sentences about who could be told from a role or an organisation, each once."""
        return tuple(dict.fromkeys(said for one in self.held for said in one.summary.warnings))

    @property
    def returning_people(self) -> int:
        """How many people came more than once."""
        return sum(one.sessions > 1 for one in self.people)

    @property
    def presenter_count(self) -> int:
        """How many people brought a challenge."""
        return sum(one.presented > 0 for one in self.people)

    @property
    def planned_time(self) -> timedelta:
        """The planned time of all sessions."""
        return sum((one.planned for one in self.held), ZERO)

    @property
    def used_time(self) -> timedelta:
        """The time that was used in all sessions."""
        return sum((one.used for one in self.held), ZERO)

    def notes(self, *kinds: NoteKind) -> tuple[tuple[HeldSession, SummaryNote], ...]:
        """The notes of these kinds with the session they come from, oldest first."""
        return tuple((one, note) for one in self.held for note in notes_of(one.summary) if note.kind in kinds)

    def next_steps(self, done: bool) -> tuple[NextStep, ...]:
        """The next steps that were taken, or that are still open; those that were let go are neither."""
        steps = (step for one in self.held for step in one.summary.next_steps)
        return tuple(step for step in steps if step.done is done and (done or not step.let_go))

    @property
    def let_go(self) -> tuple[NextStep, ...]:
        """The next steps that nobody takes any more."""
        return tuple(step for one in self.held for step in one.summary.next_steps if step.let_go and not step.done)

    def links(self) -> tuple[str, ...]:
        """Every address in any note, once, in the order in which they came up."""
        texts = (str(note.text) for one in self.held for note in notes_of(one.summary))
        return tuple(dict.fromkeys(piece.address for text in texts for piece in pieces(text) if piece.address))


def year_of(
    sessions: Iterable[Session], choices: Choices, now: datetime, questions: Iterable[str | Message] = REFLECTION
) -> Year:
    """The sessions that were held, seen together. A next step that came back counts once, as it stands last.

    `questions` are those that the group is to reflect on.
    """
    held = sorted((s for s in sessions if s.position.started_at or s.notes), key=_start)
    with speaking(choices.spoken):
        return _year(held, replace(choices, language=choices.spoken), now, questions)


def _year(held: list[Session], choices: Choices, now: datetime, questions: Iterable[str | Message]) -> Year:
    people = _everyone(held)
    choices = with_answers(choices, held)
    owners = [note.owner for session in held for note in session.notes]
    names = make_naming(people.values(), owners, choices)
    series = next((session.series for session in reversed(held) if session.series.strip()), "")
    notes = [note for session in held for note in session.notes]
    return Year(
        series=names.line(series, "series"),
        held=tuple(_held_session(_without_carried(held, n), names, choices, now) for n in range(len(held))),
        people=_attendances(held, people, names, choices.dates.language),
        organisations=len({fold(p.organisation) for s in held for p in took_part(s) if p.organisation.strip()}),
        made_at=now,
        choices=choices,
        untold=sum(note.kind is NoteKind.STORY and not note.may_leave for note in notes),
        offers=_offers(held, names, choices),
        usefulness=tuple(_usefulness(held, choices)),
        words=tuple(names.line(word, f"word {n}") for n, word in enumerate(_closing_words(held))),
        questions=tuple(
            names.line(str(one), f"question {n}") for n, one in enumerate(questions) if str(one).strip()
        ),
    )


def notes_of(summary: Summary) -> Iterable[SummaryNote]:
    """Every note of a summary in the order of the agenda."""
    return (n for part in summary.parts for section in part.sections for st in section.stages for n in st.notes)


def themes_of(note: SummaryNote) -> tuple[str, ...]:
    """The themes a note was marked with, in small letters; what stands in an address is none."""
    text = FIRST_WORD_OF_ADDRESS.sub("", str(note.text))
    return tuple(dict.fromkeys(theme.casefold() for theme in THEME.findall(text)))


def _held_session(session: Session, names: Naming, choices: Choices, now: datetime) -> HeldSession:
    position = session.position
    structures = dict.fromkeys(part.title for part in agenda_said(session.agenda).structures)
    return HeldSession(
        day=session.date,
        summary=summarise_with(names, session, choices, now),
        structures=names.line(join_list(structures), "structures"),
        people=len(took_part(session)),
        planned=session.agenda.length,
        used=sum((visit.used for visit in position.visits), ZERO),
    )


def _without_carried(held: Sequence[Session], index: int) -> Session:
    """A session without the next steps that return, by id, in a later one."""
    session = held[index]
    later = {note.id for other in held[index + 1 :] for note in other.notes if note.kind is NoteKind.NEXT_STEP}
    for note in session.notes:
        if note.kind is NoteKind.NEXT_STEP and note.id in later:
            session = session.without_note(note.id)
    return session


def _everyone(held: Iterable[Session]) -> dict[str, Person]:
    return {person.id: person for session in held for person in session.people}


def _attendances(
    held: Sequence[Session], people: dict[str, Person], names: Naming, language: str
) -> tuple[PersonAttendance, ...]:
    came = Counter(person.id for session in held for person in took_part(session))
    presented = Counter(presenter for session in held for presenter in _presenters(session))
    by_name = sorted(came, key=lambda one: sort_key(people[one].name, language))
    often = sorted(by_name, key=came.__getitem__, reverse=True)
    return tuple(PersonAttendance(names.person(one), came[one], presented[one]) for one in often)


def _offers(held: Iterable[Session], names: Naming, choices: Choices) -> tuple[Offer, ...]:
    """What people offered, where those who offer it are named."""
    if not choices.people or choices.names in (NameStyle.NONE, NameStyle.ROLES):
        return ()
    return tuple(
        Offer(names.person(one.person), names.line(one.what, f"offer {one.person}"))
        for one in contributions_in(held)
    )


def _usefulness(held: Sequence[Session], choices: Choices) -> Iterator[Usefulness]:
    years = {session.date.year for session in held}
    for session in held:
        average = session.closing_round.average
        if average is not None and session.closing_round.in_year:
            near = session.date.year if len(years) == 1 else 0
            day = choices.dates.short_near_day(session.date, near)
            yield Usefulness(day, average, session.closing_round.counted, choices.dates.number(f"{average:g}"))


def _closing_words(held: Iterable[Session]) -> list[str]:
    """The words of all closing rounds that may be in the year, each once, by the alphabet."""
    rounds = (session.closing_round for session in held if session.closing_round.words_in_year)
    return sorted({word for closing in rounds for word in closing.words}, key=sort_key)


def _presenters(session: Session) -> Iterable[str]:
    """Who brought a challenge in the rounds that came to it, once for each time."""
    return (room.presenter for _, room in challenges_brought(session) if session.begun)


def _start(session: Session) -> datetime:
    return session.starts_at
