"""How is it said when the session ends, what is spare, and whether one more round fits?"""

from datetime import timedelta

from desktop.wording import minutes, time_of_day
from formats.session.agenda import Agenda
from formats.session.fitting import AnotherRound, LengthChange, LockAhead, Outlook, RoundFit
from formats.session.session import Session

HALF_A_MINUTE = timedelta(seconds=30)
A_MINUTE = timedelta(minutes=1)
ORDINALS = {2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth"}


def ends_words(session: Session, outlook: Outlook) -> str:
    """When all will be over, and what is spare: "Ends at 17:20, 10 min spare."."""
    ends = f"Ends at {time_of_day(session, outlook.ends_at)}"
    if outlook.spare <= -HALF_A_MINUTE:
        return f"{ends}, {minutes(outlook.over)} over."
    if outlook.spare < HALF_A_MINUTE:
        return f"{ends}, just in time."
    return f"{ends}, {minutes(outlook.spare)} spare."


def lock_words(session: Session, lock: LockAhead | None) -> str:
    """Whether the next locked stage begins in time: "Break is locked to 17:00: 3 min spare before it."."""
    if lock is None:
        return ""
    said = f"{lock.stage.title} is locked to {time_of_day(session, lock.has_to)}"
    if lock.spare <= -HALF_A_MINUTE:
        return f"{said}: {minutes(-lock.spare)} late."
    return f"{said}: {minutes(lock.spare)} spare before it." if lock.spare >= HALF_A_MINUTE else f"{said}."


def round_words(another: AnotherRound | None) -> str:
    """Whether one more round fits, and at which length; nothing where no round can be added."""
    if another is None:
        return ""
    which = f"A {ORDINALS.get(another.number, 'further')} round"
    match another.fit:
        case RoundFit.FULL:
            return f"{which} fits in full ({minutes(another.full_length)})."
        case RoundFit.SCALED:
            return f"{which} fits in {minutes(another.length)} instead of {minutes(another.full_length)}."
        case RoundFit.NO:
            return f"{which} does not fit: {minutes(max(another.missing, HALF_A_MINUTE))} short."


def pace_words(session: Session, outlook: Outlook, presenter: str = "") -> str:
    """What the real rounds so far say of the end; nothing before there is one, or where it changes nothing.

    `presenter` is what the one who brings a challenge is called here, "" where nobody does.
    """
    before, another = outlook.ends_like_before, outlook.another_round
    if before is not None and abs(before - outlook.ends_at) >= A_MINUTE:
        ends = time_of_day(session, before)
        return f"If the rounds still to come take as long as those so far, we end at {ends}."
    if another is None or another.ends_like_before is None or another.fit is RoundFit.NO:
        return ""
    ends = time_of_day(session, another.ends_like_before)
    so_far = "the first" if another.number == 2 else "those so far"
    return f"If the next {presenter or 'round'} takes as long as {so_far}, we end at {ends}."


def changes_words(agenda: Agenda, changes: tuple[LengthChange, ...]) -> str:
    """What stages would give, one a line: "Reflect: 5 to 4 min"."""
    lines = []
    for change in changes:
        stage = agenda.stage(change.key)
        if stage is not None:
            of_round = f", round {change.key.round}" if stage.repeats else ""
            lines.append(
                f"{stage.title}{of_round}: {_minutes_without_unit(change.before)} to {minutes(change.after)}"
            )
    return "\n".join(lines)


def _minutes_without_unit(length: timedelta) -> str:
    return minutes(length).removesuffix(" min")
