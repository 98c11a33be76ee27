"""The summary as one web page that holds all it needs and loads nothing."""

import base64
import hashlib
from pathlib import Path

from formats.exports import labels
from formats.exports.passages import pieces
from formats.exports.summary import Summary
from formats.exports.web_layout import LAYOUT
from formats.exports.web_style import STYLE
from formats.exports.wording import minutes

EMBEDDED = (("AtkinsonHyperlegibleNext-Regular.ttf", 400), ("AtkinsonHyperlegibleNext-Bold.ttf", 700))


def write(summary: Summary, fonts: Path | None = None) -> str:
    """The whole page; fonts found in the folder `fonts` are embedded, else the reader's own are used."""
    from jinja2 import Environment, StrictUndefined  # costs 48 ms, so only when a page is written

    style = _faces(fonts) + STYLE
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(LAYOUT).render(
        summary=summary,
        with_who=any(step.who.spans for step in summary.next_steps),
        labels=labels,
        pieces=pieces,
        minutes=minutes,
        style=style,
        style_hash=hash_of(style),
        picture="",
    ).lstrip()


def hash_of(text: str) -> str:
    """The hash by which a content policy knows an inline style."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _faces(fonts: Path | None) -> str:
    faces = [(fonts / name, weight) for name, weight in EMBEDDED] if fonts else []
    return "".join(_face(file, weight) for file, weight in faces if file.is_file())


def _face(file: Path, weight: int) -> str:
    coded = base64.b64encode(file.read_bytes()).decode()
    return (
        f'\n@font-face {{ font-family: "Atkinson Hyperlegible Next"; font-weight: {weight}; '
        f"src: url(data:font/ttf;base64,{coded}); }}"
    )
