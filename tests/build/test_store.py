"""Values on disk: what has one name and what has not, and what becomes of a file that is not as it was left."""

import datetime as dt
import pickle
from zoneinfo import ZoneInfo

import pytest

from generator.build import store as stores
from generator.build.packed import Places
from generator.build.store import LostError, Store
from generator.model import Entry, Story


def entry(title="T", **fields):
    return Entry("content/articles/a.md", "article", "a", "/articles/a/", "urn:a", title, **fields)


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "values", (Entry,))


MOMENT = dt.datetime(2026, 1, 1, 9, tzinfo=ZoneInfo("Europe/Paris"))
VALUES = [
    None, True, 1, 1.0, "", "text", b"bytes", "\ud800", (), (1,), [1], {"a": 1, "b": 2}, {"b": 2, "a": 1},
    dt.date(2026, 1, 1), MOMENT, MOMENT.astimezone(dt.UTC), MOMENT.astimezone(dt.timezone(dt.timedelta(hours=1))),
    entry(), entry("Another"), entry(params={"a": 1}), entry(params={"a": True}), (entry(),), {"x": entry("Y")},
]  # fmt: skip


def test_each_value_comes_back_and_each_has_a_name_of_its_own(store, tmp_path):
    names = [store.put(value) for value in VALUES]
    assert len(set(names)) == len(VALUES)
    store.close()
    other = Store(tmp_path / "values", (Entry,), store.places)
    for name, value in zip(names, VALUES, strict=True):
        read = other.get(name)
        assert (read, type(read)) == (value, type(value))
        assert repr(read) == repr(value)


def test_equal_values_have_one_name_however_they_were_made(store, tmp_path):
    same = "".join(["a", "b"])
    assert store.put((same, same)) == store.put(("ab", "".join(["a", "b"])))
    assert store.put(entry("X")) == store.put(entry("".join(["X"])))
    name = store.put((entry("X"), entry("X")))
    store.close()
    other = Store(tmp_path / "values", (Entry,), store.places)
    assert other.put(other.get(name)) == name


def test_a_shared_noun_is_spelled_once_and_is_one_object(store):
    long = entry("x" * 10000)
    names = [store.put((number, long)) for number in range(100)]
    store.flush()
    assert store.path.stat().st_size < 30000
    assert store.get(names[0])[1] is store.get(names[1])[1]


def test_a_file_that_was_cut_short_or_changed_is_noticed(store, tmp_path):
    names = [store.put("x" * number) for number in range(100, 110)]
    store.close()
    data = store.path.read_bytes()
    for harmed in (data[:-3], data.replace(b"xxx", b"xyx"), b""):
        store.path.write_bytes(harmed)
        with pytest.raises(LostError):
            [Store(store.path, (), store.places).get(name) for name in names]


class Evil:
    def __reduce__(self):
        return print, ("run",)


def test_what_a_stranger_put_there_is_not_run(store, capsys):
    data = pickle.dumps(Evil())
    name = stores._name(data)
    store._waiting[name] = (0).to_bytes(4, "little") + data
    with pytest.raises(LostError):
        store.get(name)
    assert capsys.readouterr().out == ""


def test_where_nothing_can_be_written_values_are_in_memory(tmp_path):
    (tmp_path / "file").write_text("")
    store = Store(tmp_path / "file" / "values")
    names = [store.put("x" * 1000 + str(number)) for number in range(3000)]
    assert not store.writable
    assert store.get(names[7]).endswith("x7")


def test_two_at_once_write_one_file(tmp_path):
    one, two = Store(tmp_path / "values"), Store(tmp_path / "values")
    names = []
    for number in range(50):
        for store in (one, two):
            names.append((store, store.put(f"{number} {'x' * number}"), f"{number} {'x' * number}"))
            store.flush()
    assert all(store.get(name) == value for store, name, value in names)


def test_what_nobody_wants_is_swept_away(tmp_path, monkeypatch):
    monkeypatch.setattr(stores, "ROOM", 1000)
    store = Store(tmp_path / "values", (Entry, Story))
    kept = store.put((entry("kept"), entry("too")))
    for number in range(100):
        store.put("y" * 100 + str(number))
    path = store.swept([kept])
    assert path != tmp_path / "values"
    assert not (tmp_path / "values").exists()
    assert path.stat().st_size < 1000
    assert store.get(kept) == (entry("kept"), entry("too"))
    assert [each.title for each in Store(path, (Entry, Story), store.places).get(kept)] == ["kept", "too"]
    assert store.swept([kept]) == path


def test_the_place_of_each_name_is_found_in_the_table_of_an_earlier_process():
    known = {f"{half}{number:08}".encode(): (number, 7) for half in ("one half", "other 1/") for number in range(50)}
    places = Places()
    for name, place in known.items():
        places[name] = place
    places = Places(places.packed())
    places[b"one half00000003"] = (3000, 8)
    places = Places(places.packed())
    assert {name: places.get(name) for name in known} == known | {b"one half00000003": (3000, 8)}
    assert places.get(b"one half00000050") is places.get(b"0000000000000000") is None
    assert Places().get(b"one half00000003") is None
