"""The web page: the accepted one, its outline, and that it loads and runs nothing."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest

from formats.exports import Choices, NameStyle, web_page
from formats.exports.passages import clean_text
from tests.exports.conftest import FONTS
from tests.exports.readers import Page
from tests.exports.sessions import HOSTILE, NOW, a_document, noted, reference_session

RUNNING = {"script", "link", "img", "iframe", "object", "embed", "form", "base"}
LOADING = ("src", "srcset", "data", "action", "formaction", "background", "poster", "ping")


def html(*texts: str) -> str:
    return web_page.write(a_document(noted(*texts), Choices(), NOW))


def test_it_is_the_accepted_one(golden: Callable[[str, str], None]) -> None:
    golden("reference.html", web_page.write(a_document(reference_session(), Choices(timings=True), NOW)))


def test_it_has_a_language_a_title_and_an_outline_without_gaps() -> None:
    page = Page(web_page.write(a_document(reference_session(), Choices(timings=True), NOW)))
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h\d", tag)]

    assert ("html", {"lang": "en-GB"}) in page.tags
    assert page.all_of("title") == ["February peer assist"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert all(attributes.get("scope") for tag, attributes in page.tags if tag == "th")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_note_is_shown_as_it_was_typed_and_makes_no_markup(text: str) -> None:
    page, empty = Page(html(text)), Page(html("plain"))
    tags = {tag for tag, _ in page.tags}

    assert " ".join(clean_text(text).split()) in " ".join(page.visible.split())
    assert tags <= {tag for tag, _ in empty.tags} | {"a", "br"}


def test_it_loads_and_runs_nothing() -> None:
    written = web_page.write(a_document(noted(*HOSTILE), Choices(), NOW), FONTS)
    page = Page(written)
    policy = next(a["content"] for tag, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    style = "".join(page.all_of("style"))

    assert policy is not None
    assert policy.startswith(f"default-src 'none'; style-src '{web_page.hash_of(style)}'")
    assert not any(name in LOADING or name.startswith("on") for _, attributes in page.tags for name in attributes)
    assert not {tag for tag, _ in page.tags} & RUNNING
    assert all(address.startswith("data:font/ttf;base64,") for address in re.findall(r"url\((.*?)\)", style))
    assert "@import" not in style


def test_our_fonts_are_in_it() -> None:
    assert web_page.write(a_document(noted(), Choices(), NOW), FONTS).count("@font-face") == 2


def test_without_names_there_is_no_column_for_them() -> None:
    page = Page(web_page.write(a_document(reference_session(), Choices(names=NameStyle.NONE), NOW)))

    assert page.all_of("th")[:3] == ["What", "By", "Email members about the March reflection"]
