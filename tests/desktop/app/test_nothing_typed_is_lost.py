"""What is being typed is never lost: each editor of the app, and each way that takes it away."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.app.clearing import Clearing
from desktop.dialogs.session_details import SessionDetailsDialog
from desktop.look import Look
from desktop.open_input import LONGEST_MS, DraftTimer, KeepingDelegate
from desktop.panels.notes.note_list import NoteList
from desktop.places.page import PlaceName
from desktop.places.people.page import PeoplePage
from desktop.places.people.table import NetworkTable
from desktop.places.prepare.page import PreparePage
from desktop.places.prepare.people_table import PeopleTable
from formats.library.opening import open_library
from formats.library.repository import SessionRepository
from formats.session.events import Started
from formats.session.moves import Move
from formats.session.session import Session
from tests.desktop.a_session import IDEAS, STARTS, a_note, a_session
from tests.desktop.conftest import StandingClock
from tests.desktop.the_app import the_app
from tests.waiting import wait_until

TYPED = "half a wo"
Widget = TypeVar("Widget", bound=QWidget)


@dataclass
class Desk:
    """The app with two sessions, one of them on the table."""

    app: Clearing
    clock: StandingClock
    library: Path

    def on_disk(self, session_id: str = "february") -> Session:
        """A session as another reader finds it on the disk, once the thread that writes notes has had its turn."""
        wait_until(lambda: not self.app.file.state.waiting)
        copies = self.library.parent / "copies"
        copies.mkdir(exist_ok=True)
        for file in self.library.parent.glob("library.json*"):
            if file.suffix != ".lock":
                (copies / file.name).write_bytes(file.read_bytes())
        with open_library(copies / self.library.name, now=self.clock.now, retry_seconds=None) as again:
            found = SessionRepository(again).session(session_id)
        assert found is not None
        return found

    def find(self, kind: type[Widget], name: str = "") -> Widget:
        """A widget in the window."""
        found = self.app.window.findChild(kind, name) if name else self.app.window.findChild(kind)
        assert isinstance(found, kind)
        return found


@pytest.fixture
def desk(tmp_path: Path, look: Look, clock: StandingClock, qtbot: QtBot) -> Iterator[Desk]:
    library = tmp_path / "library.json"
    with the_app(library, look, clock=clock) as app:
        for session_id in ("march", "february"):
            session = a_session(app.catalogue, session_id=session_id)
            app.repository.keep_session(replace(session, title=session_id))
        app.runner.open(app.repository.session("february"))
        qtbot.waitActive(app.window)
        yield Desk(app, clock, library)


def edit_note(desk: Desk) -> QWidget:
    """Opens the last note of the stage, in Run."""
    desk.app.runner.record([Started(STARTS, IDEAS)])
    desk.app.runner.notes.keep(a_note(1, "first"))
    desk.app.window.show_place(PlaceName.RUN)
    notes = desk.find(NoteList)
    notes.setCurrentIndex(notes.model().index(0, 0))
    notes.edit(notes.currentIndex())
    return desk.find(QPlainTextEdit, "note-editor")


def edit_person(desk: Desk) -> QWidget:
    """Opens a name in Prepare's table."""
    desk.app.window.show_place(PlaceName.PREPARE)
    table = desk.find(PeopleTable)
    table.setCurrentIndex(table.model().index(0, 0))
    table.edit(table.currentIndex())
    return table.findChild(QLineEdit)


def edit_member(desk: Desk) -> QWidget:
    """Opens a name in the place People."""
    desk.app.window.show_place(PlaceName.PEOPLE)
    table = desk.find(NetworkTable)
    table.choose("p0")
    table.edit(table.currentIndex())
    return table.findChild(QLineEdit)


def edit_remarks(desk: Desk) -> QWidget:
    """What is known of someone, in the place People."""
    desk.app.window.show_place(PlaceName.PEOPLE)
    people = desk.app.window.places[PlaceName.PEOPLE]
    assert isinstance(people, PeoplePage)
    people.show_person("p0")
    people.pane.remarks.setFocus()
    return people.pane.remarks


def edit_minutes(desk: Desk) -> QWidget:
    """The minutes of the first stage, in Prepare."""
    desk.app.window.show_place(PlaceName.PREPARE)
    prepare = desk.app.window.places[PlaceName.PREPARE]
    assert isinstance(prepare, PreparePage)
    field = next(iter(prepare.agenda.card(first_part(desk)).rows)).minutes
    field.setFocus()
    return field


def edit_title(desk: Desk) -> QWidget:
    """The title, in the dialog of the session."""
    desk.app.window.show_place(PlaceName.PREPARE)
    prepare = desk.app.window.places[PlaceName.PREPARE]
    assert isinstance(prepare, PreparePage)
    prepare.details.click()
    assert isinstance(prepare.dialog, SessionDetailsDialog)
    prepare.dialog.title.selectAll()
    return prepare.dialog.title


def write_note(desk: Desk) -> QWidget:
    """The line of a new note."""
    desk.app.runner.record([Started(STARTS, IDEAS)])
    desk.app.window.show_place(PlaceName.RUN)
    line = desk.find(QPlainTextEdit, "note-line")
    line.setFocus()
    return line


def first_part(desk: Desk) -> str:
    assert desk.app.runner.session is not None
    return desk.app.runner.session.agenda.parts[0].id


def note_text(desk: Desk) -> str:
    return next((note.text for note in desk.on_disk().notes), "")


def name_text(desk: Desk) -> str:
    person = desk.on_disk().person("p0")
    return person.name if person else ""


def remarks_text(desk: Desk) -> str:
    person = desk.on_disk().person("p0")
    return person.remarks if person else ""


def title_text(desk: Desk) -> str:
    return desk.on_disk().title


def draft_text(desk: Desk) -> str:
    draft = desk.app.repository.draft("february") if desk.app.file else None
    return draft.text if draft else ""


TEXTS: dict[str, tuple[Callable[[Desk], QWidget], Callable[[Desk], str]]] = {
    "a note mended": (edit_note, note_text),
    "a new note": (write_note, draft_text),
    "a name in Prepare": (edit_person, name_text),
    "a name in People": (edit_member, name_text),
    "remarks in People": (edit_remarks, remarks_text),
    "the title": (edit_title, title_text),
}


def stage_moves_on(desk: Desk) -> None:
    desk.app.runner.make(Move.START if not desk.app.runner.live else Move.NEXT)


def another_place(desk: Desk) -> None:
    desk.app.window.show_place(PlaceName.SETTINGS)


def another_session(desk: Desk) -> None:
    desk.app.runner.open(desk.app.repository.session("march"))


def no_session(desk: Desk) -> None:
    desk.app.runner.open(None)


def closing(desk: Desk) -> None:
    desk.app.window.close()


def power_cut(desk: Desk) -> None:
    """Nothing happens but that time passes, at most a second."""
    assert LONGEST_MS <= 1000
    wait_until(_is_quiet)


def _is_quiet() -> bool:
    QApplication.processEvents()
    windows = QApplication.topLevelWidgets()
    return not any(timer.waiting for window in windows for timer in window.findChildren(DraftTimer))


def type_over(field: QWidget, words: str) -> None:
    """Types in the place of what stands in a field."""
    assert isinstance(field, QLineEdit | QPlainTextEdit | QAbstractSpinBox)
    field.selectAll()
    QTest.keyClicks(field, words)


WAYS_OUT = (stage_moves_on, another_place, another_session, no_session, closing, power_cut)


@pytest.mark.parametrize("way_out", WAYS_OUT)
@pytest.mark.parametrize("editor", TEXTS)
def test_words_half_typed_are_kept_where_they_belong(
    desk: Desk, editor: str, way_out: Callable[[Desk], None]
) -> None:
    opened, read = TEXTS[editor]
    field = opened(desk)
    march = desk.on_disk("march")
    type_over(field, TYPED)
    way_out(desk)
    assert read(desk) == TYPED
    assert replace(desk.on_disk("march"), people=march.people) == march
    QApplication.processEvents()


@pytest.mark.parametrize("way_out", [way for way in WAYS_OUT if way is not power_cut])
def test_minutes_typed_and_not_left_are_kept(desk: Desk, way_out: Callable[[Desk], None]) -> None:
    field = edit_minutes(desk)
    type_over(field, "7")
    way_out(desk)
    assert desk.on_disk().agenda.stages[0].length.total_seconds() == 7 * 60


def test_minutes_typed_are_kept_when_their_row_is_moved(desk: Desk) -> None:
    before = desk.on_disk()
    edit_minutes(desk)
    prepare = desk.app.window.places[PlaceName.PREPARE]
    assert isinstance(prepare, PreparePage)
    key = IDEAS
    row = next(row for row in prepare.agenda.card(key.part).rows if row.stage.key == key)
    row.minutes.setFocus()
    type_over(row.minutes, "7")
    QTest.keyClick(row.minutes, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [stage.key for stage in desk.on_disk().agenda.stages] != [stage.key for stage in before.agenda.stages]
    stage = desk.on_disk().agenda.stage(key)
    assert stage is not None
    assert stage.length.total_seconds() == 7 * 60


def test_the_editor_stays_open_over_the_same_note_when_the_session_moves_on(desk: Desk) -> None:
    field = edit_note(desk)
    desk.app.runner.notes.keep(a_note(2, "second"))
    type_over(field, TYPED)
    stage_moves_on(desk)
    QTest.keyClicks(field, "rd")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert {note.id: note.text for note in desk.on_disk().notes} == {"n1": "half a word", "n2": "second"}


def test_escape_leaves_a_note_as_it_was_though_it_was_kept_meanwhile(desk: Desk, qtbot: QtBot) -> None:
    field = edit_note(desk)
    type_over(field, TYPED)
    qtbot.waitUntil(lambda: note_text(desk) == TYPED)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert note_text(desk) == "first"


def test_a_change_around_an_open_editor_leaves_what_is_typed(desk: Desk) -> None:
    field = edit_person(desk)
    assert isinstance(field, QLineEdit)
    type_over(field, "Ami ")
    table = desk.find(PeopleTable)
    table.model().dataChanged.emit(table.model().index(0, 0), table.model().index(2, 2))
    assert field.text() == "Ami "


def test_every_list_that_can_be_typed_in_keeps_what_is_typed(desk: Desk) -> None:
    edit_note(desk)
    for place in PlaceName:
        desk.app.window.show_place(place)
    views = desk.app.window.findChildren(QAbstractItemView)
    typed_in = [
        view
        for view in views
        if not isinstance(view, QHeaderView)
        and view.editTriggers() != QAbstractItemView.EditTrigger.NoEditTriggers
    ]
    editable = [view for view in typed_in if _is_editable(view)]
    assert {type(view) for view in editable} >= {PeopleTable, NetworkTable, NoteList}
    strangers = [view for view in editable if not isinstance(view.itemDelegate(), KeepingDelegate)]
    assert not strangers


def _is_editable(view: QAbstractItemView) -> bool:
    """Whether its first row has a cell that can be typed in."""
    model = view.model()
    columns = range(model.columnCount() if isinstance(model, QAbstractTableModel) else 1)
    cells = [model.index(0, column) for column in columns] if model is not None else []
    return any(model.flags(cell) & Qt.ItemFlag.ItemIsEditable for cell in cells if cell.isValid())
