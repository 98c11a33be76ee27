"""What stands before and around the names on a line: bullets, marks, labels; and what names nobody at a glance?"""

import re
from collections.abc import Sequence

from formats.language import Message
from formats.session.folding import fold
from formats.session.roster.answers import with_signs
from formats.session.roster.chat import is_notice
from formats.session.roster.labels import Section, section_named
from formats.session.roster.names import tidy
from formats.session.roster.vocabulary import phrase_set, word_set

# Words and nothing that parts them: no tab, dash, bracket, comma or sign.
ONE_THING = re.compile(r"(?:[\w.'’&/-]| (?![-–—/]))+")
LABELLED = re.compile(r"\A((?:[^:：()\[\]]|\([^()]{0,40}\)|\[[^\[\]]{0,40}\]){1,60})[:：](?!\d\d\b)\s*(.*)\Z")
"""A label and what stands behind its colon; the colon of a time is none."""
NAMELESS = re.compile(
    r"(?:\+|plus|and|und|et|y|oraz)?\s*\d+\s+"
    r"(?:from|others?|more|guests?|people|weitere|autres?|mas|osob\w*|of)\b.*|\+\s*\d+\b.*",
    re.IGNORECASE,
)
MORE_AT_THE_END = re.compile(
    r",?\s+(?:and|und|et|y|oraz|plus|&|\+)\s+(\d+\s+(?:others?|more|members?|guests?|people|weitere|autres?|mas)\b.*)\Z",
    re.IGNORECASE,
)
"""How many others there are, behind those who are named: "and 3 members of the public"."""
_BULLET = re.compile(
    r"\A\s*(?:\(?\d{1,4}[.):\]](?=\D)|\d{1,4}\s?[-–](?=\s)|#?\d{1,4}\s+(?=[^\W\d])|[-–—*•·◦▪‣●○►▶➢➤>+⁃]\s*(?=[^\s~])"
    r"|\[[ xX✓✔]?\]|[☐▢□⬜]\s*|(?:\(?[a-zA-Z]\)|[a-z]\.)(?=\s+[^\W\d]{2})(?![a-zA-Z]\.))\s*"
)
_LIST_MARK = re.compile(r"\A\s*[-*•]\s+")
_MARKUP = re.compile(r"\A#{1,6}\s+|\*\*|(?<!_)__(?!_)|\A>+\s*")
_EMPHASIS = re.compile(r"\A([*_])([^*_]+)\1\Z")
_UNSEEN = str.maketrans({"\u200e": None, "\u200f": None, "\u202f": " "})
_FIGURES_OF_A_PHONE = 6
_GREETING = word_set("""
hi hello hey dear hallo liebe lieber bonjour bonsoir salut hola estimados estimadas querida querido cześć witam
dzień helo annwyl مرحبا السلام ciao cari gentile hej kære kjære beste hoi thanks thank cheers regards best kind
many danke merci gracias diolch pozdrawiam
""")
_SIGNING = phrase_set("""
best wishes | kind regards | best regards | warm regards | many thanks | thanks | cheers | regards
| all the best | yours sincerely | with thanks | viele grüße | mit freundlichen grüßen | liebe grüße
| herzliche grüße | cordialement | bien à vous | merci | saludos | un saludo | gracias | pozdrawiam
| z poważaniem | diolch | cofion | مع التحية | شكرا
""")
_LINES_OF_A_SIGNATURE = 4


def without_markup(line: str) -> str:
    """A line without the marks of Markdown; tabs stay, for they part columns."""
    plain = with_signs(_MARKUP.sub("", line.translate(_UNSEEN)).strip())
    whole = _EMPHASIS.match(plain)
    return whole[2].strip() if whole else plain


def without_bullet(line: str) -> str:
    """A line without the number, dash or box before its name."""
    return _BULLET.sub("", line, count=1)


def has_bullet(line: str) -> bool:
    """Whether a line begins with a number, a dash or a box."""
    return bool(_BULLET.match(line))


def without_label(line: str) -> str:
    """A line without its bullet, and without the label before its colon where that is one we know."""
    labelled = LABELLED.match(line)
    return without_bullet(labelled[2] if labelled and section_named(labelled[1]) else line)


def section_before(line: str) -> Section | None:
    """The section that a line names before its people: "Apologies: …"; None for any other line."""
    labelled = LABELLED.match(without_markup(line))
    section = section_named(without_bullet(labelled[1])) if labelled and labelled[2] else None
    return section if section and section.names_people and section.column is None else None


ONLY_A_PHONE = Message("there is no name in it, only a telephone.").text
NO_LETTERS = Message("there are no letters in it.").text
A_LINK = Message("this is a link, not a name.").text
A_NOTICE = Message("nobody wrote this message.").text
HOW_MANY = Message("it says how many, and not who.").text
A_GREETING = Message("this is a greeting, not a name.").text


def names_nobody(line: str) -> str:
    """Why a line names nobody, at a glance; "" where it may name somebody."""
    if not any(c.isalpha() for c in line):
        only_a_phone = sum(map(str.isdigit, line)) > _FIGURES_OF_A_PHONE
        return ONLY_A_PHONE if only_a_phone else NO_LETTERS
    if re.match(r"(https?://|www\.)\S+$", line):
        return A_LINK
    if is_notice(line):
        return A_NOTICE
    if NAMELESS.fullmatch(_LIST_MARK.sub("", line)):
        return HOW_MANY
    greets = fold(line).split()[0].strip(",.!") in _GREETING
    if greets and (not LABELLED.match(line) or line.endswith((":", ",", "!"))):
        return A_GREETING
    return ""


def _signs_below_a_sentence(lines: Sequence[str], before: int, last: int) -> bool:
    """Whether a letter ends with a first name alone under a sentence."""
    sentence = lines[before].strip()
    is_sentence = len(sentence.split()) > _LINES_OF_A_SIGNATURE and sentence.endswith((".", "?", "!"))
    return before + 1 == last and is_sentence and len(lines[last].split()) == 1


def signature_begins(lines: Sequence[str]) -> int:
    """Where the end of a letter begins, "Best wishes,"; behind all lines where none has an end."""
    filled = [place for place, line in enumerate(lines) if tidy(line)]
    if len(filled) > _LINES_OF_A_SIGNATURE and _signs_below_a_sentence(lines, *filled[-2:]):
        return filled[-1]
    if len(filled) <= _LINES_OF_A_SIGNATURE:
        return len(lines)
    for place in filled[-_LINES_OF_A_SIGNATURE:]:
        words = fold(lines[place]).strip(" ,.!").split()
        if {" ".join(words[:length]) for length in (1, 2, 3)} & _SIGNING:
            return place
    return len(lines)
