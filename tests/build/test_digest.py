"""The digest: which sentences, how many, from whom, and that each stands in the paragraph it cites."""

import dataclasses
import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from build_site import article
from cases import cases

from generator.build import content, editions, markup
from generator.build import digest as stories
from generator.build.digest import alone, choice, update, worth
from generator.build.digest.reports import Report, reports
from generator.build.digest.worth import Candidate, Weighed
from generator.build.reading import Reading, pointing
from generator.build.reading.quotable import Quotable, stands_alone
from generator.build.stories import Alone, several
from generator.build.topics import names
from generator.model import Citation, Digest, Entry, Page
from generator.text.words import words


def page(name, *paragraphs, **meta):
    body = "\n\n".join(paragraphs)
    parsed = content.parse(
        f"content/articles/{name}.md", article(meta.pop("title", name), body, **meta), ZoneInfo("UTC")
    )
    made = markup.convert(parsed.body, str)
    return Page(parsed.entry, parsed.body, made.html, made.paragraphs)


def digest(pages):
    """What is told of a story of these pages, read here and now."""
    return stories.digest(reports(pages))


def chosen(pages, count):
    return stories.chosen(reports(pages), count)


def candidates(*pages):
    return worth.candidates(reports(pages))


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
    assert 1 <= len(digest([ONE, TWO]).sentences) <= min(4, (ONE.entry.words + TWO.entry.words) // 40)
    long = [
        report(f"n{number}", f"P{number}", 10 + number, f"Lead {number} says what happened there.")
        for number in range(12)
    ]
    assert 3 <= len(digest(long).sentences) <= 7


def test_a_first_sentence_without_words_of_its_headline_sets_a_scene():
    rows = {
        "date": "2026-11-16",
        "source": "{name: A}",
        "lang": "en",
        "title": "Fourteen hurt as Lirren takes half of Tolmery",
    }
    clock = "The market clock in Tolmery stopped at 2.31 on Wednesday morning, with the water at its face."
    news = "Fourteen people were hurt on Wednesday when the Lirren burst its bank and took half of the town."
    told = [candidates(page("a", text, **rows), TWO)[0] for text in (clock, news)]
    assert [each.it.colour for each in told] == [True, False]


def test_a_report_of_a_section_of_opinion_argues():
    rows = {"date": "2026-11-16", "source": "{name: A}", "lang": "en", "title": "Flood reaches Tolmery"}
    text = "The flood in the Lirren valley reaches Tolmery and its old market, and the flood knows no mayor of Tolmery."
    told = [candidates(page("a", text, section=name, **rows))[0] for name in ("Opinion", "World")]
    assert [each.it.colour for each in told] == [True, False]


def test_an_initialism_is_nobody_who_speaks_of_himself():
    for text, leans in (
        ("The F.B.I. searched the mill in Tolmery on Monday and took two boxes away.", False),
        ("Then I searched the mill in Tolmery on Monday and took two boxes away.", True),
    ):
        assert pointing.leans(text, words(text), "en") == leans


def test_a_lone_report_and_reports_without_a_fit_sentence_have_none():
    assert digest([ONE]) == Digest()
    assert digest([page("a", "He left."), page("b", "But why?")]).sentences == ()


def test_an_edition_tells_the_three_sentences_that_say_most_in_the_order_that_reads():
    pages = {
        each.entry.path: dataclasses.replace(each, entry=dataclasses.replace(each.entry, story="flood"))
        for each in (ONE, TWO)
    }
    said = tuple(Citation(f"Sentence {rank}.", ONE.entry, 1, rank=rank) for rank in (0, 3, 2, 1))
    (made,) = editions.editions(pages, "week", {}, {}, lambda _: said, Alone())
    assert [each.rank for each in made.stories[0].digest] == [0, 2, 1]


def test_sentences_know_how_many_others_say_more():
    found = digest([report(str(n), f"P{n}", 10 + n, f"The {n}th bank broke.") for n in range(5)]).sentences
    assert sorted(each.rank for each in found) == list(range(len(found)))
    assert [each.rank for each in found] != list(range(len(found)))


def test_a_story_in_two_languages_is_told_in_that_of_most_reports():
    german = page(
        "c",
        "Das Wasser steht in Tolmery einen Meter hoch, und vierzig Menschen mussten ihre Häuser verlassen.",
        lang="de",
    )
    assert all(each.entry.lang == "en" for each in digest([ONE, TWO, german]).sentences)
    assert {each.entry.path for each in digest([ONE, german]).sentences} == {ONE.entry.path}


def test_it_is_the_same_each_time():
    assert digest([ONE, TWO]) == digest([ONE, TWO])


def _stands_alone(text, lang):
    return stands_alone(text, tuple(words(text)), lang)


@pytest.mark.parametrize(("given", "expected"), cases("digest_sentences"))
def test_what_can_be_quoted_by_itself(given, expected):
    lang, _, text = given.partition(": ")
    needs = " ".join(sorted(pointing.needs(text, words(text), lang)))
    assert ((f"needs {needs}" if needs else "stands") if _stands_alone(text, lang) else "falls") == expected


def test_openers_are_those_of_the_sentence_s_language():
    assert not _stands_alone("Dies sagte die Stadt am Montag.", "de-AT")
    assert _stands_alone("Die Stadt sagte es am Montag.", "de")
    assert _stands_alone("Die Brücke ist „seit Montag“ gesperrt.", "de")


def test_what_takes_something_as_known_comes_only_after_a_sentence_that_tells_it():
    lead = "The town of Tolmery has lent its old ferry to the islanders of Skerrow for the winter."
    told = "The ferry carries sixty passengers and was built in the yard of Ketterhaven."
    lost = "The company wants nine hundred crowns a day from the islanders of Skerrow for the winter."
    first = page("a", lead, told, title="Tolmery lends its ferry", lang="en", source="{name: A}")
    other = page("b", lead.replace("lent", "given"), lost, title="Ferry for Skerrow", lang="en", source="{name: B}")
    found = [each.text for each in digest([first, other, first, other]).sentences]
    assert found[0] == lead
    assert lost not in found


def test_a_dateline_is_left_off_and_the_rest_stands_word_for_word():
    lead = "KETTERHAVEN (HPA) — Ferry crews at Ketterhaven began a strike at midnight over the length of their shifts."
    rest = "Some 620 members of the union stopped work, and 14 freight ships lie at anchor outside Ketterhaven port."
    one, two = (
        page(name, lead, rest, title="Ferry crews strike", lang="en", source=f"{{name: {name}}}", date="2026-11-09")
        for name in "ab"
    )
    assert digest([one, two]).sentences[0].text == lead.partition("— ")[2]


def test_a_sentence_that_sets_a_scene_does_not_open_the_digest():
    scene = page(
        "a",
        "For eleven weeks the gulls of Almery had the river to themselves and nobody to throw them bread.",
        "The swing bridge at Almery opened to traffic on Monday after a barge had struck its central pier.",
        title="Swing bridge at Almery opens",
        lang="en",
        source="{name: A}",
        date="2026-10-12",
    )
    plain = page(
        "b",
        "Traffic crossed the swing bridge at Almery on Monday for the first time since a barge struck its pier.",
        "Lorries above 18 tonnes must go round by Tolmery until the pier of the bridge has been strengthened.",
        title="Almery swing bridge open again",
        lang="en",
        source="{name: B}",
        date="2026-10-12",
    )
    assert "gulls" not in digest([scene, plain]).sentences[0].text


def test_somebody_s_words_do_not_open_it_where_news_is_nearly_as_worthy():
    said = "“The swing bridge at Almery is open to traffic again,” said Ilse Brandt, the mayor, on Monday at the pier."
    news = "Lorries crossed the swing bridge at Almery on Monday, which is open to traffic again after eleven weeks."
    rows = {"title": "Swing bridge at Almery open to traffic again", "lang": "en", "date": "2026-10-12"}
    assert chosen([page("a", said, news, **rows)], 1)[0].text == news


# ---------------------------------------------------------------- a story of several days


def of_days(*reports):
    """Reports of one story: publisher, day, headline, paragraphs."""
    return [
        page(f"r{place}", *texts, title=title, lang="en", source=f"{{name: {who}}}", date=day)
        for place, (who, day, title, *texts) in enumerate(reports)
    ]


STRIKE = (
    "The Packet",
    "2026-11-09",
    "Ferry crews strike at Ketterhaven",
    "Ferry crews at Ketterhaven began a strike at midnight over the length of their shifts on the island boats.",
    "Some 620 members of the union stopped work, and 14 freight ships lie at anchor outside Ketterhaven port.",
)
ENDED = (
    "The Lantern",
    "2026-11-16",
    "Ferry strike at Ketterhaven ends",
    "The ferry strike is over.",
    "Crews of the island boats at Ketterhaven went back to work at dawn after the company had kept the old shifts.",
)


def test_what_happened_opens_and_what_came_of_it_has_its_say():
    found = [each.text for each in chosen(of_days(STRIKE, ENDED), 4)]
    assert found[0] == STRIKE[3]
    assert any(each in found for each in ENDED[3:])


def test_what_was_written_before_the_day_of_the_lead_is_overtaken():
    before = (
        "The Packet",
        "2026-11-13",
        "Varrand and Oreck neck and neck",
        "In two days either Ilse Varrand or Tomas Oreck will have won the presidency of Halvane by a whisker.",
        "Polls, published on Friday, give Ilse Varrand 50.4 percent and Tomas Oreck of the Union 49.6 percent.",
    )
    after = (
        "The Lantern",
        "2026-11-15",
        "Varrand wins the presidency of Halvane",
        "Ilse Varrand won the presidency of Halvane on Sunday with 51.3 percent of the vote, the commission said.",
        "Tomas Oreck of the Homeland Union asked for every paper in the province of Serre to be counted twice.",
    )
    found = chosen(of_days(before, after), 4)
    assert {each.entry.publisher for each in found} == {"The Lantern"}


def test_what_happened_before_the_day_of_the_lead_is_told_behind_it():
    taken = "Thieves lifted a skylight of the museum at Corvessa at night and left with the brass astrolabe of Pellam."
    found = (
        "A fisher found the stolen Pellam astrolabe in a box of mackerel on the quay of Ketterhaven, the police said."
    )
    days = of_days(
        ("The Packet", "2026-11-09", "Museum robbed", "Who was it?", "But why?", taken),
        ("The Lantern", "2026-11-20", "Stolen Pellam astrolabe found in box of mackerel at Ketterhaven", found),
    )
    assert [each.text for each in chosen(days, 4)] == [found, taken]


def test_a_toll_that_a_later_day_has_overtaken_is_told_no_more():
    days = of_days(
        (
            "The Packet",
            "2026-11-10",
            "Nine dead in Tolmery flood",
            "Nine people were killed in Tolmery on Tuesday when the Lirren burst its bank and took the market along.",
            "The river carried away two bridges and the wall of the old brewery while the town of Tolmery slept.",
        ),
        (
            "The Lantern",
            "2026-11-12",
            "Fourteen dead in Tolmery",
            "Fourteen people were killed in the flood at Tolmery, the mayor said, and the search for others has ended.",
        ),
    )
    found = [each.text for each in digest(days).sentences]
    assert not any("Nine people" in each for each in found)
    assert any("Fourteen people" in each for each in found)


def test_the_toll_that_stands_leads_and_sums_the_story_up_before_any_standfirst():
    old = "Nine people were injured in Tolmery on Tuesday when the Lirren burst its bank, the police said."
    stands = "Fourteen people were injured in Tolmery when the Lirren burst its bank at Osier Lane and took the market."
    days = of_days(
        ("The Packet", "2026-11-10", "Nine injured in Tolmery flood", old),
        ("The Tide", "2026-11-11", "Tolmery after the flood", stands),
        (
            "The Lantern",
            "2026-11-14",
            "Lock keeper of Tolmery found dead after the flood of the Lirren",
            "Searchers in Tolmery have found the lock keeper who was missing since the Lirren burst its bank.",
            "In all, fourteen people were injured in Tolmery.",
        ),
    )
    found = digest(days)
    assert found.sentences[0].text == stands
    first = dataclasses.replace(days[0].entry, summary=old, story="flood")
    entries = (first, *(each.entry for each in days[1:]))
    assert several("flood", entries, None, names(entries), Digest()).summary == old
    assert several("flood", entries, None, names(entries), found).summary == stands


def test_what_the_box_has_is_no_agreement_below_it():
    row = "people were killed in Tolmery on Tuesday when the Lirren burst its bank."
    days = of_days(
        ("The Packet", "2026-11-10", "Flood in Tolmery", f"Nine {row} In the harbour 31 boats with tarred decks sank."),
        (
            "The Lantern",
            "2026-11-10",
            "Nine dead",
            f"At dawn nine {row} Along with them 31 boats with tarred decks sank.",
        ),
    )
    found = digest(days)
    assert [each.value for each in found.facts if each.kind == "how many"] == ["Nine"]
    assert [each.sides[0].value for each in found.agreed] == ["31"]


def test_two_tolls_of_one_day_are_a_difference_and_both_may_be_told():
    row = "people were killed in Tolmery on Tuesday when the Lirren burst its bank and took the market along."
    days = of_days(
        ("The Packet", "2026-11-10", "Flood in Tolmery", f"Nine {row}"),
        ("The Lantern", "2026-11-10", "Many dead in Tolmery", f"Eleven {row}"),
    )
    assert {each.it.text.split()[0] for each in candidates(*days)} == {"Nine", "Eleven"}


def test_an_update_begins_with_the_news_not_with_what_is_new_in_the_small():
    told = of_days(
        (
            "The Packet",
            "2026-11-17",
            "Forgotten wire caused Brackwell crash",
            "A wire left in a signal cabinet caused the Brackwell collision that killed nine people, an inquiry found.",
        ),
        (
            "The Tide",
            "2026-11-19",
            "Rail chief Vasch quits",
            "Corin Vasch resigned on Thursday, two days after an inquiry found that a wire left in a signal cabinet "
            "had caused the Brackwell collision that killed nine people.",
            "“I did not fit the wire,” Mr Vasch said in a letter to the staff of the company.",
        ),
    )
    assert update.fresh(reports(told), {told[0].entry.path})[0].text.startswith("Corin Vasch resigned")


def test_an_update_may_begin_with_a_few_words_unless_they_were_printed_before():
    told = of_days(STRIKE, ENDED)
    assert update.fresh(reports(told), {told[0].entry.path})[0].text == "The ferry strike is over."
    again = of_days(STRIKE, ENDED, ("The Post", "2026-11-17", *ENDED[2:]))
    assert update.fresh(reports(again), {each.entry.path for each in again[:2]}) == ()


def test_an_update_tells_news_before_colour():
    cup = (
        ("The Post", "2026-11-14", "Ardmarsh win the cup", "Ardmarsh United beat Albion on Saturday to win the cup."),
        (
            "The Tide",
            "2026-11-15",
            "Ardmarsh United make history in the cup against Albion",
            "For most of the evening Lucan Fey had been a small boy in a big coat.",
            "Iwan Brusk was sent off in extra time for a tackle that began near the river.",
        ),
    )
    pages = of_days(*cup)
    found = [each.text.split()[0] for each in update.fresh(reports(pages), {pages[0].entry.path})]
    assert found == ["Iwan"]


# ---------------------------------------------------------------- what one publisher alone says

CORE = "The ferry Maid of Hamna ran aground off Skerrow on Monday with 212 passengers aboard, the coastguard said."
DETAIL = "Its owner, Bertil Strand, paid a fine of 40,000 crowns in 2019 for sailing without a second officer."
OTHER = "Coastguards took off the 212 people who were on the Maid of Hamna when she grounded near Skerrow on Monday."


def alone_in(first, second):
    """Which sentences of the first report are marked, when the second one is told beside it."""
    pages = [
        page(name, *texts, title=title, lang="en", **({"source": f"{{name: {publisher}}}"} if publisher else {}))
        for name, publisher, title, texts in (("a", *first), ("b", *second))
    ]
    both = reports(pages)
    found = alone.mark([both[0].cite(each) for each in both[0].read.sentences], both)
    return [each.text for each in found if each.alone]


def test_a_detail_that_nobody_else_has_is_marked_and_what_both_tell_is_not():
    assert alone_in(
        ("The Packet", "Ferry aground", [CORE, DETAIL]), ("The Lantern", "Maid of Hamna aground", [OTHER])
    ) == [DETAIL]


def test_what_another_has_for_a_headline_is_not_marked():
    first = "Maid of Hamna, 61 metres long, touched a rock called Gudrun while her master drank tea below."
    assert not alone_in(("The Packet", "Ferry hits rock", [first]), ("The Lantern", "Hamna ferry on rock", [OTHER]))
    assert alone_in(("The Packet", "Ferry hits rock", [first]), ("The Lantern", "Coastguards at sea", [OTHER])) == [
        first
    ]


def test_a_detail_that_another_tells_in_other_words_is_not_marked():
    told = "In 2019 Strand, who owns her, had been fined for sailing without the second officer whom the law demands."
    assert not alone_in(("The Packet", "Ferry aground", [CORE, DETAIL]), ("The Lantern", "Aground", [OTHER, told]))


@pytest.mark.parametrize("publishers", [("The Packet", "The Packet"), ("The Packet", "PACKET"), ("", "The Lantern")])
def test_nothing_is_marked_where_there_is_one_publisher_or_it_has_no_name(publishers):
    one, two = publishers
    assert not alone_in((one, "Ferry aground", [CORE, DETAIL]), (two, "Maid of Hamna aground", [OTHER]))


def test_a_sentence_without_a_name_or_figure_of_its_own_is_not_marked():
    vague = "Seaweed had fouled both of the propellers, and nobody on the bridge had noticed."
    assert not alone_in(("The Packet", "Ferry aground", [CORE, vague]), ("The Lantern", "Aground", [OTHER]))


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Mr. Levin said neither office had asked him.", {"levin"}),
        ("Levin said neither office had asked him.", {"levin"}),
        ("In Levin, who had signed it, they trusted.", {"levin"}),
        ("Aron Levin said neither office had asked him.", set()),
        ("Levin, whose full name is Aron Levin, said so.", set()),
        ("Neither office had asked Mr. Levin.", set()),
        ("Almery was flooded.", set()),
    ],
)
def test_who_is_spoken_of_first_by_a_last_name_alone_must_have_been_told(text, known):
    assert pointing.known(text, {"Levin": "Aron Levin"}) == known


LEAD = "Engineers shut the swing bridge at Almery on Monday after a barge had struck its pier."
ASKED = "Levin said that nobody had asked for the pier to be looked at in all these years."
TOLD = "Aron Levin, who built it, was on board of the barge when the water rose in the harbour."


EMPTY = Reading("en", *[()] * 9)


def weighed(*rows, days=()):
    """Candidates as (text, report, place, worth), the most worthy first; each says what no other says."""
    full, found = {"Levin": "Aron Levin"}, []
    for text, number, place, least in rows:
        stated = days[number] if days else None
        report = Report(number, Entry(str(number), "article", "", "", "", "", stated=stated), EMPTY, "")
        it = Quotable(place, text, tuple(words(text)), known=tuple(pointing.known(text, full)))
        found.append(Weighed(Candidate(report, it), least, [text], {text: 1.0}))
    return found


def told(*rows, days=(), count=3):
    return [each.it.text for each in choice.in_order(choice.choose(weighed(*rows, days=days), count))]


def test_who_speaks_by_a_last_name_alone_does_so_only_after_having_been_introduced():
    assert told((LEAD, 0, 0, 1.0), (ASKED, 0, 2, 0.9)) == [LEAD]
    assert told((LEAD, 0, 0, 1.0), (TOLD, 0, 1, 0.95), (ASKED, 0, 2, 0.9)) == [LEAD, TOLD, ASKED]
    assert told((LEAD, 0, 0, 1.0), (TOLD, 0, 3, 0.95), (ASKED, 0, 2, 0.9)) == [LEAD, TOLD], "not before him"


def test_what_happened_on_an_earlier_day_opens_where_it_is_nearly_as_worthy():
    day = dt.date(2026, 11, 10)
    days = day, day + dt.timedelta(days=1)
    assert told((LEAD, 1, 0, 1.0), (TOLD, 0, 1, 0.9), days=days)[0] == TOLD
    assert told((LEAD, 1, 0, 1.0), (TOLD, 0, 1, 0.6), days=days)[0] == LEAD
