"""What is next, what has been, what is still open."""

from desktop.places.sessions.place import SessionsPlace

__all__ = ["SessionsPlace"]
