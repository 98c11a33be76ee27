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
from formats.exports.passages import Passage, join_passages, plain
from formats.exports.series import Year
from formats.exports.series_notes import day_of, ideas_and_questions, learned, taken_with_us, when
from formats.exports.summary_document import step_table
from formats.exports.usefulness import draw_usefulness
from formats.exports.wording import minutes, sentence
from formats.exports.year_pictures import draw_steps
from formats.language import speaking
from formats.session.notes import NoteKind
from formats.session.wording import counted_noun, join_and, noun_counted_in_words

BY_HANDS = "By hands, one to five fingers. Sessions with fewer than five hands are left out."

NEXT_STEPS = "What became of our next steps"


def reflection(year: Year, by_theme: bool = False) -> Document:
    """The year in one document: what was learned, told and done first, then sessions and people."""
    with speaking(year.language):
        return document_of_year(year, "The year together", tuple(_blocks(year, by_theme)))


def document_of_year(year: Year, what: str, blocks: tuple[Block, ...]) -> Document:
    """A document about the year: what it is called, its days and how many people, and what follows."""
    title = join_passages(year.series, ": ", what.lower()) if year.series.spans else plain(what)
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
        return "No session was held in this time."
    first, last = year.held[0].day, year.held[-1].day
    day = year.choices.dates.long_day
    when = f"on {day(first)}" if first == last else f"from {day(first)} to {day(last)}"
    people = counted_noun(len(year.people), "person", "people")
    return f"{counted_noun(len(year.held), 'session')} {when}, with {people}."


def _blocks(year: Year, by_theme: bool) -> Iterator[Block]:
    """What was learned, told and done; then who met and when; then what there is to go on from."""
    yield from taken_with_us(year)
    yield from _under_heading("What we learned", learned(year, by_theme))
    yield from _under_heading("Stories people agreed to share", _stories(year))
    yield from _under_heading(NEXT_STEPS, _steps(year))
    yield from _under_heading("Sessions", _sessions(year))
    yield from _under_heading("How useful it was", _usefulness(year))
    if year.choices.people:
        yield from _under_heading("People", _people(year))
        yield from _under_heading("Offers to contribute", _offers(year))
    yield from _under_heading("Ideas and questions", ideas_and_questions(year, by_theme))
    yield from _under_heading("Resources", _resources(year))
    yield from _under_heading("Planned and used time", _time(year))
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
        more = "more " if told else ""
        stay = "stays with its teller" if year.untold == 1 else "stay with their tellers"
        story = "story" if year.untold == 1 else "stories"
        yield Paragraph(plain(f"{year.untold} {more}{story} {stay}."), quiet=True)


def _steps(year: Year) -> Iterator[Block]:
    """How many were taken, and each of them, the open ones first, for they wait for someone."""
    done, left, let_go = year.next_steps(True), year.next_steps(False), year.let_go
    counts = [
        f"{len(steps)} {word}" for word, steps in (("done", done), ("open", left), ("dropped", let_go)) if steps
    ]
    if counts:
        yield draw_steps(len(done), len(left), len(let_go))
        yield Paragraph(plain(sentence(join_and(counts))))
        yield step_table((*left, *done, *let_go), NEXT_STEPS)


def _usefulness(year: Year) -> Iterator[Block]:
    if year.usefulness:
        yield draw_usefulness(year.usefulness)
        yield Paragraph(plain(BY_HANDS), quiet=True)
    if year.words:
        yield Paragraph(join_passages("In a word: ", *_with_commas(year.words), "."))


def _with_commas(passages: tuple[Passage, ...]) -> Iterator[Passage | str]:
    for number, passage in enumerate(passages):
        yield from (", ", passage) if number else (passage,)


def _offers(year: Year) -> Iterator[Block]:
    if year.offers:
        rows = tuple((offer.who, offer.what) for offer in year.offers)
        yield Table(("Who", "What"), rows, name="Offers to contribute")


def _questions(year: Year) -> Iterator[Block]:
    if year.held and year.questions:
        questions = Bullets(tuple(Item(question) for question in year.questions))
        yield Panel((Heading(2, plain("Questions to reflect on")), questions), filled=True)


def _sessions(year: Year) -> Iterator[Block]:
    rows = tuple(
        (one.summary.title, plain(day_of(one, year)), one.structures, plain(str(one.people))) for one in year.held
    )
    if rows:
        yield Table(("Session", "When", "Structures", "People"), rows, figures=(3,), name="Sessions")


def _people(year: Year) -> Iterator[Block]:
    """How many there were, and names with how often they came, where people are named."""
    if not year.people:
        return
    yield Paragraph(plain(_people_sentence(year)))
    if year.choices.names not in (NameStyle.NONE, NameStyle.ROLES):
        rows = tuple((one.name, plain(str(one.sessions)), plain(str(one.presented or ""))) for one in year.people)
        yield Table(("Name", "Came", "Presented"), rows, figures=(1, 2), name="People")


def _people_sentence(year: Year) -> str:
    counts = ((year.returning_people, "came more than once"), (year.presenter_count, "brought a challenge"))
    said = [f"{noun_counted_in_words(count, 'person', 'people')} {what}" for count, what in counts if count]
    return sentence("; ".join((f"{counted_noun(len(year.people), 'person', 'people')} in all", *said)))


def _resources(year: Year) -> Iterator[Block]:
    found = year.notes(NoteKind.RESOURCE)
    if found:
        yield Bullets(tuple(Item(note.text, remark=when(one, year)) for one, note in found))
    if links := year.links():
        yield Heading(2, plain("All links"))
        yield Bullets(tuple(Item(plain(link)) for link in links))


def _time(year: Year) -> Iterator[Block]:
    held = [one for one in year.held if one.used]
    if not held:
        return
    yield draw_times([
        StageBar(str(one.summary.title), one.planned.total_seconds(), one.used.total_seconds()) for one in held
    ])  # fmt: skip
    rows = tuple((one.summary.title, plain(minutes(one.planned)), plain(minutes(one.used))) for one in held)
    yield Table(("Session", "Planned", "Used"), rows, figures=(1, 2), name="Planned and used time")
