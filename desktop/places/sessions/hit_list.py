"""What a search found, line by line."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.panels.notes.kinds import KIND_LOOKS
from desktop.widgets.icons import icon
from desktop.widgets.words import Words
from desktop.wording import short_date, told_apart
from formats.library.repository import SessionCard
from formats.library.searching import Hit
from formats.session.notes import NoteKind
from formats.session.series.telling_apart import Fact
from formats.session.wording import counted_noun

MOST = 200
ENTRY = Qt.ItemDataRole.UserRole
LONGEST_LINE = 160
NOTHING_FOUND = "No session, note or person has all these words. Fewer words find more."


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
        self._list = QListWidget()
        self._list.setObjectName("found-list")
        self._list.setAccessibleName("What was found")
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
        self._list.clear()
        beside = told_apart((card.named for card in cards.values()), {Fact.DAY})
        for hit in hits:
            words, drawing = _line(hit, cards, beside)
            colour = self._look.colour("moss")
            item = QListWidgetItem(icon(drawing, colour, self._look.px(20)), words, self._list)
            item.setData(ENTRY, hit)
        more = "More than " if len(hits) >= MOST else ""
        self._count.setText(f"{more}{counted_noun(len(hits), 'place')} found" if hits else NOTHING_FOUND)
        self._list.setVisible(bool(hits))

    def focus_list(self) -> None:
        """Goes to the first thing found."""
        if self._list.count():
            self._list.setCurrentRow(0)
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


def _line(hit: Hit, cards: Mapping[str, SessionCard], beside: Mapping[str, str]) -> tuple[str, str]:
    """The words of a hit, with where it comes from, and its icon."""
    record = hit.record
    if hit.table == "people":
        return f"{record['name']}\n{record.get('organisation') or 'Someone of the network'}", "user"
    card = cards.get(record["id"] if hit.table == "sessions" else record["session"])
    if hit.table == "sessions":
        return f"{record['title']}\n{_day(card, beside) if card else ''}", "calendar-days"
    kind = KIND_LOOKS[NoteKind(record["kind"])]
    text = " ".join(record["text"].split())
    shown = text if len(text) <= LONGEST_LINE else f"{text[:LONGEST_LINE]}…"
    when = f"{card.title}, {_day(card, beside)}" if card else ""
    return f"{shown}\n{kind.word} · {when}", kind.icon


def _day(card: SessionCard, beside: Mapping[str, str]) -> str:
    """The day of a session, and what else tells it from those of its title."""
    return ", ".join(filter(None, (short_date(card.date), beside[card.id])))
