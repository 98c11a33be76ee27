"""What this Clearing is: version, promise and thanks at the left, and at the right facts for whoever helps."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.places.help.diagnostics import Diagnosis, as_text, clearing_version
from desktop.places.help.licences_dialog import TITLE as LICENCES
from desktop.places.help.licences_dialog import LicencesDialog
from desktop.places.help.what_is_new import TITLE as WHAT_IS_NEW
from desktop.places.help.what_is_new import WhatIsNewDialog
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.flow import FlowLayout
from desktop.widgets.grown import keep_width
from desktop.widgets.icons import icon_pixmap
from desktop.widgets.screen_reader import announce
from desktop.widgets.scrolling import ScrollColumn, clear_layout
from desktop.widgets.words import Words, make_frame
from formats.language import Message, tr

PROMISE = Message("Nothing leaves this computer unless you save or print it. Clearing never goes online.")
NO_CRISIS_SERVICE = Message(
    "Clearing helps people meet and think together. It is not a crisis or therapy service."
)
UNNUMBERED = Message("Under the MIT licence.")
THANKS = (
    Message(
        "Structures come from many people, and each says from whom. Liberating Structures are by Henri"
        " Lipmanowicz and"
        " Keith McCandless. The wording here is our own."
    ),
    Message(
        "Type by the Braille Institute of America and by Rasmus Andersson. Icons by Lucide. Built with"
        " Qt for Python,"
        " under the LGPL, and TinyDB."
    ),
)
FOR_HELPERS = Message("For whoever helps you")
NO_NAMES = Message("No names, no notes, no file of yours. Read it, then copy it into a message.")
COPIED = Message("Copied. You can put it into a message now.")
SIDE_BY_SIDE, CAPTION, ICON = 860, 150, 52


class AboutView(ScrollColumn):
    """`facts` are looked up whenever it is shown."""

    settings_requested = Signal()

    def __init__(self, look: Look, facts: Callable[[QSize], Sequence[Diagnosis]]) -> None:
        super().__init__(margins=(40, 16, 30, 24))
        self._look, self._look_up = look, facts
        self.facts: Sequence[Diagnosis] = ()
        self.new = ActionButton(look, str(WHAT_IS_NEW), "sparkles")
        self.new.setObjectName("what-is-new")
        self.licences = ActionButton(look, str(LICENCES), "scale")
        self.licences.setObjectName("licences")
        self.kept = ActionButton(look, tr("Where it is kept"), "folder-open")
        self.kept.setObjectName("where-it-is-kept")
        self.copy = ActionButton(look, tr("Copy all"), "copy", Weight.MAIN)
        self.copy.setObjectName("copy-facts")
        self._copied = Words("", "second", wrap=True)
        self._table = QVBoxLayout()
        self._mark = QLabel()
        self._sides = QHBoxLayout()
        self._lay_out()
        self.new.clicked.connect(self._show_changes)
        self.licences.clicked.connect(self._show_licences)
        self.kept.clicked.connect(self.settings_requested)
        self.copy.clicked.connect(self._copy)
        look.look_changed.connect(self._fit)
        self._fit()

    def refresh(self) -> None:
        """Looks the facts up anew."""
        self.facts = self._look_up(self.window().size())
        self._copied.setText("")
        table = clear_layout(self._table)
        for one in self.facts:
            line = QHBoxLayout()
            line.setSpacing(12)
            caption = Words(one.caption, "second", wrap=True)
            keep_width(caption, self._look, CAPTION)
            line.addWidget(caption, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Words(one.fact, wrap=True), 1)
            table.addLayout(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        beside = self.width() >= self._look.px(SIDE_BY_SIDE)
        directions = QBoxLayout.Direction
        self._sides.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._mark.setPixmap(icon_pixmap("trees", self._look.colour("moss"), self._look.px(ICON)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self.facts))
        self._copied.setText(str(COPIED))
        announce(self._copied, str(COPIED))

    def _show_changes(self) -> None:
        WhatIsNewDialog(self._look, self.window()).open()

    def _show_licences(self) -> None:
        LicencesDialog(self._look, self.window()).open()

    def _lay_out(self) -> None:
        self._sides.setSpacing(48)
        for side in (self._what_it_is(), self._for_helpers()):
            self._sides.addLayout(side, 1)
        self.column.addLayout(self._sides)
        self.column.addStretch(1)

    def _what_it_is(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self._mark)
        column.addWidget(Words("Clearing", "large"))
        number = clearing_version()
        licence = tr("Version {number}, under the MIT licence.", number=number) if number else UNNUMBERED
        column.addWidget(Words(str(licence), "lead", wrap=True))
        column.addWidget(Words(str(PROMISE), "strong", wrap=True))
        column.addWidget(Words(str(NO_CRISIS_SERVICE), wrap=True))
        for thanks in THANKS:
            column.addWidget(Words(str(thanks), "second", wrap=True))
        column.addWidget(_in_a_line(self.new, self.licences, self.kept))
        column.addStretch(1)
        return column

    def _for_helpers(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(Words(str(FOR_HELPERS), "pane", wrap=True))
        column.addWidget(Words(str(NO_NAMES), "second", wrap=True))
        card = make_frame("card")
        card.setAccessibleName(str(FOR_HELPERS))
        card.setLayout(self._table)
        self._table.setContentsMargins(18, 14, 18, 14)
        self._table.setSpacing(8)
        column.addWidget(card)
        column.addWidget(_in_a_line(self.copy))
        column.addWidget(self._copied)
        column.addStretch(1)
        return column


def _in_a_line(*widgets: QWidget) -> QWidget:
    """Side by side, below each other where there is no room."""
    line = QWidget()
    flow = FlowLayout(line)
    for widget in widgets:
        flow.addWidget(widget)
    return line
