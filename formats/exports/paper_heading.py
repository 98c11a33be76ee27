"""What stands at the head of everything that is printed for a session?"""

from formats.exports.passages import one_line
from formats.exports.summarise import date_line
from formats.exports.wording import language_and_region, language_tag
from formats.language import spoken
from formats.session.dates.date_style import DateStyle
from formats.session.run_state import replay
from formats.session.session import Session


def heading_on_paper(session: Session, what: str, dates: DateStyle) -> dict[str, object]:
    """Title, day and place of the session, what this paper is, and its language, as its layout takes them."""
    language, region = language_and_region(language_tag(spoken()))
    title = one_line(session.title) or "Session"
    return {
        "title": f"{title}: {what.lower()}",
        "name": title,
        "what": what,
        "dated": date_line(session, replay(session.agenda, ()), dates),
        "where": ". ".join(filter(None, map(one_line, (session.place, session.joining)))),
        "lang": language,
        "region": region or None,
        "rtl": spoken().from_the_right,
    }
