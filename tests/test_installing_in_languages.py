"""What a desktop and an installer read of the app, in every language there is: well formed, and said in it."""

import re
import runpy
import shutil
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from formats.language.po_files import codes_in
from tests.test_architecture import ROOT
from tests.translation.languages import LANGUAGES

INSTALL = ROOT / "resources" / "install"
MADE_BY = runpy.run_path(str(INSTALL / "languages.py"))
CODES = codes_in(LANGUAGES)
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All that goes to Linux, Windows and macOS."""
    folder = tmp_path_factory.mktemp("made")
    for system, target in (
        ("linux", folder / "linux"),
        ("windows", folder / "words.nsh"),
        ("macos", folder / "macos"),
    ):
        subprocess.run([sys.executable, INSTALL / "languages.py", system, target], check=True)
    return folder


def checked_by(program: str, *arguments: str | Path) -> None:
    """Has another program read a file, where it is here."""
    if shutil.which(program):
        done = subprocess.run([program, *arguments], check=False, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr


def test_the_entry_in_the_menu_speaks_each_language(made: Path) -> None:
    checked_by("desktop-file-validate", made / "linux" / "clearing.desktop")
    entry = ConfigParser(interpolation=None)
    entry.read(made / "linux" / "clearing.desktop", "utf-8")
    said = dict(entry["Desktop Entry"])
    for code in CODES:
        for key in ("genericname", "comment", "keywords"):
            assert said[f"{key}[{code}]"] != said[key]
        assert said[f"keywords[{code}]"].endswith(";")


def test_software_centres_and_files_speak_each_language(made: Path) -> None:
    about = made / "linux" / "clearing.metainfo.xml"
    text = about.read_text("utf-8").replace("@VERSION@", "0.1.0").replace("@DATE@", "2026-12-01")
    about.write_text(text, "utf-8")
    checked_by("appstreamcli", "validate", "--no-net", about)
    for name in ("clearing.metainfo.xml", "clearing.mime.xml"):
        elements = list(ElementTree.parse(made / "linux" / name).getroot().iter())
        english = [one.tag for one in elements if one.tag.rpartition("}")[2] in ("summary", "p", "li", "comment")]
        for code in CODES:
            assert len([one for one in elements if one.get(LANGUAGE) == code]) * (len(CODES) + 1) == len(english)


@pytest.mark.parametrize("code", CODES)
def test_the_manual_has_the_same_commands_in_each_language(made: Path, code: str) -> None:
    commands = re.compile(r"^\.(?:B|I|TP|TH|RB|IR|br|PP|RI)\b.*$", re.MULTILINE)
    english = (made / "linux" / "clearing.1").read_text("utf-8")
    said = (made / "linux" / "man" / code / "clearing.1").read_text("utf-8")
    assert commands.findall(said) == commands.findall(english)
    assert said.count("\n") == english.count("\n")
    assert said != english


@pytest.mark.parametrize("code", CODES)
def test_the_text_beside_the_app_is_there_in_each_language(made: Path, code: str) -> None:
    said = (made / "linux" / f"README.{code}").read_text("utf-8")
    assert "\n    ./clearing\n" in said
    assert "LICENCES.txt.gz" in said
    assert max(map(len, said.splitlines())) <= MADE_BY["WIDTH"]


def test_the_installer_of_windows_is_made_with_every_language(made: Path, tmp_path: Path) -> None:
    words = (made / "words.nsh").read_text("utf-8")
    for name in (MADE_BY["OF_NSIS"][code].upper() for code in CODES if code in MADE_BY["OF_NSIS"]):
        for english in MADE_BY["WORDS"].finditer((INSTALL / "windows" / "clearing.nsi").read_text("utf-8")):
            assert re.search(rf'^LangString {english[1]} \$\{{LANG_{name}\}} ".+"$', words, re.MULTILINE)
    (tmp_path / "Clearing").mkdir()
    (tmp_path / "Clearing" / "clearing.exe").write_bytes(b"MZ")
    runpy.run_path(str(INSTALL / "icons.py"))["write_icons"](tmp_path)
    defined = {
        "VERSION": "0.1.0", "FOLDER": tmp_path / "Clearing", "ICON": tmp_path / "clearing.ico",
        "WORDS": made / "words.nsh", "TARGET": tmp_path / "made.exe",
    }  # fmt: skip
    given = (f"-D{key}={value}" for key, value in defined.items())
    checked_by("makensis", "-V2", "-WX", *given, INSTALL / "windows" / "clearing.nsi")


@pytest.mark.parametrize("code", CODES)
def test_the_finder_reads_what_a_session_file_is_called(made: Path, code: str) -> None:
    said = (made / "macos" / f"{code}.lproj" / "InfoPlist.strings").read_text("utf-8")
    assert re.fullmatch(r'"Clearing session" = "[^"]+";\n', said)
