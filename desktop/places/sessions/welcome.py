"""What stands in place of an empty list: what Clearing is for, and three ways to begin."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.content.catalogue import Catalogue
from desktop.keys import SHEET_KEYS
from desktop.look import Look
from desktop.places.library.search_limits import HEADS, TIMES
from desktop.places.sessions.cards import IconWidget
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.choice import Choice
from desktop.widgets.flow import FlowLayout
from desktop.widgets.sides import box_as_read
from desktop.widgets.words import Words
from desktop.wording import minutes
from formats.language import Message, tr, tr_count

LEAD = Message(
    "It keeps the time, makes the rooms, holds the notes and writes the summary, so that you can listen."
)
STAYS = Message("Everything stays on this computer.")
USUAL_PEOPLE, USUAL_TIME = 18, 60
SAMPLE = "peer-assist"
BEFORE_IT, AFTER_IT = ((5, "lake"), (6, "lake")), ((5, "line_strong"),)
"""Minutes and tints of the sample session around its structure."""
STEPS = (
    (
        "users",
        Message("The first five minutes"),
        Message("Gather the people"),
        Message("Paste the names. Clearing makes the rooms, so that few meet twice."),
    ),
    (
        "list-checks",
        Message("Five more"),
        Message("Fit the hour"),
        Message("Set the end. Each stage gives or takes a little; some are kept longest."),
    ),
    (
        "timer",
        Message("The session"),
        Message("Run it"),
        Message("The clock, the rooms and the notes are in one window. The wall shows the time."),
    ),
    (
        "file-text",
        Message("Afterwards"),
        Message("Send what we take"),
        Message("Key insights, who does what by when, and the next date. Two pages."),
    ),
)
BESIDE, STEPS_BESIDE = 900, 780


class StageStrip(QWidget):
    """The stages of an hour, to scale; for the eye only."""

    def __init__(self, look: Look, stages: Sequence[tuple[float, str]]) -> None:
        super().__init__()
        self._look, self._stages = look, stages
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, self._look.px(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, gap = QPainter(self), 3
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        room = self.width() - gap * (len(self._stages) - 1)
        whole, left = sum(length for length, _ in self._stages), 0.0
        for length, tint in self._stages:
            wide = room * length / whole
            painter.setBrush(self._look.colour(tint))
            painter.drawRoundedRect(box_as_read(QRectF(left, 0, wide, self.height()), self), 2, 2)
            left += wide + gap


class Welcome(QWidget):
    """Three cards side by side, one of them filled, over the hour that follows. Gone with the first session."""

    sample_requested = Signal()
    structures_requested = Signal(int, object)
    """Structures that fit are to be shown: how many people, how much time (timedelta)."""
    paste_requested = Signal()
    """What was copied is to be read as a list of people."""
    file_requested = Signal()
    guide_requested = Signal()
    shortcuts_requested = Signal()
    settings_requested = Signal()

    def __init__(self, look: Look, catalogue: Catalogue) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("welcome")
        self._cards = (self._see_one(catalogue), self._plan_your_own(), self._start_from_yours())
        self._steps = tuple(self._step(number, *step) for number, step in enumerate(STEPS, 1))
        self._three, self._four = QGridLayout(), QGridLayout()
        for grid in (self._three, self._four):
            grid.setSpacing(24)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(Words(tr("Welcome to Clearing"), "stage", wrap=True))
        column.addWidget(Words(str(LEAD), "lead", wrap=True))
        column.addWidget(_beside(IconWidget(look, "lock", 17, "ink_2"), Words(str(STAYS), "second", wrap=True)))
        column.addSpacing(16)
        column.addLayout(self._three)
        column.addSpacing(24)
        column.addWidget(Words(tr("What happens in the next hour"), "pane", wrap=True))
        column.addSpacing(4)
        column.addLayout(self._four)
        column.addSpacing(16)
        column.addWidget(self._foot())
        self.fit(BESIDE)

    def fit(self, width: int) -> None:
        """Arranges itself for a place that is so wide."""
        _arrange(self._three, self._cards, 3 if width >= self._look.px(BESIDE) else 1)
        wide, some = width >= self._look.px(BESIDE), width >= self._look.px(STEPS_BESIDE) // 2
        _arrange(self._four, self._steps, 4 if wide else 2 if some else 1)

    def _see_one(self, catalogue: Catalogue) -> QFrame:
        structure = catalogue.structure(SAMPLE)
        stages = structure.stages if structure else ()
        middle = [(stage.lengths.usual / timedelta(minutes=1), "moss") for stage in stages if not stage.optional]
        sample = ActionButton(self._look, tr("Open the sample session"), "play", Weight.MAIN, large=True)
        sample.setObjectName("sample-session")
        sample.clicked.connect(self.sample_requested)
        return self._card(
            "trees",
            tr("See one first"),
            tr(
                "February peer assist: eighteen people, three rooms, an hour, planned and ready to start."
                " Change anything; nothing breaks."
            ),
            StageStrip(self._look, (*BEFORE_IT, *middle, *AFTER_IT)),
            sample,
            role="next",
        )

    def _plan_your_own(self) -> QFrame:
        self.people, self.time = Choice(self._look, tr("How many people")), Choice(self._look, tr("How much time"))
        self.people.setObjectName("welcome-people")
        self.time.setObjectName("welcome-time")
        for heads in HEADS:
            self.people.addItem(tr_count("{count} person", "{count} people", heads), heads)
        for length in (timedelta(minutes=count) for count in TIMES):
            self.time.addItem(minutes(length), length)
        self.people.setCurrentIndex(HEADS.index(USUAL_PEOPLE))
        self.time.setCurrentIndex(TIMES.index(USUAL_TIME))
        find = ActionButton(self._look, tr("Find"), "arrow-right", icon_last=True)
        find.setObjectName("welcome-find")
        find.setAccessibleName(tr("Find structures that fit"))
        find.clicked.connect(self._find)
        words = tr("Say how many people and how many minutes. Clearing proposes structures that fit.")
        return self._card("library", tr("Plan your own"), words, _flow(self.people, self.time, find))

    def _start_from_yours(self) -> QFrame:
        paste = ActionButton(self._look, tr("Paste"), "clipboard-paste")
        paste.setObjectName("welcome-paste")
        paste.setAccessibleName(tr("Paste a list of names"))
        paste.clicked.connect(self.paste_requested)
        file = ActionButton(self._look, tr("Open a file"), "folder-open")
        file.setObjectName("welcome-file")
        file.clicked.connect(self.file_requested)
        words = tr("An invitation, a list of names, a Teams report, or a session file from a colleague.")
        drop = Words(tr("You can drop a file anywhere in this window."), "label", wrap=True)
        return self._card("clipboard-paste", tr("Start from what you have"), words, _flow(paste, file), drop)

    def _card(self, icon: str, title: str, words: str, *below: QWidget, role: str = "card") -> QFrame:
        card = QFrame()
        card.setProperty("role", role)
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 22, 24, 22)
        column.setSpacing(8)
        column.addWidget(IconWidget(self._look, icon, 22))
        column.addSpacing(4)
        column.addWidget(Words(title, "pane", wrap=True))
        column.addWidget(Words(words, "second", wrap=True))
        column.addSpacing(8)
        column.addStretch(1)
        for widget in below:
            fixed = isinstance(widget, ActionButton)
            column.addSpacing(8 if fixed else 0)
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if fixed else Qt.AlignmentFlag(0))
        return card

    def _step(self, number: int, icon: str, when: Message, what: Message, words: Message) -> QWidget:
        step = QWidget()
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Words(f"{number}  {when}", "caption", wrap=True))
        column.addWidget(_beside(IconWidget(self._look, icon, 17), Words(str(what), "strong", wrap=True)))
        column.addWidget(Words(str(words), "second", wrap=True))
        column.addStretch(1)
        return step

    def _foot(self) -> QWidget:
        guide = ActionButton(self._look, tr("Read the guide"), "book-open", Weight.QUIET)
        guide.setObjectName("welcome-guide")
        guide.clicked.connect(self.guide_requested)
        keys = ActionButton(self._look, tr("Shortcuts"), "keyboard", Weight.QUIET, key=SHEET_KEYS[0])
        keys.setObjectName("welcome-shortcuts")
        keys.clicked.connect(self.shortcuts_requested)
        settings = ActionButton(self._look, tr("Text size, colours and your data"), "settings", Weight.QUIET)
        settings.setObjectName("welcome-settings")
        settings.clicked.connect(self.settings_requested)
        return _flow(guide, keys, settings)

    def _find(self) -> None:
        self.structures_requested.emit(self.people.currentData(), self.time.currentData())


def _arrange(grid: QGridLayout, widgets: Iterable[QWidget], columns: int) -> None:
    """Puts the widgets into so many columns of equal width."""
    for number, widget in enumerate(widgets):
        grid.addWidget(widget, number // columns, number % columns)
    for column in range(max(columns, grid.columnCount())):
        grid.setColumnStretch(column, 1 if column < columns else 0)


def _flow(*widgets: QWidget) -> QWidget:
    line = QWidget()
    flow = FlowLayout(line, gap=8)
    for widget in widgets:
        flow.addWidget(widget)
    return line


def _beside(icon: QWidget, words: QWidget) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(icon)
    row.addWidget(words, 1)
    return line
