"""What do Qt's sources say of the parts that others made? Writes it to resources/licences/qt.toml.

    python -m tests.make_qt_licences FOLDER_OF_QTBASE

Qt's own module for SVG pictures is one part more, and stands here.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LICENCES = Path(__file__).parent.parent / "resources" / "licences"
NOT_IN_THE_APP = ("qttestlib", "qttestinternals_private")
VERSION = re.compile(r'QT_REPO_MODULE_VERSION "(\d+\.\d+)')
OTHER_SYSTEMS = ("3rdparty/android", "3rdparty/wasm", "3rdparty/gradle")
SVG = {
    "Id": "xsvg",
    "Name": "XSVG",
    "LicenseId": "HPND-sell-variant",
    "Copyright": "Copyright 2002 USC/Information Sciences Institute",
}


def main(qtbase: Path) -> None:
    """Writes the list, and each text that is not one of the usual ones."""
    version = VERSION.search((qtbase / ".cmake.conf").read_text("utf-8"))
    head = (
        f'# Written by tests/make_qt_licences.py from the sources of this Qt.\nqt = "{version and version[1]}"\n'
    )
    parts = [*_parts(qtbase / "src"), _entry(SVG, ("licences/texts/HPND-sell-variant",))]
    (LICENCES / "qt.toml").write_text("\n".join((head, *parts)), "utf-8")


def _parts(sources: Path) -> Iterator[str]:
    for file in sorted(sources.rglob("qt_attribution.json")):
        place = file.parent.relative_to(sources).as_posix()
        said = json.loads(file.read_text("utf-8"), strict=False)
        for part in said if isinstance(said, list) else [said]:
            if part["QDocModule"] not in NOT_IN_THE_APP and not place.startswith(OTHER_SYSTEMS):
                yield _entry(part, tuple(_texts(part, file.parent, place)))


def _texts(part: dict[str, Any], folder: Path, place: str) -> Iterator[str]:
    """The names of its texts; those that lie beside it are kept."""
    beside = part.get("LicenseFiles") or [name for name in [part.get("LicenseFile")] if name]
    for name in beside:
        text = (folder / name).read_text("utf-8", errors="replace")
        kept = f"{place.removeprefix('3rdparty/').replace('/', '-')}-{Path(name).stem}".lower()
        alike = (file for file in (LICENCES / "qt").iterdir() if file.read_text("utf-8") == text)
        file = next(alike, LICENCES / "qt" / f"{kept}.txt")
        file.write_text(text, "utf-8")
        yield f"licences/qt/{file.stem}"
    if not beside:
        yield f"licences/texts/{part['LicenseId']}"


def _entry(part: dict[str, Any], texts: tuple[str, ...]) -> str:
    said = part.get("Copyright", "")
    lines = {
        "name": part["Name"],
        "version": part.get("Version", ""),
        "terms": part["LicenseId"],
        "copyright": "\n".join(said) if isinstance(said, list) else said,
        "texts": list(texts),
    }
    return "[[part]]\n" + "".join(
        f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in lines.items()
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
