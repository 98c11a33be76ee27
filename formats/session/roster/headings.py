"""Which line heads the people behind it, and what does it say of them?"""

from formats.session.roster.answers import Answer, Reply, answer_sign, is_answer, read_answer
from formats.session.roster.cells import could_be_name, is_organisation
from formats.session.roster.draft import Column
from formats.session.roster.fields import fields_of
from formats.session.roster.headers import is_header
from formats.session.roster.labels import Section, label_words, section_named, section_of_others
from formats.session.roster.line_shapes import ONE_THING, has_bullet


def section_opened(line: str, following: str, *, fresh: bool) -> Section | None:
    """The section that a line without people opens; None for a line that may name somebody.

    `following` is the line behind it; `fresh` where it begins the text or stands behind a gap.
    """
    bare = line.rstrip(":：").strip()
    colon = bare != line
    if not bare or (has_bullet(line) and not colon):
        return None
    if section := section_named(bare):
        is_no_name = colon or not could_be_name(bare) or is_answer(bare)
        if section.column is None or (section.column is Column.NAME and is_no_name):
            return section
        return None
    if ":" not in bare and len(fields := fields_of(bare)) > 1 and is_header(fields):
        return Section(bare)
    if colon:
        return section_of_others(bare) if is_organisation(bare) else Section(bare)
    may_head = fresh and following and not any(map(str.isdigit, bare))
    opens_group = may_head and is_organisation(bare) and ONE_THING.fullmatch(bare)
    return Section(bare, organisation=bare) if opens_group and not is_organisation(following) else None


def section_of_heading(line: str) -> Section:
    """What a line says that the shape of the list shows to be a heading: a label, or an answer, or only words."""
    sign, words = answer_sign(line.rstrip(":：").strip())
    if section := section_named(words):
        return section
    read = read_answer(words)
    reply = Reply(read, label_words(words)) if read in (Answer.AWAY, Answer.MAYBE, Answer.NONE) else sign
    return Section(words, reply=reply, organisation=words if reply is None and is_organisation(words) else "")
