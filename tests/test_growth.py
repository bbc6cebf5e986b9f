"""No source takes more than its length of time: what repeats one sign ten thousand times is read like any other."""

import pytest
from linear import grows

from generator.ingest.describe import language
from generator.ingest.describe.plain import Plain
from generator.ingest.readers import text
from generator.ingest.readers.text.wrapping import Wrapping
from generator.model import Block, Document
from generator.text.marks import unmarked

MARKDOWN = ["*a ", "**a ", "***a *b ", "_a ", "`a ", "[a](<", '[a]( "', "<!--", "[^a", "[[a]", "<a@", "&a", "![a](("]
PLAIN = ["a\n\n", "a b\n", "> a\n\n", ">", "> ", "a-\n", "- a\n", "=\n", "Ab, ", "(", "a", ". ", "\t "]
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


def test_the_wrapping_of_a_text_is_looked_at_once(monkeypatch):
    seen = []
    of = Wrapping.of.__func__
    monkeypatch.setattr(Wrapping, "of", classmethod(lambda cls, lines: seen.append(len(lines)) or of(cls, lines)))
    text.read("a.txt", b"word\n\n" * 500 + b"> word\n\n" * 500)
    assert sum(seen) < 3000
