"""Laws 4, 5 and 6 of `ingest`, attacked: whatever happens to a site between runs, in any order."""

import contextlib
import datetime as dt
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from ingest_site import HARBOUR, LIBRARY, NOW, ORCHARD, Site

from generator import files, frontmatter
from generator.errors import BroadsheetError
from generator.ingest import articles, ingest, reading

TEXTS = [
    HARBOUR,
    HARBOUR.replace("\n\n", "\n\n\n"),  # a copy
    HARBOUR.replace("14 million", "19 million"),  # a later version
    LIBRARY,
    ORCHARD,
    "",
    b"\x00\xff" * 40,
]
NAMES = ["a.txt", "b.txt", "wire/c.txt", "wire/d.txt", ".hidden.txt"]
QUIET = {"unchanged", "kept", "duplicate", "empty", "unreadable", "skipped"}

ACTIONS = [
    "put",
    "put",
    "put",
    "title",
    "body",
    "tags",
    "story",
    "comment",
    "delete",
    "drop",
    "move",
    "rename",
    "shelve",
    "during",
    "during",
    "run",
    "run",
]
EDITS = ["title", "body", "tags", "story", "comment", "delete", "rename", "shelve"]
STEPS = st.lists(st.tuples(st.sampled_from(ACTIONS), st.integers(0, 9), st.integers(0, 9)), min_size=4, max_size=14)


class Person:
    """What a person does to a site, and what they must find again."""

    def __init__(self, site: Site):
        self.site = site
        self.marks: dict[str, set[str]] = {}
        """By article file, what a person wrote into it."""
        self.deleted: set[str] = set()
        self.dead: set[str] = set()
        """Sources whose article a person has deleted, as long as none was moved."""
        self.moved = False
        self.number = 0

    def act(self, action: str, one: int, two: int) -> None:
        if action == "run":
            self.check()
        elif action == "during":
            self.site.source(NAMES[one % len(NAMES)], TEXTS[two % len(TEXTS)])  # so that there is something to write
            with at_work(lambda: self.edit(one, two), after=(one + two) % 4):
                self.site.run()
            self.site.run()
            self.check()
        elif action == "put":
            self.site.source(NAMES[one % len(NAMES)], TEXTS[two % len(TEXTS)])
        elif action in ("drop", "move"):
            sources = self.site.folder / "content/sources"
            paths = [path for path in sorted(sources.rglob("*")) if path.is_file()]
            if paths and action == "drop":
                paths[one % len(paths)].unlink()
            elif paths:
                self.number, self.moved = self.number + 1, True
                self.dead.clear()
                paths[one % len(paths)].rename(sources / f"moved-{self.number}.txt")
        elif found := self.site.articles():
            self.touch(action, found[one % len(found)])

    def edit(self, one: int, two: int) -> None:
        if found := self.site.articles():
            self.touch(EDITS[two % len(EDITS)], found[one % len(found)])

    def touch(self, action: str, name: str) -> None:
        path, self.number = self.site.article(name), self.number + 1
        mark, text = f"mark{self.number}", path.read_text()
        if action == "delete":
            if not self.moved:
                self.dead.add(self.site.sources_of(name)[0]["file"])
            path.unlink()
            self.marks.pop(name, None)
            self.deleted.add(name)
        elif action in ("rename", "shelve"):
            new = mark if action == "rename" else f"{mark}/{path.stem}"
            self.site.article(new).parent.mkdir(exist_ok=True)
            path.rename(self.site.article(new))
            self.marks[new] = self.marks.pop(name, set())
        else:
            if action == "body":
                text += f"\nA person adds {mark}.\n"
            elif action == "comment":
                text = text.replace("---\n", f"---\n# {mark}\n", 1)
            else:
                key = "tags" if action == "tags" else action
                text = frontmatter.replace(text, {key: [mark] if key == "tags" else mark})
                old = frontmatter.split(path.read_text()).meta.get(key)
                if isinstance(old, str) or (isinstance(old, list) and old):
                    self.marks.get(name, set()).discard(old if isinstance(old, str) else str(old[0]))
            path.write_text(text)
            self.marks.setdefault(name, set()).add(mark)

    def check(self) -> None:
        account = self.site.run()
        sources = self.site.folder / "content/sources"
        inputs = sorted(path.relative_to(sources).as_posix() for path in sources.rglob("*") if path.is_file())
        assert sorted(item.path for item in account.items) == inputs, "law 6: each input is named once"
        assert sum(account.counts.values()) == len(inputs), "law 6: the account balances"
        assert all(item.detail for item in account.items if item.outcome in QUIET - {"unchanged"}), "with its reason"
        for name, marks in self.marks.items():
            text = self.site.article(name).read_text()
            assert all(mark in text for mark in marks), f"law 5: {marks} in {text}"
        there = self.site.articles()
        assert not self.deleted & set(there), "law 5: what a person deleted stays deleted"
        named = [each["file"] for name in there for each in self.site.sources_of(name)]
        assert len(named) == len(set(named)), "no source is published twice"
        assert not self.dead & set(named), "law 5: not under another name either"
        self.moved = False
        before = self.site.files()
        again = self.site.run()
        assert self.site.files() == before, "law 4: a second run writes nothing"
        assert {item.outcome for item in again.items} <= QUIET
        (self.site.folder / ".broadsheet/ingest").unlink(missing_ok=True)  # no source yet, no memory
        content = _content(self.site)
        assert self.site.run() == again, "what is told from memory is what would be found"
        assert _content(self.site) == content, "law 4: nor does one that remembers nothing"


@contextlib.contextmanager
def at_work(act, after):
    """While `ingest` runs, a person acts once: when it has read the articles (0), or written so many files."""
    load, write, left = articles.load, files.write, [after]

    def loaded(folder):
        found = load(folder)
        tick(0)
        return found

    def wrote(path, data):
        changed = write(path, data)
        left[0] -= changed
        tick(0)
        return changed

    def tick(at):
        if left[0] == at:
            left[0] = -1
            act()

    articles.load, files.write = loaded, wrote
    try:
        yield
    finally:
        articles.load, files.write = load, write


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
@example(
    [("put", 0, 0), ("move", 0, 0), ("during", 1, 1), ("put", 1, 2), ("drop", 1, 0)]
)  # a document read again as it was
def test_laws_4_5_and_6_hold_after_any_sequence_of_changes(steps):
    with tempfile.TemporaryDirectory() as folder:
        person = Person(Site(Path(folder)))
        for step in [*steps, ("run", 0, 0)]:
            person.act(*step)


def test_an_edit_saved_while_ingest_runs_is_kept_and_the_rest_is_written_all_the_same(tmp_path):
    site = Site(tmp_path)
    site.source("a.txt", HARBOUR)
    site.run()
    (name,) = site.articles()
    site.source("a.txt", HARBOUR.replace("14 million", "19 million"))
    site.source("b.txt", LIBRARY)
    with at_work(lambda: site.edit(name, "lang: en", "lang: en-GB"), after=0):
        account = site.run()
    text = site.article(name).read_text()
    assert "lang: en-GB" in text
    assert "19 million" in text
    assert {item.path: item.outcome for item in account.items} == {"a.txt": "updated", "b.txt": "published"}
    assert sorted(account.written) == [f"content/articles/{each}.md" for each in site.articles()]
    assert {item.outcome for item in site.run().items} == {"unchanged"}


def test_an_article_made_by_hand_while_ingest_runs_is_not_written_over(tmp_path):
    site = Site(tmp_path)
    site.source("a.txt", LIBRARY)
    name = "a-library-on-rails-reaches-the-vardo-valley"
    with at_work(lambda: site.write(name, "---\ntitle: By hand\n---\n\nText.\n"), after=0):
        site.run()
    assert site.front(name).meta == {"title": "By hand"}
    assert site.articles() == [name, f"{name}-2"]


def test_files_that_never_stop_changing_are_an_error_that_says_so(tmp_path, monkeypatch):
    site = Site(tmp_path)
    site.source("a.txt", HARBOUR)
    site.run()
    (name,) = site.articles()
    load = articles.load

    def loaded(folder):
        found = load(folder)
        site.article(name).write_text(site.article(name).read_text() + "More.\n")
        return found

    site.source("a.txt", HARBOUR.replace("\n\n10", "\n\nBy Ada Lowe\n\n10"))
    before = (tmp_path / "content/ingest.lock").read_bytes()
    monkeypatch.setattr(articles, "load", loaded)
    with pytest.raises(BroadsheetError, match="keep changing"):
        site.run()
    assert site.article(name).read_text().endswith("More.\n" * 3)
    assert (tmp_path / "content/ingest.lock").read_bytes() == before


def test_after_a_crash_at_any_write_all_files_are_whole_and_the_next_run_completes(tmp_path, monkeypatch):
    def fill(site):
        site.source("a.txt", HARBOUR)
        site.source("b.txt", LIBRARY)
        site.run()
        site.source("a.txt", HARBOUR.replace("14 million", "19 million"))
        site.source("c.txt", ORCHARD)
        site.source("d.txt", ORCHARD)
        site.source("e.txt", ORCHARD.replace("half", "a third"))

    expected = Site(tmp_path / "expected")
    fill(expected)
    expected.run()
    whole = _content(expected)
    for count in range(99):
        site = Site(tmp_path / str(count))
        fill(site)
        with monkeypatch.context() as patch:
            _cut_off_after(patch, count)
            try:
                site.run()
                break
            except KeyboardInterrupt:
                pass
        for name in site.articles():
            frontmatter.split(site.article(name).read_text())
        site.lock()
        site.run()
        assert _content(site) == whole
    assert count >= 4


def _cut_off_after(patch, count):
    write, left = files.write, [count]

    def cut(path, data):
        if not left[0]:
            raise KeyboardInterrupt
        changed = write(path, data)
        left[0] -= changed
        return changed

    patch.setattr(files, "write", cut)


def _content(site):
    return {path: data for path, (data, _) in site.files().items() if path.startswith("content/")}


def test_a_process_killed_at_any_moment_leaves_whole_files_and_the_next_run_completes(tmp_path):
    def fill(folder):
        site = Site(folder)
        for number in range(24):
            site.source(f"{number:02}.txt", f"Report {number} of the valley\n\n{ORCHARD} And {number} people came.\n")
        return site

    expected = fill(tmp_path / "expected")
    expected.run()
    whole = _content(expected)
    site = fill(tmp_path / "killed")
    code = (
        "import sys, time, datetime as dt; from pathlib import Path; from generator.config import Config\n"
        "from generator import files; write = files.write\n"
        "files.write = lambda path, data: (time.sleep(0.01), write(path, data))[1]  # so that it can be hit\n"
        "from generator.ingest import ingest; print('ready', flush=True)\n"
        "ingest(Path(sys.argv[1]), Config(), now=dt.datetime(2026, 11, 22, 8, 15, tzinfo=dt.UTC))"
    )
    hit = 0
    for attempt in range(2):
        process = subprocess.Popen([sys.executable, "-c", code, str(site.folder)], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        deadline = time.monotonic() + 20
        while process.poll() is None and time.monotonic() < deadline and len(site.articles()) <= attempt * 8:
            time.sleep(0.0005)
        process.kill()
        hit += process.wait() == -signal.SIGKILL
        process.stdout.close()
        for name in site.articles():
            frontmatter.split(site.article(name).read_text())
        site.lock()
    assert hit, "the process was quicker than its killer"
    site.run()
    assert {path: data for path, data in _content(site).items() if not path.endswith(".tmp")} == whole


def valley(folder, count):
    """A site with so many sources, some of them copies, one empty and one unreadable."""
    site = Site(folder)
    for number in range(count):
        site.source(f"{number:03}.txt", f"Report {number} of the valley\n\n{ORCHARD} And {number % 20} people came.\n")
    site.source("empty.txt", "")
    site.source("broken.txt", b"\x00\xff" * 40)
    return site


def test_what_was_read_before_a_run_was_cut_off_is_not_read_again_and_the_result_is_the_same(tmp_path, monkeypatch):
    expected = valley(tmp_path / "expected", 12)
    expected.run()
    read, seen = reading.read, []
    monkeypatch.setattr(reading, "read", lambda path, *rest: seen.append(path) or read(path, *rest))
    for cut in (1, 6, 13):
        site = valley(tmp_path / str(cut), 12)

        def stop(done, total, name, cut=cut):
            assert total == 14
            if done == cut:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            ingest(site.folder, site.config, now=NOW, progress=stop)
        assert not site.articles()
        before = set(seen)
        seen.clear()
        site.run(now=NOW)
        assert before.isdisjoint(seen), "it was read already"
        assert len(before) + len(seen) == 13, "and that at which it was cut off is read in another process"
        assert _content(site) == _content(expected)
        assert {path.name for path in (site.folder / ".broadsheet").iterdir()} == {"ingest", "stories"}
        seen.clear()


def test_a_document_was_first_seen_by_the_run_that_read_it_though_another_completes(tmp_path):
    site = valley(tmp_path, 6)

    def stop(done, total, name):
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest(site.folder, site.config, now=NOW, progress=stop)
    site.run(now=NOW + dt.timedelta(hours=1))
    moments = [line.first_seen for line in site.lock().values()]
    assert moments == ["2026-11-22T08:15:00Z"] * 3 + ["2026-11-22T09:15:00Z"] * 5


def test_a_run_killed_or_ended_with_ctrl_c_while_it_reads_is_gone_on_with(tmp_path):
    expected = valley(tmp_path / "expected", 60)
    expected.run()
    site, place = valley(tmp_path / "killed", 60), tmp_path / "killed/.broadsheet"
    moment = {**os.environ, "SOURCE_DATE_EPOCH": str(int(NOW.timestamp()))}

    def size():
        return max((path.stat().st_size for path in place.glob("readings-*")), default=0)

    ends = []
    for number in range(4):
        kept, start = size(), time.monotonic()
        process = subprocess.Popen(
            [sys.executable, "-m", "generator", "ingest", "--quiet", "--source", str(site.folder), "-j1"],
            cwd=Path(__file__).parent.parent,
            env=moment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        while process.poll() is None and time.monotonic() - start < 10:
            with contextlib.suppress(FileNotFoundError):  # one is taken over into another
                if size() > kept + 5_000:
                    break
            time.sleep(0.001)
        process.send_signal(signal.SIGINT if number % 2 else signal.SIGKILL)
        told = process.communicate()[1]
        ends.append(process.returncode)
        if process.returncode == 130:
            read = "of 62 new or changed sources are read; the next run goes on there\n"
            assert told == "interrupted\n" or (told.startswith("interrupted: ") and told.endswith(read)), told
            assert told.count("\n") == 1
    assert {-signal.SIGKILL, 130} & {*ends}, "the process was quicker than its killer"
    site.run()
    assert _content(site) == _content(expected)


@pytest.mark.parametrize("blocked", ["content/articles", "content/ingest.lock", ".broadsheet"])
def test_a_disk_that_refuses_is_an_error_and_nothing_else(tmp_path, blocked):
    site = Site(tmp_path)
    site.source("a.txt", HARBOUR)
    place = tmp_path / blocked
    if blocked.endswith("lock"):
        place.mkdir()
    else:
        place.write_text("a file where a folder should be")
    before = site.files()
    with pytest.raises(BroadsheetError):
        site.run()
    after = site.files()
    assert {path: after[path] for path in before} == before


def test_a_full_disk_is_an_error_that_says_so_and_costs_nothing(tmp_path, monkeypatch):
    site = Site(tmp_path)
    site.source("a.txt", HARBOUR)
    site.run()
    site.source("a.txt", HARBOUR.replace("14", "19"))
    site.source("b.txt", LIBRARY)
    before = site.files()

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        with pytest.raises(BroadsheetError, match="No space left"):
            site.run()
    assert {path: found for path, found in site.files().items() if "/readings-" not in path} == before
    assert site.outcomes() == {"a.txt": "updated", "b.txt": "published"}
