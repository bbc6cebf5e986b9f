"""Subjects of the news, each with the words that speak of it; and words that are the subject of no report.

Our own lists, after the sections and tags of newspapers.

The first word of a group is the subject's name; it is the stem or the singular, so that it stands in the others.
"""

from __future__ import annotations

_TABLES = {
    "en": """
flood floods flooding flooded; earthquake earthquakes quake quakes; wildfire wildfires; hurricane hurricanes; storm
storms; tornado tornadoes; drought droughts; tsunami; landslide landslides; avalanche avalanches; volcano volcanoes
eruption; heatwave heatwaves; climate; emission emissions; pollution; biodiversity; conservation; deforestation;
election elections electoral; referendum referendums; vote votes voting; recount; coalition; strike strikes
striking; union unions; wage wages; protest protests protesters; riot riots rioting; coup; war wars; ceasefire;
truce; invasion; offensive; airstrike airstrikes; missile missiles; drone drones; nuclear; sanction sanctions;
tariff tariffs; trade; treaty treaties; diplomacy diplomatic; summit; hostage hostages; terrorism terrorist; refugee
refugees; migration migrant migrants; asylum; border borders; trial trials; verdict; lawsuit lawsuits; inquiry
inquiries; inquest; prison prisons prisoners; crime crimes; murder murders; theft thefts; robbery
robberies; fraud; corruption; bribery; drug drugs; surveillance; privacy; facial-recognition; human-rights;
discrimination; racism; abortion; inflation; recession; budget budgets; tax taxes taxation; debt; interest-rate
interest-rates; mortgage mortgages; housing; banking; merger mergers; takeover takeovers; bankruptcy; pension
pensions; unemployment; energy; electricity; gas; oil; solar; wind-farm wind-farms; coal; hydropower; dam dams;
farming farmer farmers; fishing fishery fisheries; forestry; famine; hunger; rail railway railways; train trains;
ferry ferries; airline airlines; airport airports; shipping; crash crashes; collision collisions; derailment;
shipwreck; space; asteroid asteroids; spacecraft; probe probes; satellite satellites; telescope telescopes; planet
planets; rocket rockets; astronomy; physics; archaeology; fossil fossils; vaccine vaccines vaccination; virus
viruses; pandemic; epidemic; outbreak outbreaks; cancer; hospital hospitals; school schools; university
universities; student students; teacher teachers; museum museums; film films; music; theatre theatres theater;
opera; festival festivals; novel novels; literature; football; soccer; cricket; rugby; tennis; cycling; athletics;
olympics olympic; championship championships; chess; artificial-intelligence; chip chips semiconductor
semiconductors; cyberattack cyberattacks; hacking hackers; encryption; software; smartphone smartphones; internet;
social-media; broadband; journalism journalists; censorship; religion; church; monarchy; abdication; wedding;
funeral; lighthouse lighthouses; siren sirens; bridge bridges; traffic; tourism tourists; wolf wolves; bear bears;
whale whales; bird birds; bee bees; seaweed kelp; salmon; forest forests; lake lakes; reservoir reservoirs; glacier
glaciers; astrolabe astrolabes; manuscript manuscripts; shipyard shipyards; astronomer
astronomers; charter charters; quarry quarries; levee levees; evacuation evacuations evacuated; rescue rescues
rescued rescuers""",
    "de": """
hochwasser; überschwemmung überschwemmungen; erdbeben; sturm stürme; dürre; waldbrand waldbrände; klima klimaschutz
klimawandel; wahl wahlen wahlkampf; bundestagswahl; landtagswahl; koalition; streik streiks warnstreik warnstreiks;
gewerkschaft gewerkschaften; krieg kriege; waffenruhe; sanktionen; zölle zoll; haushalt; steuern steuer; inflation;
rente renten; migration; asyl; flüchtlinge; prozess; urteil urteile; museum museen; fußball; energie; strom; gas;
bahn; schule schulen; krankenhaus krankenhäuser; impfung impfungen; film filme; polizei; protest proteste;
atomkraft; kohle; wohnungen""",
    "fr": """
inondation inondations; séisme; tempête tempêtes; sécheresse; incendie incendies; climat; élection élections;
référendum; vote votes; présidentielle; législatives; grève grèves; syndicat syndicats; guerre guerres;
cessez-le-feu; sanctions; budget; impôt impôts; inflation; retraite retraites; migration migrants; asile; procès;
justice; manifestation manifestations; musée musées; football; énergie; nucléaire; école écoles; hôpital hôpitaux;
vaccin vaccins; cinéma; agriculture agriculteurs""",
    "es": """
inundación inundaciones; terremoto terremotos; tormenta; sequía; incendio incendios; clima; elección elecciones;
referéndum; huelga huelgas; sindicato sindicatos; guerra guerras; tregua; sanciones; presupuesto; impuesto
impuestos; inflación; pensión pensiones; migración migrantes; asilo; juicio; policía; protesta protestas; museo
museos; fútbol; energía; escuela escuelas; hospital hospitales; vacuna vacunas; cine; agricultura agricultores;
vivienda""",
    "it": """
alluvione alluvioni; terremoto terremoti; siccità; incendio incendi; clima; elezioni; referendum; sciopero scioperi;
sindacato sindacati; guerra guerre; tregua; sanzioni; bilancio; tasse; inflazione; pensioni; migranti; processo;
polizia; protesta proteste; museo musei; calcio; energia; scuola scuole; ospedale ospedali; vaccino vaccini; cinema;
agricoltura""",
    "pt": """
enchente enchentes; cheia cheias; terremoto; seca; incêndio incêndios; clima; eleição eleições; referendo; greve
greves; sindicato sindicatos; guerra guerras; sanções; orçamento; imposto impostos; inflação; migrantes; julgamento;
polícia; protesto protestos; museu museus; futebol; energia; escola escolas; hospital hospitais; vacina vacinas;
cinema; agricultura""",
}


def _read(table: str) -> dict[str, tuple[str, ...]]:
    groups = [tuple(row.split()) for row in table.replace("\n", " ").split(";")]
    return {word: group for group in groups for word in group}


SUBJECTS = {lang: _read(table) for lang, table in _TABLES.items()}
"""By language and word, all words that speak of its subject; the first of them names it."""

GENERAL = frozenset(
    """
    people person man woman men women child children year years month months week weeks day days hour hours minute
    minutes time times morning evening night afternoon part parts number numbers half percent per cent million
    billion thousand hundred government official officials minister ministers president state states country
    countries city cities town towns village villages area areas region place places side sides point points way
    ways thing things group groups member members leader leaders party company companies firm office statement
    report reports news newspaper media source sources spokesman spokeswoman spokesperson chief head director
    authority authorities agency agencies service services force forces world nation national local international
    public private general house home family families life work works working job jobs member question questions
    answer case cases end start beginning move moves plan plans change changes result results level levels line
    lines name names word words hand hands eye eyes right left back front top bottom high higher low lower big
    bigger small smaller large larger great good better best bad worse worst new old young long short early late
    later recent former current main major minor important possible likely able due least fact facts reason reasons
    problem problems issue issues matter matters need needs want wants wanted find finds found call calls called ask
    asks asked tell tells know knows known think thinks thought believe believes believed show shows showed shown
    help helps helped leave leaves left lost lose loses won win wins hold holds held bring brings brought begin
    begins began begun try tries tried turn turns turned run runs ran stand stands stood set sets put puts pay pays
    paid meet meets met move moved live lives lived happen happens happened write writes wrote read reads speak
    speaks spoke spend spent open opens opened close closes closed order orders follow follows followed continue
    continues continued remain remains remained expect expects expected rise rises rose fall falls fell grow grows
    grew increase increased cut cuts reach reaches reached add adds added build built send sent kill killed die died
    injure injured hit hits near nearly far close hard easy full empty whole entire single double second third
    fourth fifth last next final total average common different similar same other another several many few much
    more most less least very quite rather really simply perhaps already still yet even ever never always often
    sometimes usually again once twice ago away home here there today yesterday tomorrow tonight monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september october
    november december spring summer autumn winter north south east west northern southern eastern western central
    metre metres meter meters kilometre kilometres kilometer kilometers mile miles foot feet inch inches euro euros
    dollar dollars pound pounds crown crowns mr mrs ms dr red blue green white black room door street road photo
    photograph picture pictures image page pages story stories article articles book letter letters email telephone
    spokesperson director chair staff team teams player players match game games season minutes use uses used using
    according because within without against between among around across toward towards despite via also like just
    guide guides guy guys kid kids edge prime debate debates global local warm fire fires outfit outfits
    make makes made making take takes took taken give gives gave given come comes came go goes went gone get gets
    got see sees saw seen say says said look looks looked keep keeps kept let lets seem seems seemed feel feels felt
    become becomes became include includes included including jahr jahre jahren tag tage tagen mensch menschen frau
    frauen mann männer kind kinder zeit uhr prozent millionen woche wochen monat monate ende anfang teil land leute
    stadt regierung angaben seite grund fall frage an ans année années jour jours homme hommes femme femmes temps
    heure heures pays ville fois vie año años día días hombre mujer personas tiempo país parte vez ciudad gobierno
    anno anni giorno giorni persone
    """.split()
)
"""Beside the function words of each language: what is left of a title without them may be its subject."""
