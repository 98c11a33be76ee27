"""How are the notes of a year read: what was learned first, by theme or by the day of their session?"""

from collections import Counter
from collections.abc import Callable, Iterator

from formats.exports.document import Block, Bullets, Heading, Item, Paragraph
from formats.exports.drawing import KINDS
from formats.exports.passages import Passage, plain
from formats.exports.series import HeldSession, Year, themes_of
from formats.exports.summary import SummaryNote
from formats.exports.wording import sentence
from formats.exports.year_pictures import draw_themes
from formats.session.notes import NoteKind
from formats.session.wording import counted_noun, join_and

OTHER_THEMES = "Without a theme"
MOST_THEMES_DRAWN = 12
THEMES = "A theme is a word marked with # in a note, such as #listening. A note can have several."
NoteOfSession = tuple[HeldSession, SummaryNote]
MakeItem = Callable[[SummaryNote], Item]


def learned(year: Year, by_theme: bool) -> Iterator[Block]:
    """How much was noted, what the groups took with them, and every other insight."""
    if not (noted := _noted_sentence(year)):
        return
    yield Paragraph(plain(noted))
    marked = year.notes(NoteKind.INSIGHT, NoteKind.IDEA, NoteKind.QUESTION, NoteKind.RESOURCE)
    key = tuple(one for one in marked if one[1].id in year.key_notes)
    if key:
        yield Heading(3, plain("What we took with us"))
        yield Bullets(tuple(Item(note.text, remark=when(one, year)) for one, note in key))
    if counts := _theme_counts(year):
        yield draw_themes(counts[:MOST_THEMES_DRAWN])
        yield Paragraph(plain(THEMES), quiet=True)
    insights = tuple(one for one in year.notes(NoteKind.INSIGHT) if one[1].id not in year.key_notes)
    yield from _grouped(insights, by_theme, _insight)


def ideas_and_questions(year: Year, by_theme: bool) -> Iterator[Block]:
    """What else was noted, each with its kind."""
    yield from _grouped(year.notes(NoteKind.IDEA, NoteKind.QUESTION), by_theme, _item)


def when(one: HeldSession, year: Year) -> Passage:
    """The day of a session as a remark: (23 February)."""
    return plain(f"({day_of(one, year)})")


def day_of(one: HeldSession, year: Year) -> str:
    """The day of a session, with its year where the sessions are of more than one."""
    years = {held.day.year for held in year.held}
    return year.choices.dates.near_day(one.day, one.day.year if len(years) == 1 else 0)


def _theme_counts(year: Year) -> list[tuple[str, int]]:
    """Every theme of an insight, an idea or a question with how often it came up, the most frequent first."""
    notes = year.notes(NoteKind.INSIGHT, NoteKind.IDEA, NoteKind.QUESTION)
    counts = Counter(theme.capitalize() for _, note in notes for theme in themes_of(note))
    return sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))


def _noted_sentence(year: Year) -> str:
    noted = [(len(year.notes(kind)), kind.value, several) for kind, several, *_ in KINDS[:5]]
    if not any(count for count, _, _ in noted):
        return ""
    verb = "was" if sum(count for count, _, _ in noted) == 1 else "were"
    return sentence(f"{join_and([counted_noun(*one) for one in noted if one[0]])} {verb} noted")


def _grouped(notes: tuple[NoteOfSession, ...], by_theme: bool, item: MakeItem) -> Iterator[Block]:
    return _by_theme(notes, item) if by_theme else _by_date(notes, item)


def _by_date(notes: tuple[NoteOfSession, ...], item: MakeItem) -> Iterator[Block]:
    for title, some in _group_notes(notes, _session_of).items():
        yield Heading(3, plain(title))
        yield Bullets(tuple(item(note) for _, note in some))


def _by_theme(notes: tuple[NoteOfSession, ...], item: MakeItem) -> Iterator[Block]:
    """The theme that came up most often first, with how often that was."""
    groups: dict[str, list[NoteOfSession]] = {}
    for one in notes:
        for theme in themes_of(one[1]) or (OTHER_THEMES,):
            groups.setdefault(theme, []).append(one)
    for theme in sorted(groups, key=lambda theme: (theme == OTHER_THEMES, -len(groups[theme]), theme)):
        count = "" if theme == OTHER_THEMES else f" ({len(groups[theme])})"
        if set(groups) != {OTHER_THEMES}:
            yield Heading(3, plain(f"{theme.capitalize()}{count}"))
        yield Bullets(tuple(item(note) for _, note in groups[theme]))


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


def _insight(note: SummaryNote) -> Item:
    return Item(note.text)


def _item(note: SummaryNote) -> Item:
    return Item(note.text, note.kind.value.capitalize())
