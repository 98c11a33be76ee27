"""Takes the pictures of the guide from the app itself: python -m tests.guide_pictures [FOLDER]

Plays the sample session as a rehearsal does, once in light and once in dark, and keeps what the guide shows.
It takes half a minute. Run it after a change of how a place looks; a test says when a picture is missing.
"""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, Qt, QThreadPool
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app.application import application
from desktop.app.clearing import Clearing
from desktop.content.catalogue import read_catalogue
from desktop.content.session_files import sample_script
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.panels.notes.pane import NotesPane
from desktop.places.page import PlaceName
from desktop.places.prepare.round_card import RoundCard
from desktop.places.prepare.time_card import TimeCard
from desktop.preferences import Preferences
from desktop.rehearsal.clock import RehearsalClock
from desktop.rehearsal.pictures import Pictures
from desktop.rehearsal.player import RehearsalPlayer
from tests.test_architecture import ROOT

FOLDER = ROOT / "resources" / "guide" / "pictures"
THEMES = ("light", "dark")
WINDOW, WIDEST, HIGHEST = (1120, 700), 700, 560
SPEED = 20_000.0
SCREENS = [
    {"name": name, "x": x, "y": 0, "width": 1280, "height": 800, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    for name, x in (("laptop", 0), ("projector", 1280))
]
BEHIND_EACH_OTHER = 4
"""So many pieces of work follow from one another at most."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: at which moment of the rehearsal, and of which part; of the whole window without one."""

    name: str
    moment: str
    part: Callable[[QWidget], QWidget | None] | None = None


SHOTS = (
    Shot("prepare", "place-prepare"),
    Shot("time", "place-prepare", lambda window: window.findChild(TimeCard)),
    Shot("rooms", "place-prepare", lambda window: window.findChild(RoundCard)),
    Shot("library", "place-library"),
    Shot("opener", "stage-opener"),
    Shot("run", "place-run"),
    Shot("notes", "place-run", lambda window: window.findChild(NotesPane)),
    Shot("display", "room-display-work"),
    Shot("summary", "place-summary"),
)


class GuidePictures(Pictures):
    """Keeps those moments of a rehearsal that the guide shows."""

    def __init__(self, folder: Path, theme: str) -> None:
        super().__init__(folder)
        self._into, self._theme = folder, theme

    def take(self, widget: QWidget, name: str) -> None:
        for shot in SHOTS:
            target = self._into / f"{shot.name}-{self._theme}.png"
            if shot.moment == name and target not in self.files:
                QApplication.processEvents()
                part = shot.part(widget) if shot.part else widget
                assert part is not None, f"{shot.name} is not there at {name}"
                self.keep(part, target)

    def keep(self, widget: QWidget, target: Path) -> None:
        """Writes what is seen of a widget, not wider than a page of the guide."""
        image = widget.grab().toImage()
        image.setDevicePixelRatio(1)
        if image.width() > WIDEST:
            image = image.scaledToWidth(WIDEST, Qt.TransformationMode.SmoothTransformation)
        if image.height() > HIGHEST:
            image = image.scaledToHeight(HIGHEST, Qt.TransformationMode.SmoothTransformation)
        opaque = image.convertToFormat(QImage.Format.Format_RGB888)
        assert opaque.save(str(target), quality=0), f"{target} could not be written"
        self.files.append(target)


def take_pictures(look: Look, theme: str, folder: Path) -> list[Path]:
    """All pictures in one theme; gives the files."""
    choices = LivePreferences(None)
    choices.choose(Preferences(theme=theme, reduced_motion=True))
    look.choose(theme=theme, scale=1.0, calm=True)
    with TemporaryDirectory() as kept:
        clock = RehearsalClock(sample_script(read_catalogue(), ()).session.starts_at, SPEED)
        app = Clearing(Path(kept) / "library.json", clock, choices, look)
        pictures = GuidePictures(folder, theme)
        try:
            app.start()
            app.window.resize(*WINDOW)
            script = sample_script(app.catalogue, app.repository.people())
            player = RehearsalPlayer(app, clock, script, tell=lambda _line: None, pictures=pictures)
            loop = QEventLoop()
            player.finished.connect(loop.quit)
            player.begin()
            loop.exec()
            _take_year(app, pictures, folder / f"year-{theme}.png")
        finally:
            app.stop()
            app.window.close()
    return pictures.files


def _take_year(app: Clearing, pictures: GuidePictures, target: Path) -> None:
    """The year of the session just played, once it was drawn beside the window."""
    app.window.show_place(PlaceName.YEAR)
    for _ in range(BEHIND_EACH_OTHER):
        QApplication.processEvents()
        QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    pictures.keep(app.window, target)


def main(folder: Path) -> None:
    """Takes them all, on two screens that nobody sees, and says how large they are."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as kept:
        screens = Path(kept) / "screens.json"
        screens.write_text(json.dumps({"screens": SCREENS}), "utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
        _, look = application(Preferences(theme="light"))
    files = [file for theme in THEMES for file in take_pictures(look, theme, folder)]
    for file in files:
        print(f"{file.name}: {file.stat().st_size // 1000} kB")
    print(f"{len(files)} pictures, {sum(file.stat().st_size for file in files) // 1000} kB")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
