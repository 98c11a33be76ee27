"""The place Summary: a live preview of exactly what will leave the machine, and the exports."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.places.place import Place, PlaceName
from desktop.places.summary.exporting import ExportActs
from desktop.places.summary.names_found import NamesFound
from desktop.places.summary.preview import Paper
from desktop.places.summary.share_session import ShareSession
from desktop.places.summary.wishes import SummaryWishes
from desktop.runner import SessionRunner
from desktop.widgets.buttons import ActionButton
from desktop.widgets.scrolling import ScrollColumn
from desktop.widgets.words import Words, framed
from desktop.wording import date_and_time, time_of_day
from formats.exports import summarise
from formats.exports.summary_document import document_of
from formats.library.shelf import Shelf
from formats.session.clock import Phase, Reading
from formats.session.session import Session

COLUMN = 340
SCROLL_BAR = 12
SETTLE_MS = 120


class SummaryPlace(Place):
    """Choices at the left, paper at the right."""

    def __init__(self, look: Look, runner: SessionRunner, shelf: Shelf) -> None:
        super().__init__(look, "Summary")
        self._runner, self._shelf = runner, shelf
        self._session_id = ""
        self._wishes = SummaryWishes(look)
        self._exports = ExportActs(look)
        self._share = ShareSession(look, shelf, runner)
        self._names = NamesFound(look)
        self._paper = Paper(look)
        self._warning = Words("", "warning", wrap=True)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.refresh)
        self._lay_out()
        self._wishes.changed.connect(self.refresh)
        self._names.chosen.connect(self._wishes.overrule)
        self._paper.name_chosen.connect(self._wishes.overrule)
        runner.opened.connect(self._note_change)
        runner.changed.connect(self._note_change)
        look.changed.connect(self._fit)
        self._fit()

    def refresh(self) -> None:
        """Shows what would leave now."""
        session, reading = self._runner.session, self._runner.reading
        self._stack.setCurrentIndex(1 if session is None else 0)
        if session is None or reading is None:
            self.set_title("Summary")
            self._session_id = ""
            return
        if session.id != self._session_id:
            self._session_id = session.id
            here = {person.id for person in session.people}
            self._wishes.begin_anew(tuple(p for p in self._shelf.people() if p.id not in here))
        self.set_title(session.title, _standing(session, reading))
        summary = summarise(session, self._wishes.choices, self._runner.now)
        self._paper.show_document(document_of(summary))
        self._names.show_names(summary.names_found)
        self._warning.setText("\n".join(summary.warnings))
        self._warned.setVisible(bool(summary.warnings))
        self._wishes.show_staying(session.notes)
        self._exports.show_session(session, self._wishes.choices, self._runner.now)

    @property
    def exports(self) -> ExportActs:
        """Where files are written."""
        return self._exports

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _note_change(self) -> None:
        if self.isVisible():
            self._settle.start()

    def _go_to_sessions(self) -> None:
        self.wanted.emit(PlaceName.SESSIONS)

    def _fit(self) -> None:
        inner = self._left.widget()
        needed = inner.minimumSizeHint().width() + SCROLL_BAR if inner else 0
        self._left.setFixedWidth(max(240, min(max(self.look.px(COLUMN), needed), self.width() // 2)))

    def _lay_out(self) -> None:
        self._left = ScrollColumn(margins=(22, 20, 22, 24))
        for widget in (self._wishes, self._names, self._exports, self._share):
            self._left.column.addWidget(widget)
        self._left.column.setSpacing(20)
        self._left.column.addStretch(1)
        self._warned = framed("notice")
        inside = QVBoxLayout(self._warned)
        inside.setContentsMargins(16, 10, 16, 10)
        inside.addWidget(self._warning)
        page = ScrollColumn(margins=(24, 24, 24, 24))
        page.column.addWidget(self._warned)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._paper, 20, Qt.AlignmentFlag.AlignTop)
        middle.addStretch(1)
        page.column.addLayout(middle)
        page.column.addStretch(1)
        ground = QWidget()
        ground.setObjectName("desk")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        across = QHBoxLayout(ground)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(page)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(ground, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(both)
        self._stack.addWidget(self._nothing())
        self.body.addWidget(self._stack, 1)

    def _nothing(self) -> QWidget:
        """What the place says while no session is open."""
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(16)
        column.addWidget(Words("Here is what a session leaves behind, to read and to share.", "lead", wrap=True))
        column.addWidget(Words("Open a session first.", "second"))
        act = ActionButton(self.look, "Go to Sessions", "calendar-days")
        act.clicked.connect(self._go_to_sessions)
        column.addWidget(act, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return empty


def _standing(session: Session, reading: Reading) -> str:
    """How far the session has come, in a few words."""
    if reading.phase is Phase.FINISHED and reading.position.finished_at:
        return f"Finished {time_of_day(session, reading.position.finished_at)}"
    if reading.phase is Phase.WAITING:
        return f"Planned for {date_and_time(session)}"
    return "So far: the session is running"
