"""The flag that writes the golden exports anew, to be read as a diff."""

from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent.parent / "golden"
FONTS = Path(__file__).parent.parent.parent / "resources" / "fonts"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Known when the tests of this folder are named on the command line."""
    parser.addoption("--refresh-golden", action="store_true", help="write the golden exports anew")


@pytest.fixture
def fonts() -> Path:
    """The folder of our own fonts."""
    return FONTS


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the accepted one of this name, or accepts it where the flag is given."""

    def compare(name: str, text: str) -> None:
        file = GOLDEN / name
        if request.config.getoption("--refresh-golden", default=False):
            file.write_text(text, encoding="utf-8", newline="\n")
        assert text == file.read_text(encoding="utf-8")

    return compare
