"""What does a screen reader meet where Qt's own answer would not do, what does it press, and what is it told?"""

from functools import cache
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

PRESS, TOGGLE = QAccessibleActionInterface.pressAction(), QAccessibleActionInterface.toggleAction()


@runtime_checkable
class Readable(Protocol):
    """A widget that says itself what a screen reader is to meet in its place."""

    def for_screen_reader(self) -> QAccessibleInterface:
        """Its interface; may be asked for before the widget is wholly made."""


@cache
def answer_screen_readers() -> None:
    """From now on each `Readable` answers for itself; whoever makes one asks for this before."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_class_name: str, widget: QObject) -> QAccessibleInterface | None:
    return widget.for_screen_reader() if isinstance(widget, Readable) else None


def announce(widget: QWidget, sentence: str) -> None:
    """Has a sentence spoken at once, wherever the keys are; nothing where nobody listens."""
    if sentence and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


class ButtonInterface(QAccessibleWidget):
    """A button whose every act is a click: what a mouse does, a screen reader and a switch do too.

    Qt's own toggles a checkable button without a click, so that it looks pressed and nothing happens.
    """

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button, QAccessible.Role.Button)
        self._button = button

    def role(self) -> QAccessible.Role:
        if self._is_fact:
            return QAccessible.Role.StaticText
        if not self._button.isCheckable():
            return QAccessible.Role.Button
        group = self._button.group()
        one_of_them = self._button.autoExclusive() or (group is not None and group.exclusive())
        return QAccessible.Role.RadioButton if one_of_them else QAccessible.Role.CheckBox

    def state(self) -> QAccessible.State:
        state = super().state()
        state.checkable = self._button.isCheckable()
        state.checked = self._button.isChecked()
        state.pressed = self._button.isDown()
        return state

    def text(self, kind: QAccessible.Text) -> str:
        if kind is QAccessible.Text.Name:
            return self._button.accessibleName() or self._button.text()
        return super().text(kind)

    def actionNames(self) -> list[str]:
        able = self._button.isEnabled() and not self._is_fact
        own = TOGGLE if self.state().checkable else PRESS
        return [*([own] if able else []), *super().actionNames()]

    def doAction(self, name: str) -> None:
        if name not in (PRESS, TOGGLE):
            super().doAction(name)
        elif name in self.actionNames():
            self._button.click()

    @property
    def _is_fact(self) -> bool:
        """Whether it only tells something: a mouse goes through it, so nothing presses it."""
        return self._button.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
