"""Does a key on the wall count a hand? In the closing round a digit does; with Shift it takes one away."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.widgets.any_layout import place_of
from formats.session.agenda import StageKind
from formats.session.clock import Reading
from formats.session.closing_round import ANSWERS

NOT_COUNTED = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def counted_hand(event: QKeyEvent, reading: Reading | None) -> tuple[int, int] | None:
    """How many fingers, and how many hands more or fewer; None for any other key, or outside the closing round."""
    stage = reading.stage if reading is not None and reading.live else None
    if stage is None or stage.kind is not StageKind.CLOSING_ROUND or event.modifiers() & NOT_COUNTED:
        return None
    fingers = (place_of(event) or event.key()) - Qt.Key.Key_0
    if not 1 <= fingers <= len(ANSWERS):
        return None
    return fingers, -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
