"""While the session runs people are dragged from room to room, with what it costs said before they are let go."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

from desktop.panels.rooms.card import PersonButton, RoomCard
from formats.session.agenda import StageKey
from formats.session.room_wishes import Wish, WishKind
from formats.session.session import Room
from tests.desktop.running import Hands

CHALLENGE = StageKey("peer-assist", "challenge")
LEFT, NONE, MOVE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.MoveAction


def rooms(run: Hands) -> tuple[Room, ...]:
    return run.session.rooms_in(CHALLENGE)


def card(run: Hands, number: int) -> RoomCard:
    found = run.place.findChild(RoomCard, f"room-{number}")
    assert isinstance(found, RoomCard)
    return found


def carried(run: Hands, person: str) -> QMimeData:
    """What a drag of someone's name carries."""
    found = run.place.findChild(PersonButton, person)
    assert isinstance(found, PersonButton)
    return found.mime()


def hold(run: Hands, person: str, number: int) -> None:
    """Holds someone over a room."""
    mime = carried(run, person)
    card(run, number).dragEnterEvent(QDragEnterEvent(QPoint(5, 5), MOVE, mime, LEFT, NONE))


def drop(run: Hands, person: str, number: int) -> None:
    """Lets someone go over a room."""
    mime = carried(run, person)
    card(run, number).dropEvent(QDropEvent(QPointF(5, 5), MOVE, mime, LEFT, NONE))


def test_who_is_held_over_a_room_hears_what_stands_against_it(run: Hands) -> None:
    run.go_to("challenge")
    person, other = rooms(run)[0].people[0], rooms(run)[1].people[0]
    hold(run, person, 2)
    assert "Room 2: " in run.words("passing-words")
    card(run, 2).dragLeaveEvent(QDragLeaveEvent())
    assert run.words("passing-words") == ""
    run.place.people.edits.wishes.keep(Wish(WishKind.APART, (person, other)))
    hold(run, person, 2)
    assert "are to be kept apart" in run.words("passing-words")


def test_who_is_dropped_on_a_room_sits_there_and_undo_takes_them_back(run: Hands) -> None:
    run.go_to("challenge")
    person = rooms(run)[0].people[0]
    before = rooms(run)
    drop(run, person, 2)
    assert person in rooms(run)[1].people
    assert "is in Room 2 now" in run.words("passing-words")
    run.place.people.edits.history.undo()
    assert rooms(run) == before


def test_who_is_dropped_on_their_own_room_stays_and_nothing_is_said(run: Hands) -> None:
    run.go_to("challenge")
    before = run.session
    drop(run, rooms(run)[0].people[0], 1)
    assert run.session == before
    assert not run.place.people.edits.history.can_undo


def test_someone_of_another_round_is_not_taken(run: Hands) -> None:
    run.go_to("challenge")
    before = run.session
    mime = QMimeData()
    mime.setData("application/x-clearing-person", f"7\n{rooms(run)[0].people[0]}".encode())
    card(run, 2).dropEvent(QDropEvent(QPointF(5, 5), MOVE, mime, LEFT, NONE))
    assert run.session == before
