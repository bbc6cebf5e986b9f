"""The engine on plain functions: what runs again after a change, and what does not. No page, no template, no news."""

import os

import pytest

from generator.build import many, traces
from generator.build import store as stores
from generator.build.engine import Engine
from generator.build.graph import Graph
from generator.build.steps import OrderError, outside, passing, step, stored
from generator.build.store import Store


class Sums:
    """A few numbers in a world, and what is computed from them."""

    def __init__(self, engine):
        self.world = {"a": 1, "b": 2, "c": 30}
        self.engine = engine
        engine.wrap(self)

    @outside
    def number(self, name):
        return self.world.get(name)

    @outside
    def names(self):
        return tuple(sorted(self.world))

    @step
    def half(self, name):
        return self.number(name) // 2

    @stored
    def square(self, name):
        return self.half(name) ** 2

    @step
    def total(self):
        return sum(map(self.square, self.names()))

    @step
    def page(self, name):
        return f"{self.half(name)} of {self.total()}"

    @passing
    def halves(self):
        return {name: self.half(name) for name in self.names()}

    @step
    def half_of(self, name):
        return self.halves()[name]

    @step
    def first_that_is_large(self):
        return next((name for name in "abc" if self.half(name) > 9), None)

    @step
    def caught(self, name):
        try:
            return self.half(name)
        except TypeError:
            return "none"

    @step
    def round_about(self, way):
        return self.round_about((way + 1) % 3)

    @step
    def too_early(self):
        return self.too_late()

    @step
    def too_late(self):
        return 1

    def again(self, ask, **changes):
        """Ask in a new build, after changes to the world; the value, and the steps that ran for it."""
        self.world = {key: value for key, value in {**self.world, **changes}.items() if value is not None}
        self.engine.begin()
        return ask(self), self.engine.ran_now()


@pytest.fixture
def sums(tmp_path):
    return Sums(Engine(Store(tmp_path / "values")))


def total(sums):
    return sums.total()


def test_what_did_not_change_does_not_run_again(sums):
    assert sums.again(total)[0] == 0 + 1 + 225
    assert sums.again(total) == (226, [])


def test_a_change_runs_what_uses_it_and_nothing_else(sums):
    sums.again(total)
    assert sums.again(total, c=40) == (401, [("total", ()), ("square", "c"), ("half", "c")])


def test_the_wave_ends_where_a_value_is_what_it_was(sums):
    sums.again(total)
    assert sums.again(total, c=31) == (226, [("half", "c")])


def test_a_look_at_the_world_is_asked_once_in_each_build(sums):
    asked = []
    look = sums.number.function
    sums.number.function = lambda name: asked.append(name) or look(name)
    sums.again(lambda sums: [sums.half("a"), sums.caught("a"), sums.half("a")])
    sums.again(lambda sums: sums.half("a"))
    assert asked == ["a", "a"]


def test_what_a_step_uses_is_what_it_used_last(sums):
    def ask(sums):
        return sums.first_that_is_large()

    assert sums.again(ask)[0] == "c"
    assert sums.again(ask, a=20) == ("a", [("first_that_is_large", ()), ("half", "a")])
    assert sums.again(ask, c=1) == ("a", [])
    assert sums.again(ask, a=1)[0] is None


def test_an_input_that_is_not_wanted_any_more_may_fail(sums):
    sums.again(total)
    assert sums.again(total, a=None)[0] == 226
    assert sums.again(lambda sums: sums.caught("b"))[0] == 1
    assert sums.again(lambda sums: sums.caught("b"), b=None)[0] == "none"


def test_what_could_not_be_had_is_an_input_too(sums):
    sums.again(total)
    sums.again(lambda sums: [sums.caught("b"), sums.half("b")])
    assert sums.again(lambda sums: sums.caught("b"), b="text")[0] == "none"
    assert sums.again(lambda sums: sums.caught("b"), b="other") == ("none", [])
    assert sums.again(lambda sums: sums.caught("b"), b=2)[0] == 1


def test_what_fails_fails_once_in_a_build(sums):
    asked = []
    look = sums.half.function
    sums.half.function = lambda name: asked.append(name) or look(name)

    def ask(sums):
        with pytest.raises(TypeError):
            sums.half("b")
        return sums.caught("b")

    assert sums.again(ask, b="text")[0] == "none"
    assert sums.again(ask)[0] == "none"
    assert asked == ["b", "b"]


def test_what_nobody_uses_any_more_does_not_run(sums):
    sums.again(total)
    sums.again(total, a=None)
    sums.world["a"] = 100
    sums.engine.begin({"names": [()]})
    assert (sums.total(), sums.engine.ran_now()) == (226, [("half", "a")])
    assert sums.again(total)[0] == 226 + 2500


def test_a_look_that_is_known_to_find_the_same_is_not_asked(sums):
    sums.again(total)
    sums.world["c"] = 40
    sums.engine.begin({"number": "abc"})
    assert (sums.total(), sums.engine.ran_now()) == (226, [])
    sums.engine.begin({"number": "ab"})
    assert sums.total() == 401


def test_what_is_to_be_made_again_in_the_middle_of_a_build_is(sums):
    assert sums.again(total)[0] == 226
    sums.world["a"] = 100
    sums.engine.forget("number", "a")
    assert sums.total() == 2500 + 1 + 225


class Narrow(BaseException):
    """Ends a build."""


def test_what_a_build_left_undone_the_next_one_does_and_nothing_else(sums):
    def give_way():
        raise Narrow

    sums.again(total)
    sums.engine.pause = give_way
    with pytest.raises(Narrow):
        sums.again(total, a=100)
    sums.engine.pause = lambda: None
    assert sums.again(total) == (2500 + 1 + 225, [("total", ()), ("square", "a"), ("half", "a")])
    assert sums.again(total) == (2500 + 1 + 225, [])


def test_what_is_told_of_the_whole_may_be_taken_for_what_it_was(sums):
    def page(sums):
        return sums.page("a"), sums.engine.ran_now()

    assert sums.again(page)[0][0] == "0 of 226"
    sums.world["a"] = 40
    sums.engine.go_on([("number", "a")], narrow=True)
    assert page(sums) == ("20 of 226", [("page", "a"), ("half", "a"), ("square", "a")])
    sums.engine.go_on()
    assert page(sums) == ("20 of 626", [("page", "a"), ("total", ())])
    assert sums.again(page)[0] == ("20 of 626", [])


def test_a_step_that_fails_has_no_value_and_runs_again(sums):
    sums.again(lambda sums: sums.half("a"))
    for _ in range(2):
        with pytest.raises(TypeError):
            sums.again(lambda sums: sums.half("a"), a="text")
    assert sums.again(lambda sums: sums.half("a"), a=1) == (0, [("half", "a")])


def test_what_was_missed_by_a_build_that_failed_is_made_up_for(sums):
    sums.again(total)
    with pytest.raises(TypeError):
        sums.again(total, a=100, b="text")
    assert sums.again(total, b=2)[0] == 2500 + 1 + 225


def test_one_and_true_are_not_one_value(sums):
    sums.again(lambda sums: sums.caught("a"), a=2)
    sums.half.function = lambda name: True
    sums.engine.forget("half", "a")
    assert sums.again(lambda sums: sums.caught("a"))[0] is True


def test_a_step_asks_for_no_value_that_may_stand_on_its_own(sums):
    for ask in (lambda sums: sums.round_about(0), lambda sums: sums.too_early()):
        with pytest.raises(OrderError, match=r"a step asks for `.*`, which does not stand above it"):
            sums.again(ask)


class Kept(Sums):
    """What another process knows of them."""

    def __init__(self, found):
        self.traces = found
        super().__init__(found.engine)


BESIDE = {"table": {"beside": 1}}


def kept(sums, path, beside=BESIDE, **how):
    found = sums.traces if isinstance(sums, Kept) else traces.Traces(sums.engine, path, "s")
    found.save(beside, **how)
    sums.engine.store.close()
    other = Kept(traces.load(path, "s", ()))
    other.world = sums.world
    return other


def test_another_process_knows_what_this_one_learned(sums, tmp_path):
    sums.again(total)
    other = kept(sums, tmp_path / "traces")
    assert other.traces.beside == BESIDE
    assert other.again(total) == (226, [])
    assert other.again(total, c=40) == (401, [("total", ()), ("square", "c"), ("half", "c")])


def test_a_passing_value_is_made_again_by_a_process_that_wants_it(sums, tmp_path):
    def ask(sums):
        return [sums.half_of("a"), sums.half_of("c")]

    assert sums.again(ask)[0] == [0, 15]
    other = kept(sums, tmp_path / "traces")
    assert other.again(ask) == ([0, 15], [])
    assert other.again(ask, c=40) == ([0, 20], [("half_of", "a"), ("halves", ()), ("half", "c"), ("half_of", "c")])
    other = kept(other, tmp_path / "traces")
    other.world["c"] = 40
    other.engine.forget("half_of", "a")
    assert other.again(ask) == ([0, 20], [("half_of", "a")])
    graph = other.engine.graph
    used = [graph.call(node) for node in graph.inputs[graph.nodes(other.half_of.rank)["a"]]]
    assert used == [("halves", ())], "what uses a passing value does not use what that is made from"


def test_nothing_is_written_where_nothing_is_new(sums, tmp_path):
    sums.again(total)
    other = kept(sums, tmp_path / "traces")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    other.again(total)
    other.traces.save(BESIDE)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before


def test_a_third_process_knows_what_the_second_one_learned_besides(sums, tmp_path):
    def ask(sums):
        return sums.first_that_is_large()

    assert sums.again(ask, a=20)[0] == "a"
    second = kept(sums, tmp_path / "traces")
    assert second.again(ask, a=1)[0] == "c"
    third = kept(second, tmp_path / "traces")
    assert third.again(ask, c=1)[0] is None


def test_another_process_does_what_this_one_left_undone(sums, tmp_path):
    def give_way():
        if sums.engine.fresh and sums.engine.graph.call(sums.engine.fresh[-1]) == ("names", ()):
            raise Narrow

    sums.again(total)
    sums.engine.pause = give_way
    with pytest.raises(Narrow):
        sums.again(total, a=100)
    other = kept(sums, tmp_path / "traces", whole=False)
    assert other.again(total, a=100) == (2500 + 1 + 225, [("total", ()), ("square", "a"), ("half", "a")])


@pytest.mark.parametrize("harm", ["another state", "cut short", "no traces", "a stranger's"])
def test_traces_in_doubt_are_none(sums, tmp_path, harm):
    sums.again(total)
    kept(sums, tmp_path / "traces")
    path, data = tmp_path / "traces", (tmp_path / "traces").read_bytes()
    if harm == "cut short":
        path.write_bytes(data[:-7])
    elif harm == "a stranger's":
        path.write_bytes(data[:40] + b"x" + data[41:])
    elif harm == "no traces":
        path.unlink()
    other = Kept(traces.load(path, "t" if harm == "another state" else "s", ()))
    assert other.traces.beside is None
    assert len(other.again(total)[1]) == 7


def test_nodes_that_nobody_wants_are_left_out_in_the_end(sums, tmp_path):
    sums.again(lambda sums: [sums.caught(name) for name in "abc"], **{f"x{n}": n for n in range(9)})
    sums.again(lambda sums: [sums.caught(f"x{n}") for n in range(9)])
    sums.again(lambda sums: sums.caught("a"))
    other = kept(sums, tmp_path / "traces")
    assert set(other.engine.graph.keys) == {"a"}
    assert other.again(lambda sums: sums.caught("a"), a=8) == (4, [("caught", "a"), ("half", "a")])


def test_nodes_that_nobody_has_asked_for_yet_keep_their_keys_when_others_are_left_out():
    graph = Graph()
    for name, key in (("half", "a"), ("half", "b"), ("square", "a"), ("square", "b")):
        graph.add(graph.rank(name), key)
    other = Graph.loaded(graph.packed())
    assert other.sweep([1, 3]) == [1, 3]
    assert [other.nodes(rank) for rank in range(2)] == [{"b": 0}, {"b": 1}]


MANY = {f"n{number:03}": number for number in range(200)}


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_many_processes_find_out_what_one_does(sums, tmp_path, jobs):
    told = []

    def ask(sums):
        many.ahead(sums.engine, [sums.square], sums.names(), jobs, lambda done, total: told.append((done, total)))
        return sums.total()

    value, ran = sums.again(ask, **MANY)
    assert value == 226 + sum((number // 2) ** 2 for number in range(200))
    assert len(ran) == 2 * 203 + 1
    assert told[-1] == (203, 203)
    assert sums.again(ask) == (value, [])
    other = kept(sums, tmp_path / "traces")
    other.world = sums.world
    assert other.again(ask) == (value, [])
    assert len(other.again(ask, **{name: number + 2 for name, number in MANY.items()})[1]) == 2 * 200 + 1


def test_another_process_does_half_of_the_work(sums):
    asked, here, (begun, started) = [], os.getpid(), os.pipe()
    look = sums.half.function

    def half(name):
        asked.append(name)
        if os.getpid() != here:
            os.write(started, b"1")
        elif name == "n000":
            os.read(begun, 1)  # not before the other one is at work
        return look(name)

    sums.half.function = half
    value, ran = sums.again(
        lambda sums: many.ahead(sums.engine, [sums.square], list(MANY), 2, lambda done, total: None), **MANY
    )
    assert (value, len(ran)) == ([], 2 * len(MANY))
    assert (asked[0], "n100" in asked, len(asked) < len(MANY)) == ("n000", False, True)
    os.close(begun)
    os.close(started)


def test_what_fails_elsewhere_fails_where_it_is_wanted(sums):
    def ask(sums):
        many.ahead(sums.engine, [sums.square], sums.names(), 2, lambda done, total: None)
        return [sums.caught(name) for name in sums.names()]

    assert sums.again(ask, **MANY, zzz="text")[0][-2:] == [99, "none"]


def test_a_passing_value_is_made_anew_of_what_has_changed(sums):
    def ask(sums):
        many.ahead(sums.engine, [sums.half_of], list(MANY), 2, lambda done, total: None)
        return sums.halves()["n100"]

    assert sums.again(ask, **MANY)[0] == 50
    assert sums.again(ask, n100=200)[0] == 100


def test_a_process_that_dies_leaves_its_work_to_this_one(sums):
    here = os.getpid()

    def half(name):
        if os.getpid() != here and name == "n100":
            os.kill(os.getpid(), 9)
        return sums.number(name) // 2

    def ask(sums):
        many.ahead(sums.engine, [sums.square], list(MANY), 2, lambda done, total: None)
        return sum(map(sums.square, MANY))

    sums.half.function = half
    assert sums.again(ask, **MANY)[0] == sum((number // 2) ** 2 for number in range(200))


def test_few_keys_are_not_worth_another_process(sums):
    asked = []
    sums.half.function = lambda name: asked.append(name) or 1
    sums.again(lambda sums: many.ahead(sums.engine, [sums.square], sums.names(), 2, lambda done, total: None))
    assert asked == ["a", "b", "c"]
    assert len(asked) < many.FEW


def test_what_another_process_doubts_runs_again(sums):
    def half(name):
        found = sums.number(name) // 2
        if name == "n100":
            sums.engine.doubt()
        return found

    def ask(sums):
        many.ahead(sums.engine, [sums.square], list(MANY), 2, lambda done, total: None)

    sums.half.function = half
    sums.again(ask, **MANY)
    assert sums.again(ask)[1] == [("half", "n100")]


@pytest.mark.parametrize("harm", ["none", "lost", "cut short", "of other traces"])
def test_what_has_changed_since_is_known_or_found_out_again(sums, tmp_path, harm):
    path, since = tmp_path / "traces", tmp_path / "traces-since"
    sums.again(total)
    second = kept(sums, path)
    older = path.read_bytes()
    assert second.again(total, a=100, d=7)[0] == 2500 + 1 + 225 + 9
    third = kept(second, path)
    assert third.again(total, c=None)[0] == 2500 + 1 + 9
    kept(third, path, {"table": {"more": 2}})
    assert (path.read_bytes() == older, since.exists()) == (True, True)
    if harm == "lost":
        since.unlink()
    elif harm == "cut short":
        since.write_bytes(since.read_bytes()[:-3])
    elif harm == "of other traces":
        later, others = since.read_bytes(), Sums(Engine(Store(tmp_path / "others")))
        others.again(total)
        kept(others, path)
        since.write_bytes(later)
    fourth = Kept(traces.load(path, "s", ()))
    fourth.world = third.world
    value, ran = fourth.again(total)
    assert value == 2500 + 1 + 9
    assert (ran == []) == (harm == "none")
    assert fourth.again(total, d=8)[0] == 2500 + 1 + 16
    assert fourth.traces.beside == ({"table": {"more": 2}} if harm == "none" else BESIDE)


def test_what_was_left_undone_since_is_done_by_another_process(sums, tmp_path):
    def give_way():
        raise Narrow

    sums.again(total)
    second = kept(sums, tmp_path / "traces")
    second.engine.pause = lambda: second.engine.fresh and give_way()
    with pytest.raises(Narrow):
        second.again(total, a=100)
    third = kept(second, tmp_path / "traces", whole=False)
    assert (tmp_path / "traces-since").exists()
    assert third.again(total)[0] == 2500 + 1 + 225


def test_values_that_move_to_another_file_are_found_there(sums, tmp_path, monkeypatch):
    monkeypatch.setattr(stores, "ROOM", 1)
    sums.again(total)
    second = kept(sums, tmp_path / "traces")
    before = second.engine.store.path
    for number in range(200):
        second.again(total, a=number)
    third = kept(second, tmp_path / "traces")
    assert third.engine.store.path != before
    assert third.again(total) == (99**2 + 1 + 225, [])


def test_what_another_process_saw_of_the_world_is_known_here(sums):
    def number(name):
        sums.engine.looks[name] = f"seen {name}"
        return sums.world[name]

    sums.number.function = number
    sums.again(lambda sums: many.ahead(sums.engine, [sums.square], list(MANY), 2, lambda done, total: None), **MANY)
    assert sums.engine.looks == {name: f"seen {name}" for name in MANY}
