"""What do a few words say of someone's coming: here, away, perhaps, or nothing that we know?"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from formats.session.folding import fold
from formats.session.roster import answer_words
from formats.session.roster.vocabulary import word_set


class Answer(StrEnum):
    """What someone answered. Who has not answered, or may come, is counted as here, with a remark."""

    HERE = "here"
    AWAY = "away"
    MAYBE = "maybe"
    NONE = "no answer"
    MANNER = "manner"
    """How somebody is there: online, from five o'clock."""
    UNKNOWN = "unknown"
    BLANK = "blank"


Phrase = tuple[str, ...]
_LISTS = {
    Answer.HERE: answer_words.HERE,
    Answer.MANNER: answer_words.MANNER,
    Answer.MAYBE: answer_words.MAYBE,
    Answer.NONE: answer_words.NO_ANSWER,
    Answer.AWAY: answer_words.AWAY,
}
_PHRASES: dict[Phrase, Answer] = {
    tuple(fold(phrase).split()): answer for answer, text in _LISTS.items() for phrase in text.split("|")
}
_ALONE = dict.fromkeys(answer_words.HERE_ALONE.split(" | "), Answer.HERE) | dict.fromkeys(
    answer_words.AWAY_ALONE.split(" | "), Answer.AWAY
)
_SAYS_NOTHING_YET = word_set("sorry leider unfortunately malheureusement desole desolee niestety للاسف")
_SAYS_ONLY_AWAY = frozenset(
    {(), ("absent",), ("away",), ("no",), ("nein",), ("non",), ("nie",), ("na",), ("لا",), ("x",)}
)
_LONGEST = max(map(len, _PHRASES))
_SIGNS = {
    **dict.fromkeys("✓✔✅☑👍🙋🟢🎉", Answer.HERE),
    **dict.fromkeys("✗✘❌✖☒🚫👎⛔🔴🙅❎", Answer.AWAY),
    **dict.fromkeys("❓❔🤔🟡🤷⏳", Answer.MAYBE),
}
_NAMED_SIGNS = {
    name: sign
    for sign, names in {
        "✅": "white_check_mark heavy_check_mark ballot_box_with_check tick yes +1 thumbsup raised_hand hand tada",
        "❌": "x heavy_multiplication_x cross no -1 thumbsdown no_entry no_good",
        "❓": "question grey_question thinking_face shrug",
    }.items()
    for name in names.split()
}
_STEMS_OF_COMING = tuple(
    word_set("""
accept declin attend coming going apolog absen tentativ maybe cant cannot zugesagt abgesagt zusage absage
entschuldig komm anwesend abwesend vielleicht vient viendra participe presen excus peut asist vien ausent disculp
quiza obecn nieobecn przyjd moze dod mynych ymddiheur efallai سيحضر ستحضر معتذر حاضر غائب ربما
""")
)
_LETTER_FIRST = re.compile(r"\s*[YyNn]\s*[-–—,(:/]")
_PARTS_OF_SIGNS = re.compile("\u200d[\u2640\u2642\u2695-\u2696]?\ufe0f?(?![\\w])|[\U0001f3fb-\U0001f3ff]")
"""How a sign's person looks, which changes nothing of what it says."""
_NAMED_SIGN = re.compile(r":([+\w-]+):")
_BEFORE_AN_ANSWER = word_set("""
i im ive ill we were hi hello hey all dear thanks thank you so very much oh ah and but am afraid really just
sorry for the delay apologies many it is its this time one as well great morning everyone afternoon good still
unfortunately sadly must have to my
""")
# What decides a message wherever it stands in it: first what keeps somebody away.
_IN_A_MESSAGE_AWAY = re.compile(
    r"\b(cant|cannot|can not|wont|will not|unable|not able|not be able|not going to|not make it|have to miss"
    r"|going to miss|have to cancel|need to cancel|decline|double booked|count me out|drop out|pull out"
    r"|my apologies for|send(ing)? (my )?apologies|on leave|off sick|away that|not coming|not attend"
    r"|kann nicht|komme nicht|nicht dabei|nicht kommen|nicht teilnehmen|absagen|ne peux pas|ne pourrai pas"
    r"|ne viendrai pas|no puedo|no podre|no ire|no asistire|nie moge|nie dam rady|nie bede|methu|ddim yn gallu"
    r"|لا استطيع|لن اتمكن|لن احضر)\b"
)
_IN_A_MESSAGE_HERE = re.compile(
    r"\b(be there|ill come|ill join|can come|can make it|can attend|will attend|will join|will come|count me in"
    r"|im in|im coming|see you|looking forward|be late|mins late|minutes late|running late|bin dabei|ich komme"
    r"|je viens|serai la|alli estare|voy a ir|bede|przyjde|byddaf|ساحضر|سوف احضر)\b"
)
_IN_A_MESSAGE_MAYBE = re.compile(
    r"\b(not sure|might|maybe|perhaps|try to|vielleicht|peut etre|quizas|byc moze|efallai|ربما)\b"
)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer with the words it was given in, as they are kept as a remark where they say more than yes."""

    answer: Answer
    words: str = ""

    @property
    def away(self) -> bool:
        """Whether somebody is not coming."""
        return self.answer is Answer.AWAY

    @property
    def remark(self) -> str:
        """What is worth keeping beside the name; "yes" and "absent" say nothing that here and away do not."""
        if self.answer is Answer.HERE:
            return "" if _says_only_yes(self.words) else self.words
        return "" if self.away and answer_phrase(self.words) in _SAYS_ONLY_AWAY else self.words


@lru_cache(maxsize=4096)
def read_answer(text: str) -> Answer:
    """What an answer says, by the longest known phrase it begins with."""
    if not text.strip():
        return Answer.BLANK
    sign = next((answer for sign, answer in _SIGNS.items() if sign in text), None)
    words = answer_phrase(text)
    if sign and not words:
        return sign
    if text.strip().strip(".") in ("NA", "N.A", "N/A", "n/a", "n.a", "-", "–", "—"):
        return Answer.BLANK
    if words and words[0] in _ALONE and (len(words) == 1 or _LETTER_FIRST.match(text)):
        return _ALONE[words[0]]
    for length in range(min(_LONGEST, len(words)), 0, -1):
        if answer := _PHRASES.get(words[:length]):
            return answer
    return sign or (Answer.UNKNOWN if words else Answer.BLANK)


def read_message(text: str) -> Answer:
    """What a message in a chat says of its writer's coming, wherever in it that stands."""
    words = list(answer_phrase(text))
    first = read_answer(text)
    if first in (Answer.HERE, Answer.AWAY, Answer.MAYBE) and (not words or words[0] not in _SAYS_NOTHING_YET):
        return first
    plain = " ".join(words)
    if _IN_A_MESSAGE_AWAY.search(plain):
        return Answer.AWAY
    if _IN_A_MESSAGE_MAYBE.search(plain):
        return Answer.MAYBE
    if _IN_A_MESSAGE_HERE.search(plain):
        return Answer.HERE
    if first is not Answer.UNKNOWN:
        return first
    while words and words[0] in _BEFORE_AN_ANSWER:
        words.pop(0)
    return read_answer(" ".join(words)) if words else Answer.UNKNOWN


def is_answer(text: str) -> bool:
    """Whether a few words are an answer and nothing else: "Accepted", "not going"; no name that begins so."""
    words = answer_phrase(text)
    if not words:
        return read_answer(text) is not Answer.BLANK
    return _PHRASES.get(words, Answer.MANNER) is not Answer.MANNER


def says_who_comes(text: str) -> bool:
    """Whether an answer is one to an invitation, by its words: "accepted", "can't come"; "paid" is none."""
    said = read_answer(text) in (Answer.HERE, Answer.AWAY, Answer.MAYBE)
    return said and any(word.startswith(_STEMS_OF_COMING) for word in answer_phrase(text))


def answer_phrase(text: str) -> Phrase:
    """The words of an answer as they are looked up: folded, "can't" as one word, "peut-être" as two."""
    plain = re.sub(r"(?<=n)'(?=t\b)|(?<=\bi)'(?=m\b|ll\b|ve\b|d\b)", "", fold(text))
    return tuple(re.sub(r"[^\w]+|_", " ", plain).split())


def _says_only_yes(words: str) -> bool:
    phrase = answer_phrase(words)
    return phrase in _PHRASES or not phrase or (len(phrase) == 1 and phrase[0] in _ALONE)


def answer_sign(text: str) -> tuple[Reply | None, str]:
    """The one tick, cross or question mark of a piece as an answer, and the piece without it.

    What follows a sign in the middle says more of the answer: "Callan ❌ sorry".
    """
    plain = text.replace("\ufe0f", "").strip()
    signs = [at for at, sign in enumerate(plain) if sign in _SIGNS]
    if len(signs) == 1 and len(plain) > 1:
        before, sign, after = plain[: signs[0]].strip(), plain[signs[0]], plain[signs[0] + 1 :].strip()
        if not before or not after:
            return Reply(_SIGNS[sign], sign), before or after
        return Reply(_SIGNS[sign], f"{sign} {after}".strip(" !")), before
    if re.search(r"[^\W\d]\s*\(?\?+\)?\Z", plain):
        return Reply(Answer.MAYBE, "?"), re.sub(r"\s*\(?\?+\)?\Z", "", plain)
    return None, plain


def with_signs(text: str) -> str:
    """A text with the names of signs, as chats copy them, put as the signs: ":white_check_mark:" as a tick."""
    text = _PARTS_OF_SIGNS.sub("", text)
    return _NAMED_SIGN.sub(lambda found: _NAMED_SIGNS.get(found[1], found[0]), text)


def split_at_signs(line: str) -> list[str]:
    """The people of a line in which each begins, or each ends, with a tick or a cross."""
    plain = line.replace("\ufe0f", "").strip()
    signs = [at for at, sign in enumerate(plain) if sign in _SIGNS]
    if len(signs) < 2 or "," in plain or ";" in plain:
        return [line]
    cuts = signs if signs[0] == 0 else [0, *(at + 1 for at in signs)]
    return [part for start, end in pairwise([*cuts, len(plain)]) if (part := plain[start:end].strip())]
