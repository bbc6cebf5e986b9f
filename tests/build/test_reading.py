"""What one report says by itself: that it is spelled alike wherever it is read, and read again only when it changed."""

import os
import subprocess
import sys
from pathlib import Path

import made_stories
import pytest
from test_incremental import SHUT, Site

from generator.build.reading import read, sentences
from generator.build.store import Store
from generator.model import Entry

NAMES = """
import sys
sys.path.insert(0, {here!r})
import made_stories
from pathlib import Path
from generator.build.reading import read
from generator.build.store import Store
store = Store(Path({path!r}))
for seed in range(20):
    for page in made_stories.story(seed):
        print(store.put(read(page.entry, page.paragraphs)).hex())
"""


@pytest.mark.parametrize("seed", range(20))
def test_it_comes_back_from_the_disk_as_it_was(tmp_path, seed):
    store = Store(tmp_path / "values")
    for page in made_stories.story(seed):
        made = read(page.entry, page.paragraphs)
        assert store.get(store.put(made)) == made
    store.close()


def test_two_processes_spell_it_alike(tmp_path):
    """Sets have another order in each: what holds one would seem to have changed whenever it is read again."""
    script = NAMES.format(here=str(Path(__file__).parent), path=str(tmp_path / "values"))
    names = [
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout.split()
        for seed in ("1", "2")
    ]
    assert len(names[0]) > 40
    assert names[0] == names[1]


def test_an_edit_of_one_report_reads_no_other(tmp_path):
    site = Site(tmp_path)
    try:
        site.edit(SHUT, "- No one was hurt.", "- Nobody was hurt.")
        assert [each for each in site.ran() if each.startswith("reading")] == [f"reading {SHUT}"]
    finally:
        site.builder.close()


def test_a_lone_report_is_not_read_for_its_story(tmp_path):
    site = Site(tmp_path)
    try:
        read_ = {key for name, key in site.builder.engine.ran_now() if name == "reading"}
        assert SHUT in read_
        assert "content/articles/lone.md" not in read_
    finally:
        site.builder.close()


def test_a_sentence_that_comes_again_is_found_where_it_stands():
    told = ["The bank broke. Nobody ran. The bank broke.", "Nobody ran."]
    found = [(each.paragraph, each.start, each.place) for each in sentences.split(told, "en")]
    assert found == [(1, 0, 0), (1, 16, 1), (1, 28, 2), (2, 0, 3)]


@pytest.mark.parametrize("lang", ["de", "de-AT"])
def test_a_report_states_the_same_in_whatever_region_its_language_is_spoken(lang):
    told = read(Entry("a", "article", "", "", "", "", lang=lang), ["Bei dem Brand in Almery starben 12 Menschen."])
    assert [(each.printed, each.happened) for each in told.statements] == [("12", "people killed")]
