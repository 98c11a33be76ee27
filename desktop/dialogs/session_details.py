"""What a session is called, and when and where it takes place; every change is saved at once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDateEdit,
    QGridLayout,
    QLineEdit,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from desktop.dialogs.frame import Dialog
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.widgets.choice import ChoiceBox, add_text_margins
from desktop.widgets.words import Words
from desktop.wording import date_style
from formats.session.session import Session

LONGEST_SLOT = 600
LONGEST_TITLE = 200


class SessionDetailsDialog(Dialog):
    """Title, series, date, start, slot and time zone of the session on the table."""

    def __init__(self, look: Look, runner: SessionRunner, series: tuple[str, ...], parent: QWidget | None) -> None:
        super().__init__(look, "This session", "Done", parent)
        session = runner.session
        assert session is not None, "there is a session on the table"
        self._runner = runner
        self.cancel.hide()
        local = session.local_time(session.starts_at)
        self.title, self.series = QLineEdit(session.title), ChoiceBox(look)
        self.series.setEditable(True)
        self.series.addItems(list(series))
        self.series.setCurrentText(session.series)
        self.date = QDateEdit(QDate(local.year, local.month, local.day))
        self.date.setDisplayFormat(date_style().full_day_pattern)
        self.start = QTimeEdit(QTime(local.hour, local.minute))
        self.slot = QSpinBox()
        self.slot.setRange(1, LONGEST_SLOT)
        self.slot.setValue(round(session.slot.total_seconds() / 60))
        self.slot.setSuffix(" min")
        self.zone = _zones(look, session.timezone)
        self.place, self.joining = QLineEdit(session.place), QLineEdit(session.joining)
        self.title.setMaxLength(LONGEST_TITLE)
        for field in (self.date, self.start, self.slot):
            field.setKeyboardTracking(False)
            add_text_margins(field)
        self._lay_out()
        self._connect()
        self.fit_window(520, 420)
        self.title.setFocus()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        fields = (
            ("Title", self.title),
            ("Series", self.series),
            ("Date", self.date),
            ("Starts at", self.start),
            ("Time available", self.slot),
            ("Time zone of the place", self.zone),
            ("Place", self.place),
            ("Joining line", self.joining),
        )
        for row, (caption, field) in enumerate(fields):
            label = Words(caption, "second")
            label.setBuddy(field)
            field.setAccessibleName(caption)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self._said = Words("Saved as you change it.", "label", wrap=True)
        self.body.addWidget(self._said)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.title.editingFinished.connect(self._apply)
        self.series.currentTextChanged.connect(self._apply)
        self.date.dateChanged.connect(self._apply)
        self.start.timeChanged.connect(self._apply)
        self.slot.valueChanged.connect(self._apply)
        self.zone.currentTextChanged.connect(self._apply)
        self.place.editingFinished.connect(self._apply)
        self.joining.editingFinished.connect(self._apply)
        self.accepted.connect(self._apply)

    def _apply(self, _changed: object = None) -> None:
        self._runner.amend(self._with_entered)
        known = self.zone.currentText() in available_timezones()
        self._said.setText(
            "Saved as you change it." if known else "No place has that time zone; the last one stays."
        )

    def _with_entered(self, session: Session) -> Session:
        zone = self.zone.currentText() if self.zone.currentText() in available_timezones() else session.timezone
        day, time = self.date.date(), self.start.time()
        local = datetime(day.year(), day.month(), day.day(), time.hour(), time.minute(), tzinfo=ZoneInfo(zone))
        return replace(
            session,
            title=self.title.text().strip() or session.title,
            series=self.series.currentText().strip(),
            starts_at=local.astimezone(UTC),
            timezone=zone,
            slot=timedelta(minutes=self.slot.value()),
            place=self.place.text().strip(),
            joining=self.joining.text().strip(),
        )


def _zones(look: Look, now: str) -> QComboBox:
    zones = ChoiceBox(look)
    zones.setEditable(True)
    zones.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    zones.addItems(sorted(available_timezones() | {now}))
    zones.setCurrentText(now)
    completer = zones.completer()
    assert completer is not None, "an editable choice completes"
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    return zones
