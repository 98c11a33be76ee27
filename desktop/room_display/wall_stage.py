"""What does the wall say of the stage of the moment, and what do only the clock and the plan know of it?"""

from dataclasses import replace

from desktop.panels.stage.words import title_of_moment
from desktop.wording import date_and_time, time_of_day
from formats.language import Message, tr
from formats.session.agenda import Stage, StageKind
from formats.session.clock import Phase, Reading
from formats.session.session import Session
from formats.session.stage_words import stage_of_moment

END_OF_BREAK = Message("Welcome back.")


def stage_on_wall(session: Session, reading: Reading) -> Stage | None:
    """The stage as everybody reads it; None where there is none."""
    stage = stage_of_moment(session, reading)
    if stage is None:
        return None
    title = title_of_moment(session, reading)
    return replace(stage, title=title, wall=(*stage.wall, *_from_the_plan(stage, session, reading)))


def _from_the_plan(stage: Stage, session: Session, reading: Reading) -> tuple[str, ...]:
    """When a break ends, and when people meet again."""
    if stage.kind is StageKind.BREAK:
        back_at = tr("Back at {time}.", time=time_of_day(session, reading.stage_ends_at))
        return (str(END_OF_BREAK) if reading.phase is Phase.OVERTIME else back_at,)
    following = session.next_session
    if stage.kind is StageKind.CLOSING and following is not None:
        return (tr("Next time: {date}.", date=date_and_time(session, following.starts_at)),)
    return ()
