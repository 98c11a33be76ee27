"""A field for a time of the day, typed as people type it: 16:30, 4.30pm, half past four."""

from datetime import UTC, date, datetime, time

from desktop.widgets.typed_field import TypedField, Understood
from desktop.wording import date_style
from formats.language import Message
from formats.session.dates.typed_times import parse_time

UNREAD = Message("Write the time as 16:30, 4.30 pm or half past four.")
STEP_MINUTES = 5
ANY_DAY = date(2000, 1, 1)


class TimeField(TypedField[time]):
    """Shows the time as the locale writes it."""

    def understand(self, text: str) -> Understood[time]:
        """A time of one day."""
        style = date_style()
        read = parse_time(text, style.halves, twelve_hours=style.has_twelve_hours)
        return Understood(read, self.text_of(read) if read is not None else str(UNREAD))

    def text_of(self, value: time) -> str:
        """As the locale writes it."""
        return date_style().time(datetime.combine(ANY_DAY, value, tzinfo=UTC))

    def stepped(self, value: time, steps: int) -> time:
        """To the next five minutes."""
        now = value.hour * 60 + value.minute
        # From 16:32 up to 16:35, and down to 16:30.
        whole = now // STEP_MINUTES if steps > 0 else -(-now // STEP_MINUTES)
        later = (whole + steps) * STEP_MINUTES
        return time(later // 60 % 24, later % 60)
