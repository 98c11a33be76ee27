"""In which order is the year of a series read, by a group that reflects on it?"""

from collections.abc import Iterable, Iterator

from formats.exports.choices import NameStyle
from formats.exports.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Item,
    Panel,
    Paragraph,
    Table,
)
from formats.exports.drawing import StageBar, draw_times
from formats.exports.passages import filled, listed, plain
from formats.exports.series import Year
from formats.exports.series_notes import day_of, ideas_and_questions, learned, taken_with_us, when
from formats.exports.summary_document import step_table
from formats.exports.usefulness import draw_usefulness
from formats.exports.wording import minutes
from formats.exports.year_pictures import draw_steps
from formats.language import Message, speaking, tr, tr_count
from formats.session.notes import NoteKind
from formats.session.wording import join_and, number_word, within_sentence

BY_HANDS = Message("By hands, one to five fingers. Sessions with fewer than five hands are left out.")

NEXT_STEPS = Message("What became of our next steps")
YEAR_TOGETHER = Message("The year together")
OF_SERIES = Message("{series}: {what}")
IN_A_WORD = Message("In a word: {words}.")


def reflection(year: Year, by_theme: bool = False) -> Document:
    """The year in one document: what was learned, told and done first, then sessions and people."""
    with speaking(year.language):
        return document_of_year(year, str(YEAR_TOGETHER), tuple(_blocks(year, by_theme)))


def document_of_year(year: Year, what: str, blocks: tuple[Block, ...]) -> Document:
    """A document about the year: what it is called, its days and how many people, and what follows."""
    named = bool(year.series.spans)
    title = filled(OF_SERIES, series=year.series, what=within_sentence(what)) if named else plain(what)
    return Document(
        title=title,
        lead=plain(_span(year)),
        blocks=blocks,
        language=year.language,
        made_at=year.made_at,
        footer=f"{title}",
        paper=year.choices.paper,
    )


def _span(year: Year) -> str:
    if not year.held:
        return tr("No session was held in this time.")
    first, last = year.held[0].day, year.held[-1].day
    day = year.choices.dates.long_day
    people = tr_count("{count} person", "{count} people", len(year.people))
    if first == last:
        return tr_count(
            "{count} session on {day}, with {people}.",
            "{count} sessions on {day}, with {people}.",
            len(year.held),
            day=day(first),
            people=people,
        )
    return tr_count(
        "{count} session from {first} to {last}, with {people}.",
        "{count} sessions from {first} to {last}, with {people}.",
        len(year.held),
        first=day(first),
        last=day(last),
        people=people,
    )


def _blocks(year: Year, by_theme: bool) -> Iterator[Block]:
    """What was learned, told and done; then who met and when; then what there is to go on from."""
    yield from taken_with_us(year)
    yield from _under_heading(tr("What we learned"), learned(year, by_theme))
    yield from _under_heading(tr("Stories people agreed to share"), _stories(year))
    yield from _under_heading(str(NEXT_STEPS), _steps(year))
    yield from _under_heading(tr("Sessions"), _sessions(year))
    yield from _under_heading(tr("How useful it was"), _usefulness(year))
    if year.choices.people:
        yield from _under_heading(tr("People"), _people(year))
        yield from _under_heading(tr("Offers to contribute"), _offers(year))
    yield from _under_heading(tr("Ideas and questions"), ideas_and_questions(year, by_theme))
    yield from _under_heading(tr("Resources"), _resources(year))
    yield from _under_heading(tr("Planned and used time"), _time(year))
    yield from _questions(year)


def _under_heading(title: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks under a heading, or nothing where there are none."""
    some = tuple(blocks)
    if some:
        yield Heading(2, plain(title))
        yield from some


def _stories(year: Year) -> Iterator[Block]:
    told = year.notes(NoteKind.STORY)
    if told:
        yield Bullets(tuple(Item(note.text, remark=when(one, year)) for one, note in told))
    if year.untold and year.choices.insights:
        yield Paragraph(plain(_untold(year.untold, more=bool(told))), quiet=True)


def _untold(count: int, *, more: bool) -> str:
    if more:
        return tr_count(
            "{count} more story stays with its teller.", "{count} more stories stay with their tellers.", count
        )
    return tr_count("{count} story stays with its teller.", "{count} stories stay with their tellers.", count)


def _steps(year: Year) -> Iterator[Block]:
    """How many were taken, and each of them, the open ones first, for they wait for someone."""
    done, left, let_go = year.next_steps(True), year.next_steps(False), year.let_go
    # For translators: what became of next steps, in a list: "3 done, 2 open and 1 dropped".
    counts = (
        (len(done), tr("{count} done", count=len(done))),
        (len(left), tr("{count} open", count=len(left))),
        (len(let_go), tr("{count} dropped", count=len(let_go))),
    )
    said = [words for count, words in counts if count]
    if said:
        yield draw_steps(len(done), len(left), len(let_go))
        yield Paragraph(plain(f"{join_and(said)}."))
        yield step_table((*left, *done, *let_go), str(NEXT_STEPS))


def _usefulness(year: Year) -> Iterator[Block]:
    if year.usefulness:
        yield draw_usefulness(year.usefulness)
        yield Paragraph(plain(str(BY_HANDS)), quiet=True)
    if year.words:
        yield Paragraph(filled(IN_A_WORD, words=listed(year.words)))


def _offers(year: Year) -> Iterator[Block]:
    if year.offers:
        rows = tuple((offer.who, offer.what) for offer in year.offers)
        yield Table((tr("Who"), tr("What")), rows, name=tr("Offers to contribute"))


def _questions(year: Year) -> Iterator[Block]:
    if year.held and year.questions:
        questions = Bullets(tuple(Item(question) for question in year.questions))
        yield Panel((Heading(2, plain(tr("Questions to reflect on"))), questions), filled=True)


def _sessions(year: Year) -> Iterator[Block]:
    rows = tuple(
        (one.summary.title, plain(day_of(one, year)), one.structures, plain(str(one.people))) for one in year.held
    )
    if rows:
        headings = (tr("Session"), tr("When"), tr("Structures"), tr("People"))
        yield Table(headings, rows, figures=(3,), name=tr("Sessions"))


def _people(year: Year) -> Iterator[Block]:
    """How many there were, and names with how often they came, where people are named."""
    if not year.people:
        return
    yield Paragraph(plain(_people_sentence(year)))
    if year.choices.names not in (NameStyle.NONE, NameStyle.ROLES):
        rows = tuple((one.name, plain(str(one.sessions)), plain(str(one.presented or ""))) for one in year.people)
        # For translators: heads of columns: how often somebody came, and presented.
        headings = (tr("Name"), tr("Came"), tr("Presented"))
        yield Table(headings, rows, figures=(1, 2), name=tr("People"))


def _people_sentence(year: Year) -> str:
    again, brought = year.returning_people, year.presenter_count
    said = [
        tr_count("{count} person in all", "{count} people in all", len(year.people)),
        tr_count(
            "{number} person came more than once",
            "{number} people came more than once",
            again,
            number=number_word(again),
        )
        if again
        else "",
        tr_count(
            "{number} person brought a challenge",
            "{number} people brought a challenge",
            brought,
            number=number_word(brought),
        )
        if brought
        else "",
    ]
    return f"{'; '.join(filter(None, said))}."


def _resources(year: Year) -> Iterator[Block]:
    found = year.notes(NoteKind.RESOURCE)
    if found:
        yield Bullets(tuple(Item(note.text, remark=when(one, year)) for one, note in found))
    if links := year.links():
        yield Heading(2, plain(tr("All links")))
        yield Bullets(tuple(Item(plain(link)) for link in links))


def _time(year: Year) -> Iterator[Block]:
    held = [one for one in year.held if one.used]
    if not held:
        return
    yield draw_times([
        StageBar(str(one.summary.title), one.planned.total_seconds(), one.used.total_seconds()) for one in held
    ])  # fmt: skip
    rows = tuple((one.summary.title, plain(minutes(one.planned)), plain(minutes(one.used))) for one in held)
    headings = (tr("Session"), tr("Planned"), tr("Used"))
    yield Table(headings, rows, figures=(1, 2), name=tr("Planned and used time"))
