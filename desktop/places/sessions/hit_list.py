"""What a search found, line by line."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.places.sessions.hit_rows import ENTRY, HitRows
from desktop.widgets.words import Words
from desktop.wording import told_apart
from formats.language import Message, tr, tr_count
from formats.library.repository import SessionCard
from formats.library.searching import Hit
from formats.session.series.telling_apart import Fact

MOST = 200
AT_ONCE = 24
"""More rows than are in sight."""
NOTHING_FOUND = Message("No session, note or person has all these words. Fewer words find more.")


class HitList(QWidget):
    """Sessions, people and notes in which every word occurs."""

    session_requested = Signal(str)
    """The id of a session."""
    note_requested = Signal(str, str)
    """The id of a session, and of a note in it."""
    person_requested = Signal(str)
    """The id of somebody."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._count = Words("", "second", wrap=True)
        self._rows = HitRows(look, self)
        self._cards: Mapping[str, SessionCard] = {}
        self._beside: Mapping[str, str] = {}
        self._list = QListView()
        self._list.setModel(self._rows)
        # Those in sight are laid out at once, between two letters; the rest while nobody types.
        self._list.setLayoutMode(QListView.LayoutMode.Batched)
        self._list.setBatchSize(AT_ONCE)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.setObjectName("found-list")
        self._list.setAccessibleName(tr("What was found"))
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.activated.connect(self._open)
        self._list.clicked.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(30, 24, 30, 24)
        column.setSpacing(12)
        column.addWidget(self._count)
        column.addWidget(self._list, 1)
        column.addStretch(0)

    def show_hits(self, hits: Sequence[Hit], cards: Mapping[str, SessionCard]) -> None:
        """Shows what was found."""
        if cards != self._cards:
            self._cards, self._beside = cards, told_apart((card.named for card in cards.values()), {Fact.DAY})
        self._rows.show(hits, cards, self._beside)
        self._count.setText(_count_words(len(hits)))
        self._list.setVisible(bool(hits))

    def focus_list(self) -> None:
        """Goes to the first thing found."""
        if self._rows.rowCount():
            self._list.setCurrentIndex(self._rows.index(0))
            self._list.setFocus()

    def _open(self, index: QModelIndex) -> None:
        hit: Hit = index.data(ENTRY)
        match hit.table:
            case "people":
                self.person_requested.emit(hit.record["id"])
            case "notes":
                self.note_requested.emit(hit.record["session"], hit.record["id"])
            case _:
                self.session_requested.emit(hit.record["id"])


def _count_words(hits: int) -> str:
    if not hits:
        return str(NOTHING_FOUND)
    if hits >= MOST:
        return tr_count("More than {count} place found", "More than {count} places found", hits)
    return tr_count("{count} place found", "{count} places found", hits)
