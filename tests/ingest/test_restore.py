"""What a scraper did to a report is undone, and nothing is lost on the way."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from cases import FOLDER, cases
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.ingest import zones
from generator.ingest.edit import take
from generator.ingest.markdown import plain
from generator.ingest.readers import Unreadable, markdown, text
from generator.ingest.readers.html import fragment
from generator.ingest.restore import restore, steps
from generator.model import Block, Document, Hint
from generator.text.usage import key

SAMPLES = sorted((Path(__file__).parents[2] / "content" / "sources").rglob("*.txt"))
FILES = sorted(path.stem for path in FOLDER.glob("restore_*.md"))


def read(lines: str, name: str = "report.txt") -> Document:
    return text.read(name, lines.encode())[0]


def shown(document: Document) -> str:
    """A document as the cases spell it: its hints, its body, and what was taken out of which line."""
    hints = [f"{hint.field}: {hint.value}" for hint in document.hints]
    marks = {"heading": "## ", "quote": "> ", "bullet": "- ", "number": "1. "}
    blocks = [marks.get(block.kind, "") + block.text for block in document.blocks]
    taken = [f"({each.line}) {each.reason}" for each in sorted(document.taken, key=lambda each: each.line)]
    return "\n".join([*hints, *blocks, *taken])


@pytest.mark.parametrize(("given_", "expected"), [case for name in FILES for case in cases(name)])
def test_a_text_is_restored(given_, expected):
    assert shown(restore(read(given_))) == expected


@pytest.mark.parametrize(("given_", "expected"), cases("markdown_above"))
def test_only_what_stands_above_the_text_of_a_markdown_file_is_read(given_, expected):
    assert shown(restore(markdown.read("almery-post/report.md", given_.encode())[0])) == expected


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_second_restoration_finds_nothing_to_do(path):
    once = restore(text.read(path.name, path.read_bytes())[0])
    assert restore(once) == once


def test_a_title_that_the_page_prints_far_above_its_menu_is_found_where_it_stands_above_the_story():
    title, menu = "Market hall burns in Tolmery", [f"Ward {number}" for number in range(60)]
    story = [
        "The old market hall in the centre of Tolmery burned down on Monday night, and nobody was hurt, it is said.",
        "Flames were seen from the hill at ten past two. “It went up like a box of matches,” said the baker.",
    ]
    restored = restore(read("\n\n".join([title, *menu, title, "Nobody was hurt in the night", *story])))
    assert [hint.value for hint in restored.hints if hint.field == "title"] == [title]
    assert [block.text for block in restored.blocks] == story


def test_a_byline_joined_to_the_title_comes_apart_below_a_menu_of_any_length():
    menu = [f"Ward {number}" for number in range(60)]
    story = "The old market hall in the centre of Tolmery burned down on Monday night, and nobody was hurt, it is said."
    title = "The old market hall of Tolmery burns down, and nobody is hurt in the night"
    head = [title, "by the Packet 11 November 2026"]
    text = "\n".join([*menu, *head, story, f"{story[:-1]} again."])
    hints = {hint.field: hint.value for hint in restore(read(text)).hints}
    assert (hints["title"], hints["date"]) == (title, "2026-11-11")


def test_a_story_ends_above_a_paragraph_that_many_lines_of_the_page_kept_apart():
    story = [
        "The old weir at Cray Mill gave way in the early hours of Tuesday, and the river rose by a metre, it is said."
    ]
    page = [f"Share, {number}" for number in range(12)]
    teaser = (
        "The crews of the ferries go back to work on Monday, and nobody will lose the pay of the six days, it is said."
    )
    document = read("\n\n".join([*story * 3, *page, teaser]))
    assert zones.story(document) == (0, 2)
    assert zones.story(take(document, dict.fromkeys(range(3, 15), "share bar"))) == (0, 2)
    assert zones.story(take(document, dict.fromkeys(range(3, 15), "caption"))) == (0, 3)  # those are of the story


def test_a_story_of_hundreds_of_short_lines_keeps_them():
    said = (
        "The lists of the county were read out in the hall, and they will hang at its door until the end of the week."
    )
    names = [f"Ward {number}, in the lower town: Bea Sorrel;" for number in range(320)]
    page = ["Advertise with us", "Share this article", "Log in"] * 4
    whole = ["Who was elected in the county", *page]
    for at in range(0, len(names), 5):
        whole += [f"In ward {at} the vote was counted twice. {said}", *names[at : at + 5]]
    kept = {block.text for block in restore(read("\n\n".join([*whole, f"{said} {said}", *page]))).blocks}
    assert set(names) - kept == set()


# ---------------------------------------------------------------- laws

LINES = st.sampled_from(
    """
    KIEV LOSES HALF OF KURSK Military experts from both sides say that Ukraine is behind, and that it will stay behind.
    TALKS WITH THE EU The minister left the hall early and without a word to those who waited.
    The minister left the hall early and without a word to those who waited in the rain.
    The minister left the hall early, without a word.
    He said nothing.
    NO COMMENT.
    Market hall burns in Tolmery
    Market hall burns in Tolmery - Example Post
    MARKET HALL BURNS IN TOLMERY
    By Jane Doe, Arts correspondent
    Jane DoeExample Post
    JANE DOE | 7 hours ago
    Published 9 March 2025, 07:55
    date 2025-03-09The minister left the hall early and without a word to those who waited in the rain.
    Updated: 10 March 2025
    Updated:
    March 9, 20247:55 AM
    0:00
    KIEV, March 3 (HPA) — The minister left the hall early and without a word to those who waited in the rain.
    Home > World > Europe
    SPORT
    Share
    Facebook
    Comments are closed
    We use cookies to keep this site free. Manage preferences or accept all.
    Tags: fire, Tolmery, market
    Topics
    Most read
    1
    READ MORE: The hall in pictures
    The hall on Monday. Photo: Jane Doe/AFP
    (Image: Jane Doe / Example Post)
    What happens now
    Story continues below
    Jane Doe is a reporter at the Example Post. She covers markets.
    Summary: The minister left the hall early and without a word to those who waited in the rain.
    © 2025 Example Post. All rights reserved.
    — Jane Doe (@jane) March 9, 2025
    > A quotation of the minister, who left early.
    Ferry crews vote for a strike in the harbour
    Kultur
    More news
    About the author
    by
    Remove this advertisement, please
    , and nobody said a word to
    (the minister)
    who had waited for the whole of the day in front of the hall, said
    - an item of a list
    - another item
    大臣は水曜日の朝早く会場を後にし、待っていた人々には一言も語らなかった。
    غادر الوزير القاعة مبكرا دون أن يقول كلمة واحدة للذين كانوا ينتظرون في الخارج.
    """.strip().split("\n")
).map(str.strip)
AWAY = "The minister left the hall early and without a word to those who waited in the rain."
ANY = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=60)
TEXTS = st.lists(st.one_of(LINES, LINES, LINES, st.just(""), ANY), max_size=24).map("\n".join)
FEW = settings(max_examples=60, deadline=None)


def documents():
    """Scraped texts, and the same lines as the blocks of a web page."""
    as_text = TEXTS.map(read)
    as_page = st.lists(LINES, max_size=16).map(
        lambda lines: Document(
            "page.html",
            "html",
            tuple(lines),
            tuple(Block(line, (number,), markup=True) for number, line in enumerate(lines, start=1)),
            (Hint("title", "Market hall burns in Tolmery", "og:title"),),
        )
    )
    return st.one_of(as_text, as_page)


def unaccounted(document: Document) -> set[int]:
    """The lines that are neither in a block nor taken."""
    known = {line for block in document.blocks for line in block.lines} | {each.line for each in document.taken}
    return {number for number, line in enumerate(document.lines, start=1) if line.strip()} - known


def letters(texts: Iterable[str]) -> Counter[str]:
    """Letters and figures, without regard to case: words may come apart that a scraper had glued together."""
    return Counter(letter for text_ in texts for letter in key(text_) if letter.isalnum())


@FEW
@given(documents())
@example(read(f"{AWAY}\nKultur\nFerry crews vote for a strike in the harbour\n{AWAY} Then it rained.\n{AWAY}"))
@example(read(f"{AWAY}\nThe hall where\nthe minister\n, who had waited in the rain for an hour, spoke\n(at last)\n."))
def test_every_line_stays_accounted_for_after_every_step(document):
    for name, step in steps(document):
        document = step(document)
        assert not unaccounted(document), name


@FEW
@given(documents())
@example(read("date 2025-03-09Thieves took a brass astrolabe from the museum in the early hours of Monday.\nMore."))
@example(read("OSTREL SENTINEL, Wednesday, November 18, 2026. By Gwen Ashdown and Piet Lorne\nA pond came down."))
def test_no_word_is_lost(document):
    before = letters([*map(plain, document.blocks), *(each.text for each in document.taken)])
    after = restore(document)
    assert not before - letters([*map(plain, after.blocks), *(each.text for each in after.taken)])


@FEW
@given(documents())
def test_what_a_reader_hinted_stays_and_stays_first(document):
    assert restore(document).hints[: len(document.hints)] == document.hints


SYLLABLES = [first + second + "le" for first in "bcdfghjklm" for second in ("a", "e", "i", "o", "u", "ai", "ou", "ea")]
PARAGRAPHS = st.tuples(st.permutations(SYLLABLES), st.integers(1, 5)).map(
    lambda found: [" ".join(found[0][at : at + 16]).capitalize() + "." for at in range(0, 16 * found[1], 16)]
)
"""Sentences that have no word in common."""


@FEW
@given(PARAGRAPHS)
def test_a_text_of_plain_paragraphs_loses_none(paragraphs):
    document = restore(read("\n\n".join(paragraphs)))
    assert [block.text for block in document.blocks] == paragraphs


@FEW
@given(st.binary(max_size=200))
def test_no_bytes_make_it_fail(data):
    with suppress(Unreadable):
        assert not unaccounted(restore(text.read("any.txt", data)[0]))


def test_the_dateline_goes_from_marked_up_text_too():
    page = b"<p>CORVESSA (HPA) \xe2\x80\x94 The <em>old</em> bridge opened on Monday after a year.</p>"
    (document,) = (restore(each) for each in fragment.read("a.html", page))
    assert [block.text for block in document.blocks] == ["The *old* bridge opened on Monday after a year."]
    assert [taken.reason for taken in document.taken] == ["dateline"]


def test_what_a_saved_page_says_twice_its_author_wrote_twice():
    answers = [f"{guest} said that the ship would sail again, and told us at length why that is so." for guest in "ABC"]
    asked = "What did you feel when you first saw the ship in the harbour?"
    told = [text for answer in answers for text in (asked, answer)]
    document = Document("a.html", "html", tuple(told), tuple(Block(text, (at,)) for at, text in enumerate(told, 1)))
    assert [block.text for block in restore(document).blocks] == told
    assert len(restore(replace(document, bare=True)).blocks) < len(told)


def test_a_line_with_two_phrases_is_the_same_thing_in_each_process():
    asked = "from generator.ingest.phrases import find; print(find('Our free newsletter | privacy policy and more'))"
    told = {
        subprocess.check_output([sys.executable, "-c", asked], env={**os.environ, "PYTHONHASHSEED": str(seed)})
        for seed in range(6)
    }
    assert len(told) == 1


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("The mayor of Orrin, pictured, said on Monday that the pool would stay closed for a year.", True),
        ("Ann Brink, pictured in May, at the pool of Orrin", False),
        ("Ann Brink, pictured, and Tom Hale", False),
    ],
)
def test_who_is_pictured_is_a_caption_unless_a_sentence_tells_what_he_did(line, stays):
    prose = "The pool of Orrin stays closed until its roof has been mended, the council said on Monday evening."
    told = (prose, line, f"{prose} It has leaked since May.", f"{prose} Nobody was hurt.")
    document = Document("a.html", "html", told, tuple(Block(text, (at,)) for at, text in enumerate(told, 1)))
    assert (line in [block.text for block in restore(document).blocks]) == stays
