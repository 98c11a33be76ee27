"""What a facilitator does in Prepare, in words that tests can use."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.choose_structure import ChooseStructureDialog
from desktop.places.prepare.page import PreparePage
from desktop.places.prepare.part_card import PartCard
from desktop.places.prepare.stage_row import StageRow
from desktop.widgets.buttons import ActionButton
from formats.library.opening import open_library
from formats.library.repository import SessionRepository
from formats.session.people import Person
from formats.session.session import Session


def press(place: PreparePage, name: str) -> None:
    """Presses the button with this name."""
    QTest.mouseClick(place.findChild(ActionButton, name), Qt.MouseButton.LeftButton)


def begin(place: PreparePage, structure: str = "peer-assist") -> Session:
    """A new session from a structure: by its button on the empty table, or from the list of all."""
    if place.findChild(ActionButton, structure):
        press(place, structure)
    else:
        _begin_from_list(place, structure)
    return on_table(place)


def _begin_from_list(place: PreparePage, structure: str) -> None:
    more = next(b for b in place.empty.findChildren(ActionButton) if b.text() == "All structures…")
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    dialog = place.empty.dialog
    assert isinstance(dialog, ChooseStructureDialog)
    for row in range(dialog.list.count()):
        dialog.list.setCurrentRow(row)
        if dialog.structure is not None and dialog.structure.id == structure:
            break
    dialog.accept()


def on_table(place: PreparePage) -> Session:
    """The session as Prepare shows it."""
    session = place.planner.session
    assert session is not None
    return session


def row(place: PreparePage, stage: str, number: int = 1) -> StageRow:
    """The row of a stage."""
    found = place.agenda.findChild(StageRow, f"stage-{stage}-{number}")
    assert isinstance(found, StageRow)
    return found


def ask(place: PreparePage, stage: str, words: str, number: int = 1) -> None:
    """Chooses an entry of the menu of a stage."""
    menu = place.agenda.menu_for(row(place, stage, number))
    next(action for action in menu.actions() if action.text().split("\t")[0] == words).trigger()
    menu.deleteLater()


def card(place: PreparePage, part: str) -> PartCard:
    """The card of a part."""
    found = place.agenda.card(part)
    assert found is not None
    return found


def minutes_shown(place: PreparePage, part: str) -> list[float]:
    """The minutes in the fields of a part that are in sight: those of rounds like the first are folded."""
    shown = (row for row in card(place, part).rows if row.isVisibleTo(place))
    return [row.minutes.value / timedelta(minutes=1) for row in shown]


def type_minutes(place: PreparePage, stage: str, text: str) -> None:
    """Types a length over the old one."""
    type_over(row(place, stage).minutes, text)


def type_over(field: QLineEdit, text: str) -> None:
    """Types a text over what stands in a field, and Enter."""
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def people(count: int) -> tuple[Person, ...]:
    """So many people, each of an organisation of their own."""
    return tuple(Person(f"id-{n:03}", f"Person {n:03}", f"Place {n}") for n in range(count))


def wait_for_rooms(qtbot: QtBot, place: PreparePage) -> None:
    """Until every round of every structure has rooms and the search has ended."""

    def planned() -> bool:
        session = on_table(place)
        rounds = sum(part.rounds for part in session.agenda.structures)
        return len(session.rooms) == rounds and not place.planner.busy

    qtbot.waitUntil(planned, timeout=5000)


def read_again(library: Path, session_id: str) -> Session:
    """A session as another reader finds it in a copy of the files on the disk, as after a crash."""
    copies = library.parent / "copies"
    copies.mkdir()
    for file in library.parent.glob("library.json*"):
        if file.suffix != ".lock":
            (copies / file.name).write_bytes(file.read_bytes())
    now = datetime(2023, 2, 23, tzinfo=UTC)
    with open_library(copies / library.name, now=lambda: now, retry_seconds=None) as again:
        found = SessionRepository(again).session(session_id)
    assert found is not None
    return found


def drag(grip: QWidget, where: QPoint) -> None:
    """Drags from the middle of a widget to a place on the screen."""
    start = grip.rect().center()
    steps = (
        (QEvent.Type.MouseButtonPress, grip.mapToGlobal(start), Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseMove, where, Qt.MouseButton.NoButton),
        (QEvent.Type.MouseButtonRelease, where, Qt.MouseButton.LeftButton),
    )
    for kind, point, button in steps:
        down = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
        local = QPointF(grip.mapFromGlobal(point))
        event = QMouseEvent(kind, local, QPointF(point), button, down, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(grip, event)
