"""A field for a day, typed as people type it: 4/12, Friday 4 December, the 12th, in two weeks."""

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from desktop.widgets.typed_field import TypedField, Understood
from desktop.wording import date_style
from formats.language import Message
from formats.session.dates.calendar_days import is_sane
from formats.session.dates.typed_dates import parse_day

UNREAD = Message("Write the day as 4 December, Friday, the 12th or in two weeks.")


class DayField(TypedField[date]):
    """Shows the day in full as the locale writes it, its weekday included."""

    def __init__(self, name: str, value: date, today: date, parent: QWidget | None = None) -> None:
        self._today = today
        super().__init__(name, value, parent)

    def understand(self, text: str) -> Understood[date]:
        """A day of a year in which people meet."""
        day = parse_day(text, self._today, date_style())
        return Understood(day, self.text_of(day) if day else str(UNREAD))

    def text_of(self, value: date) -> str:
        """The whole day in the order of the locale."""
        return date_style().long_day(value)

    def stepped(self, value: date, steps: int) -> date:
        """The day before or after."""
        later = value + timedelta(days=steps)
        return later if is_sane(later) else value
