"""The Markdown file: the accepted one, and notes that stay text."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from formats.exports import Choices, markdown
from formats.exports.passages import clean_text
from formats.session.notes import NoteKind
from tests.exports.readers import Page
from tests.exports.sessions import HOSTILE, NOW, a_document, a_note, noted, reference_session

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def rendered(*texts: str) -> Page:
    """A page rendered from the Markdown of a session with these notes, raw HTML let through."""
    text = markdown.write(a_document(noted(*texts), Choices(people=False), NOW))
    return Page(READER.render(text))


def test_it_is_the_accepted_one(golden: Callable[[str, str], None]) -> None:
    golden("reference.md", markdown.write(a_document(reference_session(), Choices(timings=True), NOW)))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_note_is_shown_as_it_was_typed_and_makes_no_markup(text: str) -> None:
    page = rendered(text)
    tags = {tag for tag, _ in page.tags}

    assert " ".join(clean_text(text).split()) in " ".join(page.visible.split())
    assert tags <= {"h1", "h2", "h3", "h4", "p", "ul", "li", "strong", "a", "br"}
    assert all(attributes["href"].startswith("http") for tag, attributes in page.tags if tag == "a")


def test_a_line_break_in_a_note_and_in_a_table_is_kept() -> None:
    step = a_note("one\ntwo | three", kind=NoteKind.NEXT_STEP, id="step")
    text = markdown.write(a_document(noted("up\ndown").with_note(step), Choices(), NOW))

    assert "up\\\n  down" in text
    assert "| one<br>two \\| three |  |" in text


@pytest.mark.parametrize(
    "text",
    [
        "See https://example.org/a_b(c)?x=1&y=2.",
        '=HYPERLINK("http://example.org","our page")',
        "https://example.org/~jo/some_long_name#part-2",
    ],
)
def test_an_address_stays_as_it_was_typed(text: str) -> None:
    assert text in markdown.write(a_document(noted(text), Choices(people=False), NOW))


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/_one_/*two*/~~three~~",
        "https://example.org/[x](http://y)",
        "https://example.org/?a=1&amp;b=2&copy;",
        "https://example.org/$x$",
    ],
)
def test_nothing_in_an_address_is_markup(address: str) -> None:
    page = rendered(f"see {address} now")

    assert f"see {address} now" in page.visible
    assert {tag for tag, _ in page.tags} <= {"h1", "h2", "h3", "h4", "p", "ul", "li", "strong", "a", "br"}


def test_a_title_full_of_signs_stays_a_title() -> None:
    session = replace(noted(), title="# *One* [two](http://x) <b>")

    page = Page(READER.render(
        markdown.write(a_document(session, Choices(), NOW))
    ))  # fmt: skip
    assert "".join(page.all_of("h1") + page.all_of("a")).startswith("# *One* [two](")
