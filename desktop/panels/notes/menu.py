"""What can be done with a note: every act carries the note as it would be after it."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop.actions import key_words
from desktop.look import Look
from desktop.panels.notes.binding import presenter_in, stage_words
from desktop.panels.notes.key_mark import KEY, KEY_NOTE, with_key_toggled
from desktop.panels.notes.kinds import KIND_LOOKS, OFFERED_KINDS
from desktop.widgets.icons import icon
from desktop.widgets.press import connect_press
from desktop.widgets.tips import menu_text
from formats.language import Message, tr
from formats.session.agenda import StageKey
from formats.session.group_words import ONE
from formats.session.notes import Note, NoteKind
from formats.session.seating.groups import room_name, word_at
from formats.session.session import Session

EVERYONE = Message("Everyone")


class NoteMenu(QMenu):
    """The menu of one note of a session; one that came back from an earlier session is not moved about in this."""

    change_chosen = Signal(object, object)
    """Another form of the note: Note before, Note after."""

    def __init__(
        self, look: Look, session: Session, note: Note, parent: QWidget, *, earlier: bool = False
    ) -> None:
        super().__init__(parent)
        self._look, self._session, self.note = look, session, note
        self.edit_act = self._add_act(tr("Edit"), "pencil", "F2")
        self.up_act = self._add_act(tr("Move up"), "arrow-up", "Alt+Up")
        self.down_act = self._add_act(tr("Move down"), "arrow-down", "Alt+Down")
        if not earlier:
            self._add_kinds()
            self._add_stages()
            self._add_rooms()
        self.addSeparator()
        self._add_ticks()
        self.addSeparator()
        self.delete_act = self._add_act(tr("Delete"), "trash-2", "Del")
        for act in (self.up_act, self.down_act, self.delete_act):
            act.setVisible(not earlier)

    @staticmethod
    def with_done_toggled(note: Note) -> Note:
        """A next step done, or open again."""
        return replace(note, done=not note.done, let_go=False)

    def _add_act(self, text: str, name: str, key: str) -> QAction:
        return self.addAction(icon(name, self._look.colour("ink_2"), 17), f"{text}\t{key_words(key)}")

    def _add_kinds(self) -> None:
        menu = self._add_choice_menu(tr("Kind"), "tag")
        kinds = OFFERED_KINDS if self.note.kind in OFFERED_KINDS else (self.note.kind, *OFFERED_KINDS)
        for kind in kinds:
            self._add_choice(
                menu, KIND_LOOKS[kind].word, replace(self.note, kind=kind), chosen=kind is self.note.kind
            )

    def _add_stages(self) -> None:
        menu, note = self._add_choice_menu(tr("Stage"), "route"), self.note
        self._add_choice(menu, tr("No stage"), self._note_in_stage(None), chosen=note.stage is None)
        agenda = self._session.position.agenda
        for stage in agenda.stages:
            words = stage_words(agenda, stage.key)
            self._add_choice(menu, words, self._note_in_stage(stage.key), chosen=note.stage == stage.key)

    def _add_rooms(self) -> None:
        rooms = self._session.rooms_in(self.note.stage)
        if not rooms:
            return
        menu = self._add_choice_menu(str(ONE[word_at(self._session, self.note.stage)]), "door-open")
        for number in (None, *(room.number for room in rooms)):
            presenter = presenter_in(self._session, self.note.stage, number)
            moved = replace(self.note, room=number, presenter=presenter)
            words = room_name(self._session, self.note.stage, number) if number else str(EVERYONE)
            self._add_choice(menu, words, moved, chosen=number == self.note.room)

    def _add_ticks(self) -> None:
        note = self.note
        if note.kind is NoteKind.NEXT_STEP:
            self._add_choice(
                self, tr("Done"), self.with_done_toggled(note), chosen=note.done, key=key_words("Space")
            )
            kept = replace(note, done=False, let_go=False)
            self._add_choice(self, tr("Keep open"), kept, chosen=note.is_open)
            self._add_choice(
                self, tr("Drop this step"), replace(note, done=False, let_go=not note.let_go), chosen=note.let_go
            )
        if note.kind is NoteKind.STORY:
            agreed = replace(note, agreed_to_share=not note.agreed_to_share)
            self._add_choice(self, tr("Agreed to share"), agreed, chosen=note.agreed_to_share)
        self._add_choice(self, str(KEY_NOTE), with_key_toggled(note), chosen=note.is_key, key=KEY)
        self._add_choice(
            self, tr("Private, never leaves"), replace(note, private=not note.private), chosen=note.private
        )

    def _note_in_stage(self, key: StageKey | None) -> Note:
        """The note in another stage, in its room where that stage has one of that number."""
        numbers = {room.number for room in self._session.rooms_in(key)}
        room = self.note.room if self.note.room in numbers else None
        return replace(self.note, stage=key, room=room, presenter=presenter_in(self._session, key, room))

    def _add_choice_menu(self, title: str, name: str) -> QMenu:
        menu = self.addMenu(icon(name, self._look.colour("ink_2"), 17), title)
        QActionGroup(menu)
        return menu

    def _add_choice(self, menu: QMenu, words: str, after: Note, *, chosen: bool, key: str = "") -> None:
        """`key` is what does the same in the list, which the menu shows beside the words."""
        action = menu.addAction(menu_text(words) + (f"\t{key}" if key else ""))
        action.setCheckable(True)
        action.setChecked(chosen)
        connect_press(action, self._choose, after)

    def _choose(self, after: Note) -> None:
        self.change_chosen.emit(self.note, after)
