"""What can be done with all rooms: shuffle, keep the best so far, undo, print."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop.content.catalogue import Catalogue
from desktop.live.edit_history import EditHistory
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.places.prepare.breakout_file import BreakoutFile
from desktop.places.prepare.pdf_printer import DOCUMENT_TITLES, PdfPrinter
from desktop.places.prepare.planner import RoomPlanner
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.flow import FlowLayout
from desktop.widgets.press import connect_press
from desktop.widgets.screen_reader import announce
from desktop.widgets.tips import menu_text, plain_tip
from desktop.widgets.words import Words
from formats.language import tr
from formats.session.session import Session

MORE_PAPER = ("note-sheets", "slips")


class RoomButtons(QWidget):
    """A line of buttons below the rounds, and what became of the last file."""

    arrival_requested = Signal()
    """Someone arrived, and is to be taken in."""

    def __init__(
        self, look: Look, runner: SessionRunner, catalogue: Catalogue, planner: RoomPlanner, history: EditHistory
    ) -> None:
        super().__init__()
        self._runner, self._planner, self._history = runner, planner, history
        self.paper = PdfPrinter(runner, catalogue, self)
        self.shuffle = _button(look, "shuffle", tr("Shuffle"), "shuffle")
        self.keep = _button(look, "keep-plan", tr("Stop and use these rooms"), "check")
        self.keep.setToolTip(
            plain_tip(tr("Clearing is looking for better rooms. Select this to stop and use what you see."))
        )
        self.undo = _button(look, "undo-rooms", tr("Undo"), "undo-2")
        self.cards = _button(look, "room-cards", tr("Print room cards"), "printer")
        self.sheet = _button(look, "run-sheet", tr("Run sheet"), "clipboard-list")
        self.agenda = _button(look, "agenda-ahead", tr("Agenda to send"), "mail")
        self.agenda.setToolTip(plain_tip(tr("When, where, how to join and what will be done. It names nobody.")))
        self.more = _button(look, "more-paper", tr("More to print and send"), "chevron-down")
        self.zoom = _button(look, "zoom-rooms", tr("Rooms for Zoom"), "globe")
        self.zoom.setToolTip(plain_tip(tr("Writes a file that Zoom’s web page takes as breakout rooms.")))
        self.breakout = BreakoutFile(runner, self)
        self.arrived = _button(look, "arrived", tr("Someone arrived"), "user-plus")
        self.show_file = _button(look, "show-paper", tr("Open it"), "external-link", Weight.QUIET)
        self.show_file.hide()
        self._said = Words("", "second", wrap=True)
        self._said.setObjectName("paper-said")
        self._said.hide()
        line = QWidget()
        row = FlowLayout(line)
        papers = (self.cards, self.sheet, self.agenda, self.more, self.zoom)
        for button in (self.shuffle, self.keep, self.arrived, self.undo, *papers, self.show_file):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(line)
        column.addWidget(self._said)
        self.shuffle.clicked.connect(history.remember)
        self.shuffle.clicked.connect(planner.shuffle)
        self.keep.clicked.connect(planner.keep_best)
        self.undo.clicked.connect(history.undo)
        self.arrived.clicked.connect(self.arrival_requested)
        connect_press(self.cards, self.paper.ask_where, "room-cards")
        connect_press(self.sheet, self.paper.ask_where, "run-sheet")
        connect_press(self.agenda, self.paper.ask_where, "agenda-ahead")
        self.more.clicked.connect(self._offer_paper)
        self.zoom.clicked.connect(self._offer_breakout_rooms)
        self.breakout.message.connect(self._say)
        self.show_file.clicked.connect(self.paper.show_file)
        self.paper.message.connect(self._say)

    def show_acts(self, session: Session) -> None:
        """Offers what is possible now."""
        planned = not session.begun
        self.shuffle.setVisible(planned)
        self.keep.setVisible(planned and self._planner.searching)
        self.arrived.setVisible(self._runner.live)
        self.undo.setVisible(self._history.can_undo)
        self.agenda.setVisible(planned)
        self.cards.setEnabled(bool(session.rooms))
        # Where nobody joins from elsewhere it would only be in the way.
        self.zoom.setVisible(bool(session.rooms) and bool(session.online or session.joining))

    def paper_menu(self) -> QMenu:
        """What else can be printed, sent or copied."""
        menu = QMenu(self)
        for what in MORE_PAPER:
            connect_press(menu.addAction(menu_text(str(DOCUMENT_TITLES[what]))), self.paper.ask_where, what)
        menu.addSeparator()
        connect_press(
            menu.addAction(menu_text(str(DOCUMENT_TITLES["agenda-email"]))), self.paper.ask_where, "agenda-email"
        )
        menu.addAction(menu_text(tr("Copy the agenda as text"))).triggered.connect(self.paper.copy_agenda)
        return menu

    def _offer_paper(self) -> None:
        menu = self.paper_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _offer_breakout_rooms(self) -> None:
        self.breakout.offer_rounds(self.zoom)

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        announce(self, sentence)
        self._said.setVisible(bool(sentence))
        self.show_file.setVisible(self.paper.written is not None)


def _button(look: Look, name: str, words: str, icon: str, weight: Weight = Weight.PLAIN) -> ActionButton:
    button = ActionButton(look, words, icon, weight)
    button.setObjectName(name)
    return button
