"""What does a summary hold? One frozen value, from which every kind of file is written."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from formats.exports.choices import Choices
from formats.exports.passages import EMPTY_PASSAGE, Passage, Span
from formats.exports.wording import day_and_time
from formats.language import Language
from formats.session.agenda import PartKind
from formats.session.notes import NoteKind, step_status


@dataclass(frozen=True, slots=True)
class SummaryNote:
    """One note: its kind, its text, and for a next step who takes it and by when.

    A note that `is_key` opens the minutes, one that `is_challenge` says what its room worked on.
    """

    id: str
    kind: NoteKind
    text: Passage
    owner: Passage = EMPTY_PASSAGE
    due: date | None = None
    done: bool = False
    let_go: bool = False
    is_key: bool = False
    is_challenge: bool = False

    @property
    def status(self) -> str:
        """Done or let go; nothing while it is open."""
        return step_status(done=self.done, let_go=self.let_go)


@dataclass(frozen=True, slots=True)
class StageNotes:
    """The notes of one stage in one room; `question` is what a check-in asked."""

    title: Passage
    notes: tuple[SummaryNote, ...]
    question: Passage = EMPTY_PASSAGE


@dataclass(frozen=True, slots=True)
class SummarySection:
    """One room of one round, or everyone together; outside rounds the heading is empty and the round 0.

    `where` is what the room is called, `presenter` who brought a challenge to it.
    """

    heading: Passage
    stages: tuple[StageNotes, ...]
    round: int = 0
    room: int | None = None
    where: str = ""
    presenter: Passage = EMPTY_PASSAGE


@dataclass(frozen=True, slots=True)
class Challenge:
    """What one room worked on in one round: who brought it, and the words noted for it, if any were."""

    round: int
    where: str
    presenter: Passage
    words: Passage = EMPTY_PASSAGE


@dataclass(frozen=True, slots=True)
class SummaryPart:
    """One part of the session with what was noted in it."""

    kind: PartKind
    title: Passage
    sections: tuple[SummarySection, ...]


@dataclass(frozen=True, slots=True)
class NextStep:
    """A row of the next steps; `by` is the day in words, `who` empty where no one is to be named."""

    what: Passage
    who: Passage
    by: str
    due: date | None
    done: bool
    let_go: bool = False

    @property
    def status(self) -> str:
        """Done or let go; nothing while it is open."""
        return step_status(done=self.done, let_go=self.let_go)


@dataclass(frozen=True, slots=True)
class Attendee:
    """Someone who took part, as far as they may be named; `count` people where roles stand for names."""

    name: Passage
    role: Passage = EMPTY_PASSAGE
    organisation: Passage = EMPTY_PASSAGE
    count: int = 1


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who took part: a sentence, and the people in it where they may be named."""

    sentence: str
    people: tuple[Attendee, ...] = ()


@dataclass(frozen=True, slots=True)
class Timing:
    """The planned and the used time of one stage; `round` is 0 where the stage is not one of a round.

    `label` is the stage as it fits a narrow place, `kind` the part of the session it belongs to.
    """

    part: Passage
    stage: Passage
    round: int
    planned: timedelta
    used: timedelta
    label: str = ""
    kind: PartKind = PartKind.STRUCTURE


@dataclass(frozen=True, slots=True)
class Invitation:
    """The session after this one; the instants are aware, `timezone` is where it takes place.

    `recipients` are the addresses it may go to, `without_address` the people by name who have none that can be
    read; both are empty where not everyone may be named. `organiser` is where answers go, "" for nowhere.
    """

    title: Passage
    starts_at: datetime
    ends_at: datetime
    timezone: str
    in_words: str
    place: Passage = EMPTY_PASSAGE
    joining: Passage = EMPTY_PASSAGE
    recipients: tuple[str, ...] = ()
    without_address: tuple[str, ...] = ()
    organiser: str = ""
    revision: int = 0
    called_off: bool = False

    @property
    def reaches_everyone(self) -> bool:
        """Whether an email draft has an address of everyone."""
        return bool(self.recipients) and not self.without_address


@dataclass(frozen=True, slots=True)
class Summary:
    """All that leaves the machine, in the order in which it is read, said in one `language`."""

    title: Passage
    day: str
    time: str
    outline: Passage
    people: str
    parts: tuple[SummaryPart, ...]
    next_steps: tuple[NextStep, ...]
    attendance: Attendance | None
    timings: tuple[Timing, ...]
    next_session: Invitation | None
    warnings: tuple[str, ...]
    choices: Choices
    made_at: datetime
    language: Language
    session_id: str
    year: int
    series: Passage = EMPTY_PASSAGE
    challenges: tuple[Challenge, ...] = ()
    topics: Passage = EMPTY_PASSAGE
    question: Passage = EMPTY_PASSAGE
    """What people worked on, where a structure lives by a question."""
    closing: str = ""
    key_order: tuple[str, ...] = ()
    ended_early: timedelta | None = None
    called_off: Invitation | None = None

    @property
    def dated(self) -> str:
        """The day and the time."""
        return day_and_time(self.day, self.time)

    @property
    def invitation(self) -> Invitation | None:
        """What a calendar file and an email draft can be made of: the next date, or that it was taken away."""
        return self.next_session or self.called_off

    @property
    def names_found(self) -> tuple[Span, ...]:
        """Every name found in a text, changed or left, with the place by which it is overruled."""
        return tuple(span for passage in self.passages for span in passage.names_found)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Every text in which names were sought."""
        sections = tuple(section for part in self.parts for section in part.sections)
        stages = tuple(stage for section in sections for stage in section.stages)
        return (
            self.title,
            self.series,
            self.outline,
            self.question,
            *(part.title for part in self.parts),
            *(section.heading for section in sections),
            *(passage for stage in stages for passage in (stage.title, stage.question)),
            *(note.text for stage in stages for note in stage.notes),
            *((one.title, one.place, one.joining) if (one := self.next_session) else ()),
            *(passage for step in self.next_steps for passage in (step.what, step.who)),
            *(passage for one in self._attendees for passage in (one.role, one.organisation)),
        )

    @property
    def _attendees(self) -> tuple[Attendee, ...]:
        return self.attendance.people if self.attendance else ()
