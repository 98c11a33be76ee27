"""Every PDF is PDF/UA-1 as far as a program can say, is read in its order, and has contrast."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import page
import pytest

from formats.exports import (
    Audience,
    Choices,
    choices_for,
    figures,
    pdf,
    reflection,
    room_cards,
    run_sheet,
    year_of,
)
from formats.exports.pdf_layout import PAGE
from formats.session.facilitator_card import upset_card
from tests.exports.readers import pdf_of, pdf_text
from tests.exports.sessions import HOSTILE, NOW, a_document, noted, reference_session

KEY = ("Power struggles", "Start with one story")


FONTS = Path(__file__).parent.parent.parent / "resources" / "fonts"


def minutes_for(audience: Audience) -> bytes:
    """The minutes of the reference session, with two key notes."""
    notes = (replace(note, is_key=note.text.startswith(KEY)) for note in reference_session().notes)
    session = replace(reference_session(), notes=tuple(notes))
    return pdf.write(a_document(session, choices_for(audience), NOW), FONTS)


PRINTABLE = [text for text in HOSTILE if text.isascii() and text.isprintable()]
WRITTEN: dict[str, Callable[[], bytes]] = {
    **{f"minutes for {one}": partial(minutes_for, one) for one in Audience},
    "hostile notes": lambda: pdf.write(a_document(noted(*PRINTABLE), Choices(), NOW), FONTS),
    "the year": lambda: pdf.write(reflection(year_of([reference_session()], Choices(), NOW)), FONTS),
    "figures": lambda: pdf.write(figures(year_of([reference_session()], Choices(), NOW)), FONTS),
    "run sheet": lambda: run_sheet(reference_session(), now=NOW, fonts=FONTS, back=(upset_card(),)),
    "room cards": lambda: room_cards(reference_session(), now=NOW, fonts=FONTS),
}


@pytest.mark.parametrize("what", WRITTEN)
def test_a_checker_finds_nothing_against_pdf_ua(what: str) -> None:
    report = page.validate_pdf_bytes(WRITTEN[what](), profile=page.ValidationProfile.PDF_UA_1)

    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant
    assert report.rules.total > 100


def test_it_is_read_in_the_order_of_the_page() -> None:
    text = pdf_text(minutes_for(Audience.PRESENT))

    order = (
        "Minutes for those who were there",
        "February peer assist",
        "What we take with us",
        "Start with one story",
        "Who does what by when",
        "Beth O'Neill",
        "What we worked on",
        "Round 1: what came up",
        "Links and resources",
        "Next session",
        "Who took part",
        "How it went",
    )
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_text_is_copied_with_its_spaces() -> None:
    text = pdf_text(minutes_for(Audience.PRESENT))

    for words in (
        "Start with one story, not the whole strategy.",
        "Room 2, on Hana Nováková’s challenge",
        "Email members about the March reflection",
        "Meera Raghunathan, Ruth Abara",
    ):
        assert words in text


def test_every_page_says_what_it_belongs_to() -> None:
    pages = pdf_of(minutes_for(Audience.PRESENT)).pages

    for sheet in pages:
        assert "Nurturing and weaving networks" in sheet.extract_text()
        assert f"of {len(pages)}" in sheet.extract_text()


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_each_colour_of_text_has_contrast_on_white_and_on_the_ground_of_a_box() -> None:
    names = re.search(r"#let \(([^)]+)\)", PAGE)
    assert names is not None
    colours = dict(zip(re.split(r",\s*", names[1]), re.findall(r'rgb\("#(\w{6})"\)', PAGE), strict=True))
    for name in ("ink", "ink2", "moss", "lake", "amber"):
        for ground in ("FFFFFF", colours["moss2"]):
            light, dark = sorted((luminance(colours[name]), luminance(ground)), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, name
