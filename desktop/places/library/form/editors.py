"""One field of the form: its caption, what it is typed or chosen in, and beside it what is to be mended."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.places.library.form.model import FormModel
from desktop.places.library.form.pictures import PICTURES
from desktop.places.library.form.typed import read_moment, read_typed, usual_seconds, write_moment, write_value
from desktop.places.library.form.typed_line import PageKeys, TypedLine, mark_unread, show_line
from desktop.widgets.chips import Chip
from desktop.widgets.choice import Choice
from desktop.widgets.flow import FlowLayout
from desktop.widgets.icons import icon
from desktop.widgets.press import connect_press
from desktop.widgets.scrolling import clear_layout
from desktop.widgets.stepped_edit import SteppedEdit
from desktop.widgets.tick import Tick
from desktop.widgets.words import Words, caption_of
from formats.language import tr
from formats.session.wording import join_list
from formats.structures.fields import FieldPath
from formats.structures.form_fields import Ask, FormField
from formats.structures.form_table import THREE
from formats.structures.opener import Opener
from formats.structures.role_words import role_said

BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
FOR_A_WHILE = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
LINE_HIGH, TEXT_LINES = 24, 3
NUMBER_WIDE = 64


class FieldEditor(QWidget):
    """A caption, a control that the kinds below make, a hint and a fault."""

    def __init__(self, look: Look, model: FormModel, field: FormField, base: FieldPath = ()) -> None:
        """`base` leads to the row the field is in."""
        super().__init__()
        self.look, self.model, self.field, self._base = look, model, field, base
        self.setObjectName("field-" + "-".join(map(str, field.path)))
        self._fault = Words("", "error", wrap=True)
        self._fault.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.control = self.make_control()
        self.control.setAccessibleName(str(field.label))
        if field.ask is not Ask.FLAG:
            caption = caption_of(self.control, str(field.label))
            caption.setParent(self)
            column.addWidget(caption)
        column.addWidget(self.control)
        if field.hint:
            column.addWidget(Words(str(field.hint), "label", wrap=True))
        column.addWidget(self._fault)

    @property
    def path(self) -> FieldPath:
        """Where its value stands."""
        return (*self._base, *self.field.path)

    @property
    def fault_words(self) -> str:
        """What is said beside it is to be mended; "" where nothing is."""
        return self._fault.text()

    def move_to(self, base: FieldPath) -> None:
        """Belongs to another row from now on."""
        self._base = base

    def stand_beside_captions(self) -> None:
        """Stands in one line with fields that have a caption above them."""

    def refresh(self) -> None:
        """Shows what is written now."""
        condition = self.field.only_if
        if condition is not None:
            now = self.model.value((*self._base, *condition[0]))
            self.setVisible(now in condition[1])
        fault = self.model.fault(self.path)
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))
        self.control.setAccessibleDescription(fault or str(self.field.hint))
        mark_unread(self.control, bool(fault))
        self.show_value()

    def make_line(self) -> TypedLine:
        """A line for its value or a part of it."""
        line = TypedLine(self)
        line.keys.keys_left.connect(self.notice_left)
        return line

    def make_control(self) -> QWidget:
        """What the value is typed or chosen in."""
        raise NotImplementedError

    def show_value(self) -> None:
        """Has the control show the value."""
        raise NotImplementedError

    def notice_left(self, reason: Qt.FocusReason) -> None:
        """The keys have gone on from it, unless a menu or another window has them for a while."""
        if reason not in FOR_A_WHILE:
            self.model.leave_field(self.path, at_once=reason in BY_KEYS)

    def choose(self, value: object) -> None:
        """The person wants another value."""
        self.model.choose(self.path, value)

    def take_keys(self) -> None:
        """Takes the keys."""
        self.control.setFocus()


class LineEditor(FieldEditor):
    """Words or a number in one line."""

    def make_control(self) -> QWidget:
        self.line = self.make_line()
        self.line.textEdited.connect(self._read)
        return self.line

    def take_keys(self) -> None:
        self.line.setFocus()
        self.line.end(False)

    def show_value(self) -> None:
        show_line(self.line, self.field.ask, self.model.value(self.path))

    def _read(self, text: str) -> None:
        self.choose(read_typed(self.field.ask, text))


class MomentEditor(LineEditor):
    """When a line comes, as the time it has at the usual length."""

    def show_value(self) -> None:
        value, usual = self.model.value(self.path), usual_seconds(self.model)
        if read_moment(self.line.text(), usual) != value:
            self.line.setText(write_moment(value, usual))

    def _read(self, text: str) -> None:
        self.choose(read_moment(text, usual_seconds(self.model)))


class TextEditor(FieldEditor):
    """One text, or a list with an entry in each line."""

    def make_control(self) -> QWidget:
        self.text = SteppedEdit()
        self.text.setTabChangesFocus(True)
        PageKeys(self.text).keys_left.connect(self.notice_left)
        self._set_height()
        self.look.look_changed.connect(self._set_height)
        self.text.textChanged.connect(self._read)
        return self.text

    def show_value(self) -> None:
        value = self.model.value(self.path)
        if read_typed(self.field.ask, self.text.toPlainText()) != value:
            self.text.blockSignals(True)
            self.text.setPlainText(write_value(self.field.ask, value))
            self.text.blockSignals(False)

    def _read(self) -> None:
        self.choose(read_typed(self.field.ask, self.text.toPlainText()))

    def _set_height(self) -> None:
        self.text.setFixedHeight(self.look.px(TEXT_LINES * LINE_HIGH + 20))


class FlagEditor(FieldEditor):
    """Yes or no."""

    def make_control(self) -> QWidget:
        self.tick = Tick(self.look, str(self.field.label))
        self.tick.clicked.connect(self._read)
        return self.tick

    def stand_beside_captions(self) -> None:
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(0, Words(" ", "caption"))

    def show_value(self) -> None:
        value = self.model.value(self.path)
        self.tick.setChecked(value is True or (value is None and self.field.otherwise is True))

    def _read(self, ticked: bool) -> None:
        self.choose(None if ticked == bool(self.field.otherwise) else ticked)


class ChoiceEditor(FieldEditor):
    """One of a few; what a file has there and nobody knows stands among them until it is changed."""

    def make_control(self) -> QWidget:
        self.choice = Choice(self.look, str(self.field.label))
        self.choice.value_chosen.connect(self._read)
        return self.choice

    @property
    def options(self) -> tuple[tuple[str, str], ...]:
        """The values, and the word for each."""
        return tuple((value, str(word)) for value, word in self.field.options)

    def show_value(self) -> None:
        value = self.model.value(self.path)
        options, now = self.options, value if value is not None else self.field.otherwise
        known = [(str(one), word) for one, word in options]
        if now is not None and str(now) not in [one for one, _ in known]:
            known.append((str(now), str(now)))
        if known != [(self.choice.itemData(n), self.choice.itemText(n)) for n in range(self.choice.count())]:
            self.choice.clear()
            for one, word in known:
                self.choice.addItem(word, one)
            self.show_options()
        self.choice.setCurrentIndex(self.choice.findData(str(now)) if now is not None else 0)

    def show_options(self) -> None:
        """There are other options now."""

    def _read(self, value: object) -> None:
        self.choose(None if value == self.field.otherwise else str(value))


class RoleEditor(ChoiceEditor):
    """One of the roles that this structure has."""

    @property
    def options(self) -> tuple[tuple[str, str], ...]:
        return tuple((role, role_said(role)) for role in known_roles(self.model))


class PictureEditor(ChoiceEditor):
    """A small picture beside the title."""

    def make_control(self) -> QWidget:
        self.look.look_changed.connect(self.show_options)
        return super().make_control()

    @property
    def options(self) -> tuple[tuple[str, str], ...]:
        return tuple((name, str(word)) for name, word in PICTURES.items())

    def show_options(self) -> None:
        for number in range(self.choice.count()):
            name = self.choice.itemData(number)
            if name in PICTURES:
                self.choice.setItemIcon(number, icon(name, self.look.colour("moss")))


class ChipsEditor(FieldEditor):
    """Some of a few, as chips."""

    def make_control(self) -> QWidget:
        box = QWidget()
        self._flow = FlowLayout(box, gap=6)
        self._shown: tuple[tuple[str, str], ...] = ()
        self.chips: dict[str, Chip] = {}
        return box

    @property
    def options(self) -> tuple[tuple[str, str], ...]:
        """The values, and the word for each: those that the structure knows, and what is written beside them."""
        match self.field.ask:
            case Ask.ROLES:
                known = tuple((role, role_said(role)) for role in known_roles(self.model))
            case Ask.FURTHER_ROLES:
                entry = self.model.checked.entry
                known = () if isinstance(entry, Opener) else tuple((role, role) for role in entry.roles.also)
            case _:
                known = tuple((str(value), str(word)) for value, word in self.field.options)
        names = [value for value, _ in known]
        return (*known, *((one, role_said(one)) for one in self._written if one not in names))

    @property
    def _written(self) -> list[str]:
        value = self.model.value(self.path)
        if value is None:
            value = self.field.otherwise
        return list(map(str, value)) if isinstance(value, list | tuple) else []

    def show_value(self) -> None:
        options = self.options
        if options != self._shown:
            self._rebuild(options)
        for value, chip in self.chips.items():
            chip.setChecked(value in self._written)

    def take_keys(self) -> None:
        if self.chips:
            next(iter(self.chips.values())).setFocus()

    def _rebuild(self, options: tuple[tuple[str, str], ...]) -> None:
        clear_layout(self._flow)
        self._shown, self.chips = options, {}
        for value, word in options:
            chip = self.chips[value] = Chip(self.look, word, choice=True, size=14)
            chip.setAccessibleName(f"{self.field.label}: {word}")
            connect_press(chip, self._toggle, value)
            self._flow.addWidget(chip)

    def _toggle(self, value: str) -> None:
        written = self._written
        others = [one for one in written if one != value]
        chosen = others if value in written else [*others, value]
        order = [one for one, _ in self.options]
        self.choose(sorted(chosen, key=order.index))


class ThreeEditor(FieldEditor):
    """At least, usual and at most."""

    def make_control(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.lines: dict[str, TypedLine] = {}
        for key, word in zip(THREE, (tr("at least"), tr("usual"), tr("at most")), strict=True):
            line = self.lines[key] = self.make_line()
            line.setAccessibleName(join_list((str(self.field.label), word)))
            line.key = key
            line.keyed_text.connect(self._read)
            row.addWidget(Words(word, "second"))
            row.addWidget(line)
        row.addStretch(1)
        box.setFocusProxy(self.lines["usual"])
        self._set_width()
        self.look.look_changed.connect(self._set_width)
        return box

    def show_value(self) -> None:
        for key, line in self.lines.items():
            show_line(line, self.field.ask, self.model.value((*self.path, key)))
            mark_unread(line, bool(self.model.fault(self.path)))

    def _read(self, key: str, text: str) -> None:
        """Where one number stands for all three, another usual one does too."""
        value, before = read_typed(self.field.ask, text), self.model.value(self.path)
        alone = key == "usual" and isinstance(value, int | float) and isinstance(before, int | float)
        self.model.choose(self.path if alone else (*self.path, key), value)

    def _set_width(self) -> None:
        for line in self.lines.values():
            line.setFixedWidth(self.look.px(NUMBER_WIDE))


def known_roles(model: FormModel) -> tuple[str, ...]:
    """What the people of this structure are called."""
    entry = model.checked.entry
    return () if isinstance(entry, Opener) else entry.roles.known()
