"""RTF gives its text with headings, lists, tables, links and notes, in any encoding; nothing hidden or deleted."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_readers_word import FERRY, WALL, hints, only, shown

from generator.ingest.readers import Unread, read

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fswiss\fcharset204 Arial;}}"
    r"{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}{\s1\b\fs32 heading 1;}{\s2\qc Title;}}"
    r"{\info{\title report.rtf}{\author Ada Lindqvist}{\creatim\yr2020\mo1\dy1}}{\header Page \chpgn\par}"
)


def rtf(*body, head=HEAD):
    """A file with these paragraphs."""
    return (head + "\n".join(rf"\pard {each}\par" for each in body) + "}").encode("cp1252")


def texts(*body):
    return [text for _, text in shown(only(rtf(*body), "a.rtf"))]


def test_styles_say_what_is_the_title_and_a_heading():
    document = only(rtf(r"\s2 A ferry sinks", FERRY, r"\s1\b The wall\b0", f"{WALL} So said Ada Lindqvist."), "a.rtf")
    assert (hints(document, "title"), hints(document, "authors")) == (["A ferry sinks"], ["Ada Lindqvist"])
    assert hints(document, "date") == []
    assert shown(document) == [
        ("paragraph", FERRY),
        ("heading", "The wall"),
        ("paragraph", f"{WALL} So said Ada Lindqvist."),
    ]


@pytest.mark.parametrize(
    ("written", "read_"),
    [
        (r"caf\'e9 \emdash  \ldblquote no\rdblquote", "café — “no”"),
        (r"caf\u233?, caf\u233\'e9", "café, café"),
        (r"{\uc0 \u1055\u1088}\u1080?", "При"),
        (r"{\f1 \'cf\'f0\'e8}", "При"),
        (r"\u-10179?\u-8704? smile", "😀 smile"),
        (r"a\~b \{c\} d\\e", r"a b \{c} d\e"),
        (r"hy\-phen", "hyphen"),
        (r"\b bold\b0  and \i italic\i0", "**bold** and *italic*"),
        (r"seen{\v hidden}{\deleted gone}", "seen"),
        (r"a{\*\unknown{} text}b", "ab"),
        (r"a\bin5 }}{{}b", "ab"),
        (r'{\field{\*\fldinst{HYPERLINK "https://a.example/b"}}{\fldrslt{a link}}}', "[a link](https://a.example/b)"),
        (r"one\line two", "one two"),
    ],
)
def test_what_is_written_is_read(written, read_):
    assert texts(FERRY, f"{written}.", WALL)[1] == f"{read_}."


def test_lists_tables_and_notes_are_kept():
    items = [rf"{{\listtext {sign}\tab}}\ls1 {text}" for sign, text in (("1.", "the hull"), ("2.", "the cat"))]
    row = r"\trowd\cellx1\cellx2\intbl Wall\cell 4.1\cell\row"
    note = r"{\super\chftn{\footnote\pard So she said.}}"
    document = only(rtf(f"{FERRY}{note}", *items, r"{\listtext\'b7\tab}the quay", f"{row}{row}", WALL), "a.rtf")
    assert shown(document) == [
        ("paragraph", f"{FERRY}[1]"),
        ("number", "the hull"),
        ("number", "the cat"),
        ("bullet", "the quay"),
        ("verbatim", "| Wall | 4.1 |\n| --- | --- |\n| Wall | 4.1 |"),
        ("paragraph", WALL),
        ("number", "So she said."),
    ]


def test_content_decides_whatever_the_name():
    assert shown(only(rtf(FERRY), "notes.doc")) == [("paragraph", FERRY)]


def test_what_follows_the_last_brace_is_no_text():
    assert shown(only(rtf(FERRY) + b"}}} and more", "a.rtf")) == [("paragraph", FERRY)]


@pytest.mark.parametrize(
    "data", [b"{\\rtf1", b"{\\rtf1}", rtf(), b"{\\rtf" + b"{" * 100_000, b"{\\rtf" + b"}" * 100_000]
)
def test_a_file_without_text_gives_a_document_without_blocks(data):
    assert only(data, "a.rtf").blocks == ()


FILE = rtf(
    r"\s2 A ferry sinks",
    FERRY,
    r"\b The wall\b0",
    rf"{WALL} \'e9\u233? {{\footnote\pard A note.}}",
    r"\trowd a\cell\row",
)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 2**32))
def test_a_damaged_file_gives_a_document_or_a_reason(seed):
    chance = random.Random(seed)
    made = bytearray(FILE)
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(made))
        kind = chance.randrange(4)
        if kind == 0:
            made[place] = chance.randrange(256)
        elif kind == 1:
            del made[place : place + chance.randint(1, 40)]
        else:
            made[place:place] = [made[place : place + 60], b"{", b"}\\u-99999999 ", b"\\'ff\\uc99 "][
                kind * chance.randrange(2)
            ]
    for document in read("a.rtf", b"{\\rtf" + bytes(made)[5:]):
        if isinstance(document, Unread):
            assert document.reason
            assert "its reader failed" not in document.reason
