"""The stories depend on the reports alone: not on the order in which they came, nor on what is remembered of them."""

import datetime as dt
import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ingest_site import Site

from generator.ingest import match
from generator.ingest.articles import Article
from generator.ingest.match import index, kept, measure
from generator.ingest.match.learned import Learned

PATH = Path(__file__).parent / "stories.txt"


def reports(count=None):
    found = []
    for number, row in enumerate(PATH.read_text().splitlines()):
        if row and not row.startswith("#"):
            _, date, title, body = (part.strip() for part in row.split(" | "))
            meta = {"title": title, "lang": "en", "date": dt.date.fromisoformat(date)}
            found.append(Article(f"{number:03}", b"", meta, body.encode()))
    return found[:count]


REPORTS = reports()
EDITED = [Article(each.name, b"", each.meta, REPORTS[-1 - at].content) for at, each in enumerate(REPORTS)]


class Memory(match.Kept):
    """What is kept, in memory: an example of Hypothesis has no folder."""

    def __init__(self, known=None):
        self.known = known

    def read(self, least):
        return self.known or (Learned(least), {})

    def write(self, known, why):
        self.known = known, why


def place(articles, memory=None, free=None, **options):
    free = {each.name for each in articles} if free is None else free
    return match.place(articles, free, **({"first": {}, "threshold": 0.2, "memory": memory} | options))


def told(placed):
    """The stories without their slugs, and why."""
    groups = {}
    for name, each in placed.items():
        groups.setdefault(each.story or name, set()).add(name)
    return sorted(map(sorted, groups.values())), {name: each.why for name, each in placed.items()}


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.integers(0, 2 * len(REPORTS) - 1), min_size=1, max_size=20), min_size=1, max_size=6))
def test_whatever_came_went_and_changed_the_stories_are_those_of_all_read_at_once(runs):
    memory, shelf = Memory(), {}
    for run in runs:
        for number in run:
            new = (REPORTS + EDITED)[number]
            if shelf.get(new.name) == new:
                del shelf[new.name]
            else:
                shelf[new.name] = new
        assert place(shelf.values(), memory) == place(shelf.values())


def test_when_one_report_goes_or_a_whole_story_the_others_are_grouped_as_if_it_had_never_been():
    before = Memory()
    stories = {each.story for each in place(REPORTS, before).values()} - {""}
    told = place(REPORTS, before)
    gone = [{each.name} for each in REPORTS] + [{name for name, at in told.items() if at.story == s} for s in stories]
    for names in gone:
        left = [each for each in REPORTS if each.name not in names]
        assert place(left, Memory(before.known)) == place(left), names


def test_when_the_third_of_three_goes_the_other_two_stay_together():
    meta = {"title": "Report", "lang": "en", "date": dt.date(2024, 5, 5)}
    text = "The ferry Constance ran aground off Lund, and Marit Foss saved its crew."
    x, y, z = (Article(name, b"", meta, text.encode()) for name in "xyz")
    before = Memory()
    place([x, y, z], before)
    placed = place([x, y], before)
    assert placed["x"].story == placed["y"].story != ""
    assert placed == place([x, y])


def test_the_order_of_the_shared_names_holds_when_one_of_them_is_named_elsewhere_too():
    meta = {"lang": "en", "date": dt.date(2024, 5, 5)}
    text = "The crew of Abel Moor and Zeta Quill won the regatta. It was late when Abel Moor and Zeta Quill came home."
    pair = [Article(name, b"", {**meta, "title": "Regatta"}, text.encode()) for name in "xy"]
    concert = "Abel Moor heard a violin fall silent. The hall in Norrby was cold, rows stayed empty, candles flickered."
    bakery = "Bread is dear. Rye, salt and yeast cost twice as much as last spring, says Zeta Quill behind her counter."
    other = Article(
        "v", b"", {**meta, "date": dt.date(2022, 1, 1), "title": "Silence before an empty house"}, concert.encode()
    )
    third = Article(
        "w", b"", {**meta, "date": dt.date(2026, 1, 1), "title": "What a loaf costs these days"}, bakery.encode()
    )
    before = Memory()
    place([*pair, other], before)
    assert place([*pair, other, third], before) == place([*pair, other, third])


def test_what_a_person_places_and_takes_back_is_grouped_as_if_all_were_read_at_once():
    before, placed = Memory(), {each.name for each in REPORTS[::3]}
    place(REPORTS, before)
    by_hand = [
        Article(each.name, b"", {**each.meta, "story": "mine"}, each.content) if each.name in placed else each
        for each in REPORTS
    ]
    free = {each.name for each in REPORTS} - placed
    after = Memory(before.known)
    assert place(by_hand, after, free) == place(by_hand, free=free)
    assert place(REPORTS, after) == place(REPORTS)


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(len(REPORTS))), st.integers(1, 20))
def test_in_whatever_order_and_portions_reports_come_the_stories_are_the_same(order, portion):
    stories = {}
    memory = Memory()
    for end in range(portion, len(order) + portion, portion):
        articles = [
            Article(each.name, b"", {**each.meta, "story": stories.get(each.name) or None}, each.content)
            for each in (REPORTS[number] for number in order[:end])
        ]
        stories = {name: each.story for name, each in place(articles, memory).items()}
    assert told(place(articles, memory)) == told(place(REPORTS))


@settings(max_examples=15, deadline=None)
@given(st.dictionaries(st.integers(0, len(REPORTS) - 1), st.sampled_from(["one", "two", "none"])), st.booleans())
def test_a_second_call_changes_nothing_whatever_a_person_has_placed(wishes, merge):
    def shelf(stories):
        return [
            Article(each.name, b"", {**each.meta, "story": wishes.get(at) or stories.get(each.name)}, each.content)
            for at, each in enumerate(REPORTS)
        ]

    free = {each.name for at, each in enumerate(REPORTS) if at not in wishes}
    merged = {"one": "two"} if merge else {}
    placed = place(shelf({}), free=free, merged=merged)
    assert placed.keys() == free
    stories = {name: each.story or None for name, each in placed.items()}
    assert place(shelf(stories), free=free, merged=merged) == placed


def test_a_change_of_one_report_touches_few_of_the_others():
    articles = [
        Article(
            f"{number}-{each.name}",
            b"",
            {**each.meta, "lang": f"x{number}"},
            each.body.replace("a", f"{number}a").encode(),
        )
        for number in range(10)
        for each in REPORTS
    ]
    memory = Memory()
    place(articles, memory)
    articles[7] = Article(articles[7].name, b"", articles[7].meta, articles[7].content + b" Nobody was hurt.")
    place(articles, memory)
    assert 1 <= len(memory.known[0].fresh) < len(articles) / 10


def results():
    """A hundred results of one round: all hang together."""
    return [
        Article(
            f"{number:03}",
            b"",
            {"title": f"Team{number % 10} meets team{number // 10}", "lang": "en"},
            f"Team{number % 10} met team{number // 10} at ground{number % 7} before crowd{number % 3}.".encode(),
        )
        for number in range(100)
    ]


def test_reports_of_one_kind_are_each_weighed_only_against_those_that_share_rare_words(monkeypatch):
    """The groups that they form weigh none of them again."""
    weighed, likeness = [], measure.likeness
    monkeypatch.setattr(measure, "likeness", lambda *pair: weighed.append(1) or likeness(*pair))
    articles, memory = results(), Memory()
    place(articles, memory, threshold=0.06)
    known = memory.known[0]
    days = [item.report.day for item in known.items]
    worth = sum(len(found) for _, found in index.near(known.telling, days, range(len(articles))))
    inside = sum(len(group) * (len(group) - 1) // 2 for group in known.groups)
    assert len(known.pairs) < worth <= len(weighed) <= worth + inside
    weighed.clear()
    place(articles, memory, threshold=0.06)
    assert not weighed


def test_of_stories_that_hang_together_only_those_that_a_change_has_touched_are_asked_again_why():
    articles, memory = results(), Memory()
    place(articles, memory, threshold=0.06)
    assert len(memory.known[0].groups) > 10
    articles[7] = Article(articles[7].name, b"", articles[7].meta, articles[7].content + b" Nobody was hurt.")
    place(articles, memory, threshold=0.06)
    assert 1 <= len(memory.known[0].fresh) < len(articles) / 5


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: data[: len(data) // 2],
        lambda data: b"",
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda data: data[:40] + bytes([data[40] ^ 1]) + data[41:],
        lambda data: b"\0" * len(data),
        lambda data: hashlib.blake2b(data[32:-9], digest_size=32).digest() + data[32:-9],
        lambda data: hashlib.blake2b(b"", digest_size=32).digest(),
    ],
)
def test_a_memory_that_is_torn_or_damaged_is_thrown_away(tmp_path, harm):
    memory = match.Kept(tmp_path)
    before = place(REPORTS, memory)
    file = tmp_path / kept.PATH
    whole = file.read_bytes()
    file.write_bytes(harm(whole))
    assert memory.read(200_000)[0].items == ()
    assert place(REPORTS, memory) == before
    assert file.read_bytes() == whole


def test_a_memory_gives_back_what_was_learned_and_only_under_the_same_rules(tmp_path, monkeypatch):
    memory = match.Kept(tmp_path)
    place(REPORTS, memory)
    known, why = memory.read(200_000)
    assert [item.name for item in known.items] == [each.name for each in REPORTS]
    assert known.groups
    assert why
    assert memory.read(300_000)[0].items == ()
    monkeypatch.setattr(kept, "RULES", kept.RULES + 1)
    assert memory.read(200_000)[0].items == ()


def test_a_disk_that_cannot_be_written_only_makes_the_next_run_slower(tmp_path):
    (tmp_path / ".broadsheet").write_text("a file where a folder should be")
    assert place(REPORTS, match.Kept(tmp_path)) == place(REPORTS)


def content(folder):
    return {path: path.read_bytes() for path in sorted(folder.glob("content/**/*")) if path.is_file()}


def test_a_site_whose_memory_is_deleted_comes_out_the_same(tmp_path):
    site = Site(tmp_path)
    for each in REPORTS[:8]:
        site.source(f"{each.name}.txt", f"{each.meta['title']}\n\n{each.meta['date']:%d %B %Y}\n\n{each.body}\n")
    site.run()
    before = content(tmp_path)
    (tmp_path / kept.PATH).unlink()
    (tmp_path / ".broadsheet/ingest").unlink()
    site.run()
    assert content(tmp_path) == before


def test_weights_change_with_the_class_of_a_count_only():
    assert measure.scale(150) == measure.scale(140)
    assert [measure.class_of(count) for count in (1, 2, 3, 4, 7, 8)] == [1, 2, 2, 3, 3, 4]
