"""Do the acts of Run stand where they stood at the last stop? Hands find them without eyes."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from desktop.actions import START, ActName
from desktop.panels.stage.controls import Controls
from desktop.widgets.buttons import ActionButton
from tests.walk.seeing import described

KEPT = (ActName.BACK, ActName.GO, ActName.LONGER)


def moved_acts(window: QWidget, stood: dict[str, QRect]) -> Iterator[str]:
    """Acts of the row that are elsewhere than `stood` says, which is kept up; the start has a row of its own."""
    row = next((one for one in window.findChildren(Controls) if one.isVisible()), None)
    if row is None:
        return
    acts = {one.objectName(): one for one in row.findChildren(ActionButton) if one.isVisible()}
    go = acts.get(ActName.GO)
    if go is None or go.text() == START.word:
        return
    for name in KEPT:
        if (button := acts.get(name)) is None:
            continue
        box = QRect(button.mapTo(window, QPoint()), button.size())
        if stood.setdefault(name, box) != box:
            was = stood[name]
            yield f"moved: {described(button)} is at {box.x()},{box.y()} and was at {was.x()},{was.y()}"
