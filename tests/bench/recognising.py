"""How does the time to recognise a list grow with the list and with the people known?

    python -m tests.bench.recognising

Prints milliseconds for lists and networks of several sizes, and how much longer twice as many take: about 2 where
it grows evenly, about 4 where each is compared with each.
"""

from itertools import product
from time import perf_counter

from formats.session.people import Person
from formats.session.roster import PersonDraft
from formats.session.roster.recognise import recognise

_FIRST = ("Amina", "Beth", "Callum", "Dele", "Ewan", "Hana", "Idris", "Jo", "Kristin", "Lena", "Meera", "Nuala")
_SIZES = (100, 200, 400, 800, 1600, 3200)


def main() -> None:
    """Prints one line for each size."""
    before = 0.0
    for size in _SIZES:
        names = _names(size)
        known = tuple(Person(f"p{number}", name) for number, name in enumerate(names))
        listed = (_misspelt(name) if number % 3 == 0 else name for number, name in enumerate(names))
        drafts = [PersonDraft(name) for name in listed]
        begun = perf_counter()
        recognise(drafts, known)
        took = (perf_counter() - begun) * 1000
        growth = f", {took / before:.1f} times the last" if before else ""
        print(f"{size:5} on the list, {size:5} known: {took:7.1f} ms{growth}")
        before = took


def _names(count: int) -> list[str]:
    syllables = (
        "ba",
        "cor",
        "den",
        "fil",
        "gar",
        "hol",
        "jen",
        "kos",
        "lam",
        "mor",
        "nad",
        "per",
        "quin",
        "ros",
        "ty",
    )
    families = (f"{one}{two}{three}".title() for one, two, three in product(syllables, repeat=3))
    return [
        f"{_FIRST[number % len(_FIRST)]} {family}" for number, family in zip(range(count), families, strict=False)
    ]


def _misspelt(name: str) -> str:
    return name[:-2] + name[-1]


if __name__ == "__main__":
    main()
