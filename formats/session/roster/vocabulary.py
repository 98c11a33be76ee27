"""Which words stand in lists of people and are no names? In the languages of the lists people really have."""

from formats.session.folding import fold


def word_set(words: str) -> frozenset[str]:
    """The words of a text, to look words up in."""
    return frozenset(fold(words).split())


def phrase_set(phrases: str) -> frozenset[str]:
    """The phrases of a text, with bars between them, to look a folded text up in."""
    return frozenset(fold(phrase) for phrase in phrases.split("|"))


# One of these makes a name an organisation's. Words that are common surnames (Church, Hall, Park) are left out.
ORGANISATIONS = word_set("""
nhs nhsx hse trust health healthcare hospital hospitals university uni council charity foundation association
ltd limited inc gmbh ag ev e.v plc llp llc cic cio corp corporation clinic clinics centre center centers centres
college school schools society institute institution department dept ministry network alliance service services
group team housing voluntary action community communities partnership partners surgery practice hospice agency
board committee federation union forum project company consulting consultancy solutions systems volunteers
carers care support youth library museum authority office bureau government commission programme program academy
enterprises cooperative co-op coop collective pharmacy ambulance police directorate division unit ward cancer
scotland wales england ireland klinik klinikum krankenhaus universitat verein stiftung gesellschaft amt
landratsamt hochschule caritas diakonie verband praxis schule zentrum stadt gesundheitsamt pflegedienst hopital
universite mairie fondation clinique ecole conseil institut ministere societe cabinet universidad ayuntamiento
fundacion asociacion clinica instituto consejeria centro colegio ministerio empresa sanidad szpital uniwersytet
fundacja stowarzyszenie urzad klinika przychodnia szkola instytut ministerstwo spolka centrum ysbyty prifysgol
cyngor iechyd bwrdd ymddiriedolaeth canolfan elusen ysgol coleg cymdeithas llywodraeth gofal grwp مستشفي جامعه
جمعيه موسسه شركه وزاره مركز معهد مدرسه هيئه كليه عياده ziekenhuis universiteit stichting vereniging gemeente
sjukhus universitet sykehus kommune kommun ospedale universita fondazione associazione comune azienda
""")

# What people do; a text of these words alone is a role.
ROLES = word_set("""
nurse nurses doctor gp physician surgeon pharmacist physiotherapist physio therapist psychologist psychiatrist
midwife paramedic carer carers caregiver volunteer trustee treasurer secretary chair chairperson chairman
chairwoman president director manager coordinator co-ordinator officer lead leader head analyst researcher
student teacher lecturer professor administrator assistant advisor adviser consultant worker facilitator trainer
engineer developer designer editor librarian intern member patient commissioner executive ceo cfo coo cto hr
admin governor convenor convener counsellor counselor practitioner specialist registrar matron deputy vice
senior junior principal staff clerk accountant lawyer solicitor partner minute-taker note-taker notetaker
timekeeper speaker presenter leiterin leiter krankenschwester krankenpfleger pflegekraft arzt arztin lehrerin
lehrer referentin referent vorsitzende vorsitzender schriftfuhrerin schriftfuhrer kassenwart geschaftsfuhrerin
geschaftsfuhrer studentin protokoll moderation infirmiere infirmier medecin directrice directeur responsable
coordinatrice coordinateur presidente tresoriere tresorier secretaire benevole etudiante etudiant chercheuse
chercheur enfermera enfermero medica medico directora coordinadora coordinador presidenta secretaria secretario
voluntaria voluntario tesorera tesorero estudiante pielegniarka pielegniarz lekarka lekarz dyrektorka dyrektor
kierowniczka kierownik koordynatorka koordynator nyrs meddyg cadeirydd ysgrifennydd trysorydd rheolwr
gwirfoddolwr swyddog ممرض ممرضه طبيب طبيبه مدير مديره منسق منسقه رئيس رئيسه متطوع متطوعه
""")

# Words of lists and letters that are never a person's name.
NEVER_NAMES = word_set("""
matters arising closed lunch break coffee
booking bookings order orders registration registrations reminder invitation cancellation rota
undisclosed-recipients undisclosed recipients rsvps narvarolista verbale acta referat
the this that these those for with from about your our their its is are was were be been will would can could
should shall have has had do does did not and or but if so as at by on in of to it we you they all any some more
most other others total totals count sum subtotal average mean number attendance attendees attendee participants
participant people persons guests list lists register roster registered registration meeting meetings agenda
minutes minute session sessions event events date dates time times venue location place room rooms link url http
https www zoom teams webex duration start end started ended summary report generated created exported details
detail page table sheet section topic title subject invited invitees invitation accepted declined tentative
present apologies absent confirmed expected status name names email emails e-mail mail phone telephone tel
mobile organisation organization company role please thanks thank regards hello hi hey dear cheers welcome see
reply replies respond rsvp yes no maybe ok plus everyone everybody anyone someone nobody none tbc tbd n/a
contributors presentation presentations hosts lobby muted unmuted unmute suggestions suggested viewers raised
hands search add shared unknown anonymous vacant unassigned monday tuesday wednesday thursday friday saturday
sunday today tomorrow yesterday morning afternoon evening am pm looking forward coming going joining attending
here away response answer answers comments notes remarks teilnehmer teilnehmende teilnehmerin teilnehmerinnen
teilnehmerliste liste sitzung besprechung datum uhrzeit ort thema anwesend anwesende entschuldigt abwesend
insgesamt gesamt anzahl summe und oder nicht mit fur der die das ein eine ist wir sie ihr liebe lieber hallo
grusse tagesordnung protokoll zugesagt abgesagt presents excuses absents reunion ordre jour lieu heure objet
bonjour merci les des pour avec est nous vous et ou invites asistentes participantes ausentes presentes fecha
hora lugar asunto lista hola gracias para con los las uczestnicy obecni nieobecni spotkanie data godzina miejsce
temat razem suma dziekuje oraz presennol ymddiheuriadau rhestr cyfarfod dyddiad amser lleoliad diolch helo
الحضور الحاضرون المعتذرون الغائبون قائمه اجتماع التاريخ الوقت المكان الموضوع شكرا مرحبا المشاركون المدعوون
message messages connect connection connections follow following invite share mute degree copy send edit
delete options menu view profile button ticket tickets
""")

# Given names that stand in two words where family names do, too: "Garcia Lopez, Ana Maria".
GIVEN_NAMES = word_set("""
ana maria jose luis juan carlos miguel angel antonio manuel francisco javier jesus pedro pablo jorge rafael alberto
fernando daniel david sergio andres alejandro ramon enrique vicente diego ignacio eduardo ricardo roberto victor
mario oscar raul ruben ivan alvaro adrian carmen isabel dolores pilar teresa rosa cristina angeles lucia elena
laura marta mercedes josefa concepcion raquel sara paula beatriz silvia patricia monica eva rocio alicia yolanda
sonia sandra natalia veronica gloria amparo julia esther luisa guadalupe soledad consuelo margarita inmaculada
joao paulo andre joaquim helena fernanda filipe tiago rui
anna ann anne mary jane john james william robert thomas george michael peter paul mark andrew stephen elizabeth
margaret susan sarah catherine katherine helen ruth rachel emma lucy alice grace hannah rebecca louise marie claire
jean pierre philippe francois michel jacques louis henri nicolas sophie isabelle nathalie sylvie helene camille
hans karl heinz peter klaus jurgen wolfgang dieter uwe stefan andreas thomas petra sabine monika ursula renate
gabriele birgit heike katharina eva lena mohamed mohammed muhammad ahmed ahmad abdul abdullah ali hassan hussein
ibrahim omar yusuf fatima aisha khadija maryam zainab
""")

MONTHS = word_set("""
january february march april may june july august september october november december jan feb mar apr jun jul
aug sep sept oct nov dec januar februar marz mai juni juli oktober dezember janvier fevrier mars avril juin
juillet aout septembre octobre novembre decembre enero febrero marzo abril mayo junio julio agosto septiembre
octubre noviembre diciembre
ionawr chwefror mawrth ebrill mehefin gorffennaf awst medi hydref tachwedd rhagfyr stycznia lutego marca
kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia styczen luty marzec kwiecien
czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien gennaio febbraio aprile maggio giugno luglio
settembre ottobre dicembre januari februari maart mei augustus januar februar marts juni juli oktober desember
december يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر
""")

# Names of things, not of people, in what a meeting's program calls those who joined.
DEVICES = word_set("""
iphone ipad ipod android galaxy samsung huawei xiaomi pixel macbook imac laptop pc desktop phone tablet
chromebook surface redmi oneplus nokia handset notetaker otter otter.ai fireflies fireflies.ai read.ai tactiq
fathom device
""")

DAYS = word_set("""
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun mo
di mi do fr sa so lun mar mer jeu ven sam
dim mie jue vie sab dom pon wt sr czw pt sob niedz nd llun mawrth mercher iau gwener sadwrn sul montag
dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes
martes miercoles jueves viernes sabado domingo poniedzialek wtorek sroda czwartek piatek sobota niedziela
sul domenica lunedi martedi mercoledi giovedi venerdi sabato zondag maandag dinsdag woensdag donderdag vrijdag
zaterdag الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت
""")
