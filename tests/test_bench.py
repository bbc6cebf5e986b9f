"""The bench's corpus is one that our own parser takes as it stands. Nothing is timed here."""

import datetime as dt
import importlib
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from generator.build import content, gather

BENCH = Path(__file__).parent.parent / "bench"


@pytest.fixture
def bench(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCH))
    yield importlib.import_module
    for name in ("corpus", "measure", "peers", "reading", "run"):
        sys.modules.pop(name, None)


@pytest.fixture
def site(bench, tmp_path):
    bench("peers").broadsheet(tmp_path, bench("corpus").articles(5))
    return tmp_path


def parsed(site):
    return {
        path.stem: content.parse(f"content/articles/{path.name}", path.read_text(encoding="utf-8"), ZoneInfo("UTC"))
        for path in sorted((site / "content/articles").iterdir())
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


def test_each_edit_changes_the_body_and_nothing_else(bench, site):
    corpus, before = bench("corpus"), parsed(site)
    article = corpus.article(0)
    peer = bench("peers").broadsheet(site, corpus.articles(5))
    bench("run").edit(peer, 3)
    after = parsed(site)
    assert corpus.mark(3) in after[article.slug].body
    assert corpus.mark(3) not in before[article.slug].body
    assert {slug for slug in before if before[slug].body != after[slug].body} == {article.slug}


@pytest.mark.parametrize("name", ["text", "HTML", "PDF"])
def test_a_document_of_the_corpus_is_the_same_report_in_each_format(bench, name):
    reading = bench("reading")
    (form,) = (each for each in reading.FORMATS if each.name == name)
    for article in bench("corpus").articles(3):
        (found,) = reading.reading.read(f"a{reading.SUFFIXES[name]}", form.spell(article))
        fields = found.report.fields
        assert fields["title"].value == article.title
        assert str(fields["date"].value)[:10] == f"{article.date:%Y-%m-%d}"
        assert found.kept == pytest.approx(len(bench("corpus")._bare(article.body).split()), rel=0.1)


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
    code = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'sum(range(10**6))'], check=True)"
    cost = bench("measure").run([sys.executable, "-c", code], folder=tmp_path, log=tmp_path / "log")
    assert cost.wall > 0
    assert cost.cpu > 0
    assert 1 < cost.memory < 10_000


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
        ("topics/x/page/3/index.html", "topic"),
        ("topics/index.html", "another page"),
        ("topics/x/feed.xml", "Atom or RSS feed"),
        ("editions/2025-09-01/index.html", "day"),
        ("editions/2025-w36/index.html", "week"),
        ("search.json", "another file"),
    ],
)
def test_output_files_are_counted_by_kind(bench, path, kind):
    assert bench("run")._kind(path) == kind
