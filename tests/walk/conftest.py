"""The application and its look, as the tests of the desktop have them."""

from tests.desktop.conftest import look, qapp

__all__ = ["look", "qapp"]
