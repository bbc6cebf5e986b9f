"""A content file: what is written is read back, one key is changed and all else stays, and faults are told."""

import contextlib

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator import frontmatter, keys, plain_yaml
from generator.errors import BroadsheetError

KEYS = {
    "plain": "title: The wall\n",
    "quoted": "'summary': \"One:\n  two \\\\ three\"  # mine\n",
    "literal": "note: |\n  # no comment\n\n  Text\n\n",
    "folded": "more: >-\n  one\n  two\n",
    "list": "tags:\n- a\n- b\n",
    "indented": "aliases:\n  - /a/\n  # between\n  - /b/\n",
    "flow": "params: {colour:   red,\n  size: [1, 2]}\n",
    "anchor": "base: &base {x: 1}\nother: *base\n",
    "merge": "defaults: &d\n  image: a.png\nnested:\n  <<: *d\n  image: b.png\n",
    "number": "2024: x\n",
    "truth": "yes: x\n",
    "nothing": "~: x\n",
    "moment": "date: 2026-11-22T08:15:00+01:00\n",
    "comment": "# a comment\n",
    "blank": "\n",
}
"""One key, or what stands between keys, as a person might spell it."""
NEW = st.one_of(
    st.none(),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.just("a: b # c"),
    st.lists(st.text(alphabet="ab :#-", max_size=5), max_size=3),
    st.just({"file": "a.txt", "name": "A"}),
)
CHANGES = st.dictionaries(st.sampled_from(["title", "summary", "tags", "note", "params", "lang"]), NEW, max_size=3)
LANG = "lang: en\n"
OWNED = {"plain": "title", "quoted": "summary", "list": "tags", "literal": "note", "flow": "params"}
"""Which spelled keys the changes may name."""


def laid_out(parts, margin):
    """The rows of front matter of these parts, each with the key that it belongs to, or none."""
    rows = []
    for part in parts:
        rows += [
            (margin + row if row.strip() else row, OWNED.get(part)) for row in KEYS[part].splitlines(keepends=True)
        ]
    return rows


@given(
    st.lists(st.sampled_from(sorted(KEYS)), max_size=8, unique=True),
    CHANGES,
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["", "\ufeff"]),
    st.sampled_from(["", "  "]),
    st.one_of(st.none(), st.just("New.\n\nBody.\n")),
)
def test_a_change_of_keys_leaves_every_other_line_byte_for_byte(parts, changes, end, mark, margin, body):
    rows = [(f"{margin}first: 1\n", None), *laid_out(parts, margin), (f"{margin}last: 2\n", None)]
    text = mark + ("---\n" + "".join(row for row, _ in rows) + "---\n\nBody\n# of it\n").replace("\n", end)
    before = frontmatter.split(text)
    after = frontmatter.replace(text, changes, body)
    front = frontmatter.split(after)
    wanted = {
        key: value for key, value in {**before.meta, **changes}.items() if value is not None or key not in changes
    }
    assert front.meta == wanted
    assert front.body.replace("\r\n", "\n") == (body or "Body\n# of it\n")
    assert after.startswith(mark + "---" + end)
    assert after.count("\n") == after.count(end), "one kind of line ends"
    stays = iter(after.split(end))
    for row, key in rows:
        if key not in changes and row.strip():
            assert row.rstrip("\n") in stays, "each in its order"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_file_without_front_matter_gets_some_with_its_own_line_ends(end, mark):
    after = frontmatter.replace(f"{mark}A line.{end}Another.{end}", {"title": "A", "tags": ["b"]})
    assert after == mark + end.join(["---", "title: A", "tags: [b]", "---", "", "A line.", "Another.", ""])


PIECES = st.sampled_from(
    ["a", "Word", " ", ": ", " #", '"', "$", "—", "/",
     ", ", "é", "–", "-", ".", ":", "#", ",", "’", "'", "(", "!", "?", "no", "12", "~",
     "null", "²", "中", "\u00a0", "\u200b", "e3", "%", "&", "\u0301"]
)  # fmt: skip
TEXTS = st.text(max_size=9) | st.tuples(st.sampled_from(["", "a"]), st.lists(PIECES, max_size=5).map("".join)).map(
    "".join
)


ADDRESSES = st.text("a./?=&%#~+,;:@-'", max_size=9).map("https://a{}".format)
ITEMS = TEXTS | ADDRESSES
MOMENTS = st.dates() | st.datetimes(timezones=st.none() | st.timezones())
WHOLE = st.lists(ITEMS, max_size=2) | st.dictionaries(st.sampled_from(["file", "name", "no", "A"]), ITEMS, max_size=2)


@settings(max_examples=1500)
@given(st.sampled_from(["title", "title", "on"]), TEXTS | WHOLE | MOMENTS)
@example("title", "no")
@example("tags", ["a, z"])
@example("title", [])
@example("title", "")
def test_what_is_spelled_without_the_library_is_spelled_as_the_library_would(key, value):
    spelled = yaml.dump({key: value}, Dumper=frontmatter._Dumper, allow_unicode=True, width=float("inf"),
                        default_flow_style=None if isinstance(value, (list, dict)) else False,
                        sort_keys=False)  # fmt: skip
    assert frontmatter.join({key: value}, "") == f"---\n{spelled}---\n\n"


def test_front_matter_between_braces_is_not_changed_key_by_key():
    text = "---\n{title: A, lang: en}\n---\n\nBody.\n"
    with pytest.raises(BroadsheetError, match="between braces"):
        frontmatter.replace(text, {"title": "B"})
    assert frontmatter.replace(text, {}, "New.\n") == "---\n{title: A, lang: en}\n---\n\nNew.\n"


def test_a_key_that_overrides_a_merged_one_stands_once():
    front = frontmatter.split("---\nbase: &base {image: a.png}\n<<: *base\nimage: b.png\n---\n")
    assert front.meta["image"] == "b.png"
    assert front.lines == {"base": 2, "<<": 3, "image": 4}


LAUGHS = "\n".join(["a0: &a0 [x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9))])


@pytest.mark.parametrize(
    "head",
    [
        "params: !!timestamp foo",
        'title: !!int ""',
        "draft: !!bool x",
        "weight: !!float z",
        "date: 2026-02-31",
        "params: {x: " + "[" * 200 + "]" * 200 + "}",
        "params: {x: " + "[" * 5000 + "]" * 5000 + "}",
        "params: " + "[" * 500_000,
        "params:\n  " + "- " * 200_000,
        "params: &p {x: *p}",
        LAUGHS,
        "? [a]\n: b",
        "? {a: b}\n: c",
        "a: *nowhere",
        "a: !!python/object:x y",
        "a: !!binary ä",
        "a: !!set [b]",
        "<<: 3",
    ],
)
def test_what_cannot_be_is_told_and_never_raised_as_something_else(head):
    with pytest.raises(BroadsheetError, match=r"a\.md:"):
        frontmatter.split(f"---\n{head}\n---\n", "a.md")


@given(st.text(alphabet="ab: -[]{}!&*|>'\"%@`#?,\n\t01~=<.", max_size=40))
def test_any_front_matter_is_read_or_told(head):
    with contextlib.suppress(BroadsheetError):
        frontmatter.split(f"---\n{head}\n---\n")


@pytest.mark.parametrize("value", ["none", "None", "NONE ", " none"])
def test_one_word_in_any_case_keeps_an_article_alone(value):
    assert keys.is_alone(value)


@pytest.mark.parametrize("value", [None, "", "nonesuch", 0, ["none"]])
def test_other_values_do_not(value):
    assert not keys.is_alone(value)


SPELLED = st.sampled_from(
    ["a", "é", "no", "true", "Null", "12", "0", "2026-01-31", "2026-02-31", "T08:15:00", "+01:00", "Z", "-05:30", ".",
     ": ", ":", " ", "#", " #", "- ", "'", '"', "\\", ", ", ",", "&", "*", "!", "?", "%", "@", "`", "|", ">", "“", "’",
     "—", "~", "on", "y", ".inf", "e5", "\xa0", "\u2028", "\ufeff", "𐐀", "title", "<<", "$", "(", ")", "/", "+", ";"]
)  # fmt: skip
VALUE = st.lists(SPELLED, max_size=5).map("".join)
NAME = st.sampled_from(["title", "date", "no", "ab", "tags", "y", "Title", "date-modified", "source"])
ROW = st.builds(
    "{}: {}\n".format,
    NAME,
    st.one_of(
        VALUE,
        VALUE.map('"{}"'.format),
        VALUE.map("'{}'".format),
        st.lists(VALUE, min_size=1, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.lists(st.builds("{}: {}".format, NAME, VALUE), min_size=1, max_size=2).map(
            lambda pairs: f"{{{', '.join(pairs)}}}"
        ),
    ),
)


@settings(max_examples=1500)
@given(st.lists(ROW, min_size=1, max_size=2).map("".join))
@example("date: 2026-11-22T08:15:00+00:00\n")
@example("draft: true\nweight: 12\nurl: 'a: b'\n")
def test_what_is_read_without_the_library_is_what_the_library_reads(head):
    found = plain_yaml.read(head)
    if found is not None:
        meant = yaml.safe_load(head)
        assert found == meant
        assert repr(found) == repr(meant)  # a date is no text, and their order is the same


@pytest.mark.parametrize(
    "head",
    [
        "title: The wall\ndate: 2026-11-22\nlang: en\n",
        'title: "Flood: what we know"\nsummary: It’s over, “they” said – at 5 p.m.\n',
        "authors: [Ann Ode, 'B: C']\nsource: {file: a/b.txt, name: Post, url: \"https://post.example/1\"}\n",
        "date: 2026-11-22T08:15:00+01:00\ndraft: true\nweight: 3\n",
    ],
)
def test_what_an_article_has_is_read_without_the_library(head):
    assert plain_yaml.read(head) == yaml.safe_load(head)
