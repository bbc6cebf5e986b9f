"""What only the whole collection can tell: what a publisher prints everywhere, and what two of them printed alike."""

import datetime as dt
import json
import random
import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ingest_site import NOW, Site

from generator.ingest import rules

TOWNS = "Almery Brackwater Corvessa Dunholt Eastmere Fennick Garlow Hexby Ironport Juniper".split()
FOOT = "Tell the coast desk what you have seen, and we may print it under your name."
SHORT = "Words by the coast desk, pictures by those who were there."


def report(number, *foot):
    """A report like no other, with what stands below it."""
    town = TOWNS[number]
    body = [
        f"The council of {town} voted on Monday to keep the old ferry, which a storm had torn from its moorings.",
        f"Repairs in {town} will cost {number + 3}.4 million crowns, said the harbour master, who wanted a bridge.",
        f"No other town on the coast, {town} said, has lost so many sailings since {number + 11} boats were sold.",
    ]
    return "\n\n".join([f"{town} keeps its ferry", *body, *foot]) + "\n"


def bodies(site):
    return {name: site.article(name).read_text("utf-8").split("---\n", 2)[2] for name in site.articles()}


def test_what_stands_under_each_report_of_a_publisher_is_taken_out_and_accounted_for(tmp_path):
    site = Site(tmp_path)
    for number in range(6):
        site.source(f"coast-post/{number}.txt", report(number, FOOT, SHORT))
    site.run()
    assert len(bodies(site)) == 6
    for body in bodies(site).values():
        assert FOOT not in body
        assert "ferry" in body
    told = [(text, reason) for line in site.lock().values() for _, text, reason in line.taken]
    assert told.count((FOOT, "recurs in documents of this publisher")) == 6
    assert site.run().written == ()


def test_the_fourth_document_tells_that_a_line_recurs_and_the_first_three_are_mended(tmp_path):
    site = Site(tmp_path)
    for number in range(3):
        site.source(f"coast-post/{number}.txt", report(number, FOOT))
    site.run()
    assert all(FOOT in body for body in bodies(site).values())
    site.source("coast-post/3.txt", report(3, FOOT))
    site.run()
    assert len(bodies(site)) == 4
    assert not any(FOOT in body for body in bodies(site).values())
    assert site.run().written == ()


def test_what_a_person_has_changed_stays_when_a_line_turns_out_to_recur(tmp_path):
    site = Site(tmp_path)
    for number in range(3):
        site.source(f"coast-post/{number}.txt", report(number, FOOT))
    site.run()
    mine = site.articles()[0]
    site.edit(mine, "has lost so many sailings", "has seen so few boats")
    site.source("coast-post/3.txt", report(3, FOOT))
    site.run()
    assert "has seen so few boats" in bodies(site)[mine]
    assert FOOT in bodies(site)[mine]


@settings(max_examples=12, deadline=None)
@given(order=st.permutations(range(5)), parts=st.integers(1, 5))
def test_in_whatever_order_they_come_the_texts_are_the_same(tmp_path_factory, order, parts):
    once, slowly = Site(tmp_path_factory.mktemp("once")), Site(tmp_path_factory.mktemp("slowly"))
    for number in order:
        once.source(f"coast-post/{number}.txt", report(number, *([FOOT] if number else [])))
    once.run()
    for start in range(0, 5, parts):
        for number in order[start : start + parts]:
            slowly.source(f"coast-post/{number}.txt", report(number, *([FOOT] if number else [])))
        slowly.run()
    assert bodies(once) == bodies(slowly)
    for site in (once, slowly):
        shutil.rmtree(site.folder)


WIRE = "\n\n".join(report(number).split("\n\n", 1)[1].strip() for number in (7, 8, 9))


PAPERS = ["Coast Post", "Harbour Daily"]


@pytest.mark.parametrize("apart", [False, True], ids=["at once", "one after the other"])
def test_a_wire_copy_is_one_report_with_several_publishers(tmp_path, apart):
    site = Site(tmp_path)
    site.source("coast-post/a.txt", f"Ferries stay\n\n{WIRE}\n")
    if apart:
        site.run()
    site.source(
        "harbour-daily/b.txt", f"Three towns keep their ferries\n\n{WIRE}\n\nReporting was done by an agency.\n"
    )
    site.run()
    (article,) = site.articles()
    assert sorted(each["name"] for each in site.sources_of(article)) == PAPERS
    assert {line.status for line in site.lock().values()} == {"published", "duplicate"}
    assert site.run().written == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("12.4 million", "19.4 million"),
        lambda text: text + "\n\n" + report(3).split("\n\n", 1)[1],
    ],
    ids=["another figure", "says more"],
)
def test_what_says_something_else_is_a_report_of_its_own(tmp_path, change):
    site = Site(tmp_path)
    site.source("coast-post/a.txt", f"Ferries stay\n\n{WIRE}\n")
    site.run()
    site.source("harbour-daily/b.txt", f"Ferries stay\n\n{change(WIRE)}\n")
    site.run()
    assert len(site.articles()) == 2


def test_a_source_that_is_emptied_no_longer_tells_what_recurs(tmp_path):
    site = Site(tmp_path)
    for number in range(4):
        site.source(f"coast-post/{number}.txt", report(number, FOOT))
    site.run()
    site.source("coast-post/0.txt", "")
    site.run()
    found = bodies(site)
    assert sum(FOOT in body for body in found.values()) == 3
    shutil.rmtree(site.folder / ".broadsheet")
    site.source("coast-post/5.txt", report(5))
    site.run()
    assert found.items() <= bodies(site).items()


def test_a_copy_of_an_article_that_changes_in_the_same_run_is_its_copy(tmp_path):
    site = Site(tmp_path)
    site.source("coast-post/a.txt", f"Ferries stay\n\n{WIRE}\n")
    site.run()
    changed = WIRE.replace("a storm", "the storm of the century")
    site.source("coast-post/a.txt", f"Ferries stay\n\n{changed}\n")
    site.source("harbour-daily/b.txt", f"Ferries stay\n\n{changed}\n\nReporting was done by an agency.\n")
    site.run()
    (article,) = site.articles()
    assert len(site.sources_of(article)) == 2
    assert site.lock()["harbour-daily/b.txt"].reason == "duplicate of coast-post/a.txt"


def test_a_copy_stays_one_when_its_archive_is_read_again_and_a_person_has_changed_the_article(tmp_path):
    site = Site(tmp_path)
    rows = [{"id": "one", "title": "Ferries stay", "text": WIRE}]
    site.source("coast-post/a.txt", f"Ferries stay\n\n{WIRE}\n\nReporting was done by an agency.\n")
    site.source("harbour-daily/all.jsonl", json.dumps(rows[0]))
    site.run()
    (article,) = site.articles()
    site.edit(article, WIRE.partition("\n\n")[2], "A person knows better.")
    rows.append({"id": "two", "title": "Another", "text": report(1)})
    site.source("harbour-daily/all.jsonl", "\n".join(map(json.dumps, rows)))
    site.run()
    assert len(site.articles()) == 2


def test_what_recurs_is_taken_out_of_what_is_read_only_for_the_sake_of_a_copy(tmp_path):
    site = Site(tmp_path)
    rows = [{"id": f"n{number}", "title": TOWNS[number], "text": report(number, FOOT)} for number in range(6)]
    site.source("coast-post/all.jsonl", "\n".join(map(json.dumps, rows[:4])))
    site.run()
    site.source("coast-post/all.jsonl", "\n".join(map(json.dumps, rows)))
    text = report(0).split("\n\n", 1)[1]
    site.run(site.source("harbour-daily/copy.txt", f"Ferries stay\n\n{text}\n"))
    site.run()
    assert len(bodies(site)) == 6
    assert not any(FOOT in body for body in bodies(site).values())


@pytest.mark.parametrize("seed", range(4))
def test_law_4_holds_after_any_history_of_copies_and_recurring_lines(tmp_path, seed, monkeypatch):
    chance, site = random.Random(seed), Site(tmp_path)
    for step in range(6):
        for _ in range(chance.randint(1, 8)):
            name, text = _some(chance)
            site.source(name, text)
        there = sorted(path for path in (tmp_path / "content/sources").rglob("*") if path.is_file())
        for path in chance.sample(there, len(there) // 6):
            path.unlink()
        for article in chance.sample(site.articles(), len(site.articles()) // 6):
            site.article(article).unlink()
        now = NOW + dt.timedelta(minutes=step)
        site.run(now=now)
        standing = {name: site.article(name).read_text() for name in site.articles()}
        shutil.rmtree(tmp_path / ".broadsheet")
        assert site.run(now=now).written == ()
        monkeypatch.setattr(rules, "STATE", rules.STATE + 1)
        site.run(now=now)
        assert {name: site.article(name).read_text() for name in site.articles()} == standing


def _some(chance):
    """A file of one report or several, most of them with a line of its paper, some of them copies but for a little."""
    found = []
    for _ in range(chance.choice((1, 1, 1, 4))):
        paper, first = chance.choice(PAPERS), chance.randint(0, 7)
        own = chance.choice([[], [], [f"{TOWNS[first]} wrote this for {paper}."], [report(8).split("\n\n", 2)[2]]])
        text = "\n\n".join(report(first + each).split("\n\n", 1)[1].strip() for each in range(chance.randint(1, 2)))
        found.append((paper, "\n\n".join([text, *own, *chance.choice([[], [FOOT], [f"{paper} says so.", FOOT]])])))
    if len(found) == 1:
        return f"{found[0][0]}/{chance.randint(0, 9)}.txt", f"Ferries stay\n\n{found[0][1]}\n"
    rows = [{"id": chance.randint(100, 105), "title": "Ferries", "text": text, "source": name} for name, text in found]
    return f"{chance.randint(0, 2)}.jsonl", "\n".join(map(json.dumps, rows))
