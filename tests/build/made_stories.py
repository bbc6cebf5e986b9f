"""Makes stories by a seed: several reports of one event, as newspapers would write them, with what could lead astray.

Reports of one story share people, places and figures, count some of them otherwise or later again, quote the same words
in other marks, come on several days, copy one another, and have odd spaces, other scripts and half sentences in them.
"""

import datetime as dt
import random

from generator.model import Entry, Page, Source

PEOPLE = ("Ilse Brandt", "Pavel Strand", "Odile Marsh", "Hanne Dorrity", "Mateus Corro", "Noor Vaas", "Anders Pell")
OFFICES = ("Mayor", "the mayor", "fire chief", "Interior Minister", "the director", "coach", "a spokesman")
PLACES = (
    "Tolmery",
    "Almery",
    "Hexcombe",
    "Ketterhaven",
    "Lake Anmer",
    "Mill Street",
    "Quay Street",
    "the port of Hamna",
)
PUBLISHERS = ("Coast Radio", "Almery Post", "Harbour Times", "The Agency", "")
THINGS = ("bank", "bridge", "gas pipe", "quarry pond", "school", "ferry", "signal")
VERBS = ("gave way", "burst", "broke", "fell into the river", "was struck", "was closed", "was found")
COUNTED = (
    "people",
    "residents",
    "children",
    "houses",
    "passengers",
    "members of the union",
    "crowns",
    "metres of wall",
)
HAPPENED = ("were injured", "were killed", "have left their homes", "were arrested", "are missing", "were flooded")
BOUNDS = ("", "", "", "at least ", "about ", "more than ", "up to ", "between 10 and ", "another ")
NUMBERS = ("three", "Twelve", "12", "14", "61", "140", "1,200", "4.2 million", "9", "eleven", "2,100")
TIMES = (
    "on Wednesday",
    "on Friday",
    "at 11:05 a.m.",
    "at half past five this morning",
    "in March 2025",
    "in 2009",
    "last year",
)
TIMES += (
    "yesterday",
    "on 4 December",
    "shortly after 11 a.m. on Monday",
    "twelve days ago",
    "in August",
    "until Sunday",
)
SAID = (
    "We heard the wall go",
    "The river came over the wall faster than we could knock on doors",
    "I did not fit the wire. I did sign the paper",
    "Nobody won, and that is how you know it will hold",
)
MARKS = ("“”", '""', "‘’", "„“", "«»", "「」", '“"')
ODD = (
    "[x] item",
    "He said so.",
    "However, it was late.",
    "KETTERHAVEN (HPA) —",
    "Read more: the river",
    "Who knows?",
    "王小明表示：“我们会重建这道墙。”",
    "«Мы восстановим стену», — сказала мэр Анна Белова.",
    "Am Mittwoch brach der Damm, sagte Bürgermeisterin Ilse Brandt.",
    "La digue a cédé mercredi soir, selon Odile Marsh.",
    "  ",
    "“Unclosed, and so no quotation",
)


def story(seed: int) -> list[Page]:
    """Two to six reports, oldest first."""
    dice = random.Random(seed)
    people, places = dice.sample(PEOPLE, 3), dice.sample(PLACES, 2)
    thing, verb = dice.choice(THINGS), dice.choice(VERBS)
    day = dt.date(2026, 11, dice.randint(2, 20))
    pages: list[Page] = []
    regular = dice.choice(PUBLISHERS)
    for number in range(dice.randint(2, 6)):
        day += dt.timedelta(days=dice.choice((0, 0, 1, 4)))
        paragraphs = [_paragraph(dice, people, places, thing, verb) for _ in range(dice.randint(2, 6))]
        if pages and dice.random() < 0.3:
            paragraphs.insert(1, dice.choice(pages).paragraphs[0])
        publisher = regular if dice.random() < 0.4 else dice.choice(PUBLISHERS)
        if publisher == regular:
            toll = dice.choice(("At least 12", "Fourteen", "Sixteen"))
            place = dice.choice(("", "", "KETTERHAVEN (HPA) — ", "ALMERY - ", "Hexcombe (The Agency) -- "))
            paragraphs.insert(0, f"{place}{toll} people were injured when the {thing} in {places[0]} {verb}.")
        lang = dice.choice(("en", "en", "en", "en", "de", "fr", "es", ""))
        title = f"{thing.title()} {verb} in {dice.choice(places)}"
        entry = Entry(
            path=f"content/articles/{number}.md",
            kind="article",
            slug=str(number),
            url=f"/articles/{number}/",
            id=f"urn:{number}",
            title=title,
            lang=lang,
            stated=dice.choice((day, day, day, None)),
            day=day,
            sources=(Source(name=publisher, owner=dice.choice(("", "", "Group"))),),
            words=sum(len(each.split()) for each in paragraphs),
        )
        pages.append(Page(entry, "", "", tuple(paragraphs)))
    return pages


def _paragraph(dice: random.Random, people: list[str], places: list[str], thing: str, verb: str) -> str:
    return dice.choice((" ", " ", "  ", "\n", "\u00a0")).join(
        _sentence(dice, people, places, thing, verb) for _ in range(dice.randint(1, 4))
    )


def _sentence(dice: random.Random, people: list[str], places: list[str], thing: str, verb: str) -> str:
    who, office, place, when = dice.choice(people), dice.choice(OFFICES), dice.choice(places), dice.choice(TIMES)
    figure = f"{dice.choice(BOUNDS)}{dice.choice(NUMBERS)} {dice.choice(COUNTED)} {dice.choice(HAPPENED)}"
    opening, closing = dice.choice(MARKS)
    words = dice.choice(SAID)
    return dice.choice(
        (
            f"The {thing} in {place} {verb} {when}, and {figure}.",
            f"{figure[:1].upper()}{figure[1:]} when the {thing} {verb} {when}, {who} said.",
            f"{opening}{words},{closing} said {who}, {office} of {place}.",
            f"{opening}{words}{closing}, {office} {who} told reporters {when}. {opening}{dice.choice(SAID)}.{closing}",
            f"{office[:1].upper()}{office[1:]} {who} said the {thing} in {place} had been “{words.lower()}”.",
            f"{who} was there. {opening}{words},{closing} Mr {who.split()[1]} said.",
            f"According to {who}, {figure} in {place}.",
            f"{who.split()[1]} said {when} that the {thing} {verb}; {figure}.",
            f"{dice.choice(ODD)} {who} was seen near {place} {when}.",
            dice.choice(ODD),
        )
    )
