"""Which row is under the mouse, and what does each say of the clock?"""

from collections.abc import Iterable
from datetime import date, datetime

from PySide6.QtCore import QPoint

from desktop.places.prepare.part_card import PartCard
from desktop.places.prepare.stage_row import OnTheClock, StageRow
from desktop.wording import date_style, time_of_day
from formats.language import tr
from formats.session.agenda import Stage, StageKey
from formats.session.session import Session
from formats.session.timetable import locked_starts, session_timetable

ANY_DAY = date(2000, 1, 1)


def row_at(cards: Iterable[PartCard], where: QPoint) -> StageRow | None:
    """The row of a stage at the height of a place on the screen, or the nearest of a part there."""
    rows = [row for card in cards for row in card.rows if row.isVisible()]
    return min(rows, key=lambda row: abs(row.mapFromGlobal(where).y() - row.height() / 2), default=None)


def on_the_clock(session: Session) -> dict[StageKey, OnTheClock]:
    """When each stage begins by the plan, and whether that is when it has to."""
    starts, locked = session_timetable(session).starts, locked_starts(session)
    return {
        stage.key: OnTheClock(
            time_of_day(session, session.starts_at + starts[stage.key]),
            lock_words(stage),
            late=stage.key in locked and starts[stage.key] > locked[stage.key],
        )
        for stage in session.agenda.stages
    }


def lock_words(stage: Stage) -> str:
    """What a row says of its locked start."""
    if stage.locked_start is None:
        return ""
    return tr("Locked to {time}", time=date_style().time(datetime.combine(ANY_DAY, stage.locked_start)))
