"""What is there to translate? Gathered from the code, the content, the guide, and what installs the app."""

import runpy
import tomllib
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from functools import cache
from io import StringIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir

from desktop.content.guide.markup import parts_of
from desktop.content.guide.pages import CONTENTS
from formats.structures.overlay import texts_of
from tests.test_architecture import ROOT

KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "tr": None,
    "tr_count": (1, 2),
    "Message": None,
    "in_its_place": ((1, "c"), 2),  # what one English word says in two places is told apart by the place
}
COMMENTS = ("For translators:",)
FOLDERS = ("desktop", "formats")
RESOURCES = ROOT / "resources"


@cache
def interface() -> Catalog:
    """What the app, the command line and the documents say."""
    catalogue = _empty()
    for folder in FOLDERS:
        found = extract_from_dir(ROOT / folder, keywords=KEYWORDS, comment_tags=COMMENTS, strip_comment_tags=True)
        with redirect_stderr(StringIO()):  # Babel wonders about what fills a field in; a test looks at messages
            there = sorted(found, key=lambda one: (one[0], one[1]))
        for file, line, message, comments, context in there:
            catalogue.add(message, locations=[(f"{folder}/{file}", line)], auto_comments=comments, context=context)
    return catalogue


@cache
def content() -> Catalog:
    """What structures, openers and the check-in say, each text in its place."""
    catalogue = _empty()
    for folder in ("structures", "openers"):
        for file in sorted((RESOURCES / folder).glob("*.toml")):
            for place, text in texts_of(tomllib.loads(file.read_text("utf-8")), file.name):
                catalogue.add(text, context=place, locations=[(_name(file), None)])
    return catalogue


@cache
def guide() -> Catalog:
    """What the guide says, paragraph by paragraph."""
    catalogue = _empty()
    contents = RESOURCES / "guide" / "contents.toml"
    for text in _of_contents(contents):
        catalogue.add(text, context=CONTENTS, locations=[(_name(contents), None)])
    for file in sorted((RESOURCES / "guide").glob("*.md")):
        for part in parts_of(file.read_text("utf-8")):
            catalogue.add(part, context=file.stem, locations=[(_name(file), None)])
    return catalogue


@cache
def install() -> Catalog:
    """What installers and desktops say of the app."""
    catalogue = _empty()
    of_installers = runpy.run_path(str(RESOURCES / "install" / "languages.py"))
    for file, text in of_installers["texts"]():
        catalogue.add(text, context=of_installers["PLACE"], locations=[(f"resources/install/{file}", None)])
    return catalogue


CATALOGUES: dict[str, Callable[[], Catalog]] = {
    "interface": interface,
    "content": content,
    "guide": guide,
    "install": install,
}
"""What makes each file of a language, by its name."""


def _of_contents(file: Path) -> Iterator[str]:
    for chapter in tomllib.loads(file.read_text("utf-8"))["chapters"]:
        yield chapter["title"]
        yield from (page[key] for page in chapter["pages"] for key in ("do", "said") if key in page)


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def _empty() -> Catalog:
    return Catalog(project="Clearing", copyright_holder="the people who made Clearing", charset="utf-8")
