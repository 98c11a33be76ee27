"""Which named styles do text files have, the same in Word and OpenDocument, for a person to change?"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from formats.exports.paper import Paper
from formats.session.notes import NoteKind

FONT = "Arial"
INK, INK_2, MOSS, MOSS_2, LAKE, AMBER = "1E2A23", "4E5D54", "2C6649", "EDF3EF", "1F6274", "8F5200"
LINE, STRONG_LINE = "D9D5C5", "777C6E"
SIDE_CM, TOP_CM, BOTTOM_CM, MARGIN_CM = 2.0, 2.5, 2.1, 2.2
"""The margins of the page, and the width of the margin in which rooms stand."""
OTHER_SIDE = {"left": "right", "right": "left"}


@dataclass(frozen=True, slots=True)
class Box:
    """What stands round paragraphs that belong together: a ground, and lines by side."""

    ground: str = ""
    lines: Mapping[str, tuple[int, str]] = field(default_factory=dict)

    @property
    def mirrored(self) -> "Box":
        """The same with left and right changed over."""
        return Box(self.ground, {OTHER_SIDE.get(side, side): line for side, line in self.lines.items()})


KEY_BOX = Box(MOSS_2, {"left": (36, MOSS), **dict.fromkeys(("top", "bottom", "right"), (4, MOSS_2))})
NEXT_BOX = Box(MOSS_2, dict.fromkeys(("top", "left", "bottom", "right"), (4, MOSS_2)))
LINK_BOX = Box("", dict.fromkeys(("top", "left", "bottom", "right"), (6, LINE)))


@dataclass(frozen=True, slots=True)
class TextStyle:
    """One paragraph style. Sizes and spaces in points, indents in centimetres; `base` None is the root of all."""

    name: str
    base: str = "Normal"
    size: float | None = None
    bold: bool | None = None
    colour: str = ""
    before: float | None = None
    after: float | None = None
    left_cm: float | None = None
    first_cm: float | None = None
    tab_cm: float | None = None
    keep_next: bool = False
    box: Box | None = None

    @property
    def mirrored(self) -> "TextStyle":
        """The same on a page that is read from the right: the edge of its box is on the other side."""
        return replace(self, box=self.box.mirrored) if self.box else self


STYLES = (
    TextStyle("Quiet", colour=INK_2),
    TextStyle("Strong text", bold=True),
    TextStyle("Fact label", size=9, bold=True, colour=INK_2, after=0, keep_next=True),
    TextStyle("Fact", after=6),
    TextStyle("Question heading", "Heading 3", colour=AMBER),
    TextStyle("Story heading", "Heading 3", colour=LAKE),
    TextStyle("Note", after=3, left_cm=MARGIN_CM, first_cm=-MARGIN_CM, tab_cm=MARGIN_CM),
    TextStyle("Key heading", "Heading 2", before=14, after=0, left_cm=0.4, keep_next=True, box=KEY_BOX),
    TextStyle("Key note", "List Number", size=12, after=0, before=0, left_cm=1.1, first_cm=-0.7, box=KEY_BOX),
    TextStyle("Link heading", "Heading 2", before=16, after=0, left_cm=0.2, keep_next=True, box=LINK_BOX),
    TextStyle("Link", after=0, left_cm=0.2, box=LINK_BOX),
    TextStyle("Next heading", "Heading 2", before=16, after=0, left_cm=0.2, keep_next=True, box=NEXT_BOX),
    TextStyle("Next", after=0, left_cm=0.2, box=NEXT_BOX),
    TextStyle("Next strong", "Next", bold=True, keep_next=True),
    TextStyle("Card label", size=9, bold=True, colour=INK_2, before=4, after=2, keep_next=True),
    TextStyle("Card title", size=12, bold=True, after=2, keep_next=True),
    TextStyle("Card text", after=6),
    TextStyle("Table head", size=9, bold=True, colour=INK_2, before=2, after=2, keep_next=True),
    TextStyle("Table text", before=3, after=3),
    TextStyle("Table strong", "Table text", bold=True),
    TextStyle("Table figure", "Table text"),
    TextStyle("Table figure head", "Table head"),
)
RIGHT_ALIGNED = ("Table figure", "Table figure head")
HEADINGS = {1: (26, INK, 0, 8), 2: (14, MOSS, 16, 6), 3: (10.5, MOSS, 10, 3), 4: (10.5, INK_2, 10, 3)}
CHARACTER_STYLES = {"Label": (None, True), "Remark": (INK_2, None), "Source": (INK_2, False)}
KIND_HEADINGS = {NoteKind.QUESTION: "Question heading", NoteKind.STORY: "Story heading"}


def heading_style(level: int, kind: NoteKind | None, box: str) -> str:
    """The style of a heading, about notes of some kind, or in the box of this name."""
    if box:
        return f"{box} heading"
    return KIND_HEADINGS.get(kind, f"Heading {level}") if kind else f"Heading {level}"


def text_style(box: str, *, quiet: bool, strong: bool, usual: str) -> str:
    """The style of a paragraph; `usual` is what the format calls one that is neither quiet nor strong."""
    if box:
        return f"{box} strong" if strong else box
    return "Strong text" if strong else "Quiet" if quiet else usual


def box_name(*, filled: bool, edged: bool) -> str:
    """What the styles of a box begin with."""
    return "Key" if edged else "Next" if filled else "Link"


def cell_style(column: int, figures: tuple[int, ...], strong: tuple[int, ...]) -> str:
    """The style of a cell of a table."""
    return "Table figure" if column in figures else "Table strong" if column in strong else "Table text"


def head_style(column: int, figures: tuple[int, ...]) -> str:
    """The style of a heading of a column."""
    return "Table figure head" if column in figures else "Table head"


def text_width_cm(paper: Paper) -> float:
    """How wide the text is."""
    return paper.size_cm[0] - 2 * SIDE_CM
