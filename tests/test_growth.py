"""No source takes more than its length of time: what repeats one sign ten thousand times is read like any other."""

import pytest
from linear import grows, worsens

from generator.ingest import reading
from generator.ingest.describe import language
from generator.ingest.describe.plain import Plain
from generator.ingest.readers import html, text
from generator.ingest.readers.text.wrapping import Wrapping
from generator.model import Block, Document
from generator.text.marks import unmarked

MARKDOWN = ["*a ", "**a ", "***a *b ", "_a ", "`a ", "[a](<", '[a]( "', "<!--", "[^a", "[[a]", "<a@", "&a", "![a](("]
PLAIN = ["a\n\n", "a b\n", "> a\n\n", ">", "> ", "a-\n", "- a\n", "=\n", "Ab, ", "(", "a", ". ", "\t "]
PROSE = "The pool of Orrin stays closed until its roof has been mended, the council said on Monday evening."
ROW = "<tr><td>a<td>b</tr>"
PAGES = {
    "table of data": lambda given: f"<table><tr><th>a<th>b</tr>{given}</table>",
    "head of many authors": lambda given: "".join(
        f"<meta name=author content='Ada B{number:b}'>".replace("0", "o").replace("1", "i")
        for number in range(len(given))
    ),
    "table with a wide row": lambda given: f"<table><tr><td>a{'<td>' * (len(given) // 4)}</tr>{given}</table>",
}
PARTED = {
    "words below a story.txt": lambda many: f"Pool stays closed\n\n{PROSE}\n\n{PROSE}\n\n{PROSE} (ap{'/a' * many}\n",
    "encoded text in a mail.eml": lambda many: (
        f"From: a@b.example\nMIME-Version: 1.0\n\nAa Bb Cc Dd Ee Ff {'A' * many}=\n\n{PROSE} {PROSE}\n\n{PROSE}\n"
    ),
}
"""What an expression of too much freedom takes apart in twice as many ways for each letter more."""
LANGUAGE = ["a", "a@", "www.", "://", "a ", "ä"]


@pytest.mark.parametrize("piece", MARKDOWN)
def test_marks_are_taken_off_in_linear_time(piece):
    assert grows(unmarked, piece) < 10


@pytest.mark.parametrize("piece", PLAIN)
def test_text_is_read_in_linear_time(piece):
    assert grows(lambda given: text.read("a.txt", (given + "x").encode()), piece) < 10


@pytest.mark.parametrize("piece", LANGUAGE)
def test_language_is_found_in_linear_time(piece):
    def work(given):
        language.lang.__wrapped__(Plain.of(Document("a", "text", (given,), (Block(given, (1,)),))))

    assert grows(work, piece) < 10


@pytest.mark.parametrize(
    ("page", "piece"),
    [
        ("table of data", ROW),
        ("table of data", "<tr><td>a<td><h3>b</h3></tr><tr><td>a<td>b</tr>"),
        ("table with a wide row", ROW),
        ("head of many authors", "a"),
    ],
)
def test_a_page_is_read_in_linear_time(page, piece):
    assert grows(lambda given: html.read("a.html", f"{PAGES[page](given)}<p>{PROSE}</p>".encode()), piece, 1000) < 10


@pytest.mark.parametrize(("times", "blocks"), [(1, 3), (200, 4)])
def test_a_copy_in_one_line_is_looked_for_where_there_is_little_to_search(times, blocks):
    lines = [f"{number} {PROSE * (4 * times)}" for number in "abc"]
    (document,) = html.read("a.html", "".join(f"<p>{line}</p>" for line in (*lines, " ".join(lines))).encode())
    assert len(document.blocks) == blocks


@pytest.mark.parametrize("name", PARTED)
def test_a_line_takes_no_longer_for_each_way_to_part_it(name):
    def work(many, number):
        list(reading.read(name, f"{PARTED[name](many)}{number}\n".encode()))

    assert worsens(work, 20, 24) < 4


def test_the_wrapping_of_a_text_is_looked_at_once(monkeypatch):
    seen = []
    of = Wrapping.of.__func__
    monkeypatch.setattr(Wrapping, "of", classmethod(lambda cls, lines: seen.append(len(lines)) or of(cls, lines)))
    text.read("a.txt", b"word\n\n" * 500 + b"> word\n\n" * 500)
    assert sum(seen) < 3000
