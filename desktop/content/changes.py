"""What is new in each version? The list of changes that comes with Clearing, as a page to read."""

from importlib.resources import files
from pathlib import Path

from desktop.content.guide.markup import Heading, read_page
from desktop.content.guide.pages import GuidePage

LIST = "CHANGELOG.md"


def read_changes() -> GuidePage:
    """The newest version is the title, and older ones stand below it."""
    title, blocks = read_page(_text(), LIST)
    first = blocks[0]
    if isinstance(first, Heading):
        title, blocks = first.text, blocks[1:]
    return GuidePage(id="what-is-new", chapter="", title=title, blocks=blocks)


def _text() -> str:
    resources = Path(str(files("resources")))
    packed, in_sources = resources / LIST, resources.with_name(LIST)
    return (packed if packed.exists() else in_sources).read_text("utf-8")
