"""The agenda: the time there is, its parts as cards, and what can be added."""

from datetime import timedelta

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from desktop.actions import ActName, act
from desktop.content.catalogue import Catalogue
from desktop.live.agreement_now import AgreementNow
from desktop.live.edit_history import EditHistory
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.places.prepare import agenda_changes as change
from desktop.places.prepare.agenda_additions import AgendaAdditions
from desktop.places.prepare.agenda_changes import StageGroup
from desktop.places.prepare.agenda_editor import AgendaEditor
from desktop.places.prepare.agenda_focus import AgendaFocus
from desktop.places.prepare.agenda_moves import with_stage_at, with_stage_out
from desktop.places.prepare.last_change import LastChange
from desktop.places.prepare.part_card import AgendaShape, PartCard, shape_of
from desktop.places.prepare.row_acts import RowActs
from desktop.places.prepare.row_menus import part_menu, pop_up, stage_menu
from desktop.places.prepare.rows_on_screen import on_the_clock, row_at
from desktop.places.prepare.scroll_at_edges import ScrollAtEdges
from desktop.places.prepare.stage_row import StageRow
from desktop.places.prepare.time_card import TimeCard
from desktop.widgets.buttons import ActionButton
from desktop.widgets.press import connect_press
from desktop.widgets.reorder import ReorderColumn, ReorderRow
from desktop.widgets.scrolling import ScrollColumn, bring_into_view_soon
from desktop.widgets.tips import menu_text
from desktop.widgets.words import Words
from formats.language import Message, tr, tr_count
from formats.session.agenda import Part, StageKey
from formats.session.session import Session

RUNNING_SENTENCE = Message(
    "The session has started. Change its agenda in Run. You can change people and rooms here."
)
OVER_SENTENCE = Message("This session is over. Its agenda stays as it was held.")


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
        self._focus = AgendaFocus()
        self._edges = ScrollAtEdges(self)
        self.acts = RowActs(self.editor, self.additions, catalogue)
        self._state = Words("", "second", wrap=True)
        self.time = TimeCard(look, catalogue)  # stays in view above it
        self.last_change = LastChange(look, self.time.trouble)  # and this below it
        self.add = ActionButton(look, tr("Add to the agenda"), "plus")
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
    def fields(self) -> dict[str, QLineEdit]:
        """The minutes of each stage, to type in, by the stage."""
        rows = [row for card in self._cards.values() for row in card.rows]
        return {f"minutes of {row.stage.key}": row.minutes for row in rows}

    def _connect(self) -> None:
        self.time.fit_requested.connect(self.editor.fit)
        self.time.trouble.way_chosen.connect(self.editor.take_way)
        self.time.usual_requested.connect(self.editor.unfit)
        self.time.undo_requested.connect(self.editor.undo)
        self.time.redo_requested.connect(self.editor.redo)
        self.time.end_lock_requested.connect(self.editor.lock_end)
        self.editor.message.connect(self.last_change.say)
        self.add.clicked.connect(self._offer_additions)
        self._runner.session_opened.connect(self._forget)

    def _forget(self) -> None:
        self._shape, self._cards = None, {}

    def show_agenda(self) -> None:
        """Shows the agenda as it is now."""
        session, reading = self._runner.session, self._runner.reading
        if session is None or reading is None:
            return
        shown = session.as_run(reading.position)
        editable, over = self.editor.editable, reading.position.finished_at is not None
        self._state.setText("" if editable else str(OVER_SENTENCE if over else RUNNING_SENTENCE))
        self._state.setVisible(not editable)
        self.add.setVisible(editable)
        self.time.show_session(shown, editable=editable)
        self.last_change.show_editable(editable)
        self.time.show_undo(undo=self.editor.can_undo, redo=self.editor.can_redo)
        focus = self._focus.read(self._cards)
        rebuilt = shape_of(shown.agenda.parts) != self._shape
        if rebuilt:
            self._rebuild(shown)
        clock = on_the_clock(shown)
        for part in shown.agenda.parts:
            self._cards[part.id].show_part(part, len(shown.present), clock, editable=editable)
        if rebuilt:
            self._focus.give_back(focus, self._cards)

    def _rebuild(self, session: Session) -> None:
        self._shape = shape_of(session.agenda.parts)
        unfolded = {(c.part.id, n) for c in self._cards.values() for n, line in c.lines.items() if line.unfolded}
        old, self._parts = self._parts, ReorderColumn(self._look, gap=10)
        scrolled = self.verticalScrollBar().value()
        self._parts.row_moved.connect(self._move_part)
        before, self._cards = self._cards, {}
        for part in session.agenda.parts:
            card = PartCard(self._look, part)
            self._cards[part.id] = card
            self._parts.add(card)
            self._connect_card(card)
            for number, line in card.lines.items():
                line.set_unfolded((part.id, number) in unfolded)
        self.column.replaceWidget(old, self._parts)
        old.hide()  # the keys go on to the next button, and Qt scrolls there
        old.setParent(None)
        old.deleteLater()
        self.verticalScrollBar().setValue(scrolled)
        self._bring_added_into_view(before)

    def _bring_added_into_view(self, before: dict[str, PartCard]) -> None:
        """The last card that is new, or else the one row that is."""
        known = {row.stage.key for card in before.values() for row in card.rows}
        cards = [card for part_id, card in self._cards.items() if part_id not in before]
        rows = [row for card in self._cards.values() for row in card.rows if row.stage.key not in known]
        added = cards[-1:] or (rows if len(rows) == 1 else [])
        for widget in added if before else []:
            bring_into_view_soon(widget)

    def _connect_card(self, card: PartCard) -> None:
        card.rounds_requested.connect(self._set_rounds)
        card.stage_moved.connect(self._move_stage)
        card.stage_moved_out.connect(self._move_stage_out)
        card.stage_dropped_out.connect(self._drop_stage)
        card.menu_requested.connect(self._offer_for_part)
        card.removal_requested.connect(self._remove_part)
        card.dragged.connect(self._scroll_under_drag)
        card.dropped.connect(self._stop_scrolling)
        for row in card.rows:
            row.length_chosen.connect(self._set_length)
            row.act_requested.connect(self.acts.do)
            row.menu_requested.connect(self._offer_for_stage)
            row.removal_requested.connect(self._remove_stage)
            row.dragged.connect(self._scroll_under_drag)
            row.dropped.connect(self._stop_scrolling)

    def _scroll_under_drag(self, _row: ReorderRow, where: QPoint) -> None:
        self._edges.follow(where)

    def _stop_scrolling(self, _row: ReorderRow, _where: QPoint) -> None:
        self._edges.stop()

    @property
    def focused_row(self) -> StageRow | PartCard | None:
        """The row of the stage, or else the card of the part, that has the keys."""
        at = QApplication.focusWidget()
        while at is not None and at is not self:
            if isinstance(at, StageRow | PartCard):
                return at
            at = at.parentWidget()
        return None

    def _set_length(self, row: StageRow, length: timedelta) -> None:
        keys = row.keys
        self.editor.edit(lambda agenda: change.with_minutes(agenda, keys, length))

    def _remove_stage(self, row: StageRow) -> None:
        keys = row.keys
        said = tr("“{stage}” was removed.", stage=row.stage.title)
        self.editor.edit(lambda agenda: change.without_stage(agenda, keys), said)

    def _move_stage(self, part: Part, group: StageGroup, start: int, end: int) -> None:
        self._focus.follow(group.stages[start].key)
        self.editor.edit(lambda agenda: agenda.with_part(change.with_stage_moved(part, group, start, end)))

    def _move_stage_out(self, row: StageRow, by: int) -> None:
        key = row.stage.key
        if not row.stage.repeats:
            self._focus.follow(key)
            self.editor.edit(lambda agenda: with_stage_out(agenda, key, by))

    def _drop_stage(self, row: StageRow, where: QPoint) -> None:
        """A stage let go among those of another part, or of another round."""
        target = row_at(self._cards.values(), where)
        if target is not None and target is not row:
            self._put(row, target.stage.key, after=target.mapFromGlobal(where).y() > target.height() / 2)

    def _put(self, row: StageRow, beside: StageKey, *, after: bool) -> None:
        keys, part = row.keys, self._cards[beside.part].part
        place = [stage.key for stage in part.stages].index(beside) + after
        self._focus.follow(keys[0])
        self.editor.edit(lambda agenda: with_stage_at(agenda, keys, part.id, place))

    def move_to_part(self, row: StageRow, part_id: str) -> None:
        """Puts a stage at the end of another part."""
        keys, part = row.keys, self._cards[part_id].part
        said = tr("“{stage}” is in {part} now.", stage=row.stage.title, part=part.title)
        self._focus.follow(keys[0])
        self.editor.edit(lambda agenda: with_stage_at(agenda, keys, part_id, len(part.stages)), said)

    def _move_part(self, _parts: ReorderColumn, start: int, end: int) -> None:
        self.editor.edit(lambda agenda: change.with_part_moved(agenda, start, end))

    def _remove_part(self, card: PartCard) -> None:
        part = card.part
        said = tr("“{part}” was removed.", part=part.title)
        self.editor.edit(lambda agenda: change.without_part(agenda, part.id), said)

    def _set_rounds(self, part: Part, rounds: int) -> None:
        said = tr_count("{part} has {count} round now.", "{part} has {count} rounds now.", rounds, part=part.title)
        self.editor.edit(lambda agenda: agenda.with_part(part.with_rounds(rounds)), said)

    def _offer_additions(self) -> None:
        pop_up(self.menu_of_additions(), self.add)

    def menu_of_additions(self) -> QMenu:
        """What can be added to the agenda."""
        menu, additions, session = QMenu(self), self.additions, self._runner.session
        menu.addAction(tr("Structure…")).triggered.connect(additions.add_structure)
        menu.addAction(tr("Opener…")).triggered.connect(additions.add_opener)
        menu.addAction(tr("Check-in…")).triggered.connect(additions.add_check_in)
        menu.addAction(tr("Break")).triggered.connect(additions.add_break)
        menu.addAction(tr("Stage of your own…")).triggered.connect(additions.add_free_stage)
        menu.addAction(tr("Check-out…")).triggered.connect(additions.add_check_out)
        menu.addAction(tr("Closing stage…")).triggered.connect(additions.add_closing)
        closings = menu.addMenu(tr("A way to close"))
        for idea in additions.closings:
            connect_press(closings.addAction(menu_text(idea.title)), additions.add_closing_idea, idea)
        by_hands = menu.addAction(tr("Closing round by hands"))
        by_hands.setEnabled(session is not None and not change.has_closing_round(session.agenda))
        by_hands.triggered.connect(additions.add_closing_round)
        menu.addSeparator()
        menu.addAction(tr("What we agreed…")).triggered.connect(additions.ask_agreement)
        return menu

    def _offer_for_stage(self, row: StageRow) -> None:
        pop_up(self.menu_for(row), row.more)

    def menu_for(self, row: StageRow) -> QMenu:
        """What can be done with a stage."""
        others = tuple(card.part for card in self._cards.values() if card.part.id != row.stage.key.part)
        return stage_menu(self, row, others, self.move_to_part)

    def _offer_for_part(self, card: PartCard) -> None:
        pop_up(self.menu_for_part(card), card.more)

    def menu_for_part(self, card: PartCard) -> QMenu:
        """What can be done with a part, and how its structure goes."""
        menu = part_menu(self, card, self.acts.optional_stages(card.part), self.acts.do_with_part)
        structure = self.additions.structure_of(card.part)
        if structure is not None:
            connect_press(menu.addAction(act(ActName.STRUCTURE_CARD).word), self.additions.show_card, structure)
        return menu
