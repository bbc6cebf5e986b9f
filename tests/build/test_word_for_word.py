"""Law 7: nothing in a digest is invented. Each part stands word for word where it is cited, in any story.

`DIGEST_STORIES=10000 pytest tests/build/test_word_for_word.py` looks into as many made stories, and as many of noise.
"""

import dataclasses
import os
import re

import made_stories
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.build import digest as stories
from generator.build.digest import update
from generator.build.digest.reports import reports
from generator.model import Entry, Page, Source
from generator.text import sentences

STORIES = int(os.environ.get("DIGEST_STORIES", "300"))


def digest(pages):
    """What is told of a story of these pages, read here and now."""
    return stories.digest(reports(pages))


def astray(found, pages):
    """What in a digest does not stand where it is cited; empty where all does."""
    paragraphs = {each.entry.path: each.paragraphs for each in pages}

    def cited(citation):
        its = paragraphs[citation.entry.path]
        return 1 <= citation.paragraph <= len(its) and whole(citation.text, its[citation.paragraph - 1], citation.entry)

    wrong = [each for each in found.sentences if not cited(each)]
    for each in found.quotes:
        report = "\n".join(paragraphs[each.citation.entry.path])
        if not cited(each.citation) or each.text not in each.citation.text or each.speaker not in report:
            wrong.append(each)
    wrong += [each for each in found.timeline if not cited(each.citation) or each.said not in each.citation.text]
    wrong += [each for each in found.facts if not cited(each.citation) or each.value not in each.citation.text]
    for point in (*found.agreed, *found.differences, *found.developments):
        for side in point.sides:
            if not all(map(cited, side.citations)) or not any(side.value in each.text for each in side.citations):
                wrong.append(point)
    return wrong


def whole(text, paragraph, entry):
    """Whether it is a sentence of the paragraph, or several, to the very end; a dateline before it may be left off."""
    starts, ends, at = set(), set(), 0
    for piece in sentences.split(paragraph, entry.lang):
        starts.add(at := paragraph.index(piece, at))
        ends.add(at := at + len(piece))
    for found in re.finditer(re.escape(text), paragraph):
        before = paragraph[max((each for each in starts if each <= found.start()), default=0) : found.start()].rstrip()
        if found.end() in ends and (not before or before.endswith(("-", "–", "—"))):
            return True
    return False


def shape(found):
    """What each part must be, whatever the story."""
    assert len(found.sentences) <= 7
    assert len({(each.entry.path, each.text) for each in found.sentences}) == len(found.sentences)
    assert len(found.quotes) <= 6
    assert [each.day for each in found.timeline] == sorted(each.day for each in found.timeline)
    assert all(len(point.sides) == 1 for point in found.agreed)
    assert all(len(point.sides) > 1 for point in (*found.differences, *found.developments))
    assert all(each.publishers > 1 for each in found.facts)


@pytest.mark.timeout(120 + STORIES // 2)
def test_every_part_of_a_made_story_stands_where_it_is_cited():
    parts = dict.fromkeys(("sentences", "facts", "agreed", "differences", "developments", "quotes", "timeline"), 0)
    for seed in range(STORIES):
        pages = made_stories.story(seed)
        found = digest(pages)
        assert not astray(found, pages), f"made_stories.story({seed})"
        shape(found)
        assert found == digest(pages), f"made_stories.story({seed}) differs from run to run"
        old = {each.entry.path for each in pages[:-1]}
        fresh = dataclasses.replace(found, sentences=update.fresh(reports(pages), old))
        assert not astray(fresh, pages), f"made_stories.story({seed}), update"
        for part in parts:
            parts[part] += len(getattr(found, part))
    assert all(count > STORIES / 50 for count in parts.values()), parts  # the stories have what could go astray


_PIECES = (
    *(
        "The bank of the river",
        "At least 12 people",
        "Police",
        "He",
        "However, they",
        "“We saw it,”",
        "said",
        "told us:",
    ),
    *(
        "was shut on 3. Oktober",
        "lost 4.2 million crowns",
        "at 11\u00a0a.m. on  Monday",
        "in\tthe town\nof",
        "with",
        "z. B.",
    ),
    *(
        "KYIV (AP) —",
        "- item",
        "(nearly",
        "all)",
        "„gut“",
        "« bien »",
        "「はい」と",
        "—",
        "…",
        "today",
        "in 2009",
        "?",
        "!",
    ),
    *(
        ".",
        ".",
        ".",
        "。",
        "Ilse Brandt",
        "Tolmery",
        "U.S. Navy",
        "Dr. Noor Vaas",
        "Äußere Straße",
        "王小明は",
        "Ростов",
    ),
)
_sentence = st.lists(st.sampled_from(_PIECES), min_size=4, max_size=14).map(
    lambda parts: " ".join(parts).replace(" .", ".") + "."
)
_paragraph = st.one_of(
    st.lists(_sentence, min_size=1, max_size=4).map(" ".join),
    st.text(alphabet="abc ABC.!?“”\"'’«»\u00a0\u2009\n12,:()-–—ßÉ王。", max_size=120),
)
_told = st.tuples(
    st.lists(_paragraph, min_size=1, max_size=5),
    st.sampled_from(("en", "de", "fr", "es", "ru", "zh", "ja", "")),
    st.sampled_from(("A", "B", "")),
)


def noise(told):
    return [
        Page(
            Entry(
                path=f"content/articles/{number}.md",
                kind="article",
                slug=str(number),
                url=f"/articles/{number}/",
                id=f"urn:{number}",
                title=paragraphs[0][:40],
                lang=lang,
                sources=(Source(name=publisher),),
                words=600,
            ),
            "",
            "",
            tuple(paragraphs),
        )
        for number, (paragraphs, lang, publisher) in enumerate(told)
    ]


@pytest.mark.timeout(120 + STORIES // 2)
@settings(max_examples=STORIES, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(_told, min_size=2, max_size=4))
def test_every_part_of_noise_stands_where_it_is_cited(told):
    pages = noise(told)
    found = digest(pages)
    assert not astray(found, pages)
    shape(found)


# ---------------------------------------------------------------- planted faults


def planted(part, **fault):
    """Digests of made stories, each with a fault in one thing of a part."""
    for seed in range(60):
        pages = made_stories.story(seed)
        found = digest(pages)
        for place, each in enumerate(getattr(found, part)):
            changed = {key: change(each, pages) for key, change in fault.items()}
            several = list(getattr(found, part))
            several[place] = dataclasses.replace(each, **changed)
            yield dataclasses.replace(found, **{part: tuple(several)}), pages


def moved(each, pages):
    return dataclasses.replace(each.citation, paragraph=len(pages[0].paragraphs) + 40)


def of_another(each, pages):
    """Cited from a report that does not say it."""
    text = each.citation.text
    other = next((page.entry for page in pages if all(text not in one for one in page.paragraphs)), None)
    return dataclasses.replace(each.citation, entry=other) if other else moved(each, pages)


FAULTS = {
    "an altered sentence": ("sentences", {"text": lambda each, _: each.text[::-1]}),
    "a sentence without its last word": ("sentences", {"text": lambda each, _: each.text.rsplit(maxsplit=1)[0]}),
    "a sentence without its full stop": ("sentences", {"text": lambda each, _: each.text[:-1]}),
    "a sentence without its first word": ("sentences", {"text": lambda each, _: each.text.split(maxsplit=1)[1]}),
    "a sentence moved to the next paragraph": ("sentences", {"paragraph": lambda each, _: each.paragraph + 40}),
    "paragraph 0": ("sentences", {"paragraph": lambda each, _: 0}),
    "an invented quotation": ("quotes", {"text": lambda each, _: f"Never {each.text}"}),
    "an invented speaker": ("quotes", {"speaker": lambda each, _: "Zoltan Quarm"}),
    "a quotation of another report": ("quotes", {"citation": of_another}),
    "an invented time": ("timeline", {"said": lambda each, _: "on Doomsday"}),
    "a moment moved": ("timeline", {"citation": moved}),
    "an invented fact": ("facts", {"value": lambda each, _: "4,711"}),
    "a fact of another report": ("facts", {"citation": of_another}),
    "an invented figure": (
        "differences",
        {"sides": lambda each, _: (each.sides[0], dataclasses.replace(each.sides[1], value="4,711"))},
    ),
    "an invented development": (
        "developments",
        {"sides": lambda each, _: (dataclasses.replace(each.sides[0], value="4,711"), *each.sides[1:])},
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(fault):
    part, change = FAULTS[fault]
    found = [bool(astray(each, pages)) for each, pages in planted(part, **change)]
    assert found
    assert all(found)
