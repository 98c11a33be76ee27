"""A document as one web page that holds all it needs and loads nothing."""

import base64
import hashlib
from collections.abc import Iterable
from pathlib import Path

from formats.exports.document import Block, Document, Heading, Panel, Picture, SideBySide, in_its_language
from formats.exports.passages import pieces
from formats.exports.web_layout import LAYOUT
from formats.exports.web_style import FROM_THE_RIGHT, STYLE

EMBEDDED = (("AtkinsonHyperlegibleNext-Regular.ttf", 400), ("AtkinsonHyperlegibleNext-Bold.ttf", 700))


@in_its_language
def write(document: Document, fonts: Path | None = None) -> str:
    """The whole page; fonts found in the folder `fonts` are embedded, else the reader's own are used."""
    from jinja2 import Environment, StrictUndefined  # costs 48 ms, so only when a page is written
    from markupsafe import Markup

    def drawing(picture: Picture) -> Markup:
        """A drawing is markup of our own, in which every text was escaped when it was drawn."""
        return Markup(picture.svg)

    style = _faces(fonts) + STYLE + (FROM_THE_RIGHT if document.from_the_right else "")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(LAYOUT).render(
        document=document,
        sections=_sections(document.blocks),
        kind=_kind,
        panels_of=_panels_of,
        pieces=pieces,
        drawing=drawing,
        style=Markup(style),
        style_hash=hash_of(style),
    )


def hash_of(text: str) -> str:
    """The hash by which a content policy knows an inline style."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _kind(block: Block) -> str:
    return type(block).__name__.lower()


def _panels_of(block: Panel | SideBySide) -> tuple[Panel, ...]:
    return block.panels if isinstance(block, SideBySide) else (block,)


def _sections(blocks: Iterable[Block]) -> list[list[Block]]:
    """The blocks in runs, each but the first beginning with a heading of level 2 or being a box."""
    sections: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Panel | SideBySide) or (isinstance(block, Heading) and block.level == 2):
            sections.append([])
        sections[-1].append(block)
    return [section for section in sections if section]


def _faces(fonts: Path | None) -> str:
    faces = [(fonts / name, weight) for name, weight in EMBEDDED] if fonts else []
    return "".join(_face(file, weight) for file, weight in faces if file.is_file())


def _face(file: Path, weight: int) -> str:
    coded = base64.b64encode(file.read_bytes()).decode()
    return (
        f'\n@font-face {{ font-family: "Atkinson Hyperlegible Next"; font-weight: {weight}; '
        f"src: url(data:font/ttf;base64,{coded}); }}"
    )
