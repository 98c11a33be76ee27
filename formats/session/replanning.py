"""How is what is still to come changed while the session runs? Each act gives the event to log, or a refusal."""

from datetime import UTC, datetime, time, timedelta

from formats.language import tr
from formats.session.agenda import Stage, StageKey
from formats.session.clock import Phase, Reading
from formats.session.events import BreakAdded, BreakRemoved, EndMoved, Refitted
from formats.session.moves import Refusal
from formats.session.progress import Progress
from formats.session.session import Session

LATEST_END = timedelta(hours=12)
NOT_RUNNING = {Phase.WAITING: Progress.PLANNED.sentence, Phase.FINISHED: Progress.FINISHED.sentence}


def stages_to_change(reading: Reading) -> tuple[Stage, ...]:
    """The stages whose length can still be chosen: those after the one of the moment."""
    return () if reading.phase in NOT_RUNNING else reading.following


def change_length(reading: Reading, key: StageKey, length: timedelta) -> Refitted | Refusal:
    """Another length for a stage that is still to come."""
    if reading.phase in NOT_RUNNING:
        return Refusal(NOT_RUNNING[reading.phase])
    if all(stage.key != key for stage in reading.following):
        return Refusal(tr("That stage has begun. Its minutes are given and taken beside the clock."))
    return Refitted(reading.now, ((key, length),))


def add_break(reading: Reading, after: StageKey, length: timedelta) -> BreakAdded | Refusal:
    """A break after the stage of the moment, or one that is still to come."""
    if reading.phase in NOT_RUNNING:
        return Refusal(NOT_RUNNING[reading.phase])
    stages = ((reading.stage,) if reading.stage else ()) + reading.following
    if all(stage.key != after for stage in stages):
        return Refusal(tr("That stage is over, so there is no break after it any more."))
    return BreakAdded(reading.now, after, _free_key(reading, after), length)


def remove_break(reading: Reading, key: StageKey) -> BreakRemoved | Refusal:
    """Takes out a break that is still to come."""
    if reading.phase in NOT_RUNNING:
        return Refusal(NOT_RUNNING[reading.phase])
    if not can_be_removed(reading, key):
        return Refusal(tr("That break has begun. Next stage ends it."))
    return BreakRemoved(reading.now, key)


def can_be_removed(reading: Reading, key: StageKey) -> bool:
    """Whether this is a break beside other stages of its part that nobody has been in."""
    agenda = reading.position.agenda
    been = any(visit.key == key for visit in reading.position.visits)
    return not been and agenda.without_break(key) != agenda


def move_end(reading: Reading, to: datetime) -> EndMoved | Refusal:
    """Another end of the time there is: what is spare or over is counted from it."""
    if reading.phase in NOT_RUNNING:
        return Refusal(NOT_RUNNING[reading.phase])
    if not reading.now < to <= reading.now + LATEST_END:
        return Refusal(tr("That time has passed. The end stays as it was."))
    return EndMoved(reading.now, to)


def _free_key(reading: Reading, after: StageKey) -> StageKey:
    taken = {stage.key for stage in reading.position.agenda.stages}
    names = ("break", *(f"break-{number}" for number in range(2, len(taken) + 3)))
    keys = (StageKey(after.part, name, after.round) for name in names)
    return next(key for key in keys if key not in taken)


def next_time_of_day(session: Session, now: datetime, clock: time) -> datetime:
    """When it is this time of the day next where the session takes place, in UTC."""
    here = session.local_time(now)
    today = here.replace(hour=clock.hour, minute=clock.minute, second=0, microsecond=0)
    found = today if today > here else today + timedelta(days=1)
    return found.astimezone(UTC)


def last_time_of_day(session: Session, now: datetime, clock: time) -> datetime | None:
    """When it last was this time of the day where the session takes place, in UTC; None if hours ago."""
    here = session.local_time(now)
    today = here.replace(hour=clock.hour, minute=clock.minute, second=0, microsecond=0)
    found = today if today <= here else today - timedelta(days=1)
    return found.astimezone(UTC) if here - found <= LATEST_END else None
