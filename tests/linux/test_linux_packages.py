"""What is tried in bare Debians is what the app says and what is installed: the same sentence, the same type."""

from pathlib import Path

import pytest

from desktop.commands.display_check import what_to_install
from tests.linux.__main__ import SUITES
from tests.linux.archive import SENTENCE
from tests.linux.package import TYPE

ROOT = Path(__file__).parents[2]
INSTALL = ROOT / "resources" / "install" / "linux"


def test_the_sentence_is_read_as_it_is_said() -> None:
    said = SENTENCE.fullmatch(
        what_to_install({"libnot-here.so.1": "libnot-here1", "libnor-here.so.6": "libnor6.2"})
    )
    assert said is not None
    assert said[1].split() == ["libnot-here1", "libnor6.2"]


def test_the_type_that_is_opened_is_the_one_that_is_installed() -> None:
    assert f'type="{TYPE}"' in (INSTALL / "share" / "clearing.mime.xml").read_text("utf-8")


@pytest.mark.parametrize("name", ["make", "newest-python", "python", "bundle", "pack"])
def test_a_script_stops_at_the_first_mistake_and_may_be_run(name: str) -> None:
    script = INSTALL / name
    assert "\nset -euo pipefail\n" in script.read_text("utf-8")
    assert script.stat().st_mode & 0o100


def test_each_system_that_is_promised_is_tried() -> None:
    promised = (ROOT / "resources" / "install" / "README.md").read_text("utf-8")
    assert "a Debian 12 and a Debian 13" in promised
    assert SUITES == ("bookworm", "trixie")
