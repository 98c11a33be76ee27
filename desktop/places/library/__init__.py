"""Structures and openers: what there is to choose from."""

from desktop.places.library.place import LibraryPlace

__all__ = ["LibraryPlace"]
