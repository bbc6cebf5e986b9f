"""`check` finds what a built site cites and does not stand there: in `digest.json`, and on the page of a story."""

import json
import re
import shutil
from pathlib import Path

import pytest
from build_site import make

from generator import frontmatter, retold
from generator.build.links import survey
from generator.config import Config
from generator.retold import Passage, Retold, Sentence

ROOT = Path(__file__).parent.parent.parent
STORY = "hexcombe-swamped-as-forgotten-quarry-pond-gives-way"
RETOLD = "Tove Brandvold finds 62 wells clean on 21 November 2026, and “for your own peace of mind” is what she adds."
PAGE, DIGEST = f"stories/{STORY}/index.html", "digest.json"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The reports of one story of the sample, as a site."""
    folder = tmp_path_factory.mktemp("cited")
    (folder / "content/articles").mkdir(parents=True)
    for path in (ROOT / "content/articles").glob("*.md"):
        if frontmatter.split(path.read_text("utf-8"), path.name).meta.get("story") == STORY:
            shutil.copy(path, folder / "content/articles")
    cited = Passage("hexcombe-wells-are-clean-inspectors-find", "“Boil it once")
    (folder / "broadsheet.yml").write_text('digest: {command: ["true"]}\n')
    retold.write(folder, STORY, Retold("", (Sentence(RETOLD, (cited,)),)))
    make(folder, url="https://example.org/")
    return folder / "site"


@pytest.fixture
def told(built):
    """What `check` says of the site once a file of it is another."""
    kept = {}

    def change(name, text):
        path = built / name
        kept.setdefault(path, path.read_bytes())
        path.write_text(text, "utf-8")
        return [str(each) for each in survey(built, Config(url="https://example.org/")).problems]

    yield change
    for path, data in kept.items():
        path.write_bytes(data)


def test_what_it_cites_stands_there(built, told):
    shown = (built / PAGE).read_text("utf-8")
    assert told(PAGE, shown) == []
    story = json.loads((built / DIGEST).read_text("utf-8"))["stories"][0]
    assert all(story.get(part) for part in ("digest", "facts", "agreed", "differences", "quotes", "timeline", "retold"))
    assert len(re.findall(r'class="(?:said|named)"', shown)) > 20


def first(pattern, new):
    """The first match of a pattern, its last group made another."""

    def change(text):
        match = re.search(pattern, text, re.DOTALL)
        assert match, pattern
        group = match.lastindex
        return text[: match.start(group)] + new + text[match.end(group) :]

    return change


SENTENCE = r'<li><span class="said">[^<]*? (\w+)[.”]+</span>'
SHOWN = {
    "a changed word": (first(SENTENCE, "never"), "for words that do not stand there: “"),
    "a moved anchor": (first(r'<span class="said">[^<]*</span> <a class="cite" href="[^"#]*#p(\d+)"', "99"), "#p99"),
    "an anchor moved to a paragraph that is there": (
        first(r'<ul class="agree">.*?class="cite".*?class="cite" href="[^"]*#p(\d+)"', "2"),
        "and `digest.json` does not",
    ),
    "an invented number": (first(r'<dt>How many</dt>.*?<b class="said">([^<]*)</b>', "4,711"), "“4,711”"),
    "an invented place": (first(r'<dt>Where</dt>.*?<b class="said">([^<]*)</b>', "Atlantis"), "“Atlantis”"),
    "an invented side": (first(r'<dl class="sides">.*?<b class="said">([^<]*)</b>', "4,711"), "“4,711”"),
    "an invented quotation": (first(r'“<span class="said">([^<]*)</span>”', "We did it."), "“We did it.”"),
    "an invented speaker": (first(r'<b class="named">([^<]*)</b>', "Zoltan Quarm"), "“Zoltan Quarm”"),
    "another word of a program": (first(r'<span class="restated">([^<]*)</span>', "All is well."), "“All is well.”"),
    "an invented date": (first(r'<time class="said" datetime="([^"]*)"', "2019-03-04"), "“2019-03-04”"),
}


@pytest.mark.parametrize("fault", SHOWN)
def test_a_fault_on_the_page_of_a_story_is_found(built, told, fault):
    change, expected = SHOWN[fault]
    found = told(PAGE, change((built / PAGE).read_text("utf-8")))
    assert any(each.startswith(f"{PAGE}:") and expected in each for each in found), found


def of(*way):
    """Change one value of the first story of `digest.json`: the keys that lead to it, then what becomes of it."""

    def change(text):
        document = json.loads(text)
        at = document["stories"][0]
        *keys, last, new = way
        for key in keys:
            at = at[key]
        at[last] = new(at[last]) if callable(new) else new
        return json.dumps(document)

    return change


def retells(old, new):
    return of("retold", 0, "text", lambda text: text.replace(old, new))


def moved(url):
    page, _, number = url.rpartition("#p")
    return f"{page}#p{2 if number == '1' else 1}"


TOLD = {
    "a changed word": (of("digest", 0, "text", lambda text: text.replace("the", "teh", 1)), "do not stand there"),
    "a lost word": (of("digest", 0, "text", lambda text: text.split(" ", 1)[0] + text[-9:]), "do not stand there"),
    "a lost end": (of("digest", 0, "text", lambda text: text.rsplit(" ", 1)[0]), "for a sentence that does not end"),
    "a moved anchor": (of("digest", 0, "url", moved), "do not stand there"),
    "a moved number": (of("digest", 0, "paragraph", 40), "cites paragraph 40, and links to"),
    "a moved anchor of a fact": (of("facts", 0, "citation", "url", moved), "do not stand there"),
    "an invented fact": (of("facts", 0, "value", "4,711"), "says “4,711”, which is not in what it cites"),
    "a changed sentence of a fact": (of("facts", 0, "citation", "text", lambda text: text + " 4"), "stand there"),
    "an invented number": (of("differences", 0, "sides", 0, "value", "4,711"), "says “4,711”"),
    "a changed sentence of a side": (of("differences", 0, "sides", 0, "citations", 0, "text", "No."), "“No.”"),
    "an invented agreement": (of("agreed", 0, "sides", 0, "value", "4,711"), "says “4,711”"),
    "an invented quotation": (of("quotes", 0, "text", "We did it."), "says “We did it.”"),
    "an invented speaker": (of("quotes", 0, "speaker", "Zoltan Quarm"), "for a speaker whom that report does not name"),
    "an invented time": (of("timeline", 0, "said", "on Doomsday"), "says “on Doomsday”"),
    "an invented date": (of("timeline", 0, "at", "2019-03-04"), "says that it was `2019-03-04`, which is not in “"),
    "an invented hour": (of("timeline", 0, "at", lambda at: at[:10] + "T03:33"), "T03:33`, which is not in “"),
    "an invented name of a program": (retells("Tove", "Ilse"), "has the name `Ilse Brandvold`"),
    "an invented number of a program": (retells("62", "64"), "has the number `64`"),
    "an invented date of a program": (retells("21 November", "5 November"), "has the date `5 November 2026`"),
    "an invented quotation of a program": (
        retells("for your own", "for all of our"),
        "quotation “for all of our peace of mind”",
    ),
    "a program that cites nothing": (of("retold", 0, "citations", []), "tells without a citation: “Tove"),
    "a program that cites a report without it": (
        of("retold", 0, "citations", 0, "article", "the-siren-nobody-wanted-saved-a-school-in-hexcombe"),
        "has the number `62`",
    ),
    "a story of another form": (of("facts", "none"), "is not of the form that `docs/data.md` tells"),
}


@pytest.mark.parametrize("fault", TOLD)
def test_a_fault_in_the_data_is_found(built, told, fault):
    change, expected = TOLD[fault]
    found = told(DIGEST, change((built / DIGEST).read_text("utf-8")))
    assert any(each.startswith(f"{DIGEST}: error: ") and expected in each for each in found), found


def test_a_word_changed_in_a_report_is_found(built, told):
    story = json.loads((built / DIGEST).read_text("utf-8"))["stories"][0]
    cited = story["quotes"][0]["citation"]["url"].removeprefix("https://example.org/").partition("#")[0]
    name = f"{cited}index.html"
    words = story["quotes"][0]["text"].split()
    text = (built / name).read_text("utf-8")
    assert words[-2] in text
    found = told(name, text.replace(words[-2], "nothing"))
    assert any(each.startswith(f"{DIGEST}: ") for each in found)
    assert any(each.startswith(f"{PAGE}:") for each in found)
