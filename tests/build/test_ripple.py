"""From a change forward: what is brought up to date before the build, and that the build has nothing to mend."""

import pytest

from generator.build.engine import Engine, outside, step
from generator.build.ripple import Ripple
from generator.build.store import Store


class Letters:
    """Texts in a world, what is told of each, and pages of them."""

    def __init__(self, engine):
        self.world = {"a": "one", "b": "two", "c": "three"}
        self.engine = engine
        engine.wrap(self)

    @outside
    def text(self, name):
        return self.world[name]

    @step
    def face(self, name):
        return self.text(name)[0]

    @step
    def index(self):
        return "".join(sorted(map(self.face, "abc")))

    @step
    def tall(self):
        return len(self.index()) and self.index().upper()

    @step
    def page(self, name):
        return f"{self.text(name)} {self.index()} {self.tall()}"


@pytest.fixture
def letters(tmp_path):
    letters = Letters(Engine(Store(tmp_path / "values")))
    pages(letters)
    letters.ripple = Ripple(letters.engine)
    return letters


def pages(letters):
    letters.engine.begin()
    return [letters.page(name) for name in "abc"]


def spread(letters, **world):
    letters.world |= world
    found = list(letters.ripple.spread([("text", name) for name in world], {"page": "abcd"}))
    letters.ripple.learn()
    return sorted(name for _, name in found), [f"{name} {key}".strip(" ()") for name, key in letters.engine.ran_now()]


def test_an_edit_that_nobody_else_sees_reaches_one_page(letters):
    assert spread(letters, a="other") == (["a"], ["face a"])
    assert letters.page("a") == "other ott OTT"
    assert pages(letters) == ["other ott OTT", "two ott OTT", "three ott OTT"]
    assert letters.engine.ran_now() == []


def test_each_step_runs_once_and_after_what_it_uses(letters):
    asked = []
    for name in ("index", "tall"):
        function = letters.engine.steps[name].function
        letters.engine.steps[name].function = lambda name=name, function=function: asked.append(name) or function()
    assert spread(letters, a="x", b="y")[0] == ["a", "b", "c"]
    assert asked == ["index", "tall"]
    assert letters.page("c") == "three txy TXY"


def test_it_learns_of_what_came_meanwhile(letters):
    letters.world["d"] = "delta"
    letters.engine.begin()
    letters.page("d")
    letters.ripple.learn()
    assert spread(letters, d="new") == (["d"], [])
    assert letters.page("d") == "new ott OTT"


def test_what_it_does_not_know_and_what_fails_is_left_to_the_build(letters):
    assert spread(letters, z="new") == ([], [])
    assert spread(letters, a="") == (["a"], [])
    with pytest.raises(IndexError):
        pages(letters)
    letters.world["a"] = "again"
    assert pages(letters)[0] == "again att ATT"
