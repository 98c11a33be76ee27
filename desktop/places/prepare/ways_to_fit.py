"""What would make a session fit that is too long even with every stage at its shortest?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from desktop.content.catalogue import Catalogue
from desktop.places.prepare.agenda_changes import with_locked_start, with_room_size, without_stage
from desktop.wording import minutes_count, time_of_day
from formats.language import tr, tr_count
from formats.session.agenda import Part, StageKind
from formats.session.fitting import fit_to, usual_again
from formats.session.seating.round_limits import most_rounds
from formats.session.session import Session
from formats.session.timetable import locked_starts, planned_end, session_timetable

ZERO = timedelta()
FIVE_MINUTES = timedelta(minutes=5)
LATEST = timedelta(hours=2)
MOST_WAYS = 3


@dataclass(frozen=True, slots=True)
class WayToFit:
    """One act that makes it fit: what it is called, what comes of it, and the session after it."""

    words: str
    result: str
    session: Session

    @property
    def in_full(self) -> str:
        """The act with what comes of it, in one line."""
        return tr("{act}: {result}", act=self.words, result=self.result)

    def taken_by(self, session: Session) -> Session:
        """The session on the table once the act is done; people and rooms stay as they are by then."""
        return replace(session, agenda=self.session.agenda, slot=self.session.slot)


def short_by(session: Session) -> timedelta:
    """By how much it is too long with every stage at its shortest; zero where fitting is enough."""
    return fit_to(session.agenda, session.slot, locked_starts(session)).short_by


def ways_to_fit(session: Session, catalogue: Catalogue) -> tuple[WayToFit, ...]:
    """Up to three acts, each of which is enough; none where fitting is, or where nothing is."""
    if not short_by(session):
        return ()
    usual = replace(session, agenda=usual_again(session.agenda))
    found: list[WayToFit] = []
    for ways in (
        _without_break(usual),
        _with_fewer_rounds(usual),
        _with_later_end(usual),
        _unlocked(usual),
        _smaller(usual, catalogue),
    ):
        found.extend(_first_that_fits(ways, session))
    return tuple(found[:MOST_WAYS])


def _first_that_fits(ways: Iterator[tuple[str, Session]], now: Session) -> Iterator[WayToFit]:
    for words, changed in ways:
        for_people = changed.agenda.for_people(len(now.present))
        fitted = fit_to(for_people, changed.slot, locked_starts(changed))
        if not fitted.short_by:
            made = replace(changed, agenda=fitted.agenda)
            yield WayToFit(words, _result(made), made)
            return


def _result(session: Session) -> str:
    spare = session_timetable(session).spare
    ends = time_of_day(session, planned_end(session))
    if spare >= timedelta(seconds=30):
        return tr("ends {time}, {spare} spare", time=ends, spare=minutes_count(spare))
    return tr("ends {time}, just right", time=ends)


def _without_break(session: Session) -> Iterator[tuple[str, Session]]:
    breaks = [stage for stage in session.agenda.stages if stage.kind is StageKind.BREAK]
    for stage in breaks:
        only = len(breaks) == 1
        words = tr("Leave out the break") if only else tr("Leave out “{stage}”", stage=stage.title)
        yield words, replace(session, agenda=without_stage(session.agenda, [stage.key]))


def _with_fewer_rounds(session: Session) -> Iterator[tuple[str, Session]]:
    """One fewer of the structure with the longest rounds first; then two, and so on."""
    with_rounds = [part for part in session.agenda.structures if part.rounds > 1 and part.last_round]
    parts = sorted(with_rounds, key=lambda part: part.round_length, reverse=True)
    for fewer in range(1, max((part.rounds for part in parts), default=1)):
        for part in parts:
            if part.rounds > fewer:
                which = part.title if len(parts) > 1 else ""
                yield _fewer_words(fewer, which), _with_part(session, part.with_rounds(part.rounds - fewer))


def _fewer_words(count: int, part: str) -> str:
    if part:
        return tr_count("One round fewer of {part}", "{count} rounds fewer of {part}", count, part=part)
    return tr_count("One round fewer", "{count} rounds fewer", count)


def _unlocked(session: Session) -> Iterator[tuple[str, Session]]:
    for stage in session.agenda.stages:
        if stage.locked_start is not None:
            agenda = with_locked_start(session.agenda, stage.key, None)
            yield tr("Unlock “{stage}”", stage=stage.title), replace(session, agenda=agenda)


def _smaller(session: Session, catalogue: Catalogue) -> Iterator[tuple[str, Session]]:
    """Where everyone in a room has a turn, smaller rooms need fewer rounds or fewer minutes."""
    for part in session.agenda.structures:
        if part.rooms is None:
            continue
        for size in range(part.rooms.usual - 1, part.rooms.minimum - 1, -1):
            changed = with_room_size(session.agenda, part, size, catalogue)
            resized = changed.part(part.id)
            if resized is None or resized.rooms is None:
                continue
            rounds = most_rounds(resized.rooms, len(session.present))
            if part.rooms.one_round_each and 0 < rounds < resized.rounds:
                changed = changed.with_part(resized.with_rounds(rounds))
            yield tr("Rooms of {size}", size=size), replace(session, agenda=changed)


def _with_later_end(session: Session) -> Iterator[tuple[str, Session]]:
    """At the next five minutes on the clock at which it fits."""
    if session.end_locked:
        return
    ends = session.local_time(session.starts_at + session.slot)
    first = FIVE_MINUTES - timedelta(minutes=ends.minute % 5, seconds=ends.second)
    more = first
    while more <= LATEST:
        later = replace(session, slot=session.slot + more)
        yield tr("End at {time}", time=time_of_day(later, later.starts_at + later.slot)), later
        more += FIVE_MINUTES


def _with_part(session: Session, part: Part) -> Session:
    return replace(session, agenda=session.agenda.with_part(part))
