"""The head of the notes: its count of next steps is whole at any size of text."""

import pytest
from PySide6.QtWidgets import QTabBar
from pytestqt.qtbot import QtBot

from desktop.look import Look
from desktop.panels.notes.pane import NotesPane
from desktop.widgets.chips import Chip


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_count_of_next_steps_is_whole(pane: NotesPane, look: Look, qtbot: QtBot, scale: float) -> None:
    look.choose(theme="light", scale=scale, calm=False)
    tabs = pane.findChild(QTabBar, "note-tabs")
    count = tabs.findChild(Chip)
    qtbot.waitUntil(lambda: count.size() == count.sizeHint() and tabs.rect().contains(count.geometry()))
