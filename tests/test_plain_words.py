"""What a person reads is plain English: short sentences, the words decided once, and no word of developers."""

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

import pytest

from tests.test_architecture import ROOT, modules, tree

MOST_WORDS = 20
HOLE = "{}"  # where an f-string or a message fills something in
FIELD = re.compile(r"\{[^\W\d]\w*\}")
NOT_WORDS = re.compile(r"</|/>|#let|#set|#show|\{%|\\[bwds(]|\(\?|\w\|\w| \| |[:;{] *[\w-]+: ?[^ ]+;|://\{\}")
SHOWN = re.compile(r"[^\W\d_]{2,}[^\W_]*[,;:.]? \S|\S+ [^\W\d_]{2}|^[A-Z][a-z]+…?$|\w…$| %$")
SENTENCE_END = re.compile(r"(?<=[.!?:;])[”’)]*\s+|\n+")
A_WORD = re.compile(r"[^\W\d_]|\{\}|\d")
VOCABULARY = (
    "formats/exports/redaction/",
    "formats/session/roster/title_words.py",
    "formats/session/roster/vocabulary.py",
)
RESOURCES = ("guide", "structures", "openers", "templates")


@dataclass(frozen=True)
class Text:
    """Something a person may read, and where it stands."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


@dataclass(frozen=True)
class Avoided:
    """Words that are not used, what stands for them, a text with them, and which files may say them, with why."""

    words: str
    instead: str
    example: str
    may: dict[str, str] = field(default_factory=dict)

    def found_in(self, text: Text) -> bool:
        return bool(re.search(self.words, text.text)) and not any(
            text.file.startswith(place) for place in self.may
        )


IN_A_SHELL = {"desktop/commands/": "who types a command knows kinds of files"}
IN_TALK = {"resources/structures/": "as people say it to each other"}
STYLES = {"formats/exports/": "names of styles in a file"}
IN_A_LIST = {"formats/session/roster/": "what a list of people may hold, and what is said of its lines"}
AVOIDED = (
    Avoided(r"run log", "history", "A run log is missing."),
    Avoided(
        r"(?<![Aa]ttendance )\b[Rr]ecords?\b(?! for a person| \{\}$)",
        "entry, note, or what it is; the attendance record is a sheet of paper",
        "One record has a mistake.",
        {"desktop/commands/": "it says how the attendance record is asked for"},
    ),
    Avoided(
        r"\b[Tt]ables?\b(?!$)",
        "list, entry; a table stands in a room, or is what a spreadsheet holds",
        "It is kept in its table.",
        {
            **IN_A_SHELL,
            **IN_A_LIST,
            "desktop/places/library/": "furniture",
            "formats/exports/paper_rooms.py": "furniture",
            "formats/exports/text_styles.py": "names of styles in a file",
            "formats/exports/open_document_elements.py": "the name of a style in a file",
            "formats/session/": "furniture",
            "formats/structures/": "furniture",
            "resources/": "furniture, and a spreadsheet of people",
        },
    ),
    Avoided(
        r"\b(JSON|TOML|TinyDB|Qt|parse[ds]?|boolean|null|schema|Expecting|traceback|exception)\b",
        "what is wrong, and where",
        "It is not written as TOML.",
        {
            "desktop/places/help/": "About and its licences name what Clearing is built with",
            "desktop/content/licences.py": "the licences of others name what they are of",
            "formats/session/rooms/request_file.py": "only who types the command sees it",
            **IN_A_LIST,
        },
    ),
    Avoided(
        r"\b[Ll]ibrary\b(?! stays as it is)",
        "your data, or the data file; Library is the place of structures and openers",
        "The library is damaged.",
        {
            **IN_A_SHELL,
            "desktop/places/page.py": "the place",
            "desktop/places/library/": "the place",
            "resources/guide/": "the place",
        },
    ),
    Avoided(
        r"\b([Gg]o|[Gg]oes|[Gg]oing) on\b", "resume or continue", "Press again to go on.", IN_A_LIST | IN_TALK
    ),
    Avoided(r"\b[Tt](ake|aken|akes|aking) (\w+ )?out\b", "remove, delete", "Take them out"),
    Avoided(r"\b[Tt](ake|aken|akes|aking) (\w+ )?along\b", "take away", "One thing to take along."),
    Avoided(r"\b([Pp]uts?|putting) (\w+ ){0,2}away\b", "hide, close", "Puts it away."),
    Avoided(r"\b[Ll]et(ting)? (\w+ ){0,2}go$|\b[Ll]et go\b(?!\.)", "drop, remove", "Let go"),
    Avoided(
        r"\b(newer|older|another) Clearing\b", "a newer version of Clearing", "It comes from a newer Clearing."
    ),
    Avoided(r"\bShare it out\b", "Make up time", "Share it out"),
    Avoided(r"\b[Ss]tandby\b", "Hide the timer; a message instead of the timer", "On standby"),
    Avoided(r"\bKeep these rooms\b", "Stop and use these rooms", "Keep these rooms"),
    Avoided(r"\b[Rr]emarks?\b", "private notes", "Remarks", STYLES),
    Avoided(r"\b([Aa]new|[Aa]fresh)\b", "again", "Write it anew"),
    Avoided(r"\b[Mm]end(s|ed|ing)?\b", "correct, put right", "2 things to mend"),
    Avoided(
        r"\b[Mm]eanwhile\b|\ball the same\b|\bwhat is to come\b", "plainer words", "Move it all the same", IN_TALK
    ),
    Avoided(r"\b[Ee]ras(e|es|ed|ing)\b", "delete", "Erase everywhere…"),
    Avoided(r"\b[Ss]eal(s|ed|ing)?\b", "protect with a passphrase", "This file is sealed."),
    Avoided(r"\b[Ll]ast step\b", "Last stage; a next step is what somebody takes on", "Last step", IN_TALK),
    Avoided(r"\d %|\} %", "no space before %", "100 %"),
    Avoided(r"(?<=\w|\}) …$", "no space before the dots", "Reading it …"),
    Avoided(r" s each\b", "seconds", "20 s each"),
)


def texts_in(file: str, code: ast.Module) -> Iterator[Text]:
    """The texts in a module that a person could read: no docstring, log, check for developers, key or markup."""
    hidden = set(_hidden(code))
    for node in ast.walk(code):
        if id(node) in hidden:
            continue
        if isinstance(node, ast.JoinedStr):
            said = "".join(str(part.value) if isinstance(part, ast.Constant) else HOLE for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            said = FIELD.sub(HOLE, node.value)
        else:
            continue
        if SHOWN.search(said) and not NOT_WORDS.search(said):
            yield Text(file, node.lineno, said.partition("\t")[0])


def _hidden(code: ast.Module) -> Iterator[int]:
    """Which nodes nobody reads on a screen or on paper."""
    for node in ast.walk(code):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield id(node.value)  # a docstring
        elif isinstance(node, ast.JoinedStr):
            yield from (id(part) for part in node.values if isinstance(part, ast.Constant))
        elif isinstance(node, ast.Assert) and node.msg:
            yield from map(id, ast.walk(node.msg))
        elif isinstance(node, ast.Call) and _is_log(node.func):
            yield from map(id, ast.walk(node))


def _is_log(called: ast.expr) -> bool:
    return (
        isinstance(called, ast.Attribute)
        and isinstance(called.value, ast.Name)
        and called.value.id in ("log", "logging", "_log")
    )


def texts_of_a_table(file: str, value: object) -> Iterator[Text]:
    """The texts of a data file, keys left out, and so is what nobody sees: words of people's own to search by."""
    if isinstance(value, str):
        yield Text(file, 0, value)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts_of_a_table(file, inner if key != "said" else "")
    elif isinstance(value, list):
        for inner in value:
            yield from texts_of_a_table(file, inner)


@cache
def texts() -> tuple[Text, ...]:
    """Everything of ours that a person reads: in the app, the command line, what is exported, the guide."""
    return (*_texts_of_code(), *_texts_of_resources())


def _texts_of_code() -> Iterator[Text]:
    for path in (*modules("desktop"), *modules("formats")):
        file = path.relative_to(ROOT).as_posix()
        if not file.startswith(VOCABULARY):
            yield from texts_in(file, tree(path))


def _texts_of_resources() -> Iterator[Text]:
    for path in sorted(path for folder in RESOURCES for path in (ROOT / "resources" / folder).rglob("*")):
        file, text = (
            path.relative_to(ROOT).as_posix(),
            path.read_text("utf-8") if path.suffix in (".md", ".toml") else "",
        )
        if path.suffix == ".toml":
            yield from texts_of_a_table(file, tomllib.loads(text))
        elif path.suffix == ".md":
            yield from (Text(file, number, line) for number, line in enumerate(text.splitlines(), 1))


def long_sentences(text: Text) -> list[str]:
    """The sentences with more words than one breath holds; a list of words without a capital or a stop is none."""
    sentences = SENTENCE_END.split(text.text.strip())
    return [one for one in sentences if len(words_of(one)) > MOST_WORDS and re.search(r"^\W*[A-Z{]|[.!?]$", one)]


def words_of(sentence: str) -> list[str]:
    return [word for word in sentence.split() if A_WORD.search(word)]


@pytest.mark.parametrize("words", AVOIDED, ids=lambda words: words.example)
def test_words_that_are_not_used_are_not_there(words: Avoided) -> None:
    assert not [str(text) for text in texts() if words.found_in(text)], f"say: {words.instead}"


def test_no_sentence_is_longer_than_twenty_words() -> None:
    assert not [f"{text.file}:{text.line}: {one}" for text in texts() for one in long_sentences(text)]


@pytest.mark.parametrize("words", AVOIDED, ids=lambda words: words.example)
def test_a_planted_text_would_be_found(words: Avoided) -> None:
    for shape in (
        f"label = {words.example!r}",
        f"say(f{'{name}: ' + words.example.replace(HOLE, '{what}')!r})",
        f"ACTS = ({words.example!r},)",
    ):
        found = list(texts_in("desktop/planted.py", ast.parse(shape)))
        assert [text.text for text in found], shape
    assert words.found_in(Text("desktop/planted.py", 1, words.example))


@pytest.mark.parametrize("words", AVOIDED, ids=lambda words: words.example)
def test_every_exception_is_still_needed(words: Avoided) -> None:
    anywhere = replace(words, may={})
    found = [text.file for text in texts() if anywhere.found_in(text)]
    assert not [place for place in words.may if not any(file.startswith(place) for file in found)]


def test_a_planted_long_sentence_would_be_found() -> None:
    said = " ".join(["Twenty", *["words"] * 19])
    assert not long_sentences(Text("desktop/planted.py", 1, f"{said}. Short."))
    assert long_sentences(Text("desktop/planted.py", 1, f"Short. {said} more. Short."))


def test_what_nobody_reads_is_left_out() -> None:
    code = '''
"""The run log as a table."""
log.warning("the run log is damaged")
assert run_log, "the run log is missing"
style = "QLabel { color: red; }"
'''
    assert not list(texts_in("desktop/planted.py", ast.parse(code)))
