"""The language of a text is what the model says; English is told without it only where nothing speaks against it."""

from __future__ import annotations

import pytest

from generator.text import language

ENGLISH = (
    "The council voted on Tuesday to close the bridge for the rest of the winter, because the engineers who "
    "looked at it in the autumn found that two of its piers had moved by more than they should. It will be open "
    "again in the spring, said the mayor, if the money for the work can be found by then. For those who live on "
    "the island it means a journey of an hour to the next crossing, and a bill that none of them has been told "
    "of. There is no ferry at this time of the year, and the last one that was on offer has been sold to a town "
    "in the north. Most of the people here said that they would wait for what the court has to say about it."
)
GERMAN = (
    "Der Rat hat am Dienstag beschlossen, die Brücke für den Rest des Winters zu sperren, weil die Ingenieure im "
    "Herbst fanden, dass sich zwei ihrer Pfeiler mehr bewegt hatten, als sie sollten. Im Frühjahr soll sie wieder "
    "offen sein, sagte der Bürgermeister, wenn das Geld für die Arbeiten bis dahin gefunden ist, und niemand "
    "glaubt daran."
)
DUTCH = (
    "De raad heeft dinsdag besloten de brug voor de rest van de winter te sluiten, omdat de ingenieurs die in de "
    "herfst kwamen kijken zagen dat twee pijlers meer waren bewogen dan goed is. In de lente gaat zij weer open, "
    "zei de burgemeester, als het geld voor het werk er dan is. Wie op het eiland woont is nu een uur langer "
    "onderweg, en weet niet wie dat betaalt. Er is op dit moment van het jaar geen veer, en de laatste die nog te "
    "koop was is verkocht aan een stad in het noorden. De meeste mensen hier zeggen dat zij wachten op wat de "
    "rechter ervan zegt."
)


@pytest.mark.parametrize(("text", "code"), [(ENGLISH, "en"), (GERMAN + " " + GERMAN, "de"), (DUTCH, "nl")])
def test_the_quick_way_to_tell_english_says_what_the_model_says(text, code):
    found = language.likely(text)
    assert language.of(text) == max(found, key=lambda each: found[each]) == code


def test_an_english_quotation_in_the_middle_does_not_make_a_german_text_english():
    assert language.of(f"{GERMAN} {GERMAN} „{ENGLISH[:330]}“ {GERMAN} {GERMAN}") == "de"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("潮の高さ、予報を下回る", "ja"),
        ("다리는 금요일 닫힌다", "ko"),
        ("Η γέφυρα κλείνει", "el"),
        ("สะพานปิดวันนี้", "th"),
        ("הגשר ייסגר ביום שישי", "he"),
        ("The word γέφυρα means a bridge, and the council of the town voted to close it on Tuesday", "en"),
    ],
)
def test_a_script_that_one_language_has_for_itself_tells_it(text, code):
    assert language.of(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kôň stojí na dvore a nikto ho nevidel", "sk"),
        ("Kůň stojí na dvoře a nikdo ho neviděl", "cs"),
        ("Ferjen går ikke etter mandag", "no"),
        ("Færgen sejler ikke efter mandag", "da"),
    ],
)
def test_a_language_is_told_from_its_neighbour_by_what_that_one_has_not(text, code):
    assert language.of(text) == code


def test_of_a_few_words_that_may_be_a_name_nothing_is_told():
    assert language.of("Ada Lorne") == language.of("日 2026") == ""
