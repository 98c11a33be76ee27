"""What stands at the head of everything that is printed for a session?"""

from collections.abc import Mapping

from formats.exports.passages import one_line
from formats.exports.summarise import date_line
from formats.exports.wording import language_and_region, language_tag
from formats.language import Message, spoken, tr
from formats.session.dates.date_style import DateStyle
from formats.session.run_state import replay
from formats.session.session import Session
from formats.session.wording import within_sentence

UNDRAWN_SIGNS = Message("Some signs could not be drawn: no font on this computer has them.")


def said_on_paper(words: Mapping[str, Message]) -> dict[str, str]:
    """What a layout says in words of its own, in the language spoken; it fills in the fields itself."""
    return {name: str(message) for name, message in words.items()}


def heading_on_paper(session: Session, what: str, dates: DateStyle) -> dict[str, object]:
    """Title, day and place of the session, what this paper is, and its language, as its layout takes them."""
    language, region = language_and_region(language_tag(spoken()))
    title = one_line(session.title) or tr("Session")
    return {
        "title": tr("{session}: {what}", session=title, what=within_sentence(what)),
        "name": title,
        "what": what,
        "dated": date_line(session, replay(session.agenda, ()), dates),
        "where": ". ".join(filter(None, map(one_line, (session.place, session.joining)))),
        "lang": language,
        "region": region or None,
        "rtl": spoken().from_the_right,
    }
