"""Does undo bring back what was there before an act, wherever the app offers it?"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QAbstractButton

from desktop.actions import ActName
from desktop.app.clearing import Clearing
from desktop.places.page import PlaceName
from desktop.places.run.page import RunPage
from formats.session.events import counting_events
from formats.session.moves import Move
from formats.session.session import Session
from tests.random_use.faults import Fault

MOST_PRESSES = 20
"""So many steps one act may be made of, such as a number typed digit by digit."""


@dataclass(frozen=True, slots=True)
class WayBack:
    """One kind of undo: what it brings back, and the press that does it, giving whether there was one."""

    name: str
    part: Callable[[Session], object]
    press: Callable[[], bool]


def not_taken_back(app: Clearing, before: Session, settle: Callable[[], None]) -> Fault | None:
    """Takes back what changed since `before`, step by step; a fault where the last step leaves it otherwise."""
    for way in ways_back(app):
        now = app.runner.session
        if now is None or way.part(now) == way.part(before):
            continue
        presses = 0
        while presses < MOST_PRESSES and way.part(now) != way.part(before) and way.press():
            presses += 1
            settle()
            now = app.runner.session
            assert now is not None, "undo took the session off the table"
        if presses and way.part(now) != way.part(before):
            told = f"before: {way.part(before)}\n\nafter undo: {way.part(now)}"
            return Fault("not taken back", way.name, told)
    return None


def ways_back(app: Clearing) -> tuple[WayBack, ...]:
    """Every way back that the app has, the run log's first: the agenda opens again when a start is undone."""

    def press(name: str) -> Callable[[], bool]:
        return lambda: _press_in_view(app, name)

    return (
        WayBack("acts of Run", lambda session: counting_events(session.events), lambda: _undo_in_run(app)),
        WayBack("notes", _notes, press("note-undo")),
        WayBack("people and rooms", _seats, press("undo-rooms")),
        WayBack("the agenda", lambda session: session.agenda, press("undo")),
    )


def _notes(session: Session) -> object:
    return sorted(session.notes, key=lambda note: note.id)


def _seats(session: Session) -> object:
    return {person.id for person in session.people}, session.away, session.rooms, session.wishes


def _press_in_view(app: Clearing, name: str) -> bool:
    for button in app.window.findChildren(QAbstractButton, name):
        if button.isVisible() and button.isEnabled():
            button.click()
            return True
    return False


def _undo_in_run(app: Clearing) -> bool:
    if Move.UNDO not in app.runner.moves:
        return False
    run = app.window.places[PlaceName.RUN]
    assert isinstance(run, RunPage)
    run.do(ActName.UNDO)
    return True
