"""An EPUB gives a document for each chapter; cover, contents and imprint are told, and are none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_readers_word import FERRY, WALL, hints, mutant, packed

from generator.ingest.readers import Unread, read
from generator.model import Document

CONTAINER = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
OPF = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:opf="http://www.idpf.org/2007/opf">
<metadata><dc:title>The Gazette Weekly</dc:title><dc:creator opf:role="aut">Doe, Jane</dc:creator>
<dc:creator opf:role="bkp">calibre</dc:creator><dc:language>en</dc:language><dc:publisher>Gazette Press</dc:publisher>
{metadata}</metadata>
<manifest>
<item id="c" href="cover.xhtml" media-type="application/xhtml+xml"/>
<item id="i" href="imprint-page.xhtml" media-type="application/xhtml+xml"/>
<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="a" href="text/ferry%20sinks.xhtml" media-type="application/xhtml+xml"/>
<item id="b" href="text/wall.xhtml" media-type="application/xhtml+xml"/>
<item id="g" href="map.svg" media-type="image/svg+xml"/>
<item id="m" href="gone.xhtml" media-type="application/xhtml+xml"/>
</manifest>
<spine><itemref idref="c"/><itemref idref="i"/><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/>
<itemref idref="a"/><itemref idref="g"/><itemref idref="m"/><itemref idref="unknown"/></spine></package>"""
NAV = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
<nav epub:type="toc"><ol><li><a href="text/ferry%20sinks.xhtml#top">A ferry sinks</a></li></ol></nav>
<nav epub:type="landmarks"><ol><li><a epub:type="copyright-page" href="imprint-page.xhtml">Imprint</a></li></ol></nav>
</body></html>"""


def page(text):
    return f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{text}</body></html>'


def epub(metadata="", **parts):
    made = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": OPF.format(metadata=metadata),
        "OPS/nav.xhtml": NAV,
        "OPS/cover.xhtml": page("<img src='a.png'/>"),
        "OPS/imprint-page.xhtml": page("<p>All rights reserved.</p>"),
        "OPS/text/ferry sinks.xhtml": page(f"<p>{FERRY}</p>"),
        "OPS/text/wall.xhtml": page(f"<h1>The wall</h1><p>{WALL}</p>"),
    }
    return packed(made | parts, 0)


LINKS = "".join(
    f'<p>{n}. <a href="{path}">{label}</a></p>'
    for n, (path, label) in enumerate(
        [
            ("../cover.xhtml", "Cover"),
            ("ferry%20sinks.xhtml#top", "A ferry sinks at its moorings"),
            ("../gone.xhtml", "The cat"),
        ]
    )
)


@pytest.mark.parametrize(
    ("page_", "contents"),
    [
        (f"<h2>What is in it</h2>{LINKS}", True),
        (f"<h2>What is in it</h2>{LINKS}<p>{FERRY}</p><p>{WALL}</p>", False),  # most of it is text
        ("".join(LINKS.partition("</p>")[:2]), False),  # one link to another page
    ],
)
def test_a_page_of_links_to_the_others_is_the_table_of_contents(page_, contents):
    found = {each.name: each for each in read("week.epub", epub(**{"OPS/text/wall.xhtml": page(page_)}))}
    said = found["week.epub#OPS/text/wall.xhtml"]
    assert (isinstance(said, Unread) and said.reason == "table of contents") is contents


def test_each_chapter_is_a_document_and_all_else_is_told():
    found = list(read("week.epub", epub()))
    assert [(each.name, each.reason, each.status) for each in found if isinstance(each, Unread)] == [
        ("week.epub#OPS/cover.xhtml", "cover", "skipped"),
        ("week.epub#OPS/imprint-page.xhtml", "copyright page", "skipped"),
        ("week.epub#OPS/nav.xhtml", "table of contents", "skipped"),
        ("week.epub#OPS/map.svg", "no text: image/svg+xml", "skipped"),
        ("week.epub#OPS/gone.xhtml", "it is missing in the book", "unreadable"),
    ]
    ferry, wall = (each for each in found if isinstance(each, Document))
    assert (ferry.name, ferry.blocks[-1].text) == ("week.epub#OPS/text/ferry sinks.xhtml", FERRY)
    assert [block.text for block in wall.blocks] == [WALL]


def test_titles_come_from_the_contents_and_the_rest_from_what_the_book_says():
    ferry, wall = (each for each in read("week.epub", epub()) if isinstance(each, Document))
    assert (hints(ferry, "title"), hints(wall, "title")) == (["A ferry sinks"], ["The wall"])
    for field, values in (
        ("authors", ["Jane Doe"]),
        ("lang", ["en"]),
        ("name", ["Gazette Press"]),
        ("section", ["The Gazette Weekly"]),
        ("date", []),
    ):
        assert hints(wall, field) == values


def test_a_date_counts_only_where_it_is_that_of_publication():
    dates = (
        '<dc:date opf:event="modification">2021-01-01</dc:date><dc:date opf:event="publication">2020-02-03</dc:date>'
    )
    assert hints(next(each for each in read("a.epub", epub(dates)) if isinstance(each, Document)), "date") == [
        "2020-02-03"
    ]


def test_an_old_table_of_contents_names_chapters_too():
    ncx = (
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>A wall</text></navLabel>'
        '<content src="text/wall.xhtml"/></navPoint></navMap></ncx>'
    )
    item = '<manifest><item id="x" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    opf = OPF.format(metadata="").replace("<manifest>", item)
    _, wall = (
        each for each in read("a.epub", epub(**{"OPS/book.opf": opf, "OPS/toc.ncx": ncx})) if isinstance(each, Document)
    )
    assert hints(wall, "title") == ["A wall"]


def test_a_chapter_that_is_encrypted_says_so():
    cipher = "<CipherData><CipherReference URI='OPS/text/wall.xhtml'/></CipherData>"
    locked = f"<encryption><EncryptedData>{cipher}</EncryptedData></encryption>"
    found = {each.name: each for each in read("a.epub", epub(**{"META-INF/encryption.xml": locked}))}
    assert found["a.epub#OPS/text/wall.xhtml"].reason == "encrypted: the book is protected against copying"
    assert isinstance(found["a.epub#OPS/text/ferry sinks.xhtml"], Document)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (epub()[:-40], "damaged: File is not a zip file"),
        (packed({"mimetype": "application/epub+zip", "a": "b"}, 0), "damaged: it does not say where its book is"),
        (epub(**{"META-INF/container.xml": CONTAINER.replace("book", "other")}), "damaged: OPS/other.opf is not in it"),
        (epub(**{"OPS/book.opf": "<a>"}), "damaged: OPS/book.opf: "),
        (epub(**{"OPS/book.opf": " " * (40 << 20)}), "too large: OPS/book.opf unfolds to 40 MB"),
    ],
)
def test_what_cannot_be_read_says_why(data, told):
    (found,) = read("a.epub", data)
    assert found.reason.startswith(told)


def test_a_chapter_that_is_a_bomb_harms_only_itself():
    found = list(read("a.epub", epub(**{"OPS/text/wall.xhtml": " " * (40 << 20)})))
    assert [each.reason for each in found if isinstance(each, Unread)][-3:-2] == [
        "too large: OPS/text/wall.xhtml unfolds to 40 MB"
    ]
    assert sum(isinstance(each, Document) for each in found) == 1


def test_paths_lead_nowhere():
    opf = OPF.format(metadata="").replace("text/wall.xhtml", "../../../etc/passwd")
    found = {each.name: each for each in read("a.epub", epub(**{"OPS/book.opf": opf}))}
    assert found["a.epub#../../etc/passwd"].reason == "it is missing in the book"


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32))
def test_a_damaged_file_gives_documents_or_reasons(seed):
    for document in read("a.epub", mutant(epub(), seed)):
        if isinstance(document, Unread):
            assert document.reason
            assert "its reader failed" not in document.reason
