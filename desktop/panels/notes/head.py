"""The head of the notes pane: where the session is, whether all is saved, and which notes to show."""

from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from desktop.look import SIZES, Look
from desktop.redraw import Redraw
from desktop.widgets.chips import Chip
from desktop.widgets.elided import ElidedWords
from desktop.widgets.screen_reader import announce
from desktop.widgets.tips import plain_tip
from desktop.widgets.wheel import let_wheel_pass
from desktop.widgets.words import Words, make_frame
from formats.language import Message, tr
from formats.library.status import SaveState


class NoteFilter(IntEnum):
    """Which notes the list shows."""

    THIS_ROUND = 0
    ALL_ROUNDS = 1
    NEXT_STEPS = 2


THIS_ROUND, THIS_PART, NOW = Message("This round"), Message("This part"), Message("Now")
VERY_LARGE = 1.75
SIDE, TAB_SPACE = 18, 24
WORDS = {
    NoteFilter.THIS_ROUND: THIS_ROUND,
    NoteFilter.ALL_ROUNDS: Message("All rounds"),
    NoteFilter.NEXT_STEPS: Message("Next steps"),
}
# For translators: the same where there is little room: of this round, of this part, of all rounds, next steps
SHORT = {
    THIS_ROUND: Message("Round"),
    THIS_PART: Message("Part"),
    WORDS[NoteFilter.ALL_ROUNDS]: Message("All"),
    WORDS[NoteFilter.NEXT_STEPS]: Message("Steps"),
}


class SaveChip(QWidget):
    """Saved, saving or not saved, and in that case why."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._shown = look, (tr("Saved"), "check", "moss")
        self.chip = Chip(look, tr("Saved"), "check", "moss", size=12.5)
        self.chip.setObjectName("note-save-state")
        self.reason = Words("", "error", wrap=True)
        self.reason.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.chip)
        self._state: SaveState | None = None
        self._redraw = Redraw(self)
        self._redraw.due.connect(self._show_state)
        look.look_changed.connect(self._show_again)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._redraw.come_into_view()

    def _show(self, words: str, icon: str, tint: str = "") -> None:
        """With very large text the sign alone says that all is well; that it is not is always said in words."""
        self._shown = (words, icon, tint)
        alone = tint != "clay" and self._look.scale >= VERY_LARGE
        self.chip.show_as("" if alone else words, icon, tint)
        self.chip.setAccessibleName(words)
        self.chip.setToolTip(plain_tip(words if alone else ""))

    def _show_again(self) -> None:
        self._show(*self._shown)

    def show_saving(self) -> None:
        """Something is on its way to the disk."""
        if self.reason.isHidden():
            self._show(tr("Saving"), "save")

    def show_state(self, state: SaveState) -> None:
        """What the library says of its last save."""
        self._state = state
        self._redraw.request()

    def _show_state(self) -> None:
        state = self._state
        if state is None:
            return
        if state.cause is not None:
            self._show(tr("Not saved"), "triangle-alert", "clay")
        elif state.saved:
            self._show(tr("Saved"), "check", "moss")
        else:
            self._show(tr("Saving"), "save")
        if state.cause is not None and state.sentence != self.reason.text():
            announce(self, state.sentence)
        self.reason.setText(state.sentence)
        self.reason.setVisible(state.cause is not None)


class NotesHead(QWidget):
    """Title, saved or not, and the tabs."""

    filter_chosen = Signal(object)
    """Other notes are wanted: Shown."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._moment = ElidedWords("", "second")
        self.save = SaveChip(look)
        self.tabs = QTabBar()
        let_wheel_pass(self.tabs)
        self.tabs.setObjectName("note-tabs")
        self.tabs.setAccessibleName(tr("Which notes to show"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        for shown in NoteFilter:
            self.tabs.addTab(str(WORDS[shown]))
        self._steps = Chip(look, "0", size=12)
        self.tabs.setTabButton(NoteFilter.NEXT_STEPS, QTabBar.ButtonPosition.RightSide, self._steps)
        self._look, self._this_round = look, THIS_ROUND
        self.tabs.currentChanged.connect(self._choose)
        look.look_changed.connect(self._reword)
        self._lay_out()

    @property
    def note_filter(self) -> NoteFilter:
        """Which notes are wanted."""
        return NoteFilter(self.tabs.currentIndex())

    def show_moment(self, words: str, this_round: Message, open_steps: int) -> None:
        """Where the session is, what its first tab is called, and how many next steps are open."""
        self._moment.setText(words)
        self._this_round = this_round
        self._steps.show_as(str(open_steps), tint="amber" if open_steps else "")
        self._steps.setAccessibleName(tr("{count} open", count=open_steps))
        self._reword()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reword()

    def _reword(self) -> None:
        """Short words where the whole ones would be cut."""
        # A bar of tabs takes its buttons as large as they are, and asks none how large it would be.
        self._steps.resize(self._steps.sizeHint())
        usual = WORDS | {NoteFilter.THIS_ROUND: self._this_round}
        plain = QFontMetrics(self._look.font(SIZES["text"]))
        strong = QFontMetrics(self._look.font(SIZES["text"], QFont.Weight.Bold))
        said = [str(word) for word in usual.values()]
        words = sum(plain.horizontalAdvance(word) + TAB_SPACE for word in said)
        # Only the tab that is open is bold.
        bolder = max(strong.horizontalAdvance(word) - plain.horizontalAdvance(word) for word in said)
        short = words + bolder + self._steps.sizeHint().width() + 2 * SIDE > self.width()
        for shown, word in usual.items():
            self.tabs.setTabText(shown, str(SHORT.get(word, word) if short else word))
            self.tabs.setAccessibleTabName(shown, str(word))

    def _choose(self, number: int) -> None:
        self.filter_chosen.emit(NoteFilter(number))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setContentsMargins(18, 0, 18, 0)
        row.setSpacing(8)
        row.addWidget(Words(tr("Notes"), "pane"))
        row.addWidget(self._moment, 1)
        row.addWidget(self.save)
        column.addLayout(row)
        reason = QHBoxLayout()
        reason.setContentsMargins(18, 0, 18, 0)
        reason.addWidget(self.save.reason)
        column.addLayout(reason)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(18, 0, 18, 0)
        tabs.addWidget(self.tabs, 1)
        column.addLayout(tabs)
        column.addWidget(make_frame("rule"))
