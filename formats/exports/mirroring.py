"""How does a drawing look on a page that is read from the right? Each shape on the other side, no sign turned."""

import re
from dataclasses import replace
from xml.etree import ElementTree

from formats.exports.document import Picture
from formats.language import spoken

SVG = "http://www.w3.org/2000/svg"
_ANCHORS = {"start": "end", "end": "start", "middle": "middle"}
SIGN_WIDTH = 20
"""Of the square that a tick or a dash stands in."""
_SHIFT = re.compile(r"translate\(([\d.]+) ([\d.]+)\)")


def in_reading_direction(picture: Picture) -> Picture:
    """A drawing of ours as it stands in the language spoken."""
    return replace(picture, svg=_mirrored(picture.svg)) if spoken().from_the_right else picture


def _mirrored(svg: str) -> str:
    ElementTree.register_namespace("", SVG)
    drawn = ElementTree.fromstring(svg)
    width = float(drawn.attrib["viewBox"].split()[2])
    drawn.set("direction", "ltr")  # a text hangs from its anchor, whatever page it is on
    for shape in drawn:
        _move(shape, width)
    return ElementTree.tostring(drawn, encoding="unicode")


def _move(shape: ElementTree.Element, width: float) -> None:
    match shape.tag.rpartition("}")[2]:
        case "rect":
            shape.set("x", _number(width - float(shape.attrib["x"]) - float(shape.attrib["width"])))
        case "text":
            shape.set("x", _number(width - float(shape.attrib["x"])))
            shape.set("text-anchor", _ANCHORS[shape.attrib.get("text-anchor", "start")])
        case "circle":
            shape.set("cx", _number(width - float(shape.attrib["cx"])))
        case "line":
            for end in ("x1", "x2"):
                shape.set(end, _number(width - float(shape.attrib[end])))
        case "polyline":
            points = (point.split(",") for point in shape.attrib["points"].split())
            shape.set("points", " ".join(f"{_number(width - float(x))},{y}" for x, y in points))
        case "path":
            # A sign in a square of its own moves with it.
            sign = next(iter(_SHIFT.findall(shape.attrib["transform"])))
            left = width - float(sign[0]) - SIGN_WIDTH
            shape.set("transform", f"translate({_number(left)} {sign[1]})")


def _number(value: float) -> str:
    return f"{value:.1f}"
