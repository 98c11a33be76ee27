"""Plays a whole session through the real widgets: prepares, starts, types the notes, moves on, finishes."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QListView, QPlainTextEdit

from desktop.app.clearing import Clearing
from desktop.places.page import PlaceName
from desktop.rehearsal.clock import RehearsalClock
from desktop.rehearsal.hands import choose, fill, key, press, reach, tick, type_into
from desktop.rehearsal.pictures import Pictures
from desktop.room_display.views import View
from desktop.wording import clock_digits
from formats.language import Message, tr, tr_count
from formats.session.agenda import Stage, StageKind
from formats.session.clock import Phase, Reading
from formats.session.notes import NoteKind
from formats.session.seating.groups import room_name
from formats.session.session import Session
from formats.session.wording import join_list
from formats.structures.script import Script, ScriptedNote

GLANCE = timedelta(seconds=1)
PICTURE_AT = 0.6
EVERYONE = Message("Everyone")


class RehearsalError(ValueError):
    """The app did not do in a rehearsal what it should."""


class RehearsalPlayer(QObject):
    """The hands and the eyes of a rehearsal. `tell` gets one line for each stage as it ends."""

    finished = Signal()

    def __init__(
        self,
        app: Clearing,
        clock: RehearsalClock,
        script: Script,
        *,
        tell: Callable[[str], None],
        pictures: Pictures,
    ) -> None:
        super().__init__()
        self._app, self._clock, self._script = app, clock, script
        self._window = app.window
        self._tell, self._pictures = tell, pictures
        # The longest stage of a kind shows it best: it has the most notes.
        longest = {stage.kind: stage.key for stage in sorted(script.session.agenda.stages, key=_length)}
        self._typical = frozenset(longest.values())
        self._acts = self._play()

    def begin(self) -> None:
        """Starts once the event loop runs."""
        QTimer.singleShot(0, self._go_on)

    def _go_on(self) -> None:
        if wait := self._clock.wait_ms:
            QTimer.singleShot(wait, self._go_on)
            return
        self._app.runner.catch_up()
        mark = next(self._acts, None)
        if mark is None:
            self.finished.emit()
        else:
            self._clock.run_to(mark)
            QTimer.singleShot(self._clock.wait_ms, self._go_on)

    @property
    def _reading(self) -> Reading:
        reading = self._app.runner.reading
        assert reading is not None, "a rehearsal has a session on the table"
        return reading

    @property
    def _session(self) -> Session:
        session = self._app.runner.session
        assert session is not None, "a rehearsal has a session on the table"
        return session

    def _play(self) -> Iterator[datetime]:
        """Each act, and the moment to wait for before the next."""
        yield self._clock.now()
        yield from self._look_around()
        self._window.show_place(PlaceName.PREPARE)
        yield self._reading.now + GLANCE
        self._pictures.take(self._window, "place-prepare")
        press(self._window, "start")
        for stage in self._session.agenda.stages:
            yield from self._play_stage(stage)
        yield from self._finish()

    def _look_around(self) -> Iterator[datetime]:
        self._app.repository.keep_session(self._script.session)
        for place in (PlaceName.SESSIONS, PlaceName.YEAR, PlaceName.LIBRARY, PlaceName.PEOPLE, PlaceName.SETTINGS):
            self._window.show_place(place)
            yield self._clock.now()
            self._pictures.take(self._window, f"place-{place.value.lower()}")
        self._app.runner.open(self._app.repository.session(self._script.session.id))

    def _play_stage(self, stage: Stage) -> Iterator[datetime]:
        """One stage, from its first second to the move that ends it."""
        begun, until = self._reading.now, self._reading.stage_ends_at
        if stage.kind is StageKind.OPENER:
            press(self._window, "begin-opener")
        notes = self._notes(stage)
        for number, note in enumerate(notes, 1):
            yield begun + (until - begun) * number / (len(notes) + 1)
            self._type_note(note)
        yield max(self._reading.now, begun + (until - begun) * PICTURE_AT)
        if stage.key in self._typical:
            yield from self._pictures_of(stage)
        yield until
        self._tell_used(stage, len(notes))
        if self._reading.following:
            press(self._window, "next")
            if self._reading.position.current == stage.key:
                raise RehearsalError(tr("{stage} did not end when Next was pressed.", stage=stage.title))

    def _notes(self, stage: Stage) -> tuple[ScriptedNote, ...]:
        answers = self._script.answers if stage.kind is StageKind.CHECK_IN else ()
        said = tuple(ScriptedNote(stage.key, NoteKind.ANSWER, answer) for answer in answers)
        return said + self._script.notes_in(stage.key)

    def _type_note(self, note: ScriptedNote) -> None:
        """Types one note into the pane, as a note-taker does."""
        press(self._window, f"note-kind-{note.kind.value.replace(' ', '-')}")
        if self._session.rooms_in(note.stage):
            choose(
                self._window,
                "note-room",
                room_name(self._session, note.stage, note.room) if note.room else str(EVERYONE),
            )
        line = reach(self._window, QPlainTextEdit, "note-line")
        type_into(line, note.text)
        if note.kind is NoteKind.NEXT_STEP:
            fill(self._window, "note-owner", note.owner)
            fill(self._window, "note-due", note.due.isoformat() if note.due else "")
        if note.kind is NoteKind.STORY:
            tick(self._window, "note-agreed", on=note.agreed_to_share)
        tick(self._window, "note-private", on=note.private)
        before = len(self._session.notes)
        key(line, Qt.Key.Key_Return)
        if len(self._session.notes) != before + 1:
            raise RehearsalError(tr("The note “{note}” was not added.", note=note.text))
        if note.is_key:
            self._mark_newest_as_key(note)

    def _mark_newest_as_key(self, note: ScriptedNote) -> None:
        notes = reach(self._window, QListView, "note-list")
        notes.setCurrentIndex(notes.model().index(0, 0))
        key(notes, Qt.Key.Key_K)
        if not any(kept.is_key and kept.text == note.text for kept in self._session.notes):
            raise RehearsalError(tr("The note “{note}” was not marked as key.", note=note.text))

    def _pictures_of(self, stage: Stage) -> Iterator[datetime]:
        if stage.kind is StageKind.WORK:
            self._pictures.take(self._window, "place-run")
        self._pictures.take(self._window, f"stage-{stage.kind.value}")
        display = self._app.room_display
        if not display.isVisible():
            press(self._window, "room-display")
            yield self._reading.now
        self._pictures.take(display, f"room-display-{stage.kind.value}")
        if self._session.rooms_in(stage.key):
            display.show_view(View.ROOMS)
            yield self._reading.now
            self._pictures.take(display, "room-display-rooms")
            display.show_view(View.FOLLOW)

    def _tell_used(self, stage: Stage, notes: int) -> None:
        """One line for the stage that ends, once all of it is on the disk."""
        self._app.file.flush()
        of_round = tr("{stage}, round {round}", stage=stage.title, round=stage.key.round)
        planned = clock_digits(round(stage.length.total_seconds()))
        used = clock_digits(round(self._reading.used.total_seconds()))
        said = tr("planned {planned}, used {used}", planned=planned, used=used)
        noted = tr_count("{count} note", "{count} notes", notes) if notes else ""
        self._tell(f"{of_round if stage.repeats else stage.title}: {join_list(filter(None, (said, noted)))}")

    def _finish(self) -> Iterator[datetime]:
        for _ in range(2):  # finishing asks for a second press
            if self._reading.phase is not Phase.FINISHED:
                press(self._window, "finish")
        if self._reading.phase is not Phase.FINISHED:
            raise RehearsalError(tr("The session did not finish."))
        yield self._reading.now
        self._pictures.take(self._window, "stage-finished")
        self._window.show_place(PlaceName.SUMMARY)
        yield self._reading.now
        self._pictures.take(self._window, "place-summary")


def _length(stage: Stage) -> timedelta:
    return stage.length
