"""The bench's corpus is one that our own parser takes as it stands. Nothing is timed here."""

import datetime as dt
import importlib
import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from generator import frontmatter
from generator.build import content, gather

BENCH = Path(__file__).parent.parent / "bench"


@pytest.fixture
def bench(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCH))
    yield importlib.import_module
    for name, module in list(sys.modules.items()):
        if BENCH in Path(getattr(module, "__file__", None) or "/").parents:
            del sys.modules[name]


@pytest.fixture
def site(bench, tmp_path):
    return bench("peers").OURS(tmp_path, bench("corpus").articles(5), tmp_path)


def parsed(site):
    """Our site's articles, by slug."""
    return {
        path.stem: content.parse(f"content/articles/{path.name}", path.read_text(encoding="utf-8"), ZoneInfo("UTC"))
        for path in sorted((site.folder / "content/articles").iterdir())
    }


def test_every_article_of_the_corpus_is_taken_without_a_warning_and_says_what_was_meant(bench, site):
    found = parsed(site)
    assert len(found) == 5
    for article in bench("corpus").articles(5):
        page = found[article.slug]
        assert page.problems == ()
        assert page.entry.slug == article.slug
        assert (page.entry.title, page.entry.summary) == (article.title, article.summary)
        assert (page.entry.date, page.entry.tags) == (article.date, article.tags)
        assert page.entry.publisher == article.publisher
        assert page.body == article.body
        assert 350 <= page.entry.words <= 750


def test_none_of_them_is_held_back(site):
    now = dt.datetime(2025, 12, 1, tzinfo=dt.UTC)
    assert [gather.held(page, now, ZoneInfo("UTC")) for page in parsed(site).values()] == [""] * 5


def test_an_article_is_the_same_in_a_corpus_of_any_size_and_in_another_process(bench):
    corpus = bench("corpus")
    here = [corpus.article(number).body for number in (4, 2)]
    assert here == [list(corpus.articles(5))[number].body for number in (4, 2)]
    code = "import corpus; print(corpus.article(4).body, end='')"
    there = subprocess.run([sys.executable, "-c", code], cwd=BENCH, check=True, capture_output=True, encoding="utf-8")
    assert there.stdout == here[0]


def test_slugs_and_titles_are_all_different(bench):
    articles = list(bench("corpus").articles(300))
    assert len({article.slug for article in articles}) == len({article.title for article in articles}) == 300


@pytest.mark.parametrize(
    ("name", "field"), [("one body edited", "body"), ("one title edited", "title"), ("one tag added", "tags")]
)
def test_each_edit_changes_what_it_says_of_the_newest_article_alone_and_each_time(bench, site, name, field):
    def found():
        return {
            slug: {"body": each.body, "title": each.entry.title, "tags": each.entry.tags}
            for slug, each in parsed(site).items()
        }

    (edit,) = (each for each in bench("edits").EDITS if each.name == name)
    states = [found()]
    for number in (1, 2):
        edit.make(site, number)
        states.append(found())
    newest = bench("corpus").article(4).slug
    assert site.newest.slug == newest
    for before, after in pairwise(states):
        assert {slug for slug in before if before[slug] != after[slug]} == {newest}
        assert {key for key in after[newest] if after[newest][key] != before[newest][key]} == {field}


def test_a_run_that_does_not_show_the_edit_is_a_failure(bench, site):
    edits, measure = bench("edits"), bench("measure")
    checked = 0
    for edit in edits.EDITS[2:]:
        shown = edit.make(site, 7)
        with pytest.raises(edits.StaleError, match="Broadsheet does not show"):
            edits.check(site, shown)
        measure.run(site.command, folder=site.folder, log=site.folder / "log")
        edits.check(site, shown)
        checked += 1
    assert checked == 4


def test_a_site_can_be_had_with_stories_of_four(bench, tmp_path):
    site = bench("peers").WHOLE(tmp_path, bench("corpus").articles(9), tmp_path)
    stories = [parsed(site)[each.slug].entry.story for each in bench("corpus").articles(9)]
    assert stories == ["story-0"] * 4 + [""] * 4 + ["story-2"]


def test_the_peers_are_given_the_same_articles(bench):
    article = bench("corpus").article(3)
    bench("peers")
    front = frontmatter.split(bench("peers.hugo")._spelled(article))
    meta, body = front.meta, front.body
    assert (meta["title"], meta["topics"], meta["publishers"]) == (
        article.title,
        list(article.tags),
        [article.publisher],
    )
    head, _, theirs = bench("peers.pelican")._spelled(article).partition("\n\n")
    assert body.lstrip("\n") == theirs == article.body
    assert f"Tags: {', '.join(article.tags)}\n" in head


@pytest.mark.parametrize("name", ["text", "HTML", "PDF"])
def test_a_document_of_the_corpus_is_the_same_report_in_each_format(bench, name):
    reading = bench("reading")
    (form,) = (each for each in reading.FORMATS if each.name == name)
    for article in bench("corpus").articles(3):
        (found,) = reading.reading.read(f"a{reading.SUFFIXES[name]}", form.spell(article))
        fields = found.report.fields
        assert fields["title"].value == article.title
        assert str(fields["date"].value)[:10] == f"{article.date:%Y-%m-%d}"
        assert found.kept == pytest.approx(len(bench("documents").bare(article.body).split()), rel=0.1)


def test_the_tables_of_reading_have_a_figure_in_each_place_and_only_read_what_is_there(bench, tmp_path):
    reading = bench("reading")
    head, *rows = reading.format_rows(1, 2)
    assert [row[0] for row in rows] == ["text", "HTML", "PDF"]
    assert {len(row) for row in rows} == {len(head)}
    assert all(float(row[-1]) > 0 for row in rows[1:])
    reading.lay(tmp_path, 3)
    assert reading.read_only(tmp_path) == 3
    assert [path.name for path in tmp_path.iterdir() if path.name != ".broadsheet"] == ["content"]


def test_a_run_is_measured_with_its_children(bench, tmp_path):
    busy = "import time; sum(range(10**6)); time.sleep(.3)"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}], check=True)"
    cost = bench("measure").run([sys.executable, "-c", code], folder=tmp_path, log=tmp_path / "log")
    assert cost.wall > 0
    assert cost.cpu > 0
    assert 1 < cost.memory < 10_000


HOLDS = "held = bytearray(b'x') * (60 << 20)\n"
"""60 MiB."""
CHILD = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HOLDS + 'import time; time.sleep(.6)'!r}])"
FORKS = f"{HOLDS}import os, time\nfor _ in range(3): os.fork() or (time.sleep(.6), os._exit(0))\ntime.sleep(.8)"


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="only Linux tells what processes share")
@pytest.mark.parametrize(("code", "most"), [(CHILD, 100), (FORKS, 120)], ids=["of a child", "shared, counted once"])
def test_the_memory_of_a_run_is_that_of_all_its_processes(bench, tmp_path, code, most):
    cost = bench("measure").run([sys.executable, "-c", code], folder=tmp_path, log=tmp_path / "log")
    assert 60 < cost.memory < most


def test_what_is_measured_may_keep_its_compiled_code(bench, tmp_path, monkeypatch):
    import measure

    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    log = tmp_path / "log"
    command = [sys.executable, "-c", "import os, sys; print(sys.dont_write_bytecode, os.environ['MORE'])"]
    measure.run(command, folder=tmp_path, log=log, variables={"MORE": "more"})
    assert log.read_text() == "False more\n"


def test_a_run_that_fails_says_what_the_command_said(bench, tmp_path):
    measure = bench("measure")
    with pytest.raises(measure.CommandError, match="no such luck"):
        measure.run([sys.executable, "-c", "raise SystemExit('no such luck')"], folder=tmp_path, log=tmp_path / "log")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.html", "home, list of articles or stories"),
        ("articles/page/2/index.html", "home, list of articles or stories"),
        ("articles/a-b/index.html", "article"),
        ("articles/a-b/index.md", "Markdown of an article"),
        ("articles/a-b.md", "Markdown of an article"),
        ("stories/a-b/index.html", "story"),
        ("topics/x/page/3/index.html", "topic"),
        ("topics/index.html", "another page"),
        ("topics/x/feed.xml", "Atom or RSS feed"),
        ("editions/2025-09-01/index.html", "day"),
        ("editions/2025-w36/index.html", "week"),
        ("search.json", "another file"),
    ],
)
def test_output_files_are_counted_by_kind(bench, path, kind):
    assert bench("pages").kind(path) == kind


def test_figures_have_three_digits_and_several_have_their_spread(bench):
    tables = bench("tables")
    assert [*map(tables.figure, (0.1234, 12.34, 1234.5))] == ["0.12", "12.3", "1,234"]
    assert (tables.spread([2.0]), tables.spread([3.0, 1.0, 2.0])) == ("2.00", "2.00 (1.00–3.00)")


def test_growth_is_told_beside_linear_and_never_beyond_ten_times_the_bench(bench):
    growth = bench("growth")
    assert [growth.sizes(count) for count in (99, 1000, 10_000, 100_000)] == [
        (),
        (1000, 10_000),
        (1000, 10_000, 100_000),
        (1000, 10_000, 100_000),
    ]
    peer, cost = bench("peers").OURS, bench("measure").Cost
    small = growth.Run(peer, 1000, cost(9.0, 2.0, 50.0), cost(1.0, 1.0, 1.0), 8.0)
    large = growth.Run(peer, 10_000, cost(9.0, 20.0, 250.0), cost(1.0, 1.0, 1.0), 88.0)
    assert growth._beside_linear(small, large) == ["1.00", "0.50", "1.10"]


def test_what_a_reader_loads_is_told_of_each_kind_of_page(bench, site):
    bench("measure").run(site.command, folder=site.folder, log=site.folder / "log")
    (site.output / "articles/page/2").mkdir(parents=True)
    (site.output / "articles/page/2/index.html").write_text("a second page of a list")
    head, *rows = bench("wire").rows({5: site.output})
    assert head == ["on the wire, KiB", "5 articles"]
    assert all(float(row[1]) > 0 for row in rows)
    whole = sum(bench("wire").sent(path) for path in site.output.glob("search/**/*") if path.is_file())
    script = bench("wire").sent(site.output / "static/search.js")
    assert float(rows[-1][1]) == pytest.approx((whole + script) / 1024, abs=0.5)


def test_a_digest_is_scored_beside_the_lead_and_the_centre(bench, tmp_path, monkeypatch, capsys):
    score = bench("score_summary")
    assert score.rouge("the bank gave way", "The bank gave way.") == 1.0
    assert score.rouge("the bank gave way", "A siren rang at noon.") == 0.0
    body = "The bank of the quarry pond gave way on Monday. The siren rang at noon, and the school was empty."
    reports = [{"title": "Pond bursts", "publisher": name, "paragraphs": [body]} for name in "AB"]
    text = json.dumps({"summary": body, "reports": reports})
    (tmp_path / "set.jsonl").write_text(text + "\n", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["score_summary.py", str(tmp_path / "set.jsonl"), "--sentences", "2"])
    score.main()
    rows = dict(line.split()[:2] for line in capsys.readouterr().out.splitlines()[2:])
    assert rows.keys() == {"lead", "centroid", "ours"}
    assert float(rows["ours"]) > 0.5


STORIES = [
    (
        "a1",
        "quake",
        "2026-03-04",
        "Quake in Vellona",
        "The earthquake at Vellona damaged the gymnasium of Saint Odile.",
    ),
    (
        "a2",
        "quake",
        "2026-03-05",
        "Vellona counts damage",
        "Saint Odile in Vellona lost its gymnasium in the earthquake.",
    ),
    (
        "b1",
        "ferry",
        "2026-03-04",
        "Ferry crews strike",
        "Ferry crews of the Lund line went on strike for higher wages.",
    ),
]


def test_the_scorer_of_stories_reads_a_set_and_prints_a_line_for_it(bench, tmp_path, capsys):
    rows = [dict(zip(("id", "event", "date", "title", "text"), each, strict=True)) for each in STORIES]
    path = tmp_path / "three.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    bench("score_stories").main([str(path), "--faults"])
    head, line = capsys.readouterr().out.splitlines()
    assert head.split()[:4] == ["set", "reports", "events", "F1"]
    assert line.split()[:6] == ["three", "3", "2", "1.000", "1.000/1.000", "1.000"]


def test_weights_of_stories_are_fitted_and_each_is_told_what_it_is_worth(bench, tmp_path, capsys, monkeypatch):
    fit = bench("fit_stories")
    assert set(fit.TRIES) == {name for name in vars(fit.weights) if name.isupper()}
    rows = [dict(zip(("id", "event", "date", "title", "text"), each, strict=True)) for each in STORIES]
    (tmp_path / "three.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    monkeypatch.setattr(fit.weights, "COHESION", 9.0)  # nothing is put together
    fit.main([str(tmp_path / "three.jsonl"), "--once"])
    said = capsys.readouterr().out
    assert "F1 0.800" in said
    assert "+0.2000 with COHESION = 0" in said
    fit.main([str(tmp_path / "three.jsonl")])
    assert "1.0000 with COHESION = 0\n" in capsys.readouterr().out


def test_cases_of_the_tests_are_a_set_to_fit_weights_on(bench):
    path = Path(__file__).parent / "cases/story_pairs.md"
    (sample,) = bench("fit_stories").samples(path)
    text = path.read_text(encoding="utf-8")
    assert len(sample.articles) == len(sample.events) == text.count(" | ") / 2
    assert sample.events["000-1"] == sample.events["000-2"] != sample.events["000-3"]


def test_stories_are_scored_by_report_and_by_pair(bench):
    scorer = bench("score_stories")
    true = {"a": "1", "b": "1", "c": "2", "d": "2"}
    assert scorer.score(true, true) == scorer.Score(1.0, 1.0, 1.0, 1.0, 1.0)
    alone = scorer.score({name: name for name in true}, true)
    assert (alone.precision, alone.recall, alone.pairs, alone.pairs_found) == (1.0, 0.5, 1.0, 0.0)
    all_one = scorer.score(dict.fromkeys(true, "x"), true)
    assert (all_one.precision, all_one.recall, all_one.pairs, all_one.pairs_found) == (0.5, 1.0, 2 / 6, 1.0)
    assert scorer.faults(dict.fromkeys(true, "x"), true) == ["one story of 2: a b c d"]
    assert scorer.faults({**true, "b": "2"}, true) == ["one story of 2: b c d", "one event in 2: a b"]


def test_the_scorer_of_copies_lets_ingest_tell_them(bench, tmp_path, capsys):
    text = list(bench("corpus").articles(2))
    rows = [
        {"id": 1, "copy": "one", "title": text[0].title, "text": text[0].body},
        {"id": 2, "copy": "one", "title": text[0].title, "text": "By Staff Writer\n\n" + text[0].body},
        {"id": 3, "copy": "two", "title": text[1].title, "text": text[1].body},
    ]
    path = tmp_path / "copies.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    bench("score_copies").main([str(path), "--faults"])
    assert capsys.readouterr().out.splitlines()[1].split()[:5] == ["copies", "3", "1", "1.000", "1.000"]


def test_copies_are_scored_by_pairs(bench):
    scorer = bench("score_copies")
    true = {"a": "1", "b": "1", "c": "2", "d": "2"}
    assert scorer.score({**true, "b": "2"}, true) == scorer.Score(recall=0.5, precision=1 / 3)
    assert scorer.faults({**true, "b": "2"}, true) == ["missed: a b", "no copy: b c", "no copy: b d"]


def test_titles_and_authors_are_scored_alike_for_us_and_for_the_library(bench):
    scorer = bench("score_report")

    def right(truth, title="", authors=()):
        return {part.figure: bool(part.right) for part in scorer.stated(truth, title, authors)}

    truth = {"title": "A “day” at the weir", "titles": ["The weir’s day"]}
    one = "title is one that the page shows or states"
    assert right(truth, 'A "day" at the we\u00adir') == {"title exact": True, one: True}
    assert right(truth, "The weir's day") == {"title exact": False, one: True}
    assert right(truth, "A day in town") == {"title exact": False, one: False}
    assert one not in right({"title": "A day"}, "A day")
    truth = {"authors": ["Ada Lorne", "Kelp Daily", "Reuters"], "publisher": ["Kelp Daily"]}
    assert right(truth, authors=["Ada Lorne"]) == {"authors exact": True}
    assert right(truth, authors=["ada lorne", "Agence France-Presse"]) == {"authors exact": True}
    assert right(truth, authors=["Ada Lorne", "Piet Sand"]) == {"authors exact": False}
    assert right(truth) == {"authors exact": False}
