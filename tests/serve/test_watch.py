"""Watching: real files, real events, bounded waits."""

import shutil
import threading
import time

import pytest

from generator.serve import watch


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(watch, "EVERY", 0.1)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("content/articles/x.md", True),
        ("content/sources/deep/er/x.txt", True),
        ("templates/base.html", True),
        ("templates", True),
        ("serve.log", False),
        ("site/index.html", False),
        (".broadsheet/cache", False),
        ("content/.x.md.swp", False),
        ("content/x.md~", False),
        ("content/4913", False),
        ("generator/cli.py", False),
    ],
)
def test_what_matters(tmp_path, path, expected):
    root = tmp_path / "site"
    assert watch.matters(root / path, root) is expected
    assert not watch.matters(tmp_path / "elsewhere" / path, root)


@pytest.mark.parametrize("poll", [False, True])
def test_a_saved_file_a_new_folder_and_a_deletion_are_each_told(tmp_path, poll):
    (tmp_path / "content" / "articles").mkdir(parents=True)
    (tmp_path / "broadsheet.yml").write_text("title: One\n")
    page = tmp_path / "content" / "articles" / "a.md"

    def make_templates():
        (tmp_path / "templates").mkdir()
        (tmp_path / "broadsheet.yml").write_text("title: Two\n")

    steps = [
        (lambda: page.write_text("new"), page),
        (make_templates, tmp_path / "broadsheet.yml"),
        (lambda: (tmp_path / "templates" / "base.html").write_text("x"), tmp_path / "templates" / "base.html"),
        (page.unlink, page),
    ]
    with watch.watching(tmp_path, files=[tmp_path / "broadsheet.yml"], poll=poll) as changes:
        for act, expected in steps:
            timer = threading.Timer(0.05, act)
            timer.start()
            seen = set()
            while expected not in seen:
                seen |= next(changes)
            timer.join()


def test_many_saves_at_once_are_one_change(tmp_path):
    (tmp_path / "content").mkdir()
    with watch.watching(tmp_path) as changes:
        for number in range(50):
            (tmp_path / "content" / f"{number}.md").write_text("x")
        seen, batches = set(), 0
        while len(seen) < 50:
            seen |= next(changes)
            batches += 1
    assert batches < 10, "one, but a machine that is busy may pause between two events"


def test_a_file_that_is_empty_or_away_for_a_moment_is_told_when_it_is_there_again(tmp_path):
    (tmp_path / "content").mkdir()
    page = tmp_path / "content" / "a.md"
    page.write_text("one")

    def emptied():
        with page.open("w") as file:
            file.flush()
            time.sleep(0.04)
            file.write("two")

    def renamed():
        page.rename(page.with_name("a.md~"))
        time.sleep(0.04)
        page.write_text("two")

    with watch.watching(tmp_path) as changes:
        for save in (emptied, renamed):
            page.write_text("one")
            next(changes)
            timer = threading.Timer(0.05, save)
            timer.start()
            assert next(changes) == {page}
            assert page.read_text() == "two"
            timer.join()


def told(changes, path, act):
    """Act, and wait until the path is told."""
    timer = threading.Timer(0.05, act)
    timer.start()
    seen = set()
    while path not in seen:
        seen |= next(changes)
    timer.join()


@pytest.mark.timeout(20)
@pytest.mark.parametrize("poll", [False, True])
@pytest.mark.parametrize("place", ["content", "content/sources"])
def test_a_folder_that_is_a_link_to_one_elsewhere_is_watched(tmp_path, place, poll):
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    (site / place).parent.mkdir(parents=True)
    elsewhere.mkdir()
    (site / place).symlink_to(elsewhere)
    with watch.watching(site, poll=poll) as changes:
        told(changes, site / place / "a.md", lambda: (elsewhere / "a.md").write_text("new"))


@pytest.mark.timeout(20)
@pytest.mark.parametrize("poll", [False, True])
@pytest.mark.parametrize("leave", [shutil.rmtree, lambda folder: folder.rename(folder.with_name("old"))])
def test_a_folder_that_went_and_was_made_anew_is_still_watched(tmp_path, leave, poll):
    templates = tmp_path / "templates"
    templates.mkdir()
    (templates / "a.html").write_text("one")
    with watch.watching(tmp_path, poll=poll) as changes:
        told(changes, templates, lambda: leave(templates))
        told(changes, templates, templates.mkdir)
        told(changes, templates / "b.html", lambda: (templates / "b.html").write_text("two"))


@pytest.mark.timeout(20)
def test_a_folder_replaced_at_one_stroke_is_still_watched(tmp_path):
    templates = tmp_path / "templates"
    templates.mkdir()

    def replace():
        shutil.rmtree(templates)
        templates.mkdir()

    with watch.watching(tmp_path) as changes:
        told(changes, templates, replace)
        for number in range(3):
            file = templates / f"{number}.html"
            told(changes, file, lambda file=file: file.write_text("new"))


@pytest.mark.timeout(20)
def test_a_settings_file_below_or_outside_the_site_is_watched_and_its_neighbours_are_not(tmp_path):
    for name in ("site/conf", "site/content", "shared"):
        (tmp_path / name).mkdir(parents=True)
    inside, outside = tmp_path / "site/conf/site.yml", tmp_path / "shared/site.yml"
    with watch.watching(tmp_path / "site", files=[inside, outside]) as changes:
        for file in (inside, outside):
            file.with_name("other.yml").write_text("x: 1\n")
            told(changes, file, lambda file=file: file.write_text("title: New\n"))
            (tmp_path / "site" / "content" / "last.md").write_text("x")
            assert not {path for path in next(changes) if path.name == "other.yml"}
