"""What was read is found again, as it was, and nothing that is not whole is believed."""

import datetime as dt
import errno
import os

import pytest
from ingest_site import HARBOUR, NOW

from generator.errors import BroadsheetError
from generator.ingest import journal as journals
from generator.ingest import reading, rules
from generator.ingest.journal import Journal, spell

SEEN = "2026-11-22T08:15:00Z"


def fill(folder, files=("a.txt", "b.txt"), text=HARBOUR):
    """A journal that was cut off after it had read these files."""
    with Journal(folder, NOW) as journal:
        for file in files:
            journal.begin(file, f"sha of {file}", SEEN)
            for found in reading.read(file, text.encode()):
                journal.add(file, spell(file, found))
            journal.end(file)
    return only(folder)


def only(folder):
    (path,) = (folder / ".broadsheet").glob(journals.NAMES)
    return path


def known(folder, files=("a.txt", "b.txt")):
    with Journal(folder, NOW) as journal:
        return [file for file in files if journal.readings(file, f"sha of {file}")]


def test_readings_are_found_again_under_their_file_and_its_bytes(tmp_path):
    fill(tmp_path)
    (found,) = reading.read("a.txt", HARBOUR.encode())
    with Journal(tmp_path, NOW + dt.timedelta(days=1)) as journal:
        assert journal.readings("a.txt", "other bytes") == ()
        (read,) = journal.readings("a.txt", "sha of a.txt")
        assert (read.path, read.status, read.words, read.seen) == ("a.txt", "published", found.words, SEEN)
        contents = journal.contents(read)
    assert contents.body == found.report.body
    assert contents.taken == found.report.document.taken
    assert {key: each.origin for key, each in contents.fields.items()} == {
        key: each.origin for key, each in found.report.fields.items()
    }
    assert contents.fields["date"].value == "2026-11-10"


def test_whether_a_date_is_in_the_future_is_asked_in_the_run_that_goes_on(tmp_path):
    fill(tmp_path, text=HARBOUR.replace("2026", "2031"))
    for year, refused in ((2026, ["date"]), (2032, [])):
        with Journal(tmp_path, NOW.replace(year=year)) as journal:
            (read,) = journal.readings("a.txt", "sha of a.txt")
            assert [key for key, _ in read.refused] == refused
            assert ("date" in journal.contents(read).fields) is (not refused)


def test_a_file_that_was_not_ended_is_not_known_but_was_begun(tmp_path):
    path = fill(tmp_path)
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))
    with Journal(tmp_path, NOW) as journal:
        assert journal.begun == {"b.txt"}
        assert journal.readings("b.txt", "sha of b.txt") == ()
        assert journal.readings("a.txt", "sha of a.txt")


def test_a_journal_cut_off_at_any_byte_is_believed_as_far_as_it_is_whole(tmp_path):
    path = fill(tmp_path)
    data = path.read_bytes()
    path.unlink()
    ends = [data.index(b'{"end": "a.txt"'), data.index(b'{"end": "b.txt"')]
    for size in range(0, len(data), 97):
        path.write_bytes(data[:size])
        with Journal(tmp_path, NOW) as journal:
            for file, end in zip(("a.txt", "b.txt"), ends, strict=True):
                assert bool(journal.readings(file, f"sha of {file}")) is (size >= data.index(b"\n", end) + 1)
            journal.clear()


@pytest.mark.parametrize("old", [b"14 million", b"published", b'"documents": 1'])
def test_what_was_damaged_is_not_believed(tmp_path, old):
    path = fill(tmp_path)
    assert old in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(old, old[:-1] + b"9", 1))
    assert known(tmp_path) == []


def test_a_file_of_which_a_document_is_lacking_is_not_believed(tmp_path):
    path = fill(tmp_path, ["a.txt"])
    rows = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*rows[:-1], rows[-2], rows[-1]]))  # it says that it has one, and has two
    assert known(tmp_path) == []


def test_what_other_rules_or_another_program_wrote_is_thrown_away(tmp_path, monkeypatch):
    fill(tmp_path)
    monkeypatch.setattr(rules, "STATE", rules.STATE + 1)
    assert known(tmp_path) == []
    assert not list((tmp_path / ".broadsheet").glob(journals.NAMES))
    (tmp_path / ".broadsheet" / "readings-x.jsonl").write_bytes(b"\x00\xff" * 99)
    assert known(tmp_path) == []


def test_two_runs_at_once_do_not_harm_each_other(tmp_path):
    fill(tmp_path, ["a.txt"])
    with Journal(tmp_path, NOW) as one, Journal(tmp_path, NOW) as other:
        for number, journal in enumerate((one, other)):
            file = f"new-{number}.txt"
            journal.begin(file, "sha", SEEN)
            for found in reading.read(file, HARBOUR.encode()):
                journal.add(file, spell(file, found))
            journal.end(file)
            for read in (*journal.readings("a.txt", "sha of a.txt"), *journal.readings(file, "sha")):
                assert "14 million" in journal.contents(read).body
        one.clear()
        (read,) = other.readings("a.txt", "sha of a.txt")
        assert "14 million" in other.contents(read).body
        other.clear()
    assert not list((tmp_path / ".broadsheet").glob(journals.NAMES))


def test_a_run_of_some_sources_leaves_what_it_found_for_the_others(tmp_path):
    fill(tmp_path)
    with Journal(tmp_path, NOW, whole=False) as journal:
        journal.clear()
    assert known(tmp_path) == ["a.txt", "b.txt"]


def test_a_text_that_was_laid_down_is_no_line_whatever_it_says(tmp_path):
    with Journal(tmp_path, NOW) as journal:
        journal.begin("a.txt", "key", SEEN)
        (found,) = reading.read("a.txt", HARBOUR.encode())
        journal.add("a.txt", spell("a.txt", found))
        journal.end("a.txt")
        begin, end = {"begin": "b.txt", "key": "key", "seen": SEEN}, {"end": "b.txt", "documents": 1}
        journal.put(b"".join((journals._line(begin), spell("b.txt", found), journals._line(end))))
    with Journal(tmp_path, NOW) as journal:
        assert [len(journal.readings(file, "key")) for file in ("a.txt", "b.txt")] == [1, 0]


def test_a_disk_that_refuses_to_read_is_a_fault_that_is_told(tmp_path):
    fill(tmp_path)
    with Journal(tmp_path, NOW) as journal:
        (read,) = journal.readings("a.txt", "sha of a.txt")
        text = journal.put(b"A text.")
        journal._file.close()
        journal._file = Refusing()
        for reads in (text.read, lambda: journal.contents(read)):
            with pytest.raises(BroadsheetError, match=os.strerror(errno.EIO)):
                reads()


class Refusing:
    def seek(self, place):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    def close(self):
        pass
