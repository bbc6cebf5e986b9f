"""One publisher has one name and one page, however its reports spell it."""

import json

import pytest
from build_site import article, make, write

from generator.build import publishers


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
    assert publishers.slug(one) == publishers.slug(other)


@pytest.mark.parametrize(("name", "slug"), [("The", "the"), ("Theatre Weekly", "theatre-weekly"), ("&", "and")])
def test_an_article_is_taken_off_only_where_a_name_is_left(name, slug):
    assert publishers.slug(name) == slug


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
