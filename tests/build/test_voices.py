"""Who counts as one voice."""

from generator.build.profiles import Profile, Profiles
from generator.build.publishers import profiled
from generator.build.voices import Fold, folds, voices
from generator.model import Entry, Page, Source


def entry(name, *sources):
    return Entry(f"content/articles/{name}.md", "article", name, f"/articles/{name}/", "", name, sources=sources)


def test_spellings_of_one_publisher_are_one_voice():
    assert voices([entry("a", Source("The Courier")), entry("b", Source("courier"))]) == 1


def test_reports_without_a_publisher_are_each_their_own():
    assert voices([entry("a"), entry("b", Source(url="https://x.example/")), entry("c", Source("Post"))]) == 3


def test_a_text_that_several_printed_is_one_voice():
    assert voices([entry("a", Source("Post"), Source("Radio"), Source("Wire"))]) == 1


def test_publishers_of_one_owner_are_one_voice():
    known = Profiles([Profile("Post", owner="Big Media"), Profile("Radio", owner="big media"), Profile("Wire")])
    names = {"a": "Post", "b": "Radio", "c": "Wire"}
    pages = {name: Page(entry(name, Source(source)), "", "", ()) for name, source in names.items()}
    assert voices(page.entry for page in profiled(pages, known).values()) == 2


def test_publishers_that_count_once_are_named_with_the_reason():
    post, radio, wire = Source("Post", owner="Big Media"), Source("Radio", owner="big media"), Source("Wire")
    found = folds([entry("a", post), entry("b", radio), entry("c", wire), entry("d", wire, Source("Echo"))])
    assert found == (Fold(("Wire", "Echo")), Fold(("Post", "Radio"), "Big Media"))
    assert folds([entry("a", post), entry("b", wire)]) == ()
