"""On which figures reports agree and differ: small stories with what must be found in them, and nothing else."""

import pytest
from cases import cases
from test_digest import digest, page

from generator.build.digest.points import compare
from generator.build.digest.reports import reports

LANGUAGES = {
    **dict.fromkeys(("Küstenbote", "Abendblatt"), "de"),
    **dict.fromkeys(("Écho du Littoral", "Courrier d’Almery"), "fr"),
    **dict.fromkeys(("Voz del Puerto", "Diario de Almery"), "es"),
    **dict.fromkeys(("Voce del Porto", "Corriere di Almery"), "it"),
    **dict.fromkeys(("Voz do Porto", "Diário de Almery"), "pt"),
    **dict.fromkeys(("Havenpost", "Almery Courant"), "nl"),
}


def story(text):
    """The reports of a case: publisher and day on a line, then the text."""
    blocks = text.split("\n\n")
    pages = []
    for number, block in enumerate(blocks):
        head, *body = block.split("\n")
        publisher, _, day = head.rpartition(" ")
        lang = LANGUAGES.get(publisher, "en")
        name = f"r{number}"
        dated = {} if day == "-" else {"date": day}
        pages.append(page(name, *body, **dated, source=f"{{name: {publisher}}}", lang=lang, story="s"))
    return pages


def told(kind, points):
    for point in points:
        sides = (f"{side.value} ({', '.join(side.publishers)})" for side in point.sides)
        what = kind if point.kind == "number" else f"{kind} {point.kind}"
        told = [what, point.subject + " …" * (not point.whole)] if point.subject else [what]
        yield f"{': '.join(told)}: {' / '.join(sides)}"


@pytest.mark.parametrize(("given", "expected"), cases("points"))
def test_each_difference_is_found_and_none_is_made_up(given, expected):
    found = compare(reports(story(given)))
    lines = [
        *told("agree", found.agreed),
        *told("differ", found.differences),
        *told("changed", found.developments),
    ]
    assert "\n".join(lines) == expected


@pytest.mark.parametrize(("given", "expected"), cases("points"))
def test_each_value_is_printed_in_the_sentence_and_the_sentence_in_its_paragraph(given, expected):
    pages = {each.entry.path: each for each in story(given)}
    found = digest(list(pages.values()))
    for point in (*found.agreed, *found.differences, *found.developments):
        for side in point.sides:
            assert side.value in side.citations[0].text or any(side.value in each.text for each in side.citations)
            assert all(each.text in pages[each.entry.path].paragraphs[each.paragraph - 1] for each in side.citations)


def test_nothing_is_compared_in_a_lone_report():
    assert digest(story("Coast Radio 2026-11-10\nNine people died.")).agreed == ()


FLOOD = [
    ("one", "Coast Radio", "Hanne Dorrity, the mayor of Tolmery, said on Tuesday that nine people died in Tolmery."),
    ("two", "Almery Post", "Nine people died in Tolmery when the Lirren rose, Hanne Dorrity told the council."),
]


def pages_of(rows, **meta):
    return [
        page(name, text, source=f"{{name: {who}}}", date="2026-11-10", lang="en", **meta) for name, who, text in rows
    ]


def test_the_key_facts_are_what_several_publishers_say_each_with_its_sentence():
    found = digest(pages_of(FLOOD)).facts
    assert [(each.kind, each.value, each.subject, each.publishers) for each in found] == [
        ("who", "Hanne Dorrity", "", 2),
        ("where", "Tolmery", "", 2),
        ("how many", "nine", "people killed", 2),
    ]
    assert all(each.value in each.citation.text for each in found)


def rows_of(*texts):
    """The key facts of reports of different publishers: kind, value, how many publishers."""
    rows = [(f"r{number}", f"Publisher {number}", text) for number, text in enumerate(texts)]
    return [(each.kind, each.value, each.publishers) for each in digest(pages_of(rows)).facts]


def test_somebody_is_known_again_by_the_last_name_and_called_as_most_reports_do():
    found = rows_of(
        "Hanne Maria Dorrity opened the lock. The lock was new, Dorrity said.",
        "Mayor Dorrity opened the lock. It cost much, and Mayor Dorrity knew.",
        "The lock was opened by Hanne Dorrity, the mayor. Nobody but Dorrity spoke.",
        "Hanne Dorrity opened it, and Dorrity spoke for an hour.",
    )
    assert ("who", "Hanne Dorrity", 4) in found


def test_two_of_one_last_name_are_not_taken_for_one_another():
    two = "Hanne Dorrity and Pavel Strand met at noon. Pavel Dorrity was ill. Dorrity said so."
    assert ("who", "Hanne Dorrity", 1) not in rows_of(two, "Mayor Dorrity sold the lock. Dorrity said why.")
    assert [row for row in rows_of(two, "Mayor Dorrity sold the lock. Dorrity said why.") if row[0] == "who"] == []


def test_who_is_called_by_office_alone_is_told_with_it():
    assert ("who", "Vice President Orlin", 2) in rows_of(
        "Vice President Orlin opened the lock on foot.", "The lock is open. Vice President Orlin came on foot."
    )


def test_who_is_quoted_by_two_publishers_is_somebody_however_late_in_the_reports():
    late = "The pond burst. " * 8
    found = rows_of(
        f"{late}“That siren cost less than a bus,” said Lotte Hargan.",
        f"{late}“The water was in the church by then,” said Lotte Hargan, and left.",
    )
    assert ("who", "Lotte Hargan", 2) in found
    told = rows_of(f"{late}Lotte Hargan, who was ill, left.", f"{late}Lotte Hargan, who was well, came.")
    assert [row for row in told if row[0] == "who"] == []


def test_a_place_that_others_name_without_a_word_before_it_is_the_place_of_the_story():
    found = rows_of(
        "A pond burst in Hexcombe and took the school along.", "The flood struck Hexcombe while the school was empty."
    )
    assert ("where", "Hexcombe", 2) in found


def test_a_place_is_cited_where_it_is_one_and_stands_there_early_in_a_report():
    late = "The pond burst at noon. The school stood empty. Nobody had heard the siren. "
    rows = [
        ("a", "Post", "The Hexcombe school is wet. A pond burst in Hexcombe."),
        ("b", "Radio", "In Hexcombe it rains."),
    ]
    (place,) = (each for each in digest(pages_of(rows)).facts if each.kind == "where")
    assert place.citation.text == "In Hexcombe it rains."
    found = rows_of(
        f"Hexcombe wants peace. {late}It rains in Hexcombe.", f"Hexcombe is wet. {late}It rains in Hexcombe."
    )
    assert [row for row in found if row[0] == "where"] == []
    found = rows_of(
        "Hexcombers sleep. It rains in Hexcombe.", "Hexcombers wake. It is dry. It is day. In Hexcombe it rains."
    )
    assert [row for row in found if row[0] == "where"] == [], "whose people are named is no place yet"


def test_a_place_is_named_without_whose_it_is_and_none_is_cut_at_a_full_stop():
    found = rows_of(
        "A quake shook the sea off Halvane’s Qeshra province.", "The quake off Halvane’s Qeshra province took the pier."
    )
    assert ("where", "Qeshra", 2) in found
    found = rows_of(
        "The fire broke out at Rep. Marsh’s home off Halvane’s coast.", "It rains at Rep. Marsh’s off Halvane’s coast."
    )
    assert [row for row in found if row[0] == "where"] == []


def test_the_bank_of_a_town_is_no_place():
    text = "Officials at the Centers for Fish Control met. The Centers closed."
    assert [row for row in rows_of(text, text.replace("met", "sat")) if row[0] == "where"] == []


def test_where_all_that_happened_is_that_somebody_spoke_that_is_the_day():
    found = rows_of(
        "Ilse Brandt said on Monday that the lock would stay.", "The lock stays, the mayor told reporters on Monday."
    )
    assert ("when", "on Monday", 2) in found


def test_of_two_days_that_as_many_tell_it_is_the_one_that_they_tell_first():
    found = rows_of(
        "The inquiry blamed a wire on Monday. The crash was on 4 February 2026, when it rained.",
        "On Monday a judge cleared the driver. On 4 February 2026 the wire was forgotten.",
    )
    assert ("when", "on Monday", 2) in found


def test_what_happened_is_told_before_who_spoke_of_it():
    found = digest(
        pages_of(
            [
                ("a", "Coast Radio", "The pond burst on Monday, killing two, the mayor said on Tuesday."),
                ("b", "Almery Post", "Two died on Monday. The mayor spoke on Tuesday of the pond."),
            ]
        )
    ).facts
    assert [str(each.day) for each in found if each.kind == "when"] == ["2026-11-09"]


WHO = {
    "a party and a state before an office": (
        "Democratic Varmoor Sen. Ilse Brandt left. A Democratic aide stayed.",
        "Ilse Brandt",
    ),
    "half of a longer name": (
        "Lotte Hargan, who heads Lawyers for Sea Rights, spoke. Sea Rights, she said, are old.",
        "Lotte Hargan",
    ),
    "a president to be": ("President-elect Pavel Strand spoke for an hour, and President-elect Pavel Strand sang.", ""),
    "a last name that two bear": (
        "Hanne Dorrity beat Jon Dorrity by a vote. Dorrity wept, and Mrs. Dorrity with her.",
        "Hanne Dorrity",
    ),
    "a place that has the name of its region": (
        "A quake shook Banda Osrel on Monday. People in Banda Osrel ran. Osrel was hit before.",
        "",
    ),
    "a firm of one word": ("The dredging company Lanthorn sold two boats, and Lanthorn will build one.", "Lanthorn"),
}


@pytest.mark.parametrize(("text", "who"), WHO.values(), ids=WHO)
def test_who_acts_is_somebody_and_no_part_of_another_name(text, who):
    found = [value for kind, value, _ in rows_of(text, f"{text} The boats came in.") if kind == "who"]
    assert found[:1] == ([who] if who else [])
    assert all(" " in each or each == who for each in found)


def test_a_year_in_a_report_without_a_day_may_be_long_ago():
    reports = [
        page("a", "The raid on the old harbour in 1953 left 40 people dead.", source="{name: Coast Radio}"),
        page("b", "The raid on the harbour left 12 people dead.", source="{name: Almery Post}"),
    ]
    assert digest(reports).differences == ()


NO_FACTS = {
    "a law, a cup and a motto": "The Clean Harbour Act and the Super Cup were before In Tide We Trust on Tuesday.",
    "half of a name": "The Office for Fish and Wildlife Service put it down at the end of the week.",
    "a party, and who is of it": "Voters of the Harbour Greens met a Catholic priest and a Democratic one.",
    "a ministry in another place": "A spokesman in Almery said that the ministry had no comment to make.",
}


@pytest.mark.parametrize("text", NO_FACTS.values(), ids=NO_FACTS)
def test_what_is_neither_somebody_nor_a_place_of_the_story_is_no_key_fact(text):
    rows = [
        (name, who, f"{'The council met. ' * 6}{text}") for name, who in (("a", "Coast Radio"), ("b", "Almery Post"))
    ]
    found = digest(pages_of(rows)).facts
    assert [each.value for each in found if each.kind in ("who", "where")] == []


def test_a_story_of_one_publisher_has_no_key_facts():
    rows = [(name, "Coast Radio", text) for name, _, text in FLOOD]
    assert digest(pages_of(rows)).facts == ()


def test_what_only_one_publisher_says_is_no_key_fact():
    rows = [FLOOD[0], ("two", "Almery Post", "The council met on Monday and spoke about the price of bread.")]
    assert digest(pages_of(rows)).facts == ()
