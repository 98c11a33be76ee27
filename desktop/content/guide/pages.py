"""Which pages has the guide, in which order, and which of them tells of what is on the screen?"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

from desktop.content.guide.markup import Block, read_page
from formats.language import Language, in_its_place, spoken

CONTENTS = "contents"
"""The place of titles of chapters, and of what can be tried, in a catalogue."""


@dataclass(frozen=True, slots=True)
class GuidePage:
    """One page: its id, chapter, title and text, and where “show me” leads, by the word on the rail."""

    id: str
    chapter: str
    title: str
    blocks: tuple[Block, ...]
    show: str = ""
    do: str = ""
    """What can be tried there, in a sentence."""
    keys: tuple[str, ...] = ()
    """The acts whose keys belong to this page, by their word in the table of keys."""
    see: tuple[str, ...] = ()
    """Ids of pages that go with this one."""
    said: str = ""
    """Other words that people use for what is on it: they are searched, and not shown."""


@dataclass(frozen=True, slots=True)
class Guide:
    """All pages, in the order to read them in."""

    pages: tuple[GuidePage, ...]
    topics: Mapping[str, str] = field(default_factory=dict)
    """The id of a page by the place or the kind of dialog that it tells of."""

    def page(self, page_id: str) -> GuidePage:
        """The page with this id; the first where there is none."""
        return next((page for page in self.pages if page.id == page_id), self.pages[0])

    def page_about(self, *topics: str) -> GuidePage:
        """The page about the first of these places or dialogs that has one; else the first page."""
        known = (self.topics[topic] for topic in topics if topic in self.topics)
        return self.page(next(known, ""))

    def beside(self, page: GuidePage) -> tuple[GuidePage | None, GuidePage | None]:
        """The page before and the page after."""
        number = self.pages.index(page)
        before = self.pages[number - 1] if number else None
        return before, self.pages[number + 1] if number + 1 < len(self.pages) else None


def read_guide() -> Guide:
    """The guide that comes with the app, in the language spoken."""
    return _guide_in(spoken())


@lru_cache(maxsize=2)
def _guide_in(_language: Language) -> Guide:
    folder = files("resources").joinpath("guide")
    contents = tomllib.loads(folder.joinpath("contents.toml").read_text("utf-8"))
    pages: list[GuidePage] = []
    topics: dict[str, str] = {}
    for chapter in contents["chapters"]:
        for entry in chapter["pages"]:
            title, blocks = read_page(folder.joinpath(f"{entry['id']}.md").read_text("utf-8"), entry["id"])
            pages.append(
                GuidePage(
                    id=entry["id"],
                    chapter=in_its_place(CONTENTS, chapter["title"]),
                    title=title,
                    blocks=blocks,
                    show=entry.get("show", ""),
                    do=in_its_place(CONTENTS, entry.get("do", "")),
                    keys=tuple(entry.get("keys", ())),
                    see=tuple(entry.get("see", ())),
                    said=in_its_place(CONTENTS, entry.get("said", "")),
                )
            )
            topics.update(dict.fromkeys(entry.get("about", ()), entry["id"]))
    return Guide(tuple(pages), topics)
