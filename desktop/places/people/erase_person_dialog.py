"""Is this person to be erased? Says where something of them stands, and asks for their name to be typed."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.widgets.words import Words, caption_of
from formats.language import Message, tr, tr_count
from formats.library.erasing_people import PersonPlaces
from formats.session.folding import fold
from formats.session.people import Person
from formats.session.wording import join_and, quoted

NAMED = 6
"""So many sessions are called by their titles; more are counted."""
WHAT_GOES = Message(
    "This deletes name, email, private notes and offers, from your data and from every backup. In notes the whole"
    " name becomes “someone”; a first name alone stays. Files you exported stay. You cannot undo this."
)


class ErasePersonDialog(Dialog):
    """The act can be pressed once the name stands in the field."""

    keeps_draft = False

    erase_confirmed = Signal(str)
    """The person is to be erased: their id."""

    def __init__(self, look: Look, person: Person, places: PersonPlaces, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Delete {name} for good", name=person.name), tr("Delete"), parent)
        self.setObjectName("erase-person")
        self._person = person
        for line in place_lines(places):
            self.body.addWidget(Words(line, wrap=True))
        self.body.addWidget(Words(str(WHAT_GOES), "second", wrap=True))
        self.name = QLineEdit()
        self.name.setObjectName("erase-name")
        caption = tr("Type their name to delete them: {name}", name=person.name)
        self.name.setAccessibleName(caption)
        words = caption_of(self.name, caption)
        words.setWordWrap(True)
        self.body.addWidget(words)
        self.body.addWidget(self.name)
        self.body.addStretch(1)
        self.name.textChanged.connect(self._update_act)
        self._update_act()
        self.accepted.connect(self._confirm)
        self.hold_back()
        self.fit_window(520, 360)

    def accept(self) -> None:
        """Goes on where the name was typed."""
        if self.act.isEnabled():
            super().accept()

    def _update_act(self, _text: str = "") -> None:
        typed = " ".join(fold(self.name.text()).split())
        self.act.setEnabled(typed == " ".join(fold(self._person.name).split()))

    def _confirm(self) -> None:
        self.erase_confirmed.emit(self._person.id)


def place_lines(places: PersonPlaces) -> Iterator[str]:
    """Where something of a person stands, line by line."""
    titles = list(dict.fromkeys(quoted(title) for title in reversed(places.sessions)))
    if titles:
        more = len(titles) - NAMED
        # For translators: stands at the end of a list of titles
        named = titles if more <= 0 else [*titles[:NAMED], tr("{count} more", count=more)]
        sessions = len(places.sessions)
        yield tr_count(
            "{count} session: {titles}.", "{count} sessions: {titles}.", sessions, titles=join_and(named)
        )
    rest = [
        (places.notes, tr_count("{count} note", "{count} notes", places.notes)),
        (places.others, tr_count("{count} other entry", "{count} other entries", places.others)),
        (places.backups, tr_count("{count} backup", "{count} backups", places.backups)),
    ]
    if said := [words for count, words in rest if count]:
        # For translators: {entries} is a list such as "3 notes, 1 other entry and 2 backups"
        yield tr("{entries} to be looked through.", entries=join_and(said))
