"""Archives and packed files: what is in them is read as in a folder, and nothing in them can do harm."""

import bz2
import gzip
import io
import lzma
import tarfile
import time
import tracemalloc
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ingest_site import Site
from wrapped import PAGE, PROSE, damaged, names, taped, told, withstands, zipped

from generator.ingest.readers import archive, read

TEXT = PROSE.encode()
MAIL = (
    b"From: Ann Lee <ann@a.example>\nDate: Tue, 10 Mar 2026 07:01:58 +0100\nSubject: Ice\nMIME-Version: 1.0\n\n" + TEXT
)
FILES = (("notes/a.txt", TEXT), ("Größe/日本.md", b"# Ice\n\n" + TEXT), ("page.html", PAGE))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped(*FILES)),
        ("a.tar", taped(*FILES)),
        ("a.tar.gz", gzip.compress(taped(*FILES))),
        ("a.tgz", gzip.compress(taped(*FILES))),
        ("a.tar.bz2", bz2.compress(taped(*FILES))),
        ("a.tar.xz", lzma.compress(taped(*FILES))),
        ("archive", zipped(*FILES)),
        ("a.txt", taped(*FILES)),
    ],
)
def test_members_are_documents_called_by_their_path(name, data):
    found = list(read(name, data))
    assert names(found) == [f"{name}#notes/a.txt", f"{name}#Größe/日本.md", f"{name}#page.html"]
    assert [each.format for each in found] == ["text", "markdown", "html"]


@pytest.mark.parametrize(("suffix", "pack"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)])
def test_a_file_that_was_packed_by_itself_keeps_its_name_and_its_format(suffix, pack):
    (found,) = read(f"a.md.{suffix}", pack(TEXT))
    assert (found.name, found.format) == (f"a.md.{suffix}", "markdown")


def test_a_packed_file_that_was_cut_off_is_read_as_far_as_it_goes():
    text = "\n\n".join(f"{number}. {PROSE}" for number in range(2000)).encode()
    first, rest = read("a.txt.gz", gzip.compress(text)[:-400])
    assert len(first.lines) > 100
    assert rest.reason == "the packed file is broken from here on: it is cut off"


def test_an_archive_in_an_archive_in_an_archive_is_read():
    data = zipped(("in.tar.gz", gzip.compress(taped(("in.zip", zipped(("a.txt", TEXT)))))))
    assert names(read("a.zip", data)) == ["a.zip#in.tar.gz#in.zip#a.txt"]


def test_a_mailbox_and_a_maildir_in_archives_are_read():
    box = b"From ann Tue Mar 10 07:01:58 2026\n" + MAIL + b"\n\n"
    assert len(list(read("mail.zip", zipped(("Mail/All.mbox", box * 2))))) == 2
    folder = taped(("Maildir/cur/1773.h:2,S", MAIL), ("Maildir/.Sent/cur/1774.h:2,S", MAIL))
    assert names(read("a.tgz", gzip.compress(folder))) == [
        "a.tgz#Maildir/cur/1773.h:2,S",
        "a.tgz#Maildir/.Sent/cur/1774.h:2,S",
    ]


def test_what_goes_with_pages_is_named_folder_by_folder():
    picture = b"\x89PNG\r\n\x1a\n"
    data = zipped(
        ("page.html", PAGE), ("page_files/a.png", picture), ("page_files/ad.html", PAGE), ("page_files/s.css", b"a{}"),
        ("pictures/1.jpg", picture), ("pictures/2.jpg", picture), ("logo.svg", b"<svg/>"),
    )  # fmt: skip
    found = list(read("a.zip", data))
    assert [(each.name, each.status, each.reason) for each in found[1:]] == [
        ("a.zip#*", "skipped", "no documents: pictures (1)"),
        (
            "a.zip#page_files/*",
            "skipped",
            "no documents: other files of a saved page (1), pictures (1), style sheets (1)",
        ),
        ("a.zip#pictures/*", "skipped", "no documents: pictures (2)"),
    ]


def test_what_the_system_puts_into_archives_is_no_input():
    data = zipped(
        ("a.txt", TEXT), ("__MACOSX/._a.txt", b"x"), (".DS_Store", b"x"), ("b/Thumbs.db", b"x"), (".git/x", b"x")
    )
    assert names(read("a.zip", data)) == ["a.zip#a.txt"]


@pytest.mark.parametrize("path", ["../a.txt", "/etc/a.txt", "x/../../a.txt", "C:\\a.txt", "..\\a.txt"])
def test_a_path_that_leads_out_is_refused(path):
    for data in (zipped((path, TEXT)), taped((path, TEXT))):
        assert set(told(read("a.zip", data)).values()) == {"its path leads out of the archive"}


def test_links_and_devices_are_not_followed():
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as made:
        for name, kind in (("link", tarfile.SYMTYPE), ("hard", tarfile.LNKTYPE), ("pipe", tarfile.FIFOTYPE)):
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, "/etc/passwd"
            made.addfile(member)
    assert list(told(read("a.tar", data.getvalue())).values()) == [
        "a link inside an archive is not followed",
        "a link inside an archive is not followed",
        "a device inside an archive is not followed",
    ]
    zipped_link = zipfile.ZipInfo("link")
    zipped_link.external_attr = 0xA1FF << 16
    assert list(told(read("a.zip", zipped((zipped_link, b"/etc/passwd")))).values()) == [
        "a link inside an archive is not followed"
    ]


def test_an_encrypted_member_is_named_and_the_others_are_read():
    data = bytearray(zipped(("a.txt", TEXT), ("b.txt", TEXT)))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + offset] |= 1
    found = list(read("a.zip", bytes(data)))
    assert names(found) == ["a.zip#a.txt", "a.zip#b.txt"]
    assert told(found) == {"a.zip#a.txt": "it is encrypted: unpack it with its password first"}


@pytest.mark.parametrize("pack", [lambda data: zipped(("a.txt", data)), gzip.compress, bz2.compress, lzma.compress])
def test_a_bomb_is_refused_before_it_is_in_memory(pack):
    data = pack(b"\0" * (1 << 26))
    tracemalloc.start()
    (found,) = read("a.zip", data)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found.reason.startswith("a bomb")
    assert most < 40 << 20


def test_a_member_that_lies_about_its_size_is_refused():
    data = bytearray(zipped(("a.txt", b"\0" * (1 << 26))))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.find(mark) + offset
        data[place : place + 4] = (100).to_bytes(4, "little")
    (found,) = read("a.zip", bytes(data))
    assert "cannot be unpacked" in found.reason or "more than the archive declares" in found.reason


def test_many_members_that_are_each_harmless_are_a_bomb_together():
    part = b"\0" * (15 << 20)
    found = list(read("a.zip", zipped(*((f"{number}.bin", part) for number in range(9)))))
    assert found[-1].reason.startswith("a bomb")
    assert len(found) < 5


def test_an_archive_that_holds_archives_without_end_is_refused_in_time():
    data = zipped(*((f"{number}.txt", b"x") for number in range(10)))
    for _ in range(8):
        data = zipped(("in.zip", data))
    start = time.process_time()
    (found,) = read("a.zip", data)
    assert found.reason.startswith("too deep")
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.zip", zipped(("a.txt", TEXT))[:-30], "a zip that is broken or cut off"),
        ("a.gz", b"\x1f\x8b\x08\0", "a gzip file that cannot be unpacked: it is cut off"),
        ("a.zip", zipped(), "an archive without files"),
        ("a.zip", b"PK\x07\x08" + zipped(("a.txt", TEXT)), "no archive, or one piece of several"),
        ("a.tar", b"A line of text.", "no archive"),
        ("a.xlsx", zipped(("[Content_Types].xml", b"x"), ("xl/workbook.xml", b"x")), "Excel files cannot be read yet"),
    ],
)
def test_what_cannot_be_unpacked_says_why(name, data, reason):
    (found,) = read(name, data)
    assert found.reason.startswith(reason)


def test_files_of_one_name_and_one_called_like_the_second_of_them_are_told_apart():
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = zipped(("b.txt", "One."), ("b.txt", "Two."), ("b.txt#2", "Three."), ("b.txt", "Four."))
    names = [each.name for each in read("a.zip", data)]
    assert len(set(names)) == 4
    assert names[0] == "a.zip#b.txt"


def test_a_second_run_reads_an_archive_no_more_and_tells_the_same(tmp_path, monkeypatch):
    site = Site(tmp_path)
    site.source("a.zip", zipped(("a.txt", TEXT), ("b.bin", bytes(range(256))), ("c.png", b"\x89PNG"), ("d.txt", b"")))
    first = {item.path: item.outcome for item in site.run().items}
    files = site.files()
    monkeypatch.delattr("generator.ingest.readers.read")
    second = {item.path: item.outcome for item in site.run().items}
    assert first == {
        "a.zip#a.txt": "published",
        "a.zip#b.bin": "unreadable",
        "a.zip#*": "skipped",
        "a.zip#d.txt": "empty",
    }
    assert second == first | {"a.zip#a.txt": "unchanged"}
    assert site.files() == files


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from([zipped(*FILES, ("in.zip", zipped(("a.txt", TEXT)))), taped(*FILES), gzip.compress(taped(*FILES))]),
    st.integers(),
)
def test_any_damage_to_an_archive_of_files_gives_documents_or_a_reason(data, seed):
    withstands(archive, "a.zip", damaged(data, seed))


def test_a_member_without_a_name_harms_only_itself():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("x", "A harbour wall fell on Monday.")
        packed.writestr("b.txt", "A harbour wall stood on Tuesday.")
        packed.filelist[0].filename = ""
    nameless, named = read("a.zip", made.getvalue())
    assert (nameless.name, named.name) == ("a.zip#unnamed", "a.zip#b.txt")
    assert "failed" not in nameless.reason
