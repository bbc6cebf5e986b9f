"""The sample: its articles are what `ingest` makes of its sources today, and it shows what the program is for."""

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
import sample_days

from generator import frontmatter, lock

ROOT = Path(__file__).parent.parent
PARTS = ("digest", "facts", "agreed", "differences", "developments", "quotes", "timeline", "fresh")
SAID = {
    "stories/forgotten-wire-caused-brackwell-rail-crash-inquiry-finds": "belong to Tidewater Newspapers",
    "stories/hexcombe-swamped-as-forgotten-quarry-pond-gives-way": "What has changed since first reports",
    "stories/ferry-crews-walk-out-cutting-off-skerrow-islands": "it stood in another story",
    "stories/varrand-and-oreck-neck-and-neck-as-halvane-prepares-to": 'lang="ar" dir="rtl"',
    "topics/skerrows": "The islands off Ketterhaven",
    "corrections": "<ins>94,118</ins>",
}
"""What some of its pages must say to a visitor."""


@pytest.fixture
def site(tmp_path):
    """A copy of the sample, sources and all."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copy(ROOT / "broadsheet.yml", tmp_path)
    return tmp_path


def articles(folder):
    return {path.name: path.read_text("utf-8") for path in (folder / "content" / "articles").glob("*.md")}


def forget(folder):
    """Take away what `ingest` made."""
    shutil.rmtree(folder / "content" / "articles", ignore_errors=True)
    (folder / lock.PATH).unlink(missing_ok=True)


def test_its_articles_and_its_lock_are_as_ingest_makes_them_day_by_day(site, run, update, tmp_path):
    if update:
        forget(ROOT)
        sample_days.live(ROOT, run, tmp_path / "update")
    committed, record = articles(ROOT), (ROOT / lock.PATH).read_text("utf-8")
    forget(site)
    sample_days.live(site, run, tmp_path)
    made = articles(site)
    assert sorted(made) == sorted(committed), "`make golden` if the rules are meant to have changed"
    for name in made:
        assert made[name] == committed[name], f"{name}; `make golden` if the rules are meant to have changed"
    assert (site / lock.PATH).read_text("utf-8") == record


def test_ingesting_it_again_writes_nothing(site, run):
    before = {path: path.stat().st_mtime_ns for path in (site / "content").rglob("*")}
    account = json.loads(run(site, "ingest", "--json").out)["ingest"]
    assert account["written"] == []
    assert {path: path.stat().st_mtime_ns for path in (site / "content").rglob("*")} == before


def test_it_has_what_a_visitor_should_see(site):
    lines = lock.read(site).values()
    metas = [frontmatter.split(text).meta for text in articles(site).values()]
    stories = Counter(meta["story"] for meta in metas if "story" in meta)
    assert len(lines) >= 30
    assert len(stories) >= 8
    assert sum(count >= 3 for count in stories.values()) >= 8
    assert any("story" not in meta for meta in metas), "lone reports"
    assert any("date" not in meta for meta in metas), "an undated one"
    assert {"en", "de", "ar"} <= {str(meta.get("lang"))[:2] for meta in metas}
    assert {Path(line.path.partition("#")[0]).suffix for line in lines} == {
        ".txt",
        ".md",
        ".html",
        ".xml",
        ".eml",
        ".jsonl",
    }
    assert [line.status for line in lines].count("duplicate") >= 2


def test_its_pages_show_all_that_a_digest_can_tell(site, run):
    assert run(site, "build", "--quiet").code == 0
    data = json.loads((site / "site/digest.json").read_text("utf-8"))
    told = [story for story in data["stories"] if not story.get("lone")]
    for part in PARTS:
        assert any(story.get(part) for story in told), part
    assert any(citation.get("alone") for story in told for citation in story["digest"])
    differing = {point["kind"] for story in told for point in story.get("differences", [])}
    assert differing == {"number", "time", "place", "name"}
    assert any(story["voices"] < len(story["publishers"]) for story in told)
    assert any(publisher.get("owner") for publisher in data["publishers"])
    assert sum("changes" in article for article in data["articles"]) >= 2
    pages = {path.parent.name: path.read_text("utf-8") for path in (site / "site/editions").glob("*/index.html")}
    for words in ("Updates", "Came in late", "From the editor", "No date stated"):
        assert any(words in text for text in pages.values()), words
    for path, words in SAID.items():
        assert words in (site / "site" / path / "index.html").read_text("utf-8"), path


def test_each_line_of_its_texts_is_accounted_for(site, run):
    for path in sorted((site / "content" / "sources").rglob("*.txt")):
        told = json.loads(run(site, "explain", path, "--json").out)["explain"]
        lines = [line for part in told["parts"] for line in part["lines"]]
        lost = [line["text"] for line in lines if line["text"].strip() and not line["fate"]]
        assert lines, path
        assert lost == [], path
