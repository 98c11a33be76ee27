"""Which sound file of this computer is the opener: chosen, looked at, and taken away again."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.places.library.form.editors import FieldEditor
from desktop.sound.recording import recording_length
from desktop.widgets.buttons import ActionButton
from desktop.widgets.flow import FlowLayout
from desktop.widgets.words import Words
from desktop.wording import clock_digits

FILE_FILTER = "Sound file (*.wav *.flac *.mp3 *.ogg);;All files (*)"


class RecordingEditor(FieldEditor):
    """The file stays where it is; only its place is written down."""

    def make_control(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.says = Words("", wrap=True)
        self.choose_file = ActionButton(self.look, "Choose a file", "folder-open")
        self.choose_file.setObjectName("choose-recording")
        self.take_away = ActionButton(self.look, "Take it away", "x")
        self._looked_at: str | None = None
        acts = QWidget()
        flow = FlowLayout(acts, gap=8)
        flow.addWidget(self.choose_file)
        flow.addWidget(self.take_away)
        column.addWidget(self.says)
        column.addWidget(acts)
        box.setFocusProxy(self.choose_file)
        self.choose_file.clicked.connect(self._ask)
        self.take_away.clicked.connect(self._forget)
        return box

    def show_value(self) -> None:
        written = str(self.model.value(self.path) or "")
        self.take_away.setVisible(bool(written))
        if written != self._looked_at:
            self._looked_at = written
            self.says.setText(recording_words(written))
            self.says.setVisible(bool(written))

    def take(self, file: str) -> None:
        """This file is the recording."""
        self.choose(file)

    def _ask(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
        dialog = QFileDialog(self.window(), "Your recording", folder, FILE_FILTER)
        dialog.setObjectName("recording-file")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _forget(self) -> None:
        self.choose(None)


def recording_words(written: str) -> str:
    """What is there: quiet.ogg, 3:12; or that the script will be read instead."""
    path = Path(written)
    if not written:
        return ""
    if not path.is_file():
        return f"{path.name} is not there now. The lines are read instead."
    length = recording_length(path)
    if length is None:
        return f"{path.name} cannot be played. The lines are read instead."
    return f"{path.name}, {clock_digits(round(length.total_seconds()))}"
