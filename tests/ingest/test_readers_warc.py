"""Web archives: the documents in them, and in one line all that is none."""

import gzip
import time
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wrapped import PAGE, PROSE, damaged, hints, names, told, withstands

from generator.ingest.readers import read, warc


def record(body, uri="https://a.example/ice", kind="response", media="application/http; msgtype=response", length=None):
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2026-11-23T08:00:00Z\r\n"
        f"WARC-Target-URI: {uri}\r\nContent-Type: {media}\r\n"
        f"Content-Length: {len(body) if length is None else length}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def answer(body=PAGE, media="text/html", status="200 OK", more=""):
    return f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{more}\r\n".encode() + body


INFO = record(b"software: a crawler\r\n", "", "warcinfo", "application/warc-fields")
WHOLE = (
    INFO
    + record(b"GET /ice HTTP/1.1\r\n\r\n", kind="request")
    + record(answer())
    + record(answer(b"\x89PNG", "image/png"), "https://a.example/i.png")
    + record(answer(b"", status="301 Moved"), "https://a.example/old")
    + record(answer(PROSE.encode(), "text/plain"), "https://a.example/ice.txt")
    + record(b"User-agent: *", "https://a.example/robots.txt", "resource", "text/plain")
    + record(PROSE.encode(), "https://a.example/wet", "conversion", "text/plain")
    + record(b"", kind="revisit")
)


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["bare", "gzip"])
def test_pages_and_texts_are_documents_and_the_rest_is_counted(pack):
    found = list(read("crawl.warc.gz", pack(WHOLE)))
    assert names(found) == [
        "crawl.warc.gz#https://a.example/ice",
        "crawl.warc.gz#https://a.example/ice.txt",
        "crawl.warc.gz#https://a.example/wet",
        "crawl.warc.gz#other records",
    ]
    assert (found[-1].status, found[-1].reason) == (
        "skipped",
        "no documents: answers with status 301 (1), files of type image/png (1), records of the crawl (4)",
    )
    assert hints(found[0], "url") == ["https://a.example/ice"]
    assert hints(found[0], "date") == []


def test_records_packed_one_by_one_are_read_like_those_packed_together():
    parts = [
        gzip.compress(INFO),
        gzip.compress(record(answer())),
        gzip.compress(record(answer(), "https://a.example/2")),
    ]
    assert names(read("a.warc.gz", b"".join(parts)))[:2] == [
        "a.warc.gz#https://a.example/ice",
        "a.warc.gz#https://a.example/2",
    ]


def test_a_page_that_was_captured_twice_is_told_by_the_moment():
    found = names(read("a.warc", record(answer()) + record(answer())))
    assert found == ["a.warc#https://a.example/ice", "a.warc#https://a.example/ice 2026-11-23T08:00:00Z"]


@pytest.mark.parametrize(
    ("body", "more"),
    [
        (gzip.compress(PAGE), "Content-Encoding: gzip\r\n"),
        (PAGE, "Content-Encoding: gzip\r\n"),
        (PAGE, "Content-Encoding: br\r\n"),
        (zlib.compress(PAGE), "Content-Encoding: deflate\r\n"),
        (zlib.compress(PAGE)[2:-4], "Content-Encoding: deflate\r\n"),
        (b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), "Transfer-Encoding: chunked\r\n"),
        (PAGE, "Transfer-Encoding: chunked\r\n"),
    ],
    ids=["gzip", "not gzip", "not br", "deflate", "raw deflate", "chunked", "not chunked"],
)
def test_what_http_did_to_the_content_is_undone(body, more):
    (found,) = read("a.warc", record(answer(body, more=more)))
    assert found.lines == (PROSE,)


def test_the_encoding_that_only_http_tells_is_honoured():
    page = "<html><title>Лёд</title><p>Паром сегодня не идёт, потому что в проливе слишком много льда.</p></html>"
    (found,) = read("a.warc", record(answer(page.encode("koi8-r"), "text/html; charset=KOI8-R")))
    assert found.lines == ("Паром сегодня не идёт, потому что в проливе слишком много льда.",)


def test_content_that_cannot_be_unpacked_is_named():
    found = read("a.warc", record(answer(b"\x8b\xff\xfe\x80", more="Content-Encoding: br\r\n")))
    assert told(found) == {"a.warc#https://a.example/ice": "its content is packed with br, which cannot be unpacked"}


@pytest.mark.parametrize("length", [5, "x", "-1", ""])
def test_a_record_with_a_wrong_length_harms_only_itself(length):
    found = names(read("a.warc", record(answer(), "https://a.example/1", length=length) + record(answer())))
    assert "a.warc#https://a.example/ice" in found


def test_an_archive_that_was_cut_off_is_read_as_far_as_it_goes():
    whole = record(answer()) + record(answer(PAGE * 50), "https://a.example/2")
    for data in (whole[:-900], gzip.compress(whole)[:-30]):
        found = list(read("a.warc", data))
        assert found[0].name == "a.warc#https://a.example/ice"
        assert "the archive is broken from here on" in told(found)["a.warc"]


@pytest.mark.parametrize(
    "data",
    [
        b"WARC/1.0\r\n" + b"a: b\r\n" * 100_000,
        b"WARC/1.0\r\n\r\n" * 50_000,
        b"WARC/1.0 " + b"x" * 5_000_000,
        gzip.compress(b"WARC/1.0\r\n" + b"x" * (1 << 26)),
        gzip.compress(record(b"", length=99_999_999_999) + b"\0" * (1 << 26)),
        record(answer(b"1\r\na\r\n" * 50_000, more="Transfer-Encoding: chunked\r\n")),
    ],
    ids=["headers", "empty records", "line", "packed line", "packed record", "chunks"],
)
def test_a_hostile_archive_is_read_in_time(data):
    start = time.process_time()
    list(read("a.warc", data))
    assert time.process_time() - start < 5


def test_the_archive_is_told_by_its_bytes():
    assert warc.claims(WHOLE)
    assert warc.claims(gzip.compress(WHOLE))
    assert not warc.claims(gzip.compress(PAGE))
    assert not warc.claims(b"WARC is a format.")


@settings(max_examples=100, deadline=None)
@given(st.sampled_from([WHOLE, gzip.compress(WHOLE)]), st.integers())
def test_any_damage_to_an_archive_gives_documents_or_a_reason(data, seed):
    withstands(warc, "a.warc", damaged(data, seed))
