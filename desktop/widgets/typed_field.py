"""A field for a value that people write in many ways: it takes every key and says what it reads."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.widgets.own_undo import let_undo_pass
from desktop.widgets.reading_hint import ReadingHint
from formats.language import Message

Value = TypeVar("Value")
UNREAD = "unread"
BACK = Message("What you were typing here is back. It is not entered yet.")
STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


@dataclass(frozen=True, slots=True)
class Understood(Generic[Value]):
    """What was read from a text: the value, or none; and the sentence that says so."""

    value: Value | None
    sentence: str = ""


class TypedField(QLineEdit, Generic[Value]):
    """Says while one types what it understands. What it cannot read stays, with a sentence, until it is mended."""

    value_chosen = Signal(object)
    """The person entered another value, by Enter, by going on, or by a step up or down."""

    def __init__(self, name: str, value: Value, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        let_undo_pass(self)
        self._value = value
        self._hint = ReadingHint(self)
        self.setText(self.text_of(value))
        self.textEdited.connect(self._show_reading)
        self.editingFinished.connect(self.commit)

    def understand(self, text: str) -> Understood[Value]:
        """What a text means here."""
        raise NotImplementedError

    def text_of(self, value: Value) -> str:
        """How the field itself writes a value."""
        raise NotImplementedError

    def stepped(self, value: Value, steps: int) -> Value:
        """The value some steps up, or down where `steps` is negative."""
        raise NotImplementedError

    @property
    def value(self) -> Value:
        """The value entered last that could be read."""
        return self._value

    @property
    def reading(self) -> str:
        """What the field says about the text in it."""
        return self._hint.text()

    @property
    def is_unread(self) -> bool:
        """Whether what stands in it cannot be read."""
        return self._read(self.text()).value is None

    def show_value(self, value: Value) -> None:
        """Shows a value without taking it for a choice; what is being typed, or cannot be read, is left alone."""
        if value == self._value and (self.isModified() or self.text() == self.text_of(value)):
            return
        self._value = value
        self._write(value)

    def show_unfinished(self, text: str) -> None:
        """Shows what was being typed before; it is marked as what is still to be entered."""
        self.setText(text)
        self.setModified(True)
        self._mark_unread(True)
        self.setAccessibleDescription(str(BACK))

    def commit(self) -> bool:
        """Takes over what was typed; whether the field holds a value that could be read."""
        if not self.isModified():
            return not self.is_unread
        understood = self.understand(self.text())
        if understood.value is None:
            self._say_trouble(understood.sentence)
            return False
        self._choose(understood.value)
        return True

    def take_back(self) -> None:
        """Shows again what was entered last."""
        self._write(self._value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down step the value; Escape gives up what was typed, and only then what the field stands in."""
        key = Qt.Key(event.key())
        if key in STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and not self.isReadOnly():
            self._step(STEPS[key])
        elif key == Qt.Key.Key_Escape and self.isModified():
            self.take_back()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ready to be typed over, unless something there still has to be mended."""
        super().focusInEvent(event)
        if self.isModified():
            self._show_reading(self.text())
        if not self.isModified() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.isModified():
            self._hint.hide()
        else:
            # Qt has given the keys on by now.
            self._hint.make_way(QApplication.focusWidget())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._hint.hide()

    def _read(self, text: str) -> Understood[Value]:
        """What stands there; what the field wrote itself is its own value, in whichever language."""
        return Understood(self._value) if text == self.text_of(self._value) else self.understand(text)

    def _step(self, steps: int) -> None:
        understood = self._read(self.text())
        value = self._value if understood.value is None else understood.value
        stepped = self.stepped(value, steps)
        read = self.understand(self.text_of(stepped)).value
        self._choose(stepped if read is None else read)
        self.selectAll()

    def _choose(self, value: Value) -> None:
        changed, self._value = value != self._value, value
        self._write(value)
        if changed:
            self.value_chosen.emit(value)

    def _write(self, value: Value) -> None:
        self.setText(self.text_of(value))
        self.setModified(False)
        self.setAccessibleDescription("")
        self._mark_unread(False)
        self._hint.hide()

    def _show_reading(self, text: str) -> None:
        understood = self.understand(text)
        if understood.value is None and text.strip():
            self._say_trouble(understood.sentence)
        else:
            self._mark_unread(False)
            self._hint.show_reading(understood.sentence)
        self.setAccessibleDescription(understood.sentence)

    def _say_trouble(self, sentence: str) -> None:
        self._mark_unread(True)
        self._hint.show_trouble(sentence)

    def _mark_unread(self, unread: bool) -> None:
        """The field itself shows that it has to be mended, for its sentence makes way for what has the keys."""
        if self.property(UNREAD) is not unread:
            self.setProperty(UNREAD, unread)
            self.style().unpolish(self)
            self.style().polish(self)
