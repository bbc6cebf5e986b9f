"""The build as a whole, on a small site: what it writes, holds back, warns of and refuses."""

import datetime as dt
import json
import os
import re

import pytest
from build_site import NOW, SMALL, article, make, tree, write

from generator.build import assets, many, staged, store
from generator.errors import BroadsheetError


@pytest.fixture
def small(tmp_path):
    return write(tmp_path, SMALL)


def test_a_small_site(small):
    result = make(small)
    files = tree(small / "site")
    assert set(files) >= {
        ".nojekyll", "index.html", "404.html", "feed.xml", "rss.xml", "feed.json", "robots.txt", "llms.txt",
        "digest.json", "search/index.json", "search/index.html", "archive/index.html", "about/index.html", "logo.svg",
        "articles/bridge-shut/index.html", "articles/bridge-shut/index.md", "articles/lone/index.html",
        "stories/almery-bridge/index.html", "topics/almery/index.html", "publishers/coast-radio/index.html",
        "editions/2026-11-16/index.html", "editions/2026-w47/index.html", "old/bridge.html", "b/index.html",
        "stories/b/index.html", "static/site.css",
    }  # fmt: skip
    assert set(files) == set(result.written)
    assert (result.removed, result.unchanged, result.held, result.problems) == ((), 0, (), ())


def test_a_second_build_writes_nothing_and_an_edit_only_what_shows_it(small):
    make(small)
    again = make(small, now=NOW + dt.timedelta(days=400))
    assert (again.written, again.removed) == ((), ())
    path = small / "content/articles/lone.md"
    path.write_text(path.read_text().replace("Ships sail", "Boats sail"))
    assert set(make(small).written) == {"articles/lone/index.html", "articles/lone/index.md"}


def test_what_is_held_back_is_told(small):
    write(small, {"content/articles/later.md": article("Later", date="2027-01-01", draft="true")})
    assert make(small).held == (("content/articles/later.md", "draft"),)
    assert make(small, drafts=True).held == (("content/articles/later.md", "date 2027-01-01 is in the future"),)
    assert make(small, drafts=True, future=True).held == ()
    assert (small / "site/articles/later/index.html").exists()


def test_all_faults_of_all_files_are_told_at_once(small):
    write(small, {"content/articles/x.md": article("X", weight="heavy"), "content/pages/y.md": "---\na: [\n---\n"})
    write(small, {"content/articles/z.md": b"---\ntitle: Z\n---\n\n\xff"})
    with pytest.raises(BroadsheetError) as caught:
        make(small)
    assert [(each.path, each.line) for each in caught.value.problems] == [
        ("content/articles/x.md", 3),
        ("content/articles/z.md", 5),
        ("content/pages/y.md", 3),
    ]


def test_a_site_with_faults_keeps_its_last_good_pages(small):
    make(small)
    before = tree(small / "site")
    write(small, {"content/articles/x.md": article("X", weight="heavy")})
    with pytest.raises(BroadsheetError):
        make(small)
    assert tree(small / "site") == before


def test_doubts_are_told_and_the_site_is_built(small):
    write(small, {"content/articles/x.md": article("X", "[gone](gone.md)", sumary="S")})
    write(small, {"content/stories/nobody.md": article("Of no report")})
    assert [(each.path, each.what) for each in make(small).problems] == [
        ("content/articles/x.md", "unknown key `sumary` in the front matter"),
        ("content/articles/x.md", "a link leads to `gone.md`, and there is no such file"),
        ("content/stories/nobody.md", "the story `nobody` has fewer than two reports, so this is shown nowhere"),
    ]


def test_files_of_editors_are_not_published(small):
    names = ["4913", "#x#", "x.tmp", "x~", ".x.swp", "x.swp", "Thumbs.db"]
    places = ["content/static", "content/articles", "templates/static"]
    write(small, {f"{place}/{name}": "x" for place in places for name in names})
    make(small)
    assert not [name for name in tree(small / "site") if name.rpartition("/")[2] in names]


def test_a_file_that_vanishes_during_the_build_is_left_out(small, monkeypatch):
    write(small, {"content/static/x.txt": "x", "templates/static/y.txt": "y"})
    listed = assets.static

    def then_gone(folders):
        found = listed(folders)
        for name in ("content/static/x.txt", "templates/static/y.txt"):
            (small / name).unlink()
        return found

    monkeypatch.setattr(assets, "static", then_gone)
    make(small)
    assert not {"x.txt", "static/y.txt"} & set(tree(small / "site"))


@pytest.mark.parametrize("place", ["content/articles", "content/static", "templates/static"])
def test_a_file_whose_name_is_no_text_is_told(small, place):
    (small / place).mkdir(parents=True, exist_ok=True)
    try:
        with open(os.fsencode(small / place) + b"/caf\xe9.md", "wb") as file:
            file.write(b"---\ntitle: T\n---\n\nText.\n")
    except OSError:
        pytest.skip("this disk has no such names")
    with pytest.raises(BroadsheetError) as caught:
        make(small)
    (told,) = caught.value.problems
    assert told.path.endswith(f"{place}/caf\ufffd.md")
    assert str(told).encode()


def test_two_reports_with_one_slug_are_told_once(small):
    meta = {"slug": "same", "story": "almery-bridge", "tags": "[Almery]"}
    write(small, {f"content/articles/{name}.md": article(name, **meta) for name in "xy"})
    with pytest.raises(BroadsheetError) as caught:
        make(small)
    assert [each.what for each in caught.value.problems] == [
        "two pages at one address: /articles/same/ is also that of `content/articles/y.md`"
    ]


def test_two_pages_at_one_address_are_refused(small):
    write(small, {"content/pages/search.md": article("Search"), "content/articles/n/lone.md": article("Lone")})
    with pytest.raises(BroadsheetError) as caught:
        make(small)
    assert [each.what for each in caught.value.problems] == [
        "two pages at one address: /articles/lone/ is also that of `content/articles/n/lone.md`",
        "two pages at one address: /search/ is also that of a page that Broadsheet makes",
    ]


def test_a_domain_of_its_own(small):
    write(small, {"broadsheet.yml": "cname: news.example.org\n"})
    make(small)
    assert (small / "site/CNAME").read_text() == "news.example.org\n"


def test_an_empty_site_is_a_site(tmp_path):
    result = make(tmp_path)
    assert "index.html" in result.written
    assert "404.html" in result.written


def test_a_picture_beside_an_article(small):
    write(
        small,
        {"content/articles/2026/a.md": article("A", "![x](a.png)", image="a.png"), "content/articles/2026/a.png": "x"},
    )
    make(small)
    assert (small / "site/articles/2026/a.png").exists()
    assert '<img alt="x" src="../2026/a.png"' in (small / "site/articles/a/index.html").read_text()


def test_a_link_between_content_files_leads_to_the_very_paragraph(small):
    make(small, url="https://example.org/repo/")
    assert 'href="../bridge-reopens/#p1"' in (small / "site/articles/bridge-shut/index.html").read_text()


def test_an_introduction_s_links_are_written_for_the_story_s_page(small):
    write(small, {"content/stories/almery-bridge.md": article("By hand", "See [about](../pages/about.md).")})
    make(small)
    assert 'href="../../about/index.html"' in (small / "site/stories/almery-bridge/index.html").read_text()


def test_the_address_of_a_story_that_lost_its_reports_leads_to_the_one_left(small):
    (small / "content/articles/bridge-reopens.md").unlink()
    make(small)
    assert "articles/bridge-shut/" in (small / "site/stories/almery-bridge/index.html").read_text()


def test_the_account_of_a_build_is_data(small):
    told = make(small).as_dict()
    assert json.loads(json.dumps(told))["unchanged"] == 0
    assert told["views"] == len(
        [name for name in told["written"] if not re.match(r"static/|logo\.svg|\.nojekyll", name)]
    )


def test_a_disk_that_is_full_costs_what_is_kept_and_nothing_else(tmp_path, monkeypatch):
    class Full:
        def __getattr__(self, name):
            return getattr(os, name)

        def write(self, file, data):
            raise OSError(28, "No space left on device")

    files = SMALL | {f"content/articles/more-{number}.md": article(f"More {number}") for number in range(many.FEW)}
    make(write(tmp_path / "roomy", files), jobs=1)
    monkeypatch.setattr(store, "os", Full())
    make(write(tmp_path / "full", files), jobs=2)
    assert tree(tmp_path / "full" / "site") == tree(tmp_path / "roomy" / "site")


def test_of_a_disk_that_refuses_one_page_is_told(tmp_path, monkeypatch):
    def full(data, path):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(staged, "_write", full)
    with pytest.raises(BroadsheetError, match="No space left on device") as told:
        make(write(tmp_path, SMALL))
    assert len(told.value.problems) == 1
