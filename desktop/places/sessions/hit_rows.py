"""What a search found as rows of a list: words are made of a hit only when its row comes into sight."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.look import Look
from desktop.panels.notes.kinds import KIND_LOOKS
from desktop.widgets.icons import icon
from desktop.wording import short_date
from formats.language import tr
from formats.library.repository import SessionCard
from formats.library.searching import Hit
from formats.session.notes import NoteKind
from formats.session.wording import join_list

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
ENTRY = Qt.ItemDataRole.UserRole
LONGEST_LINE = 160


class HitRows(QAbstractListModel):
    """Sessions, people and notes, in the order in which they were found."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._hits: Sequence[Hit] = ()
        self._cards: Mapping[str, SessionCard] = {}
        self._beside: Mapping[str, str] = {}

    def show(self, hits: Sequence[Hit], cards: Mapping[str, SessionCard], beside: Mapping[str, str]) -> None:
        """Shows these; `beside` tells sessions of one title and day apart, by id."""
        self.beginResetModel()
        self._hits, self._cards, self._beside = hits, cards, beside
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        hit = self._hits[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(hit)
            case Qt.ItemDataRole.DecorationRole:
                return icon(_drawing(hit), self._look.colour("moss"), self._look.px(20))
            case _ if role == ENTRY:
                return hit
            case _:
                return None

    def _words(self, hit: Hit) -> str:
        """The words of a hit, with where it comes from."""
        record = hit.record
        if hit.table == "people":
            return "\n".join((record["name"], record.get("organisation") or tr("Someone of the network")))
        card = self._cards.get(record["id"] if hit.table == "sessions" else record["session"])
        if hit.table == "sessions":
            return f"{record['title']}\n{self._day(card) if card else ''}"
        text = " ".join(record["text"].split())
        shown = text if len(text) <= LONGEST_LINE else f"{text[:LONGEST_LINE]}…"
        when = join_list((card.title, self._day(card))) if card else ""
        return f"{shown}\n{KIND_LOOKS[NoteKind(record['kind'])].word} · {when}"

    def _day(self, card: SessionCard) -> str:
        """The day of a session, and what else tells it from those of its title."""
        return join_list(filter(None, (short_date(card.date), self._beside.get(card.id))))


def _drawing(hit: Hit) -> str:
    if hit.table == "notes":
        return KIND_LOOKS[NoteKind(hit.record["kind"])].icon
    return "user" if hit.table == "people" else "calendar-days"
