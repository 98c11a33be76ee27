"""What is written on paper while people work: a sheet for the notes of each room, and slips without a name."""

from datetime import datetime
from pathlib import Path

from formats.exports.notes_layout import NOTE_SHEETS, SLIPS
from formats.exports.paper import Paper
from formats.exports.paper_heading import UNDRAWN_SIGNS, heading_on_paper, said_on_paper
from formats.exports.passages import clean_text
from formats.exports.typesetting import typeset
from formats.language import Language, Message, speaking, spoken, tr
from formats.session.agenda import Arrangement, Part, StageKind
from formats.session.agenda_words import agenda_said
from formats.session.dates.date_style import DEFAULT_STYLE, DateStyle
from formats.session.seating.groups import group_name, rooms_apart, word_for_all, word_of
from formats.session.session import Session

SLIPS_ON_A_PAGE = 8
MOST_SLIPS = 200
EVERYONE = Message("Everyone")
AREAS = (
    (Message("Insights and ideas"), Message("What did we see? What could be tried?"), 9),
    (Message("Questions, resources, stories"), Message("Stories only if whoever told them agrees."), 7),
    (Message("Next steps"), Message("What, who, and by when."), 7),
)
ASKED = Message("What do you take with you, or what is still open?")
WORDS_ON_SHEETS = {
    "one-line": Message("One line for each thing worth keeping. Names only of people who agree."),
    "missing": UNDRAWN_SIGNS,
}
WORDS_ON_SLIPS = {
    "circle": Message("Circle one. 5 is the most."),
    "no-name": Message("No name needed. Fold it and put it in the bowl."),
    "missing": UNDRAWN_SIGNS,
}


def note_sheets(
    session: Session,
    *,
    now: datetime,
    fonts: Path,
    dates: DateStyle = DEFAULT_STYLE,
    paper: Paper = Paper.A4,
    language: Language | None = None,
) -> bytes:
    """A page for each room to write on, as a PDF; one for everyone where people are not in several places."""
    with speaking(language or spoken()):
        values = {**heading_on_paper(session, tr("Notes"), dates), "paper": paper.value, **_sheets(session)}
        return typeset(NOTE_SHEETS, values, fonts=fonts, now=now)


def _sheets(session: Session) -> dict[str, object]:
    rounds = [one for one in rooms_apart(session) if _sit_down(session.agenda.part(one.part))]
    numbers = sorted({room.number for one in rounds for room in one.rooms})
    words = {number: _name(session, number) for number in numbers}
    return {
        "words": said_on_paper(WORDS_ON_SHEETS),
        "sheets": [words[number] for number in numbers] or [str(EVERYONE)],
        "areas": [{"title": str(title), "hint": str(hint), "lines": lines} for title, hint, lines in AREAS],
    }


def slips(
    session: Session,
    *,
    now: datetime,
    fonts: Path,
    dates: DateStyle = DEFAULT_STYLE,
    paper: Paper = Paper.A4,
    language: Language | None = None,
) -> bytes:
    """Slips to cut and fill in without a name, eight on a page and one for each person, as a PDF."""
    with speaking(language or spoken()):
        values = {**heading_on_paper(session, tr("Slips"), dates), "paper": paper.value, **_slips(session)}
        return typeset(SLIPS, values, fonts=fonts, now=now)


def _slips(session: Session) -> dict[str, object]:
    asked = [stage for stage in agenda_said(session.agenda).stages if stage.kind is StageKind.CLOSING_ROUND]
    wanted = min(max(len(session.present), 1), MOST_SLIPS)
    return {
        "words": said_on_paper(WORDS_ON_SLIPS),
        "pages": -(-wanted // SLIPS_ON_A_PAGE),
        "asked": clean_text(asked[0].question) if asked else str(ASKED),
        "fingers": bool(asked),
    }


def _sit_down(part: Part | None) -> bool:
    """Whether people stay together long enough to write: pairs that change do not."""
    needs = part.rooms if part else None
    return needs is not None and needs.arrangement is not Arrangement.ROTATING_PAIRS


def _name(session: Session, number: int) -> str:
    """What a room is called in the structures it is in."""
    parts = [session.agenda.part(one.part) for one in rooms_apart(session)]
    words = {word_of(part) for part in parts}
    return group_name(words.pop() if len(words) == 1 else word_for_all(session), number)
