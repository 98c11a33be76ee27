"""How are the notes of a year read: what was learned first, by theme or by the day of their session?"""

from collections import Counter
from collections.abc import Callable, Iterator

from formats.exports.document import (
    Block,
    Bullets,
    Heading,
    Item,
    MarginGroup,
    MarginList,
    Panel,
    Paragraph,
)
from formats.exports.drawing import NOTED
from formats.exports.passages import Passage, plain
from formats.exports.series import HeldSession, Year, themes_of
from formats.exports.summary import SummaryNote
from formats.exports.summary_document import TAKEN_WITH_US
from formats.exports.year_pictures import draw_themes
from formats.language import Message, tr, tr_count
from formats.session.notes import KINDS, NoteKind
from formats.session.wording import join_and

OTHER_THEMES = ""
"""Under which notes stand that have no theme."""
MOST_THEMES_DRAWN = 12
THEMES = Message("A theme is a word marked with # in a note, such as #listening. A note can have several.")
NoteOfSession = tuple[HeldSession, SummaryNote]
MakeItem = Callable[[SummaryNote], Item]


def taken_with_us(year: Year) -> Iterator[Block]:
    """The notes that the groups marked, before all else."""
    marked = year.notes(NoteKind.INSIGHT, NoteKind.IDEA, NoteKind.QUESTION, NoteKind.RESOURCE)
    key = tuple(Item(note.text, remark=plain(day_of(one, year))) for one, note in marked if note.is_key)
    if key:
        yield Panel((Heading(2, plain(str(TAKEN_WITH_US))), Bullets(key, numbered=True)), filled=True, edged=True)


def learned(year: Year, by_theme: bool) -> Iterator[Block]:
    """How much was noted, which themes came up, and every insight that was not marked."""
    if not (noted := _noted_sentence(year)):
        return
    yield Paragraph(plain(noted))
    if counts := _theme_counts(year):
        yield draw_themes(counts[:MOST_THEMES_DRAWN])
        yield Paragraph(plain(str(THEMES)), quiet=True)
    insights = tuple(one for one in year.notes(NoteKind.INSIGHT) if not one[1].is_key)
    yield from _grouped(year, insights, by_theme, _insight)


def ideas_and_questions(year: Year, by_theme: bool) -> Iterator[Block]:
    """What else was noted and not marked, each with its kind."""
    rest = tuple(one for one in year.notes(NoteKind.IDEA, NoteKind.QUESTION) if not one[1].is_key)
    yield from _grouped(year, rest, by_theme, _item)


def when(one: HeldSession, year: Year) -> Passage:
    """The day of a session as a remark: (23 February)."""
    return plain(f"({day_of(one, year)})")


def day_of(one: HeldSession, year: Year) -> str:
    """The day of a session, with its year where the sessions are of more than one."""
    return year.choices.dates.near_day(one.day, _only_year(one, year))


def _theme_counts(year: Year) -> list[tuple[str, int]]:
    """Every theme of an insight, an idea or a question with how often it came up, the most frequent first."""
    notes = year.notes(NoteKind.INSIGHT, NoteKind.IDEA, NoteKind.QUESTION)
    counts = Counter(theme.capitalize() for _, note in notes for theme in themes_of(note))
    return sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))


def _noted_sentence(year: Year) -> str:
    counts = {kind: len(year.notes(kind)) for kind in NOTED}
    said = [_count_notes(kind, count) for kind, count in counts.items() if count]
    if not said:
        return ""
    return tr_count("{notes} was noted.", "{notes} were noted.", sum(counts.values()), notes=join_and(said))


def _count_notes(kind: NoteKind, count: int) -> str:
    match kind:
        case NoteKind.INSIGHT:
            return tr_count("{count} insight", "{count} insights", count)
        case NoteKind.IDEA:
            return tr_count("{count} idea", "{count} ideas", count)
        case NoteKind.QUESTION:
            return tr_count("{count} question", "{count} questions", count)
        case NoteKind.RESOURCE:
            return tr_count("{count} resource", "{count} resources", count)
        case _:
            return tr_count("{count} story", "{count} stories", count)


def _grouped(year: Year, notes: tuple[NoteOfSession, ...], by_theme: bool, item: MakeItem) -> Iterator[Block]:
    return _by_theme(notes, item) if by_theme else _by_date(year, notes, item)


def _by_date(year: Year, notes: tuple[NoteOfSession, ...], item: MakeItem) -> Iterator[Block]:
    """The day of the session stands in the margin, as rooms do in the minutes of one."""
    groups: dict[str, list[NoteOfSession]] = {}
    for one in notes:
        groups.setdefault(one[0].summary.session_id, []).append(one)
    if groups:
        yield MarginList(
            tuple(
                MarginGroup(_short_day(some[0][0], year), tuple(item(note) for _, note in some))
                for some in groups.values()
            )
        )


def _by_theme(notes: tuple[NoteOfSession, ...], item: MakeItem) -> Iterator[Block]:
    """The theme that came up most often first, with how often that was."""
    groups: dict[str, list[NoteOfSession]] = {}
    for one in notes:
        for theme in themes_of(one[1]) or (OTHER_THEMES,):
            groups.setdefault(theme, []).append(one)
    for theme in sorted(groups, key=lambda theme: (theme == OTHER_THEMES, -len(groups[theme]), theme)):
        count = "" if theme == OTHER_THEMES else f" ({len(groups[theme])})"
        if set(groups) != {OTHER_THEMES}:
            title = theme.capitalize() if theme != OTHER_THEMES else tr("Without a theme")
            yield Heading(3, plain(f"{title}{count}"))
        yield Bullets(tuple(item(note) for _, note in groups[theme]))


def _short_day(one: HeldSession, year: Year) -> str:
    return year.choices.dates.short_near_day(one.day, _only_year(one, year))


def _only_year(one: HeldSession, year: Year) -> int:
    """The year of all sessions, or 0 where they are of more than one."""
    return one.day.year if len({held.day.year for held in year.held}) == 1 else 0


def _insight(note: SummaryNote) -> Item:
    return Item(note.text)


def _item(note: SummaryNote) -> Item:
    return Item(note.text, str(KINDS[note.kind]))
