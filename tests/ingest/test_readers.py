"""The reader of a source is chosen by what its bytes show, then by its name."""

import io
import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.readers import READERS, Unreadable, read

PAGE = (
    b"<!doctype html><html><head><title>A day</title></head><body><p>A day like any other in Orrin.</p></body></html>"
)


def archive(name):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr(name, "<xml/>")
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "format_"),
    [
        ("a.txt", b"A line.", "text"),
        ("a.text", b"A line.", "text"),
        ("notes", b"A line.", "text"),
        ("a.log", b"A line.", "text"),
        ("a.TXT", b"A line.", "text"),
        ("a.md", b"A line.", "markdown"),
        ("a.markdown", b"<p>A line.</p>", "markdown"),
        ("a.txt", b"---\ntitle: A day\n---\n\nA line.", "markdown"),
        ("a.txt", b"---\n\nA line between rules.\n\n---", "text"),
        ("a.html", b"<p>A line.", "html"),
        ("a.HTM", b"<p>A line.", "html"),
        ("a.txt", PAGE, "html"),
        ("a.md", PAGE, "html"),
        ("page", b"\xef\xbb\xbf \n<!-- saved -->\n" + PAGE, "html"),
        ("page", PAGE.decode().encode("utf-16"), "html"),
        ("page.xml", b'<?xml version="1.0"?>\n<html xmlns="x"><body><p>A line.</p></body></html>', "html"),
        ("a.txt", b"<p>One tag does not make a page.", "text"),
    ],
)
def test_content_and_name_choose_the_reader(name, data, format_):
    assert read(name, data)[0].format == format_


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.pdf", b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        ("report.txt", b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0", "PNG image"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG image"),
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8 ", "WebP image"),
        ("a.gz", b"\x1f\x8b\x08\0", "gzip"),
        ("a.docx", archive("word/document.xml"), "Word"),
        ("a.xlsx", archive("xl/workbook.xml"), "Excel"),
        ("a.zip", archive("readme"), "zip"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Microsoft Office"),
        ("a.mp4", b"\0\0\0\x18ftypmp42", "MP4 video"),
        ("a.rtf", b"{\\rtf1 text}", "RTF"),
        ("a.json", json.dumps({"title": "A day"}).encode(), "JSON"),
        ("a.txt", json.dumps([{"title": "A day"}]).encode(), "JSON"),
        ("feed", b'<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>', "feed"),
        ("a.xml", b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"></feed>', "feed"),
        ("a.eml", b"From: a@paper.example\n\nText", "mail"),
        ("a.txt", b"Received: from paper.example\nMIME-Version: 1.0\n\nText", "mail"),
        ("a.svg", b"<svg xmlns='x'></svg>", "SVG image"),
        ("a.css", b"body { color: red }", "style sheet"),
    ],
)
def test_a_format_that_no_reader_knows_is_named(name, data, told):
    with pytest.raises(Unreadable, match=f"^{told} files cannot be read yet$"):
        read(name, data)


@pytest.mark.parametrize(
    "text", ["BM means bench mark.", "ID3 is a car.", "BZhang wrote it.", "GIF8 was a typing error."]
)
def test_words_are_not_taken_for_the_marks_of_a_format(text):
    assert read("a.txt", f"{text} And a sentence.".encode())[0].format == "text"


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
@pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf", b"\n" * 50])
def test_a_file_without_text_gives_a_document_without_blocks(name, data):
    (document,) = read(name, data)
    assert document.blocks == () == document.taken


def test_each_reader_has_its_own_suffixes():
    suffixes = [suffix for reader in READERS for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))


@given(st.sampled_from(["a.txt", "a.md", "a.html", "a"]), st.one_of(st.binary(), st.text().map(str.encode)))
def test_any_bytes_give_documents_or_a_reason_and_each_line_is_accounted_for(name, data):
    try:
        documents = read(name, data)
    except Unreadable:
        return
    for document in documents:
        known = {number for block in document.blocks for number in block.lines} | {each.line for each in document.taken}
        assert all(number in known for number, line in enumerate(document.lines, start=1) if line.strip())
