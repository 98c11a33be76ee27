"""The bells in the header of Run: one press mutes them, and shows that they are."""

from dataclasses import replace

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.actions import ActName, act
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.preferences import Preferences
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.tips import plain_tip
from formats.language import Message, tr


class BellChoice(QWidget):
    """Mutes all bells; where the room has loudspeakers of its own, one menu mutes each for itself."""

    def __init__(self, look: Look, preferences: LivePreferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._button = ActionButton(look, "", "bell", Weight.QUIET)
        self._button.setObjectName(ActName.MUTE.value)
        self._button.clicked.connect(self._press)
        self.menu = QMenu(self)
        self.own = self._line(tr("Bells for you"), "own-bells")
        self.room = self._line(tr("Bells in the room"), "room-bells")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._button)
        preferences.preferences_changed.connect(self._show)
        self._show(preferences.current)

    def toggle(self) -> None:
        """Mutes every bell, or lets them ring again."""
        chosen = self._preferences.current
        ring = not (chosen.sound or _in_room(chosen))
        self._preferences.choose(replace(chosen, sound=ring, room_sound=ring))

    def _show(self, chosen: Preferences) -> None:
        ring = chosen.sound or _in_room(chosen)
        said = tr("Bells ring") if ring else tr("Bells are muted")
        self._button.show_as("" if ring else tr("Muted"), "bell" if ring else "bell-off")
        self._button.setAccessibleName(said)
        tip = Message("Bells ring. Key: {key}") if ring else Message("Bells are muted. Key: {key}")
        self._button.setToolTip(plain_tip(tip.filled(key=act(ActName.MUTE).key)))
        self.own.setChecked(chosen.sound)
        self.room.setChecked(chosen.room_sound)

    def _press(self) -> None:
        if self._preferences.current.room_device:
            self.menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height() + 4)))
        else:
            self.toggle()

    def _line(self, words: str, name: str) -> QAction:
        action = self.menu.addAction(words)
        action.setObjectName(name)
        action.setCheckable(True)
        action.triggered.connect(self._take)
        return action

    def _take(self) -> None:
        chosen = self._preferences.current
        self._preferences.choose(replace(chosen, sound=self.own.isChecked(), room_sound=self.room.isChecked()))


def _in_room(chosen: Preferences) -> bool:
    return bool(chosen.room_device) and chosen.room_sound
