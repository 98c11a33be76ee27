"""Writes the guide as one web page, to be read and printed without Clearing."""

from pathlib import Path

from desktop.content.guide.pages import read_guide
from desktop.guide.document import guide_document
from formats.language import tr

NAME = "clearing-guide.html"
ENDINGS = {".html", ".htm"}


def write_guide(target: Path) -> Path:
    """Writes it to a file that ends in .html, or into a folder, and gives where it is.

    Raises ValueError for another ending, and OSError where the disk refuses.
    """
    if target.is_dir():
        target = target / NAME
    if target.suffix.lower() not in ENDINGS:
        raise ValueError(
            tr("The guide is written as a web page, so {file} has to end in .html.", file=target.name)
        )
    target.write_text(guide_document(read_guide()), "utf-8")
    return target
