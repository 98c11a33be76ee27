"""How is a Typst layout made into a tagged PDF, whatever scripts its texts are written in?"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from formats.exports.errors import TypesettingError
from formats.language import tr

if TYPE_CHECKING:
    from typst import Fonts

TEXT_FONTS = ("Atkinson Hyperlegible Next", "DejaVu Sans", "Noto Sans", "Segoe UI", "Helvetica Neue", "Arial")
UNDRAWN = "could not be displayed"
_PROBE = """
#let d = json(bytes(sys.inputs.at("values")))
#set document(title: d.title)
#set text(font: d.fonts)
#d.text
"""


@lru_cache(maxsize=2)
def fonts_in(folder: Path) -> "Fonts":
    """The fonts of a folder and of the system; looking for them takes longer than setting a page."""
    import typst

    return typst.Fonts(font_paths=[str(folder)])


def typeset(layout: str, values: Mapping[str, object], *, fonts: Path, now: datetime) -> bytes:
    """A tagged PDF of `layout` with `values` passed in as data; it is PDF/UA-1 if every sign can be drawn.

    Scripts that the fonts in the folder `fonts` lack come from the system's. A sign that no font has is drawn
    as an empty box: the file then cannot claim PDF/UA-1, but stays tagged, and `missing` tells the layout.
    Raises TypesettingError where the layout cannot be set.
    """
    try:
        return _compile(layout, {**values, "missing": False}, fonts, now, "ua-1")
    except TypesettingError as error:
        if UNDRAWN not in str(error):
            raise
    return _compile(layout, {**values, "missing": True}, fonts, now, None)


def can_draw(text: str, fonts: Path) -> bool:
    """Whether every sign of a text can be drawn with our fonts, in the folder `fonts`, and the system's.

    Raises TypesettingError where that cannot be tried.
    """
    try:
        _compile(_PROBE, {"title": "probe", "text": text}, fonts, datetime.fromtimestamp(0, UTC), "ua-1")
    except TypesettingError as error:
        if UNDRAWN in str(error):
            return False
        raise
    return True


def where_it_ends(layout: str, values: Mapping[str, object], *, fonts: Path, now: datetime) -> tuple[int, float]:
    """The page on which a layout ends, from 1, and how much of that page it takes; the layout marks its end.

    Raises TypesettingError where the layout cannot be set.
    """
    import typst

    try:
        found = typst.query(
            layout.encode(),
            "<end>",
            field="value",
            one=True,
            font_paths=fonts_in(fonts),
            sys_inputs={"values": json.dumps({**values, "fonts": TEXT_FONTS, "missing": False})},
        )
    except typst.TypstError as error:
        raise TypesettingError(tr("The PDF could not be made: {reason}", reason=error)) from error
    end = json.loads(found)
    return end["page"], end["y"] / end["height"]


def _compile(
    layout: str, values: Mapping[str, object], fonts: Path, now: datetime, standard: Literal["ua-1"] | None
) -> bytes:
    import typst  # a 34 MB library, so only when a PDF is written

    try:
        pdf: bytes = typst.compile(
            layout.encode(),
            font_paths=fonts_in(fonts),
            sys_inputs={"values": json.dumps({**values, "fonts": TEXT_FONTS})},
            pdf_standards=standard,
            timestamp=int(now.timestamp()),
        )
    except typst.TypstError as error:
        raise TypesettingError(tr("The PDF could not be made: {reason}", reason=error)) from error
    return pdf
