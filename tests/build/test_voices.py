"""Who counts as one voice."""

from generator.build.profiles import Profile, Profiles
from generator.build.publishers import profiled
from generator.build.voices import Fold, folds, voices
from generator.model import Entry, Page, Reason, Source


def entry(name, *sources, copy_of=""):
    reason = Reason(copy_of, 0.9, 0, copied=True) if copy_of else None
    path = f"content/articles/{name}.md"
    return Entry(path, "article", name, f"/articles/{name}/", "", name, sources=sources, reason=reason)


def count(entries):
    return len({*voices(entries)})


def test_spellings_of_one_publisher_are_one_voice():
    assert count([entry("a", Source("The Courier")), entry("b", Source("courier"))]) == 1


def test_reports_without_a_publisher_are_each_their_own():
    assert count([entry("a"), entry("b", Source(url="https://x.example/")), entry("c", Source("Post"))]) == 3


def test_a_text_that_several_printed_is_one_voice():
    assert count([entry("a", Source("Post"), Source("Radio"), Source("Wire"))]) == 1


def test_a_text_to_which_an_editor_has_added_speaks_with_the_voice_of_the_other():
    post, radio = entry("a", Source("Post"), copy_of="b"), entry("b", Source("Radio"), copy_of="a")
    third = entry("c", Source("Wire"), copy_of="b")
    assert count([post, radio, entry("d", Source("Echo"))]) == 2
    assert count([post, radio, third]) == count([third, radio, post]) == 1
    assert count([post, third]) == 2, "what is not in the story lends no voice"
    assert folds([post, radio, entry("d", Source("Echo"))]) == (Fold(("Post", "Radio")),)


def test_publishers_of_one_owner_are_one_voice():
    known = Profiles([Profile("Post", owner="Big Media"), Profile("Radio", owner="big media"), Profile("Wire")])
    names = {"a": "Post", "b": "Radio", "c": "Wire"}
    pages = {name: Page(entry(name, Source(source)), "", "", ()) for name, source in names.items()}
    assert count(page.entry for page in profiled(pages, known).values()) == 2


def test_publishers_that_count_once_are_named_with_the_reason():
    post, radio, wire = Source("Post", owner="Big Media"), Source("Radio", owner="big media"), Source("Wire")
    found = folds([entry("a", post), entry("b", radio), entry("c", wire), entry("d", wire, Source("Echo"))])
    assert found == (Fold(("Wire", "Echo")), Fold(("Post", "Radio"), "Big Media"))
    assert folds([entry("a", post), entry("b", wire)]) == ()
