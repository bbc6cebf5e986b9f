"""Words whose capitals a heading in capitals no longer shows: the small part of them that no document needs to teach.

The text of a document comes first (see `casing`); these tables speak only where it is silent. They hold no word that
is also an ordinary one in a language that the tables serve (turkey, china, may, march, it, us, who, aid).
"""

from __future__ import annotations

ACRONYMS = frozenset(
    """
    AFP AI AIDS AKP ANC AP AU BBC BDP BJP BMW BP BRICS CBS CDC CDU CEO CFO CGT CHP CIA CNN COP CSU CV DAX DC DEA DGB
    DHS DNA DOJ DRC DUP EC ECB ECHR EEA EFTA EIB EMA EPA ESA EU FAA FAO FBI FC FCC FDA FDP FEMA FIFA FRG FSB FTC FTSE
    G7 G8 G20 GCHQ GDP GDR GMO GOP GP GPS GPU GRU GSK HBO HIV HIV/AIDS HMRC HQ HSBC IAEA IBM ICC ICJ ICRC IDF IEA ILO
    IMF IMO INGO IOC IOM IPCC IPO IRA IRGC IRS ISIS ISS IT JPMORGAN KFC KGB KKK KKTC KPMG LA LGBT LGBTQ LGBTQ+ LNG MEP
    MEPS MHP MI5 MI6 MIT MLB MOMA MP MPS MRI NASA NATO NBA NBC NFL NGO NGOS NHL NHS NSA NSC NYC NYPD NYSE OAS ODA OECD
    OIC OPCW OPEC OPEC+ OSCE PKK PLO PM PMQS PP PSG PSOE PYD QC RAF RBI RFK RNC RSF RSS SAS SDF SEC SNP SPD SUV SUVS
    TBMM TGV TUC TV UAE UAV UAVS UCLA UEFA UFC UFO UK UKIP UN UNESCO UNGA UNHCR UNICEF UNRWA UNSC USA USAID USB USD
    USSR VAT VIP VIPS VPN VW WFP WMO WTO WWF WWI WWII WW1 WW2 YPG YSK ZDF ARD RTL
    ONU OTAN UE PIB OMS FMI BCE OVNI SNCF ONG EEUU EE.UU. OSZE EZB BIP BND BKA USPD AFD NPD CGIL PD ONU UNO AB ABD
    BM HDP DEM США НАТО ЕС ООН РФ СССР МИД ФСБ ВСУ МВФ ВОЗ СМИ МВД ВВП
    """.split()
)
"""Written in capitals wherever they stand."""

DOUBTFUL_ACRONYMS = frozenset("US WHO IT AID ICE CARE PC AC DC LA AP AB PD PP BM EC UE AU SAS MIT COP TAP MAP".split())
"""Acronyms that are also words: written in capitals only where the document itself does, mid-sentence."""

NAMES = frozenset(
    """
    Afghanistan Afghan Africa African Albania Albanian Algeria Algerian America American Amsterdam Ankara Arab Arabia
    Arabic Argentina Argentine Armenia Armenian Asia Asian Athens Atlantic Australia Australian Austria Austrian
    Azerbaijan Azerbaijani Baghdad Baltic Bangladesh Beijing Beirut Belarus Belarusian Belgian Belgium Belgrade Berlin
    Biden Bolivia Bosnia Bosnian Boston Brazil Brazilian Britain British Brussels Budapest Bulgaria Bulgarian Cairo
    California Cambodia Cameroon Canada Canadian Caracas Caribbean Catalan Catalonia Caucasus Chechen Chechnya Chicago
    Chilean Chinese Christian Christmas Colombia Colombian Congo Congolese Copenhagen Crimea Crimean Croatia Croatian
    Cuba Cuban Cypriot Cyprus Czech Damascus Danish Delhi Democrat Democratic Denmark Donetsk Dubai Dublin Dutch Easter
    Ecuador Egypt Egyptian England English Erdogan Erdoğan Eritrea Estonia Estonian Ethiopia Ethiopian Euro Europe
    European Facebook Finland Finnish Florida France Gaza Geneva Georgian German Germany Ghana Google Greece Greek
    Greenland Guatemala Hague Haiti Hamas Hamburg Helsinki Hezbollah Hindu Honduras Houthi Hungarian Hungary Iceland
    Icelandic India Indian Indonesia Indonesian Instagram Iran Iranian Iraq Iraqi Ireland Irish Islam Islamic Islamist
    Israel Israeli Istanbul Italian Italy Jakarta Japan Japanese Jerusalem Jew Jewish Jordanian Kabul Kashmir Kazakh
    Kazakhstan Kenya Kenyan Kharkiv Kherson Kiev Korea Korean Kosovo Kremlin Kurd Kurdish Kurdistan Kurds Kursk Kuwait
    Kyiv Kyrgyzstan Latin Latvia Latvian Lebanese Lebanon Libya Libyan Lisbon Lithuania Lithuanian London Luhansk
    Luxembourg Macedonia Macron Madrid Malaysia Mali Malta Manhattan Mariupol Mediterranean Merkel Merz Mexican Mexico
    Microsoft Milan Moldova Moldovan Mongolia Montenegro Moroccan Morocco Moscow Mozambique Munich Muslim Myanmar
    Namibia Nepal Netanyahu Netherlands Niger Nigeria Nigerian Norway Norwegian Obama Olympic Olympics Oslo Ottawa
    Ottoman Pacific Pakistan Pakistani Palestine Palestinian Panama Paraguay Paris Pentagon Peru Peruvian Philippine
    Philippines Poland Portugal Portuguese Prague Putin Qatar Ramadan Republican Riga Romania Romanian Rome Russia
    Russian Rwanda Sahel Saudi Scandinavia Scotland Scottish Senegal Seoul Serb Serbia Serbian Seville Shanghai Siberia
    Singapore Slovak Slovakia Slovenia Slovenian Somali Somalia Soviet Spain Spanish Stalin Starmer Stockholm Sudan
    Sudanese Sunni Swede Sweden Swedish Swiss Switzerland Sydney Syria Syrian Taipei Taiwan Taiwanese Taliban Tallinn
    Tanzania Tehran Texas Thai Thailand Tibet Tibetan Tokyo Toronto Trump Tunis Tunisia Tunisian Turk Turkish Turkmen
    Twitter Türkiye Turkiye Uganda Ukraine Ukrainian Uruguay Uyghur Uzbek Uzbekistan Vatican Venezuela Venezuelan Vienna
    Vietnam Vietnamese Vilnius Warsaw Washington Welsh Westminster Yemen Yemeni YouTube Zagreb Zambia Zelensky Zelenskyy
    Zelenskiy Zimbabwe Zurich Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July
    August September October November December
    Ucrania Rusia Moscú Europa España Francia Alemania Bruselas Londres Kiew Ukraine Russland Moskau Europa Deutschland
    Frankreich Österreich Schweiz Brüssel Russie Moscou Londres Allemagne Espagne Bruxelles Italie Ukrayna Rusya Moskova
    Avrupa Türkiye Almanya Fransa Rusça İstanbul İngiltere Россия России Украина Украины Москва Москвы Киев Киева Европа
    """.split()
)
"""Names that are written with a capital wherever they stand."""

PARTS_OF_NAMES = frozenset(
    """
    affairs agency air airport army association attorney bank bay board central chief church city club college
    commission committee company conference congress constitutional council county court cup defence defense
    department director district east eastern election federal first force forces foreign foundation general great group
    guard health high hill hospital house human institute interior international island islands justice king lake law
    league lord mayor middle minister ministry mount museum national nations navy new news north northern office old
    orthodox parliament park party peace people police post president press prime prince province public queen radio
    rail railway region report republic review rights river road royal saint school sea secretary security senate
    service social south southern special square state states street supreme team times train treaty tribunal union
    united university upper village war west western white world
    armée banque conseil cour guerre ministre ministère nord ouest parti président sud ville
    banco consejo corte este gobierno guerra ministerio ministro norte oeste partido presidente sur tribunal
    """.split()
)
"""Ordinary words that names are made of: "Ministry of Defense" teaches nothing about "the defense of the border"."""

PAIRS = frozenset(
    tuple(name.split())
    for name in """
    new york, new zealand, new delhi, new jersey, new mexico, new hampshire, new orleans, new england, north korea
    north korean, north koreans, south korea, south korean, south koreans, north carolina, south carolina, north dakota
    south dakota, south africa, south african, south sudan, north sea, south pole, north macedonia, west bank
    middle east, middle eastern, far east, united states, united kingdom, united nations, united arab, arab emirates
    saudi arabia, european union, european commission, european parliament, white house, red cross, red sea, black sea
    baltic sea, cold war, world war, world cup, hong kong, los angeles, las vegas, san francisco, san diego, tel aviv
    sri lanka, costa rica, el salvador, puerto rico, buenos aires, rio de, abu dhabi, addis ababa, latin america
    latin american, central african, gaza strip, security council, islamic state, downing street, wall street
    champions league, premier league, olympic games, northern ireland, great britain, west virginia
    """.replace("\n", ",").split(",")
    if name.strip()
)
"""Two words that are one name."""

OPENERS = frozenset(
    """
    a about after all also although among an and another any as at based because before both but by can could despite
    did do during each even every few following for four from further had has have he her here his how however i if in
    indeed is it its just last later less many meanwhile more moreover most much my neither no nobody none nor not
    nothing now of officials on once one only or other others our over reports she should since six so some soon still
    such ten that the their then there these they this those three though through thus to today tomorrow two under
    until up we were what when where whether which while who why will with without yesterday yet you your
    """.split()
)
"""Words that open sentences: a capital there teaches nothing."""
