"""Makes the icons that Windows and macOS ask for from our one picture: the same picture gives the same bytes.

python resources/install/icons.py build/made       writes clearing.ico and clearing.icns there
"""

import os
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

PICTURE = Path(__file__).parent.parent / "icons" / "clearing.svg"
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
"""What Windows shows at 100 to 200 % of its scale: in lists, on the task bar, as a large icon; in pixels."""
LARGEST_PLAIN = 64
"""Larger ones are PNG within the file; older readers of icons take smaller ones only as plain pixels."""
ICNS_TYPES = {
    "icp4": 16, "icp5": 32, "ic07": 128, "ic08": 256, "ic09": 512,
    "ic10": 1024, "ic11": 32, "ic12": 64, "ic13": 256, "ic14": 512,
}  # fmt: skip
"""The types of macOS whose content is a PNG, with its size in pixels; from ic10 on those for dense screens."""


def write_icons(folder: Path) -> tuple[Path, Path]:
    """Writes both files, and gives where they are."""
    folder.mkdir(parents=True, exist_ok=True)
    ico, icns = folder / "clearing.ico", folder / "clearing.icns"
    ico.write_bytes(ico_content())
    icns.write_bytes(icns_content())
    return ico, icns


def ico_content() -> bytes:
    """The icon of Windows: a directory of 16 bytes for each size, then the pictures."""
    pictures = [_plain(size) if size <= LARGEST_PLAIN else _png(size) for size in ICO_SIZES]
    at = 6 + 16 * len(pictures)
    directory = struct.pack("<HHH", 0, 1, len(pictures))
    for size, picture in zip(ICO_SIZES, pictures, strict=True):
        side = size % 256  # 0 stands for 256
        directory += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    return directory + b"".join(pictures)


def icns_content() -> bytes:
    """The icon of macOS: each picture behind its type and its length, all behind the length of the whole."""
    pictures = {size: _png(size) for size in set(ICNS_TYPES.values())}
    parts = b"".join(
        kind.encode("ascii") + struct.pack(">I", len(pictures[size]) + 8) + pictures[size]
        for kind, size in ICNS_TYPES.items()
    )
    return b"icns" + struct.pack(">I", len(parts) + 8) + parts


def _painted(size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(PICTURE)).render(painter)
    painter.end()
    return image


def _png(size: int) -> bytes:
    content, buffer = QByteArray(), QBuffer()
    buffer.setBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"png")
    writer.write(_painted(size))
    return bytes(content.data())


def _plain(size: int) -> bytes:
    """Rows of pixels from the bottom up, and a mask that hides nothing, for the transparency is in the pixels."""
    image, mask_row = _painted(size), -(-size // 32) * 4
    header = struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, 32, 0, 0, 0, 0, 0, 0)
    pixels, row = bytes(image.constBits()), 4 * size
    rows = [pixels[row * at : row * (at + 1)] for at in reversed(range(size))]
    return header + b"".join(rows) + bytes(mask_row * size)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    for file in write_icons(Path(sys.argv[1])):
        print(file)
