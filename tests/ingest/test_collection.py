"""What only the whole collection can tell: what a publisher prints everywhere, and what two of them printed alike."""

import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ingest_site import Site

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
