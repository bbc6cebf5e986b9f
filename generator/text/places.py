"""Countries and what their people are called in English, so that a text on Ukrainian troops is one on Ukraine."""

from __future__ import annotations

_TABLE = """
Afghanistan: Afghan; Albania: Albanian; Algeria: Algerian; Angola: Angolan; Argentina: Argentine Argentinian;
Armenia: Armenian; Australia: Australian; Austria: Austrian; Azerbaijan: Azerbaijani; Bahrain: Bahraini; Bangladesh:
Bangladeshi; Belarus: Belarusian; Belgium: Belgian; Bolivia: Bolivian; Bosnia: Bosnian; Botswana: Botswanan; Brazil:
Brazilian; Britain: British Briton; Bulgaria: Bulgarian; Burkina Faso: Burkinabe; Burundi: Burundian; Cambodia:
Cambodian; Cameroon: Cameroonian; Canada: Canadian; Chad: Chadian; Chile: Chilean; China: Chinese; Colombia:
Colombian; Congo: Congolese; Costa Rica: Costa_Rican; Croatia: Croatian Croat; Cuba: Cuban; Cyprus: Cypriot; Czech
Republic: Czech; Denmark: Danish Dane; Dominican Republic: Dominican; Ecuador: Ecuadorian; Egypt: Egyptian; El
Salvador: Salvadoran; England: English; Eritrea: Eritrean; Estonia: Estonian; Ethiopia: Ethiopian; Fiji: Fijian;
Finland: Finnish Finn; France: French; Gabon: Gabonese; Gambia: Gambian; Gaza: Gazan; Georgia: Georgian; Germany:
German; Ghana: Ghanaian; Greece: Greek; Greenland: Greenlandic Greenlander; Guatemala: Guatemalan; Guinea: Guinean;
Guyana: Guyanese; Haiti: Haitian; Honduras: Honduran; Hungary: Hungarian; Iceland: Icelandic Icelander; India:
Indian; Indonesia: Indonesian; Iran: Iranian; Iraq: Iraqi; Ireland: Irish; Israel: Israeli; Italy: Italian; Jamaica:
Jamaican; Japan: Japanese; Jordan: Jordanian; Kazakhstan: Kazakh Kazakhstani; Kenya: Kenyan; Kosovo: Kosovar
Kosovan; Kuwait: Kuwaiti; Kyrgyzstan: Kyrgyz; Laos: Laotian; Latvia: Latvian; Lebanon: Lebanese; Liberia: Liberian;
Libya: Libyan; Lithuania: Lithuanian; Luxembourg: Luxembourgish; Madagascar: Malagasy; Malawi: Malawian; Malaysia:
Malaysian; Mali: Malian; Malta: Maltese; Mauritania: Mauritanian; Mauritius: Mauritian; Mexico: Mexican; Moldova:
Moldovan; Mongolia: Mongolian; Montenegro: Montenegrin; Morocco: Moroccan; Mozambique: Mozambican; Myanmar: Burmese;
Namibia: Namibian; Nepal: Nepalese Nepali; Netherlands: Dutch; New Zealand: New_Zealander; Nicaragua: Nicaraguan;
Niger: Nigerien; Nigeria: Nigerian; North Korea: North_Korean; North Macedonia: Macedonian; Norway: Norwegian;
Northern Ireland: Northern_Irish; Oman: Omani; Pakistan: Pakistani; Palestine: Palestinian; Panama: Panamanian;
Paraguay: Paraguayan; Peru: Peruvian; Philippines: Philippine Filipino; Poland: Polish Pole; Portugal: Portuguese;
Qatar: Qatari; Romania: Romanian; Russia: Russian; Rwanda: Rwandan; Saudi Arabia: Saudi Saudi_Arabian; Scotland:
Scottish Scot; Senegal: Senegalese; Serbia: Serbian Serb; Sierra Leone: Sierra_Leonean; Singapore: Singaporean;
Slovakia: Slovak Slovakian; Slovenia: Slovenian Slovene; Somalia: Somali; South Africa: South_African; South Korea:
South_Korean; South Sudan: South_Sudanese; Spain: Spanish Spaniard; Sri Lanka: Sri_Lankan; Sudan: Sudanese; Sweden:
Swedish Swede; Switzerland: Swiss; Syria: Syrian; Taiwan: Taiwanese; Tajikistan: Tajik; Tanzania: Tanzanian;
Thailand: Thai; Tibet: Tibetan; Togo: Togolese; Tunisia: Tunisian; Turkey: Turkish Turk; Turkmenistan: Turkmen;
Uganda: Ugandan; Ukraine: Ukrainian; United Arab Emirates: Emirati; United States: American; Uruguay: Uruguayan;
Uzbekistan: Uzbek; Venezuela: Venezuelan; Vietnam: Vietnamese; Wales: Welsh; Yemen: Yemeni; Zambia: Zambian;
Zimbabwe: Zimbabwean; Europe: European; Africa: African; Asia: Asian; Chechnya: Chechen; Catalonia: Catalan;
Kurdistan: Kurdish Kurd; Crimea: Crimean; Bavaria: Bavarian; Soviet Union: Soviet; Paris: Parisian; London:
Londoner; Moscow: Muscovite; New York: New_Yorker; California: Californian; Texas: Texan; Hong Kong: Hong_Konger
"""


def _read(table: str) -> tuple[frozenset[str], dict[str, str]]:
    countries, people = set(), {}
    for row in table.replace("\n", " ").split(";"):
        country, _, names = row.strip().partition(": ")
        countries.add(country)
        for name in names.split():
            people[name.replace("_", " ")] = country
            if not name.endswith(("ese", "sh", "ch", "ss", "s", "i")):
                people[name.replace("_", " ") + "s"] = country
    return frozenset(countries), people


COUNTRIES, PEOPLES = _read(_TABLE)
"""Names of countries and of regions that are spoken of like one; and, by adjective or noun of people, its country."""

ALIASES: tuple[tuple[str, ...], ...] = (
    ("United States", "United States of America", "U.S.", "US", "USA", "U.S.A.", "America"),
    ("United Kingdom", "U.K.", "UK", "Great Britain", "Britain"),
    ("European Union", "E.U.", "EU"),
    ("United Nations", "U.N.", "UN"),
    ("United Arab Emirates", "U.A.E.", "UAE"),
    ("Soviet Union", "USSR"),
    ("Myanmar", "Burma"),
    ("Kyiv", "Kiev"),
    ("Czech Republic", "Czechia"),
    ("Turkey", "Türkiye"),
    ("Democratic Republic of Congo", "Democratic Republic of the Congo", "DRC", "DR Congo"),
    ("World Health Organization", "WHO"),
    ("World War II", "World War Two", "Second World War"),
    ("World War I", "World War One", "First World War"),
)
"""Several names of one thing. A text's own name for it is kept: the first of these that stands in the text."""
