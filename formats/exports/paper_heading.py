"""What stands at the head of everything that is printed for a session?"""

from formats.exports.passages import one_line
from formats.exports.summarise import date_line
from formats.exports.wording import LANGUAGE
from formats.session.dates.date_style import DateStyle
from formats.session.run_state import replay
from formats.session.session import Session


def heading_on_paper(session: Session, what: str, dates: DateStyle) -> dict[str, object]:
    """Title, day and place of the session, and what this paper is, as its layout takes them."""
    language, _, region = LANGUAGE.partition("-")
    title = one_line(session.title) or "Session"
    return {
        "title": f"{title}: {what.lower()}",
        "name": title,
        "what": what,
        "dated": date_line(session, replay(session.agenda, ()), dates),
        "where": ". ".join(filter(None, map(one_line, (session.place, session.joining)))),
        "lang": language,
        "region": region,
    }
