"""How does a drawing get into files that take no SVG?"""

import re
from pathlib import Path

from formats.exports.document import Picture
from formats.exports.typesetting import fonts_in

WIDTH_CM = 16.0
DOTS_PER_INCH = 200
VIEW_BOX = re.compile(r'viewBox="0 0 (?P<width>[\d.]+) (?P<height>[\d.]+)"')
_LAYOUT = """
#set page(width: 16cm, height: auto, margin: 0pt)
#image(bytes(sys.inputs.at("svg")), format: "svg", width: 100%)
"""


def as_png(picture: Picture, fonts: Path) -> bytes:
    """The drawing as PNG, 16 cm wide at 200 dots an inch."""
    import typst

    content = typst.compile(
        _LAYOUT.encode(),
        font_paths=fonts_in(fonts),
        sys_inputs={"svg": picture.svg},
        format="png",
        ppi=DOTS_PER_INCH,
    )
    assert isinstance(content, bytes)
    return content


def proportion(picture: Picture) -> float:
    """The height of a drawing for a width of one, from its view box."""
    found = VIEW_BOX.search(picture.svg)
    return float(found["height"]) / float(found["width"]) if found else 1.0
