"""Which check-in questions were asked in earlier sessions, and when last?"""

from collections.abc import Iterable, Mapping
from datetime import date

from formats.session.agenda import StageKind
from formats.session.folding import fold
from formats.session.session import Session


def dates_last_asked(past: Iterable[Session]) -> Mapping[str, date]:
    """The day each question was last asked, by its text as `fold` gives it; a check-in left out asks nothing."""
    found: dict[str, date] = {}
    for session in past:
        position = session.position
        held = {visit.key for visit in position.visits}
        for stage in position.agenda.stages:
            if stage.kind is StageKind.CHECK_IN and stage.question and stage.key in held:
                question = fold(stage.question)
                found[question] = max(session.date, found.get(question, session.date))
    return found
