"""How is it said when the session ends, what is spare, and whether one more round fits?"""

from datetime import timedelta

from desktop.wording import minutes, minutes_count, time_of_day
from formats.language import Message, tr
from formats.session.agenda import Agenda
from formats.session.fitting import AnotherRound, LengthChange, LockAhead, Outlook, RoundFit
from formats.session.session import Session

HALF_A_MINUTE = timedelta(seconds=30)
A_MINUTE = timedelta(minutes=1)
ANOTHER = {
    2: Message("A second round"),
    3: Message("A third round"),
    4: Message("A fourth round"),
    5: Message("A fifth round"),
    6: Message("A sixth round"),
}
FURTHER = Message("A further round")


def ends_words(session: Session, outlook: Outlook) -> str:
    """When all will be over, and what is spare: "Ends at 17:20, 10 min spare."."""
    ends = time_of_day(session, outlook.ends_at)
    if outlook.spare <= -HALF_A_MINUTE:
        return tr("Ends at {time}, {length} over.", time=ends, length=minutes(outlook.over))
    if outlook.spare < HALF_A_MINUTE:
        return tr("Ends at {time}, just in time.", time=ends)
    return tr("Ends at {time}, {length} spare.", time=ends, length=minutes(outlook.spare))


def lock_words(session: Session, lock: LockAhead | None) -> str:
    """Whether the next locked stage begins in time: "Break is locked to 17:00: 3 min spare before it."."""
    if lock is None:
        return ""
    said, length = LOCKED, minutes(abs(lock.spare))
    if lock.spare <= -HALF_A_MINUTE:
        said = LOCKED_LATE
    elif lock.spare >= HALF_A_MINUTE:
        said = LOCKED_WITH_TIME
    return said.filled(stage=lock.stage.title, time=time_of_day(session, lock.has_to), length=length)


LOCKED = Message("{stage} is locked to {time}.")
LOCKED_LATE = Message("{stage} is locked to {time}: {length} late.")
LOCKED_WITH_TIME = Message("{stage} is locked to {time}: {length} spare before it.")


def round_words(another: AnotherRound | None) -> str:
    """Whether one more round fits, and at which length; nothing where no round can be added."""
    if another is None:
        return ""
    which, full = ANOTHER.get(another.number, FURTHER), minutes(another.full_length)
    # For translators: {round} is “A second round” and the like, as you translate it.
    match another.fit:
        case RoundFit.FULL:
            return tr("{round} fits in full ({length}).", round=which, length=full)
        case RoundFit.SCALED:
            shorter = minutes(another.length)
            return tr("{round} fits in {length} instead of {usual}.", round=which, length=shorter, usual=full)
        case RoundFit.NO:
            missing = minutes(max(another.missing, HALF_A_MINUTE))
            return tr("{round} does not fit: {length} short.", round=which, length=missing)


def pace_words(session: Session, outlook: Outlook, presenter: str = "") -> str:
    """What the real rounds so far say of the end; nothing before there is one, or where it changes nothing.

    `presenter` is what the one who brings a challenge is called here, "" where nobody does.
    """
    before, another = outlook.ends_like_before, outlook.another_round
    if before is not None and abs(before - outlook.ends_at) >= A_MINUTE:
        ends = time_of_day(session, before)
        return tr("If the rounds still to come take as long as those so far, we end at {time}.", time=ends)
    if another is None or another.ends_like_before is None or another.fit is RoundFit.NO:
        return ""
    ends = time_of_day(session, another.ends_like_before)
    return _PACE[bool(presenter), another.number == SECOND].filled(presenter=presenter, time=ends)


SECOND = 2
_PACE = {
    (False, True): Message("If the next round takes as long as the first, we end at {time}."),
    (False, False): Message("If the next round takes as long as those so far, we end at {time}."),
    # For translators: a presenter is called “presenter” or “client”, as the structure has it.
    (True, True): Message("If the next {presenter} takes as long as the first, we end at {time}."),
    (True, False): Message("If the next {presenter} takes as long as those so far, we end at {time}."),
}


def changes_words(agenda: Agenda, changes: tuple[LengthChange, ...]) -> str:
    """What stages would give, one a line: "Reflect: 5 to 4 min"."""
    lines = []
    for change in changes:
        stage = agenda.stage(change.key)
        if stage is not None:
            title = tr("{stage}, round {round}", stage=stage.title, round=change.key.round)
            lines.append(
                # For translators: of a stage: "Reflect: 5 to 4 min"
                tr(
                    "{stage}: {before} to {after}",
                    stage=title if stage.repeats else stage.title,
                    before=minutes_count(change.before),
                    after=minutes(change.after),
                )
            )
    return "\n".join(lines)
