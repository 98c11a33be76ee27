"""What the rooms are made by: their size, who is kept apart, how often people meet again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.places.prepare.fields import Stepper
from desktop.places.prepare.room_quality import RoomQuality
from desktop.places.prepare.sentences import room_size_words
from desktop.widgets.choice import ChoiceBox
from desktop.widgets.flow import FlowLayout
from desktop.widgets.grown import keep_least_height, keep_least_width
from desktop.widgets.tips import plain_tip
from desktop.widgets.words import Words, caption_of
from formats.language import Message, tr, tr_count
from formats.session.agenda import Part
from formats.session.online import OnlineSeating
from formats.session.rooms.columns import OWN_COLUMNS
from formats.session.seating.by_rule import is_seated_by_rule
from formats.session.session import Session
from formats.session.wording import quoted

CONTROL = 40
SAME = {"organisation": Message("Same organisation"), "role": Message("Same role")}
ONLINE_WORDS = (
    (Message("As it comes"), OnlineSeating.ANY),
    (Message("Share rooms"), OnlineSeating.SHARE),
    (Message("Spread out"), OnlineSeating.SPREAD),
)


class RoomFacts(QFrame):
    """The facts about the rooms of one structure; all but how often people meet again can be changed here."""

    size_requested = Signal(int)
    apart_requested = Signal(str)
    spread_requested = Signal(str)
    online_requested = Signal(object)
    """Where people who join online are to go: OnlineSeating."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._size = 0
        self.size_steps = Stepper(look, tr("people in a room"))
        self.again = Words("", "pane")
        self.fewest = Words("", "label")
        self.apart = ChoiceBox(look)
        self.apart.setAccessibleName(tr("Kept apart"))
        self.apart.setObjectName("apart")
        self.spread = ChoiceBox(look)
        self.spread.setAccessibleName(tr("Spread evenly"))
        self.spread.setObjectName("spread")
        self.online = ChoiceBox(look)
        self.online.setAccessibleName(tr("People who join online"))
        self.online.setObjectName("online")
        for words, seating in ONLINE_WORDS:
            self.online.addItem(str(words), seating.value)
        self._columns: tuple[str, ...] | None = None
        self._again = _fact(look, tr("Meeting again"), _side_by_side(self.again, self.fewest))
        flow = FlowLayout(self, gap=16)
        flow.setContentsMargins(16, 12, 16, 12)
        flow.addWidget(_fact(look, tr("Room size"), self.size_steps))
        flow.addWidget(self._again)
        flow.addWidget(_fact(look, tr("Kept apart"), self.apart))
        flow.addWidget(_fact(look, tr("Spread evenly"), self.spread))
        self._online_fact = _fact(look, tr("Online people"), self.online)
        flow.addWidget(self._online_fact)
        self.online.activated.connect(self._choose_online)
        self.size_steps.step_requested.connect(self._step)
        self.apart.activated.connect(self._choose_apart)
        self.spread.activated.connect(self._choose_spread)

    def show_part(self, session: Session, part: Part, quality: RoomQuality | None, *, editable: bool) -> None:
        """Shows the rooms of a structure as they are now."""
        needs = part.rooms
        assert needs is not None, "only structures have rooms"
        self._size = needs.usual
        sizes = [
            len(r.people) for rounds in session.rooms if rounds.part == part.id for r in rounds.rooms if r.people
        ]
        said = room_size_words(sizes) if sizes else tr("about {size}", size=needs.usual)
        self.size_steps.show_count(said, less=needs.usual > needs.minimum, more=needs.usual < needs.maximum)
        self.size_steps.set_editable(editable)
        sizes_taken = tr(
            "About {size}, from {low} to {high}", size=needs.usual, low=needs.minimum, high=needs.maximum
        )
        self.size_steps.setToolTip(plain_tip(sizes_taken))
        self._show_columns(session)
        for box, column in ((self.apart, session.apart_by), (self.spread, session.wishes.spread)):
            box.setCurrentIndex(max(0, box.findData(column)))
            box.setEnabled(editable)
        self._again.setVisible(not is_seated_by_rule(part))
        self._online_fact.setVisible(any(person.id in session.online for person in session.present))
        self.online.setCurrentIndex(self.online.findData(session.wishes.online.value))
        self.online.setEnabled(editable)
        self._show_quality(quality)

    def _show_columns(self, session: Session) -> None:
        """Offers every column that the people's roster has."""
        chosen = (session.apart_by, session.wishes.spread)
        extra = (title for person in session.people for title, _ in person.extra)
        columns = tuple(column for column in dict.fromkeys((*OWN_COLUMNS, *extra, *chosen)) if column)
        if columns == self._columns:
            return
        self._columns = columns
        for box, nothing, words in ((self.apart, tr("Nobody"), _same), (self.spread, tr("Nothing"), _column)):
            box.clear()
            for column in columns:
                box.addItem(words(column), column)
            box.addItem(nothing, "")

    def _show_quality(self, quality: RoomQuality | None) -> None:
        self.again.set_role("pane")
        if quality is None:
            self.again.setText("–")
            self.fewest.setText("")
            return
        again = quality.again
        self.again.setText(tr_count("{count} pair", "{count} pairs", again) if again else tr("No pair"))
        self.fewest.setText(_fewest_words(quality))

    def _step(self, by: int) -> None:
        self.size_requested.emit(self._size + by)

    def _choose_apart(self, row: int) -> None:
        self.apart_requested.emit(self.apart.itemData(row))

    def _choose_spread(self, row: int) -> None:
        self.spread_requested.emit(self.spread.itemData(row))

    def _choose_online(self, row: int) -> None:
        self.online_requested.emit(ONLINE_WORDS[row][1])


def _same(column: str) -> str:
    """That people with the same in this column are kept apart."""
    return str(SAME[column]) if column in SAME else tr("Same {column}", column=_column(column))


def _column(column: str) -> str:
    """A column, in words of ours or as the roster calls it."""
    return str(OWN_COLUMNS[column]) if column in OWN_COLUMNS else quoted(column)


def _fewest_words(quality: RoomQuality) -> str:
    if not quality.again:
        return ""
    if quality.proven:
        return tr("the fewest possible")
    return "" if quality.fewest is None else tr("fewest possible: {count}", count=quality.fewest)


def _fact(look: Look, caption: str, widget: QWidget) -> QWidget:
    fact = QWidget()
    column = QVBoxLayout(fact)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(caption_of(widget, caption))
    if not isinstance(widget, ChoiceBox):  # how high those are the style sheet says
        keep_least_height(widget, look, CONTROL)
    column.addWidget(widget)
    keep_least_width(fact, look, 140)
    return fact


def _side_by_side(one: QWidget, other: QWidget) -> QWidget:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(one)
    row.addWidget(other)
    row.addStretch(1)
    return both
