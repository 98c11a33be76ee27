"""How hard is a passphrase to guess, for somebody who has the sealed file and time?

The number of guesses is estimated by zxcvbn (Wheeler, "zxcvbn: Low-Budget Password Strength Estimation", USENIX
Security 2016): common words, names, dates, keyboard patterns and repeats, tried in the order a guesser would. Each
guess costs a computer about a second, see `sealing`.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from formats.language import tr, tr_count

FEWEST_GUESSES = 10.0  # as a power of ten: a year and a half for a hundred computers
_GUESSERS, _SECONDS_A_YEAR = 100, 31_557_600
_LONGEST_ESTIMATED = 72  # letters; the estimate takes longer with each, and is far beyond all need by then


@dataclass(frozen=True, slots=True)
class PassphraseStrength:
    """How many guesses a passphrase withstands, as a power of ten."""

    guesses: float

    @property
    def suffices(self) -> bool:
        """Whether a file may be sealed with it."""
        return self.guesses >= FEWEST_GUESSES

    @property
    def sentence(self) -> str:
        """What to say beside it."""
        if not self.suffices:
            return tr("Too easy to guess. Add a word or two that do not belong together.")
        years = 10**self.guesses / 2 / _GUESSERS / _SECONDS_A_YEAR
        if years >= 1000:
            return tr("Strong: a hundred computers would guess for more than a thousand years.")
        return tr_count(
            "Good: a hundred computers would guess for about {count} year.",
            "Good: a hundred computers would guess for about {count} years.",
            max(1, round(years)),
        )


def estimate_strength(passphrase: str, known: Iterable[str] = ()) -> PassphraseStrength:
    """How hard a passphrase is to guess; `known` are words that a guesser would try first, such as names."""
    if not passphrase:
        return PassphraseStrength(0.0)
    from zxcvbn import zxcvbn  # late: its lists of words take a sixth of a second

    words = [word for text in known for word in text.split()]
    found = zxcvbn(passphrase[:_LONGEST_ESTIMATED], user_inputs=words)
    return PassphraseStrength(math.log10(max(1, int(found["guesses"]))))
