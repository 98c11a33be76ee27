"""Which openers and check-in questions does a folder of TOML files hold, and what is wrong with the rest?"""

from dataclasses import replace
from datetime import timedelta
from importlib.resources.abc import Traversable
from itertools import pairwise

from formats.language import tr
from formats.structures.fields import Fields, Lengths, StructureError, short_number
from formats.structures.folder import all_or_error, parse_toml, read_bytes, read_files, read_id
from formats.structures.opener import Bells, CheckIn, CheckInQuestion, ClosingIdea, Opener, OpenerLine, Pace
from formats.structures.overlay import in_language
from formats.structures.structure_files import read_credit

CHECK_IN_FILE = "check-in.toml"
OPENER_KEYS = (
    "id", "title", "summary", "icon", "minutes", "seconds", "pace", "most_cycles", "by_name_only",
    "preferred", "eyes_open", "not_first_time", "invitation", "needs", "bells", "recording", "lines", "credit",
)  # fmt: skip
LINE_KEYS = ("at", "text", "bell", "quiet", "from_minutes")
LONGEST_BREATH = 20.0


def read_openers(folder: Traversable) -> tuple[Opener, ...]:
    """Our openers by title, in the language spoken. Raises StructureError for the first that cannot be read."""
    return all_or_error(read_files(folder, _parse_ours, leave=CHECK_IN_FILE))


def openers_and_problems(folder: Traversable) -> tuple[tuple[Opener, ...], tuple[StructureError, ...]]:
    """The openers that can be read, by title, and the sentence for each file that cannot."""
    return read_files(folder, parse_opener, leave=CHECK_IN_FILE)


def read_check_in(folder: Traversable) -> CheckIn:
    """The check-in of a folder, with its bank of questions."""
    file = folder.joinpath(CHECK_IN_FILE)
    return parse_check_in(read_bytes(file), file.name)


def _parse_ours(text: bytes, name: str) -> Opener:
    return read_opener(Fields(name, in_language(parse_toml(text, name), name)))


def parse_opener(text: str | bytes, name: str) -> Opener:
    """One opener from the text of its file; `name` is how errors call the file."""
    return read_opener(Fields(name, parse_toml(text, name)))


def read_opener(fields: Fields) -> Opener:
    """One opener from its tables. Raises StructureError for the first fault unless all are to be noted."""
    fields.allow(*OPENER_KEYS)
    title = fields.text("title")
    return Opener(
        id=read_id(fields, title),
        title=title,
        summary=fields.text("summary", ""),
        icon=fields.text("icon", "leaf"),
        lengths=_lengths(fields),
        pace=_pace(fields.inner_table("pace")) if fields.has("pace") else None,
        most_cycles=fields.whole_number("most_cycles", 1, 100) if fields.has("most_cycles") else None,
        by_name_only=fields.flag("by_name_only"),
        preferred=fields.flag("preferred"),
        eyes_open=fields.flag("eyes_open"),
        first_time=not fields.flag("not_first_time"),
        invitation=fields.texts("invitation"),
        needs=fields.texts("needs"),
        lines=_lines(fields),
        bells=_bells(fields.inner_table("bells")),
        recording=fields.text("recording", ""),
        credit=read_credit(fields.inner_table("credit")) if fields.has("credit") else None,
    )


def parse_check_in(text: str | bytes, name: str) -> CheckIn:
    """A check-in with its questions from the text of its file."""
    fields = Fields(name, in_language(parse_toml(text, name), name))
    fields.allow("id", "title", "instruction", "wall", "seconds", "questions", "check_out", "closings")
    title = fields.text("title")
    instruction = fields.text("instruction")
    each = fields.lengths("seconds")
    questions = tuple(_question(question, each) for question in fields.tables_in("questions"))
    check_out = (
        tuple(_question(one, each) for one in fields.tables_in("check_out")) if fields.has("check_out") else ()
    )
    closings = tuple(_closing(one) for one in fields.tables_in("closings")) if fields.has("closings") else ()
    _refuse_double(fields, questions)
    _refuse_double(fields, check_out)
    wall = fields.texts("wall", (instruction,))
    return CheckIn(read_id(fields, title), title, instruction, wall, each, questions, check_out, closings)


def _closing(fields: Fields) -> ClosingIdea:
    fields.allow("title", "instruction", "wall")
    return ClosingIdea(fields.text("title"), fields.text("instruction"), fields.texts("wall"))


def _question(fields: Fields, each: Lengths) -> CheckInQuestion:
    fields.allow("id", "text", "seconds")
    text = fields.text("text")
    own = fields.lengths("seconds") if fields.has("seconds") else each
    return CheckInQuestion(read_id(fields, text), text, own)


def _refuse_double(fields: Fields, questions: tuple[CheckInQuestion, ...]) -> None:
    seen: set[str] = set()
    for question in questions:
        if question.id in seen:
            raise fields.error(tr("two questions have the id “{id}”; give each its own", id=question.id))
        seen.add(question.id)


def _lengths(fields: Fields) -> Lengths:
    """An opener says its length in minutes, or in seconds where a pace asks for a whole number of breaths."""
    return fields.lengths("seconds" if fields.has("seconds") else "minutes")


def _bells(fields: Fields) -> Bells:
    """Both, where nothing is said of them."""
    fields.allow("start", "end")
    return Bells(*(fields.flag(key) if fields.has(key) else True for key in ("start", "end")))


def _pace(fields: Fields) -> Pace:
    fields.allow("in", "hold", "out", "rest")
    return Pace(
        breathe_in=timedelta(seconds=fields.number("in", 1, LONGEST_BREATH)),
        hold=timedelta(seconds=fields.number("hold", 0, LONGEST_BREATH, 0)),
        breathe_out=timedelta(seconds=fields.number("out", 1, LONGEST_BREATH)),
        rest=timedelta(seconds=fields.number("rest", 0, LONGEST_BREATH, 0)),
    )


def _lines(fields: Fields) -> tuple[OpenerLine, ...]:
    tables = tuple(fields.tables_in("lines"))
    lines = tuple(_line(line) for line in tables)
    if lines and lines[0].from_length:
        what = tr("the first line is not said in every length; take its “from_minutes” out")
        plain = tr("The first line is said in every length. Leave this empty.")
        replace(tables[0], where=fields.where).refused(None, what, "from_minutes", plain)
    if lines and lines[0].at != 0:
        plain = tr("The first line comes at the very start. Write 0:00.")
        replace(tables[0], where=fields.where).refused(
            None, tr("the first line does not come at 0; give it at = 0"), "at", plain
        )
    for (earlier, later), table in zip(pairwise(lines), tables[1:], strict=True):
        if later.at <= earlier.at:
            what = tr(
                "the line at {at} follows the one at {before}; "
                "put the lines in order, each at a moment of its own",
                at=short_number(later.at),
                before=short_number(earlier.at),
            )
            plain = tr("This comes no later than the line above it. Give each line its own moment.")
            replace(table, where=fields.where).refused(None, what, "at", plain)
    return lines


def _line(fields: Fields) -> OpenerLine:
    fields.allow(*LINE_KEYS)
    return OpenerLine(
        at=fields.number("at", 0, 0.98, plain=tr("Write a time within the opener, such as 0:45.")),
        text=fields.text("text"),
        bell=fields.flag("bell"),
        quiet=fields.flag("quiet"),
        from_length=timedelta(minutes=fields.number("from_minutes", 0, 60, 0)),
    )
