"""A note from a table or a station says so, wherever the pane names where it comes from."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QLabel

from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.panels.notes.disputed import ChooseVersionDialog
from desktop.panels.notes.menu import NoteMenu
from desktop.panels.notes.pane import NotesPane
from desktop.panels.notes.rows import facts
from formats.session.agenda import Arrangement
from formats.session.session import Session
from tests.desktop.a_session import a_note


def at_tables(session: Session) -> Session:
    """The session with a host at each of its tables."""
    parts = (
        replace(part, rooms=replace(part.rooms, arrangement=Arrangement.HOSTED_TABLES)) if part.rooms else part
        for part in session.agenda.parts
    )
    return replace(session, agenda=replace(session.agenda, parts=tuple(parts)))


def test_a_note_from_a_table_says_so_in_its_line_its_menu_and_its_versions(
    pane: NotesPane, runner: SessionRunner, look: Look
) -> None:
    assert runner.session is not None
    session = at_tables(runner.session)
    note = a_note(1, "Ask who already trusts you")

    assert "Table 2" in facts(session, session.position, note, with_stage=False)
    menus = [action.menu() for action in NoteMenu(look, session, note, pane).actions() if action.menu()]
    (tables,) = [menu for menu in menus if menu.title() == "Table"]
    assert [action.text() for action in tables.actions()] == ["Everyone", "Table 1", "Table 2", "Table 3"]
    dialog = ChooseVersionDialog(look, session, (note, None), pane)
    assert any("Table 2" in label.text() for label in dialog.findChildren(QLabel))


def test_the_table_a_note_is_from_can_be_chosen_by_its_name(pane: NotesPane, runner: SessionRunner) -> None:
    runner.amend(at_tables)
    rooms = pane.findChild(QComboBox, "note-room")

    assert [rooms.itemText(row) for row in range(rooms.count())] == ["Everyone", "Table 1", "Table 2", "Table 3"]
