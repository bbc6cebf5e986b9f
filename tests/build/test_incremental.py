"""Which steps run after an edit: a build that does too much is right, and still wrong."""

import datetime as dt
import os
import shutil
import sys
import threading
import time
from collections import Counter

import pytest
from build_site import NOW, SMALL, article, make, tree, write

from generator import config
from generator.build import digest, standing, world
from generator.build import site as site_of
from generator.build.standing import Standing
from generator.build.watched import Watched
from generator.build.world import World
from generator.errors import BroadsheetError
from generator.serve import GiveWay
from generator.unchanged import signature


class Site:
    """A small site, built once; then what each further build ran and wrote."""

    def __init__(self, folder):
        self.folder = write(folder, SMALL)
        self.builder = Watched(folder, folder / "site")
        self.result = self.built()

    def built(self, now=NOW, **how):
        return self.builder.build(config.load(self.folder), now=now, **how)

    def ran(self, **how):
        """The steps that the next build runs, but for those that only look things up."""
        self.result = self.built(**how)
        return sorted(f"{name} {key}" if key else name for name, key in self.builder.engine.ran_now())

    def ahead(self, changed, pages):
        """What is brought up to date for those who look at these pages."""
        return [name for names in self.builder.ahead(changed, pages) for name in names]

    def edit(self, name, old, new):
        path = self.folder / name
        path.write_text(path.read_text().replace(old, new))
        assert new in path.read_text()


@pytest.fixture
def site(tmp_path):
    site = Site(tmp_path)
    yield site
    site.builder.close()


LONE, SHUT = "content/articles/lone.md", "content/articles/bridge-shut.md"


def test_nothing_runs_when_nothing_changed(site):
    assert site.ran() == []
    assert site.ran(now=NOW + dt.timedelta(days=400)) == []
    os.utime(site.folder / LONE)
    assert site.ran() == []


def test_a_file_that_was_seen_just_before_is_not_looked_at_again(site, monkeypatch):
    for path in (site.folder / "content").rglob("*.md"):
        os.utime(path, (1, 1))
    site.ran()
    looked = set()
    monkeypatch.setattr(world, "signature", lambda path: looked.add(path) or signature(path))
    site.edit(LONE, "Ships", "Boats")
    seen = {str(path): signature(str(path)) for path in (site.folder / "content").rglob("*.md")}
    assert "rendered articles/lone/index.html" in site.ran(seen=seen)
    assert looked.intersection(seen) == {str(site.folder / LONE)}


def test_a_page_that_goes_takes_its_folder_along(site):
    (site.folder / LONE).unlink()
    site.ran()
    assert not (site.folder / "site/articles/lone").exists()


def test_an_edit_inside_a_body_reaches_the_pages_that_show_it(site):
    site.edit(LONE, "Ships", "Boats")
    assert site.ran() == [
        f"alone {LONE}", f"face {LONE}",
        "rendered articles/lone/index.html", "rendered articles/lone/index.md",
    ]  # fmt: skip
    assert site.result.written == ("articles/lone/index.html", "articles/lone/index.md")


def test_an_edit_inside_a_report_reaches_the_digest_of_its_story_too(site):
    site.edit(SHUT, "- No one was hurt.", "- Nobody was hurt.")
    ran = site.ran()
    assert "digested almery-bridge" in ran
    assert not [each for each in ran if each.startswith(("joined", "assembled", "kind", "view", "every"))]
    assert {"articles/bridge-shut/index.html", "articles/bridge-shut/index.md", "feed.xml"} <= set(site.result.written)


def test_what_a_story_says_is_found_once_for_its_page_and_its_edition(site, monkeypatch):
    found, told = [], digest.told
    monkeypatch.setattr(digest, "told", lambda reports: found.append(told(reports)) or found[-1])
    site.edit(SHUT, "- No one was hurt.", "- Nobody was hurt, the police of Almery said on Monday evening.")
    assert [name for name in site.ran() if name.startswith("said")]
    assert len(found) == 1


def test_a_title_reaches_what_names_the_report_and_nothing_else(site):
    site.edit(LONE, "A lone report", "Another title")
    ran = Counter(each.split()[0] for each in site.ran())
    assert (ran["alone"], ran["linked"], ran["face"], ran["assembled"]) == (1, 0, 1, 1)
    assert (ran["said"], ran["digested"]) == (0, 0)
    assert ran["rendered"] < 12 < site.result.views
    assert "articles/bridge-shut/index.html" not in site.result.written


def test_a_template_is_used_by_the_pages_that_used_it(site):
    write(site.folder, {"templates/page.html": "<p>{{ entry.title }}</p>"})
    assert site.ran() == ["rendered about/index.html", "template page.html"]
    site.edit("templates/page.html", "<p>", "<b>")
    assert site.ran() == ["rendered about/index.html", "template page.html"]
    (site.folder / "templates/page.html").unlink()
    assert site.ran() == ["rendered about/index.html", "template page.html"]


def test_a_part_is_found_by_the_name_that_a_page_gives(site):
    page = "{% include ['parts/' ~ entry.slug ~ '.html', 'parts/any.html'] %}"
    write(site.folder, {"templates/page.html": page, "templates/parts/any.html": "any"})
    site.ran()
    assert (site.folder / "site/about/index.html").read_text() == "any"
    write(site.folder, {"templates/parts/about.html": "its own"})
    assert "rendered about/index.html" in site.ran()
    assert (site.folder / "site/about/index.html").read_text() == "its own"


def test_a_part_that_is_kept_for_other_pages_is_what_they_use_too(site):
    page = "{% import 'macros.html' as own %}{% cache %}{% include 'part.html' %}{{ static('x.js') }}{% endcache %}"
    write(site.folder, {
        "templates/page.html": page + "{{ own.mark() }}", "templates/part.html": "part",
        "templates/macros.html": "{% import 'deep.html' as deep %}{% macro mark() %}{{ deep.word }}{% endmacro %}",
        "templates/deep.html": "{% set word = 'deep' %}", "templates/static/x.js": "1",
        "content/pages/imprint.md": article("Imprint"),
    })  # fmt: skip
    site.ran()
    both = ["rendered about/index.html", "rendered imprint/index.html"]
    for name in ("templates/part.html", "templates/deep.html", "templates/static/x.js"):
        path = site.folder / name
        path.write_text(path.read_text().replace("part", "new part").replace("deep", "deeper").replace("1", "2"))
        assert [each for each in site.ran() if each.startswith("rendered")] == both
        shown = [(site.folder / "site" / each / "index.html").read_text() for each in ("about", "imprint")]
        assert shown[0] == shown[1]
    assert shown[0].startswith("new part")
    assert shown[0].endswith("deeper")


def test_a_style_is_known_by_its_version_to_all_pages_that_link_to_it(site):
    write(site.folder, {"templates/static/own.css": "a{}"})
    assert "copied static/own.css" in site.ran()
    assert site.result.written == ("static/own.css",)
    write(site.folder, {"templates/static/site.css": "b{}"})
    ran = Counter(each.split()[0] for each in site.ran())
    assert (ran["view"], ran["alone"], ran["linked"]) == (0, 0, 0)
    assert ran["rendered"] > 20


def test_what_somebody_did_to_the_output_is_undone(site):
    page, other = site.folder / "site/about/index.html", site.folder / "site/articles/lone/index.html"
    before = tree(site.folder / "site")
    page.write_text("changed")
    shutil.rmtree(other.parent)
    write(site.folder, {"site/x/y.html": "strange", "site/about/z.html": "strange"})
    (site.folder / "site/logo.svg").unlink()
    ran = site.ran()
    assert ran == [
        "copied logo.svg", "rendered about/index.html", "rendered articles/lone/index.html",
        "rendered articles/lone/index.md",
    ]  # fmt: skip
    assert tree(site.folder / "site") == before
    assert site.result.removed == ("about/z.html", "x/y.html")


@pytest.mark.parametrize("name", ["content/articles/lone.md", "templates/page.html", "content/static/logo.svg"])
@pytest.mark.parametrize("another", [False, True])
def test_a_file_saved_while_it_was_looked_at_and_put_back_is_read_again(site, monkeypatch, name, another):
    path = site.folder / name
    right = (path.read_bytes() if path.exists() else b"{{ entry.title }}") + b" again"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(right)
    look = World.stamp

    def saved_meanwhile(self, asked):
        found = look(self, asked)
        if str(path).endswith(asked):
            path.write_bytes(right + b" wrong")
        return found

    monkeypatch.setattr(World, "stamp", saved_meanwhile)
    site.ran()
    monkeypatch.undo()
    assert any(b"again wrong" in each for each in tree(site.folder / "site").values())
    path.write_bytes(right)
    if another:
        site.builder.close()
        site.builder = Watched(site.folder, site.folder / "site")
    site.ran()
    made = b"".join(tree(site.folder / "site").values())
    assert (b"again" in made, b"wrong" in made) == (True, False)
    assert site.ran() == []


def test_a_stranger_that_comes_into_a_folder_while_it_is_written_to_goes(site, monkeypatch):
    look = Standing.altered

    def then_comes(self):
        found = look(self)
        write(site.folder, {"site/articles/lone/x.html": "strange"})
        return found

    monkeypatch.setattr(standing, "GRAIN", 0)
    site.ran()
    monkeypatch.setattr(Standing, "altered", then_comes)
    site.edit(LONE, "Ships", "Boats")
    site.ran()
    assert site.result.removed == ("articles/lone/x.html",)


def test_a_folder_that_was_left_alone_for_long_is_looked_into_when_something_came(site, monkeypatch):
    monkeypatch.setattr(standing, "GRAIN", 0)
    site.ran()
    time.sleep(0.02)
    write(site.folder, {"site/about/x.html": "strange"})
    assert (site.ran(), site.result.removed) == ([], ("about/x.html",))


def test_what_comes_due_is_shown_then_and_goes_when_it_is_over(site):
    write(site.folder, {"content/articles/n.md": article("N", publishDate="2026-12-01", expiryDate="2026-12-03")})
    for days, shown, ran in [(0, False, True), (5, False, False), (9, True, True), (10, True, False), (20, False, True),
                             (0, False, True)]:  # fmt: skip
        assert bool(site.ran(now=NOW + dt.timedelta(days=days))) == ran
        assert (site.folder / "site/articles/n/index.html").exists() == shown


@pytest.mark.parametrize("days", [1, 2, 4, 5])
def test_what_is_new_is_held_against_the_time_that_it_is_now(site, days):
    write(site.folder, {"content/articles/n.md": article("N", date="2026-11-25")})
    site.ran(now=NOW + dt.timedelta(days=days))
    assert (site.folder / "site/articles/n/index.html").exists() == (days > 2)
    assert site.ran(now=NOW + dt.timedelta(days=days + 0.1)) == []
    site.ran()
    assert not (site.folder / "site/articles/n/index.html").exists()


def test_a_page_that_went_and_comes_back_as_it_was_is_there(site):
    gone = site.folder / "site/stories/b/index.html"
    before = gone.read_bytes()
    site.ran(now=NOW - dt.timedelta(days=5))
    assert not gone.exists()
    site.ran()
    assert gone.read_bytes() == before


def test_a_fault_leaves_the_pages_and_forgets_nothing(site):
    before = tree(site.folder / "site")
    waiting = f"{site.builder.stage.folder.parent.name}/"
    site.edit(LONE, "Ships", "Boats")
    write(site.folder, {"templates/page.html": "{{ oops }}"})
    for _ in range(2):
        with pytest.raises(BroadsheetError, match="oops"):
            site.ran()
        now = tree(site.folder / "site")
        assert {path: data for path, data in now.items() if not path.startswith(waiting)} == before
    (site.folder / "templates/page.html").unlink()
    site.ran()
    assert site.result.written == ("articles/lone/index.html", "articles/lone/index.md")


def test_a_page_that_somebody_waits_for_comes_first(site):
    site.edit(LONE, "Ships", "Boats")
    waited = "articles/lone/index.html"
    assert site.ahead([site.folder / LONE], {waited, "index.html"}) == [waited]
    assert "Boats" in (site.folder / "site" / waited).read_text()
    assert "Ships" in (site.folder / "site/articles/lone/index.md").read_text()
    assert site.ran() == ["rendered articles/lone/index.md"]


def test_so_do_a_title_and_a_template(site):
    site.edit(LONE, "A lone report", "Another title")
    assert site.ahead([site.folder / LONE], {"index.html"}) == ["index.html"]
    site.ran()
    write(site.folder, {"templates/page.html": "<p>{{ entry.title }}</p>"})
    site.ran()
    site.edit("templates/page.html", "<p>", "<b>")
    assert site.ahead([site.folder / "templates/page.html"], {"about/index.html"}) == ["about/index.html"]


def give_way_when(holds):
    """What a build calls again and again: it raises as soon as something holds."""

    def pause():
        if holds():
            raise GiveWay

    return pause


def test_a_page_comes_first_again_and_again_while_builds_give_way(site):
    style, page = "static/own.css", "about/index.html"
    write(site.folder, {"templates/page.html": "{{ static('own.css') }}", f"templates/{style}": "a{}"})
    site.ran()
    for before, after in ("ab", "bc", "cd"):
        site.edit(f"templates/{style}", before, after)
        assert site.ahead([site.folder / "templates" / style], {page}) == [page]
        assert site.builder.copied()[site.folder / "templates" / style] == style
        with pytest.raises(GiveWay):
            site.built(pause=give_way_when(lambda: True))
    site.ran()
    assert site.result.written == (style,)
    assert site.ran() == []


def test_what_waits_of_a_build_that_gave_way_is_not_shown(site):
    before, waiting = tree(site.folder / "site"), site.builder.stage.folder
    site.edit("broadsheet.yml", "Small", "Big")
    with pytest.raises(GiveWay):
        site.built(pause=give_way_when(lambda: len([*waiting.rglob("*")]) > 20))
    site.edit("broadsheet.yml", "Big", "Small")
    site.edit(LONE, "Ships", "Boats")
    site.ran()
    assert site.result.written == ("articles/lone/index.html", "articles/lone/index.md")
    after = tree(site.folder / "site")
    assert {path for path in before | after if before.get(path) != after.get(path)} == set(site.result.written)


def test_what_a_build_has_put_into_its_place_before_it_gave_way_stays_and_is_told_by_the_next(site):
    site.edit("broadsheet.yml", "Small", "Big")
    with pytest.raises(GiveWay):
        site.built(pause=give_way_when(lambda: "Big" in (site.folder / "site/about/index.html").read_text()))
    ran = Counter(each.split()[0] for each in site.ran())
    assert 0 < ran["rendered"] < len(site.result.written)
    assert "about/index.html" in site.result.written
    assert site.ran() == []
    assert site.result.written == ()


def test_a_text_is_shown_before_what_it_makes_of_the_whole_site_is_known(site):
    shown, story = "articles/bridge-shut/index.html", "stories/almery-bridge/index.html"
    site.edit(SHUT, "crack", "gap " + 700 * "widens ")
    ahead = site.builder.ahead([site.folder / SHUT], {shown, story})
    assert next(ahead) == [shown]
    assert "assembled" not in {name for name, _ in site.builder.engine.ran_now()}
    page = (site.folder / "site" / shown).read_text()
    assert "gap" in page
    assert "7 minutes to read" in page
    assert story in next(ahead)
    assert "assembled" in {name for name, _ in site.builder.engine.ran_now()}


def test_what_comes_first_is_what_a_build_makes(site, tmp_path_factory):
    pages = {path.relative_to(site.folder / "site").as_posix() for path in (site.folder / "site").rglob("*.html")}
    for name, old, new in [(LONE, "Ships", "Boats"), (SHUT, "Harbour bridge shut", "Shut"), (SHUT, "crack", "gap")]:
        site.edit(name, old, new)
        site.ahead([site.folder / name], pages)
        shown = {name: data for name, data in tree(site.folder / "site").items() if name in pages}
        make(site.folder, output=(fresh := tmp_path_factory.mktemp("clean") / "out"))
        assert shown == {name: data for name, data in tree(fresh).items() if name in pages}
        site.ran()


def test_what_is_in_doubt_does_not_come_first(site):
    write(site.folder, {LONE: article("T", weight="heavy")})
    assert site.ahead([site.folder / LONE], {"articles/lone/index.html"}) == []
    with pytest.raises(BroadsheetError, match="weight"):
        site.ran()
    assert site.ahead([site.folder / LONE], {"articles/lone/index.html"}) == []
    write(site.folder, {LONE: article("T", draft="true")})
    site.ran()
    write(site.folder, {LONE: article("T")})
    site.ran()
    write(site.folder, {LONE: article("T", draft="true")})
    assert site.ahead([site.folder / LONE], {"articles/lone/index.html"}) == []
    assert "articles/lone/index.html" in (site.ran(), site.result.removed)[1]
    write(site.folder, {LONE: article("T"), "templates/page.html": "{{ oops }}"})
    assert site.ahead([site.folder / "templates/page.html"], {"about/index.html"}) == []
    assert "Who we are" in (site.folder / "site/about/index.html").read_text()


def test_the_next_process_knows_what_this_one_built(site):
    site.builder.close()
    site.builder = Watched(site.folder, site.folder / "site")
    assert site.ran() == []
    site.edit(LONE, "Ships", "Boats")
    site.builder.close()
    site.builder = Watched(site.folder, site.folder / "site")
    assert len(site.ran()) == 4


def test_what_a_file_says_that_changes_during_a_build_is_noted(site):
    for name in (LONE, SHUT):
        os.utime(site.folder / name, (1, 1))
    site.ran()
    site.builder.close()
    site.builder = Watched(site.folder, site.folder / "site")
    write(site.folder, {"broadsheet.yml": "timezone: Asia/Tokyo\n"})

    def change():
        if "Ships" in (site.folder / LONE).read_text():
            site.edit(LONE, "Ships", "Boats")
            os.utime(site.folder / LONE, (2, 2))

    site.ran(pause=change)
    page = site.folder / "site/articles/lone/index.html"
    assert "Boats" in page.read_text()
    site.edit(LONE, "Boats", "Ships")
    site.ran()
    assert "Ships" in page.read_text()


def harm_no_values(cache):
    next(cache.glob("build/*/values-*")).unlink()


def harm_half_the_values(cache):
    path = next(cache.glob("build/*/values-*"))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def harm_half_the_traces(cache):
    path = next(cache.glob("build/*/traces"))
    path.write_bytes(path.read_bytes()[:-100])


def harm_a_file_in_its_place(cache):
    shutil.rmtree(cache)
    cache.write_text("no folder")


def harm_may_not_be_written(cache):
    for path in [*cache.rglob("*"), cache]:
        path.chmod(0o555 if path.is_dir() else 0o444)


def harm_from_another_version(cache):
    path = next(cache.glob("build/*/traces"))
    path.write_bytes(b"\0" * 32 + path.read_bytes()[32:])


HARMS = [each for name, each in globals().items() if name.startswith("harm_")]


@pytest.mark.parametrize("harm", HARMS, ids=lambda harm: harm.__name__)
def test_a_cache_that_is_not_as_it_was_left_makes_no_page_wrong(site, tmp_path_factory, harm):
    site.builder.close()
    cache = site.folder / ".broadsheet"
    harm(cache)
    try:
        for number in range(3):
            site.edit(LONE, ["Ships", "Boats", "Yachts"][number], ["Boats", "Yachts", "Rafts"][number])
            site.edit(SHUT, ["shut", "is shut"][number > 0], "is shut")
            make(site.folder)
            clean = make(site.folder, output=(fresh := tmp_path_factory.mktemp("clean") / "out"))
            assert clean.written
            assert tree(site.folder / "site") == tree(fresh)
    finally:
        for path in [cache, *cache.rglob("*")]:
            path.chmod(0o755 if path.is_dir() else 0o644)


def test_two_builds_at_once_leave_a_site_that_the_next_one_finds_right(site, tmp_path_factory):
    site.builder.close()
    faults = []

    def builds():
        for _ in range(3):
            try:
                make(site.folder)
            except BroadsheetError as error:
                faults.append(error)

    threads = [threading.Thread(target=builds) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(6):
        site.edit(LONE, f"sail{number or ''}", f"sail{number + 1}")
    for thread in threads:
        thread.join()
    make(site.folder)
    make(site.folder, output=(fresh := tmp_path_factory.mktemp("clean") / "out"))
    assert tree(site.folder / "site") == tree(fresh)


@pytest.mark.parametrize(("jobs", "large"), [(2, 1000), (3, 1000), (2, 1)])
def test_the_same_bytes_and_faults_whatever_the_jobs(tmp_path, monkeypatch, jobs, large):
    monkeypatch.setattr("generator.build.MANY", large)
    many = {f"content/articles/n{n}.md": article(f"N {n}", f"Text {n}.", story=f"s{n // 3}") for n in range(120)}
    write(tmp_path, SMALL | many)
    one = make(tmp_path, output=tmp_path / "one")
    several = make(tmp_path, output=tmp_path / "several", jobs=jobs)
    assert several == one
    assert tree(tmp_path / "several") == tree(tmp_path / "one")
    write(tmp_path, {f"content/articles/n{n}.md": article(f"N {n}", weight="heavy") for n in range(5, 100, 7)})
    assert fault(tmp_path, tmp_path / "one") == fault(tmp_path, tmp_path / "several", jobs=jobs)
    write(tmp_path, many | {"templates/article.html": "{{ 1 / (entry.words - 2) }}\n{{ 1 / 0 }}"})
    assert fault(tmp_path, tmp_path / "one") == fault(tmp_path, tmp_path / "several", jobs=jobs)


def test_the_paper_is_put_together_once_for_all_processes(tmp_path, monkeypatch):
    monkeypatch.setattr("generator.build.MANY", 1)
    assemble, log = site_of.assemble, tmp_path / "log"

    def logged(*what):
        with log.open("a") as file:
            file.write("once\n")
        return assemble(*what)

    monkeypatch.setattr(site_of, "assemble", logged)
    many = {f"content/articles/n{n}.md": article(f"N {n}", f"Text {n}.") for n in range(40)}
    make(write(tmp_path / "site", SMALL | many), jobs=2)
    assert log.read_text() == "once\n"


def fault(folder, output, **how):
    with pytest.raises(BroadsheetError) as caught:
        make(folder, output=output, **how)
    return caught.value.problems


def test_a_python_without_the_module_that_calls_the_system_s_library_rests_as_well(site, monkeypatch):
    monkeypatch.setattr("gc.freeze", lambda: None)
    monkeypatch.setitem(sys.modules, "ctypes", None)
    site.builder.rest()
    assert site.ran() == []
