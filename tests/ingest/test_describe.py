import datetime as dt
import socket

import pytest

from generator.ingest.describe import FIELDS, describe
from generator.model import Block, Document, Hint

FLOOD = (
    "The River Lirren broke through an earth bank at Tolmery before dawn on Wednesday, and 1,800 people left home.",
    "“I heard the wall go,” said Bea Sorrel, who runs a bakery in Tolmery. The Lirren is still rising, the mayor said.",
    "The flood is the worst in Tolmery since 1998. Flood water stood two metres deep in Osier Lane.",
)


def document(*paragraphs, name="x.txt", hints=(), headings=()):
    blocks = [Block(text, (), "heading") for text in headings] + [Block(text, ()) for text in paragraphs]
    return Document(name, "text", (), tuple(blocks), tuple(Hint(*hint) for hint in hints))


def fields(*paragraphs, **kwargs):
    return {key: (field.value, field.origin) for key, field in describe(document(*paragraphs, **kwargs)).fields.items()}


def value(key, *paragraphs, **kwargs):
    return fields(*paragraphs, **kwargs).get(key, (None, ""))[0]


def test_fields_stand_in_the_order_in_which_they_are_written():
    keys = [key for key, _ in FIELDS]
    assert keys == ["title", "date", "lastmod", "draft", "summary", "authors", "lang", "section", "tags", "source"]
    found = list(fields(*FLOOD, hints=[("date", "2026-11-11", "line 1"), ("title", "Flood", "line 2")]))
    assert found == [key for key in keys if key in found]


def test_an_empty_document_has_its_source_and_no_more_than_the_name_of_its_file():
    assert fields(name="a/2026_night-of.the.flood.txt") == {
        "title": ("2026 night of the flood", "file name"),
        "source": ({"file": "a/2026_night-of.the.flood.txt"}, "file"),
    }


class TestTitle:
    def test_the_first_hint_that_serves_is_taken(self):
        hints = [("title", "…", "h1"), ("title", " Flood \x07 in\u00a0Tolmery\u200b ", "og:title")]
        assert fields(*FLOOD, hints=hints)["title"] == ("Flood in Tolmery", "og:title")

    def test_the_first_heading_stands_in_and_is_taken_out_of_the_body(self):
        report = describe(document(*FLOOD, headings=["Flood in Tolmery"]))
        assert (report.fields["title"].value, report.fields["title"].origin) == ("Flood in Tolmery", "first heading")
        assert "# Flood in Tolmery" not in report.body

    @pytest.mark.parametrize("headings", [[], ["What the mayor said"]])
    def test_a_first_heading_that_the_reader_took_out_costs_no_other_its_place(self, headings):
        report = describe(document(*FLOOD, hints=[("title", "Flood in Tolmery", "first heading")], headings=headings))
        assert report.fields["title"].value == "Flood in Tolmery"
        assert report.body.count("What the mayor said") == len(headings)
        assert not report.document.taken

    def test_the_first_sentence_stands_in_cut_at_a_clause(self):
        assert fields(*FLOOD)["title"] == (
            "The River Lirren broke through an earth bank at Tolmery before dawn on Wednesday",
            "first sentence, shortened",
        )
        assert fields("The rain stopped. It was late.")["title"] == ("The rain stopped", "first sentence")
        assert value("title", "word " * 30).endswith("word word…")

    @pytest.mark.parametrize("title", ["Flood - The Harbour Post", "Flood | Harbour Post", "Flood — HARBOUR POST"])
    def test_the_name_of_the_site_goes(self, title):
        assert value("title", *FLOOD, hints=[("title", title, "<title>"), ("name", "Harbour Post", "og")]) == "Flood"

    def test_another_ending_stays(self):
        title = "Flood - what we know"
        assert value("title", *FLOOD, hints=[("title", title, "h1"), ("name", "Harbour Post", "og")]) == title

    @pytest.mark.parametrize(
        ("printed", "title"),
        [
            ("UPDATE 2-Soccer-Fey wins Cup", "Fey wins Cup"),
            ("BRIEF-Lanthorn buys Ostrel", "Lanthorn buys Ostrel"),
            ("Soccer-mad town wins Cup", "Soccer-mad town wins Cup"),
            ("Tennis-Star Fey gewinnt den Pokal", "Tennis-Star Fey gewinnt den Pokal"),
            ("Anglo-Irish bank is sold", "Anglo-Irish bank is sold"),
        ],
    )
    def test_what_an_agency_tells_editors_before_a_headline_goes(self, printed, title):
        assert value("title", *FLOOD, hints=[("title", printed, "line 1")]) == title
        assert value("title", *FLOOD, headings=[printed]) == title

    def test_capitals_become_a_sentence(self):
        assert value("title", *FLOOD, hints=[("title", "FLOOD HITS TOLMERY", "h1")]) == "Flood hits Tolmery"


class TestDates:
    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            ("2026-11-11", dt.date(2026, 11, 11)),
            ("2026-11-11T08:15:00+01:00", dt.datetime(2026, 11, 11, 8, 15, tzinfo=dt.timezone(dt.timedelta(hours=1)))),
            ("2026-11-11T08:15:00", dt.date(2026, 11, 11)),
            ("11 November 2026", dt.date(2026, 11, 11)),
            ("2026-02-30", None),
            ("1970-01-01", None),
            ("0001-01-01", None),
            ("yesterday", None),
        ],
    )
    def test_a_date_is_what_the_source_states(self, given, expected):
        assert value("date", *FLOOD, hints=[("date", given, "line 1")]) == expected

    def test_an_impossible_date_makes_way_for_the_next(self):
        hints = [("date", "2026-13-01", "meta"), ("date", "2026-11-11", "line 3")]
        assert fields(*FLOOD, hints=hints)["date"] == (dt.date(2026, 11, 11), "line 3")

    @pytest.mark.parametrize(
        ("changed", "kept"),
        [("2026-11-12", True), ("2026-11-11", False), ("2026-11-10", False), ("2026-11-11T20:00:00Z", False)],
    )
    def test_lastmod_is_later_or_absent(self, changed, kept):
        hints = [("date", "2026-11-11", "a"), ("lastmod", changed, "b")]
        assert ("lastmod" in fields(*FLOOD, hints=hints)) is kept

    def test_of_two_moments_of_one_day_the_later_counts(self):
        hints = [("date", "2026-11-11T08:00:00Z", "a"), ("lastmod", "2026-11-11T09:30:00+01:00", "b")]
        assert "lastmod" in fields(*FLOOD, hints=hints)

    def test_an_update_is_no_publication(self):
        found = fields(*FLOOD, hints=[("lastmod", "2026-11-12", "line 3")])
        assert "date" not in found
        assert found["lastmod"] == (dt.date(2026, 11, 12), "line 3")

    @pytest.mark.parametrize(
        ("hints", "expected"),
        [
            ([], None),
            ([("lang", "en-US", "html lang")], dt.date(2025, 4, 5)),
            ([("url", "https://post.example.uk/a/", "canonical")], dt.date(2025, 5, 4)),
            ([("lang", "en-US", "html lang"), ("url", "https://post.example.uk/a/", "canonical")], dt.date(2025, 5, 4)),
            ([("url", "https://post.gov/a", "canonical")], dt.date(2025, 4, 5)),
            ([("url", "https://post.example.ca/a/", "canonical")], None),
            ([("url", "https://post.example/2025/05/04/a/", "canonical")], dt.date(2025, 5, 4)),
            ([("url", "https://post.example/2025/05/14/a/", "canonical")], None),
            ([("lang", "de", "html lang")], None),
        ],
    )
    def test_a_date_that_english_leaves_open_is_read_by_the_site(self, hints, expected):
        assert value("date", *FLOOD, hints=[("date", "04/05/2025", "line 1"), *hints]) == expected

    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            ("Founded 25/03/1998.", dt.date(2025, 5, 4)),
            ("Founded 03/25/1998.", dt.date(2025, 4, 5)),
            ("From 25/03/1998 to 03/25/1999.", None),
            ("Founded 03/03/1998.", None),
        ],
    )
    def test_and_by_the_other_dates_of_the_document(self, line, expected):
        stated = Hint("date", "04/05/2025", "line 1")
        blocks = tuple(Block(text, ()) for text in FLOOD)
        found = describe(Document("x.txt", "text", (line,), blocks, (stated,))).fields
        assert (found["date"].value if "date" in found else None) == expected

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("blog/2026-11-11-flood.md", dt.date(2026, 11, 11)),
            ("blog/2026-11-11-flood/index.md", dt.date(2026, 11, 11)),
            ("blog/2026-11-11.md", None),
            ("blog/2026-11-45-flood.md", None),
            ("2026-11-11-flood/a.md", None),
        ],
    )
    def test_a_day_before_the_name_of_the_file_is_the_last_to_count(self, name, expected):
        assert value("date", *FLOOD, name=name) == expected
        assert value("date", *FLOOD, name=name, hints=[("date", "2026-11-12", "a")]) == dt.date(2026, 11, 12)

    def test_no_date_is_made_up_from_the_text(self):
        assert "date" not in fields(*FLOOD, "It happened on 3 March 2025.")


class TestDraft:
    def test_a_draft_of_the_source_is_one(self):
        assert fields(*FLOOD, hints=[("draft", "true", "front matter")])["draft"] == (True, "front matter")
        assert "draft" not in fields(*FLOOD)


class TestSummary:
    @pytest.mark.parametrize(
        ("text", "kept"),
        [
            ("The latest headlines and information from Tolmery, with weather, travel and sports.", False),
            ("Pots, pans and everything that a cook could wish to own.", False),
            ("Honest voices, loved by readers across the county of Tolmery for ninety years and proud of it.", False),
            ("A bank of the Lirren gave way and people had to leave.", True),
        ],
    )
    def test_a_description_of_the_site_is_none_of_the_report(self, text, kept):
        found = fields(*FLOOD, hints=[("summary", text, "og:description")])["summary"]
        assert (found == (text, "og:description")) is kept

    def test_a_standfirst_is_the_summary(self):
        hints = [("summary", "A bank broke and half the town is under water.", "standfirst")]
        assert fields(*FLOOD, hints=hints)["summary"] == (hints[0][1], "standfirst")

    def test_else_it_is_a_sentence_word_for_word_with_its_place(self):
        text, origin = fields(*FLOOD)["summary"]
        assert text == FLOOD[0]
        assert origin == "sentence 1 of paragraph 1"

    def test_neither_the_title_again_nor_a_date_line_serves(self):
        hints = [
            ("title", "A bank broke in the night at Tolmery", "h1"),
            ("summary", "A bank broke in the night, at Tolmery.", "og"),
            ("summary", "Publié le 16 novembre 2026 à 07h15", "line 4"),
        ]
        assert value("summary", *FLOOD, hints=hints) == FLOOD[0]

    def test_it_can_be_read_by_itself(self):
        text = value(
            "summary", "“We ran,” she said, and “they", "He said so? It did: the bank at Tolmery broke.", *FLOOD
        )
        assert text == FLOOD[0]

    def test_a_sentence_that_leans_on_another_is_taken_only_where_all_do(self):
        leaning = "It was the worst night that anybody in the town remembers."
        hints = [("title", "A bank breaks at Tolmery", "h1")]
        assert value("summary", leaning, *FLOOD, hints=hints) == FLOOD[0]
        assert value("summary", leaning, hints=hints) == leaning

    def test_nothing_to_say_is_no_summary(self):
        assert "summary" not in fields("Yes.", "No.")


class TestAuthors:
    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            (["Lise Amadi", "By Tobias Kern"], ["Lise Amadi", "Tobias Kern"]),
            (["LISE AMADI"], ["Lise Amadi"]),
            (["Lise Amadi, Arts correspondent"], ["Lise Amadi"]),
            (["Helena Brandt Political"], ["Helena Brandt"]),
            (["lise@post.example"], None),
            (["Staff", "admin", "Web desk", "Harbour Post", "harbourpost.example"], None),
            (["Lise Amadi", "lise amadi"], ["Lise Amadi"]),
            (["Harbour Media Group", "Kelp GmbH", "National Desk", "Redaktion Tolmery"], None),
            (["Monday", "Last", "No Author", "Anónimo", "Our Foreign Staff"], None),
            (["April Roach", "Theresa May"], ["April Roach", "Theresa May"]),
        ],
    )
    def test_they_are_persons_each_once(self, given, expected):
        hints = [("authors", name, "byline") for name in given] + [("name", "Harbour Post", "og")]
        assert value("authors", *FLOOD, hints=hints) == expected

    def test_what_was_left_out_is_told(self):
        hints = [("authors", "Lise Amadi", "byline"), ("authors", "Staff", "byline")]
        assert fields(*FLOOD, hints=hints)["authors"] == (["Lise Amadi"], "byline; without Staff")


class TestLanguage:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("The river broke its banks and the town is under water this morning.", "en"),
            ("Der Fluss ist über die Ufer getreten, und die Stadt steht unter Wasser.", "de"),
            ("La rivière est sortie de son lit et la ville est sous les eaux ce matin.", "fr"),
            ("El río se desbordó y la ciudad está bajo el agua esta mañana.", "es"),
            ("Река вышла из берегов, и город сегодня утром под водой.", "ru"),
            ("Річка вийшла з берегів, і місто сьогодні вранці під водою.", "uk"),
            ("فاض النهر هذا الصباح وغمرت المياه المدينة بالكامل", "ar"),
            ("今天早上河水决堤，整个城市被淹没在水中。许多人离开了家园。", "zh"),
            ("今朝、川が氾濫し、町は水に浸かっています。多くの人が家を出ました。", "ja"),
            ("Nehir bu sabah taştı ve şehir sular altında kaldı.", "tr"),
            ("12 34 56 — ok.", None),
            ("Tolmery!", None),
        ],
    )
    def test_it_is_detected_in_the_text(self, text, expected):
        assert value("lang", text) == expected

    @pytest.mark.parametrize(
        ("hint", "expected"), [("en_gb", "en-GB"), ("de", "en"), ("en-US", "en-US"), ("xx!!", "en")]
    )
    def test_what_the_source_states_counts_when_the_text_agrees(self, hint, expected):
        assert value("lang", *FLOOD, hints=[("lang", hint, "html lang")]) == expected

    def test_a_short_text_is_what_the_source_says(self):
        assert value("lang", "Tolmery!", hints=[("lang", "fr", "html lang")]) == "fr"

    @pytest.mark.parametrize(
        ("hint", "text", "expected"),
        [
            (
                "hr",
                "Rijeka se izlila jutros i grad je pod vodom, rekao je gradonačelnik novinarima u ponedjeljak.",
                "hr",
            ),
            (
                "sr",
                "Rijeka se izlila jutros i grad je pod vodom, rekao je gradonačelnik novinarima u ponedjeljak.",
                "sr",
            ),
            ("ms", "Sungai itu melimpah pagi ini dan seluruh bandar ditenggelami air, kata datuk bandar.", "ms"),
            ("zh-TW", "今天早上河水決堤，整個城市被淹沒在水中。許多人離開了家園。", "zh-TW"),
        ],
    )
    def test_the_source_tells_near_languages_apart(self, hint, text, expected):
        assert value("lang", text, hints=[("lang", hint, "html lang")]) == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("今天早上河水決堤，整個城市被淹沒在水中。許多人離開了家園。", "zh-Hant"),
            ("河水决堤整个城市", "zh"),
            ("Segodnya v Moskve proshla vstrecha prezidenta s ministrami", None),
            ("Wolodymyr Selenskyj, Donald Trump", None),
            ("STADT STEHT UNTER WASSER: DER FLUSS IST ÜBER DIE UFER GETRETEN", "de"),
            ("今天", None),
        ],
    )
    def test_short_texts_and_those_of_names_are_not_guessed_at(self, text, expected):
        assert value("lang", text) == expected

    def test_a_quotation_in_another_language_is_marked(self):
        french = (
            "La rivière est sortie de son lit ce matin, et la ville est *sous les eaux*, a dit le maire à la presse."
        )
        arabic = (
            "فاض النهر هذا الصباح وغمرت المياه المدينة بالكامل، وقال رئيس البلدية إن الناس غادروا بيوتهم قبل الفجر."
        )
        short, own = "C'est la vie, dit-il.", FLOOD[0]
        quoted = tuple(Block(text, (), "quote") for text in (french, arabic, short, own))
        paragraphs = tuple(Block(text, ()) for text in FLOOD)
        report = describe(Document("x.txt", "text", (), (*paragraphs, *quoted)))
        assert report.fields["lang"].value == "en"
        assert report.body.rstrip().split("\n\n")[-1].split("\n>\n") == [
            f'> <span lang="fr">{french.replace("*", chr(92) + "*")}</span>',
            f'> <span lang="ar">{arabic}</span>',
            f"> {short}",
            f"> {own}",
        ]

    def test_no_connection_is_tried(self, monkeypatch):
        def refuse(*_):
            raise AssertionError("a connection was tried")

        monkeypatch.setattr(socket.socket, "connect", refuse)
        assert value("lang", "Ein Satz, den noch niemand vor uns geprüft hat, und noch ein zweiter dazu.") == "de"


class TestTags:
    def test_they_are_what_the_text_is_about(self):
        tags = value("tags", *FLOOD, hints=[("title", "Flood in Tolmery as the Lirren breaks its bank", "h1")])
        assert {"Tolmery", "River Lirren", "Flood"} <= set(tags)
        assert len(tags) <= 8

    def test_a_tag_of_the_source_counts_only_if_it_stands_in_the_text(self):
        tags = value(
            "tags", *FLOOD, hints=[("tags", "osier lane", "meta"), ("tags", "Whales", "meta"), ("tags", "news", "meta")]
        )
        assert "Osier Lane" in tags
        assert not {"Whales", "News"} & set(tags)

    def test_neither_publisher_nor_author_is_a_tag(self):
        text = "Bea Sorrel of the Harbour Post met Tomas Oreck in Serre. " * 3
        hints = [("authors", "Bea Sorrel", "byline"), ("name", "Harbour Post", "og"), ("title", "Oreck in Serre", "h1")]
        assert value("tags", text, hints=hints) == ["Tomas Oreck", "Serre"]

    def test_a_people_named_often_stands_for_its_country(self):
        text = (
            "Ukraine held on. Russian troops came, then more Russian tanks and Russian guns near Sudzha in the night."
        )
        assert {"Ukraine", "Russia"} <= set(value("tags", text))

    def test_a_subject_of_the_title_comes_back_in_the_text_in_any_of_its_forms(self):
        hints = [("title", "Floods reach Tolmery", "h1")]
        text = "Brown water stood in Tolmery. All of Tolmery left."
        assert "Flood" in value("tags", f"{text} Osier Lane was flooded, and no flood had come before.", hints=hints)
        assert "Flood" not in value("tags", text, hints=hints)

    @pytest.mark.parametrize(
        ("title", "text", "lang", "expected"),
        [
            (
                "Osier harvest fails",
                "The osier harvest is late. An osier harvest feeds Tolmery.",
                "en",
                "Osier harvest",
            ),
            ("Das Urteil von Serre", "Das Urteil fiel spät. Ein Urteil wie dieses Urteil gab es nie.", "de", "Urteil"),
            ("宇航员在太空喝酒", "宇航员很忙。一名宇航员说，宇航员不喝酒。", "zh", "宇航员"),
            ("警察無線の不感地帯を解消", "警察無線は古い。警察無線が届かない。新しい警察無線だ。", "ja", "警察無線"),
            ("엘제이와 류화영", "류화영은 말했다. 류화영이 왔다. 류화영을 보았다.", "ko", "류화영"),
        ],
    )
    def test_a_subject_comes_back_in_the_text_in_any_script(self, title, text, lang, expected):
        hints = [("title", title, "h1"), ("lang", lang, "html")]
        assert expected in value("tags", text, hints=hints)

    def test_a_word_that_does_not_come_back_is_none(self):
        hints = [("title", "宇航员在太空喝酒", "h1"), ("lang", "zh", "html")]
        assert value("tags", "今天天气很好，宇航员去公园散步，在那里喝酒。", hints=hints) is None

    def test_a_tag_of_the_source_that_is_the_title_is_none(self):
        hints = [("title", "Two stood and saw", "h1"), ("tags", "two stood and saw", "meta")]
        assert value("tags", "Two stood and saw the rain.", hints=hints) is None

    def test_tags_that_a_program_made_of_the_title_are_none(self):
        title = "Osier boats reach Tolmery under lanterns"
        text = f"{title}. Boats of osier came, and lanterns hung above them. The boats will stay under the bridge."
        words = [("tags", word.casefold(), "meta") for word in title.split()]
        assert "Lanterns" not in (value("tags", text, hints=[("title", title, "h1"), *words]) or ())
        assert "Lanterns" in value("tags", text, hints=[("title", title, "h1"), *words[-1:]])

    def test_a_headline_verb_is_no_subject(self):
        hints = [("title", "Court strikes down a law in Tolmery", "h1")]
        assert "Strike" not in value("tags", "Six judges met in Tolmery to end it. All of Tolmery saw.", hints=hints)

    @pytest.mark.parametrize(
        ("one", "other", "shown"),
        [
            ("Ilse Varrand", "Ilse Varrands", ["Ilse Varrand"]),
            ("Deutsche Kelp", "Deutscher Kelp", ["Deutsche Kelp"]),
            ("Нижнее Вардо", "Нижнего Вардо", ["Нижнее Вардо"]),
            ("Quarry Pond", "Pond", ["Quarry Pond"]),
            ("Iran", "Iraq", ["Iran", "Iraq"]),
            ("Paris", "Parish", ["Paris", "Parish"]),
            ("Police", "Policy", ["Police", "Policy"]),
            ("Niger", "Nigeria", ["Niger", "Nigeria"]),
            ("Serre", "Ostrel", ["Serre", "Ostrel"]),
        ],
    )
    def test_the_forms_of_a_name_and_its_parts_are_one_tag(self, one, other, shown):
        hints = [("tags", one, "meta"), ("tags", other, "meta")]
        assert value("tags", f"they spoke of {one} and of {other} and left", hints=hints) == shown

    def test_a_day_of_the_week_is_none(self):
        text = "The bakery of Tolmery sells rolls on Sundays now. All Sundays are busy, and so was Sunday in Tolmery."
        assert value("tags", text, hints=[("title", "In Tolmery on Sundays", "h1")]) == ["Tolmery"]

    @pytest.mark.parametrize(
        ("title", "text", "shown", "hidden"),
        [
            (
                "Oreck drops the lock plan",
                "Senator Tomas Oreck spoke first. Stop Oreck Now held a sign. Oreck left, and Oreck did not say why.",
                "Tomas Oreck",
                "Oreck",
            ),
            (
                "Ilse and Varrand's long road",
                "Ilse Varrand ran a mill. Ilse was nine when it burned. Varrand was silent, but Ilse's mother was not.",
                "Ilse Varrand",
                "Ilse",
            ),
            (
                "Wer Brinke hören will",
                "Die Kammerpräsidentin Orla Brinke sprach lange. Danach ging Brinke. Man sah Brinke und Orla Brinke.",
                "Orla Brinke",
                "Brinke",
            ),
            (
                "Ein Knall in Hallering",
                "Gefragt war Gesteinsexperte Oke Dammann. In Hallering traf man Gesteinsexperte Oke Dammann.",
                "Oke Dammann",
                "Gesteinsexperte Oke Dammann",
            ),
        ],
    )
    def test_a_person_is_named_in_full_and_without_an_office(self, title, text, shown, hidden):
        found = value("tags", text, hints=[("title", title, "h1")])
        assert shown in found
        assert hidden not in found

    def test_a_place_is_not_the_first_name_of_what_is_in_it(self):
        text = "The ferry to Skerrow was late. In Skerrow few minded. Skerrow Quay stood empty. The Quay needs paint."
        assert "Skerrow" in value("tags", text, hints=[("title", "Late again at Skerrow", "h1")])

    def test_general_german_nouns_are_no_tags(self):
        text = "In Angst lebte keiner. Man ging nach Hause, und nach Hause kam Licht. Von Angst sprach niemand."
        assert not {"Angst", "Hause", "Leben"} & set(
            value("tags", text, hints=[("title", "Leben ohne Angst", "h1")]) or ()
        )

    def test_numbers_are_no_tags(self):
        hints = [("title", "Fifty-eight at sea", "h1"), ("tags", "58", "meta")]
        assert "58" not in (value("tags", "There were 58 at sea, and 58 came back to Tolmery.", hints=hints) or ())

    def test_the_same_document_has_the_same_tags(self):
        assert value("tags", *FLOOD) == value("tags", *FLOOD)


class TestSource:
    @pytest.mark.parametrize(
        ("folder", "name"),
        [
            ("harbour-post", "Harbour Post"),
            ("the-sun", "The Sun"),
            ("new-quayside", "New Quayside"),
            ("new-articles", None),
            ("le-phare-du-large", "Le Phare du Large"),
            ("The Harbour Post", "The Harbour Post"),
            ("bbc", "BBC"),
            ("reuters", "Reuters"),
            ("www.example.org", "example.org"),
            ("2026-11", None),
            ("inbox", None),
            ("misc", None),
            ("my-articles", None),
            ("New folder", None),
            ("Neuer Ordner", None),
            ("Nouveau dossier", None),
            ("Nueva carpeta", None),
            ("Новая папка", None),
            ("untitled folder", None),
            ("Untitled", None),
            ("downloads", None),
            ("html", None),
            ("kursk", None),
            ("water-bank", None),
            ("Water Bank", None),
            ("ars-technica", "Ars Technica"),
            ("harbour-daily", "Harbour Daily"),
            ("news-2026", None),
        ],
    )
    def test_a_folder_that_is_called_like_a_publisher_names_it(self, folder, name):
        source, origin = fields(*FLOOD, name=f"{folder}/a/x.txt")["source"]
        assert source.get("name") == name
        assert ("folder name" in origin) is (name is not None)

    def test_a_name_in_the_document_comes_first(self):
        hints = [
            ("name", "Tolmery", "line 5"),
            ("name", "Tolmery Packet", "byline"),
            ("url", "https://t.example/x", "canonical"),
        ]
        assert fields(*FLOOD, name="tolmery-packet/x.txt", hints=hints)["source"] == (
            {"file": "tolmery-packet/x.txt", "name": "Tolmery Packet", "url": "https://t.example/x"},
            "file; name: byline; url: canonical",
        )
        assert value("source", *FLOOD, name="inbox/x.txt", hints=hints)["name"] == "Tolmery"

    def test_initials_in_the_document_confirm_the_folder(self):
        source = fields(*FLOOD, name="halvane-press-agency/x.txt", hints=[("name", "HPA", "dateline, line 3")])[
            "source"
        ]
        assert source[0]["name"] == "Halvane Press Agency"
        assert source[1] == "file; name: folder name, dateline, line 3"

    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            (["The Kelp Times | Coast News | Travel"], "The Kelp Times"),
            (["Tides and more - Kelp Times"], "Kelp Times"),
            (["Kelp: all that floats"], "Kelp"),
            (["U.S.", "Kelp Times"], "Kelp Times"),
            (["World", "Driftwood"], "World"),
            (["Tide-Table"], "Tide-Table"),
        ],
    )
    def test_a_publisher_has_no_tagline_and_no_section(self, given, expected):
        hints = [("name", name, "og") for name in given] + [("url", "https://www.kelptimes.example/x", "canonical")]
        assert value("source", *FLOOD, hints=hints)["name"] == expected

    def test_what_is_no_address_is_not_one(self):
        assert value("source", *FLOOD, hints=[("url", "javascript:alert(1)", "meta")]) == {"file": "x.txt"}

    def test_a_section_is_what_the_source_calls_it(self):
        assert value("section", *FLOOD, hints=[("section", "Home", "a"), ("section", "WORLD", "b")]) == "World"
