"""The guide says what is true: every word of the screen, key, page and dialog that it names is there."""

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest

from desktop.actions import key_words
from desktop.content.guide.markup import Listing, Paragraph, Picture, Span, SpanKind, texts_of
from desktop.content.guide.pages import GuidePage, read_guide
from desktop.content.guide.search import find_in_guide, sentences_of
from desktop.keys import key_lines
from desktop.places.page import PlaceName
from formats.session.notes import NoteKind
from tests.test_architecture import ROOT, modules, tree

DATA = ROOT / "tests" / "data"
GUIDE = read_guide()
PAGES = GUIDE.pages
MOST_WORDS, LETTERS_TO_KNOW_IT_BY = 20, 4
OF_EVERY_COMPUTER = {"Tab", "Up", "Down", "Left", "Right"}
FOR_DEVELOPERS = (
    "click on the widget", "JSON", "TOML", "TinyDB", "Python", "Qt", "database", "offscreen", "parse", "render",
    "string", "boolean", "null", "API", "command line", "directory", "schema", "toggle", "invalid", "please",
)  # fmt: skip

ASKED = dict(line.split(" = ") for line in (DATA / "asked_of_the_guide.txt").read_text("utf-8").splitlines())
"""What people type who look for something, with the pages that answer it."""


def named(page: GuidePage) -> str:
    return page.id


def spans_of(page: GuidePage, kind: SpanKind) -> Iterator[Span]:
    """What a page has of one kind of words."""
    for block in page.blocks:
        texts = (
            block.items if isinstance(block, Listing) else (block.spans,) if isinstance(block, Paragraph) else ()
        )
        yield from (span for text in texts for span in text if span.kind is kind)


@cache
def words_on_screen() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Every text in the code of the app, and of those with something filled in, what they can be."""
    nodes = [node for path in (*modules("desktop"), *modules("formats")) for node in ast.walk(tree(path))]
    whole = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    filled = {found for node in nodes if isinstance(node, ast.JoinedStr) and (found := _pattern(node))}
    return frozenset(text.partition("\t")[0] for text in whole), tuple(map(re.compile, sorted(filled)))


def _pattern(text: ast.JoinedStr) -> str:
    """What a text can be once it is filled in; empty where it has too few letters of its own to be known by."""
    parts = [str(part.value) if isinstance(part, ast.Constant) else None for part in text.values]
    own = "".join(part or "" for part in parts)
    pattern = "".join(re.escape(part) if part is not None else r"[\w’ ]+" for part in parts)
    return pattern if sum(letter.isalpha() for letter in own) >= LETTERS_TO_KNOW_IT_BY else ""


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_words_of_the_screen_are_on_the_screen(page: GuidePage) -> None:
    whole, filled = words_on_screen()
    missing = [
        span.text
        for span in spans_of(page, SpanKind.ON_SCREEN)
        if span.text not in whole and not any(pattern.fullmatch(span.text) for pattern in filled)
    ]
    assert not missing, f"no button, menu, tab or caption of the app says {missing}"


@cache
def keys_there_are() -> frozenset[str]:
    """As the guide may write them: what the sheet shows, and the signs that begin a note."""
    from desktop.panels.notes.kinds import SIGN_OF

    bound = {key for line in key_lines() for key in line.keys}
    return frozenset(bound | {key_words(key) for key in bound} | set(SIGN_OF.values()) | OF_EVERY_COMPUTER)


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_keys_are_those_of_the_sheet(page: GuidePage) -> None:
    missing = [span.text for span in spans_of(page, SpanKind.KEY) if span.text not in keys_there_are()]
    assert not missing, f"no such key is bound: {missing}"
    lines = {line.word for line in key_lines()}
    assert set(page.keys) <= lines, f"the sheet has no line {set(page.keys) - lines}"


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_a_page_leads_only_to_what_is_there(page: GuidePage) -> None:
    there = {other.id for other in PAGES}
    assert {span.target for span in spans_of(page, SpanKind.LINK)} | set(page.see) <= there - {page.id}
    assert page.show in {"", *(place.value for place in PlaceName)}
    assert bool(page.show) == bool(page.do), "an act to try has its place, and a place its act"


def test_every_place_and_named_dialog_has_its_page() -> None:
    classes = {
        node.name for path in modules("desktop") for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef)
    }
    places = {place.value for place in PlaceName}
    assert places <= set(GUIDE.topics)
    assert set(GUIDE.topics) <= places | classes


def test_every_file_of_the_guide_is_in_its_contents() -> None:
    written = {path.stem for path in (ROOT / "resources" / "guide").glob("*.md")}
    assert written == {page.id for page in PAGES}


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_it_is_said_in_plain_words(page: GuidePage) -> None:
    long = [sentence for sentence in sentences_of(page) if len(sentence.split()) > MOST_WORDS]
    assert not long, f"over {MOST_WORDS} words: {long}"
    text = " ".join(sentences_of(page))
    assert not [word for word in FOR_DEVELOPERS if re.search(rf"\b{word}\b", text, re.IGNORECASE)]
    assert "!" not in text.replace("! insight", "")
    assert not re.search(r"\d %|\.\.\. ", text)


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_a_picture_is_told_in_words(page: GuidePage) -> None:
    for picture in (block for block in page.blocks if isinstance(block, Picture)):
        assert len(picture.words.split()) >= 6


def test_every_page_is_found_by_its_title_first() -> None:
    for page in PAGES:
        assert find_in_guide(GUIDE, page.title)[0].page is page


def test_words_are_found_whatever_their_case_and_accents() -> None:
    assert {hit.page.id for hit in find_in_guide(GUIDE, "THERAPY")} == {"first-session", "upset"}
    assert find_in_guide(GUIDE, "thérapy service")[0].sentence.endswith("service.")
    for nothing in ("", "   ", "???", "xyzzy"):
        assert not find_in_guide(GUIDE, nothing)


def test_a_word_that_no_page_has_hides_nothing() -> None:
    assert find_in_guide(GUIDE, "passphrase xyzzy") == find_in_guide(GUIDE, "passphrase")


@pytest.mark.parametrize("question", ASKED)
def test_what_people_ask_in_their_own_words_is_among_the_first_three(question: str) -> None:
    first = [hit.page.id for hit in find_in_guide(GUIDE, question)[:3]]
    assert set(first) & set(ASKED[question].split())


def test_what_a_page_is_found_by_besides_its_words_is_shown_nowhere() -> None:
    hit = find_in_guide(GUIDE, "beamer")[0]
    assert hit.page.id == "display"
    assert hit.sentence in sentences_of(hit.page)


def test_every_kind_of_note_with_a_sign_is_told_of() -> None:
    page = GUIDE.page("notes")
    said = " ".join(text for block in page.blocks for text in texts_of(block)).lower()
    from desktop.panels.notes.kinds import SIGN_OF

    assert all(kind.value in said for kind in NoteKind if kind in SIGN_OF)
