"""Which names are short for which? What people of one name are called without it being in a list."""

from formats.session.folding import fold

_FAMILIES = """
abigail abby abbie gail; adam addy; adelaide addie heidi; adrian ade; agnes aggie nessie; aidan aid; alan
al; albert al bert bertie; alexander alexandra alex al alec sandy sasha sacha xander lex lexi alejandro
aleksander aleksandra ola olek; alfred alf alfie fred freddie; alice ali; alison ali allie; amanda mandy;
amelia millie amy; andrew andrea andy drew andrzej andreas; angela angie ange; anna ann anne hannah annie
nan nancy anya anja ania anita anouk annette; annabel annabelle bel belle bella anna; anthony antony antonio
tony ant toni; antonia toni; arthur art artie; barbara barb babs basia; bartholomew bart; beatrice bea
trixie beattie; benjamin benedict ben benny benji; bernard bernie; bernadette bernie; bertram bert; bradley
brad; brian bri; bridget bridie biddy; caroline carolyn carrie caz caro lina; catherine katherine kathryn
catriona cath cathy kathy kate katie kit kitty kat kay trina katarzyna kasia katerina katya katrin; cecilia
celia cissie; charles charlie chuck chas carlos carl; charlotte charlie lottie char; christian christina
christine christopher chris kris christy chrissie tina kit topher krzysztof; clare claire; clifford cliff;
constance connie; cornelius con; cynthia cindy; daniel danielle dan danny dani; david dave davy dai dewi
taffy; deborah deb debs debbie; denise dee; dennis den; diana di; dominic dom; donald don donnie; dorothy
dot dottie dolly; douglas doug; edmund ed eddie ned; edward ed eddie ted teddy ned eduardo; edwin ed eddie;
eleanor ellie nell nora lena nelly; elizabeth elisabeth liz lizzie beth betty betsy bess lisa eliza elsie
libby lisbeth ella elspeth ela; ellen nell ellie; emily em emmy millie; emma em; emmanuel manny; ernest
ernie; esther hester essie; eugene gene; evelyn evie eve; ferdinand ferdi; florence flo florrie; frances
francis fran frank frankie fanny francesca francisco paco franek; frederick frederica fred freddie fritz;
gabriel gabrielle gabe gabi; geoffrey jeffrey geoff jeff; george georgina georgia georgie; gerald gerard
gerry jerry ger; gertrude gert trudy; gillian gill jill; giovanni gianni; giuseppe beppe peppe; gregory greg
grzegorz; gwendolen gwen; hans johannes hannes; harold hal harry; harriet hattie harry; helen helena nell
lena ella; henry hal harry hank enrique; herbert herb bert; hugh hughie shug; ian john; ignacio nacho;
ingrid inga; isaac ike zac; isabel isabella isobel bel bella izzy belle tibby; jacob jake kuba jakub;
jacqueline jackie jacqui; james jim jimmy jamie jem jaime; jane janet jan jenny janey; jason jay; jean
jeanie; jennifer jen jenny jenn; jeremy jeremiah jez jerry jem; jessica jess jessie; joan joanie; joanna
joanne johanna jo joey; john johnny jack jon ian ivan juan jan sean evan; jonathan jon jonny nathan; jose
pepe; joseph josephine joe joey jo josie; joshua josh; juan juanito; judith judy jude; julia julie jules;
julian jules; karolina karo; kenneth ken kenny; kimberly kim; kirsten kirsty; konstantin kostya; laura
laurie lori; lawrence laurence larry laurie lars; leonard leo len lenny; leslie lesley les; lillian lily;
linda lyn lindy; louis lewis lou louie; louisa louise lou lulu; lucia lucy lucinda; luke luc lukas luca;
madeleine maddie; magdalena magda lena; malcolm mal; malgorzata gosia; manuel manolo; marcus mark marc;
margaret marguerite maggie meg peggy marge margie madge greta daisy rita peg mags gretchen; maria mary marie
mariah molly polly may masha mia mitzi; marilyn; marjorie marge; martha marty patty; martin martina marty
tina; matilda tilly mattie; matthew mat matt matty mateusz; maureen mo; maurice mo; maximilian max; melanie
mel; melissa mel lissa; michael michelle mike mick micky mikey shelly misha michal miguel mitch; mildred
millie; miriam mim; mohammed muhammad mohammad mo; montgomery monty; morris mo; nancy nan; natalie natalia
nat natasha tasha; nathan nathaniel nat nate; neil neal; nicholas nicola nicole nick nicky nico klaus colin
nikolai kolya mikolaj; norman norm; olga olya; oliver olivia ollie liv; oscar ossie; pamela pam; patricia
pat patsy trish tricia patty paddy; patrick pat paddy; paul paula pablo pavel; penelope penny pen; percival
percy; peter pete pietro pedro piotr pierre; philip phillip philippa phil pip pippa; phyllis phyl; priscilla
cilla; prudence pru; rachel rach rae ray; raymond ray; rebecca becky becca bex; reginald reg reggie; richard
rick dick rich richie ricky ricardo; robert roberta rob bob bobby robbie bert robin roberto; roderick rod
rory; rodney rod; roger rodge; roland rolly; ronald ron ronnie; rosalind rosamund roz ros; rose rosemary
rosie romy; roxanne roxy; rudolf rudi; rupert bert; russell russ; ruth ruthie; samuel samantha sam sammy;
sarah sara sally sadie; sebastian seb bas basti; sergei seryozha; seymour sy; sharon shaz; sheila; sidney
sid; simon simone si; sofia sophia sophie sonia sonja; stanley stan stanislaw staszek; stella; stephen
steven stephanie steve stevie steph szczepan; stewart stuart stu; susan susannah suzanne sue susie suzy
zuzana zuzka zuza; sylvester sly; tamara tammy; theodore theo ted teddy; theresa teresa terry tess tessa
tracy; terence terry tel; thomas tom tommy tomasz tam; timothy tim timmy; ursula ulla; valerie val; vanessa
nessa; veronica ronnie vera; victor vic; victoria vicky vic tori viki; vincent vince vinnie; violet vi;
virginia ginny; vivian viv; vladimir volodya vova; walter wally walt; wendy; wilfred wilf; wilhelmina mina
billie; william will bill billy willy liam wim guillermo wilhelm guillaume; winifred win winnie freda;
wolfgang wolf; yvonne von; zachary zac zach zack; zofia zosia; zoe zo; yekaterina katya; yevgeny zhenya;
aleksei alyosha; dmitri dima mitya; maksim; mikhail misha; nadezhda nadia; tatiana tanya; anastasia nastya
stacy; ekaterina katya; liubov liuba; abdullah abdul; abdelrahman abdul; ibrahim ibo; mehmet memo; mustafa
musti; siobhan shiv; sinead; caoimhe; padraig paddy; seamus shay; oluwaseun seun; oluwafemi femi; olumide;
babatunde tunde; ngozi; chukwuemeka emeka; priyanka priya;
sean shaun shawn
"""


def _by_name() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for family in _FAMILIES.replace("\n", " ").split(";"):
        names = family.split()
        for name in names:
            found.setdefault(name, set()).update(names)
    return {name: frozenset(others - {name}) for name, others in found.items()}


_BY_NAME = _by_name()


def nicknames_of(name: str) -> frozenset[str]:
    """What somebody of this folded given name may be called, and for which names it may be short."""
    return _BY_NAME.get(name, frozenset())


def are_of_one_name(one: str, other: str) -> bool:
    """Whether one is short for the other: in the list of nicknames, or cut from it."""
    first, second = fold(one), fold(other)
    if first in nicknames_of(second):
        return True
    short, long = sorted((first, second), key=len)
    return len(short) > 2 and short in long
