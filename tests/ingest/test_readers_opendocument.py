"""An OpenDocument text gives its title, headings, lists, tables and notes; nothing of what was deleted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_readers_word import FERRY, WALL, hints, mutant, only, packed, shown

from generator.ingest.readers import Unread, read

MIME = "application/vnd.oasis.opendocument.text"
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
    for name, path in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("meta", "meta"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    )
)
SPACES += ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
STYLES = (
    '<style:style style:name="P1" style:parent-style-name="Title"/>'
    '<style:style style:name="P2" style:parent-style-name="Quotations"/>'
    '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1"/></text:list-style>'
    '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/></text:list-style>'
)


def p(text, style=""):
    """One paragraph."""
    return f'<text:p text:style-name="{style}">{text}</text:p>' if style else f"<text:p>{text}</text:p>"


def content(*body):
    """The main part."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {SPACES}><office:automatic-styles>{STYLES}'
        f"</office:automatic-styles><office:body><office:text>{''.join(body)}</office:text></office:body>"
        "</office:document-content>"
    )


def odt(*body, meta="", parts=None):
    """A text with this body."""
    told = f"<office:meta>{meta}<dc:date>2020-01-01</dc:date></office:meta>"
    told = f"<office:document-meta {SPACES}>{told}</office:document-meta>"
    return packed({"mimetype": MIME, "content.xml": content(*body), "meta.xml": told} | (parts or {}), 0)


def test_styles_say_what_is_the_title_a_heading_and_a_quotation():
    body = (
        p("A ferry sinks", "P1"),
        p(FERRY),
        '<text:h text:outline-level="1">The wall</text:h>',
        p(WALL),
        p(FERRY, "P2"),
    )
    document = only(odt(*body), "a.odt")
    assert hints(document, "title") == ["A ferry sinks"]
    assert hints(document, "date") == []
    assert shown(document) == [("paragraph", FERRY), ("heading", "The wall"), ("paragraph", WALL), ("quote", FERRY)]


def test_lists_tables_links_notes_and_spaces_are_kept():
    items = "".join(f"<text:list-item>{p(each)}</text:list-item>" for each in ("the hull", "the cat"))
    cells = "".join(f"<table:table-cell>{p(each)}</table:table-cell>" for each in ("Wall", "4.1"))
    note = f"<text:note-citation>1</text:note-citation><text:note-body>{p('So she said.')}</text:note-body>"
    bold = '<text:span text:style-name="B">sank</text:span>'
    body = (
        p(f'The<text:s text:c="2"/>ferry<text:tab/>{bold}, and nobody was on it.<text:note>{note}</text:note>'),
        f'<text:list text:style-name="L1">{items}</text:list>',
        f'<text:list text:style-name="L2">{items}</text:list>',
        f"<table:table><table:table-row>{cells}</table:table-row><table:table-row>{cells}</table:table-row></table:table>",
        p(f'{WALL} <text:a xlink:href="https://ferry.example/">More</text:a> of it.'),
    )
    assert shown(only(odt(*body), "a.odt")) == [
        ("paragraph", "The ferry **sank**, and nobody was on it.[1]"),
        ("number", "the hull"),
        ("number", "the cat"),
        ("bullet", "the hull"),
        ("bullet", "the cat"),
        ("verbatim", "| Wall | 4.1 |\n| --- | --- |\n| Wall | 4.1 |"),
        ("paragraph", f"{WALL} [More](https://ferry.example/) of it."),
        ("number", "So she said."),
    ]


def test_what_was_deleted_what_is_hidden_and_comments_are_gone():
    gone = f"<text:changed-region><text:deletion>{p('Deleted.')}</text:deletion></text:changed-region>"
    gone = f"<text:tracked-changes>{gone}</text:tracked-changes>"
    remark = f"<office:annotation>{p('Is that so?')}</office:annotation>"
    hidden = f'<text:section text:display="none">{p("Hidden.")}</text:section>'
    assert shown(only(odt(gone, p(f"{FERRY}{remark}"), hidden, p(WALL)), "a.odt")) == [
        ("paragraph", FERRY),
        ("paragraph", WALL),
    ]


def test_what_the_file_says_of_itself_counts_only_where_a_person_could_have_said_it():
    meta = "<dc:title>report_final.odt</dc:title><meta:initial-creator>Ada Lindqvist</meta:initial-creator>"
    document = only(odt(p(FERRY), p(f"{WALL} So said Ada Lindqvist."), meta=meta), "a.odt")
    assert (hints(document, "title"), hints(document, "authors")) == ([], ["Ada Lindqvist"])


def test_a_text_in_a_single_xml_file_is_read_too():
    flat = content(p(FERRY)).replace("office:document-content", "office:document")
    flat = flat.replace("<office:document ", f'<office:document office:mimetype="{MIME}" ', 1)
    assert shown(only(flat.encode(), "a.fodt")) == [("paragraph", FERRY)]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (odt(p(FERRY))[:-40], "damaged: File is not a zip file"),
        (odt(p(FERRY), parts={"content.xml": "<a>"}), "damaged: content.xml: "),
        (odt(p(FERRY), parts={"content.xml": "<a/>"}), "damaged: there is no text part in it"),
        (
            odt(p(FERRY), parts={"META-INF/manifest.xml": "<manifest:encryption-data/>"}),
            "encrypted: it opens only with a password",
        ),
        (odt(p(FERRY), parts={"content.xml": " " * (40 << 20)}), "too large: content.xml unfolds to 40 MB"),
        (odt("<text:section>" * 5000 + "</text:section>" * 5000), "damaged: content.xml: "),
    ],
)
def test_what_cannot_be_read_says_why(data, told):
    (found,) = read("a.odt", data)
    assert isinstance(found, Unread)
    assert found.reason.startswith(told)


def test_entities_are_not_replaced():
    bomb = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    text = content(p(f"{FERRY} &b; &f;")).replace("?>", f"?>{bomb}", 1)
    (found,) = read("a.odt", odt(parts={"content.xml": text}))
    assert isinstance(found, Unread) or [block.text for block in found.blocks] == [FERRY]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32))
def test_a_damaged_file_gives_a_document_or_a_reason(seed):
    data = odt(p("A ferry sinks", "P1"), p(FERRY), f"<text:list><text:list-item>{p(WALL)}</text:list-item></text:list>")
    for document in read("a.odt", mutant(data, seed)):
        if isinstance(document, Unread):
            assert document.reason
            assert "its reader failed" not in document.reason
