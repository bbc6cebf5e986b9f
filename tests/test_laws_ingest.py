"""Laws 4, 5 and 6 of `ingest`, attacked: whatever happens to a site between runs, in any order."""

import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ingest_site import HARBOUR, LIBRARY, ORCHARD, Site

from generator import files, frontmatter
from generator.errors import BroadsheetError

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
    "run",
    "run",
]
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
        elif articles := self.site.articles():
            self.touch(action, articles[one % len(articles)])

    def touch(self, action: str, name: str) -> None:
        path, self.number = self.site.article(name), self.number + 1
        mark, text = f"mark{self.number}", path.read_text()
        if action == "delete":
            if not self.moved:
                self.dead.add(self.site.sources_of(name)[0]["file"])
            path.unlink()
            self.marks.pop(name, None)
            self.deleted.add(name)
        elif action == "rename":
            path.rename(self.site.article(mark))
            self.marks[mark] = self.marks.pop(name, set())
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
        articles = self.site.articles()
        assert not self.deleted & set(articles), "law 5: what a person deleted stays deleted"
        named = [each["file"] for name in articles for each in self.site.sources_of(name)]
        assert len(named) == len(set(named)), "no source is published twice"
        assert not self.dead & set(named), "law 5: not under another name either"
        self.moved = False
        before = self.site.files()
        again = self.site.run()
        assert self.site.files() == before, "law 4: a second run writes nothing"
        assert {item.outcome for item in again.items} <= QUIET
        (self.site.folder / ".broadsheet/ingest").unlink(missing_ok=True)  # no source yet, no memory
        content = _content(self.site)
        self.site.run()
        assert _content(self.site) == content, "law 4: nor does one that remembers nothing"


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_laws_4_5_and_6_hold_after_any_sequence_of_changes(steps):
    with tempfile.TemporaryDirectory() as folder:
        person = Person(Site(Path(folder)))
        for step in [*steps, ("run", 0, 0)]:
            person.act(*step)


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
        "import sys, datetime as dt; from pathlib import Path; from generator.config import Config\n"
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

    def full(path, data):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        with pytest.raises(BroadsheetError, match="No space left"):
            site.run()
    assert site.files() == before
    assert site.outcomes() == {"a.txt": "updated", "b.txt": "published"}
