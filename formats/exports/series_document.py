"""In which order is the year of a series read? One document for reflection, one page of figures for a funder."""

from collections.abc import Callable, Iterable, Iterator

from formats.exports.choices import NameStyle
from formats.exports.document import Block, Bullets, Document, Heading, Item, Paragraph, Table
from formats.exports.drawing import KINDS, StageBar, draw_times
from formats.exports.passages import Passage, join_passages, plain
from formats.exports.series import HeldSession, Year, themes_of
from formats.exports.summary import SummaryNote
from formats.exports.summary_document import step_table
from formats.exports.wording import LANGUAGE, minutes, sentence
from formats.session.notes import NoteKind
from formats.session.wording import counted_noun, join_and, noun_counted_in_words

OTHER_THEMES = "Without a theme"
NoteOfSession = tuple[HeldSession, SummaryNote]


def reflection(year: Year, by_theme: bool = False) -> Document:
    """The year in one document: sessions, people, insights, resources, stories, next steps, time."""
    return _document(year, "The year together", tuple(_blocks(year, by_theme)))


def figures(year: Year) -> Document:
    """One page that names nobody and quotes nothing: only counts leave."""
    rows = tuple((plain(what), plain(str(value))) for what, value in _counts(year))
    table = Table(("What", "How many"), rows, figures=(1,), name="Figures")
    return _document(year, "The year in figures", (table, *_months(year)))


def _document(year: Year, what: str, blocks: tuple[Block, ...]) -> Document:
    title = join_passages(year.series, ": ", what.lower()) if year.series.spans else plain(what)
    return Document(title, plain(_span(year)), blocks, LANGUAGE, year.made_at, f"{title}")


def _span(year: Year) -> str:
    if not year.held:
        return "No session was held in this time."
    first, last = year.held[0].day, year.held[-1].day
    day = year.choices.dates.long_day
    when = f"on {day(first)}" if first == last else f"from {day(first)} to {day(last)}"
    people = counted_noun(len(year.people), "person", "people")
    return f"{counted_noun(len(year.held), 'session')} {when}, with {people}."


def _blocks(year: Year, by_theme: bool) -> Iterator[Block]:
    if brief := tuple(Item(plain(said)) for said in _in_brief(year)):
        yield from _under_heading("In brief", [Bullets(brief)])
    yield from _under_heading("Sessions", _sessions(year))
    if year.choices.people:
        yield from _under_heading("Who came", _people(year))
    insights = year.notes(NoteKind.INSIGHT, NoteKind.IDEA, NoteKind.QUESTION)
    yield from _under_heading(
        "Insights, ideas and questions", _by_theme(insights) if by_theme else _by_date(insights)
    )
    yield from _under_heading("Resources", _resources(year))
    yield from _under_heading("Stories that may be told", _by_date(year.notes(NoteKind.STORY)))
    for title, done in (("Next steps taken", True), ("Next steps still open", False)):
        if steps := year.next_steps(done):
            yield from _under_heading(title, [step_table(steps, title)])
    yield from _under_heading("Planned and used time", _time(year))


def _under_heading(title: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks under a heading, or nothing where there are none."""
    some = tuple(blocks)
    if some:
        yield Heading(2, plain(title))
        yield from some


def _in_brief(year: Year) -> Iterator[str]:
    if not year.held:
        return
    said = (
        f"{noun_counted_in_words(year.returning_people, 'person', 'people')} came more than once"
        if year.returning_people
        else "",
        f"{noun_counted_in_words(year.presenter_count, 'person', 'people')} brought a challenge"
        if year.presenter_count
        else "",
    )
    if any(said):
        yield sentence("; ".join(filter(None, said)))
    noted = [(len(year.notes(kind)), kind.value, several) for kind, several, *_ in KINDS[:5]]
    if any(count for count, _, _ in noted):
        verb = "was" if sum(count for count, _, _ in noted) == 1 else "were"
        yield sentence(f"{join_and([counted_noun(*one) for one in noted if one[0]])} {verb} noted")
    taken, left = len(year.next_steps(True)), len(year.next_steps(False))
    if taken or left:
        done = (
            f"{noun_counted_in_words(taken, 'next step')} {'was' if taken == 1 else 'were'} taken" if taken else ""
        )
        still = (
            f"{noun_counted_in_words(left, 'next step')} {'is' if left == 1 else 'are'} still open" if left else ""
        )
        yield sentence("; ".join(filter(None, (done, still))))


def _sessions(year: Year) -> Iterator[Block]:
    rows = tuple(
        (one.summary.title, plain(_day(one, year)), one.structures, plain(str(one.people))) for one in year.held
    )
    if rows:
        yield Table(("Session", "When", "Structures", "People"), rows, figures=(3,), name="Sessions")


def _people(year: Year) -> Iterator[Block]:
    """Names with how often they came; only counts where nobody is named or roles stand for names."""
    if year.choices.names in (NameStyle.NONE, NameStyle.ROLES) or not year.people:
        return
    rows = tuple((one.name, plain(str(one.sessions)), plain(str(one.presented or ""))) for one in year.people)
    yield Table(("Name", "Came", "Presented"), rows, figures=(1, 2), name="Who came")


def _by_date(notes: tuple[NoteOfSession, ...]) -> Iterator[Block]:
    for title, some in _group_notes(notes, _session_of).items():
        yield Heading(3, plain(title))
        yield Bullets(tuple(_item(note) for _, note in some))


def _by_theme(notes: tuple[NoteOfSession, ...]) -> Iterator[Block]:
    groups: dict[str, list[NoteOfSession]] = {}
    for one in notes:
        for theme in themes_of(one[1]) or (OTHER_THEMES,):
            groups.setdefault(theme, []).append(one)
    for theme in sorted(groups, key=_others_last):
        yield Heading(3, plain(theme.capitalize()))
        yield Bullets(tuple(_item(note) for _, note in groups[theme]))


def _group_notes(
    notes: tuple[NoteOfSession, ...], way: Callable[[NoteOfSession], str]
) -> dict[str, list[NoteOfSession]]:
    groups: dict[str, list[NoteOfSession]] = {}
    for one in notes:
        groups.setdefault(way(one), []).append(one)
    return groups


def _session_of(noted: NoteOfSession) -> str:
    held, _note = noted
    return f"{held.summary.title}, {held.summary.choices.dates.long_day(held.day)}"


def _others_last(theme: str) -> tuple[bool, str]:
    return theme == OTHER_THEMES, theme


def _item(note: SummaryNote) -> Item:
    return Item(note.text, note.kind.value.capitalize())


def _resources(year: Year) -> Iterator[Block]:
    found = year.notes(NoteKind.RESOURCE)
    if found:
        yield Bullets(tuple(Item(note.text, remark=_when(one, year)) for one, note in found))
    if links := year.links():
        yield Heading(3, plain("All links"))
        yield Bullets(tuple(Item(plain(link)) for link in links))


def _when(one: HeldSession, year: Year) -> Passage:
    return plain(f"({_day(one, year)})")


def _day(one: HeldSession, year: Year) -> str:
    """The day of a session, with its year where the sessions are of more than one."""
    years = {held.day.year for held in year.held}
    return year.choices.dates.near_day(one.day, one.day.year if len(years) == 1 else 0)


def _time(year: Year) -> Iterator[Block]:
    held = [one for one in year.held if one.used]
    if not held:
        return
    yield draw_times([
        StageBar(str(one.summary.title), one.planned.total_seconds(), one.used.total_seconds()) for one in held
    ])  # fmt: skip
    rows = tuple((one.summary.title, plain(minutes(one.planned)), plain(minutes(one.used))) for one in held)
    yield Table(("Session", "Planned", "Used"), rows, figures=(1, 2), name="Planned and used time")


def _counts(year: Year) -> Iterator[tuple[str, object]]:
    yield "Sessions held", len(year.held)
    yield "Places taken, all sessions together", sum(one.people for one in year.held)
    yield "Different people", len(year.people)
    yield "People who came more than once", year.returning_people
    yield "People who brought a challenge", year.presenter_count
    yield "Organisations", year.organisations
    for kind, several, *_ in KINDS[:5]:
        yield several.capitalize(), len(year.notes(kind))
    yield "Next steps taken", len(year.next_steps(True))
    yield "Next steps still open", len(year.next_steps(False))
    yield "Hours together, planned", f"{year.planned_time.total_seconds() / 3600:.1f}"
    yield "Hours together, used", f"{year.used_time.total_seconds() / 3600:.1f}"


def _months(year: Year) -> Iterator[Block]:
    """How many people came each time, without the titles of the sessions."""
    rows = tuple((plain(year.choices.dates.long_day(one.day)), plain(str(one.people))) for one in year.held)
    if rows:
        yield Heading(2, plain("People at each session"))
        yield Paragraph(plain("No names, notes or titles are part of this page."), quiet=True)
        yield Table(("Day", "People"), rows, figures=(1,), name="People at each session")
