"""How useful was the session, by counted hands, and in which words? Never whose they were, never when."""

from dataclasses import dataclass, replace

from formats.language import Message
from formats.session.sorting import sort_key

Hands = tuple[int, int, int, int, int]
"""How many people held up one finger, two, and so on to five."""

ANSWERS = (
    Message("not at all"),
    Message("a little"),
    Message("somewhat"),
    Message("useful"),
    Message("very useful"),
)
FEWEST_FOR_AN_AVERAGE = 5
"""Of fewer hands an average would give away single people."""
MOST_HANDS = 1000
LONGEST_WORD = 40  # letters
_NO_HANDS: Hands = (0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class ClosingRound:
    """What came of one closing round. `words` stand by the alphabet, so that their order tells nothing.

    `in_minutes`, `in_year` and `words_in_year` say where it may be shown.
    """

    hands: Hands = _NO_HANDS
    words: tuple[str, ...] = ()
    in_minutes: bool = False
    in_year: bool = True
    words_in_year: bool = True

    @property
    def counted(self) -> int:
        """How many hands were counted."""
        return sum(self.hands)

    @property
    def average(self) -> float | None:
        """The average of the hands, 1 to 5, to a tenth; None where they are too few to hide anyone."""
        if self.counted < FEWEST_FOR_AN_AVERAGE:
            return None
        return round(sum(fingers * count for fingers, count in enumerate(self.hands, 1)) / self.counted, 1)

    def with_hands(self, fingers: int, more: int) -> "ClosingRound":
        """The same with so many hands more, or fewer where negative, for one number of fingers, 1 to 5."""
        one, two, three, four, five = (
            min(max(count + more, 0), MOST_HANDS) if at == fingers else count
            for at, count in enumerate(self.hands, 1)
        )
        return replace(self, hands=(one, two, three, four, five))

    def with_word(self, typed: str) -> "ClosingRound":
        """The same with a word as it was typed; nothing is added where nothing was."""
        word = " ".join(typed.split())[:LONGEST_WORD].rstrip()
        return replace(self, words=tuple(sorted((*self.words, word), key=sort_key))) if word else self

    def without_word(self, word: str) -> "ClosingRound":
        """The same without one of the words that are alike."""
        if word not in self.words:
            return self
        at = self.words.index(word)
        return replace(self, words=self.words[:at] + self.words[at + 1 :])
