"""The titles of columns, in the languages of the lists people really have; accents and case do not matter."""

from formats.session.roster.draft import Column
from formats.session.roster.vocabulary import word_set

TITLES = {
    Column.EMAIL: """
        email | e mail | mail | emails | email address | e mail address | mail address | mailaddress
        | emailaddress | courriel | adresse e mail | adresse email | adresse electronique | e mail adresse
        | email adresse | emailadresse | mailadresse | correo | correo electronico | direccion de correo
        | direccion de correo electronico | adresse mail | epost | e post | epostadresse | adres e mail
        | adres email | adres poczty elektronicznej | e bost | ebost | cyfeiriad e bost | cyfeiriad ebost
        | e posta | eposta | ايميل | پست الكترونيكي | البريد الالكتروني | البريد | بريد الكتروني
        | عنوان البريد الالكتروني | الايميل | user email | upn | indirizzo e mail | posta elettronica
        | email value | e mail value | login email | attendee email | sahkoposti
    """,
    Column.FIRST: """
        first name | firstname | first | first names | given name | given names | given | forename | forenames
        | christian name | fname | vorname | vornamen | rufname | prenom | prenoms | nombre de pila | nombres
        | fornamn | fornavn | imie | imiona | voornaam | voornamen | enw cyntaf | الاسم الاول | nome proprio
        | initials | etunimi | ad | primer nombre | keresztnev | prenume | ime
    """,
    Column.MIDDLE: """
        middle name | middle names | middle | middlename | additional name | additional names | tussenvoegsel
        | tussenvoegsels | tussenv | infix | zweiter vorname | deuxieme prenom | segundo nombre | drugie imie
        | name prefix particle | enw canol | الاسم الاوسط | اسم الاب | mellannamn | mellomnavn | mellemnavn
    """,
    Column.LAST: """
        last name | lastname | last | last names | surname | surnames | sur name | family name | familyname
        | lname | nachname | familienname | zuname | nom de famille | nom d usage | apellido | apellidos
        | primer apellido | cognome | efternamn | etternavn | efternavn | nazwisko | nazwiska | achternaam
        | cyfenw | اللقب | اسم العائله | الاسم الاخير | العائله | الكنيه | sobrenome | apelido | sukunimi
        | soyad | soyadi | نام خانوادگي | prijmeni | vezeteknev | priimek | prezime | nume | surname last name
        | прізвище | фамилия
        | last name surname
    """,
    Column.ORGANISATION: """
        where do you work | where are you from | who do you work for | organisation | organization
        | organisations | org | team | employer | company | companies | company name | company organisation
        | organisation company | workplace | place of work | institution | institute | affiliation
        | affiliations | organisation name | organization name | name of organisation | name of organization
        | name of your organisation | name of your organization | name of company | name of employer
        | account name | account | entreprise | organisme | societe | etablissement | structure | firma
        | firmenname | unternehmen | einrichtung | organisationsname | arbeitgeber | institut | verein | trager
        | organizacion | empresa | entidad | institucion | centro | centro de trabajo | organizacja | instytucja
        | nazwa firmy | nazwa organizacji | miejsce pracy | organizzazione | azienda | ente | agency
        | department | dept | abteilung | service | departamento | dzial | works for | work for | from
        | sefydliad | enw r sefydliad | cwmni | cyflogwr | gweithle | adran | سازمان | شركت | محل كار | kurum
        | kurulus | szervezet | organizace | المنظمه | الموسسه | الجهه | الشركه | جهه العمل | المنشاه
        | مكان العمل | organisatie | bedrijf | werkgever | instelling | organisasjon | arbetsplats
        | arbejdsplads | arbeidsgiver | foretag | virksomhed | organizacao | instituicao | practice | trust
        | charity | practice name | trust name | group name | school | university | ticket company name
        | representing | on behalf of | organisational affiliation | business name | employer name
    """,
    Column.ROLE: """
        role | roles | job | job title | jobtitle | title | position | function | funktion | fonction
        | profession | poste | rolle | beruf | occupation | rol | cargo | puesto | job role | role title
        | berufsbezeichnung | tatigkeit | stelle | positionsbezeichnung | metier | intitule du poste | profesion
        | ocupacion | stanowisko | zawod | funkcja | rola | swydd | teitl swydd | rol swydd | swyddogaeth
        | الوظيفه | المسمي الوظيفي | الدور | المنصب | المهنه | المسمي | functie | beroep | befattning | yrke
        | stilling | ruolo | professione | organization title | organisation title | position title
        | role in organisation | designation | profession role | job position
    """,
    Column.REMARKS: """
        notes | note | remarks | remark | comment | comments | bemerkung | bemerkungen | remarques | remarque
        | commentaire | commentaires | notas | nota | comentario | comentarios | observaciones | anmerkung
        | anmerkungen | kommentar | kommentare | hinweis | hinweise | nodiadau | nodyn | sylwadau | sylw | uwagi
        | uwaga | komentarz | notatki | ملاحظات | ملاحظه | تعليق | تعليقات | opmerking | opmerkingen
        | kommentarer | bemerkning | note aggiuntive | osservazioni | reason | reasons | reason for absence
        | cancellation reason | cancelation reason | decline reason | declined reason | reason for declining
        | reason for cancellation | grund | absagegrund | motif | raison | motivo | powod | rheswm | السبب | سبب
        | reden | pronouns | pronomen | pronoms | pronombres | zaimki | rhagenwau | anything else | message
        | further information | nachricht | mensaje | wiadomosc
    """,
    Column.NAME: """
        name | full name | fullname | names | participant | participants | person | people | attendee
        | attendees | who | nom complet | nom | noms | nom et prenom | nom prenom | prenom nom | prenom et nom
        | nome | nombre completo | nombre | nombre y apellidos | nombre y apellido | nombre apellidos
        | apellidos y nombre | navn | namn | naam | namen | volledige naam | vollstandiger name
        | vor und nachname | vorname nachname | name vorname | vorname und nachname | vorname name
        | nachname vorname | teilnehmer | teilnehmerin | teilnehmende | teilnehmername | participante
        | participantes | asistente | asistentes | invitado | invitados | display name | displayname
        | anzeigename | member | members | guest | guests | delegate | delegates | invitee | invitees
        | registrant | respondent | volunteer | user name | username | nazwa | imie i nazwisko | imie nazwisko
        | nazwisko i imie | nazwisko imie | uczestnik | uczestnicy | uczestniczka | gosc | osoba | enw | enwau
        | enw llawn | mynychwr | cyfranogwr | الاسم | الاسم الكامل | اسم | الاسم بالكامل | الاسم الثلاثي
        | اسم المشارك | المشارك | المشاركون | اسم الحاضر | الحضور | first and last name
        | first name and last name | first and surname | name and surname | first name last name
        | first name surname | name surname | first last | last first | last name first name
        | surname first name | surname forename | nome completo | nome e cognome | nominativo | deelnemer
        | deltagare | deltaker | deltager | fullt navn | نام | نام كامل | نام و نام خانوادگي | ad soyad
        | adi soyadi | isim | nev | teljes nev | jmeno a prijmeni | jmeno | nimi | preferred name | known as
        | participant name | attendee name | ticket holder | ticket holder name | holder name | contact
        | contact name | employee | student | invite | invité | contact full name | nachname und vorname
        | signed up by | person name | staff member | staff name | прізвище та ім'я | прізвище ім'я | фамилия
        имя | фио | піб | worker | worker name | colleague | family
        and given name | heissen sie | wie heissen sie
        | wie heisst du | comment vous appelez vous | como te llamas | como se llama | jak sie nazywasz
        | ما اسمك | اسمك
    """,
    Column.HERE: """
        list name | list | column | stage | bucket | bucket name | joining | be joining | joining us | here |
        present | attending | attendance | coming | status | rsvp
        | response | responses | come | attend | join | attended | attendee status | reply | replies | replied
        | answer | going | accepted | participation | participating | in attendance | invitation status
        | invite status | registration status | ticket status | order status | guest status | member status
        | booking status | approval status | rsvp status | response status | attendance status | teilnahme
        | zusage | zusagen | antwort | anwesend | anwesenheit | ruckmeldung | teilnahmestatus | kommt | dabei
        | nimmt teil | kommst du | kommen sie | presence | reponse | participe | participera | vient | statut
        | participerez vous | presences | asistencia | asiste | asistira | asistiras | respuesta | estado
        | viene | confirmacion | confirma | vendra | vendras | obecnosc | obecny | odpowiedz | status
        uczestnictwa | udzial
        | wezmie udzial | potwierdzenie | presennol | presenoldeb | ymateb | statws | mynychu | yn dod | dod
        | الحاله | الحضور والغياب | الرد | حاله الحضور | حاضر | هل ستحضر | الاستجابه | تاكيد الحضور | المشاركه
        | aanwezig | aanwezigheid | antwoord | svar | deltar | narvaro | deltagelse | risposta | stato
        | partecipa | presenca | resposta | checked in | check in | confirmed | confirmation | able to attend
        | available | availability | make it | can you make it | be there | will you be there | can you make
        | make the session | make the meeting | make this | make it to | nimmst du teil | nehmen sie teil
        | werden sie teilnehmen | teilnehmen | nimmst teil | pourrez vous venir | viendrez vous
        | serez vous present | podras asistir | asistir | wezmiesz udzial | przyjdziesz | participer | venir
        | assister | acudir | dabei sein | uczestniczyc | przyjsc | kommen | partecipare | assistere
        | comparecer | partecipera | parteciperai | sara presente | ci sara | presenza | conferma | kom je
        | komt u | ben je erbij | neemt deel | kommer du | deltar du | narvarar | deltager du | vai participar
        | participara | comparecera | وضعيت | حضور | شركت مي كنيد | katilim | чи будете присутні |
        присутність | fyddwch chi yn dod
        | ydych chi yn dod | allwch chi ddod | ستحضر
    """,
    Column.AWAY: """
        away | absent | apologies | apology | absence | absences | cancelled | canceled | declined | withdrawn
        | refunded | no show | regrets | not attending | not coming | not going | deleted | abgesagt | absage
        | abwesend | entschuldigt | storniert | excuse | excuses | absents | annule | decline | ausente
        | ausencia | cancelado | anulado | nieobecny | nieobecnosc | odwolane | anulowane | absennol
        | ymddiheuriadau | wedi canslo | غائب | معتذر | ملغي | غياب | اعتذار | afwezig | afgemeld | franvarande
        | fravaerende | cancelled on | canceled on | cancelled at | canceled at | date cancelled | waitlist
        | waitlisted | on waiting list | on leave | leave status | absence status | withdrawn on
    """,
}

# Words that say nothing of what a column holds.
FILLING = word_set("""
the of your their his her a an and or und et y i oraz ac address work business primary main contact preferred
official s t no what is which are you with who whats please enter provide write tell us give full on at in to
for we may can could do does will would able be it this that our as if any have has had ticket form participants
attendees invitees delegate registrant day today tomorrow holder meeting event session workshop webinar training
gathering january february march april june july august september october november december ihr ihre ihren dein
deine wie heissen sie du ist lautet bitte angeben der die das des am im werden konnen den zum zur votre vos quel
quelle est quels le la les de indiquez veuillez au aux vous su tu cual es el los las del indique por favor al
twoje twoj pani pana jaki jest prosze podac czy na w eich dy beth yw r o chi ما هو هي اسمك يرجي كتابه من في uw
jouw ditt din il tuo suo
""")

# Words for people: a title of these alone asks for names.
PEOPLE_WORDS = word_set("""
participant participants attendee attendees person people who guest guests member members delegate delegates
invitee invitees registrant respondent volunteer contact employee student staff teilnehmer teilnehmerin
teilnehmende participante participantes asistente asistentes uczestnik uczestnicy osoba user persona personne
personnes zoom invite invitado invitados mynychwr cyfranogwr الحضور المشارك المشاركون deelnemer deltagare
deltaker deltager
""")

# Who is not the person on the list: who paid, invited, or stands behind them.
BUYERS = word_set("""
buyer buyers purchaser purchasers purchased order ordered orderer orderers booker booking booked bookers billing
bill paid payer payers payment customer customers emergency manager managers supervisor supervisors line
assistant assistants spouse partner partners parent parents referrer referred introduced invited inviter
nominated nominator nominee's created creator submitted submitter sales owner organiser organizer organisers
organizers host hosts approved approver canceled cancelled by lead recipient sender from besteller bestellerin
rechnung kaufer acheteur acheteuse facturation comprador compradora facturacion kupujacy platnik prynwr المشتري
collector second secondary alternate backup reserve campaign reports next kin guardian reference referee
""")

# With one of these, a title asks for no name and no address of a person.
NOT_PEOPLE = word_set("""
id ids identifier number numbers nr num count quantity qty type types code date time created modified updated
duration minutes minute hours hour seconds phone telephone tel mobile fax url link website web street city town
postcode zip country state county currency price total fee fees amount tax ip browser language locale timezone
zone label labels photo picture image avatar birthday age gender source score rating version verified opt
subscribed newsletter consent status phonetic join leave login seen response joined left exited entered
pronunciation format domain device activity
""")

# What has a name and is no person.
THINGS = word_set("""
event events session sessions meeting meetings course courses product products file list group groups team item
project room table topic webinar workshop campaign company organisation organization employer firm institution
school department bank street road building place venue site nick pet brand job domain host firma firmy
entreprise empresa societe tier category class price plan discount promo voucher question quiz veranstaltung
kurs evenement evento wydarzenia digwyddiad
""")

# A column about coming asks about this occasion, and about nothing else.
NOT_COMING = word_set("""
list lists newsletter mailing before previous previously past last again next ever lunch dinner breakfast food
meal drinks parking photo photos consent recording recorded record recordings updates information info news
group groups network community whatsapp committee date time times how hear heard type plus bring id invited
minutes duration hours instructions link url need needs require required special help prefer speak talk topic
liste verteiler already often regularly reminder reminders share sharing contact contacted privacy gdpr terms
shipping delivery email e mail accommodation travel transport reimbursement childcare interpreter slides
materials lista correo boletin listy bwletin القائمه البريديه wieder schon bereits deja antes previamente
wczesniej juz name names policy reason reasons month year
""")

# Verbs of two parts with the day between them: "Nehmen Sie am 9. März teil?"
PARTED = tuple(
    word_set(pair)
    for pair in ("nehmen teil", "nimmst teil", "nimmt teil", "nehme teil", "sagen zu", "sind dabei", "doe mee")
)

# Who is asked, and about what: "Can you make the session on 9 March?"
YOU = word_set("you sie du vous tu usted ustedes te ty pan pani chi ti لك هل je jij u du dig")
OCCASIONS = word_set("""
meeting session event workshop gathering webinar training day call march april may june july august september
october november december january february monday tuesday wednesday thursday friday saturday sunday treffen
sitzung veranstaltung termin reunion seance atelier evenement sesion taller spotkanie sesja warsztat cyfarfod
sesiwn digwyddiad اجتماع الاجتماع الحضور اللقاء الجلسه bijeenkomst mote mode riunione
""")
