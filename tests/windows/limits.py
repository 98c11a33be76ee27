"""Which tests cannot hold on Windows, or under Wine, and why? A plugin of pytest that skips them by name.

python -m pytest -p tests.windows.limits
"""

from collections.abc import Iterator

import pytest

LIMITS: dict[str, str] = {}
"""The beginning of a test's id, and why it cannot hold."""


def reason_for(node: str) -> str:
    """Why a test cannot hold; empty where it can."""
    return next((reason for start, reason in LIMITS.items() if node.startswith(start)), "")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skips what cannot hold."""
    for item, reason in _limited(items):
        item.add_marker(pytest.mark.skip(reason=reason))


def _limited(items: list[pytest.Item]) -> Iterator[tuple[pytest.Item, str]]:
    for item in items:
        if reason := reason_for(item.nodeid):
            yield item, reason
