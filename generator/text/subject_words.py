"""Subjects of the news, each with the words that speak of it: our own list, after the sections and tags of newspapers.

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


def _read(table: str) -> dict[str, str]:
    groups = [row.split() for row in table.replace("\n", " ").split(";")]
    return {word: group[0] for group in groups for word in group}


SUBJECTS = {lang: _read(table) for lang, table in _TABLES.items()}
"""By language, the subject that each word speaks of."""
