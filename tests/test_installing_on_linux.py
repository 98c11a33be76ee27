"""What a desktop on Linux reads of the app is well formed, and says what the app itself says."""

import re
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from desktop.commands.command_line import run
from formats.library.transfer import ENDING
from tests.test_architecture import ROOT
from tests.test_documents import README

INSTALL = ROOT / "resources" / "install" / "linux"
SHARE = INSTALL / "share"
ENTRY = (SHARE / "clearing.desktop").read_text("utf-8")
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def test_a_session_file_has_one_type_everywhere() -> None:
    (kind,) = ElementTree.parse(SHARE / "clearing.mime.xml").getroot()
    glob = kind.find(f"{MIME}glob")
    assert glob is not None
    assert glob.get("pattern") == f"*.{ENDING}"
    assert f"MimeType={kind.get('type')};" in ENTRY
    about = ElementTree.parse(SHARE / "clearing.metainfo.xml").getroot()
    assert about.findtext("provides/mediatype") == kind.get("type")


def test_the_entry_in_the_menu_opens_a_file_that_is_handed_to_it() -> None:
    assert "\nExec=clearing %F\n" in ENTRY
    assert "\nIcon=clearing\n" in ENTRY
    about = ElementTree.parse(SHARE / "clearing.metainfo.xml").getroot()
    assert about.findtext("launchable") == "clearing.desktop"


def test_the_manual_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(["--help"])
    there = set(re.findall(r"^ {4}([a-z]+) ", capsys.readouterr().out, re.MULTILINE))
    manual = (SHARE / "clearing.1").read_text("utf-8")
    assert set(re.findall(r"^\.TP\n\.B ([a-z]+)$", manual, re.MULTILINE)) == there


def test_what_is_said_to_software_centres_counts_as_the_readme_does() -> None:
    about = (SHARE / "clearing.metainfo.xml").read_text("utf-8")
    further = re.search(r"one of (\d+) further structures", README)
    assert further is not None
    assert f"one of {int(further[1]) + 3} structures" in about


@pytest.mark.parametrize("script", ["make", "newest-python", "python", "bundle", "pack"])
def test_a_script_is_written_as_a_shell_reads_it(script: str) -> None:
    subprocess.run(["bash", "-n", Path(INSTALL, script)], check=True)
