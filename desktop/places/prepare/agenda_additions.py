"""Adds to the agenda, and changes what a stage is: asks in a dialog, then edits."""

from datetime import time

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from desktop.content.catalogue import Catalogue
from desktop.content.new_session import CHECK_IN, CLOSE, SECONDS_EACH
from desktop.dialogs.agreement import AgreementDialog
from desktop.dialogs.check_in import CheckInDialog
from desktop.dialogs.choose_opener import ChooseOpenerDialog
from desktop.dialogs.choose_structure import ChooseStructureDialog
from desktop.dialogs.locked_start import LockedStartDialog
from desktop.dialogs.one_line import OneLineDialog
from desktop.dialogs.stage_words import StageWordsDialog
from desktop.dialogs.structure_card import StructureCard
from desktop.live.agreement_now import AgreementNow
from desktop.look import Look
from desktop.places.prepare import agenda_changes as change
from desktop.places.prepare.agenda_editor import AgendaEditor
from formats.language import tr
from formats.session.agenda import Part, Stage, StageKey, StageKind, StageWords
from formats.session.rounds_held import question_history
from formats.structures.card import card_of
from formats.structures.opener import ClosingIdea, Opener
from formats.structures.structure import Structure
from formats.structures.unfold import (
    CLOSING,
    check_in_stage,
    check_out_stage,
    closing_idea_stage,
    closing_round_stage,
    opener_stage,
)


class AgendaAdditions(QObject):
    """One dialog at a time, over `window`."""

    def __init__(
        self,
        look: Look,
        catalogue: Catalogue,
        editor: AgendaEditor,
        agreement: AgreementNow,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._look, self._catalogue, self._editor, self._window = look, catalogue, editor, window
        self._agreement = agreement
        self._stage: Stage | None = None
        self._keys: frozenset[StageKey] = frozenset()
        self.dialog: QDialog | None = None

    def add_structure(self) -> None:
        """Asks which structure, and adds it."""
        dialog = ChooseStructureDialog(self._look, self._catalogue, tr("Add a structure"), self._window)
        dialog.structure_chosen.connect(self._take_structure)
        self._open(dialog, None)

    def add_opener(self) -> None:
        """Asks which opener, and puts it first."""
        self._ask_opener(None)

    def add_check_in(self) -> None:
        """Asks for the question, and adds a check-in to the opening."""
        self._ask_check_in(None)

    def add_check_out(self) -> None:
        """Asks for the question, and adds a go-round to the closing."""
        self._ask_check_in(None, check_out_stage(self._catalogue.check_out[0].text, SECONDS_EACH, CHECK_IN))

    @property
    def closings(self) -> tuple[ClosingIdea, ...]:
        """The ways to close that there are to choose from."""
        return self._catalogue.closings

    def add_closing_idea(self, idea: ClosingIdea) -> None:
        """Adds a way of the bank to close."""
        said = tr("“{idea}” was added.", idea=idea.title)
        self._editor.edit(lambda a: change.with_closing_stage(a, closing_idea_stage(idea, CLOSE)), said)

    def add_break(self) -> None:
        """Adds a break of a few minutes."""
        self._editor.edit(change.with_break, tr("A break was added."))

    def add_closing(self) -> None:
        """Asks what the stage is called, and adds it at the end."""
        dialog = OneLineDialog(self._look, tr("Add a closing stage"), tr("Title"), "", self._window)
        dialog.line_entered.connect(self._take_closing)
        self._open(dialog, None)

    def add_closing_round(self) -> None:
        """Adds the question that is answered by hands."""
        said = tr("A closing round was added.")
        self._editor.edit(lambda agenda: change.with_closing_stage(agenda, closing_round_stage()), said)

    def add_free_stage(self) -> None:
        """Asks what the stage is called, and adds it before the closing."""
        self.ask_stage_after(None)

    def ask_stage_after(self, stage: Stage | None) -> None:
        """Asks what the stage is called, and puts it after another, or before the closing."""
        dialog = OneLineDialog(self._look, tr("A stage of your own"), tr("Title"), "", self._window)
        dialog.line_entered.connect(self._take_free_stage)
        self._open(dialog, stage)

    def rewrite(self, stage: Stage) -> None:
        """Asks for another opener or question."""
        if stage.kind is StageKind.OPENER:
            self._ask_opener(stage)
        elif stage.kind is StageKind.CHECK_IN:
            self._ask_check_in(stage)

    def ask_words(self, stage: Stage, keys: frozenset[StageKey]) -> None:
        """Asks what a stage is called and says in this session."""
        self._keys = keys
        dialog = StageWordsDialog(self._look, stage, self._window)
        dialog.words_entered.connect(self._take_words)
        self._open(dialog, stage)

    def ask_locked_start(self, stage: Stage, start: time) -> None:
        """Asks at which time a stage has to begin; `start` is what it does by the plan."""
        dialog = LockedStartDialog(self._look, stage.title, stage.locked_start or start, self._window)
        dialog.time_chosen.connect(self._take_locked_start)
        self._open(dialog, stage)

    def ask_own_line(self, stage: Stage, keys: frozenset[StageKey]) -> None:
        """Asks for a line of the facilitator's own, for this stage in every round that is alike."""
        self._keys = keys
        dialog = OneLineDialog(
            self._look,
            tr("Your own line for “{stage}”", stage=stage.title),
            tr("Shown to you in Run and on the run sheet. Never on the wall, never in a summary."),
            stage.facilitator_line,
            self._window,
            needed=False,
        )
        dialog.line_entered.connect(self._take_own_line)
        self._open(dialog, stage)

    def structure_of(self, part: Part) -> Structure | None:
        """The structure that a part is made of; None where it is of none, or of one that is gone."""
        return self._catalogue.structure(part.structure) if part.structure else None

    def show_card(self, structure: Structure) -> None:
        """Opens the card of a structure."""
        self._open(StructureCard(self._look, card_of(structure), self._window), None)

    def ask_agreement(self) -> None:
        """Asks what the group has agreed."""
        dialog = AgreementDialog(self._look, self._agreement.lines, self._window)
        dialog.agreed.connect(self._agreement.change)
        self._open(dialog, None)

    def _ask_opener(self, stage: Stage | None) -> None:
        dialog = ChooseOpenerDialog(self._look, self._catalogue, stage.opener if stage else "", self._window)
        dialog.opener_chosen.connect(self._take_opener)
        self._open(dialog, stage)

    def _ask_check_in(self, stage: Stage | None, first: Stage | None = None) -> None:
        first = first or check_in_stage(self._catalogue.questions[0].text, SECONDS_EACH, CHECK_IN)
        dialog = CheckInDialog(
            self._look,
            self._catalogue,
            stage or first,
            question_history(self._editor.earlier_sessions),
            self._editor.people_count,
            self._window,
        )
        dialog.check_in_entered.connect(self._take_check_in)
        self._open(dialog, stage)

    def _open(self, dialog: QDialog, stage: Stage | None) -> None:
        self._stage, self.dialog = stage, dialog
        dialog.open()

    def _take_structure(self, structure: Structure) -> None:
        self._editor.edit(
            lambda agenda: change.with_structure(agenda, structure),
            tr("{structure} was added.", structure=structure.title),
        )

    def _take_opener(self, opener: Opener) -> None:
        old = self._stage
        if old is None:
            new = opener_stage(opener)
            self._editor.edit(
                lambda a: change.with_opening_stage(a, new), tr("“{opener}” was added.", opener=opener.title)
            )
        elif old.opener != opener.id:
            length = min(max(old.length, opener.lengths.minimum), opener.lengths.maximum)
            new = opener_stage(opener, length)
            said = tr("“{opener}” is the opener now.", opener=opener.title)
            self._editor.edit(lambda a: change.with_opener(a, old.key, new), said)

    def _take_check_in(self, new: Stage) -> None:
        if self._stage is None and new.key.part == CLOSING:
            self._editor.edit(lambda a: change.with_closing_stage(a, new), tr("A check-out was added."))
        elif self._stage is None:
            self._editor.edit(lambda a: change.with_opening_stage(a, new), tr("A check-in was added."))
        else:
            self._editor.edit(lambda a: change.with_stage(a, new))

    def _take_closing(self, title: str) -> None:
        said = tr("“{title}” was added.", title=title)
        self._editor.edit(lambda a: change.with_closing_stage(a, change.closing_stage(title, CLOSE)), said)

    def _take_own_line(self, line: str) -> None:
        keys = self._keys
        self._editor.edit(lambda agenda: change.with_facilitator_line(agenda, keys, line))

    def _take_words(self, words: StageWords) -> None:
        keys = self._keys
        self._editor.edit(lambda agenda: change.with_words(agenda, keys, words))

    def _take_locked_start(self, start: time) -> None:
        stage = self._stage
        if stage is not None:
            self._editor.lock_start(stage, start)

    def _take_free_stage(self, title: str) -> None:
        after, said = self._stage, tr("“{title}” was added.", title=title)
        if after is None:
            self._editor.edit(lambda agenda: change.with_free_stage(agenda, title), said)
        else:
            self._editor.edit(lambda agenda: change.with_stage_after(agenda, after.key, title), said)
