"""Does a window mirror? What is at its left where one reads from the left is at its right from the right."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.look import Look
from formats.language import Language
from tests.walk.layout import Layout, Spot, layout_of
from tests.walk.shapes import Shape
from tests.walk.visit import Visitor, settle

SLACK, SPACE = 2, 5
"""A space where a line was broken counts at the end of that line alone."""
NOT_MIRRORED: dict[str, str] = {}
"""What stays as it is, by its class, and why."""
Book = list[tuple[str, Layout]]
"""The layout of each stop of a walk, in their order."""


@dataclass(frozen=True, eq=False)
class _FromTheLeft(Language):
    """The same words, alphabet and days."""

    @property
    def from_the_right(self) -> bool:
        return False


def from_the_left(language: Language) -> Language:
    """A language that differs in nothing but the side from which it is read."""
    return _FromTheLeft(language.code, language.name, language.words)


class Surveyor(Visitor):
    """Writes down where everything stands, and looks for nothing else."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.book: Book = []

    def visit(self, name: str, window: QWidget) -> None:
        settle(window)
        self.stops.append(name)
        self.book.append((name, layout_of(window)))


class Mirror:
    """Compares each stop of a walk with the same stop of a walk from the left."""

    def __init__(self, book: Book) -> None:
        self._before = iter(book)

    def compare(self, name: str, window: QWidget) -> Iterator[str]:
        """What does not stand where the mirror has it."""
        left_name, left = next(self._before, ("nowhere", Layout({}, {}, {}, {})))
        if left_name == name:
            yield from not_mirrored(left, layout_of(window))
        else:
            yield f"other stop: here one is at {left_name} if one reads from the left"


def not_mirrored(left: Layout, right: Layout) -> Iterator[str]:
    """What has another place in the second layout than the mirror of the first."""
    for key, spot in right.spots.items():
        before = left.spots.get(key)
        kinds = right.kinds[key.partition(":")[0]]
        if before is not None and not _excepted(kinds) and not _mirrors(before, spot):
            yield f"not mirrored: {spot.what} is at {_words(spot)} and was at {_words(before)}"
    for way, shapes in right.shapes.items():
        widget = right.spots.get(way)
        if widget is not None and not _excepted(right.kinds[way]):
            yield from _painted(left.shapes.get(way, ()), shapes, widget)
    for way, edges in right.edges.items():
        before_edges = left.edges.get(way, edges[::-1])
        if way in right.spots and len(set(before_edges)) > 1 and before_edges == edges:
            yield f"not mirrored: the edges of {right.spots[way].what} are those that it has from the left"


def _mirrors(left: Spot, right: Spot) -> bool:
    """What differs in width keeps the edge that it begins at, or that it ends at."""
    return abs(left.left - right.right) <= SLACK or abs(left.right - right.left) <= SLACK


def _painted(left: tuple[Shape, ...], right: tuple[Shape, ...], widget: Spot) -> Iterator[str]:
    """Figures without a fellow where the mirror would have them."""
    free = list(right)
    for shape in left:
        fellow = next((one for one in free if _are_fellows(shape, one, widget.width)), None)
        if fellow is None:
            what = f"“{shape.text[:30]}”" if shape.text else shape.kind
            box = Spot("", shape.left, shape.width, widget.width)
            yield f"not mirrored: {what} painted at {_words(box)} on {widget.what} has no fellow there"
        else:
            free.remove(fellow)


def _are_fellows(left: Shape, right: Shape, room: float) -> bool:
    # The marks that set a number apart are taken from another face, which may make a line of words higher.
    as_high = bool(left.text) or abs(left.height - right.height) <= SLACK
    same = left.kind == right.kind and left.text == right.text and as_high
    where = (left.left - (room - right.left - right.width), (room - left.left - left.width) - right.left)
    return same and min(map(abs, where)) <= (SPACE if left.text else SLACK)


def _excepted(kinds: str) -> bool:
    return any(kind in NOT_MIRRORED for kind in kinds.split())


def _words(spot: Spot) -> str:
    return f"{spot.left:.0f} to {spot.left + spot.width:.0f} of {spot.room:.0f}"
