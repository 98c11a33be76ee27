"""From which first rounds do whole plans without repeats unfold by turning?

Found by a search for first rounds that cover every difference at most once, the method of Bose (1939);
`tests/session/rooms/test_designs.py` proves each of them.
"""

from dataclasses import dataclass

BaseRound = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Starter:
    """`circles` circles of `order` people each; higher numbers stay. Each base round unfolds to `order` rounds."""

    order: int
    circles: int
    bases: tuple[BaseRound, ...]

    def successor(self, person: int, steps: int) -> int:
        """Who takes this person's place after so many turns."""
        if person >= self.order * self.circles:
            return person
        circle, place = divmod(person, self.order)
        return circle * self.order + (place + steps) % self.order


def _base_round(text: str) -> BaseRound:
    return tuple(tuple(int(person) for person in room.split()) for room in text.split(","))


STARTERS = {
    (5, 3): Starter(
        7,
        2,
        (_base_round("0 1 12, 2 6 9, 3 5 11, 4 13 14, 7 8 10"),),
    ),
    (6, 3): Starter(
        4,
        4,
        (
            _base_round("0 1 7, 2 8 15, 3 10 14, 4 11 12, 5 9 16, 6 13 17"),
            _base_round("0 8 14, 1 5 6, 2 11 17, 3 15 16, 4 9 10, 7 12 13"),
        ),
    ),
    (7, 3): Starter(
        5,
        4,
        (
            _base_round("0 6 15, 1 3 14, 2 9 19, 4 7 13, 5 10 18, 8 11 20, 12 16 17"),
            _base_round("0 1 5, 2 12 14, 3 16 20, 4 15 18, 6 9 13, 7 8 19, 10 11 17"),
        ),
    ),
    (8, 3): Starter(
        11,
        2,
        (_base_round("0 9 12, 1 6 16, 2 3 10, 4 20 22, 5 11 18, 7 14 15, 8 17 23, 13 19 21"),),
    ),
    (9, 3): Starter(
        13,
        2,
        (_base_round("0 12 22, 1 18 20, 2 4 11, 3 15 16, 5 10 25, 6 9 14, 7 21 26, 8 19 24, 13 17 23"),),
    ),
    (10, 3): Starter(
        14,
        2,
        (_base_round("0 10 15, 1 12 19, 2 3 11, 4 20 24, 5 7 16, 6 14 29, 8 18 21, 9 26 28, 13 25 27, 17 22 23"),),
    ),
    (12, 3): Starter(
        12,
        3,
        (
            _base_round(
                "0 2 20, 1 22 34, 3 30 35, 4 26 27, 5 9 16, 6 21 32, 7 10 12, 8 25 33, 11 23 29, "
                "13 14 18, 15 28 31, 17 19 24"
            ),
        ),
    ),
    (13, 3): Starter(
        12,
        3,
        (
            _base_round(
                "0 11 23, 1 8 21, 2 5 34, 3 27 31, 4 20 37, 6 15 36, 7 17 28, 9 24 35, 10 12 29, "
                "13 26 38, 14 18 33, 16 19 25, 22 30 32"
            ),
        ),
    ),
    (14, 3): Starter(
        14,
        3,
        (
            _base_round(
                "0 29 40, 1 17 26, 2 5 35, 3 7 21, 4 12 39, 6 18 30, 8 15 16, 9 10 32, 11 20 36, "
                "13 31 33, 14 22 28, 19 23 38, 24 37 41, 25 27 34"
            ),
        ),
    ),
    (15, 3): Starter(
        15,
        3,
        (
            _base_round(
                "0 8 32, 1 5 15, 2 28 42, 3 21 31, 4 25 34, 6 9 40, 7 13 36, 10 30 37, 11 19 27, "
                "12 33 38, 14 18 23, 16 17 39, 20 22 26, 24 41 43, 29 35 44"
            ),
        ),
    ),
    (6, 4): Starter(
        7,
        3,
        (_base_round("0 4 6 12, 1 8 14 22, 2 11 18 23, 3 13 17 21, 5 15 16 20, 7 9 10 19"),),
    ),
    (7, 4): Starter(
        9,
        3,
        (_base_round("0 7 10 16, 1 6 12 14, 2 5 19 20, 3 4 23 25, 8 13 24 27, 9 17 22 26, 11 15 18 21"),),
    ),
    (8, 4): Starter(
        6,
        5,
        (
            _base_round(
                "0 9 25 31, 1 3 16 27, 2 8 20 30, 4 5 21 26, 6 10 14 19, 7 12 18 28, 11 17 24 29, 13 15 22 23"
            ),
        ),
    ),
    (9, 4): Starter(
        11,
        3,
        (
            _base_round(
                "0 1 8 15, 2 12 30 35, 3 14 16 19, 4 21 23 34, 5 7 28 29, 6 22 26 31, 9 17 18 27, "
                "10 11 25 33, 13 20 24 32"
            ),
        ),
    ),
    (10, 4): Starter(
        12,
        3,
        (
            _base_round(
                "0 21 32 39, 1 3 17 20, 2 11 24 28, 4 16 35 38, 5 6 10 33, 7 15 25 36, 8 18 19 23, "
                "9 22 30 37, 12 14 26 27, 13 29 31 34"
            ),
        ),
    ),
    (12, 4): Starter(
        12,
        4,
        (
            _base_round(
                "0 36 44 45, 1 16 28 38, 2 13 32 40, 3 11 25 42, 4 6 14 29, 5 24 26 33, 7 23 27 31, "
                "8 20 22 43, 9 10 15 39, 12 17 34 35, 18 19 37 47, 21 30 41 46"
            ),
        ),
    ),
    (14, 4): Starter(
        14,
        4,
        (
            _base_round(
                "0 17 18 41, 1 7 30 53, 2 12 37 47, 3 31 34 36, 4 6 9 14, 5 26 42 45, 8 44 49 50, "
                "10 23 40 43, 11 29 35 54, 13 24 27 39, 15 19 33 55, 16 22 38 51, 20 25 48 52, "
                "21 28 32 46"
            ),
        ),
    ),
    (15, 4): Starter(
        15,
        4,
        (
            _base_round(
                "0 34 51 56, 1 7 20 55, 2 43 47 48, 3 5 15 42, 4 14 28 32, 6 29 36 59, 8 39 40 50, "
                "9 10 13 16, 11 45 54 58, 12 35 37 49, 17 21 30 46, 18 24 25 52, 19 33 44 57, "
                "22 27 38 53, 23 26 31 41"
            ),
        ),
    ),
    (6, 5): Starter(
        6,
        5,
        (_base_round("0 20 22 25 26, 1 5 6 7 28, 2 11 17 23 24, 3 4 14 16 21, 8 10 15 18 19, 9 12 13 27 29"),),
    ),
    (10, 5): Starter(
        9,
        5,
        (
            _base_round(
                "0 5 19 20 22, 1 7 8 13 35, 2 9 34 38 46, 3 21 27 29 33, 4 25 36 42 44, "
                "6 17 28 43 47, 10 24 31 40 48, 11 12 15 18 39, 14 23 32 37 49, 16 26 30 41 45"
            ),
        ),
    ),
    (7, 7): Starter(
        7,
        7,
        (
            _base_round(
                "0 5 9 10 27 29 32, 1 4 14 20 34 46 48, 2 3 17 21 26 37 40, 6 7 12 38 39 42 45, "
                "8 11 16 18 23 24 47, 13 15 19 30 31 36 41, 22 25 28 33 35 43 44"
            ),
        ),
    ),
}
"""(rooms, size) -> starter."""
