"""A field for a length of time, typed as people type it: 90, 1h30, 1½, 10-15."""

from datetime import timedelta
from math import floor

from PySide6.QtWidgets import QWidget

from desktop.widgets.typed_field import TypedField, Understood
from formats.language import Message, tr
from formats.session.dates.length_words import length_in_words
from formats.session.dates.typed_lengths import Scale, parse_length
from formats.session.wording import join_list

A_MINUTE = timedelta(minutes=1)
SMALL = 3 * A_MINUTE
"""Below it, half a minute more is a lot."""
EXAMPLES = {
    Scale.SESSION: Message("Write it as 90, 1h30 or 1:30, which is an hour and a half here."),
    Scale.STAGE: Message("Write it as 5, 2½ or 1:30, which is a minute and a half here."),
    Scale.TURN: Message("Write the seconds as 40, or minutes as 1:30 or 1½ min."),
}


class LengthField(TypedField[timedelta]):
    """Keeps to the nearest `grain` between `least` and `most`, and says so where that changes what was typed."""

    def __init__(
        self,
        name: str,
        value: timedelta,
        scale: Scale,
        *,
        least: timedelta,
        most: timedelta,
        grain: timedelta = timedelta(seconds=30),
        suffix: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._scale, self._least, self._most, self._grain = scale, least, most, grain
        self._suffix = suffix
        super().__init__(name, value, parent)

    def understand(self, text: str) -> Understood[timedelta]:
        """A length within the range of the field; what is outside is refused with the range."""
        read = parse_length(text.strip().removesuffix(self._suffix), self._scale)
        if read is None:
            return Understood(None, str(EXAMPLES[self._scale]))
        length = max(floor(read.length / self._grain + 0.5), 1) * self._grain
        if not self._least <= length <= self._most:
            low, high = length_in_words(self._least), length_in_words(self._most)
            said = length_in_words(read.length)
            return Understood(None, tr("{length} is outside {low} to {high}.", length=said, low=low, high=high))
        remarks = [read.remark] if read.remark else []
        if length != read.length:
            # For translators: follows a length: "40 min, to the nearest 5 min"
            remarks.append(tr("to the nearest {length}", length=length_in_words(self._grain)))
        return Understood(length, join_list((length_in_words(length), *remarks)))

    def text_of(self, value: timedelta) -> str:
        """As it is said, with what it is for: 20 s each."""
        return f"{length_in_words(value)} {self._suffix}".strip()

    def stepped(self, value: timedelta, steps: int) -> timedelta:
        """A minute more or less; half a minute where every half counts."""
        small = self._grain if value < SMALL or (value == SMALL and steps < 0) else A_MINUTE
        return min(max(value + steps * small, self._least), self._most)
