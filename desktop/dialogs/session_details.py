"""What a session is called, and when and where it takes place; every change is saved at once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QGridLayout,
    QLineEdit,
    QWidget,
)

from desktop.dialogs.frame import Dialog
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.open_input import KeptWhileTyped
from desktop.widgets.choice import ChoiceBox
from desktop.widgets.day_field import DayField
from desktop.widgets.length_field import LengthField
from desktop.widgets.time_field import TimeField
from desktop.widgets.words import Words
from formats.session.dates.typed_lengths import Scale
from formats.session.session import Session

A_MINUTE, LONGEST_SLOT = timedelta(minutes=1), timedelta(hours=10)
LONGEST_TITLE = 200


class SessionDetailsDialog(Dialog):
    """Title, series, date, start, slot and time zone of the session on the table."""

    def __init__(self, look: Look, runner: SessionRunner, series: tuple[str, ...], parent: QWidget | None) -> None:
        super().__init__(look, "This session", "Done", parent)
        session = runner.session
        assert session is not None, "there is a session on the table"
        self._runner, self._session_id = runner, session.id
        self.cancel.hide()
        local = session.local_time(session.starts_at)
        self.title, self.series = QLineEdit(session.title), ChoiceBox(look)
        self.series.setEditable(True)
        self.series.addItems(list(series))
        self.series.setCurrentText(session.series)
        self.date = DayField("Date", local.date(), session.local_time(runner.now).date())
        self.start = TimeField("Starts at", local.time().replace(second=0, microsecond=0))
        self.slot = LengthField(
            "Time available", session.slot, Scale.SESSION, least=A_MINUTE, most=LONGEST_SLOT, grain=A_MINUTE
        )
        self.zone = _zones(look, session.timezone)
        self.title.setMaxLength(LONGEST_TITLE)
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
        KeptWhileTyped(self.title)
        self._runner.session_opened.connect(self._close_with_session)
        self.series.currentTextChanged.connect(self._apply)
        self.date.value_chosen.connect(self._apply)
        self.start.value_chosen.connect(self._apply)
        self.slot.value_chosen.connect(self._apply)
        self.zone.currentTextChanged.connect(self._apply)
        self.accepted.connect(self._apply)

    def _close_with_session(self, session: Session | None) -> None:
        if session is None or session.id != self._session_id:
            self.reject()

    def _apply(self, _changed: object = None) -> None:
        self._runner.amend(self._with_entered)
        known = self.zone.currentText() in available_timezones()
        self._said.setText(
            "Saved as you change it." if known else "No place has that time zone; the last one stays."
        )

    def _with_entered(self, session: Session) -> Session:
        if session.id != self._session_id:
            return session
        zone = self.zone.currentText() if self.zone.currentText() in available_timezones() else session.timezone
        local = datetime.combine(self.date.value, self.start.value, tzinfo=ZoneInfo(zone))
        return replace(
            session,
            title=self.title.text().strip() or session.title,
            series=self.series.currentText().strip(),
            starts_at=local.astimezone(UTC),
            timezone=zone,
            slot=self.slot.value,
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
