"""Where does the guide or the sheet of keys go to be printed? Into a web page, which the browser opens."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.content.guide.pages import read_guide
from desktop.guide.document import guide_document, keys_document
from formats.language import Message, tr

PRINT_GUIDE, PRINT_SHEET = Message("Print the guide"), Message("Print the sheet")
KIND = Message("Web page ({pattern})")


class GuidePrinter(QObject):
    """Asks where, writes, says where it is, and opens it."""

    message = Signal(str)
    """Where the file is, or why there is none."""

    def __init__(self, window: QWidget, open_file: Callable[[QUrl], object] = QDesktopServices.openUrl) -> None:
        super().__init__(window)
        self._window, self._open_file = window, open_file
        self._keys_only = False
        self.dialog: QFileDialog | None = None

    def ask_where(self, *, keys_only: bool) -> None:
        """Asks where the guide is to go, or the sheet of keys alone."""
        self._keys_only = keys_only
        title, name = (PRINT_SHEET, "clearing-keys") if keys_only else (PRINT_GUIDE, "clearing-guide")
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._window, str(title), folder, KIND.filled(pattern="*.html"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("html")
        dialog.selectFile(f"{name}.html")
        dialog.fileSelected.connect(self._write)
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def _write(self, chosen: str) -> None:
        target = Path(chosen)
        try:
            target.write_text(keys_document() if self._keys_only else guide_document(read_guide()), "utf-8")
        except OSError:
            self.message.emit(tr("{file} could not be written there. Choose another folder.", file=target.name))
            return
        where = tr("{file} is in {folder}. Print it from your browser.", file=target.name, folder=target.parent)
        self.message.emit(where)
        self._open_file(QUrl.fromLocalFile(str(target)))
