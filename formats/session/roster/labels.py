"""What does a heading or a word before a colon say of the people behind it: present, away, who has the chair?"""

import re
from dataclasses import dataclass

from formats.session.folding import fold
from formats.session.roster.answers import Answer, Reply, is_answer, read_answer
from formats.session.roster.cells import is_organisation
from formats.session.roster.draft import Column
from formats.session.roster.titles import EXACT, title_fits
from formats.session.roster.vocabulary import phrase_set, word_set

# Headings over people who are here.
_PEOPLE = phrase_set("""
present | in attendance | attendance | attendees | attendee | attending | attended | participants | participant
| participant list | participants list | list of participants | list of attendees | attendee list
| attendees list | members present | those present | people | names | members | guests | going | coming
| who is coming | whos coming | joining | required | optional | required attendees | optional attendees | to
| cc | bcc | invitees | invited | registered | here | online | in person | on zoom | via zoom | on teams
| via teams | also present | also attending | also in attendance | people present | staff present | panel
| panelists | speakers | presenters | trainers | volunteers | delegates | who | guest list | people coming
| confirmed attendees | confirmed so far | participants present | panellists | hosts | observers | registrants
| yes please | everyone present | joined | in the room | remote | team members | apologies none | teilnehmer
| teilnehmende | teilnehmerinnen | teilnehmerinnen und teilnehmer | teilnehmerliste | anwesend | anwesende | an
| kopie | gaste | mitglieder | dabei | eingeladen | teilnehmer innen | zusagen | vor ort | personen | presents
| presentes | present es | personnes presentes | membres presents | etaient presents | a | copie | invites
| liste des participants | presents es | inscrits | asistentes | participantes | asistencia | personas presentes
| miembros presentes | para | invitados | lista de asistentes | lista de participantes | asisten | confirmados
| obecni | uczestnicy | lista uczestnikow | lista obecnosci | do | dw | goscie | osoby obecne | potwierdzili
| zaproszeni | yn bresennol | presennol | mynychwyr | cyfranogwyr | rhestr mynychwyr | aelodau | gwesteion
| pwy sy yn dod | الحضور | الحاضرون | الحاضرين | المشاركون | المشاركين | قائمه الحضور | قائمه المشاركين
| المدعوون | الاعضاء | الي | الاعضاء الحاضرون | aanwezig | aanwezigen | deelnemers | aan | narvarande
| deltagare | til stede | deltakere | deltagere | presenti | partecipanti | presencas
""")
# Fields of a message, and of an invitation.
_FIELDS = phrase_set("""
to | cc | bcc | required | optional | required attendees | optional attendees | an | kopie | a | copie | para
| do | dw | إلى | aan
""")
# A heading that begins so is over people who are away, whatever follows.
_AWAY = word_set("""
apologies apology absent absences absentees regrets declined declines cancelled canceled cancellations waitlist
entschuldigt entschuldigte entschuldigungen abwesend abwesende absagen abgesagt excuse excuses excusees absents
absentes desistements ausentes ausencias disculpas excusan excusados cancelaciones nieobecni usprawiedliwieni
nieusprawiedliwieni rezygnacje odmowili ymddiheuriadau absennol المعتذرون المعتذرين الغائبون الغائبين اعتذارات
الاعتذارات الغياب المتغيبون afwezig afwezigen verhinderd franvarande fravaerende forfall afbud assenti withdrawn
unable
""")
_AWAY_STEMS = tuple(
    word_set("apolog absen excus entschuld disculp nieobecn usprawiedliw ymddiheur معتذر غائب اعتذار")
)
# What may follow such a word in a heading; names may not.
_CONNECTING = word_set("""
have been has also we had su sus ausencia ausencias inasistencia their her his our leur leurs ihre ihr for of
from absence absences absent received and or were with sent by non attendance due to the members staff people so
far today meeting reunion les des de la le et der die das und fur von mit fehlende unentschuldigt excusees
excuses absents absentes membres y por los las asistencia i z na yn a am absenoldeb gan عن من الحضور
""")
_MAYBE = word_set("maybes undecided vielleichts indecis")
# One person, with something to do.
_ROLES = phrase_set("""
chair | chaired by | in the chair | chairperson | chairman | chairwoman | vice chair | co chair | facilitator
| facilitators | facilitated by | facilitation | minutes | minutes by | minutes taken by | minute taker
| note taker | notetaker | notes by | secretary | treasurer | speaker | presenter | trainer | lead | led by
| moderator | moderated by | timekeeper | scribe | clerk | moderation | protokoll | protokollfuhrung | leitung
| sitzungsleitung | vorsitz | schriftfuhrung | president | presidente | presidence | animation | animateur
| animatrice | secretaire | secretaire de seance | redacteur | preside | moderador | moderadora | secretario
| secretaria | acta | levanta acta | prowadzacy | prowadzaca | przewodniczacy | przewodniczaca | protokolant
| protokolantka | protokol | cadeirydd | cofnodion | cymerwr cofnodion | ysgrifennydd | hwylusydd | الرئيس
| رئيس الجلسه | المقرر | الميسر | مدير الجلسه | امين السر | voorzitter | notulist
""")
# One person who called the meeting: kept as a remark.
_HOSTS = word_set("""
organiser organizer organisers organizers host hosts from sender organisator organisatorin von organisateur
organisatrice organizador organizadora de trefnydd المنظم veranstalter
""")
# What a message or minutes say beside their people.
_NOTHING = phrase_set("""
subject | date | time | when | where | venue | location | place | topic | title | meeting | meeting title
| agenda | link | zoom link | zoom | teams | url | meeting id | passcode | password | phone | dial in
| dial in number | duration | next meeting | purpose | objective | distribution | sent | attachments
| importance | total | total participants | actions | action | action points | action items | decisions
| matters arising | discussion | report | event | poll | re | fwd | started | ended | start | end | start time
| end time | meeting link | join | join here | project | description | recording | betreff | datum | zeit
| uhrzeit | ort | wann | wo | thema | gesendet | tagesordnung | beginn | ende | dauer | treffpunkt | anlass
| termin | nachste sitzung | objet | lieu | heure | quand | sujet | ordre du jour | debut | fin | duree | envoye
| prochaine reunion | seance | asunto | fecha | lugar | hora | cuando | donde | tema | orden del dia | inicio
| duracion | enviado | convocatoria | proxima reunion | temat | data | godzina | miejsce | kiedy | gdzie
| poczatek | koniec | porzadek obrad | porzadek | nastepne spotkanie | pwnc | dyddiad | amser | lleoliad | pryd
| ble | dolen | cyfarfod nesaf | الموضوع | التاريخ | الوقت | المكان | متي | اين | الرابط | جدول الاعمال
| onderwerp | plaats | tijd | amne | tid | plats | sted | emne | oggetto | luogo | ora
""")
_VERBS_BEFORE = word_set("""
were was are is etaient etait sont est waren war sind byli byly byl estaban estuvieron eran oedd roedd waren
var sono erano those people all kan
""")
_COUNT = re.compile(r"\(?\b\d+(?:st|nd|rd|th)?(\s*(/|of|von|de|sur|z)\s*\d+)?\)?|[#*_~:=]+")
_PRESENT_WERE = re.compile(
    r"((?:those |people |members |also )?(?:present|in attendance|attending))\s+(?:were|was|are|is)\s+(\S.*)\Z",
    re.IGNORECASE,
)
_SIDES = re.compile(r"[-–—\s()]+\Z|\A[-–—\s]+")
LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class Section:
    """What is true of the people under a heading; `names_people` is False over lines about something else."""

    name: str = ""
    reply: Reply | None = None
    role: str = ""
    remark: str = ""
    organisation: str = ""
    names_people: bool = True
    are_recipients: bool = False
    """Whether it is a field of a message, in which a comma stands inside a name."""
    column: Column | None = None
    """What a single value behind the label is, where it is one: "Email: …"."""

    @property
    def commas_part_people(self) -> bool:
        """Whether a comma behind it parts people, and is none of "Last, First" or of one value."""
        return self.column is None and not self.are_recipients


def section_named(label: str) -> Section | None:
    """What a label says; None for words that are no label we know."""
    words = _without_verb(label_words(label))
    if not words or len(label) > LONGEST_LABEL:
        return None
    first, shown = words.split()[0], _shown(label)
    if words in _PEOPLE:
        return Section(shown, are_recipients=words in _FIELDS)
    if words in _ROLES:
        return Section(shown, role=shown[:1].lower() + shown[1:])
    if words in _HOSTS:
        return Section(shown, remark=shown[:1].lower() + shown[1:], are_recipients=True)
    if words in _NOTHING:
        return Section(shown, names_people=False)
    if _is_about_away(first) and (set(words.split()[1:]) <= _CONNECTING | _AWAY or _goes_on_small(shown)):
        return Section(shown, reply=Reply(Answer.AWAY, shown[:1].lower() + shown[1:]))
    if (answer := _answer_of(label, words)) in (Answer.AWAY, Answer.MAYBE, Answer.NONE) and first not in _MAYBE:
        return Section(shown, reply=Reply(answer, shown[:1].lower() + shown[1:]))
    if first in _MAYBE or is_answer(words):
        answer = Answer.MAYBE if first in _MAYBE else read_answer(words)
        return Section(shown, reply=Reply(answer, shown[:1].lower() + shown[1:]))
    return next((Section(shown, column=column) for column, fit in title_fits(label).items() if fit == EXACT), None)


def _without_verb(words: str) -> str:
    """The words of a label without the verb that some languages put first: "Étaient présents"."""
    first, _, rest = words.partition(" ")
    return rest if rest and first in _VERBS_BEFORE else words


def _answer_of(label: str, words: str) -> Answer:
    """The answer that a heading begins with, where a count or small letters show that it names nobody."""
    counted = bool(re.search(r"\d", label))
    plain = all(word.islower() for word in _shown(label).split()[1:])
    is_label = (counted or plain) and ":" not in label
    return read_answer(words) if is_label and 1 < len(words.split()) < 6 else Answer.UNKNOWN


def _goes_on_small(label: str) -> bool:
    """Whether a label has no name in it: one or two small words behind the first, as "Assenti giustificati"."""
    rest = label.split()[1:]
    return 0 < len(rest) < 3 and all(word.islower() for word in rest)


def _is_about_away(word: str) -> bool:
    return word in _AWAY or word.startswith(_AWAY_STEMS)


def split_off_section(line: str) -> tuple[Section, str] | None:
    """The section and the people of a line that begins with a label and no colon: "Apologies - Idris Khan"."""
    if told := _PRESENT_WERE.match(line):
        return Section(told[1]), told[2]
    parted = re.match(r"([^:\t]{2,40}?)(?:\s+[-–—]\s+|\t+)(\S.*)\Z", line)
    if (
        parted
        and (section := section_named(parted[1]))
        and (section.reply or label_words(parted[1]) in _PEOPLE | _ROLES)
    ):
        return section, parted[2]
    words = line.split()
    ends = next((at for at, word in enumerate(words) if at and label_words(word) not in _CONNECTING), len(words))
    if (
        ends < len(words)
        and words[0][:1].isupper()
        and label_words(words[0]) in _AWAY
        and words[ends][:1].isupper()
    ):
        section = section_named(words[0])
        return (section, " ".join(words[ends:])) if section else None
    return None


def section_of_others(label: str) -> Section:
    """A label that is not known, before names: the organisation that people come from, or a remark."""
    shown = _shown(label)
    return Section(shown, organisation=shown) if is_organisation(shown) else Section(shown, remark=shown)


def label_words(label: str) -> str:
    """The words of a label as they are looked up, without counts and marks: "## Going (12)" as "going"."""
    plain = re.sub(r"[^\w\s]+", " ", fold(_COUNT.sub(" ", label)).replace("'", ""))
    return " ".join(plain.split())


def _shown(label: str) -> str:
    return _SIDES.sub("", _SIDES.sub("", _COUNT.sub(" ", label))).strip()
