"""Searches for rooms off the UI thread: a first plan soon, then better ones until somebody has enough."""

import time
from functools import partial
from math import inf

from PySide6.QtCore import QObject, Qt, Signal

from desktop.background import Background
from formats.session.seating.seating import Seating, seat_people
from formats.session.session import Session

FIRST_LOOK, BETTER_LOOK = 0.15, 5.0
"""Seconds of search for the first plan on screen, and for the better one that follows it."""


class SearchClock:
    """A clock for a search; once stopped it says that all time is over, from any thread."""

    def __init__(self) -> None:
        self._stopped = False

    def __call__(self) -> float:
        """Rising seconds."""
        return inf if self._stopped else time.monotonic()

    def stop(self) -> None:
        """Makes the search that reads this clock end at its next look."""
        self._stopped = True


class PlanSearch(QObject):
    """One search at a time: a new one ends the one before, whose answer is dropped."""

    first_plan_found = Signal(object)
    """The first look has ended: Seating."""
    better_plan_found = Signal(object)
    """The longer look found a better plan, or has ended with its best: Seating."""
    search_failed = Signal(object)
    """The people do not go into rooms: an exception with a sentence, in which people go by id."""
    _found_by_worker = Signal(object, object)
    """From the worker, while it searches on: SearchClock, Seating."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work = Background(self)
        self._clock = SearchClock()
        self._looks_further = False
        self._work.finished.connect(self._end)
        self._work.failed.connect(self._fail)
        self._found_by_worker.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    @property
    def looks_first(self) -> bool:
        """Whether a first plan is still to come."""
        return self._work.busy and not self._looks_further

    @property
    def looks_further(self) -> bool:
        """Whether a better plan is being looked for."""
        return self._work.busy and self._looks_further

    def look_first(self, session: Session, past: tuple[Session, ...], seed: int) -> None:
        """Looks for a first plan."""
        self.stop()
        self._work.ask(partial(seat_people, session, past=past, clock=self._clock, seed=seed, seconds=FIRST_LOOK))

    def look_further(self, session: Session, past: tuple[Session, ...], seed: int) -> None:
        """Looks for better plans, and tells each as it is found."""
        self.stop()
        self._looks_further = True
        search = partial(seat_people, session, past=past, clock=self._clock, seed=seed, seconds=BETTER_LOOK)
        self._work.ask(partial(search, progress=partial(self._found_by_worker.emit, self._clock)))

    def end_early(self) -> None:
        """Has the search end now, with the best it has."""
        self._clock.stop()

    def stop(self) -> None:
        """Ends the search and forgets its answer."""
        self._clock.stop()
        self._clock = SearchClock()
        self._work.forget()
        self._looks_further = False

    def _pass_on(self, clock: SearchClock, seating: Seating) -> None:
        if clock is self._clock and self.looks_further:
            self.better_plan_found.emit(seating)

    def _end(self, seating: Seating) -> None:
        found = self.better_plan_found if self._looks_further else self.first_plan_found
        self._looks_further = False
        found.emit(seating)

    def _fail(self, trouble: Exception) -> None:
        self._looks_further = False
        self.search_failed.emit(trouble)
