"""What a session is called, and when and where it takes place; every change is saved at once."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import available_timezones

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
from formats.session.time_zones import find_zone, instant_of

LONGEST_SLOT = 600
LONGEST_TITLE = 200
SAVED = "Saved as you change it."
NO_SUCH_ZONE = "No place has that time zone; the last one stays."
UNKNOWN = (
    "This computer does not know the time zone “{}”, so its own clock is shown. Choose the time zone of the place."
)


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
        self.title.setMaxLength(LONGEST_TITLE)
        for field in (self.date, self.start, self.slot):
            field.setKeyboardTracking(False)
            add_text_margins(field)
        self._lay_out()
        self._connect()
        self.fit_window(520, 460)
        if session.plan_is_open:
            self.title.setFocus()
        else:  # what was held stays as it was; its zone alone can be set right
            for held in (self.title, self.series, self.date, self.start, self.slot):
                held.setEnabled(False)
            self.zone.setFocus()

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
        self._said = Words(
            SAVED if self._zone_known else UNKNOWN.format(self.zone.currentText()), "label", wrap=True
        )
        self.body.addWidget(self._said)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.title.editingFinished.connect(self._apply)
        self.series.currentTextChanged.connect(self._apply)
        self.date.dateChanged.connect(self._apply)
        self.start.timeChanged.connect(self._apply)
        self.slot.valueChanged.connect(self._apply)
        self.zone.currentTextChanged.connect(self._apply_zone)
        self.accepted.connect(self._apply)

    @property
    def _zone_known(self) -> bool:
        return self.zone.currentText() in available_timezones()

    def _apply(self, _changed: object = None) -> None:
        if self._runner.session is None or not self._runner.session.plan_is_open:
            return
        self._runner.amend(self._with_entered)
        self._say_how_it_stands()

    def _apply_zone(self, zone: str) -> None:
        session = self._runner.session
        if session is None:
            return
        by_moment = find_zone(session.timezone) is None or not session.plan_is_open
        if by_moment and self._zone_known:
            # The time was read by this computer's clock; it is the same moment by the clock of the place.
            self._runner.amend(lambda session: replace(session, timezone=zone))
            self._show_start()
            self._say_how_it_stands()
        elif not by_moment:
            self._apply()

    def _say_how_it_stands(self) -> None:
        session = self._runner.session
        stays = (
            NO_SUCH_ZONE if session is None or find_zone(session.timezone) else UNKNOWN.format(session.timezone)
        )
        self._said.setText(SAVED if self._zone_known else stays)

    def _show_start(self) -> None:
        """Shows when the session starts, by the clock of its place, without taking that for a change."""
        session = self._runner.session
        assert session is not None, "there is a session on the table"
        local = session.local_time(session.starts_at)
        for field in (self.date, self.start):
            field.blockSignals(True)
        self.date.setDate(QDate(local.year, local.month, local.day))
        self.start.setTime(QTime(local.hour, local.minute))
        for field in (self.date, self.start):
            field.blockSignals(False)

    def _with_entered(self, session: Session) -> Session:
        zone = self.zone.currentText() if self._zone_known else session.timezone
        day, time = self.date.date(), self.start.time()
        wall = datetime(day.year(), day.month(), day.day(), time.hour(), time.minute())  # noqa: DTZ001  see `zone`
        shown = session.local_time(session.starts_at).replace(second=0, microsecond=0, tzinfo=None)
        same = wall == shown and zone == session.timezone
        return replace(
            session,
            title=self.title.text().strip() or session.title,
            series=self.series.currentText().strip(),
            starts_at=session.starts_at if same else instant_of(wall, zone),
            timezone=zone,
            slot=timedelta(minutes=self.slot.value()),
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
