"""The foot of the form: the whole to scale with its total, what is still to be mended, and the acts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.content.own_entries import OwnKind
from desktop.look import Look
from desktop.places.library.form.model import FormModel
from desktop.places.library.form.preview import preview_of
from desktop.places.library.form.strip import ScaleStrip
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.flow import FlowLayout
from desktop.widgets.tips import plain_tip
from desktop.widgets.words import Words, make_frame
from formats.language import Message, tr, tr_count
from formats.structures.opener import Opener

MOST_PEOPLE, ROOMY = 500, 640
"""How many one looks at; the width from which the acts stand beside the words, in pixels at usual text."""


SAVE = {OwnKind.STRUCTURE: Message("Save structure"), OwnKind.OPENER: Message("Save opener")}


class ScaleCard(QWidget):
    """The preview, for as many people as one likes to see."""

    def __init__(self, look: Look, model: FormModel, people: int) -> None:
        super().__init__()
        self._model, self.people = model, people
        self.total, self.beside, self.bounds = Words("", "pane"), Words("", "second"), Words("", "second")
        self.fewer, self.more = (
            self._step(look, "minus", tr("One person fewer")),
            self._step(look, "plus", tr("One more")),
        )
        self._heads = Words("", "strong")
        self.strip = ScaleStrip(look)
        self._lay_out()
        self.fewer.clicked.connect(self._take_one)
        self.more.clicked.connect(self._add_one)
        self.strip.row_chosen.connect(model.open_row)

    def refresh(self) -> None:
        """Shows what would be held now."""
        preview = preview_of(self._model.checked, self.people)
        self.total.setText(preview.total)
        self._heads.setText(tr_count("{count} person", "{count} people", self.people))
        self.beside.setText(preview.beside)
        self.bounds.setText(preview.bounds)
        self.strip.show_pieces(preview.pieces, self._model.row)

    def _take_one(self) -> None:
        self.people = max(1, self.people - 1)
        self.refresh()

    def _add_one(self) -> None:
        self.people = min(MOST_PEOPLE, self.people + 1)
        self.refresh()

    def _step(self, look: Look, icon: str, name: str) -> ActionButton:
        button = ActionButton(look, "", icon)
        button.setAccessibleName(name)
        button.setToolTip(plain_tip(name))
        button.setObjectName(f"people-{icon}")
        button.setAutoRepeat(True)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 24, 8)
        column.setSpacing(6)
        words = QWidget()
        flow = FlowLayout(words, gap=10)
        # For translators: before a number of people: "for 18 people"
        heads = (Words(tr("for"), "second"), self.fewer, self._heads, self.more)
        is_structure = self._model.kind is OwnKind.STRUCTURE
        for widget in (self.total, *(heads if is_structure else ()), self.beside, self.bounds):
            widget.setMinimumHeight(self.fewer.sizeHint().height())
            flow.addWidget(widget)
        if not is_structure:
            for widget in heads:
                widget.setParent(self)
                widget.hide()
        column.addWidget(make_frame("rule"))
        column.addWidget(words)
        column.addWidget(self.strip)


class FormFoot(QWidget):
    """What is wrong, counted, and the acts."""

    cancel_requested = Signal()
    save_requested = Signal()
    fault_chosen = Signal()
    """The field with the first fault is asked for."""

    def __init__(self, look: Look, model: FormModel) -> None:
        super().__init__()
        self._look, self._model = look, model
        self.says = Words("", "second", wrap=True)
        self.says.setObjectName("form-says")
        self.show_fault = ActionButton(look, tr("Show it"), "", Weight.QUIET)
        self.undo = self._icon_act(look, "undo-2", tr("Undo, Ctrl+Z"))
        self.redo = self._icon_act(look, "redo-2", tr("Redo, Ctrl+Y"))
        self.cancel = ActionButton(look, tr("Cancel"))
        self.cancel.setObjectName("form-cancel")
        self.save = ActionButton(look, str(SAVE[model.kind]), "save", Weight.MAIN)
        self.save.setObjectName("form-save")
        self._lay_out()
        self.show_fault.clicked.connect(self.fault_chosen)
        self.undo.clicked.connect(model.undo)
        self.redo.clicked.connect(model.redo)
        self.cancel.clicked.connect(self.cancel_requested)
        self.save.clicked.connect(self.save_requested)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(right if self.width() >= self._look.px(ROOMY) else down)

    def refresh(self) -> None:
        """Counts what is to be mended."""
        model, said = self._model, bool(self._model.said_faults)
        self.says.setText(foot_words(model))
        self.says.set_role("error" if said else "second" if model.faults else "moss")
        self.show_fault.setVisible(said)
        self.undo.setEnabled(model.can_undo)
        self.redo.setEnabled(model.can_redo)

    def _icon_act(self, look: Look, icon: str, name: str) -> ActionButton:
        button = ActionButton(look, "", icon, Weight.QUIET)
        button.setAccessibleName(name)
        button.setToolTip(plain_tip(name))
        return button

    def _lay_out(self) -> None:
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(24, 8, 24, 10)
        self._line.setSpacing(8)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addStretch(1)
        for widget in (self.show_fault, self.undo, self.redo, self.cancel, self.save):
            acts.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addWidget(self.says, 1)
        self._line.addLayout(acts)


def foot_words(model: FormModel) -> str:
    """What is to be mended and what is only not filled in yet, counted; or that it can be used."""
    said = model.said_faults
    unfilled = len(model.faults) - len(said)
    fill_in = tr_count("{count} thing to fill in.", "{count} things to fill in.", unfilled) if unfilled else ""
    mend = (
        tr_count(
            "{count} thing to correct: {sentence}",
            "{count} things to correct: {sentence}",
            len(said),
            sentence=said[0].sentence,
        )
        if said
        else ""
    )
    return " ".join(filter(None, (mend, fill_in))) or _ready_words(model)


def _ready_words(model: FormModel) -> str:
    entry = model.checked.entry
    if isinstance(entry, Opener):
        return tr_count("Ready to use. {count} line.", "Ready to use. {count} lines.", len(entry.lines))
    kept = sum(stage.protected for stage in entry.stages)
    stages = tr_count("{count} stage", "{count} stages", len(entry.stages))
    return (
        tr("Ready to use. {stages}, {kept} of them kept longest.", stages=stages, kept=kept)
        if kept
        else tr("Ready to use. {stages}.", stages=stages)
    )


def framed(widget: QWidget, role: str) -> QWidget:
    """A widget within a frame."""
    frame = make_frame(role)
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addWidget(widget)
    return frame
