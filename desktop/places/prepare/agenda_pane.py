"""The agenda: the time there is, its parts as cards, and what can be added."""

from datetime import timedelta

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from desktop.content.catalogue import Catalogue
from desktop.live.agreement_now import AgreementNow
from desktop.live.edit_history import EditHistory
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.places.prepare import agenda_changes as change
from desktop.places.prepare.agenda_additions import AgendaAdditions
from desktop.places.prepare.agenda_changes import StageGroup
from desktop.places.prepare.agenda_editor import AgendaEditor
from desktop.places.prepare.part_card import AgendaShape, PartCard, shape_of
from desktop.places.prepare.stage_row import StageRow
from desktop.places.prepare.time_card import TimeCard
from desktop.widgets.buttons import ActionButton
from desktop.widgets.reorder import ReorderColumn, ReorderRow
from desktop.widgets.scrolling import ScrollColumn
from desktop.widgets.words import Words
from formats.session.agenda import Part, StageKind
from formats.session.session import Session
from formats.session.wording import counted_noun

RUNNING_SENTENCE = "The session is under way, so its agenda is changed in Run. People and rooms can change here."
OVER_SENTENCE = "This session is over. Its agenda stays as it was held."


class AgendaPane(ScrollColumn):
    """Shows the agenda of the session on the table and passes on what is asked for."""

    def __init__(self, look: Look, runner: SessionRunner, catalogue: Catalogue, history: EditHistory) -> None:
        super().__init__(margins=(24, 12, 24, 24))
        self._look, self._runner = look, runner
        self.editor = AgendaEditor(runner, history, self)
        self.additions = AgendaAdditions(look, catalogue, self.editor, AgreementNow(runner), self)
        self._shape: AgendaShape | None = None
        self._cards: dict[str, PartCard] = {}
        self._parts = ReorderColumn(look)
        self._wanted_focus = ""
        self._state = Words("", "second", wrap=True)
        self.time = TimeCard(look)  # stays in view above it
        self.add = ActionButton(look, "Add to the agenda", "plus")
        self.add.setObjectName("add")
        self.column.setSpacing(12)
        for widget in (self._state, self._parts, self.add):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self._connect()

    def card(self, part_id: str) -> PartCard | None:
        """The card of a part."""
        return self._cards.get(part_id)

    @property
    def fields(self) -> tuple[QLineEdit, ...]:
        """The minutes of each stage, to type in."""
        return tuple(row.minutes for card in self._cards.values() for row in card.rows)

    def _connect(self) -> None:
        self.time.fit_requested.connect(self.editor.fit)
        self.time.undo_requested.connect(self.editor.undo)
        self.editor.message.connect(self.time.say)
        self.add.clicked.connect(self._offer_additions)
        self._runner.session_opened.connect(self._forget)

    def _forget(self) -> None:
        self._shape = None

    def show_agenda(self) -> None:
        """Shows the agenda as it is now."""
        session, reading = self._runner.session, self._runner.reading
        if session is None or reading is None:
            return
        shown = session.as_run(reading.position)
        editable, over = self.editor.editable, reading.position.finished_at is not None
        self._state.setText("" if editable else OVER_SENTENCE if over else RUNNING_SENTENCE)
        self._state.setVisible(not editable)
        self.add.setVisible(editable)
        self.time.show_session(shown, editable=editable)
        if shape_of(shown.agenda.parts) != self._shape:
            self._rebuild(shown)
        for part in shown.agenda.parts:
            self._cards[part.id].show_part(part, len(shown.present), editable=editable)
        self._focus_again()

    def _rebuild(self, session: Session) -> None:
        self._shape = shape_of(session.agenda.parts)
        old, self._parts = self._parts, ReorderColumn(self._look, gap=10)
        self._parts.row_moved.connect(self._move_part)
        self._cards = {}
        for part in session.agenda.parts:
            card = PartCard(self._look, part)
            self._cards[part.id] = card
            self._parts.add(card)
            self._connect_card(card)
        self.column.replaceWidget(old, self._parts)
        old.hide()
        old.setParent(None)
        old.deleteLater()

    def _connect_card(self, card: PartCard) -> None:
        card.rounds_requested.connect(self._set_rounds)
        card.stage_moved.connect(self._move_stage)
        card.menu_requested.connect(self._offer_for_part)
        card.removal_requested.connect(self._remove_part)
        for row in card.rows:
            row.length_chosen.connect(self._set_length)
            row.auto_advance_requested.connect(self._let_move_on)
            row.rewrite_requested.connect(self._rewrite)
            row.own_line_requested.connect(self._ask_own_line)
            row.menu_requested.connect(self._offer_for_stage)
            row.removal_requested.connect(self._remove_stage)

    def _focus_again(self) -> None:
        """Keeps the focus on what was moved, whose row is a new one now."""
        if self._wanted_focus and (row := self._parts.findChild(ReorderRow, self._wanted_focus)) is not None:
            row.grip.setFocus()
        self._wanted_focus = ""

    def _set_length(self, row: StageRow, length: timedelta) -> None:
        keys = row.keys
        self.editor.edit(lambda agenda: change.with_minutes(agenda, keys, length))

    def _let_move_on(self, row: StageRow, wanted: bool) -> None:
        keys = row.keys
        how = "moves on by itself at its end" if wanted else "waits for you at its end"
        said = f"“{row.stage.title}” {how}."
        self.editor.edit(lambda agenda: change.with_auto_advance(agenda, keys, wanted), said)

    def _remove_stage(self, row: StageRow) -> None:
        keys = row.keys
        self.editor.edit(lambda agenda: change.without_stage(agenda, keys), f"“{row.stage.title}” was taken out.")

    def _rewrite(self, row: StageRow) -> None:
        self.additions.rewrite(row.stage)

    def _ask_own_line(self, row: StageRow) -> None:
        self.additions.ask_own_line(row.stage, frozenset(row.keys))

    def _move_stage(self, part: Part, group: StageGroup, start: int, end: int) -> None:
        key = group.stages[start].key
        self._wanted_focus = f"stage-{key.stage}-{key.round}"
        self.editor.edit(lambda agenda: agenda.with_part(change.with_stage_moved(part, group, start, end)))

    def _move_part(self, _parts: ReorderColumn, start: int, end: int) -> None:
        self._wanted_focus = f"part-{list(self._cards)[start]}"
        self.editor.edit(lambda agenda: change.with_part_moved(agenda, start, end))

    def _remove_part(self, card: PartCard) -> None:
        part = card.part
        self.editor.edit(lambda agenda: change.without_part(agenda, part.id), f"“{part.title}” was taken out.")

    def _set_rounds(self, part: Part, rounds: int) -> None:
        said = f"{part.title} has {counted_noun(rounds, 'round')} now."
        self.editor.edit(lambda agenda: agenda.with_part(part.with_rounds(rounds)), said)

    def _offer_additions(self) -> None:
        _pop_up(self.menu_of_additions(), self.add)

    def menu_of_additions(self) -> QMenu:
        """What can be added to the agenda."""
        menu, additions, session = QMenu(self), self.additions, self._runner.session
        menu.addAction("Structure…").triggered.connect(additions.add_structure)
        menu.addAction("Opener…").triggered.connect(additions.add_opener)
        menu.addAction("Check-in…").triggered.connect(additions.add_check_in)
        menu.addAction("Break").triggered.connect(additions.add_break)
        menu.addAction("Closing stage…").triggered.connect(additions.add_closing)
        by_hands = menu.addAction("Closing round by hands")
        by_hands.setEnabled(session is not None and not change.has_closing_round(session.agenda))
        by_hands.triggered.connect(additions.add_closing_round)
        menu.addSeparator()
        menu.addAction("What we agreed…").triggered.connect(additions.ask_agreement)
        return menu

    def _offer_for_stage(self, row: StageRow) -> None:
        _pop_up(self.menu_for(row), row.grip)

    def menu_for(self, row: StageRow) -> QMenu:
        """What can be done with a stage."""
        menu = _row_menu(self, row)
        if row.changeable:
            menu.addAction("Change…").triggered.connect(row.ask_rewrite)
        menu.addAction("Your own line…").triggered.connect(row.ask_own_line)
        if row.stage.kind is not StageKind.OPENER:  # which never runs into a round by itself
            moves_on = menu.addAction("Moves on by itself")
            moves_on.setCheckable(True)
            moves_on.setChecked(row.stage.moves_on)
            moves_on.triggered.connect(row.ask_auto_advance)
        menu.addAction("Take out\tCtrl+Del").triggered.connect(row.ask_removal)
        return menu

    def _offer_for_part(self, card: PartCard) -> None:
        menu = _row_menu(self, card)
        menu.addAction("Take out\tCtrl+Del").triggered.connect(card.ask_removal)
        _pop_up(menu, card.grip)


def _row_menu(parent: QWidget, row: ReorderRow) -> QMenu:
    menu = QMenu(parent)
    menu.addAction("Move up\tAlt+Up").triggered.connect(row.move_up)
    menu.addAction("Move down\tAlt+Down").triggered.connect(row.move_down)
    return menu


def _pop_up(menu: QMenu, below: QWidget) -> None:
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(below.mapToGlobal(QPoint(0, below.height())))
