"""The words by which lists say who comes, who does not and who may, in the languages of the lists people have.

Written as `fold` leaves them, without apostrophes and signs. A phrase counts where a text begins with it.
"""

AWAY = """
ні | нет | не буду | hayır | hayir | katılmıyor | nem | ei | nu | ne |refused | refuse | turned down | pulled
out | bailed | dropped | not confirmed coming | unsubscribed from event
| dismissed | odrzucono | anulowano | odwolano | usunieto | odmowiono | wycofano | wycofal | wycofala | zwrocony
| niewazny | niewazna | uniewazniony | uniewazniona | uniewazniono | verweigert | ruckerstattet
| zuruckerstattet | nein danke | nicht zugesagt | unerwunscht | entfernt | nicht da | invalide | desinscrit
| desinscrite | retire | retiree | efface | effacee | nul | nulle | remboursement | ne sera pas present
| rehusado | rehusada | devuelto | devuelta | retirado | retirada | borrado | borrada | reembolso | nulo | nula
| invalido | no asistio | no vino | wedi ei ganslo | wedi ei gwrthod | diryma | dirymwyd | tynnwyd yn ol
| wedi tynnu yn ol | annilys | ad daliad | wedi ei ad dalu | wedi gadael | ddim yma | ملغاه | مرفوضه | محذوفه
| مسترده | لن ياتي | لن تاتي | رفض الدعوه | غير قادر | غير قادره | تعذر | متغيب | متغيبه | منسحب | انسحب | مردود
| باطل | no | nope | not going | not coming | not attending | not attended | not able | not available | not here
| not present | not in attendance | not joining | not this time | cant | cannot | can not | couldnt | could not
| wont | will not | unable | unavailable | is not | isnt | are not | arent | am not | im not | did not attend
| didnt attend | did not join | didnt join | does not attend | doesnt attend | dna | declined | decline
| declines | declining | cancelled | canceled | cancel | cancels | cancelling | cancellation | refunded | refund
| partially refunded | void | voided | deleted | denied | deny | rejected | reject | removed | withdrawn
| withdrew | withdraws | dropped out | waitlist | waitlisted | wait list | wait listed | waiting list
| on waitlist | on the waitlist | on waiting list | on the waiting list | on wait list | absent | away
| apologies | apology | sends apologies | sent apologies | sends her apologies | sends his apologies
| sends their apologies | with apologies | apologies received | regret | regrets | sends regrets | with regret
| regretfully | sick | off sick | ill | unwell | poorly | on leave | annual leave | on annual leave | on holiday
| on vacation | on maternity leave | on parental leave | maternity leave | sick leave | on sick leave
| parental leave | out of office | ooo | away on leave | excused | no show | noshow | missed | sorry
| unfortunately not | sadly not | regrettably | late cancellation | false | invalid | revoked | unregistered
| deregistered | terminated | resigned | left the organisation | deceased | transferred out | bounced |
cancelled by self | opted out | left the group | cant go
| cant come | cant make it | cant attend | cannot go | cannot come | cannot make it | cannot attend
| unable to attend | unable to come | unable to make it | unable to join | not able to attend | not able to come
| wont be coming | wont make it | unfortunately cant make it | sorry cant make it | have declined
| have sent apologies | said no | nein | abgesagt | absage | sagt ab | hat abgesagt | abgelehnt | lehnt ab
| storniert | stornierung | entschuldigt | entschuldigung | abwesend | krank | krankgemeldet | erkrankt
| verhindert | kann nicht | kann leider nicht | komme nicht | komme leider nicht | kommt nicht
| kommt leider nicht | kommen nicht | nicht dabei | leider nicht | leider nein | leider | bin nicht | ist nicht
| nimmt nicht teil | nehme nicht teil | keine teilnahme | nicht teilgenommen | nicht anwesend | nicht verfugbar
| nicht erschienen | warteliste | auf warteliste | auf der warteliste | geloscht | erstattet | im urlaub
| urlaub | abgemeldet | zuruckgezogen | ungultig | fehlt | fehlend | falsch | unentschuldigt | non | absente
| absents | absentes | excuse | excusee | excuses | declinee | refusee | annule | annulee | annulation
| rembourse | remboursee | supprime | supprimee | liste d attente | en liste d attente | sur liste d attente
| sur la liste d attente | indisponible | pas disponible | empeche | empechee | ne vient pas | ne viendra pas
| ne viendrai pas | ne peut pas | ne pourra pas | ne pourrai pas | je ne peux pas | je ne pourrai pas
| je ne viendrai pas | ne participe pas | ne participera pas | malade | en conge | en conges | conge maladie
| desiste | desistee | s est desiste | s excuse | faux | pas present | pas presente | ne sera pas | ausente
| ausentes | cancelado | cancelada | cancelo | cancela | anulado | anulada | rechazado | rechazada | rechaza
| declinado | declinada | reembolsado | reembolsada | eliminado | eliminada | lista de espera
| en lista de espera | en la lista de espera | no asiste | no asistira | no asistire | no puede | no puedo
| no podra | no podre | no viene | no vendra | no ire | se disculpa | disculpa | disculpas | se excusa
| excusado | excusada | enfermo | enferma | baja | de baja | de vacaciones | vacaciones | falso | no disponible
| denegado | denegada | nie | nieobecny | nieobecna | nieobecni | odwolane | odwolany | odwolana | odrzucone
| odrzucony | odrzucona | odrzucil | odrzucila | anulowane | anulowany | anulowana | odmowa | odmowil | odmowila
| odmawia | zwrot | zwrocono | zwrocone | usuniety | usunieta | usuniete | lista rezerwowa
| na liscie rezerwowej | lista oczekujacych | na liscie oczekujacych | rezygnacja | rezygnuje | zrezygnowal
| zrezygnowala | chory | chora | urlop | na urlopie | zwolnienie | usprawiedliwiony | usprawiedliwiona
| niestety | falsz | nie bedzie | nie przyjdzie | nie moge | nie moze | nie wezme | na | nac ydw | nag ydw
| nac ydy | nac ydyn | na fydd | na fyddaf | nag oes | ddim | ddim yn dod | ddim yn mynychu | ddim ar gael
| methu | methu dod | yn methu | gwrthod | gwrthodwyd | wedi gwrthod | canslwyd | canslo | wedi canslo
| wedi i ganslo | ymddiheuriadau | ymddiheuriad | wedi ymddiheuro | absennol | yn absennol | i ffwrdd
| rhestr aros | ar y rhestr aros | sal | yn sal | ad dalwyd | dilewyd | wedi i ddileu | ar wyliau | ar gwyliau
| yn anffodus | لا | كلا | معتذر | معتذره | معتذرون | اعتذر | اعتذرت | يعتذر | تعتذر | اعتذار | رفض | رفضت
| مرفوض | تم الرفض | غائب | غائبه | غير حاضر | غير حاضره | غير متاح | غير متاحه | ملغي | ملغيه | الغي | الغاء
| تم الالغاء | لن يحضر | لن تحضر | لن احضر | لن اتمكن | لن يتمكن | لن تتمكن | لا يستطيع | لا استطيع | لم يحضر
| لم تحضر | قائمه الانتظار | في قائمه الانتظار | علي قائمه الانتظار | محذوف | مسترد | تم الاسترداد | مريض
| مريضه | في اجازه | اجازه | للاسف | nee | afgemeld | afgezegd | geannuleerd | afwezig | verhinderd | ziek
| wachtlijst | op wachtlijst | op de wachtlijst | geweigerd | afgewezen | komt niet | kan niet | met verlof
| nej | avbojt | avbojde | franvarande | avbokad | avanmald | sjuk | vantelista | pa vantelistan | forhindrad
| kommer inte | nei | avslatt | takket nei | fravaerende | avlyst | avmeldt | syk | venteliste | kommer ikke
| afbud | fravar | rifiutato | rifiutata | assente | annullato | annullata | lista d attesa | in lista d attesa
| non viene | non partecipa | nao | recusado | recusada | nao vai | nao comparece | hayir | katilmiyor | ei
| neprijde | omluven | omluvena
"""

MAYBE = """
im not sure | i am not sure | im unsure | i dont know | im undecided | if im able | fingers crossed | maybe
| may be | may come | may attend | might | tentative | tentatively | tentatively accepted | perhaps | possibly
| probably | unsure | not sure | dont know | do not know | undecided | tbc | tbd | to be confirmed | unconfirmed
| not confirmed | if need be | if i can | if possible | interested | hopefully | hoping to | hope to | will try
| ill try | trying to | provisional | provisionally | penciled | pencilled | considering | depends | 50 50
| likely | vielleicht | eventuell | evtl | evt | mit vorbehalt | unter vorbehalt | vorlaufig | unsicher
| moglicherweise | ggf | noch unklar | noch nicht sicher | mal sehen | weiss nicht | peut etre | provisoire
| provisoirement | incertain | incertaine | sous reserve | je ne sais pas | a confirmer | eventuellement
| quizas | quiza | tal vez | a lo mejor | provisionalmente | tentativo | tentativa | posible | posiblemente
| por confirmar | no se | no lo se | no estoy seguro | no estoy segura | byc moze | moze | wstepnie | wstepna
| niepewny | niepewna | niepewne | do potwierdzenia | nie wiem | mozliwe | efallai | o bosib | o bosibl | amodol
| petrus | ansicr | heb benderfynu | i w gadarnhau | ddim yn siwr | ربما | مبدئي | مبدئيا | محتمل | مؤقت | مؤقتا
| غير متاكد | غير متاكده | غير مؤكد | قيد التاكيد | misschien | voorlopig | onder voorbehoud | kanske
| preliminart | preliminar | kanskje | forelopig | maske | forse | provvisorio | provvisoria | talvez | belki
"""

NO_ANSWER = """
havent heard | have not heard | not heard | not heard back | no news | yet to hear | still to hear | yet to reply
| still to reply | yet to respond | still waiting | no word | hat sich nicht gemeldet | nicht gemeldet
| pas de nouvelles | sans nouvelles | sin noticias | brak wiadomosci | heb glywed |
no response | no reply | no answer | no rsvp | no status | no data | no contact | not yet | not responded
| not replied | not answered | not yet responded | not yet replied | not known | hasnt replied | has not replied
| not seen | unanswered | unknown | pending | awaiting | waiting for | waiting on | waiting to hear
| needs action | invited | invite sent | sent | viewed | opened | delivered | none | no preference | not decided
| havent replied | have not responded | no decision | keine antwort | noch keine antwort | keine ruckmeldung
| ausstehend | offen | noch offen | eingeladen | nicht beantwortet | keine | keine angabe | unbeantwortet
| sans reponse | pas de reponse | aucune reponse | aucune | en attente | invite | invitee | sans | pas repondu
| n a pas repondu | sin respuesta | sin responder | pendiente | invitado | invitada | ninguna | ninguno
| no ha respondido | no responde | no contesta | brak odpowiedzi | brak | bez odpowiedzi | oczekuje | oczekujace
| zaproszony | zaproszona | nie odpowiedzial | nie odpowiedziala | nie odpowiedziano | dim ymateb | dim ateb
| heb ymateb | heb ateb | gwahoddwyd | yn aros | wedi gwahodd | لم يرد | لم ترد | لا رد | لا يوجد رد | بدون رد
| بانتظار | في الانتظار | قيد الانتظار | مدعو | مدعوه | لم يتم الرد | معلق | geen reactie | geen antwoord
| uitgenodigd | inget svar | ikke svart | intet svar | nessuna risposta | in attesa | sem resposta | pendente
"""

HERE = """
так | да | буду | jā | kyllä | igen | da |potwierdzono | zarejestrowano | zapisano | uczestniczy | przybyl |
przybyla | wezme | weznie | bestatigung
| zugelassen | eingetragen | komme gerne | bin da | gultig | erschienen | valide | validee | sera present
| sera presente | est present | est presente | arrive | arrivee | valido | valida | aprobado | aprobada
| asistire | confirmo | llegado | yma | wedi ei gadarnhau | dilys | cymeradwywyd | bydd yn dod | wedi cyrraedd
| معتمد | تم الحضور | قادم | قادمه | سياتي | ستاتي | وصل | وصلت | صالح | مشارك | مشاركه | yes | yep | yeah | yup
| ok | okay | sure | of course | absolutely | definitely | certainly | accepted | accept | accepts | attending
| attended | attend | attends | in attendance | going | goes | coming | comes | confirmed | confirm | confirms
| registered | approved | checked in | check in | present | here | im in | count me in | joining | joined
| joins | join | will attend | will come | will be there | will join | ill be there | ill come | ill join
| ill attend | be there | looking forward | see you | can come | can attend | can make it | i can | id love to
| would love to | happy to | organizer | organiser | completed | complete | paid | free | valid | active
| booked | true | responded | rsvp yes | arrived | late | running late | arriving | arrives | thumbs up | great
| perfect | reserved | issued | sold | enrolled | current | no problem | no worries | ja | jawohl | jep
| zugesagt | zusage | sagt zu | hat zugesagt | angenommen | nimmt an | anwesend | teilgenommen | nimmt teil
| nehme teil | bestatigt | angemeldet | dabei | bin dabei | komme | kommt | kommen gern | gern | gerne | wahr
| eingecheckt | oui | accepte | acceptee | accepter | presente | presents | confirme | confirmee | inscrit
| inscrite | participe | participera | vient | viendra | je viens | je serai la | vrai | d accord | avec plaisir
| volontiers | sera la | enregistre | enregistree | si | asiste | asistira | aceptado | aceptada | acepta
| confirmado | confirmada | confirma | viene | vendra | voy | ire | verdadero | inscrito | inscrita | claro
| con gusto | de acuerdo | registrado | registrada | asistio | tak | zaakceptowano | zaakceptowane
| zaakceptowal | zaakceptowala | przyjete | przyjal | przyjela | przyjeto | potwierdzone | potwierdzony
| potwierdzona | potwierdzam | obecny | obecna | bede | bedzie | prawda | zapisany | zapisana | oczywiscie
| przyjde | przyjdzie | wezme udzial | zarejestrowany | zarejestrowana | ydw | ydy | ie | oes | bydd | byddaf
| bydda i | derbyniwyd | derbyn | wedi derbyn | yn dod | yn mynychu | mynychu | presennol | yn bresennol
| cadarnhawyd | wedi cadarnhau | wrth gwrs | iawn | cofrestrwyd | wedi cofrestru | نعم | حاضر | حاضره | حضر
| حضرت | مقبول | قبل | قبلت | تم القبول | موافق | موافقه | تمت الموافقه | مؤكد | مؤكده | تم التاكيد | سيحضر
| ستحضر | ساحضر | سوف احضر | سوف يحضر | مسجل | مسجله | تم التسجيل | اكيد | بالتاكيد | aanwezig | geaccepteerd
| bevestigd | aangemeld | komt | accepterat | accepterad | tackat ja | narvarande | bekraftad | anmald | kommer
| godtatt | takket ja | til stede | bekreftet | deltager | deltar | accettato | accettata | confermato
| confermata | partecipa | sim | aceito | aceite | evet | katiliyor | ano | prijde
"""

MANNER = """
online | remote | remotely | virtual | virtually | zoom | on zoom | teams | on teams | by phone | by zoom
| by video | by teams | phone | hybrid | in person | on site | onsite | face to face | in the room | new
| first time | first timer | from | until | leaves | leaving | joins | has to leave | needs | external
| unverified | guest | vor ort | prasenz | extern | gast | en ligne | en personne | sur place | a distance
| en linea | presencial | zdalnie | stacjonarnie | ar lein | wyneb yn wyneb | o bell | عبر الانترنت | حضوري
| عن بعد
"""

# One letter or a short word: an answer only where nothing else stands beside it.
HERE_ALONE = "y | x | t | 1 | in | p | j | o | s"
AWAY_ALONE = "n | f | 0 | out"
