"""Words that stand at the edge of names: titles before them, particles inside them, and capitals that mean no name."""

from __future__ import annotations

TITLES = frozenset(
    """
    substitute teenager teen surgeon mr mrs ms miss mx dr prof professor sir dame lord lady madam rev reverend fr
    father sister brother hon st. mgr president vice-president premier minister ministers chancellor secretary
    undersecretary senator sen congressman congresswoman representative rep governor gov mayor councillor councilman
    councilwoman alderman mp mep king queen prince princess duke duchess emperor empress sultan emir sheikh pope
    archbishop bishop cardinal rabbi imam ayatollah mufti patriarch judge justice magistrate prosecutor attorney
    ambassador envoy consul commissioner director chairman chairwoman chair chairperson ceo cfo coo boss founder
    co-founder owner editor editor-in-chief correspondent reporter spokesman spokeswoman spokesperson coach manager
    captain capt general gen lieutenant lt colonel col major maj sergeant sgt corporal cpl private admiral adm
    commander cmdr commodore brigadier brig marshal officer inspector constable detective superintendent sheriff
    chief dean provost warden author writer singer actor actress striker midfielder defender goalkeeper winger
    opener batsman bowler pastor speaker leader whip clerk treasurer comptroller auditor pilot skipper coroner
    engineer doctor nurse scientist economist analyst historian bundeskanzler bundeskanzlerin kanzler kanzlerin
    kanzlerkandidat bundespräsident präsident präsidentin minister ministerin außenminister außenministerin
    innenminister innenministerin finanzminister finanzministerin verteidigungsminister verteidigungsministerin
    wirtschaftsminister wirtschaftsministerin justizminister gesundheitsminister umweltministerin umweltminister
    ministerpräsident ministerpräsidentin bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin
    staatssekretär regierungschef regierungschefin kommissionspräsidentin generalsekretär parteichef parteichefin
    chef chefin sprecher sprecherin herr frau doktor professorin richter richterin staatsanwalt trainer trainerin
    autor autorin könig königin papst kardinal m mm mme mlle monsieur madame mademoiselle maître président
    présidente ministre premier première maire roi reine sr sra srta señor señora don doña presidente presidenta
    ministro ministra primer alcalde alcaldesa rey reina sig signor signora signore dott sindaco papa onorevole
    senhor senhora premiê dhr mevrouw meneer premier burgemeester koning koningin minister-president statsminister
    statsministern kung drottning pan pani prezydent premiér prezident ministr президент премьер-министр министр
    депутат господин госпожа генерал полковник мэр губернатор глава президента министра президентом президенту
    cumhurbaşkanı başbakan bakan bakanı başkanı sayın
    """.split()
)
"""Before a name and not part of it, in lower case and without a full stop."""

BEFORE_TITLES = frozenset(
    """
    prime vice deputy foreign interior defence defense finance health education transport trade energy environment
    justice home former ex first chief senior acting assistant attorney lieutenant major brigadier rear lance
    substitute executive managing founding lead police fire cabinet press state economy culture labour labor
    agriculture fisheries then-prime then-president then late crown grand district parliamentary opposition party
    majority minority house national security treasury housing immigration club team news sports political city
    county regional provincial staff warrant flight petty vice-prime secretary director president minister general
    inspector commander arts business science technology world features night football music economics diplomatic
    defence legal
    """.split()
)
"""Portfolios and ranks, which go with the title that follows: Foreign Secretary, Rear Admiral."""

PARTICLES = frozenset(
    """
    de du des van von der den del della di da dos das do la le al el bin ibn ben ter ten zu af av
    """.split()
)
"""Small words inside names of people and places: Ursula von der Leyen."""

CONNECTORS = frozenset("of for and on the".split())
"""Small words inside English names of organisations: Department for Work and Pensions."""

BODIES = frozenset(
    """
    ministry department office court council committee centre center institute commission agency bureau organisation
    organization university college bank party fund house museum association federation union society board league
    academy authority foundation school ministers secretary network alliance campaign coalition company corporation
    institution hospital cathedral church parliament assembly chamber conference convention federation service
    services trust group programme program treaty convention treaty royal international national united union
    """.split()
)
"""Heads of such names; only after one of these do `for`, `and` and `on` continue it."""

PLACE_HEADS = frozenset(
    """
    lake mount mt cape fort port saint st north south east west northern southern eastern western new great greater
    upper lower central san santa los las el la le gulf bay isle republic kingdom mid old royal
    """.split()
)
"""Beginnings of names of places: their last word alone is not a short form of them."""

NOT_SURNAMES = frozenset(
    """
    street road lane avenue square bridge river island islands sea ocean bay bank court council university college
    party union club city county town junction station airport school hospital church museum park house hall office
    league cup war act law day week year league committee commission agency company group board ministry department
    court assembly parliament congress senate army navy force forces police guard service times post news press
    courier herald tribune journal gazette channel radio tv festival prize award games championship valley hill
    mountain mountains lake beach coast province region district state states republic kingdom korea africa america
    zealand sudan ireland macedonia arabia york orleans jersey mexico guinea timor delhi hampshire bank street
    agreement accord treaty convention protocol plan project programme program fund trust foundation institute
    association federation society alliance movement front coalition office bureau centre center works water rail
    railways airlines airways stadium quay harbour harbor port ferry ferries
    """.split()
)
"""Last words of names of things and places, which are no short form of the whole name."""

ADHERENTS = frozenset(
    """
    democrat democrats republican republicans conservative conservatives liberal liberals socialist socialists tories
    labour greens catholic catholics protestant protestants orthodox muslim muslims jewish jews hindu hindus
    """.split()
)
"""What people are by party or faith: such a word ends no name of a person."""

OPENERS = frozenset(
    """
    officials police residents experts critics analysts authorities reports witnesses observers sources supporters
    opponents protesters rescuers firefighters doctors scientists researchers lawyers prosecutors investigators
    neighbours neighbors families relatives parents teachers students workers unions employers investors shares
    traders markets prices sales profits voters polls polling lawmakers politicians ministers diplomats soldiers
    troops forces fighters militants rebels survivors victims passengers drivers crews engineers farmers fishermen
    islanders villagers locals visitors tourists readers viewers listeners fans players coaches organisers
    organizers hundreds thousands dozens millions tens scores several many most some few both half nearly almost
    about roughly around today yesterday tomorrow tonight earlier later now then here there elsewhere meanwhile
    however moreover additionally furthermore nevertheless nonetheless instead indeed still yet also again besides
    perhaps maybe monday tuesday wednesday thursday friday saturday sunday last next this that these those one two
    three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety
    hundred first second third finally eventually initially originally previously recently currently despite
    according asked speaking writing giving people men women children nobody everyone everybody someone anyone
    nothing everything something what who when where why how which whether while although though because since
    unless until if as photo photograph picture image video watch read listen share follow subscribe sign click
    comment comments advert advertisement sponsored related more updated published posted by from caption credit
    file getty correction editor editors note notes story page pages chapter part section article articles edition
    issue yes no not never please thank thanks dear hello sorry welcome ok okay well oh mr mrs ms dr support
    download transcript heard facebook twitter email print whatsapp linkedin reddit telegram copy link menu home
    search login register government parliament court judge judges ministers council company companies firm firms
    bank banks rain snow wind floods flooding water storm fire summer winter spring autumn weather traffic work work
    construction evidence details figures data statistics documents records results tests fighting violence tensions
    talks negotiations efforts attempts plans proposals changes reforms god let look see go come take make keep
    think imagine remember consider war peace life death love hope fear money time history science nature i we you
    he she it they my our your his her its their a an the and or but so for nor to of in on at with without after
    before during between among under over above below near behind beyond within against through across internet
    covid coronavirus eve north south east west northern southern eastern western northeast northwest southeast
    southwest northeastern northwestern southeastern southwestern northward
    """.split()
)
"""Words that English sentences open with: their capital says nothing even when they are never seen small."""

NO_NAMES = frozenset(
    """
    am pm ii iii iv gmt utc cet cest est edt et pst pdt cst cdt bst msk rt hq tv id pc vip asap faq ceo
    """.split()
)
"""Capitals that stand for an hour, a zone or a thing."""

COMPANY = frozenset(
    """
    bank group inc corp corporation ltd plc llc company holdings co gmbh ag sa airlines ferries
    """.split()
)
"""Ends of names of firms, which are left off when the firm is named again."""

GERMAN_COMMON = frozenset(
    """
    prozent euro dollar millionen milliarden million milliarde tausend ende anfang mitte uhr kilometer meter jahr
    jahre jahren tag tage tagen woche wochen monat monate monaten mal beginn seit grad tonnen liter hektar cent teil
    angaben herr frau herrn familie stadt kreis land region partei firma gemeinde provinz ort insel samstag sonntag
    morgen fluss see dorf stadtteil bezirk landkreis unternehmen konzern verein zeitung sender opposition
    bürgermeisteramt abend nacht mittag vormittag nachmittag zeit fall folge jahrhundert leben haus hause häuser angst
    ängste blick stärke stärken licht kraft kräfte macht recht rechte rolle weg wege wegen zahl zahlen platz plätze
    plan pläne punkt punkte punkten frage fragen antwort antworten grund gründe gründen sache sachen sinn ziel ziele
    arbeit kopf hand hände augen auge herz stimme stimmen spiel spiele spielen bild bilder bildern wort worte worten
    welt erde geld preis preise preisen kosten art arten weise form formen seite seiten stelle stellen höhe lage mann
    männer männern frauen kind kinder kindern mensch menschen vater mutter eltern freund freunde freunden sohn tochter
    vertreter vertretern siedler siedlern leute leuten bürger bürgern kollegen mitglieder mitgliedern fans gericht
    gerichten straße straßen wasser luft feuer boden wald wetter kritik ruhe druck sicht hilfe schutz suche sorge
    sorgen freude liebe hass glück not gefahr gefahren risiko streit krise krisen problem probleme problemen lösung
    folgen kontakt vergleich einsatz bereich bereiche bereichen kreisen rahmen zukunft vergangenheit gegenwart
    geschichte start ausland inland norden süden osten westen konkurrenz richtung
    """.split()
)
"""German nouns that stand beside another noun without making a name of it, and are none by themselves."""

GERMAN_ROLES = tuple(
    """
    experte expertin forscher forscherin bischof bischöfin kandidat kandidatin meister meisterin sprecher sprecherin
    chef chefin präsident präsidentin minister ministerin trainer trainerin vorsitzende vorsitzender promoter direktor
    direktorin leiter leiterin politiker politikerin anwalt anwältin korrespondent korrespondentin spieler spielerin
    berater beraterin sportler sportlerin ökonom ökonomin historiker historikerin soziologe soziologin schauspieler
    schauspielerin sänger sängerin unternehmer unternehmerin abgeordnete abgeordneter gründer gründerin beauftragte
    beauftragter kommissar kommissarin moderator moderatorin journalist journalistin stürmer torwart handballer
    handballerin fußballer fußballerin wissenschaftler wissenschaftlerin pilot pilotin investor investorin
    """.split()
)
"""How German titles of people end, of which there are as many as trades: Meteoritenexperte, Landesbischof."""
