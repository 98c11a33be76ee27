"""In which order are minutes read? Lays a summary out as one document for every format that is read.

What the group takes with it comes first, then who does what by when, each said once; then what was said, by round.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from formats.exports.choices import Audience
from formats.exports.document import (
    Block,
    Bullets,
    Card,
    Cards,
    Document,
    Fact,
    Facts,
    Heading,
    Item,
    Panel,
    Paragraph,
    PlainBlock,
    SideBySide,
    Table,
)
from formats.exports.figures import picture_of_hour
from formats.exports.hour import hour_sentence
from formats.exports.links import count_rounds, links_of, placed_notes, sections_of
from formats.exports.passages import EMPTY_PASSAGE, Passage, filled, join_passages, listed, plain
from formats.exports.round_notes import blocks_by_round
from formats.exports.summary import Attendee, Challenge, NextStep, Summary, SummarySection
from formats.exports.wording import place_words
from formats.language import Message, speaking, tr
from formats.session.notes import NoteKind
from formats.session.sorting import sort_key
from formats.session.wording import join_list

PURPOSES = {
    Audience.PRESENT: Message("Minutes for those who were there"),
    Audience.NETWORK: Message("Minutes for the wider network"),
    Audience.ANYONE: Message("Summary"),
}
TAKEN_WITH_US, WHO_DOES_WHAT = Message("What we take with us"), Message("Who does what by when")
ON_CHALLENGE = Message("on {presenter}’s challenge")
PLACE_ON_CHALLENGE = Message("{place}, on {presenter}’s challenge")
JOIN = Message("Join: {how}")
LONGEST_BESIDE = 5
"""Links that fit into a box beside the next session; more of them take the whole width."""


def document_of(summary: Summary) -> Document:
    """The whole summary as one document."""
    with speaking(summary.language):
        return _document(summary)


def _document(summary: Summary) -> Document:
    return Document(
        title=summary.title,
        lead=EMPTY_PASSAGE,
        blocks=tuple(_blocks(summary)),
        language=summary.language,
        made_at=summary.made_at,
        footer=join_list((str(summary.title), summary.day)),
        running=str(summary.series),
        purpose=str(PURPOSES[summary.choices.audience]),
        paper=summary.choices.paper,
    )


def step_table(steps: tuple[NextStep, ...], name: str) -> Table:
    """What, who and by when; without a column for names where nobody is named."""
    # For translators: the head of a column: what is to be done, and by which day.
    what, by = tr("What"), tr("By")
    if any(step.who.spans for step in steps):
        rows = tuple((step.what, step.who, _due(step)) for step in steps)
        return Table((what, tr("Who"), by), rows, name=name, strong=(1,))
    return Table((what, by), tuple((step.what, _due(step)) for step in steps), name=name)


def _blocks(summary: Summary) -> Iterator[Block]:
    yield _facts(summary)
    if key_notes := tuple(_key_notes(summary)):
        heading = Heading(2, plain(str(TAKEN_WITH_US)))
        yield Panel((heading, Bullets(key_notes, numbered=True)), filled=True, edged=True)
    if summary.next_steps:
        yield Heading(2, plain(str(WHO_DOES_WHAT)))
        yield step_table(summary.next_steps, str(WHO_DOES_WHAT))
    yield from _worked_on(summary)
    yield from blocks_by_round(summary)
    yield from _links_and_next_session(summary)
    yield from _looked_forward_to(summary)
    yield from _who_took_part(summary)
    yield from _how_it_went(summary)


def _facts(summary: Summary) -> Facts:
    facts = (
        Fact(tr("When"), plain(f"{summary.day}\n{summary.time}")),
        Fact(tr("Question"), summary.question),
        Fact(tr("How"), summary.outline),
        Fact(tr("Who"), plain(summary.people)),
    )
    return Facts(tuple(fact for fact in facts if fact.text.spans))


def _key_notes(summary: Summary) -> Iterator[Item]:
    """The notes that the group takes with it, in the order in which they were put."""
    several = count_rounds(summary) > 1
    marked = {note.id: (section, note) for section, note in placed_notes(summary) if note.is_key}
    for section, note in (marked[note_id] for note_id in summary.key_order if note_id in marked):
        if note.kind is not NoteKind.NEXT_STEP:
            yield Item(note.text, remark=_source(section, several))


def _source(section: SummarySection, several_rounds: bool) -> Passage:
    """Room 2, on Kristin’s challenge."""
    place = place_words(section.round if several_rounds else 0, section.where)
    if not section.presenter.spans:
        return plain(place)
    if not place:
        return filled(ON_CHALLENGE, presenter=section.presenter)
    return filled(PLACE_ON_CHALLENGE, place=place, presenter=section.presenter)


def _worked_on(summary: Summary) -> Iterator[Block]:
    named = [one for one in summary.challenges if one.presenter.spans or one.words.spans]
    if named:
        several = len({one.round for one in named}) > 1
        yield Heading(2, plain(tr("What we worked on")))
        yield Cards(tuple(_card(one, several) for one in named))


def _card(challenge: Challenge, several_rounds: bool) -> Card:
    label = place_words(challenge.round if several_rounds else 0, challenge.where)
    return Card(label, challenge.presenter, challenge.words)


def _links_and_next_session(summary: Summary) -> Iterator[Block]:
    links = tuple(links_of(summary))
    panels = []
    if links:
        panels.append(Panel((Heading(2, plain(tr("Links and resources"))), Bullets(links))))
    if summary.next_session:
        panels.append(Panel((Heading(2, plain(tr("Next session"))), *_next_session(summary)), filled=True))
    if len(panels) == 2 and len(links) <= LONGEST_BESIDE:
        yield SideBySide(tuple(panels))
    else:
        yield from panels


def _next_session(summary: Summary) -> Iterator[PlainBlock]:
    following = summary.next_session
    if following is not None:
        yield Paragraph(following.title, strong=True)
        yield Paragraph(plain(following.in_words), strong=True)
        if following.place.spans:
            yield Paragraph(following.place)
        if following.joining.spans:
            yield Paragraph(filled(JOIN, how=following.joining))


def _looked_forward_to(summary: Summary) -> Iterator[Block]:
    """What was said in each check-in, as one paragraph under its question."""
    for section in sections_of(summary):
        for stage in section.stages:
            answers = [note for note in stage.notes if note.kind is NoteKind.ANSWER and not note.is_key]
            if answers:
                yield Heading(2, stage.question if stage.question.spans else plain(tr("Check-in")))
                yield Paragraph(join_passages(*_joined(_as_sentence(note.text) for note in answers)))


def _joined(passages: Iterable[Passage]) -> Iterator[Passage | str]:
    for number, passage in enumerate(passages):
        yield from (" ", passage) if number else (passage,)


def _as_sentence(text: Passage) -> Passage:
    """A text that begins with a capital, unless a name stands there, and ends with a sign."""
    first, *others = text.spans
    if first.spot is None:
        first = replace(first, text=first.text[:1].upper() + first.text[1:])
    end = "." if str(text)[-1].isalnum() else ""
    return join_passages(Passage((first, *others)), end)


def _who_took_part(summary: Summary) -> Iterator[Block]:
    attendance = summary.attendance
    if attendance is None:
        return
    yield Heading(2, plain(tr("Who took part")))
    groups = _by_organisation(attendance.people)
    if len(groups) > 1:
        rows = tuple((one, listed(names)) for one, names in groups)
        # For translators: the head of a column that says which organisation people are from.
        yield Table((tr("From"), tr("Who")), rows, name=tr("Who took part"), strong=(0,))
    else:
        yield Paragraph(plain(attendance.sentence))
        names = [_attendee(one) for one in attendance.people]
        if names:
            yield Paragraph(join_passages(listed(names), "."))


def _by_organisation(people: tuple[Attendee, ...]) -> list[tuple[Passage, list[Passage]]]:
    """The people of each organisation in the order of its name; those of none come last."""
    groups: dict[str, tuple[Passage, list[Passage]]] = {}
    for one in people:
        where = one.organisation if one.organisation.spans else plain(tr("Others"))
        groups.setdefault(str(one.organisation), (where, []))[1].append(_attendee(one))
    named = sorted((name for name in groups if name), key=sort_key)
    return [groups[name] for name in (*named, *([""] if "" in groups else []))]


def _attendee(one: Attendee) -> Passage:
    return join_passages(one.name, f" ({one.count})") if one.count > 1 else one.name


def _how_it_went(summary: Summary) -> Iterator[Block]:
    """The time that was planned and used, and what was said by hands."""
    drawn = picture_of_hour(summary)
    if drawn is not None or summary.closing or summary.topics.spans:
        yield Heading(2, plain(tr("How it went")))
    if drawn is not None:
        yield drawn
        yield Paragraph(plain(hour_sentence(summary)), quiet=True)
    if summary.topics.spans:
        yield Paragraph(summary.topics)
    if summary.closing:
        yield Paragraph(plain(summary.closing))


def _due(step: NextStep) -> Passage:
    return plain(join_list(filter(None, (step.by, step.status))))
