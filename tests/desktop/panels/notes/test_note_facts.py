"""The line under a note, and which notes are there after the end."""

from datetime import timedelta

from desktop.live.runner import SessionRunner
from desktop.panels.notes.note_list import NoteList
from desktop.panels.notes.pane import NotesPane
from desktop.panels.notes.rows import facts
from formats.session.events import Finished
from formats.session.notes import Note, NoteKind
from tests.desktop.a_session import IDEAS, STARTS


def test_when_a_note_was_written_reads_as_time_gone_by(runner: SessionRunner, pane: NotesPane) -> None:
    session, reading = runner.session, runner.reading
    assert session is not None
    assert reading is not None
    began = STARTS + timedelta(minutes=6, seconds=14)
    note = Note("n", NoteKind.INSIGHT, "Ask", began)
    assert facts(session, reading.position, note, with_stage=False) == "Insight · 6 min 14 s in"


def test_after_the_end_the_first_tab_shows_every_note_of_the_session(
    runner: SessionRunner, pane: NotesPane
) -> None:
    model = pane.findChild(NoteList).model()
    runner.notes.keep(Note("during", NoteKind.INSIGHT, "Ask who trusts you", runner.now, IDEAS))
    runner.record([Finished(runner.now)])
    runner.notes.keep(Note("after", NoteKind.INSIGHT, "Thank Jo", runner.now))
    shown = {model.index(row, 0).data() for row in range(model.rowCount())}
    assert shown == {"Ask who trusts you", "Thank Jo"}
