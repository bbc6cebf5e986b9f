"""The digest: which sentences, how many, from whom, and that each stands in the paragraph it cites."""

from zoneinfo import ZoneInfo

import pytest
from build_site import article

from generator.build import content, markup
from generator.build.digest import digest
from generator.build.digest.candidates import stands_alone
from generator.model import Digest, Page


def page(name, *paragraphs, **meta):
    body = "\n\n".join(paragraphs)
    parsed = content.parse(
        f"content/articles/{name}.md", article(meta.pop("title", name), body, **meta), ZoneInfo("UTC")
    )
    made = markup.convert(parsed.body, str)
    return Page(parsed.entry, parsed.body, made.html, made.paragraphs)


def report(name, publisher, day, lead):
    return page(
        name,
        f"{lead} The flood in the Lirren valley has reached the town of Tolmery and its old market.",
        f"In {publisher} a reader wrote that the number {day} tram has not run since the water came over the bank.",
        "He said so. But it may change: who knows?",
        "Officials of the river authority expect the level to fall by Thursday, when the rain moves to the east.",
        f"The school on {name} street stays shut, and its pupils are taught in the gymnasium of a village nearby.",
        title="Flood reaches Tolmery",
        date=f"2026-11-{day}",
        source=f"{{name: {publisher}}}",
        lang="en",
    )


ONE = report("osier", "The Packet", 16, "Water stood a metre high in the streets of Tolmery on Monday morning.")
TWO = report("lantern", "The Agency", 17, "Firefighters carried forty people from their houses in Tolmery overnight.")


def test_each_sentence_stands_word_for_word_in_the_paragraph_it_cites():
    pages = {each.entry.path: each for each in (ONE, TWO)}
    found = digest([ONE, TWO]).sentences
    assert found
    assert all(each.text in pages[each.entry.path].paragraphs[each.paragraph - 1] for each in found)


def test_sentences_come_from_several_publishers_without_repeating_one_another():
    found = digest([ONE, TWO]).sentences
    assert {each.entry.publisher for each in found} == {"The Packet", "The Agency"}
    assert len({each.text for each in found}) == len(found)
    assert sum("river authority" in each.text for each in found) <= 1


def test_the_lead_comes_first_and_the_rest_in_the_order_of_their_telling():
    first, *rest = digest([ONE, TWO]).sentences
    assert first.paragraph == 1
    places = [(each.entry.day, each.paragraph) for each in rest]
    assert places == sorted(places)


def test_short_stories_have_short_digests_and_long_ones_no_more_than_seven():
    assert len(digest([ONE, TWO]).sentences) == min(4, (ONE.entry.words + TWO.entry.words) // 60)
    long = [
        report(f"n{number}", f"P{number}", 10 + number, f"Lead {number} says what happened there.")
        for number in range(12)
    ]
    assert 3 <= len(digest(long).sentences) <= 7


def test_a_lone_report_and_reports_without_a_fit_sentence_have_none():
    assert digest([ONE]) == Digest()
    assert digest([page("a", "He left."), page("b", "But why?")]).sentences == ()


def test_a_story_in_two_languages_is_told_in_that_of_most_reports():
    german = page(
        "c",
        "Das Wasser steht in Tolmery einen Meter hoch, und vierzig Menschen mussten ihre Häuser verlassen.",
        lang="de",
    )
    assert all(each.entry.lang == "en" for each in digest([ONE, TWO, german]).sentences)


def test_it_is_the_same_each_time():
    assert digest([ONE, TWO]) == digest([ONE, TWO])


@pytest.mark.parametrize(
    ("text", "fit"),
    [
        ("The bridge was shut on Monday.", True),
        ("“The noise was loud,” said Ann Lee of the river authority.", True),
        ("He was not hurt.", False),
        ("But the bridge is shut.", False),
        ("This is what is known so far:", False),
        ("The bridge was shut on Monday", False),
        ("and the bridge was shut.", False),
        ("The city said “it was loud.", False),
        ("The city (and its port said so.", False),
        ("Who shut the bridge?", False),
    ],
)
def test_what_can_be_quoted_by_itself(text, fit):
    assert stands_alone(text, "en") is fit


def test_openers_are_those_of_the_sentence_s_language():
    assert not stands_alone("Dies sagte die Stadt am Montag.", "de-AT")
    assert stands_alone("Die Stadt sagte es am Montag.", "de")
    assert stands_alone("Die Brücke ist „seit Montag“ gesperrt.", "de")
