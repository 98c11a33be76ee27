"""What is read from the disk once the window is there, so that no place is slow to open for the first time?"""

import pkgutil
import sys
from collections.abc import Iterator
from importlib import import_module

from desktop import panels, places
from formats import session


def read_modules() -> Iterator[None]:
    """Imports one module in each step, on the UI thread: none takes over 50 ms."""
    for module in modules():
        if module not in sys.modules:
            import_module(module)
            yield


def modules() -> Iterator[str]:
    """Every module of the places, after those they stand on: so no step reads very many at once."""
    for package in (session, panels, places):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield module.name
