"""A program of the editor's writes of stories in its own words: what it invents is dropped, and the rest is marked."""

import datetime as dt
import json
import sys

import pytest
from ingest_site import NOW, ORCHARD, Site

from generator import retold
from generator.build import build
from generator.build.links import survey
from generator.config import Config, Outside
from generator.errors import BroadsheetError

SECOND = ORCHARD.replace(
    "Frost destroys half of the apple crop in Sellenby", "Half of the apples of Sellenby lost to frost"
).replace("asked the ministry for help with loans", "will meet the minister on Monday to speak about loans")
TRUE = "Half of the apples in Sellenby are lost, said Thorn; it was minus 9 degrees."
CITES = [{"article": "half-of-the-apples-of-sellenby-lost-to-frost", "paragraph": 2}]
PROGRAM = """
import json, pathlib, sys
asked = json.load(sys.stdin)
log = pathlib.Path("asked.jsonl")
log.write_text((log.read_text() if log.exists() else "") + json.dumps(asked) + "\\n")
print(pathlib.Path("answer.json").read_text())
"""


@pytest.fixture
def site(tmp_path):
    site = Site(tmp_path, Config(digest=Outside((sys.executable, "tell.py"), 30)))
    site.source("one.txt", ORCHARD)
    site.source("two.txt", SECOND)
    (tmp_path / "tell.py").write_text(PROGRAM)
    return site


def answer(site, *sentences):
    (site.folder / "answer.json").write_text(json.dumps({"sentences": list(sentences)}))


def asked(site):
    log = site.folder / "asked.jsonl"
    return [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []


def kept(site):
    (found,) = retold.read(site.folder).values()
    return found


def test_it_gets_the_story_and_what_it_says_truly_is_kept_with_what_it_cites(site):
    answer(site, {"text": TRUE, "citations": CITES})
    account = site.run()
    assert account.problems == ()
    (story,) = asked(site)
    assert [each["article"] for each in story["reports"]] == [
        "frost-destroys-half-of-the-apple-crop-in-sellenby",
        "half-of-the-apples-of-sellenby-lost-to-frost",
    ]
    assert story["reports"][1]["date"] == "2026-11-14"
    assert story["reports"][1]["paragraphs"][1].startswith("Temperatures fell")
    assert [each.text for each in kept(site).sentences] == [TRUE]
    assert kept(site).sentences[0].citations[0].begins.startswith("Temperatures fell")


@pytest.mark.parametrize(
    ("text", "citations", "why"),
    [
        ("Berta Holm said so.", CITES, "name `Berta Holm`"),
        ("It was minus 14 degrees.", CITES, "number `14`"),
        ("It froze on 3 March 2019.", CITES, "date `3 March 2019`"),
        ("Thorn said “all is lost”.", CITES, "quotation `“all is lost”`"),
        ("It froze.", [], "it cites nothing"),
        ("It froze.", "somewhere", "it cites nothing"),
        ("It froze.", [{"article": CITES[0]["article"], "paragraph": 99}], "a paragraph that is not there"),
        ("It froze.", [{"article": "another", "paragraph": 1}], "a paragraph that is not there"),
        ("It froze.", [CITES[0], 7], "a paragraph that is not there"),
        ("", CITES, "no object with a `text`"),
        (None, CITES, "no object with a `text`"),
    ],
)
def test_what_it_invents_is_dropped_and_reported_and_the_rest_stays(site, text, citations, why):
    answer(site, {"text": text, "citations": citations}, {"text": TRUE, "citations": CITES})
    (told,) = site.run().problems
    assert told.level == "warning"
    assert why in told.what
    assert told.path.startswith("content/digests/")
    assert [each.text for each in kept(site).sentences] == [TRUE]
    assert [why in each.why for each in kept(site).refused] == [True]


def test_the_reports_that_a_sentence_does_not_cite_do_not_bear_it_out(site):
    answer(
        site,
        {
            "text": "They meet on Monday.",
            "citations": [{"article": "frost-destroys-half-of-the-apple-crop-in-sellenby", "paragraph": 1}],
        },
    )
    assert "date `Monday`" in site.run().problems[0].what


def test_a_story_that_has_not_changed_is_not_asked_about_again(site):
    answer(site, {"text": TRUE, "citations": CITES})
    site.run()
    site.run(now=NOW + dt.timedelta(days=1))
    site.source("other.txt", "A choir sings in the old mine of Karsk\n\n14 November 2026\n\n" + "Forty sang. " * 30)
    site.run(now=NOW + dt.timedelta(days=2))
    assert len(asked(site)) == 1
    site.source("two.txt", SECOND.replace("minus nine", "minus eleven"))
    site.run(now=NOW + dt.timedelta(days=3))
    assert len(asked(site)) == 2


def test_a_program_that_has_changed_is_asked_about_every_story_again(site):
    answer(site, {"text": TRUE, "citations": CITES})
    site.run()
    (site.folder / "tell.py").write_text(f"{PROGRAM}# better\n")
    site.run()
    assert len(asked(site)) == 2
    site.run()
    assert len(asked(site)) == 2


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (("no-such-program-at-all",), "cannot be run"),
        (("no-such-program-at-all", "x" * 400), "cannot be run"),
        (("no-such-program-at-all", "\0"), "cannot be run"),
        ((sys.executable, "-c", "raise SystemExit('no key')"), "ended with code 1: no key"),
        ((sys.executable, "-c", "print('hello')"), "did not answer in JSON"),
        ((sys.executable, "-c", "print('{}')"), "did not answer in JSON"),
        ((sys.executable, "-c", "print('7')"), "a list of `sentences`"),
        ((sys.executable, "-c", "import time; time.sleep(60)"), "did not answer in 1 s"),
    ],
)
def test_a_program_that_fails_harms_nothing_and_is_asked_again(site, command, why):
    site.config = Config(digest=Outside(command, 1))
    for _ in range(2):
        (told,) = site.run().problems
        assert why in told.what
        assert told.hint
    assert len(site.articles()) == 2
    assert retold.read(site.folder) == {}


def test_without_the_setting_nothing_is_run_or_shown(site):
    answer(site, {"text": TRUE, "citations": CITES})
    site.config = Config()
    site.run()
    assert asked(site) == []
    assert not (site.folder / retold.FOLDER).exists()


def page_of(site):
    made = build(site.folder, site.config, output=site.folder / "site", now=NOW)
    assert not made.problems
    assert survey(site.folder / "site", site.config).problems == ()
    (page,) = (site.folder / "site/stories").glob("*/index.html")
    return page.read_text()


def test_the_page_of_the_story_shows_it_as_what_it_is_with_links_to_the_paragraphs(site):
    answer(site, {"text": TRUE, "citations": CITES})
    site.run()
    page = page_of(site)
    assert TRUE in page
    assert "Written by a program" in page
    assert f"articles/{CITES[0]['article']}/index.html#p2" in page
    story = json.loads((site.folder / "site/digest.json").read_text())["stories"][0]
    assert [each["text"] for each in story["retold"]] == [TRUE]
    assert story["retold"][0]["citations"][0]["paragraph"] == 2
    assert TRUE not in [each["text"] for each in story["digest"]]
    site.config = Config()
    assert TRUE not in page_of(site)


def test_a_sentence_whose_paragraph_is_gone_is_not_shown(site):
    answer(site, {"text": TRUE, "citations": CITES})
    site.run()
    site.edit(CITES[0]["article"], "Temperatures fell", "It is said that temperatures fell")
    assert TRUE not in page_of(site)


def test_a_file_that_is_none_of_ours_is_an_error_with_its_name(site):
    answer(site)
    site.run()
    path = site.folder / next(iter((site.folder / retold.FOLDER).glob("*.json")))
    path.write_text('{"of": "x"}')
    with pytest.raises(BroadsheetError, match="content/digests/"):
        page_of(site)
