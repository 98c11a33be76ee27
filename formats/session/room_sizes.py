"""How large is each room, for so many people?"""

from dataclasses import dataclass

from formats.language import tr, tr_count
from formats.session.wording import join_or, range_words


@dataclass(frozen=True, slots=True)
class SizeRange:
    """How many people a room takes: at least, usually, at most."""

    minimum: int
    usual: int
    maximum: int

    def __post_init__(self) -> None:
        if not 1 <= self.minimum <= self.usual <= self.maximum:
            raise ValueError(tr("Room sizes must rise from minimum to maximum: {sizes}.", sizes=self.range_text()))

    def range_text(self) -> str:
        """The range as one says it: 4, or 3 to 4."""
        return range_words(self.minimum, self.maximum)


class SizeError(ValueError):
    """This number of people does not fit; the text says so, `fits` holds the nearest numbers that do."""

    def __init__(self, sentence: str, fits: tuple[int, ...]) -> None:
        super().__init__(sentence)
        self.fits = fits


def room_sizes(people: int, sizes: SizeRange, rooms: int | None = None) -> tuple[int, ...]:
    """Sizes of the rooms, largest first, as even as possible and as near the usual size as can be.

    With `rooms` the number of rooms is given. Raises SizeError when the people cannot be divided so.
    """
    if rooms is None:
        rooms = _best_number_of_rooms(people, sizes)
    elif not _divides(people, rooms, sizes):
        raise SizeError(_wrong_number_of_rooms(people, rooms, sizes), nearest_that_fit(people, sizes, rooms))
    small, larger = divmod(people, rooms)
    return (small + 1,) * larger + (small,) * (rooms - larger)


def possible_numbers_of_rooms(people: int, sizes: SizeRange) -> range:
    """Every number of rooms that keeps all of them within the range."""
    return range(max(1, -(-people // sizes.maximum)), people // sizes.minimum + 1)


def nearest_that_fit(people: int, sizes: SizeRange, rooms: int | None = None) -> tuple[int, ...]:
    """The next smaller and next larger number of people that can be divided."""
    if rooms is not None:
        least, most = rooms * sizes.minimum, rooms * sizes.maximum
        return (least,) if people < least else (most,)
    below = next((n for n in range(people - 1, sizes.minimum - 1, -1) if _fits(n, sizes)), None)
    above = next(n for n in range(people + 1, people + sizes.maximum + sizes.minimum + 1) if _fits(n, sizes))
    return (above,) if below is None else (below, above)


def _best_number_of_rooms(people: int, sizes: SizeRange) -> int:
    choices = possible_numbers_of_rooms(people, sizes)
    if not choices:
        raise SizeError(_cannot_divide(people, sizes), nearest_that_fit(people, sizes))
    # When two are as near to the usual size, take the smaller rooms: there fewer pairs meet.
    return min(choices, key=lambda rooms: (abs(people / rooms - sizes.usual), -rooms))


def _fits(people: int, sizes: SizeRange) -> bool:
    return bool(possible_numbers_of_rooms(people, sizes))


def _divides(people: int, rooms: int, sizes: SizeRange) -> bool:
    return rooms >= 1 and rooms * sizes.minimum <= people <= rooms * sizes.maximum


def _cannot_divide(people: int, sizes: SizeRange) -> str:
    fits = join_or(str(number) for number in nearest_that_fit(people, sizes))
    heads = tr_count("{count} person", "{count} people", people)
    return tr(
        "{people} cannot be divided into rooms of {sizes}. It works with {fits} people.",
        people=heads,
        sizes=sizes.range_text(),
        fits=fits,
    )


def _wrong_number_of_rooms(people: int, rooms: int, sizes: SizeRange) -> str:
    choices = possible_numbers_of_rooms(people, sizes)
    heads = tr_count("{count} person", "{count} people", people)
    said = tr(
        "{people} cannot be divided into {rooms} of {sizes}.",
        people=heads,
        rooms=tr_count("{count} room", "{count} rooms", rooms),
        sizes=sizes.range_text(),
    )
    if not choices:
        fits = nearest_that_fit(people, sizes, rooms)[0]
        return " ".join((said, tr("With {rooms} rooms it works with {fits} people.", rooms=rooms, fits=fits)))
    several = range_words(choices[0], choices[-1])
    works = tr_count("It works with {rooms} room.", "It works with {rooms} rooms.", choices[-1], rooms=several)
    return f"{said} {works}"
