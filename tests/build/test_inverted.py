"""Every word of every row is found in the one shard in which a browser looks for it, and no shard is too large."""

import datetime as dt
import gzip
import json
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.build import inverted, site
from generator.build.kinds import search
from generator.build.profiles import Profiles
from generator.config import Config
from generator.model import Entry, Source

TEXTS = st.lists(st.lists(st.text("abcé 水河 ท่", max_size=12), min_size=4, max_size=4), max_size=30)


def looked_up(shards, word):
    """The rows of a word and the fields in which it stands, as `search.js` finds them."""
    prefix = next(word[:end] for end in range(len(word), -1, -1) if word[:end] in shards)
    row, found = 0, []
    for code in shards[prefix][word]:
        row += code >> 2
        found.append((row, code & 3))
    return found


@given(TEXTS, st.integers(20, 400))
def test_each_word_is_found_where_it_stands_with_the_field_that_weighs_most(rows, size):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(inverted, "SHARD", size)
        index = inverted.index([inverted.Fields(tuple(texts), ("t.x",)) for texts in rows])
        shards = inverted.shards(index.postings)
    meant = {"t.x": [(number, 0) for number in range(len(rows))]} if rows else {}
    for number, texts in enumerate(rows):
        best = {}
        for place, text in enumerate(texts):
            for word in inverted.words(text):
                best.setdefault(word, place)
        for word, place in best.items():
            meant.setdefault(word, []).append((number, place))
    assert {word: looked_up(shards, word) for word in meant} == meant
    assert sum(map(len, shards.values())) == len(meant)


def test_no_shard_is_much_larger_than_it_should_be_if_not_for_one_word():
    rows = [inverted.Fields((f"{number:x} {number * 7919 % 5000:x} the", "", "", "")) for number in range(8000)]
    shards = inverted.shards(inverted.index(rows).postings)
    assert len(shards) > 5
    assert all(len(json.dumps(words)) < 2 * inverted.SHARD for words in shards.values() if len(words) > 1)


def test_a_first_search_of_ten_thousand_reports_loads_less_than_sixty_kilobytes():
    random = Random(1)
    known = ["".join(random.choices("abcdefghilmnoprstu", k=random.randint(3, 9))) for _ in range(6000)]
    weights = [1 / (rank + 3) for rank in range(len(known))]

    def report(number):
        day, said = dt.date(2020, 1, 1) + dt.timedelta(days=number // 50), random.choices(known, weights, k=28)
        tags = tuple({f"Town {number % 17}", f"River {number % 40}"})
        return Entry(
            f"content/articles/r{number}.md", "article", f"r{number}", f"/articles/{'-'.join(said[:6])}-{number}/",
            title=" ".join(said[:8]), summary=" ".join(said[8:]), id=f"urn:x:{number}", date=day, day=day, stated=day,
            dated=True, tags=tags, sources=(Source(f"Paper {number % 12}"),),
        )  # fmt: skip

    reports = [report(number) for number in range(10_000)]
    views = {
        view.url: view
        for view in search.index(site.assemble(reports, {}, {}, Profiles()), Config(url="https://e.org/"))
    }
    sizes = {url: len(gzip.compress(json.dumps(view.values["data"]).encode(), 6)) for url, view in views.items()}
    shards = sorted((size for url, size in sizes.items() if "/words/" in url), reverse=True)
    blocks = sorted((size for url, size in sizes.items() if "/rows/" in url), reverse=True)
    assert sizes["/search/index.json"] + sum(shards[:2]) + sum(blocks[:10]) < 60_000


def test_a_word_that_stands_in_very_many_rows_is_left_out_but_no_topic(monkeypatch):
    monkeypatch.setattr(inverted, "MOST", 3)
    index = inverted.index([inverted.Fields((f"the {name}", "", "", ""), ("t.all",)) for name in "abcd"])
    assert index.common == ("the",)
    assert [*index.postings] == ["a", "b", "c", "d", "t.all"]
    assert index.postings["t.all"] == [0, 4, 4, 4]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Émigrés' ÉLAN, 2026", ("the", "emigres", "elan", "2026")),
        ("今天早上", ("今天", "天早", "早上", "上")),
        ("iPhone手机 x", ("iphone", "手机", "机", "x")),
        ("snake_case", ("snake", "case")),
        ("", ()),
    ],
)
def test_words_are_folded_and_dense_scripts_are_cut_into_pairs(text, words):
    assert inverted.words(text) == words


def test_a_shard_has_a_name_that_every_file_system_holds():
    assert [*map(inverted.file, ("con", "t.pa-1", "水", "é", ""))] == ["w-con", "w-t.pa-1", "w-_6c34", "w-_e9", "w-"]
