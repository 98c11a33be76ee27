"""Keeps the last of a kind of layout, because a second changes the digits and nothing else."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Layout = TypeVar("Layout")


class LastLayout(Generic[Layout]):
    """One layout, and what it was made from."""

    def __init__(self) -> None:
        self._kept: tuple[Hashable, Layout] | None = None

    def get(self, made_from: Hashable, make: Callable[[], Layout]) -> Layout:
        """The one that is kept where it was made from the same, else a new one."""
        if self._kept is None or self._kept[0] != made_from:
            self._kept = (made_from, make())
        return self._kept[1]
