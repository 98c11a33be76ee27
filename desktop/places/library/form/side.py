"""All that is asked about one stage beside what stands in its row, with what the wall will show of it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.places.library.form.editors import FieldEditor
from desktop.places.library.form.kinds import make_editor
from desktop.places.library.form.model import FormModel
from desktop.places.library.form.row_words import row_title
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.tips import plain_tip
from desktop.widgets.words import Words, make_frame
from formats.structures.fields import UNREAD
from formats.structures.form_fields import FieldGroup, stage_fields
from formats.structures.opener import Opener


class StageSide(QWidget):
    """The fields of the stage that is open."""

    def __init__(self, look: Look, model: FormModel) -> None:
        super().__init__()
        self._model = model
        self._title, self._count = Words("", "pane", wrap=True), Words("", "label")
        self.up = self._step_button(look, "chevron-up", "The stage above")
        self.down = self._step_button(look, "chevron-down", "The stage below")
        self.editors = [make_editor(look, model, field, ("stages", 0)) for field in stage_fields()]
        self._wall_title, self._wall = Words("", "strong", wrap=True), Words("", wrap=True)
        self._lay_out()
        self.up.clicked.connect(self._go_up)
        self.down.clicked.connect(self._go_down)

    def refresh(self) -> None:
        """Shows the stage that is open now."""
        rows, number = self._model.rows, self._model.row
        self.setVisible(bool(rows))
        if not rows:
            return
        title = row_title(self._model, number)
        self._title.setText(title)
        self._count.setText(f"Stage {number + 1} of {len(rows)}")
        self.up.setEnabled(number > 0)
        self.down.setEnabled(number < len(rows) - 1)
        for editor in self.editors:
            editor.move_to(("stages", number))
            editor.refresh()
        self._wall_title.setText(title)
        entry = self._model.checked.entry
        stages = () if isinstance(entry, Opener) else entry.stages
        self._wall.setText("\n".join(stages[number].wall).strip(UNREAD) if number < len(stages) else "")

    def _go_up(self) -> None:
        self._model.open_row(self._model.row - 1)

    def _go_down(self) -> None:
        self._model.open_row(self._model.row + 1)

    def _step_button(self, look: Look, icon: str, name: str) -> ActionButton:
        button = ActionButton(look, "", icon, Weight.QUIET)
        button.setAccessibleName(name)
        button.setToolTip(plain_tip(name))
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(12)
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.addWidget(self._title)
        words.addWidget(self._count)
        head.addLayout(words, 1)
        head.addWidget(self.up)
        head.addWidget(self.down)
        column.addLayout(head)
        for number, editor in enumerate(self.editors):
            column.addWidget(editor)
            if number == 1:
                column.addWidget(self._wall_card())
        column.addStretch(1)

    def _wall_card(self) -> QWidget:
        card = make_frame("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(4)
        inside.addWidget(Words("On the wall", "label"))
        inside.addWidget(self._wall_title)
        inside.addWidget(self._wall)
        return card


class GroupFields(QWidget):
    """A group of fields under its heading, below each other."""

    def __init__(self, look: Look, model: FormModel, group: FieldGroup) -> None:
        super().__init__()
        self.editors: list[FieldEditor] = [make_editor(look, model, field) for field in group.fields]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addWidget(Words(str(group.heading), "pane"))
        for editor in self.editors:
            column.addWidget(editor)

    def refresh(self) -> None:
        """Shows what is written now."""
        for editor in self.editors:
            editor.refresh()
