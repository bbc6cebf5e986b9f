"""A closed edition keeps every byte, whatever comes in later; with the real `ingest` and the real `build`."""

import datetime as dt
import random

import pytest
from build_site import tree

from generator import config
from generator.build import build
from generator.build.links import survey
from generator.errors import BroadsheetError
from generator.ingest import ingest

MONDAY = dt.date(2026, 11, 16)


def report(title, day, *paragraphs, site="Example Post", tags="Almery, Harbour bridge"):
    stated = f"date: {day}\n" if day else ""
    head = f"---\ntitle: {title}\n{stated}tags: [{tags}]\nsource: {{name: {site}}}\n---\n\n"
    return head + "\n\n".join(paragraphs) + "\n"


BRIDGE = (
    "Engineers shut the harbour bridge in Almery on Monday after they had found a crack in its third pillar, the city "
    "engineer Tessa Orlin said.",
    "The crack is two metres long and runs below the water line of the old pillar, built in 1931 by prisoners.",
    "Buses and lorries take the northern road over Kolvar until further notice, and the ferry runs every ten minutes.",
)
AGAIN = (
    "The harbour bridge in Almery stays shut after engineers found a crack in its third pillar, Tessa Orlin, the city "
    "engineer, told reporters.",
    "The crack in the pillar of 1931 is two metres long. Lorries and buses are sent over Kolvar on the northern road.",
)
DIVERS = (
    "Divers from Brennick have filled the crack in the third pillar of the harbour bridge with quick concrete.",
    "The repair cost 48000 crowns, city engineer Tessa Orlin said, and a second team measured the other four pillars.",
)
OWLS = (
    "A pair of snowy owls has settled in the bell tower of Saint Odo in Kolvar, where the sexton feeds them mice.",
    "Ornithologists of the Brennick museum count feathers every morning and expect the first eggs in early spring.",
)
OWLS_AGAIN = (
    "Snowy owls have settled in the bell tower of Saint Odo in Kolvar, and the sexton feeds the pair at dusk.",
    "The museum of Brennick sends ornithologists who count feathers; the first eggs are expected in early spring.",
)
FIRST = {
    "bridge-a.md": report("Harbour bridge in Almery shut", MONDAY, *BRIDGE),
    "bridge-b.md": report("Crack keeps Almery bridge shut", MONDAY, *AGAIN, site="Coast Radio", tags="Almery, Kolvar"),
    "owls.md": report("Snowy owls settle in Kolvar tower", MONDAY, *OWLS, site="The Courier", tags="Kolvar, Owl"),
    "undated.md": report(
        "Chess club moves to the old mill", None, "The chess club of Almery plays in the old mill now."
    ),
}
TUESDAY = MONDAY + dt.timedelta(days=1)
LATER = {
    "divers.md": report("Divers fill crack in Almery bridge", TUESDAY, *DIVERS, site="Courier"),
    "late.md": report("Almery harbour bridge closed for lorries", MONDAY, *AGAIN[::-1], site="Late Gazette"),
    "copy.md": report("Harbour bridge in Almery shut", MONDAY, *BRIDGE, site="Other Wire"),
    "owls-b.md": report("Kolvar tower has snowy owls", MONDAY, *OWLS_AGAIN, site="courier", tags="KOLVAR, Owls"),
    "respelled.md": report("Owls in Saint Odo in Kolvar", TUESDAY, *OWLS_AGAIN[::-1], site="courier", tags="KOLVAR"),
    "older.md": report("Mayor opens fish market in Almery", MONDAY - dt.timedelta(days=3), "Fish is sold in Almery."),
}


def evening(folder, day, files, output="site"):
    """Put files in, ingest and build on the evening of a day; the files of its editions."""
    sources = folder / "content" / "sources"
    sources.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (sources / name).write_text(text, "utf-8")
    now = dt.datetime.combine(day, dt.time(21), tzinfo=dt.UTC)
    settings = config.load(folder)
    ingest(folder, settings, now=now)
    build(folder, settings, output=folder / output, now=now, future=True)
    return tree(folder / output / "editions")


def site(folder):
    folder.mkdir(exist_ok=True)
    (folder / "broadsheet.yml").write_text("title: The Small Paper\ntimezone: UTC\n", "utf-8")
    return folder


@pytest.mark.parametrize("seed", range(4))
def test_no_later_report_changes_a_byte_of_a_closed_edition(tmp_path, seed):
    folder = site(tmp_path / "paper")
    before = evening(folder, MONDAY, FIRST)
    closed = {f"{MONDAY}/index.html"}
    order = list(LATER)
    random.Random(seed).shuffle(order)
    for number, name in enumerate(order, start=1):
        day = MONDAY + dt.timedelta(days=number * (1 + seed % 2))
        after = evening(folder, day, {name: LATER[name]})
        changed = [path for path in closed if after.get(path) != before[path]]
        assert not changed, (name, changed)
        for path in after:
            slug = path.partition("/")[0]
            if "-w" in slug:
                year, week = slug.split("-w")
                last = dt.date.fromisocalendar(int(year), int(week), 7)
            else:
                last = dt.date.fromisoformat(slug) if slug[:1].isdigit() else dt.date.max
            if last <= day:
                closed.add(path)
        before = after
    fair = report("A fair in Brennick", "2027-01-04", "The fair in Brennick opens, as it does each year.", site="Fair")
    after = evening(folder, dt.date(2027, 1, 4), {"fair.md": fair})
    assert [path for path in closed if after.get(path) != before[path]] == []


def test_an_edition_leads_to_the_one_that_comes_after_it_and_changes_no_byte(tmp_path):
    folder = site(tmp_path)
    monday, week = f"{MONDAY}/index.html", f"{MONDAY.year}-w47/index.html"
    before = evening(folder, MONDAY, FIRST)
    for page in (monday, week):
        assert f'href="../after/{page}"'.encode() in before[page]
        assert b'url=../../../index.html"' in before[f"after/{page}"]
    after = evening(folder, TUESDAY + dt.timedelta(days=7), LATER)
    assert after[monday] == before[monday]
    assert f'url=../../{TUESDAY}/index.html"'.encode() in after[f"after/{monday}"]
    assert b'url=../../2026-w48/index.html"' in after[f"after/{week}"]
    assert b"has moved" not in after[f"after/{monday}"]
    settings = config.Config(url="https://example.org/paper/")
    build(folder, settings, output=folder / "web", now=dt.datetime(2026, 11, 24, tzinfo=dt.UTC))
    assert survey(folder / "web", settings).problems == ()
    (folder / "web/editions" / str(TUESDAY) / "index.html").unlink()
    broken = {each.path for each in survey(folder / "web", settings).problems}
    assert f"editions/after/{monday}" in broken


def test_a_day_has_new_stories_and_updates_that_say_what_is_new(tmp_path):
    folder = site(tmp_path)
    evening(folder, MONDAY, FIRST)
    page = evening(folder, TUESDAY, {"divers.md": LATER["divers.md"]})[f"{TUESDAY}/index.html"].decode()
    assert "48000 crowns" in page
    assert "Update" in page
    assert "two metres" not in page  # Monday's reports said so
    assert f"{MONDAY}/" in page


def test_a_person_titles_orders_and_leaves_out(tmp_path):
    folder = site(tmp_path)
    names = folder / "content" / "editions"
    names.mkdir(parents=True)
    front = "title: A cold Monday\norder: [snowy-owls-settle-in-kolvar-tower]\nomit: [no-such-thing]"
    text = f"---\n{front}\n---\n\nOwls first.\n"
    (names / f"{MONDAY}.md").write_text(text, "utf-8")
    (names / "2026-11-01.md").write_text("---\ntitle: Nobody\n---\n", "utf-8")
    page = evening(folder, MONDAY, FIRST)[f"{MONDAY}/index.html"].decode()
    assert "A cold Monday" in page
    assert "Owls first." in page
    assert page.index("Snowy owls settle") < page.index("Harbour bridge in Almery shut")
    now = dt.datetime.combine(MONDAY, dt.time(22), tzinfo=dt.UTC)
    told = [str(each) for each in build(folder, config.load(folder), output=folder / "site", now=now).problems]
    assert any("no edition `2026-11-01`" in each for each in told)
    assert any("`omit` names `no-such-thing`" in each for each in told)


@pytest.mark.parametrize("name", ["2026-02-30", "2026-w54", "today", "2026-1-1"])
def test_a_file_of_editions_is_called_after_a_day_or_a_week(tmp_path, name):
    folder = site(tmp_path)
    (folder / "content" / "editions").mkdir(parents=True)
    (folder / "content" / "editions" / f"{name}.md").write_text("Words.\n", "utf-8")
    with pytest.raises(BroadsheetError, match="neither a day nor a week"):
        evening(folder, MONDAY, {})
