"""How long may an opener be heard, and how is that said?"""

from datetime import timedelta

from desktop.wording import clock_digits, minutes
from formats.structures.opener import Opener

HALF_MINUTE = timedelta(seconds=30)


def lengths_of(opener: Opener) -> list[timedelta]:
    """Every half minute an opener can take, and its usual length."""
    low, high = opener.lengths.minimum, opener.lengths.maximum
    halves = {low + n * HALF_MINUTE for n in range((high - low) // HALF_MINUTE + 1)}
    return sorted(halves | {opener.lengths.usual, high})


def length_words(length: timedelta) -> str:
    """A length in minutes, or in digits where it is no whole number of halves."""
    return minutes(length) if not length % HALF_MINUTE else clock_digits(length // timedelta(seconds=1))
