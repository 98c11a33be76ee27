"""What does a sentence say of somebody: "Lorna Tait has dropped out", "Tom and Ann can't come"?"""

from formats.session.folding import fold
from formats.session.roster.answers import Answer, Reply, read_message
from formats.session.roster.cells import could_be_name
from formats.session.roster.vocabulary import word_set

# What a name is followed by where something is said of it; a name has none of these words in small letters.
_VERBS = word_set("""
is isn't are aren't was were has hasn't have haven't had will won't would can can't cannot couldn't could
might may must does doesn't did didn't wants hopes needs says said sends sent asks asked comes came coming
joins joining joined leaves attending attends declined cancelled canceled accepted confirmed replied withdrew
dropped also now not just probably definitely unfortunately sadly kommt kann hat ist wird kommen konnen haben
sind sagt nimmt bin nicht leider vient viendra ne sera est a peut pourra s'excuse arrive participe no viene
vendra asiste asistira puede podra ha esta se llega nie bedzie jest przyjdzie wezmie moze ma yn ddim wedi
methu komt heeft kan zal komer kommer har kan ikke inte viene partecipa
""")
_AUXILIARY = word_set(
    "is are was were has have had hat haben ist sind est a ha esta jest yn wedi heeft har also now just se"
)
_LONGEST = 7


def said_of(text: str) -> tuple[str, Reply] | None:
    """The name that a sentence begins with, and what it says of their coming; None for other texts."""
    words = text.split()
    for at in range(1, min(_LONGEST, len(words))):
        if words[at][:1].islower() and fold(words[at]).strip(".,") in _VERBS:
            name = " ".join(words[:at])
            starts = name[:1].isupper() and all(could_be_name(part) for part in _people(name))
            return (name, _reply(words[at:])) if starts else None
    return None


def _people(name: str) -> list[str]:
    return [part for part in name.replace(" & ", " and ").split(" and ") if part]


def _reply(words: list[str]) -> Reply:
    """What the rest of the sentence says; where it says nothing of coming, it is no answer but a remark."""
    said = " ".join(words)
    answers = [read_message(said)]
    while words and fold(words[0]) in _AUXILIARY:
        words = words[1:]
        answers.append(read_message(" ".join(words)))
    known = (Answer.AWAY, Answer.MAYBE, Answer.NONE, Answer.HERE)
    answer = next((one for one in known if one in answers), Answer.MANNER)
    return Reply(answer, said)
