"""The place where a session is run: timer, rooms and notes together."""

from desktop.places.run.place import RunPlace

__all__ = ["RunPlace"]
