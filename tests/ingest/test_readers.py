"""The reader of a source is chosen by what its bytes show, then by its name."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.readers import READERS, Part, Reader, Unread, Unreadable, read
from generator.ingest.readers.part import DEEPEST
from generator.model import Hint

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
    assert [each.format for each in read(name, data)] == [format_]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.xlsx", archive("xl/workbook.xml"), "Excel"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Microsoft Office"),
    ],
)
def test_a_format_that_no_reader_knows_is_named(name, data, told):
    assert list(read(name, data)) == [Unread(name, f"{told} files cannot be read yet")]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0", "PNG image"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG image"),
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8 ", "WebP image"),
        ("a.mp4", b"\0\0\0\x18ftypmp42", "MP4 video"),
        ("a.heic", b"\0\0\0\x18ftypheic", "HEIC image"),
        ("a.svg", b"<svg xmlns='x'></svg>", "SVG image"),
        ("a.url", b"[InternetShortcut]\r\nURL=https://example.org/\r\n", "shortcut"),
        ("a.webloc", b'<?xml version="1.0"?><plist><string>https://example.org/</string></plist>', "shortcut"),
        ("a.vcf", b"BEGIN:VCARD\nFN:Ann\nEND:VCARD\n", "address card"),
        ("a.css", b"body { color: red }", "style sheet"),
    ],
)
def test_what_goes_with_documents_is_none(name, data, told):
    assert list(read(name, data)) == [Unread(name, f"{told}, no document", "skipped")]


@pytest.mark.parametrize(
    "text", ["BM means bench mark.", "ID3 is a car.", "BZhang wrote it.", "GIF8 was a typing error."]
)
def test_words_are_not_taken_for_the_marks_of_a_format(text):
    assert next(read("a.txt", f"{text} And a sentence.".encode())).format == "text"


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
    for document in read(name, data):
        if isinstance(document, Unread):
            assert document.reason
            continue
        known = {number for block in document.blocks for number in block.lines} | {each.line for each in document.taken}
        assert all(number in known for number, line in enumerate(document.lines, start=1) if line.strip())


def test_parts_are_read_in_their_turn_and_each_document_has_a_name_of_its_own(monkeypatch):
    def unwrapped(name, data):
        yield Part("a.txt", data, hints=(Hint("title", "A day", "around it"),), also=(Hint("url", "x", "around it"),))
        yield Part("a.txt", b"Another line.")
        yield Part("b.bin", b"\x89PNG\r\n\x1a\n\0\0")
        yield Part("", b"<p>A piece.", "fragment")
        raise Unreadable("cut off")

    wrapping = Reader("wrapping", (".wrap",), lambda data: data.startswith(b"WRAP"), unwrapped)
    monkeypatch.setattr("generator.ingest.readers.READERS", (wrapping, *READERS))
    first, second, picture, piece, cut = read("x.wrap", b"A line, wrapped.")
    assert (first.name, first.lines, first.hints[0].value, first.hints[-1].field) == (
        "x.wrap#a.txt", ("A line, wrapped.",), "A day", "url",
    )  # fmt: skip
    assert (second.name, second.hints) == ("x.wrap#a.txt#2", ())
    assert picture == Unread("x.wrap#b.bin", "PNG image, no document", "skipped")
    assert (piece.name, piece.format) == ("x.wrap", "wrapping")
    assert cut == Unread("x.wrap#2", "cut off")


def test_a_file_that_holds_itself_without_end_is_refused_where_it_becomes_too_deep(monkeypatch):
    def itself(name, data):
        yield Part("again.wrap", data)

    monkeypatch.setattr("generator.ingest.readers.READERS", (Reader("wrapping", (".wrap",), bool, itself), *READERS))
    (found,) = read("x.wrap", b"WRAP")
    assert found.reason == f"too deep: {DEEPEST} files inside one another"
