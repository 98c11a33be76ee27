"""The plain text for an email: the accepted one."""

from collections.abc import Callable

from formats.exports import Choices, plain_text
from tests.exports.sessions import HOSTILE, NOW, a_document, noted, reference_session


def test_it_is_the_accepted_one(golden: Callable[[str, str], None]) -> None:
    golden("reference.txt", plain_text.write(a_document(reference_session(), Choices(timings=True), NOW)))


def test_nothing_in_it_reorders_or_controls_what_stands_around_it() -> None:
    text = plain_text.write(a_document(noted(*HOSTILE), Choices(), NOW))

    assert not set(text) & set("\x00\x07\x1b\r\u202e\u2066")
