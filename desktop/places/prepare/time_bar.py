"""The planned parts against the time there is, as one bar."""

from datetime import timedelta

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAccessibleWidget, QSizePolicy, QWidget

from desktop.look import Look
from desktop.widgets.screen_reader import answer_screen_readers
from formats.session.agenda import Agenda, PartKind

COLOURS = {
    PartKind.OPENING: "lake",
    PartKind.STRUCTURE: "moss",
    PartKind.BREAK: "amber",
    PartKind.CLOSING: "line_strong",
}
GAP = 2


class TimeBar(QWidget):
    """Parts by kind and length; what goes over the slot stands behind a mark, in clay."""

    def __init__(self, look: Look) -> None:
        answer_screen_readers()
        super().__init__()
        self._look, self._agenda, self._slot = look, Agenda(), timedelta(hours=1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.look_changed.connect(self.update)

    def for_screen_reader(self) -> QAccessibleInterface:
        return QAccessibleWidget(self, QAccessible.Role.Graphic)

    def show_plan(self, agenda: Agenda, slot: timedelta) -> None:
        """Takes another plan."""
        self._agenda, self._slot = agenda, slot
        said = (f"{part.title} {part.length // timedelta(minutes=1)} minutes" for part in agenda.parts)
        self.setAccessibleName(f"Planned: {', '.join(said)}")
        self.update()

    def sizeHint(self) -> QSize:
        """A thin line that takes the width there is."""
        return QSize(200, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        painter.setClipPath(outline)
        painter.fillRect(self.rect(), self._look.colour("sunken"))
        whole = max(self._slot, self._agenda.length) or timedelta(minutes=1)
        end = self.width() * (self._slot / whole)
        x = 0.0
        for part in self._agenda.parts:
            width = self.width() * (part.length / whole)
            painter.fillRect(QRectF(x, 0, width - GAP, self.height()), self._look.colour(COLOURS[part.kind]))
            x += width
        if x > end + 0.5:
            over = QRectF(end, 0, self.width() - end, self.height())
            painter.fillRect(over, self._look.colour("clay"))
            painter.fillRect(QRectF(end - GAP, 0, GAP, self.height()), self._look.colour("paper"))
