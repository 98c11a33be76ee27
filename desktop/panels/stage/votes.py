"""Topics and votes by hands: what to talk about, in which order, and whether a topic gets more time."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from desktop.dialogs.frame import Dialog
from desktop.live.runner import SessionRunner
from desktop.live.topic_edits import TopicEditor
from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.flow import FlowLayout
from desktop.widgets.length_field import LengthField
from desktop.widgets.limited_length import limit_length
from desktop.widgets.press import connect_press
from desktop.widgets.screen_reader import announce
from desktop.widgets.scrolling import clear_layout
from desktop.widgets.words import Words
from formats.language import tr, tr_count
from formats.session.clock import Reading
from formats.session.dates.typed_lengths import Scale
from formats.session.events import Extended
from formats.session.session import Session
from formats.session.topics import LONGEST_TOPIC, MOST_VOTES, Topic, by_votes
from formats.session.wording import join_list

LEAST, USUAL, MOST = timedelta(minutes=1), timedelta(minutes=4), timedelta(minutes=30)
SHOWN_IN_ORDER = 5


class Counter(QWidget):
    """How many hands, with one less and one more."""

    def __init__(self, look: Look, what: str) -> None:
        super().__init__()
        self._what, self._count = what, -1
        self._number = Words("0", "strong")
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setMinimumWidth(look.px(30))
        self.fewer, self.more = ActionButton(look, "", "minus"), ActionButton(look, "", "plus")
        self.fewer.setAccessibleName(tr("One hand less: {what}", what=what))
        self.more.setAccessibleName(tr("One hand more: {what}", what=what))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self.fewer, self._number, self.more):
            row.addWidget(widget)

    def show_count(self, count: int) -> None:
        """Shows how many, and says it where it is another count."""
        if count == self._count:
            return
        if self._count >= 0:
            announce(self, f"{self._what}: {_hands(count)}")
        self._count = count
        self._number.setText(str(count))
        self._number.setAccessibleName(f"{self._what}: {_hands(count)}")
        self.fewer.setEnabled(count > 0)
        self.more.setEnabled(count < MOST_VOTES)


class VotesDialog(Dialog):
    """Rows stand as the topics were named, so that none moves under a finger; their order is said below."""

    def __init__(
        self,
        look: Look,
        runner: SessionRunner,
        edits: TopicEditor,
        by_vote: timedelta = USUAL,
        parent: QWidget | None = None,
    ) -> None:
        """`by_vote` is what one vote adds to a stage."""
        super().__init__(look, tr("Topics and votes"), tr("Done"), parent)
        self.setObjectName("votes")
        self._runner, self._edits = runner, edits
        self._texts: tuple[str, ...] | None = None
        self._thumbs = [0, 0]
        self.counters: dict[str, Counter] = {}
        self.field = QLineEdit()
        self.field.setObjectName("topic")
        self.field.setAccessibleName(tr("A topic"))
        self.field.setPlaceholderText(tr("Type a topic, Enter adds it"))
        limit_length(self.field, LONGEST_TOPIC)
        self.field.editingFinished.connect(self._add)
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._order = Words("", "strong", wrap=True)
        self._order.setObjectName("order-of-topics")
        self._up, self._down = Counter(look, tr("thumbs up")), Counter(look, tr("thumbs down"))
        self.length = LengthField(tr("How many minutes more?"), by_vote, Scale.STAGE, least=LEAST, most=MOST)
        self.length.setFixedWidth(look.px(110))
        self.add_minutes = ActionButton(look, tr("Add them"), "plus")
        self.add_minutes.setObjectName("add-minutes")
        self.undo = ActionButton(look, tr("Undo"), "undo-2", Weight.QUIET)
        self.undo.setObjectName("undo-vote")
        self._more_time = QWidget()
        self._lay_out()
        self._connect()
        self._follow(runner.session)
        self.fit_window(560, 420)
        self.field.setFocus()

    def _follow(self, _changed: Session | Reading | None) -> None:
        session, reading = self._runner.session, self._runner.reading
        if session is None or reading is None:
            self.reject()
            return
        texts = tuple(topic.text for topic in session.topics)
        if texts != self._texts:
            self._texts = texts
            self._build(session.topics)
        for topic in session.topics:
            self.counters[topic.text].show_count(topic.votes)
        self._order.setText(_order_words(session.topics))
        self._more_time.setVisible(reading.live)

    def _build(self, topics: tuple[Topic, ...]) -> None:
        clear_layout(self._grid)
        self.counters = {}
        for row, topic in enumerate(topics):
            counter = self.counters[topic.text] = Counter(self.look, topic.text)
            connect_press(counter.more, self._count_more, topic.text)
            connect_press(counter.fewer, self._count_fewer, topic.text)
            remove = ActionButton(self.look, "", "x", Weight.QUIET)
            remove.setAccessibleName(tr("Take “{word}” away", word=topic.text))
            connect_press(remove, self._edits.remove, topic.text)
            self._grid.addWidget(Words(topic.text, wrap=True), row, 0)
            self._grid.addWidget(counter, row, 1)
            self._grid.addWidget(remove, row, 2)

    def _add(self) -> None:
        typed = self.field.text()
        if typed.strip():
            self.field.clear()
            self._edits.add(typed)

    def _count_more(self, text: str) -> None:
        self._edits.count(text, 1)

    def _count_fewer(self, text: str) -> None:
        self._edits.count(text, -1)

    def _count_thumb(self, change: tuple[int, int]) -> None:
        which, more = change
        self._thumbs[which] = max(self._thumbs[which] + more, 0)
        self._show_thumbs()

    def _show_thumbs(self) -> None:
        up, down = self._thumbs
        self._up.show_count(up)
        self._down.show_count(down)
        self.add_minutes.set_weight(Weight.MAIN if up > down else Weight.PLAIN)

    def _add_minutes(self) -> None:
        """Thumbs are for the moment only; what they decided is the longer stage."""
        if self.length.commit():
            self._runner.record((Extended(self._runner.now, self.length.value),))
            self._thumbs = [0, 0]
            self._show_thumbs()

    def _connect(self) -> None:
        for which, counter in enumerate((self._up, self._down)):
            connect_press(counter.more, self._count_thumb, (which, 1))
            connect_press(counter.fewer, self._count_thumb, (which, -1))
        self.add_minutes.clicked.connect(self._add_minutes)
        self.undo.clicked.connect(self._edits.undo)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self._edits.undo)
        self._runner.session_changed.connect(self._follow)
        self._runner.session_opened.connect(self._follow)
        self._show_thumbs()

    def _lay_out(self) -> None:
        self.cancel.hide()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        more = FlowLayout(self._more_time, 10)
        for widget in (
            _caption(tr("More minutes? Thumbs up"), self._up),
            self._up,
            # For translators: after “More minutes? Thumbs up”: thumbs down
            _caption(tr("down"), self._down),
            self._down,
            self.length,
            self.add_minutes,
        ):
            more.addWidget(widget)
        for shown in (self.field, self._rows, self._order, self._more_time):
            self.body.addWidget(shown)
        self.body.addStretch(1)
        self.foot.insertWidget(0, self.undo)


def _caption(text: str, beside: QWidget) -> Words:
    """Words as high as what stands beside them, so that both are on one line."""
    words = Words(text)
    words.setMinimumHeight(beside.sizeHint().height())
    return words


def _order_words(topics: tuple[Topic, ...]) -> str:
    """Which come first: "In order of hands: Travel (5), Rooms (3)."."""
    voted = [topic for topic in by_votes(topics) if topic.votes]
    if not voted:
        return ""
    topics_in_order = join_list(f"{topic.text} ({topic.votes})" for topic in voted[:SHOWN_IN_ORDER])
    return tr("In order of hands: {topics}.", topics=topics_in_order)


def _hands(count: int) -> str:
    return tr_count("{count} hand", "{count} hands", count)
