"""A choice of a time zone that can be typed into: any part of a name finds it."""

from zoneinfo import available_timezones

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter

from desktop.look import Look
from desktop.widgets.choice import ChoiceBox, show_text
from desktop.widgets.completions import dress_completions


def zone_choice(look: Look, now: str) -> ChoiceBox:
    """The zones that this computer knows, with the one of the moment shown, known or not."""
    zones = ChoiceBox(look)
    zones.setEditable(True)
    zones.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    zones.addItems(sorted(available_timezones() | {now}))
    show_text(zones, now)
    completer = zones.completer()
    assert completer is not None, "an editable choice completes"
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    dress_completions(completer, look)
    return zones
