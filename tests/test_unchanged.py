"""A run that finds nothing new says what the last one said; after any change it looks properly."""

import os
import shutil
import time

import pytest
from build_site import SMALL, article, write

from generator import unchanged

LONE = "content/articles/lone.md"


@pytest.fixture
def site(tmp_path, run, monkeypatch):
    """A small site that was built a while ago."""
    write(tmp_path, SMALL | {"content/articles/x.md": article("X", colour="unknown")})
    monkeypatch.setattr(unchanged, "GRAIN", 0)
    time.sleep(0.02)
    run(tmp_path, "build")
    run(tmp_path, "build")
    return tmp_path


@pytest.fixture
def looked(monkeypatch):
    """What each look found."""
    found = []
    last = unchanged.Look.last

    def told(self, moment):
        found.append(last(self, moment) is not None)
        return last(self, moment)

    monkeypatch.setattr(unchanged.Look, "last", told)
    return found


def test_it_says_the_same_and_reads_nothing(site, run, looked):
    full = run(site, "build")
    assert looked == [True]
    (site / unchanged.PATH).unlink()
    again = run(site, "build")
    assert looked == [True, False]
    assert [full.out.partition(" in ")[0], full.err, full.code] == [again.out.partition(" in ")[0], again.err, 0]
    assert "unknown key `colour`" in full.err
    assert " unchanged in " in full.out
    assert "written" not in full.out
    assert run(site, "build", "--strict").code == 1


CHANGES = {
    "an edit": lambda site: (site / LONE).write_text(article("Another", "Text.")),
    "an edit of the same length": lambda site: (site / LONE).write_text(
        (site / LONE).read_text().replace("Ships", "Boats")
    ),
    "a new file": lambda site: write(site, {"content/articles/n.md": article("N")}),
    "a new source": lambda site: write(site, {"content/sources/n.txt": "A title\n\nA text of a few words."}),
    "a deleted file": lambda site: (site / LONE).unlink(),
    "a renamed file": lambda site: (site / LONE).rename(site / "content/articles/alone.md"),
    "a static file": lambda site: (site / "content/static/logo.svg").write_text("<svg/>"),
    "settings": lambda site: (site / "broadsheet.yml").write_text("title: New\n"),
    "a template": lambda site: write(site, {"templates/page.html": "page"}),
    "a page changed by hand": lambda site: (site / "site/about/index.html").write_text("x"),
    "a page that is gone": lambda site: (site / "site/about/index.html").unlink(),
    "a strange file in the output": lambda site: (site / "site/about/x.html").write_text("x"),
    "a folder of the output that is gone": lambda site: shutil.rmtree(site / "site/about"),
    "no output": lambda site: shutil.rmtree(site / "site"),
    "a link to a folder": lambda site: os.symlink(site / "content/pages", site / "content/articles/linked"),
    "a broken record": lambda site: (site / unchanged.PATH).write_bytes(b"\0broken"),
    "no record": lambda site: (site / unchanged.PATH).unlink(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_is_seen(site, run, looked, change):
    run(site, "build")
    time.sleep(0.02)
    CHANGES[change](site)
    run(site, "build")
    assert looked == [True, False]


@pytest.mark.parametrize("how", [["--drafts"], ["--base-url", "https://e.org/"], ["-o", "other"], ["-v"], ["--json"]])
def test_another_way_to_build_is_another_run(site, run, looked, how):
    run(site, "build", *how)
    assert looked in ([False], [])


def test_where_a_program_retells_stories_it_may_have_changed(site, run, looked):
    (site / "broadsheet.yml").write_text("digest: {command: python3 tell.py}\n")
    run(site, "build")
    run(site, "build")
    assert looked == [False, False]


def test_what_comes_due_is_seen(site, run, looked):
    write(site, {"content/articles/later.md": article("Later", date="2026-11-25")})
    time.sleep(0.02)
    run(site, "build")
    run(site, "build")
    day = 86400
    assert "held back" in run(site, "build").out
    assert "held back" not in run(site, "build", epoch=str(1795341600 + 9 * day)).out
    assert looked == [False, True, True, False]


def test_what_changed_a_moment_ago_is_not_trusted(tmp_path, run, looked, monkeypatch):
    monkeypatch.setattr(unchanged, "GRAIN", 1 << 62)
    write(tmp_path, SMALL)
    for _ in range(3):
        run(tmp_path, "build")
    assert looked == [False, False, False]
