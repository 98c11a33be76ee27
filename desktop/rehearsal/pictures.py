"""Pictures of the app while a rehearsal plays: one of each place and of each kind of stage."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from formats.language import tr


class Pictures:
    """Writes PNG files into a folder, one for each name; without a folder it takes none."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self.files: list[Path] = []
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)

    def take(self, widget: QWidget, name: str) -> None:
        """Takes a picture of a window as it is now, unless there is one of this name already."""
        if self._folder is None:
            return
        target = self._folder / f"{name}.png"
        if target not in self.files:
            QApplication.processEvents()
            if not widget.grab().save(str(target)):
                raise OSError(tr("The picture {file} could not be written.", file=target))
            self.files.append(target)
