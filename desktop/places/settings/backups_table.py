"""The copies as a table: when each was made, how large it is, how many sessions it holds."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from desktop.look import Look
from desktop.places.settings.backup_contents import BackupContents
from desktop.places.settings.sentences import byte_size_words, moment_words
from desktop.widgets.table_rows import set_row_height
from desktop.widgets.tips import plain_tip
from formats.language import Message, tr
from formats.library.backups import Backup

HEADINGS = (Message("Made on"), Message("Size"), Message("Sessions"))
ROW, HEADER, MOST_ROWS = 40, 38, 6
DAMAGED = Message("cannot be read")


class BackupsTable(QTableWidget):
    """The newest first; as high as its rows, six at most."""

    def __init__(self, look: Look) -> None:
        super().__init__(0, len(HEADINGS))
        self._look = look
        self.backups: tuple[Backup, ...] = ()
        self.setObjectName("backups")
        self.setAccessibleName(tr("Backups of your data"))
        self.setHorizontalHeaderLabels([str(heading) for heading in HEADINGS])
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        look.look_changed.connect(self._fit)
        self._fit()

    @property
    def chosen_backup(self) -> Backup | None:
        """The copy that is chosen."""
        row = self.currentRow()
        return self.backups[row] if 0 <= row < len(self.backups) else None

    def choose(self, row: int) -> None:
        """Chooses a copy."""
        self.setCurrentCell(row, 0)

    def show_backups(self, backups: Sequence[Backup], known: Mapping[str, BackupContents]) -> None:
        """Shows these copies, with what is known of each."""
        before = self.chosen_backup if self.currentRow() > 0 else None
        if tuple(backups) != self.backups:
            self.backups = tuple(backups)
            self.setRowCount(len(backups))
            for row, backup in enumerate(backups):
                for column, words in enumerate((moment_words(backup.made), _size(backup), "")):
                    item = QTableWidgetItem(words)
                    item.setToolTip(plain_tip(words))  # a language may need more room than there is
                    self.setItem(row, column, item)
            if backups:
                self.choose(self.backups.index(before) if before in self.backups else 0)
            self._fit()
        for row, backup in enumerate(backups):
            if copy := known.get(backup.name):
                words = str(DAMAGED) if copy.sessions is None else str(copy.sessions)
                self.setItem(row, 2, QTableWidgetItem(words))

    def _fit(self) -> None:
        row = self._look.px(ROW)
        set_row_height(self, row)
        self.horizontalHeader().setFixedHeight(self._look.px(HEADER))
        self.setFixedHeight(self._look.px(HEADER) + row * min(self.rowCount(), MOST_ROWS) + 4)


def _size(backup: Backup) -> str:
    try:
        return byte_size_words(backup.path.stat().st_size)
    except OSError:
        return ""
