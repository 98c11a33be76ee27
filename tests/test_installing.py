"""What cannot be run on Linux is read there: what installs on Windows and macOS fits together and with the app."""

import ast
import plistlib
import re
import runpy
import struct
import subprocess
import tomllib
import zipfile
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from formats.library.transfer import ENDING

ROOT = Path(__file__).parent.parent
INSTALL = ROOT / "resources" / "install"
SPEC = (ROOT / "build.spec").read_text("utf-8")
INSTALLER = (INSTALL / "windows" / "clearing.nsi").read_text("utf-8")
PLIST = plistlib.loads((INSTALL / "macos" / "Info.plist").read_bytes())
ENTITLEMENTS = plistlib.loads((INSTALL / "macos" / "entitlements.plist").read_bytes())
DISK_IMAGE = (INSTALL / "macos" / "dmg.sh").read_text("utf-8")
SHARE = INSTALL / "linux" / "share"
DESKTOP_ENTRY = ConfigParser(interpolation=None)
DESKTOP_ENTRY.read(SHARE / "clearing.desktop", "utf-8")
KINDS_OF_FILE = ElementTree.parse(SHARE / "clearing.mime.xml").getroot()
APPSTREAM = ElementTree.parse(SHARE / "clearing.metainfo.xml").getroot()
SHOWN = "Clearing session"
"""What a file of ours is called where files are listed."""


def script(name: str) -> dict[str, object]:
    """What a script for installing defines."""
    return runpy.run_path(str(INSTALL / name))


def test_a_session_file_is_the_same_on_all_systems() -> None:
    (kind,), (exported,) = PLIST["CFBundleDocumentTypes"], PLIST["UTExportedTypeDeclarations"]
    tags = exported["UTTypeTagSpecification"]

    assert tags["public.filename-extension"] == [ENDING]
    assert kind["LSItemContentTypes"] == [exported["UTTypeIdentifier"]]
    assert {kind["CFBundleTypeName"], exported["UTTypeDescription"]} == {SHOWN}
    (on_linux,) = KINDS_OF_FILE
    (word,) = on_linux.findall("{*}comment")
    (pattern,) = on_linux.findall("{*}glob")
    assert [on_linux.get("type")] == tags["public.mime-type"]
    assert (word.text, pattern.get("pattern")) == (SHOWN, f"*.{ENDING}")
    assert f'"${{CLASSES}}\\.{ENDING}" "" "${{TYPE}}"' in INSTALLER
    assert f'LangString SESSION_FILE ${{LANG_ENGLISH}} "{SHOWN}"' in INSTALLER
    assert '"${CLASSES}\\${TYPE}" "" "$(SESSION_FILE)"' in INSTALLER


def test_the_type_is_handed_to_the_command_that_opens_files() -> None:
    entry = DESKTOP_ENTRY["Desktop Entry"]
    assert entry["MimeType"] == f"{KINDS_OF_FILE[0].get('type')};"
    assert entry["Exec"] == "clearing %F"
    assert APPSTREAM.findtext("provides/mediatype") == KINDS_OF_FILE[0].get("type")
    assert APPSTREAM.findtext("launchable") == "clearing.desktop"
    assert """'"$INSTDIR\\clearing.exe" open "%1"'""" in INSTALLER


def test_what_the_installer_writes_it_also_takes_away() -> None:
    _, installing, removing = re.split(r"^Section .*$", INSTALLER, flags=re.MULTILINE)
    keys = set(re.findall(r'WriteReg\w+ HKCU "([^"]+)"', installing))
    gone = set(re.findall(r'DeleteRegKey(?: /ifempty)? HKCU "([^"]+)"', removing))

    assert {key for key in keys if not any(key.startswith(each) for each in gone)} == set()
    for made in ("uninstall.exe", "Clearing.lnk"):
        assert made in removing


def test_the_installer_asks_for_no_administrator_and_touches_no_data() -> None:
    _, _, removing = re.split(r"^Section .*$", INSTALLER, flags=re.MULTILINE)

    assert "RequestExecutionLevel user" in INSTALLER
    assert "HKLM" not in INSTALLER
    assert "$LOCALAPPDATA\\Clearing" not in removing
    # Only a folder that is wholly ours goes with all that is in it.
    assert re.findall(r'RMDir /r "([^"]+)"', INSTALLER) == ["$INSTDIR\\_internal"]


def test_names_and_paths_are_those_of_the_spec() -> None:
    (program,) = re.findall(r'^    name="(clearing)",$', SPEC, re.MULTILINE)
    (icon,) = re.findall(r'"macos": str\(MADE / "([^"]+)"\)', SPEC)

    assert f"{program}.exe" in INSTALLER
    assert PLIST["CFBundleDocumentTypes"][0]["CFBundleTypeIconFile"] == icon
    assert 'name="Clearing.app"' in SPEC
    assert "dist/Clearing.app" in DISK_IMAGE
    assert 'bundle_identifier="org.clearing.Clearing"' in SPEC
    assert APPSTREAM.findtext("id") == "org.clearing.Clearing"
    assert PLIST["UTExportedTypeDeclarations"][0]["UTTypeIdentifier"] == "org.clearing.session"
    for part in re.findall(r'INSTALL / "(\w+)" / "([\w.]+)"', SPEC):
        assert INSTALL.joinpath(*part).exists(), part


OF_PYINSTALLER = {
    "CFBundleExecutable", "CFBundleIconFile", "CFBundleIdentifier", "CFBundleInfoDictionaryVersion",
    "CFBundleName", "CFBundlePackageType", "CFBundleShortVersionString",
}  # fmt: skip
"""Written by BUNDLE itself, from the arguments of the spec."""


def test_the_app_of_macos_says_all_that_the_system_asks_of_it() -> None:
    assert {"CFBundleDevelopmentRegion", "LSMinimumSystemVersion", "NSHighResolutionCapable"} <= set(PLIST)
    assert not OF_PYINSTALLER & set(PLIST), "they would take the place of what the spec says"
    assert '"CFBundleVersion": VERSION' in SPEC
    assert "version=VERSION" in SPEC
    assert "LSBackgroundOnly" not in PLIST
    (exported,) = PLIST["UTExportedTypeDeclarations"]
    assert re.fullmatch(r"[A-Za-z0-9.-]+", exported["UTTypeIdentifier"])


def test_what_is_left_out_on_macos_is_in_qt_under_that_name_and_what_is_used_stays() -> None:
    """The names are those of the wheel of Qt for macOS, of the version that is pinned."""
    names = (ROOT / "tests" / "data" / "qt-of-macos.txt").read_text("utf-8").splitlines()
    unused = tomllib.loads((INSTALL / "macos" / "contents.toml").read_text("utf-8"))["unused"]
    meaningless = [part for part in unused if not any(part in name for name in names)]
    assert meaningless == ["libssl"], "of Python, not of Qt"

    kept = {name.rpartition("/")[2] for name in names if not any(part in name for part in unused)}
    used = {"QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtSvg", "QtDBus"}
    used |= {"libqcocoa.dylib", "libqoffscreen.dylib", "libqsvgicon.dylib", "libqmacstyle.dylib"}
    assert used <= kept
    assert not [name for name in kept if name.startswith(("QtQuick", "QtQml"))]


def test_the_disk_image_is_tried_again_where_the_disk_is_busy() -> None:
    assert "hdiutil create" in DISK_IMAGE
    subprocess.run(["sh", "-n", INSTALL / "macos" / "dmg.sh"], check=True)


def test_the_app_of_macos_asks_for_no_more_than_python_needs() -> None:
    assert set(ENTITLEMENTS) == {
        "com.apple.security.cs.allow-unsigned-executable-memory",
        "com.apple.security.cs.disable-library-validation",
    }
    assert not [name for name in PLIST if name.endswith("UsageDescription")]


def test_the_version_resource_says_the_version_as_words_and_numbers() -> None:
    text = script("windows/version_resource.py")["version_resource"]("0.12.3")

    ast.parse(text, mode="eval")
    assert "filevers=(0, 12, 3, 0), prodvers=(0, 12, 3, 0)" in text
    assert text.count('"0.12.3"') == 2


def test_the_icons_hold_every_size_and_are_the_same_each_time(tmp_path: Path, qtbot: QtBot) -> None:
    made = script("icons.py")
    first = [file.read_bytes() for file in made["write_icons"](tmp_path / "a")]
    assert [file.read_bytes() for file in made["write_icons"](tmp_path / "b")] == first

    ico, icns = first
    (count,) = struct.unpack_from("<H", ico, 4)
    ends = [sum(struct.unpack_from("<II", ico, 6 + 16 * at + 8)) for at in range(count)]
    assert [ico[6 + 16 * at] or 256 for at in range(count)] == list(made["ICO_SIZES"])
    assert ends[-1] == len(ico)
    assert dict(icns_parts(icns)) == made["ICNS_TYPES"]
    assert QImage(str(tmp_path / "a" / "clearing.ico")).width() in made["ICO_SIZES"]


def icns_parts(content: bytes) -> list[tuple[str, int]]:
    """The types in an icon of macOS, each with the width of its picture."""
    assert struct.unpack(">4sI", content[:8]) == (b"icns", len(content))
    parts, at = [], 8
    while at < len(content):
        kind, length = struct.unpack_from(">4sI", content, at)
        picture = QImage.fromData(content[at + 8 : at + length], "PNG")
        parts.append((kind.decode(), picture.width()))
        at += length
    return parts


def test_a_folder_is_zipped_the_same_each_time(tmp_path: Path) -> None:
    folder = tmp_path / "Clearing"
    (folder / "_internal").mkdir(parents=True)
    for name in ("clearing.exe", "_internal/é.dll"):
        (folder / name).write_bytes(name.encode())
    zip_folder = script("zip_folder.py")["zip_folder"]
    first = zip_folder(folder, tmp_path / "one.zip").read_bytes()
    (folder / "clearing.exe").touch()

    assert zip_folder(folder, tmp_path / "two.zip").read_bytes() == first
    with zipfile.ZipFile(tmp_path / "one.zip") as packed:
        assert packed.namelist() == ["Clearing/_internal/é.dll", "Clearing/clearing.exe"]
