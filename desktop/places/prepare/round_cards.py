"""The rounds of one structure, a card each; where there are many names, one card after the other."""

from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.look import Look
from desktop.places.prepare.round_card import RoundCard
from desktop.widgets.scrolling import clear_layout
from formats.language import tr
from formats.session.agenda import Part
from formats.session.people import short_names
from formats.session.seating.groups import pairs_within, word_of
from formats.session.seating.people_changes import RoundKey
from formats.session.session import Session

AT_ONCE, PAINTING = 200, 15
"""So many names are put in rooms before the window may paint, for so many milliseconds at least."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """What has to be built anew when it changes; who sits where does not."""

    part: str
    rounds: tuple[int, ...]
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Shown:
    session: Session
    part: Part
    open_rounds: frozenset[RoundKey]


class RoundCards(QWidget):
    """Passes on what is asked for on the cards; each says which round it is."""

    person_moved = Signal(int, str, int)
    """Someone is to go to another room: round, person id, room number."""
    person_hovered = Signal(int, str, int)
    """Someone is held over a room: round, person id or "", room number."""
    person_menu_requested = Signal(int, str)
    """What can be done with someone is asked for: round, person id."""
    lock_requested = Signal(int, bool)
    """A round is to stay as it is, or not any more: round, bool."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.cards: dict[int, RoundCard] = {}
        self._shape: _Shape | None = None
        self._shown: _Shown | None = None
        self._later = QTimer(self, singleShot=True, interval=PAINTING)
        self._later.timeout.connect(self._fill_next)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def clear(self) -> None:
        """Shows no rounds."""
        clear_layout(self._column)
        self.cards, self._shape, self._shown = {}, None, None
        self.hide()

    def show_rounds(self, session: Session, part: Part, open_rounds: frozenset[RoundKey]) -> None:
        """Shows the rooms of a structure; people change rooms in the open rounds only."""
        numbers = tuple(sorted(r.round for r in session.rooms if r.part == part.id and r.round <= part.rounds))
        shape = _Shape(part.id, numbers, tuple((person.id, person.name) for person in session.people))
        if shape != self._shape:
            self.clear()
            self._shape = shape
            for number in numbers:
                self._add_card(number, word_of(part))
        self.setVisible(bool(self.cards))
        self._shown = _Shown(session, part, open_rounds)
        self._fill(self._shown)

    def _fill_next(self) -> None:
        """The next of the rounds that were left for later: the window has painted those before."""
        if self._shown is not None:
            self._fill(self._shown)

    def _fill(self, shown: _Shown) -> None:
        session, part = shown.session, shown.part
        people, short = {person.id: person for person in session.people}, short_names(session.people)
        rounds = {r.round: r for r in session.rooms if r.part == part.id and r.round in self.cards}
        names_shown = 0
        for number, planned in rounds.items():
            card = self.cards[number]
            if not card.shows(planned):
                if names_shown >= AT_ONCE:
                    self._later.start()
                    continue
                names_shown += len(people)
            editable = (part.id, number) in shown.open_rounds
            pairs = pairs_within(part, planned.rooms)
            card.show_rooms(planned, people, short, editable=editable, pairs=pairs, online=session.online)

    def _add_card(self, number: int, word: str) -> None:
        card = RoundCard(self._look, number, tr("Round {number}", number=number), word)
        card.person_moved.connect(self.person_moved)
        card.person_hovered.connect(self.person_hovered)
        card.person_menu_requested.connect(self.person_menu_requested)
        card.lock_requested.connect(self.lock_requested)
        self.cards[number] = card
        self._column.addWidget(card)
