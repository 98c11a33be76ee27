"""Does undo bring back what was there before an act, wherever the app offers it?"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QAbstractButton

from desktop.actions import ActName
from desktop.app.clearing import Clearing
from desktop.places.page import PlaceName
from desktop.places.run.page import RunPage
from formats.session.act_history import counting_events
from formats.session.session import Session
from tests.random_use.faults import Fault

MOST_PRESSES = 20
"""So many steps one act may be made of, such as a number typed digit by digit."""


@dataclass(frozen=True, slots=True)
class WayBack:
    """One kind of undo: what it is there for, all that it brings back, and its press, if there is one to do."""

    name: str
    meant_for: Callable[[Session], object]
    brought_back: Callable[[Session], object]
    press: Callable[[Clearing], bool]


def not_taken_back(app: Clearing, before: Session, settle: Callable[[], None]) -> Fault | None:
    """Takes back the last act, step by step; a fault where the last step leaves the session otherwise."""
    now = app.runner.session
    way = next((way for way in WAYS_BACK if now and way.meant_for(now) != way.meant_for(before)), None)
    if way is None:
        return None
    wanted, presses = way.brought_back(before), 0
    while now is not None and presses < MOST_PRESSES and way.brought_back(now) != wanted and way.press(app):
        presses += 1
        settle()
        now = app.runner.session
    if now is None or (presses and way.brought_back(now) != wanted):
        told = f"before: {wanted}\n\nafter {presses} times undo: {now and way.brought_back(now)}"
        return Fault("not taken back", way.name, told)
    return None


def _undo_in_run(app: Clearing) -> bool:
    before = app.runner.session
    _run(app).do(ActName.UNDO)
    return app.runner.session != before


def _undo_seats(app: Clearing) -> bool:
    if app.window.place is not PlaceName.RUN:
        return _press_in_view(app, PlaceName.PREPARE, "undo-rooms")
    return _undo_in_run(app)


def _undo_agenda(app: Clearing) -> bool:
    return _press_in_view(app, PlaceName.PREPARE, "undo")


def _undo_notes(app: Clearing) -> bool:
    return _press_in_view(app, PlaceName.RUN, "note-undo")


def _press_in_view(app: Clearing, place: PlaceName, name: str) -> bool:
    if app.window.place is not place:
        return False
    for button in app.window.places[place].findChildren(QAbstractButton, name):
        if button.isVisible() and button.isEnabled():
            button.click()
            return True
    return False


def _run(app: Clearing) -> RunPage:
    run = app.window.places[PlaceName.RUN]
    assert isinstance(run, RunPage)
    return run


def _events(session: Session) -> object:
    return counting_events(session.events)


def _who_comes(session: Session) -> object:
    return {person.id for person in session.people}, session.away, session.wishes, session.apart_by


def _rooms(session: Session) -> object:
    return session.rooms


def _seats(session: Session) -> object:
    return _who_comes(session), session.rooms


def _agenda(session: Session) -> object:
    return session.agenda


def _notes(session: Session) -> object:
    return {note.id for note in session.notes}


# What an act changes first names its way back: who comes also changes rooms and lengths, the agenda also rooms.
WAYS_BACK = (
    WayBack("acts of Run", _events, _events, _undo_in_run),
    WayBack("people and rooms", _who_comes, _seats, _undo_seats),
    WayBack("the agenda", _agenda, _agenda, _undo_agenda),
    WayBack("people and rooms", _rooms, _seats, _undo_seats),
    WayBack("notes", _notes, _notes, _undo_notes),
)
