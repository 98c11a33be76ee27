"""Is a word that is also a name a name here? What stands around it tells, or leaves it open."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from formats.exports.redaction.atoms import Atom
from formats.exports.redaction.common_words import COMMON
from formats.exports.redaction.word_sets import word_set


class Use(Enum):
    """What a word is in its sentence."""

    NAME = "a name"
    OPEN = "a name or a word"
    WORD = "a word"


@dataclass(frozen=True, slots=True)
class Around:
    """The words around a word within its clause, the nearest first; empty where the clause begins or ends.

    `opens` says that it begins a sentence, `follows` is the sign right after it, `leads_in` that before it;
    `then_a_capital` says that one of the next two words has one.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    opens: bool
    follows: str
    leads_in: str = ""
    then_a_capital: bool = False


SAID = word_set("""
said says say asked asks told tells spoke speaks thought thinks felt feels suggested suggests offered offers
shared shares wrote writes agreed agrees wanted wants knew knows mentioned mentions explained explains
reported reports proposed proposes joined volunteered noted replied answered reminded promised laughed
smiled phoned emailed texted chaired hosted presented presents described raised thanked apologised
apologized admitted argued believes believed commented complained confirmed declined disagreed disagrees
hoped liked likes loved loves pointed prefers preferred realised realized recommended recommends remembered
requested responded warned wondered wonders talked talks
""")
_DID = word_set("""
brought brings came took takes gave gives led leads made makes went goes left showed shows helped helps did
does has had is was will would can could should might sent sends ran runs sat met meets called calls got
gets found finds works worked needs needed starts started tried tries put sees saw heard hears paid pays
kept keeps held holds arrived sang sings stood stands spoke fell drew drove wrote read rose began begins
bought built caught chose chooses drank ate flew forgot forgets grew hid lost loses lent let sold slept swam
taught teaches threw understood understands won wins clapped sits runs asks
""")
_DETERMINERS = word_set("""
a an the this that these those my your his her its our their some any no each every either neither another
other which what whose one two three four five six seven eight nine ten first second third last next both
all few many several most more much such same own very too so as good great new old big small long short
real little only single full final early late local next whole
""")
_SUBJECTS = word_set("""
i you he she it we they who there people everyone everybody someone somebody nobody one anyone that
which this
""")
_HELPERS = word_set("""
ll d ve re t s m will would can could shall should must might may do does did cannot to not never always
often let please just also still really
""")
_AFTER_VERBS = word_set("""
you we i he she they it me us him them the a an this that these those there my your his her our their to not
be have everyone anyone someone people out up down off
""")
_OF = word_set("""
of in on at under without through beyond between among over into across within against than
""")
_OBJECT_OF = word_set("""
thank thanks thanked ask asked asking tell told telling met meeting called email emailed invite invited
inviting remind reminded phoned texted text dear hi hello hey cc contact contacted via helped heard
introduced joined
""")
_TO_SOMEONE = word_set("""
thanks thank listen listened talk talked talking spoke speak said wrote write due credit owed gave given
handed welcome apologies sorry
""")
_WITH = word_set("with by from for")
_LINKS = word_set("""
and or but so then because that when if as while after before where yesterday today and plus both
""")
_TIMES = word_set("""
in on by since until till last next this early late mid end of during from to before after every and or
through first january february march april june july august september october november december
""")
_STATES = word_set("""
is was has had can could would should will might does did works needs makes gives takes gets keeps starts runs
""")
_KIN = {
    (word,) for word in ("family", "families", "household", "twins", "brothers", "sisters", "children", "couple")
}
MONTHS = frozenset({"may", "april", "june", "august", "march", "january", "september"})
_ABSTRACT = word_set("""
hope joy grace faith love power patience charity mercy pride art law peace light earth sunshine honour honor
freedom justice harmony unity trinity day hand chance cash work heart life luck melody prudence verity
constance destiny summer winter autumn spring sun rain snow gold silver steel stone wood water waters home
house north south east west street town music history news energy trust truth change time money food tea
coffee ginger sugar honey rosemary sage basil
""")
_ADVERBS = frozenset({"not", "always", "never", "everything", "here"})
_OF_THINGS = frozenset({"and", "or", "to", "for", "comes", "grows", "are"})
_HELPING = frozenset({"will", "may", "can", "might"})
_DESCRIBING = word_set("""
frank rich young long white black green brown gray grey blue good wise sharp short small little swift strong
happy sunny sandy rusty woody lucky misty bright true new old low high best better fair earnest ernest
sterling major junior senior wild free golden royal noble stern moody savage smart sweet rough dear moss
rocky crystal jolly merry
""")


def use_in_small_letters(word: str, around: Around, names: frozenset[str]) -> Use:
    """What a word in small letters is: open where a person may be meant, and a word anywhere else."""
    if _is_plainly_a_word(word, around):
        return Use.WORD
    return Use.OPEN if _may_mean_someone(word, around, names) else Use.WORD


def use_with_a_capital(word: str, around: Around, names: frozenset[str], *, family_only: bool) -> Use:
    """What a word with a capital is: in the middle of a sentence a name, at its beginning it depends.

    `family_only` says that it is nobody's first name: few people are called by their family name alone.
    """
    if word in MONTHS and _is_a_month(around):
        return Use.WORD
    if not around.opens:
        return Use.NAME
    nearest = around.after[0] if around.after else ""
    if nearest in ("and", "or", "with") and around.then_a_capital:
        return Use.OPEN
    if nearest in SAID or around.follows == ":":
        return Use.NAME
    if family_only and (nearest or around.follows) and around.follows != "'s" and not _is_done(nearest):
        return Use.WORD
    if family_only and _is_state(nearest) and _is_said_of_things(around.after[1:2]):
        return Use.WORD  # price is the first thing
    if word in _HELPING and nearest and not _is_done(nearest) and nearest not in ("and", "or"):
        return Use.WORD
    if nearest in _AFTER_VERBS or nearest in _OF or (word in _DESCRIBING and nearest and nearest not in _DID):
        return Use.WORD
    if word in _ABSTRACT and nearest in _OF_THINGS:
        return Use.OPEN if any(other in names for other in around.after[1:2]) else Use.WORD
    if word in _ABSTRACT and _is_state(nearest):
        return Use.WORD if _is_said_of_things(around.after[1:2]) else Use.OPEN
    if word not in _ABSTRACT and nearest.endswith("s"):
        return Use.OPEN
    return Use.OPEN if _may_mean_someone(word, around, names) or nearest not in COMMON else Use.WORD


def follows_an_article(around: Around) -> bool:
    """The King and Queen, a Green Party, but not the Green family."""
    return around.before[:1] in (("the",), ("a",), ("an",)) and around.after[:1] not in _KIN


def _is_plainly_a_word(word: str, around: Around) -> bool:
    before = around.before[0] if around.before else ""
    if before in _SUBJECTS and before not in ("one", "this", "that"):
        return True
    if before in _DETERMINERS or (before in _HELPERS and not _is_someone_after_to(around)):
        return True
    return any(one in _DETERMINERS for one in around.before[1:2]) and before not in _LINKS | _WITH | _OBJECT_OF


def _is_someone_after_to(around: Around) -> bool:
    return around.before[0] == "to" and any(one in _TO_SOMEONE for one in around.before[1:2])


def _may_mean_someone(word: str, around: Around, names: frozenset[str]) -> bool:
    before = around.before[0] if around.before else ""
    after = _beyond_other_names(around.after, names)
    nearest = after[0] if after else ""
    starts = not before or before in _LINKS
    if around.follows == "'s" and word not in _HELPING | _DESCRIBING | {"day"}:
        return True
    if starts and (nearest in SAID or (_is_done(nearest) and not (word in _ABSTRACT and _is_state(nearest)))):
        return True
    if starts and around.follows == ":":
        return True
    if before in _OBJECT_OF or (before == "to" and _is_someone_after_to(around)):
        return True
    ends = not nearest or nearest in _LINKS | {"about", "who", "on"}
    return before in _WITH and ends and word not in _ABSTRACT | _DESCRIBING


def _is_said_of_things(after: tuple[str, ...]) -> bool:
    """What follows in "hope is what keeps us" and "patience is needed"."""
    return any(word in _DETERMINERS | _ADVERBS or _is_done(word) for word in after)


def _is_done(word: str) -> bool:
    """Whether a word is what someone does or did, rather than what will and may go before."""
    return word in _DID or (word.endswith("ed") and len(word) > 4)


def _is_state(verb: str) -> bool:
    """Whether a verb is as likely of a thing as of a person: hope is, power failed."""
    return verb.endswith("ed") or verb in _STATES


def _beyond_other_names(after: tuple[str, ...], names: frozenset[str]) -> tuple[str, ...]:
    """What follows "and Hope" or ", Joy": the verb of several people."""
    while len(after) > 1 and after[0] in ("and", "or", "with") and after[1] in names:
        after = after[2:]
    return after


def _is_a_month(around: Around) -> bool:
    """In May, 5 May, May 2020."""
    return (
        bool(around.before and around.before[0] in _TIMES - {"to", "and", "or"})
        or around.follows.isdigit()
        or around.leads_in.isdigit()
        or bool(around.after and around.after[0] in MONTHS and not around.before)
        or "month" in around.after
    )


def around_of(atoms: Sequence[Atom], first: int, last: int, text: str) -> Around:
    """What stands around the pieces from `first` to `last` of a folded text."""
    before: list[str] = []
    at = first
    while at > 0 and len(before) < 3 and not _separates(atoms[at].gap):
        at -= 1
        before.append(atoms[at].letters)
    after: list[str] = []
    owns = _is_possessive(atoms, last)
    for atom in atoms[last + 1 + owns : last + 7]:
        if _separates(atom.gap):
            break
        after.append(atom.letters)
    following = atoms[last + 1 + owns : last + 3 + owns]
    return Around(
        tuple(before),
        tuple(after),
        opens=not before and (first == 0 or "," not in atoms[first].gap),
        follows="'s" if owns else text[atoms[last].last :].lstrip(" ")[:1],
        leads_in=text[: atoms[first].first].rstrip(" ")[-1:],
        then_a_capital=any(atom.is_capital for atom in following),
    )


def _is_possessive(atoms: Sequence[Atom], last: int) -> bool:
    return len(atoms) > last + 1 and atoms[last + 1].letters == "s" and atoms[last + 1].gap == "'"


def _separates(gap: str) -> bool:
    return any(sign in gap for sign in '.!?;:,\n()[]–—"“”•|') or " - " in gap
