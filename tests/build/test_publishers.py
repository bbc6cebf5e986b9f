"""One publisher has one name and one page, however its reports spell it."""

import json

import pytest
from build_site import article, make, write

from generator.build import profiles
from generator.errors import BroadsheetError


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Corvessa Courier", "Corvessa Courier"),
        ("Ledger & Tide", "Ledger and Tide"),
        ("the docket", "The Docket"),
        ("Ærø Avis", "Aero Avis"),
    ],
)
def test_two_spellings_are_one_publisher(one, other):
    assert profiles.slug(one) == profiles.slug(other)


@pytest.mark.parametrize(("name", "slug"), [("The", "the"), ("Theatre Weekly", "theatre-weekly"), ("&", "and")])
def test_an_article_is_taken_off_only_where_a_name_is_left(name, slug):
    assert profiles.slug(name) == slug


def test_every_page_calls_a_publisher_by_its_most_frequent_name(tmp_path):
    names = ["The Courier", "Courier", "The Courier", "Packet"]
    texts = {
        f"content/articles/{number}.md": article(f"Report {number}", story="same", source=f"{{name: {name}}}")
        for number, name in enumerate(names)
    }
    make(write(tmp_path, texts))
    told = json.loads((tmp_path / "site" / "digest.json").read_text("utf-8"))
    assert [each["name"] for each in told["publishers"]] == ["Packet", "The Courier"]
    assert told["stories"][0]["publishers"] == ["The Courier", "Packet"]


PROFILES = """
Orrin Post:
  names: [OP, The Daily Orrin]
  domains: [orrin.example]
  owner: Tidewater Press
  country: Norway
  licence: https://licence.example/by/
Coast Radio:
  domains: https://www.coast.example/
"""


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("{name: OP}", "Orrin Post"),
        ("{name: daily orrin}", "Orrin Post"),
        ('{url: "https://news.orrin.example/a"}', "Orrin Post"),
        ('{name: orrin.example, url: "https://orrin.example/a"}', "Orrin Post"),
        ('{url: "https://coast.example/b"}', "Coast Radio"),
        ('{name: Coast Radio, url: "https://orrin.example/a"}', "Coast Radio"),
        ('{name: Packet, url: "https://packet.example/"}', "Packet"),
        ('{url: "https://notorrin.example/a"}', ""),
    ],
)
def test_a_publisher_is_known_by_each_of_its_names_and_by_its_domains(tmp_path, source, name):
    make(write(tmp_path, {"content/publishers.yml": PROFILES, "content/articles/a.md": article("A", source=source)}))
    told = json.loads((tmp_path / "site" / "digest.json").read_text("utf-8"))
    assert [each["name"] for each in told["publishers"]] == ([name] if name else [])


def test_what_a_person_says_of_a_publisher_stands_on_its_page_and_its_other_addresses_lead_there(tmp_path):
    texts = {"content/publishers.yml": PROFILES, "content/articles/a.md": article("A", source="{name: OP}")}
    make(write(tmp_path, texts))
    page = (tmp_path / "site/publishers/orrin-post/index.html").read_text("utf-8")
    assert "Owner: Tidewater Press" in page
    assert "Norway" in page
    assert 'href="https://licence.example/by/"' in page
    assert 'href="https://orrin.example"' in page
    for other in ("op", "daily-orrin"):
        assert "orrin-post" in (tmp_path / f"site/publishers/{other}/index.html").read_text("utf-8")


def test_a_name_or_a_domain_belongs_to_one_publisher(tmp_path):
    text = "A Paper:\n  domains: [a.example]\nB Paper:\n  names: [the a paper]\n  domains: [a.example]\n"
    with pytest.raises(BroadsheetError) as told:
        make(write(tmp_path, {"content/publishers.yml": text}))
    assert [(fault.line, fault.what) for fault in told.value.problems] == [
        (4, "`the a paper` is said of `A Paper`, too"),
        (5, "`a.example` is said of `A Paper`, too"),
    ]
