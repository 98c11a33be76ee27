"""Which tests cannot hold on Windows, or under Wine, and why? A plugin of pytest that skips them by name.

python -m pytest -p tests.windows.limits
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LIMITS: dict[str, str] = {}
"""A file, or the beginning of a test's id, and why it cannot hold."""


def reason_for(node: str) -> str:
    """Why a test or a file of tests cannot hold; empty where it can."""
    return next((reason for start, reason in LIMITS.items() if node.startswith(start)), "")


class LimitedModule(pytest.Module):
    """A file that cannot even be imported there."""

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        """Skips it whole, with the reason."""
        pytest.skip(reason_for(self.nodeid), allow_module_level=True)


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    """Takes the place of a file that is skipped whole."""
    limited = LIMITS.get(module_path.relative_to(ROOT).as_posix())
    return LimitedModule.from_parent(parent, path=module_path) if limited else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skips what cannot hold in a file of which other tests do."""
    for item, reason in _limited(items):
        item.add_marker(pytest.mark.skip(reason=reason))


def _limited(items: list[pytest.Item]) -> Iterator[tuple[pytest.Item, str]]:
    for item in items:
        if reason := reason_for(item.nodeid):
            yield item, reason
