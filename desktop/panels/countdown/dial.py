"""The dial: how long this stage still has."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QPainter, QPaintEvent
from PySide6.QtWidgets import QAccessibleWidget, QSizePolicy, QWidget

from desktop.look import Look
from desktop.panels.countdown.change import changed_dial_region
from desktop.panels.countdown.face import DialFace, face_of
from desktop.panels.countdown.paint import paint_dial
from desktop.widgets.screen_reader import answer_screen_readers
from formats.session.clock import Reading

SMALLEST, LARGEST = 120, 470


class Countdown(QWidget):
    """Paints the face of the last reading; repaints when the face changes and at no other time."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        answer_screen_readers()
        super().__init__(parent)
        self.setObjectName("countdown")
        self._look = look
        self._face: DialFace | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(SMALLEST, SMALLEST)
        look.look_changed.connect(self.update)

    def for_screen_reader(self) -> QAccessibleInterface:
        return QAccessibleWidget(self, QAccessible.Role.StaticText)

    @property
    def face(self) -> DialFace | None:
        """What it shows."""
        return self._face

    def show_reading(self, reading: Reading) -> None:
        """Shows what the clock says."""
        face = face_of(reading)
        before, self._face = self._face, face
        if before is None:
            self.update()
        elif face != before:
            self.update(changed_dial_region(QRectF(self.rect()), before, face))
        if before is None or face.spoken_words != before.spoken_words:
            self.setAccessibleName(face.spoken_words)

    def sizeHint(self) -> QSize:
        """As large as there is room."""
        return QSize(LARGEST, LARGEST)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._face is None:
            return
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        paint_dial(painter, QRectF(self.rect()), self._face, self._look)
