"""Which sound file of this computer is the opener: chosen, looked at, and taken away again."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.places.library.form.editors import FieldEditor
from desktop.places.library.form.typed import usual_seconds
from desktop.sound.recording import recording_length
from desktop.widgets.buttons import ActionButton
from desktop.widgets.flow import FlowLayout
from desktop.widgets.words import Words
from desktop.wording import clock_digits
from formats.language import Message, tr

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
PATTERNS = "*.wav *.flac *.mp3 *.ogg"
# For translators: keep ;; and the brackets; the words stand in a list of kinds of files.
FILE_FILTER = Message("Sound file ({patterns});;All files (*)")


class RecordingEditor(FieldEditor):
    """The file stays where it is; only its place is written down."""

    def make_control(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.says = Words("", wrap=True)
        self.choose_file = ActionButton(self.look, tr("Choose a file"), "folder-open")
        self.choose_file.setObjectName("choose-recording")
        self.take_away = ActionButton(self.look, tr("Take it away"), "x")
        self.take_length = ActionButton(self.look, tr("Make the opener as long"), "clock")
        self.take_length.setObjectName("take-recording-length")
        self._looked_at: str | None = None
        self._file_words = ""
        self._length: timedelta | None = None
        acts = QWidget()
        flow = FlowLayout(acts, gap=8)
        flow.addWidget(self.choose_file)
        flow.addWidget(self.take_away)
        flow.addWidget(self.take_length)
        column.addWidget(self.says)
        column.addWidget(acts)
        box.setFocusProxy(self.choose_file)
        self.choose_file.clicked.connect(self._ask)
        self.take_away.clicked.connect(self._forget)
        self.take_length.clicked.connect(self._make_opener_as_long)
        return box

    def show_value(self) -> None:
        written = str(self.model.value(self.path) or "")
        self.take_away.setVisible(bool(written))
        if written != self._looked_at:
            self._looked_at = written
            self._file_words = recording_words(written)
            self._length = recording_length(Path(written)) if written else None
            self.says.setVisible(bool(written))
        unlike = unlike_words(self._length, timedelta(seconds=usual_seconds(self.model)))
        self.says.setText(". ".join(filter(None, (self._file_words, unlike))))
        self.take_length.setVisible(bool(unlike))

    def take(self, file: str) -> None:
        """This file is the recording."""
        self.choose(file)

    def _ask(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
        dialog = QFileDialog(self.window(), tr("Your recording"), folder, FILE_FILTER.filled(patterns=PATTERNS))
        dialog.setObjectName("recording-file")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _forget(self) -> None:
        self.choose(None)

    def _make_opener_as_long(self) -> None:
        """Shorter it would be cut off, longer it would end in silence: there is one length."""
        if self._length is not None:
            self.model.choose(("minutes",), round(self._length / MINUTE, 4))


def unlike_words(recording: timedelta | None, usual: timedelta) -> str:
    """What it means that the recording is longer or shorter than the opener usually is; "" where it hardly is."""
    if recording is None or not usual or abs(recording - usual) < SECOND:
        return ""
    difference = clock_digits(round(abs(recording - usual) / SECOND))
    if recording > usual:
        return tr("That is {time} more than the opener takes: its end would be cut off.", time=difference)
    return tr("That is {time} less than the opener takes: the rest is silence.", time=difference)


def recording_words(written: str) -> str:
    """What is there: quiet.ogg, 3:12; or that the script will be read instead."""
    path = Path(written)
    if not written:
        return ""
    if not path.is_file():
        return tr("{file} is not there now. The lines are read instead.", file=path.name)
    length = recording_length(path)
    if length is None:
        return tr("{file} cannot be played. The lines are read instead.", file=path.name)
    return f"{path.name}, {clock_digits(round(length.total_seconds()))}"
