"""How does a session begin from what somebody has, or looks for: a file, a list, people and time?"""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.app.dropped_files import DroppedFiles
from desktop.app.window import MainWindow
from desktop.dialogs.list_sources import ListSource
from desktop.live.runner import SessionRunner
from desktop.places.page import PlaceName
from desktop.places.sessions.page import SessionsPage
from formats.library.file import LibraryFile


class Beginnings(QObject):
    """Leads from Sessions, or from a file dropped on the window, to the place that goes on with it."""

    def __init__(self, window: MainWindow, runner: SessionRunner, file: LibraryFile) -> None:
        super().__init__(window)
        self._window, self._runner, self._file = window, runner, file
        self._files = DroppedFiles(window, self._takes_files)
        self._files.file_dropped.connect(self._take_dropped)

    @property
    def _sessions(self) -> SessionsPage:
        sessions = self._window.places[PlaceName.SESSIONS]
        assert isinstance(sessions, SessionsPage)
        return sessions

    def show_structures(self, people: int, time: timedelta) -> None:
        """Shows the structures that fit so many people and so much time."""
        from desktop.places.library.page import LibraryPage

        self._window.show_place(PlaceName.LIBRARY)
        library = self._window.places[PlaceName.LIBRARY]
        assert isinstance(library, LibraryPage)
        library.find_for(people, time)

    def begin_with_list(self, source: ListSource) -> None:
        """A new session, with nothing planned yet, for the people of a list."""
        from desktop.places.prepare.page import PreparePage

        if self._runner.refuses():
            return
        self._runner.open(None)
        self._window.show_place(PlaceName.PREPARE)
        prepare = self._window.places[PlaceName.PREPARE]
        assert isinstance(prepare, PreparePage)
        prepare.take_list(source)

    def _take_dropped(self, path: Path) -> None:
        self._sessions.take_file(path)

    def _takes_files(self) -> bool:
        """On Sessions, and anywhere in the window before there is a session."""
        return self._window.place is PlaceName.SESSIONS or not any(self._file.all("sessions"))
