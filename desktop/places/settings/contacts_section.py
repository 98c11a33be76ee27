"""Whom to call when someone is upset or in danger: the user's own lines, written once."""

from dataclasses import replace

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit

from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.open_input import DraftTimer
from desktop.places.settings.section import SettingsSection
from formats.session.facilitator_card import PROPOSED_CONTACTS

ABOUT = (
    "They are on the card for when someone is upset, and on the back of the run sheet. "
    "Check them before each series."
)
LINES = 4


class ContactsField(QPlainTextEdit):
    """Keeps what is typed at each pause, and when it is left."""

    def __init__(self) -> None:
        super().__init__()
        self.typing = DraftTimer(self)
        self.textChanged.connect(self.typing.notice_typing)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.typing.save_now()
        super().focusOutEvent(event)


class ContactsSection(SettingsSection):
    """One contact on each line."""

    def __init__(self, look: Look, preferences: LivePreferences) -> None:
        super().__init__(look, "If someone is upset")
        self._preferences = preferences
        self.text = ContactsField()
        self.text.setObjectName("contacts")
        self.text.setAccessibleName("Local contacts, one on each line")
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(
            "\n".join(("For example, for the United Kingdom:", *map(str, PROPOSED_CONTACTS)))
        )
        self.text.setPlainText(preferences.current.contacts)
        self.text.typing.forget()
        self.add_words(ABOUT)
        self.add_field("Local contacts, one on each line", self.text)
        self.text.typing.save_due.connect(self._keep)
        look.look_changed.connect(self._fit)
        self._fit()

    def keep_now(self) -> None:
        """Keeps what is typed without waiting for a pause."""
        self.text.typing.save_now()

    def _fit(self) -> None:
        self.text.setFixedHeight(self.look.px(24) * LINES + 16)

    def _keep(self) -> None:
        self._preferences.choose(replace(self._preferences.current, contacts=self.text.toPlainText()))
