"""Packs the app into a zip that runs from any folder: the same folder gives the same bytes.

python resources/install/zip_folder.py dist/Clearing dist/Clearing-windows.zip
"""

import sys
import zipfile
from pathlib import Path

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The one moment that every zip can tell."""


def zip_folder(folder: Path, target: Path) -> Path:
    """Writes all files of a folder under its name, in the order of their names."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for file in sorted(each for each in folder.rglob("*") if each.is_file()):
            entry = zipfile.ZipInfo(file.relative_to(folder.parent).as_posix(), EARLIEST)
            entry.external_attr = file.stat().st_mode << 16
            packed.writestr(entry, file.read_bytes(), zipfile.ZIP_DEFLATED, compresslevel=9)
    return target


if __name__ == "__main__":
    print(zip_folder(Path(sys.argv[1]), Path(sys.argv[2])))
