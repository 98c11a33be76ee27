"""Who is away, in the words of seven languages: by their first word; who may come is here, with a remark."""

import pytest

from formats.session.roster import PersonDraft
from formats.session.roster.reading import read_pasted

AWAY = {
    "en": "declined | cancelled | canceled | not going | refunded | void | deleted | no | denied | waitlist"
    " | waitlisted | on the waiting list | No, sorry | can't make it | unable to attend | absent | apologies"
    " | rejected | withdrawn | no show | did not attend | on leave | regrets | Cancelled by organiser"
    " | Declined - on holiday",
    "de": "abgelehnt | abgesagt | storniert | erstattet | ungültig | gelöscht | nein | verweigert"
    " | Warteliste | auf der Warteliste | entschuldigt | krank | kann nicht | nimmt nicht teil"
    " | Abgesagt wegen Urlaub",
    "fr": "refusé | décliné | annulée | remboursé | supprimé | non | liste d'attente | sur liste d’attente"
    " | excusée | absent | indisponible | ne vient pas | Non, désolé | nul",
    "es": "rechazado | declinado | cancelada | anulado | reembolsado | eliminado | no | denegado"
    " | lista de espera | en lista de espera | no asistirá | ausente | No, lo siento | nulo",
    "pl": "odrzucono | odwołane | anulowano | zwrócono | usunięto | nie | odmowa | lista rezerwowa"
    " | na liście oczekujących | nieobecna | zrezygnował | nie przyjdę | unieważniony",
    "cy": "gwrthodwyd | wedi gwrthod | canslwyd | wedi'i ganslo | ad-dalwyd | dilëwyd | na | nac ydw"
    " | rhestr aros | ar y rhestr aros | ddim yn dod | ymddiheuriadau | absennol | methu dod",
    "ar": "مرفوض | رفض | اعتذر | معتذرة | ملغى | ملغاة | تم الإلغاء | تم الاسترداد | محذوف | لا | غائب"
    " | لن أحضر | قائمة الانتظار | في قائمة الانتظار | لا، آسف",
}
MAYBE = {
    "en": "tentative | maybe | perhaps | not sure | TBC | no response | pending | invited | needs action"
    " | awaiting reply",
    "de": "vielleicht | mit Vorbehalt | unter Vorbehalt | keine Antwort | ausstehend | noch offen",
    "fr": "peut-être | provisoire | sans réponse | en attente | sous réserve",
    "es": "quizás | tal vez | provisional | sin respuesta | pendiente",
    "pl": "może | wstępnie | być może | brak odpowiedzi | oczekuje",
    "cy": "efallai | o bosib | dim ymateb | heb ateb | amodol",
    "ar": "ربما | مبدئي | لم يرد | قيد الانتظار | محتمل",
}
HERE = {
    "en": "accepted | going | yes | attending | checked in | confirmed | approved | attended | Yes please",
    "de": "zugesagt | ja | angenommen | teilgenommen | bestätigt | nimmt teil",
    "fr": "accepté | oui | confirmée | présent | participe | inscrit",
    "es": "aceptado | sí | confirmada | asiste | presente",
    "pl": "zaakceptowano | tak | potwierdzone | obecna | przyjęte",
    "cy": "derbyniwyd | ydw | wedi derbyn | yn dod | presennol | cadarnhawyd",
    "ar": "مقبول | نعم | مؤكد | حاضر | تم القبول | سأحضر",
}


def every(words: dict[str, str]) -> list[object]:
    return [
        pytest.param(word.strip(), id=f"{language} {word.strip()}")
        for language, some in words.items()
        for word in some.split("|")
    ]


def in_a_column(answer: str) -> PersonDraft:
    (draft,) = read_pasted(f'Name\tRSVP\nAda Fenn\t"{answer}"\n').drafts
    return draft


@pytest.mark.parametrize("answer", every(AWAY))
def test_who_is_away_is_known_by_the_first_words_and_the_reason_kept(answer: str) -> None:
    draft = in_a_column(answer)
    assert (draft.name, draft.away, draft.unclear) == ("Ada Fenn", True, "")
    assert draft.remarks == answer or answer in draft.remarks or len(answer.split()) == 1


@pytest.mark.parametrize("answer", every(MAYBE))
def test_who_may_come_is_here_with_a_remark(answer: str) -> None:
    draft = in_a_column(answer)
    assert (draft.away, draft.unclear, draft.remarks) == (False, "", answer)


@pytest.mark.parametrize("answer", every(HERE))
def test_who_comes_is_here_and_nothing_needs_to_be_said(answer: str) -> None:
    draft = in_a_column(answer)
    assert (draft.away, draft.unclear) == (False, "")


@pytest.mark.parametrize("answer", ["Banana", "with bells on", "Waffle", "بنفسجي"])
def test_an_answer_that_nobody_knows_is_asked_about(answer: str) -> None:
    roster = read_pasted(f"Name\tRSVP\nAda Fenn\t{answer}\nBo Lind\tyes\n")
    assert roster.drafts[0] == PersonDraft("Ada Fenn", remarks=answer, unclear=answer)
    assert roster.unclear == {answer: 1}


@pytest.mark.parametrize(
    ("line", "away", "remark"),
    [
        ("Ada Fenn - Attended: No", True, ""),
        ("Ada Fenn (declined - on leave)", True, "declined - on leave"),
        ("Ada Fenn – accepted", False, ""),
        ("Ada Fenn: no, sorry", True, "no, sorry"),
        ("✅ Ada Fenn", False, ""),
        ("Ada Fenn ❌", True, ""),
        ("Ada Fenn ❌ on leave", True, "❌ on leave"),
        ("Ada Fenn?", False, "?"),
        ("Ada Fenn (maybe)", False, "maybe"),
        ("~Ada Fenn~", True, "struck out"),
        ("Apologies: Ada Fenn (annual leave)", True, "annual leave"),
        ("Entschuldigt: Ada Fenn", True, "entschuldigt"),
    ],
)
def test_an_answer_beside_a_name_counts_too(line: str, away: bool, remark: str) -> None:
    (draft,) = read_pasted(line).drafts
    assert (draft.name, draft.away, draft.remarks) == ("Ada Fenn", away, remark)


def test_a_heading_says_it_of_everyone_below() -> None:
    roster = read_pasted("Going (1)\nAda Fenn\n\nCan't go (2)\nBo Lind\nCy O'Dea\n\nNot replied\nDi Marsh")
    assert [(draft.name, draft.away) for draft in roster.drafts] == [
        ("Ada Fenn", False),
        ("Bo Lind", True),
        ("Cy O'Dea", True),
        ("Di Marsh", False),
    ]
    assert roster.away == 2
