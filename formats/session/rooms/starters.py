"""From which first rounds do whole plans without repeats unfold by turning?

Found by a search for first rounds that cover every difference at most once, the method of Bose (1939);
`tests/session/rooms/test_designs.py` proves each of them.
"""

from dataclasses import dataclass

Rooms = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Starter:
    """`circles` circles of `order` people each; higher numbers stay. Each base round unfolds to `order` rounds."""

    order: int
    circles: int
    bases: tuple[Rooms, ...]

    def moved(self, person: int, steps: int) -> int:
        """Who takes this person's place after so many turns."""
        if person >= self.order * self.circles:
            return person
        circle, place = divmod(person, self.order)
        return circle * self.order + (place + steps) % self.order


def _rooms(text: str) -> Rooms:
    return tuple(tuple(int(person) for person in room.split()) for room in text.split(","))


STARTERS = {
    (5, 3): Starter(
        7,
        2,
        (_rooms("0 1 12, 2 6 9, 3 5 11, 4 13 14, 7 8 10"),),
    ),
    (6, 3): Starter(
        4,
        4,
        (
            _rooms("0 1 7, 2 8 15, 3 10 14, 4 11 12, 5 9 16, 6 13 17"),
            _rooms("0 8 14, 1 5 6, 2 11 17, 3 15 16, 4 9 10, 7 12 13"),
        ),
    ),
    (7, 3): Starter(
        5,
        4,
        (
            _rooms("0 6 15, 1 3 14, 2 9 19, 4 7 13, 5 10 18, 8 11 20, 12 16 17"),
            _rooms("0 1 5, 2 12 14, 3 16 20, 4 15 18, 6 9 13, 7 8 19, 10 11 17"),
        ),
    ),
    (8, 3): Starter(
        11,
        2,
        (_rooms("0 9 12, 1 6 16, 2 3 10, 4 20 22, 5 11 18, 7 14 15, 8 17 23, 13 19 21"),),
    ),
    (9, 3): Starter(
        13,
        2,
        (_rooms("0 12 22, 1 18 20, 2 4 11, 3 15 16, 5 10 25, 6 9 14, 7 21 26, 8 19 24, 13 17 23"),),
    ),
    (10, 3): Starter(
        14,
        2,
        (_rooms("0 10 15, 1 12 19, 2 3 11, 4 20 24, 5 7 16, 6 14 29, 8 18 21, 9 26 28, 13 25 27, 17 22 23"),),
    ),
    (12, 3): Starter(
        12,
        3,
        (
            _rooms(
                "0 2 20, 1 22 34, 3 30 35, 4 26 27, 5 9 16, 6 21 32, 7 10 12, 8 25 33, 11 23 29, "
                "13 14 18, 15 28 31, 17 19 24"
            ),
        ),
    ),
    (6, 4): Starter(
        7,
        3,
        (_rooms("0 4 6 12, 1 8 14 22, 2 11 18 23, 3 13 17 21, 5 15 16 20, 7 9 10 19"),),
    ),
    (7, 4): Starter(
        9,
        3,
        (_rooms("0 7 10 16, 1 6 12 14, 2 5 19 20, 3 4 23 25, 8 13 24 27, 9 17 22 26, 11 15 18 21"),),
    ),
    (9, 4): Starter(
        11,
        3,
        (
            _rooms(
                "0 1 8 15, 2 12 30 35, 3 14 16 19, 4 21 23 34, 5 7 28 29, 6 22 26 31, 9 17 18 27, "
                "10 11 25 33, 13 20 24 32"
            ),
        ),
    ),
    (12, 4): Starter(
        12,
        4,
        (
            _rooms(
                "0 36 44 45, 1 16 28 38, 2 13 32 40, 3 11 25 42, 4 6 14 29, 5 24 26 33, 7 23 27 31, "
                "8 20 22 43, 9 10 15 39, 12 17 34 35, 18 19 37 47, 21 30 41 46"
            ),
        ),
    ),
    (6, 5): Starter(
        6,
        5,
        (_rooms("0 20 22 25 26, 1 5 6 7 28, 2 11 17 23 24, 3 4 14 16 21, 8 10 15 18 19, 9 12 13 27 29"),),
    ),
}
"""(rooms, size) -> starter."""
