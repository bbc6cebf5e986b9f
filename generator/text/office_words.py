"""Offices that one person holds, as reports print them before or after a name, and what happens in places: data."""

from __future__ import annotations

OFFICES: dict[str, str] = {
    "en": r"(?:(?:prime|foreign|interior|finance|defen[cs]e|health|education|transport|justice|environment|economy|home"
    r"|agriculture|fisheries) (?:minister|secretary)|minister|mayor|president|chancellor|premier|governor"
    r"|chief executive|chairman|chairwoman|director|general secretary|secretary[- ]general|chief justice|head teacher"
    r"|fire chief|police chief|coach|captain|skipper|pilot|driver)",
    "de": r"(?:(?:außen|innen|finanz|verteidigungs|gesundheits|bildungs|verkehrs|justiz|umwelt|wirtschafts|kultus"
    r"|sozial|agrar|premier)minister(?:in)?|(?:ober)?bürgermeister(?:in)?|(?:vize)?präsident(?:in)?|(?:bundes)?kanzler(?:in)?"
    r"|ministerpräsident(?:in)?|landrat|landrätin|minister(?:in)?|vorstandschef(?:in)?|direktor(?:in)?|polizeichef(?:in)?"
    r"|feuerwehrchef(?:in)?|trainer(?:in)?|kapitän(?:in)?|pilot(?:in)?|schulleiter(?:in)?)",
    "fr": r"(?:(?:premi(?:er|ère) )?ministre|maire|président(?:e)?|chanceli(?:er|ère)|gouverneur(?:e)?|préfet|préfète"
    r"|direct(?:eur|rice)(?: générale?)?|PDG|procureure?|secrétaire générale?|entraîneure?|capitaine|pilote)",
    "es": r"(?:(?:primer |primera )?ministr[oa]|alcalde|alcaldesa|presidente|presidenta|canciller|gobernador(?:a)?"
    r"|director(?:a)?(?: general)?|fiscal|secretari[oa] general|entrenador(?:a)?|capitán|capitana|piloto)",
    "it": r"(?:(?:primo |prima )?ministr[oa]|sindac[oa]|presidente|presidentessa|cancelliere"
    r"|governat(?:ore|rice)|diret(?:tore|trice)(?: generale)?|procuratore|segretari[oa] generale|allenatore|allenatrice"
    r"|capitano|pilota)",
    "pt": r"(?:(?:primeir[oa][- ])?ministr[oa]|prefeit[oa]|presidente|presidenta|chanceler|governador(?:a)?"
    r"|diretor(?:a)?(?:[- ]geral)?|procurador(?:a)?|secretári[oa][- ]geral|treinador(?:a)?|capitão|piloto)",
    "nl": r"(?:minister-president|premier|minister|burgemeester|president|kanselier|gouverneur|directeur|voorzitter"
    r"|secretaris-generaal|politiechef|brandweercommandant|trainer|kapitein|piloot)",
}
"""By language, a pattern."""
HOLDS: dict[str, str] = {
    "en": r"of (?:the )?",
    "de": r"von |der |des ",
    "fr": r"de la |de l[’']|d[’']|du |de ",
    "es": r"de la |del |de ",
    "it": r"della |dell[’']|del |di |d[’']",
    "pt": r"da |do |de ",
    "nl": r"van (?:de |het )?|voor ",
}
"""What stands between an office and where it is held."""
ARTICLES: dict[str, str] = {
    "en": r"the |its ",
    "de": r"der |die ",
    "fr": r"le |la |l[’']",
    "es": r"el |la ",
    "it": r"il |la |l[’']",
    "pt": r"o |a ",
    "nl": r"de ",
}
"""Before an office that stands behind its holder's name."""
CHANGES: dict[str, str] = {
    "en": r"former|ex|late|acting|new|next|deputy|vice|then|resign\w*|succeed\w*|replac\w*|elect\w*",
    "de": r"ehemalig\w*|früher\w*|ex|neu\w*|nächst\w*|künftig\w*|stellvertret\w*|vize\w*|damalig\w*|zurück\w*"
    r"|nachfolg\w*|abgelöst|ersetz\w*|gewählt\w*|kommissarisch\w*|amtierend\w*",
    "fr": r"ancien\w*|ex|feu|nouveau|nouvelle|futur\w*|prochain\w*|adjointe?|vice|alors|intérim|démission\w*"
    r"|succ[éè]d\w*|remplac\w*|élue?",
    "es": r"antigu[oa]|ex\w*|anterior|nuev[oa]|próxim[oa]|adjunt[oa]|vice\w*|entonces|dimi\w*|renunci\w*"
    r"|suced\w*|sustitu\w*|elect[oa]|elegid[oa]|interin[oa]|en funciones",
    "it": r"ex|nuov[oa]|prossim[oa]|vice\w*|allora|dimission\w*|dimess\w*|succe\w*|sostitu\w*|elett[oa]"
    r"|facente funzioni",
    "pt": r"antig[oa]|ex|nov[oa]|próxim[oa]|adjunt[oa]|vice\w*|então|demit\w*|renunci\w*|suced\w*|substitu\w*|eleit[oa]"
    r"|interin[oa]",
    "nl": r"voormalig\w*|oud|ex|nieuw\w*|volgend\w*|waarnemend\w*|plaatsvervangend\w*|vice\w*|toenmalig\w*|aftred\w*"
    r"|afgetreden|opvolg\w*|vervang\w*|gekozen|verkozen",
}
"""Where one of them stands by an office, more than one may hold it."""

IN: dict[str, str] = {
    "en": r"(?P<word>in|at|near|outside|off|above|below) (?:(?:the|his|her|their|its) )?"
    r"(?:(?:nearby|central|[a-z]+ern) |(?:[a-z]+ ){1,2}(?=[a-z]+ of [A-Z]))?"
    r"(?P<kind>(?:village|town|hometown|city|port|island|state|province|county) of )?",
    "de": r"(?P<word>in|an|bei|nahe|vor|auf)(?: der| dem)? (?P<kind>(?:Stadt|Gemeinde|Insel) )?",
    "fr": r"(?P<word>à|dans|près de|au large de|sur)(?: la| le| l[’'])? ?"
    r"(?P<kind>(?:(?:ville|village|commune|île)|rue|avenue|place|quai|boulevard|pont)(?: de la| de| du| des)? )?",
    "es": r"(?P<word>en|cerca de|frente a)(?: la| el)? "
    r"(?P<kind>(?:(?:ciudad|localidad|isla|pueblo)|calle|plaza|avenida|puente|paseo)(?: de la| del| de)? )?",
    "it": r"(?P<word>a|ad|in|nei pressi di|vicino a|al largo di|presso)(?: la| il)? "
    r"(?P<kind>(?:(?:città|isola|borgo)|via|piazza|ponte|corso)(?: della| del| di| dei)? )?",
    "pt": r"(?P<word>em|na|no|perto de|ao largo de|junto a)(?: a| o)? "
    r"(?P<kind>(?:(?:cidade|vila|ilha|aldeia)|rua|praça|avenida|ponte|travessa)(?: da| do| de)? )?",
    "nl": r"(?P<word>in|bij|nabij|op)(?: de| het)? (?P<kind>(?:stad|dorp|eiland) )?",
}
"""What stands before the place of which a sentence says that something happened there, and its kind."""
KINDS = frozenset(
    """
    street road lane avenue square bridge quay market hospital station airport school church university hotel stadium
    park harbour port bay lake river island village hill
    straße gasse platz brücke allee weg see
    straat plein laan gracht brug
    """.split()
)
"""Ends of names of places that say their kind."""
STREETS = frozenset(
    """
    rue avenue place quai boulevard pont calle plaza avenida puente paseo via piazza ponte corso rua praça travessa
    """.split()
)
"""Kinds that are a part of the name and stand before it."""
REGIONS = frozenset(
    """
    province county state region valley district north south east west northern southern eastern western
    provinz kreis landkreis bezirk tal norden süden osten westen
    région département vallée nord sud est ouest
    provincia región comarca valle norte sur este oeste
    regione vallata ovest província região vale sul leste provincie streek noorden zuiden oosten westen
    """.split()
)
"""What is too large to be the place of a thing that happened."""
