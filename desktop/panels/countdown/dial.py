"""The countdown: how long this stage still has, as a dial, or in one line where that would be small."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QPainter, QPaintEvent
from PySide6.QtWidgets import QAccessibleWidget, QSizePolicy, QWidget

from desktop.look import Look
from desktop.panels.countdown.change import changed_dial_region
from desktop.panels.countdown.face import DialFace, face_of
from desktop.panels.countdown.line_paint import line_digit_pixels, paint_line
from desktop.panels.countdown.paint import dial_digit_pixels, paint_dial
from desktop.widgets.screen_reader import answer_screen_readers
from formats.session.clock import Reading

SMALLEST, LARGEST = 120, 470
ANY_HEIGHT = (1 << 24) - 1
"""What Qt takes for no limit; it has no name in Python."""


class Countdown(QWidget):
    """Paints the face of the last reading; repaints when the face changes and at no other time."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        answer_screen_readers()
        super().__init__(parent)
        self.setObjectName("countdown")
        self._look = look
        self._face: DialFace | None = None
        self._line_height = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(SMALLEST, SMALLEST)
        look.look_changed.connect(self.update)

    def for_screen_reader(self) -> QAccessibleInterface:
        return QAccessibleWidget(self, QAccessible.Role.StaticText)

    @property
    def face(self) -> DialFace | None:
        """What it shows."""
        return self._face

    @property
    def digit_pixels(self) -> int:
        """The type of the digits in view, in pixels; 0 before it shows anything."""
        if self._face is None:
            return 0
        measured = line_digit_pixels if self._line_height else dial_digit_pixels
        return measured(QRectF(self.rect()), self._face.digits)

    @property
    def line_height(self) -> int:
        """How high it is in one line, in pixels; 0 as a dial."""
        return self._line_height

    def set_line_height(self, height: int) -> None:
        """In one line, so many pixels high; as a dial for 0."""
        if height == self._line_height:
            return
        self._line_height = height
        self.setMinimumHeight(height or SMALLEST)
        self.setMaximumHeight(height or ANY_HEIGHT)
        self.update()

    def show_reading(self, reading: Reading) -> None:
        """Shows what the clock says."""
        face = face_of(reading)
        before, self._face = self._face, face
        if before is None or (self._line_height and face != before):
            self.update()
        elif face != before:
            self.update(changed_dial_region(QRectF(self.rect()), before, face))
        if before is None or face.spoken_words != before.spoken_words:
            self.setAccessibleName(face.spoken_words)

    def sizeHint(self) -> QSize:
        """As large as there is room."""
        return QSize(LARGEST, self._line_height or LARGEST)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._face is None:
            return
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        paint = paint_line if self._line_height else paint_dial
        paint(painter, QRectF(self.rect()), self._face, self._look)
