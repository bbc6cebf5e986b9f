"""The body of an article reads back as the blocks it was made from, and has no mark that it does not need."""

import re

import markdown
import pytest
from cases import cases
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html

from generator.ingest.markdown import body_of, plain
from generator.ingest.readers.html.inline import Piece, markdown_of, text_of
from generator.model import Block, Document
from generator.text.marks import escape, unmarked

CONVERTER = markdown.Markdown(extensions=["extra", "sane_lists"])
SIGNS = [
    *"ab1 .*_`[]()<>&#-+=~|:!\\{}^\"'/;",
    "a ",
    "1. ",
    "- ",
    "**",
    "__",
    "http://x.y",
    "</p>",
    "&amp;",
    "<b>",
    "[^1]",
]
SIGNS += [
    "[a]: b",
    "``",
    "~~~",
    "    ",
    ": ",
    "{: .x}",
    "<!--",
    "*[a]: b",
    "| a | b",
    "---",
    "![a](b)",
    "U.S. ",
    "é",
    "שלום",
]
TEXT = st.one_of(st.lists(st.sampled_from(SIGNS), max_size=12).map("".join), st.text(max_size=30)).map(
    lambda text: " ".join(re.sub("[\x00-\x08\x0e-\x1f\x7f]", "", text).split())
)
WORDS = TEXT.filter(bool)
BLOCKS = st.lists(
    st.builds(
        lambda text, kind, level: Block(text, (1,), kind, level + 1 if kind == "heading" else level),
        WORDS,
        st.sampled_from(["paragraph", "heading", "quote", "bullet", "number"]),
        st.integers(1, 3),
    ),
    min_size=1,
    max_size=4,
)
MARKS = st.lists(
    st.sampled_from([("a", "http://x.y/z_(q)?a=b*c"), ("a", "javascript:x"), ("strong", ""), ("em", ""), ("code", "")]),
    max_size=3,
).map(tuple)
PIECES = st.lists(st.builds(Piece, st.one_of(TEXT, st.text(max_size=8)), MARKS), max_size=5)


def document(*blocks):
    return Document("a.txt", "text", ("a",), blocks)


def root(body):
    CONVERTER.reset()
    return html.fromstring(f"<div>{CONVERTER.convert(body)}</div>")


def words_of(element):
    return " ".join("".join(element.itertext()).split())


def read_back(body):
    """(kind, level, text) of each block of the HTML that Python-Markdown makes of `body`."""
    found = []
    for element in root(body):
        if element.tag in ("ul", "ol"):
            found += list(items(element, 1))
        elif element.tag == "blockquote":
            found += [("quote" if each.tag == "p" else each.tag, 0, words_of(each)) for each in element]
        elif re.fullmatch("h[1-6]", element.tag):
            found.append(("heading", int(element.tag[1]), words_of(element)))
        else:
            found.append(("paragraph" if element.tag == "p" else element.tag, 0, words_of(element)))
    return found


def items(element, depth):
    for item in element:
        inner = [child for child in item if child.tag in ("ul", "ol")]
        strange = [child.tag for child in item if child.tag not in ("ul", "ol")]
        text = (item.text or "") + "".join(child.tail or "" for child in item)
        yield "bullet" if element.tag == "ul" else "number", depth, " ".join(text.split()) + "".join(strange)
        for child in inner:
            yield from items(child, depth + 1)


def expected(blocks):
    """What the blocks mean: an item is at most one deeper than the one before, and of the kind of its neighbours."""
    found, kinds = [], []
    for block in blocks:
        if block.kind in ("bullet", "number"):
            depth = min(block.level, len(kinds) + 1)
            kind = kinds[depth - 1] if 1 < depth <= len(kinds) else block.kind
            kinds = [*kinds[: depth - 1], kind]
            found.append((kind, depth, block.text))
        else:
            kinds = []
            found.append((block.kind, block.level if block.kind == "heading" else 0, block.text))
    return found


@settings(max_examples=700, deadline=None)
@given(BLOCKS)
def test_a_body_reads_back_as_the_same_blocks(blocks):
    assert read_back(body_of(document(*blocks))) == expected(blocks)


@settings(max_examples=700, deadline=None)
@given(PIECES)
@example([Piece("<1", ()), Piece("@", (("a", "http://x.y/z"),)), Piece("</p>", ())])
def test_running_text_of_a_page_reads_back_as_the_same_text(pieces):
    if text := text_of(pieces):
        line = markdown_of(pieces, "")
        (paragraph,) = root(line)
        assert (paragraph.tag, words_of(paragraph)) == ("p", text)
        assert unmarked(line) == text
        assert "javascript" not in line or "javascript" in text


@settings(max_examples=500, deadline=None)
@given(TEXT)
def test_taking_the_marks_off_undoes_escaping(text):
    assert unmarked(escape(text)) == text
    assert unmarked(escape(text, sure=True)) == text


@pytest.mark.parametrize(("given_", "expected"), cases("escape"))
def test_only_what_would_be_misread_is_escaped(given_, expected):
    assert escape(given_) == expected


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a *b* **c** ***d*** _e_ __f__", "a b c d e f"),
        ('see [the *map*](https://x.y/a_(b) "t") and [two][ref]', "see the map and two"),
        ("![a boat](boat.jpg)", "a boat"),
        ("`x * y` and ``a ` b``", "x * y and a ` b"),
        ("<https://x.y/> and <a@b.example>", "https://x.y/ and a@b.example"),
        ("one<br>two <b>three</b><!-- x -->", "onetwo three"),
        (r"\*a\* 1\. \[b\]", "*a* 1. [b]"),
        ("AT&amp;T &lt;3 &copy 2026", "AT&T <3 &copy 2026"),
        ("a note[^1]", "a note"),
        ("snake_case and 5 * 3 * 2", "snake_case and 5 * 3 * 2"),
    ],
)
def test_plain_is_what_a_reader_sees(text, shown):
    assert plain(Block(text, (1,), markup=True)) == shown


def test_text_that_is_not_markdown_is_plain_as_it_is():
    assert plain(Block("*a*", (1,))) == "*a*"


def test_blocks_stand_apart_and_items_together():
    body = body_of(
        document(
            Block("First.", (1,)),
            Block("A section", (2,), "heading", 2),
            Block("one", (3,), "bullet", 1),
            Block("deeper", (4,), "bullet", 2),
            Block("two", (5,), "bullet", 1),
            Block("said she", (6,), "quote"),
            Block("said he", (7,), "quote"),
            Block("| a |\n| - |", (8,), "verbatim", markup=True),
            Block("Last *one*.", (9,), markup=True),
        )
    )
    assert body == (
        "First.\n\n## A section\n\n- one\n    - deeper\n- two\n\n"
        "> said she\n>\n> said he\n\n| a |\n| - |\n\nLast *one*.\n"
    )


def test_no_blocks_make_an_empty_body():
    assert body_of(document()) == body_of(document(Block("", (1,)))) == ""
