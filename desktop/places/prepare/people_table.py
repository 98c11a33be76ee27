"""The people of the session, one line each: who is here, how often they presented, what to know."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.look import Look
from desktop.open_input import KeepingDelegate
from desktop.places.prepare.people_rows import Column, PeopleModel
from desktop.widgets.table_rows import set_row_height
from formats.language import tr

ROLE_FITS = 640
ROW = 40


class PeopleTable(QTableView):
    """As high as its rows, for the place around it scrolls. Space says who is here, Delete takes someone out."""

    removal_requested = Signal(object)
    """People to take out of the session: frozenset of ids."""
    person_menu_requested = Signal(str)
    """What can be done with someone is asked for: person id."""

    def __init__(self, look: Look, model: PeopleModel) -> None:
        super().__init__()
        self._look, self._people = look, model
        self.setModel(model)
        self.setItemDelegate(KeepingDelegate(self))
        self.setAccessibleName(tr("People of this session"))
        self.setObjectName("people")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._request_menu)
        self.clicked.connect(self._press)
        for change in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            change.connect(self._fit)
        model.dataChanged.connect(self._share_width)
        look.look_changed.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space says here or away, Delete takes out; typing edits."""
        rows = {index.row() for index in self.selectedIndexes()}
        if event.key() == Qt.Key.Key_Space and rows:
            for row in sorted(rows):
                self._people.toggle(row)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and rows:
            self.take_out()
        else:
            super().keyPressEvent(event)

    def take_out(self) -> None:
        """Asks for the people marked to be taken out of the session."""
        rows = {index.row() for index in self.selectedIndexes()}
        if rows:
            self.removal_requested.emit(frozenset(self._people.person(row).id for row in rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _request_menu(self, where: QPoint) -> None:
        index = self.indexAt(where)
        index = index if index.isValid() else self.currentIndex()
        if index.isValid():
            self.person_menu_requested.emit(self._people.person(index.row()).id)

    def _press(self, index: QModelIndex) -> None:
        if index.column() == Column.TODAY:
            self._people.toggle(index.row())

    def _fit(self) -> None:
        set_row_height(self, self._look.px(ROW))
        header = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(header + self._people.rowCount() * self._look.px(ROW) + 4)
        self._share_width()

    def _share_width(self) -> None:
        wide = self.viewport().width()
        roomy = wide >= self._look.px(ROLE_FITS)
        self.setColumnHidden(Column.ROLE, not roomy)
        # Names come first: an empty column does not take their room.
        remarks = roomy or any(self._people.person(row).remarks for row in range(self._people.rowCount()))
        self.setColumnHidden(Column.REMARKS, not remarks)
        presented = self._people.counts_turns
        self.setColumnHidden(Column.PRESENTED, not presented)
        fixed = {Column.TODAY: self._look.px(72), Column.PRESENTED: self._look.px(96) if presented else 0}
        left = wide - sum(fixed.values())
        shares = {
            Column.NAME: 4 if roomy else 5,
            Column.ORGANISATION: 4,
            Column.ROLE: 3 if roomy else 0,
            Column.REMARKS: 3 if remarks else 0,
        }
        for column, share in shares.items():
            self.setColumnWidth(column, left * share // sum(shares.values()))
        for column, width in fixed.items():
            self.setColumnWidth(column, width)
