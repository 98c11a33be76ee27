"""The guide as one web page: whole, readable by itself, and nothing in it comes from elsewhere."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from desktop.content.guide.pages import read_guide
from desktop.keys import key_lines
from tests.desktop.rehearsal.conftest import clearing

ADDRESS = re.compile(r"(?:src|srcset|href)=\"(?!data:image/png;base64,|#)")


class Found(HTMLParser):
    """What a page has: ids, links within it, pictures and their words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: set[str] = set()
        self.told: list[str] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.ids |= {said["id"] or ""} if "id" in said else set()
        self.links |= {(said.get("href") or "").removeprefix("#")} if tag == "a" else set()
        if tag == "img":
            self.told.append(said.get("alt") or "")
        if tag not in {"img", "meta", "source"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the command writes into a folder."""
    folder = tmp_path_factory.mktemp("guide")
    done = clearing(folder, "guide", "--out", folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() == str(folder / "clearing-guide.html")
    return (folder / "clearing-guide.html").read_text("utf-8")


def test_every_page_and_every_key_is_in_it(page: str) -> None:
    for one in read_guide().pages:
        assert f'<section id="{one.id}">' in page
        assert f"<h1>{one.title}</h1>" in page
    for line in key_lines():
        assert f'<th scope="row">{line.word}' in page


def test_its_links_lead_to_what_is_in_it_and_each_picture_is_told(page: str) -> None:
    found = Found(page)
    assert not found.open
    assert found.links <= found.ids
    assert found.told
    assert all(len(words.split()) >= 6 for words in found.told)


def test_nothing_in_it_comes_from_elsewhere(page: str) -> None:
    assert not ADDRESS.search(page)
    assert "default-src 'none'" in page
    assert "<script" not in page


def test_another_ending_is_refused_in_one_sentence(tmp_path: Path) -> None:
    done = clearing(tmp_path, "guide", "--out", tmp_path / "guide.pdf")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.strip() == "The guide is written as a web page, so guide.pdf has to end in .html."
