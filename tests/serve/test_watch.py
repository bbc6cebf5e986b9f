"""Watching: real files, real events, bounded waits."""

import threading

import pytest

from generator.serve import watch


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("content/articles/x.md", True),
        ("content/sources/deep/er/x.txt", True),
        ("templates/base.html", True),
        ("broadsheet.yml", True),
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
    with watch.watching(tmp_path, poll=poll) as changes:
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
        batch = next(changes)
    assert len(batch) == 50
