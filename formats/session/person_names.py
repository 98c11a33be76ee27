"""Of which parts does a person's name consist? Titles, given names, particles, family name, letters after it."""

from dataclasses import dataclass
from functools import lru_cache

from formats.session.folding import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Before a name, with or without a dot, in the languages of the lists people really have.
TITLES = _words("""
mr mrs ms miss mx sir dame lord lady dr drs prof professor doctor rev revd reverend fr father sr sister br
brother nurse matron hon honourable capt captain cpt lt sgt sergeant cllr councillor rabbi imam sheikh hrh madam
ma'am herr frau fraulein dipl-ing ing med rer nat phil jur habil priv-doz pd univ-prof mme mlle madame
mademoiselle monsieur maitre pr docteur professeur sra srta dra dna profa senor senora senorita lic pan pani mgr
inz lek ks hab dhr mevr mw ir dott dottssa dottore dottoressa sig sigra signor signora mudr phdr judr rndr السيد
السيده الدكتور الدكتوره دكتور دكتوره الاستاذ الاستاذه الشيخ المهندس
""")
# Before a name with a dot only: without one they are names, initials or words.
DOTTED_TITLES = _words("mag univ rt hc د ا م")
# Given names as well: a title only where two words or more follow.
_ALSO_NAMES = _words("pan ing ir med nat phil pr hab hon mw")

# After a name: degrees, honours, professions' registers and generations.
LETTERS_AFTER = _words("""
jr sr jnr snr junior senior ii iii iv esq ba bsc bs bed beng bn bnurs bpharm bds ma msc mba mph mpa med meng
mphil mres msw mpharm llb llm phd dphil edd dba md mbbs mbchb mb bch bchir chb dds dmd do dnp pharmd psyd dsc
dlitt cbe obe mbe kbe dbe ch om gcb kcb cb cmg kcmg cvo kcvo mvo lvo bem qpm dl jp kc qc mp msp mep ms am tdsb
kt bt rn rgn rmn rnld srn sen rscn rm rnt rnmh rhv scphn qn qnhc msn bsn lpn aprn np fnp frcn frcp frcgp mrcgp
mrcp mrcs frcs frcpsych mrcpsych frcm frcog mrcog frca frcpch mrcpch frcr ffph mfph fcipd mcipd cipd frsa frs
fba frse fmedsci fhea sfhea mrpharms mcsp mbacp bacp ukcp hcpc csci cpsychol afbpss cert dip pgce pgcert pgdip
hons rcn gphc rsw lcsw bcba ccc-slp cpa acca ceng pe pmp
""")
# Names too: letters only where they stand in capitals behind two names.
_ALSO_FAMILIES = _words("ma do ba ms am med bt om ch dl np pe cb bs bed sen bn kt mb dip")

# Between given and family name, or before the family name.
PARTICLES = _words("""
af al ap av ab ben bin bint ibn da das de dal del della dello den der des di dos du e el la las le lo los mac mc
ten ter te van vom von y z zu zum zur 't d o' st
""")


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart, each part as it was written; a name of one word is a given name."""

    titles: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """What people are called by: the name without titles and letters."""
        return (*self.given, *self.particles, *self.family)


@lru_cache(maxsize=4096)
def name_parts(name: str) -> NameParts:
    """A name taken apart: "Dr. Anna de Wit, RN" and "de Wit, Anna" are both Anna, de, Wit."""
    words = [word.rstrip(",;") or word for word in _given_first(name).split()]
    start, end = _titles_end(words), len(words)
    while end - start > 1 and _is_letters(words[end - 1], words[start:end], name):
        end -= 1
    called = words[start:end]
    before = next((at for at, word in enumerate(called[1:-1], start=1) if _is_particle(word)), len(called) - 1)
    if before < 1:
        return NameParts(tuple(words[:start]), tuple(called), letters=tuple(words[end:]))
    family = before
    while family < len(called) - 1 and _is_particle(called[family]):
        family += 1
    return NameParts(
        tuple(words[:start]),
        tuple(called[:before]),
        tuple(called[before:family]),
        tuple(called[family:]),
        tuple(words[end:]),
    )


def is_title(word: str) -> bool:
    """Whether a word stands before names: "Dr.", "Sister"."""
    plain = _plain(word)
    return plain in TITLES or (plain in DOTTED_TITLES and word.rstrip(",").endswith("."))


def are_letters(text: str) -> bool:
    """Whether what follows a comma belongs to the name before it: "Jr.", "RN, PhD"."""
    words = text.replace(",", " ").split()
    return bool(words) and all(
        _plain(word) in LETTERS_AFTER and (word.isupper() or _plain(word) not in _ALSO_FAMILIES) for word in words
    )


def _given_first(name: str) -> str:
    """ "Smith, Tom" as "Tom Smith": what stands before the comma of two is the family's."""
    before, comma, after = (part.strip() for part in name.partition(","))
    turned = comma and before and after and "," not in after and not are_letters(after)
    return f"{after} {before}" if turned else name


def _titles_end(words: list[str]) -> int:
    """How many words at the start are titles; the last word never is."""
    at = 0
    while at < len(words) - 1 and is_title(words[at]):
        if _plain(words[at]) in _ALSO_NAMES and not words[at].endswith(".") and len(words) - at < 3:
            break
        at += 1
    return at


def _is_letters(word: str, words: list[str], name: str) -> bool:
    """Whether a name's last word is letters after it and no family name such as Ma or Do."""
    plain = _plain(word)
    if plain not in LETTERS_AFTER:
        return False
    return plain not in _ALSO_FAMILIES or (len(words) > 2 and word.isupper() and not name.isupper())


def _is_particle(word: str) -> bool:
    return fold(word).strip(".") in PARTICLES


def _plain(word: str) -> str:
    return fold(word).strip(".,()").replace(".", "")
