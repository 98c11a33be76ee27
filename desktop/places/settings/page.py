"""The place Settings: the look, the bells, the library and its copies."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.places.page import Page
from desktop.places.settings.backups_section import BackupsSection
from desktop.places.settings.contacts_section import ContactsSection
from desktop.places.settings.language_section import LanguageSection
from desktop.places.settings.library_section import LibrarySection
from desktop.places.settings.look_section import LookSection
from desktop.places.settings.old_sessions_section import OldSessionsSection
from desktop.places.settings.sound_section import Devices, SoundSection
from desktop.redraw import Redraw
from desktop.sound.outputs import device_names
from desktop.widgets.scrolling import ScrollColumn
from formats.language import tr
from formats.library.file import LibraryFile
from formats.library.status import SaveState

BESIDE = 900


class SettingsPage(Page):
    """Choices at once in force on the left, what keeps the library safe on the right."""

    is_drawn_ahead = False  # the disk tells nobody of what changes on it

    bell_test_requested = Signal()
    """The facilitator's bell is to be heard once."""
    room_bell_test_requested = Signal()
    """The room's bell is to be heard once."""
    sessions_leaving = Signal(object)
    """These sessions are about to be erased: a frozenset of ids."""
    library_changed = Signal()
    """The library holds something else now: read it again."""

    def __init__(
        self, look: Look, preferences: LivePreferences, library: LibraryFile, devices: Devices = device_names
    ) -> None:
        super().__init__(look, tr("Settings"))
        self.language = LanguageSection(look, preferences)
        self.look_section = LookSection(look, preferences)
        self.sound = SoundSection(look, preferences, devices)
        self.library = LibrarySection(look, preferences, library)
        self.backups = BackupsSection(look, library)
        self.old_sessions = OldSessionsSection(look, library)
        self.contacts = ContactsSection(look, preferences)
        self._file, self._save_state = library, library.state
        self._redraw_saving = Redraw(self.library)
        self._redraw_saving.due.connect(self._show_saving)
        self._lay_out()
        self.sound.bell_test_requested.connect(self.bell_test_requested)
        self.sound.room_bell_test_requested.connect(self.room_bell_test_requested)
        self.backups.library_changed.connect(self.library_changed)
        self.old_sessions.library_changed.connect(self.library_changed)
        self.old_sessions.library_changed.connect(self.backups.refresh)
        self.old_sessions.erasing.connect(self.sessions_leaving)
        self.library.library_moved.connect(self.backups.refresh)
        look.look_changed.connect(self._fit)
        self._fit()

    def show_save_state(self, state: SaveState) -> None:
        """Says whether everything is saved: connect it to the runner's `save_state_changed`."""
        self._save_state = state
        self._redraw_saving.request()

    def refresh(self) -> None:
        """Looks at the disk and the loudspeakers again."""
        self.show_save_state(self._file.state)
        self.backups.refresh()
        self.old_sessions.refresh()
        self.sound.look_for_devices()

    def hideEvent(self, event: QHideEvent) -> None:
        self.contacts.keep_now()
        super().hideEvent(event)

    def _show_saving(self) -> None:
        self.library.show_save_state(self._save_state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        beside = self.width() >= self.look.px(BESIDE)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)

    def _lay_out(self) -> None:
        page = ScrollColumn(margins=(30, 24, 30, 24))
        self._columns = QHBoxLayout()
        self._columns.setSpacing(20)
        for sections in (
            (self.language, self.look_section, self.sound, self.contacts),
            (self.library, self.backups, self.old_sessions),
        ):
            column = QVBoxLayout()
            column.setSpacing(20)
            for section in sections:
                column.addWidget(section)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
            self._columns.setAlignment(column, Qt.AlignmentFlag.AlignTop)
        page.column.addLayout(self._columns)
        page.column.addStretch(1)
        self.body.addWidget(page, 1)
