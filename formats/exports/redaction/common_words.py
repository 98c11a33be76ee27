"""Which words are usual in English, so that one of them is no misspelt name, and no name by itself?

Counted in films and encyclopaedias, proper names taken out.
"""

_SMALL = """
about above across act also although am an and any are around as at be been being but by can cannot come could
day did do does don each either etc ever few for from go got had has have he her here him his how i if in into
is it its let me mine my near no nor not of off on once one onto or ought our out over own per she should
since so some such than that the their them then there these they this those though through till to too toward
under until up upon us via was we were what when where which while who whom whose why with within without yes
yet you your
"""
_USUAL = """
abandoned ability able about above absence absolute absolutely abuse accept accepted accepting accessible
accident accidentally accomplish accomplished according account accounts achieve achieved acquired across act
acted acting actions active activity acts actual actually adapted added adding addition additional
additionally address adjacent administrative admit adopted adoption advance advanced advantage advertising
advice advisory affect affected afraid after afterwards again against age agenda agent agents ages ago agree
agreed agreement ahead alarm alert alive all allow allowed allowing allows almost alone along alongside
already also alternate alternative although always among amongst amount analysis ancient and animation
anniversary annoying annual anonymous another answer answers any anymore anyone anything anytime anyway
anyways anywhere apart apparent apparently appear appearance appearances appeared appearing appears
application applications applied apply approach appropriate approved approximately architecture are area areas
arena argument around arrange arranged arrive arrived article articles artistic aside ask asked asking asks
aspects assembly assigned assignment assist assistance associate associated association assume assumed
assuming attached attack attacks attempt attempted attempting attempts attention attributed audience audio
author authority authors automatic available average avoid avoiding awake aware away awful awkward back
background backup backwards bad badly bags bail balance band bands bank bar bare bars base based bases basic
basically basis beautiful became because become becomes becoming been before began begin beginning begins
behalf behave behavior behind being believe believes belong belonging belongs below belt bench beneath benefit
benefits beside besides best bet better between beyond big bigger bit bizarre blah bleeding bless block blocks
blow blowing blows board bodies body bomb bone bonus book boot border boring borrow borrowed boss both bother
bottom bound boundaries boundary bout box boxes branches brand break breaking breaks breath breathe breathing
bridge brief briefly bring brings broad broadcast broadcasting broke broken brought budget bugs build building
built bump burn business busy but button bye calendar call called calling calls came camera can cancel
canceled candidate candidates cannot capable capacity capital capture captured car card cards care careful
carefully carried carry carrying case cases cast casual catch catching categories category caught cause caused
causes causing ceiling cell cells center central century certain certainly chain chair chairs challenge chance
chances change changed changes changing channel channels chapter character characteristics characters charge
charged chart charts chat cheap cheat cheating check checked checking checks child children choice choices
choose chop chose chosen circle circuit circumstances city claim claimed claims class classes classical
classification classified clean cleaned cleaning clear cleared clearly clever client clients clock close
closed closely closer closest closing clue coach code coincidence cold collect collected collection
collections color colour column combination combined come comes coming command comment commented commit common
commonly communicate communication community company compare compared comparison compilation complain
complaining complete completed completely completing completion complex complicated compliment component
components composed composition comprehensive compromise concept concerned concerning concerns conclusion
condition conditions conference confess confidence confident confirm confirmed conflict confused confusing
connected connecting connection connections consecutive consequences conservative consider considerable
considered considering consisting consists constant constructed construction contact contacts contain
contained containing contains contemporary content contest context continue continued continues continuing
continuous contract contrary contrast contributed contribution contributions control controlled controversial
convenient convention conventional conversion converted convince cooked cool cooperation copies copy core
corner correct corresponding cost costs could count counter counting countries country couple course cover
coverage covered covering covers crash crashed crawl crawling crazy create created creating creation credited
critic critical crossing crowd current currently cut cuts cutting cycle daily damage damaged dance dangerous
dark data date dated dates day days dead deal dealing deals dealt death decent decide decided decides decision
decisions declared dedicated deep deeper deeply defensive defined definitely definition degree degrees delay
deliberately deliver delivered delivery demand demonstrated denied density deny depend dependent depending
depends deployed depth derived descent describe described describes description design designated designed
despite destroy destroyed destruction detail detailed details determine determined develop developed
development device devices diameter did die died dies difference differences different differently difficult
direct directed direction directions directly dirty disappear disaster disc discovered discovery discussed
discussion display displayed distance distinct distinction distinguished distributed distribution disturb
ditch divided division divisions doc document documents does doing domain dominant dominated done door double
doubles doubt down dozen draft draw drawing drawn drive driven drivers drives drop dropped dropping drops dual
due dumb dump dumped during dying each eager earlier earliest early ears ease easier easily east easy eat
eating eats edge edited editor educated effect effective effectively effects effort efforts eggs eight either
elements eligible eliminated else elsewhere emergency emphasis empty encouraged end ended ending ends
enforcement engine engineering english enormous enough ensure entered entering entire entirely entry envelope
environment environmental equal equivalent erase escape escaped especially essential essentially establish
established estimated even event events eventually ever every everybody everyone everything everywhere
evidence evil exact exactly examination examine example examples excellent except exception exchange exclusive
exclusively executed execution exercise exhausted exist existed existence existing exists exit expand expanded
expansion expect expectations expected expecting expense expensive experience experimental explain explained
explaining explains explanation explosion expose exposed expressed expression extended extension extensive
extensively extent external extra extremely eye eyes face facilities facility fact factor factors factory
facts fail failed failure fair fairly fake fall falling falls false familiar families family fancy far fashion
fast fault favor favorite favour fear feature features feed feeding feel feeling feels feet fell fence few
fiction field fifth figure figured figures file files fill filled filling final finally finals find finding
finds fine finish finished fired fires firing first fits five fix fixed fixing flag flat flip floating floor
flow flows focus fold folks follow followed following follows fooled foot for forbid force forced forces
foreign forget forgot forgotten fork form formal formally format formed former formerly forming forms forth
forum forward found four fourth fragile frame framework free freeze freezing frequency frequently fresh
friendly friends from front frozen fruit full fully fun function functions funny further future gain gallery
game garbage gate gather gave gender general generally generated generation generous genuine gesture get gets
getting give given gives giving glad global goal goes going gone good got gotta gotten grab gradually grammar
granted grave great greater greatest greek grey ground group groups grow growing guarantee guard guards guess
guessed guessing guide guts guy had half hand handed handle handled handling hands hang hanging happen
happened happening happens happily happy hard harder hardly hardware harm harmless has hate have having head
headed heading heads health hear heard heartbeat heavily heavy height held hell help helped helpful helping
helps hence her here hide hiding high higher highest highly him hint his historic historical historically
history hit hits hitting hold holding holds hole home honestly honor honored honour hook hooked hope hopefully
hoping horrible host hosted hostile hosts hot hour hours how however http https huge human humans hundred
hundreds hurt idea ideas identical identified identify identity ignore illegal image images imagine immediate
immediately impact implementation implemented important impossible improve improved improvement inappropriate
inch include included includes including incorporated increase increased increases increasing indeed
independent index indicate indicated indicates individual influence influences information informed
infrastructure initial initially initiated inner insecure insensitive inside insist inspiration inspired
installed instance instant instead instructions instrument integrated integrity intend intended intention
interest interested interesting interfere interior internal international interpretation interrupt interrupted
intersection intimate into introduce introduced introduction investigation invisible invitation involve
involved involves involving isolated issue issued issues item items its itself job jobs join joined joining
journal jump jumped junk just justify keep keeping keeps kept kick kicks kid kids kill killed killing kills
kind kinda kinds kingdom knee know knowing knowledge known knows label lack laid lake lame landscape language
languages large largely larger largest last late later latest latin latter launch launched law layer lead
leader leading leads leaf leak leap learn learned learning least leave leaves leaving led left legal legally
legitimate length less let lets letter letters letting level levels library license licensed lie lies life
lifetime light like likely likes limit limited limits line linear lines linked links list listed listen
listening listing lists literally little live lives load loaded local locally located location locations lock
locked logical lonely longer longest look looked looking looks loop loose lose loses losing loss lost lot lots
loud low lower lowest luck machines made magical mail main mainly maintain maintained maintenance major
majority make makes making man manage managed management manager managing manner many maps margin marked
marketing mask mass match matches material math matter matters maximum may maybe mean meaning means meant
measure measures mechanism media median medium meet meeting meets member members membership memory mention
mentioned menu merely merged mess message messages messed messing messy met method methods mid middle might
million mind mine minimum minus minute minutes mirror miss missed misses missing mistake mistaken mistakes
mixed mode model models modern modified moment moments month months more most mostly mount mounted move moved
movement moves moving much multi multiple music must mutual name named names narrow native natural naturally
nature near nearby nearly neat necessarily necessary need needed needing needle needs negative neither network
networks never new newly news next nice nicely nicer night nine nobody noise non none nope normal normally
north not notable notably note noted notes nothing notice noticed novel now nowhere number object objects
observed obtain obtained obvious obviously occasionally occupation occupied occur occurred occurs odds off
offer offered offers office official officially often okay old older oldest once one ones only onto oops open
opened opening opens operate operates operating operation operations opinion opportunity opposed opposite
option options order ordered ordering ordinary organization organizations organized oriented origin original
originally originated origins other others otherwise ought our ours ourselves out outer output outside over
overall overview own owned owner owners ownership owns pack package packed packing pages paid pain painful
paint pair panel panic paper parallel parent parents part partial partially participate participation
particular particularly parties partner parts party passed passes passing past patch path pattern patterns pay
peak penalty people per percent percentage perfect perfectly perform performance performed performing perhaps
period periods permanent permission person personal persons perspective phase phone physical physically pick
picked picking picks picture pictures piece pieces pipe pitch place placed places plain plan plane planned
planning plans platform platforms play players plays please plenty plot plug plus pocket point pointed
pointing points policies policy polite pool poor pops popular population port portion position positions
positive possibilities possibility possible possibly post potential pound power powerful practical practically
practice precisely prefer preferred preparation prepare prepared presence present presented preserved press
pressure pretend pretending pretty prevent previous previously primarily primary prime principal principle
principles print printed prints prior priority privacy privilege probably problem problems procedure proceed
process processes processing produce produced producer producers produces producing product production
products profile program programming programs progress project projects promise promote promoted promotion
proof proper properly properties property proposal proposed protect protected protecting protection prove
provide provided provides providing province public publication publicity publicly published publishing pull
pulled pulling pulse pump pure purpose purposes push pushed pushing put puts putting qualified qualify quality
quarter question questions quick quickly quiet quietly quit quite quote race races radical radio railroad
raise raised raising ran range rank rapidly rare rarely rate rather rating ratio rational reach reached
reaches reaching react read reading ready real reality realize realized really realm reason reasonable reasons
rebuilt recall receive received receiving recent recently recipe recognised recognize recognized recommend
recommended record recorded recording records recover recovered recovery red reduce reduced reduction refer
reference references referred referring refers refuse refused regarding region regions register registered
regular regularly rejected related relation relations relationship relationships relative relatively relax
release released releases relocated remain remainder remaining remains remember remembered remembering
remembers remind remote remove removed renamed repair repeat repeated replace replaced replacement replacing
report reported reporter reporting reports represent representation representative represented representing
represents request requested require required requirements requires reserve reservoir resolution resort
resource resources respect respected respectively respond responded response responsibility responsible rest
restored restricted result resulted resulting results retained retired return returned returning returns
revealed reverse review reviews ridiculous right rights ring ripped risk risks risky role roles roll rolling
room rooms roots rough roughly round route routine rule rules run running runs safe safely safer safety said
sake salt same san satisfied save saved saving saw say saying says scale scan scenario scenes schedule
scheduled scheme scientific score scores scoring scratch screen screw screwed script sealed search searching
second secondary seconds secrets section sections secure see seed seeing seek seeking seem seemed seems seen
sees segment selected selection self sell semi send sending sends sense senses sensitive sent sentence
separate separated sequence series serious seriously serve served serves service services serving session
sessions set sets setting settle setup seven several severe shadows shall shallow shape share shared shares
sharing she sheet shift ship ships short shot should shove show showed showing shown shows shrink shut side
sides sign signal signature signed significant significantly signing signs silence silent silly similar
similarly simply since sing single sink sit site sites sits sitting situation six size skip sleep slept slice
slide slightly slip slow slowly small smaller smart smarter snap sneak sock socks soft sole solid solution
solutions solve solved some somebody somehow someone something sometime sometimes somewhat somewhere soon
sorry sort sorts sought sound sounds source sources space spaces spare speak speaking speaks special
specialized specific specifically speed spell spells spend spent spill spilled spin spit split spoken spot
spotted spread square stab stable stage stages stamp stand standard standards standing stands starred stars
start started starting starts state stated statement states station stations statistics status stay staying
stays steal step steps stick sticking still stock stolen stop stopped stopping stops storage store stores
stories story straight strange strategy stream strength stretch strictly string strings strip stroke stronger
strongly structure structures stuck study stuff style styles subject submitted subsequent subsequently
substantial subtle succeeded successful successfully successor such sufficient suggest suggested suggestion
suggests suit suitable suite summary superior supplies supply support supported supporting supports suppose
supposed supposedly sure surface surprise surrounded surrounding survey survive suspect suspended suspicious
switch switched symbol system systems table tables tail take taken takes taking talk talking tamil tape task
taste team tear technical technically technique technology tell telling tells temporary ten tend term terminal
terms terrible terribly territory tested tests text texts than thank thanks that the their them theme themes
themselves then theory there thereafter therefore these they thick thin thing things think thinking thinks
third this those though thought thoughts thousands three through throughout throw throwing thrown throws thumb
thus ticket tied ties tight till time times timing tiny tips title titled titles today together told too took
tool tools top topic topics torn toss total totally touch touching tournament toward towards trace track
tracking tracks trading traditional traditionally traffic trail training transfer transferred transition
translated translation transmission transport trap trapped treat treated treating treatment tree trees trick
tricks tried tries trip triple true truly trust trusted truth try trying tune tunnel turn turned turning turns
twice two type types typical typically ugly ultimately unable under underneath understand understanding
understands understood unexpected unfortunate unfortunately unhappy uniform union unique unit units universal
universe unknown unless unlike unsuccessful until unusual upon upper upset usage use used useful useless user
users uses using usual usually valuable value values variable variations variety various vary vast vault
version versions versus vertical very via vice video videos view viewed viewers views virtual visible visit
visited visiting visitor visitors visual voice volume volunteer vote votes vulnerable wait waited waiter
waiting wake waking walk walked walking walks want wanted wants warm warn warned warning was waste watch wave
way ways weak website week weekly weight weird well went were what wheel when whenever where whereas wherever
whether which while whilst who whoever whole whom whose why wide widely wild will willing win wind window
winds wins wiped wire wish wishes with within without witness wonder word words work worked worker workers
working works world worry worrying worse worst worth would wrap wrapped write writer writers writes writing
written wrong wrote year years yes yet you younger your yours yourself zero zone
"""
_OF_GROUPS = """
access action adult adults afternoon apologies apology attendance aunt babies baby badge badges bag baking
banana bathroom bed bedroom beef beer bike biscuit boat booking bookings bowl bread breakfast breakout brother
bus butter cake carer carers carpet chairperson cheese chicken cinema clinic cloudy coat coffee committee
communities computer conversation cooking council cousin cup curtain dancing decade december desk disability
doctor drawer dress egg elder elders electricity email entrance evening facilitator father february feedback
flipchart flood fridge friendship funding garden gardening gas glass glove grandfather grandmother hallway
handout handouts hat heating hospital hotel husband illness insight insights insurance invoice january journey
juice july keyboard kitchen knife knitting lamp laptop lesson lift lunch march marker meat mental milk morning
mother motion mouse museum neighbour neighbourhood neighbours november october onion opener orange oven
painting pan parking pasta patient patients pause payment pen petal plate pork poster pot potato printer
projector pupil purple purse receipt reminder reminders rent rice roof safeguarding scarf school secretary
september sewing shelf shirt shoe shop singing sister skirt sofa soup spoon stairs sticky student supper
surgery tea teacher teenager teenagers theatre therapy thursday timer timetable toddler toilet toilets tomato
town train treasurer trousers trustee trustees tuesday uncle venue venues village wallet weather wednesday
weekend wheelchair whiteboard wife wine workshop workshops yellow youth
advise agenda aloud appreciative assist assisting breathing calm clarify clarifying cluster clusters coaches
coaching colleague colleagues comfortable consultancy consultant consultants consulting countdown crowd crowds
curiosity curious debrief dialogue dilemma dilemmas fishbowl giver grateful grouping groupings harvest
helpful holder interview interviewer interviewers interviews invites kindly kindness lately laughter lean
liberating listener listeners loneliness lonely mood networking networks noticing observer observers peer
peers presenter presenters prompt prompts recap recaps reflect reflection reflections reply scribe shuffle
speaker speakers spiral storyteller storytellers swap swaps takeaway takeaways teller test timekeeper
timekeepers tired tomorrow travel trio trios troika volunteering warmth weave weaving welcome welcomes
"""
_NAMES_TOO = """
abbot abbott al am amber an angel apple april archer arrow art as ash aspen at august autumn baker banks barb
bass bay beach bear bell berry best bill bird bishop black blue bolt bond booth bright brook brooks brown buck
burns bush butcher butler candy cane carol carpenter carter case cash castle chance chandler chapel chapman
charity chase cherry chip christian christmas chuck church clay clement cliff close cloud coal cole constance
constant cook cooper coral cotton crane cross crow cruise crystal curry daisy dale dance dawn day dean destiny
dick do dove drake draper drew driver drum duke earl early east easter ebony ed ember english ernest eve faith
farmer farrier fern ferry field fields finch fish fisher fletcher flint flora flower ford forest forester
foster fox frank freed freedom freeman french friday friend frost fuller gale gardener gardner garland garnet
gay gene ginger glen gold golden good goode goodman grace grant grave graves gray green grey grove guest guy
hale hall hammer hand happy hardy harmony harper hart hatch haven hawk hawthorn hay hazel he head heart heath
heather herb heritage hill hills holiday holly holm home honey honor honour hood hope house hunt hunter in
iris iron is it ivory ivy jack jade jasmine jasper jay jet jewel joy judge jump june justice keen key king kit
knight lake lamb lance land lane lark laurel law leaf light lily little lock long lord lot love lucky major
mare mark market marks marsh marshall mason may me mead meadow melody mercer mercy merry mild miles mill
miller mills mint miss misty monday money moody moon moss mount mountain my myrtle new nick night no noble
north nurse oak ocean olive on opal or pace pack page palm paris park parks parson pat patience peace peach
pearl peel penny pepper perch piece pierce pike pine pink piper pit place plant pleasance pole pond pool poole
poor pope poppy porter post potter power powers prentice price pride priest prince prior prosper prudence
purdy queen quick quill rain raven ray read reader reed reeves rich ring rise river rivers road rob robin rock
rod roman root rose rosemary rowan ruby rush russet rusty sage saint sand sandy saturday savage sawyer scarlet
sea self senior serene sergeant shade sharp sheen shell shepherd sherry ship shore short silver singer skip
sky small smart smith snow so spark sparrow speed spice spring squire stack stag star steel stern steward
still stone storm story street strong sue sugar summer summers sun sunday sunny swan sweet swift tab tad
tailor tanner tasker taylor temple thatcher thistle thorn thyme tiger time to trinity true trueman turner
unity us vale valentine verity victor victory vine viola violet vivid wade wake walker wall waller walls ward
warden warm water waters way weaver weeks wells west wheat wheeler white wild will willow wills win wind
winner winter winters wise wolf wood woods woody worth wren wright yard young
"""

# Names that are words as well: in small letters, it takes what stands around them to tell.
NAMES_TOO = frozenset(_NAMES_TOO.split())
COMMON = frozenset(_SMALL.split()) | frozenset(_USUAL.split()) | frozenset(_OF_GROUPS.split()) | NAMES_TOO


def is_everyday(word: str) -> bool:
    """Whether a folded word is usual in English, in the singular or the plural."""
    return word in COMMON or (word.endswith("s") and word[:-1] in COMMON)
