"""Markdown keeps its fields, its simple blocks and, as it is written, all the rest."""

import datetime as dt

import markdown as python_markdown
import pytest
from cases import cases
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.markdown import body_of
from generator.ingest.readers import Unreadable, markdown
from generator.ingest.readers.markdown.fields import hints_of


def shown(document):
    rows = []
    for block in document.blocks:
        rank = block.level if block.kind in ("heading", "bullet", "number") else ""
        start = f"{block.kind}{rank} {' '.join(str(n) for n in block.lines if document.lines[n - 1].strip())}:"
        rows += (
            [start, *(f"  | {row}" for row in block.text.split("\n"))]
            if block.kind == "verbatim"
            else [f"{start} {block.text}"]
        )
    rows += [f"{hint.field}: {hint.value} ({hint.origin})" for hint in document.hints]
    return "\n".join([*rows, *(f"({each.line}) {each.reason}" for each in document.taken)])


def rendered(text):
    return " ".join(python_markdown.markdown(text, extensions=["extra", "sane_lists"]).split())


@pytest.mark.parametrize(("given_", "expected"), cases("reader_markdown"))
def test_markdown_is_read(given_, expected):
    assert shown(markdown.read("a.md", given_.encode())[0]) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("---\ntitle: a: b\n---\nx", r"^line 2: .*not valid YAML"),
        ("---\ntitle: a\n", r"^line 1: .*never closed"),
        ("+++\ntitle = \n+++\nx", r"not valid TOML"),
        ("---\ntitle: a\ntitle: b\n---\n", r"^line 3: `title` stands twice"),
        ("---\ndate: 2026-02-31\n---\n", r"cannot be"),
    ],
)
def test_broken_front_matter_is_refused_with_its_line(text, told):
    with pytest.raises(Unreadable, match=told):
        markdown.read("a.md", text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "A *b* **c** `d` [e](f) ![g](h)\nwraps.\n\n- one\n- two\n    - three\n\n1. four\n2. five\n\n> six\n\n> seven",
        "A\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n~~~\ncode *x*\n~~~\n\n    indented\n\n***\n\n<b>raw</b>",
        "A\n\n<div>\n\nx\n\n</div>\n\n<!-- a\n\nb -->\n\nB",
        'Text[^1] and [ref][r].\n\n[^1]: A note.\n\n[r]: https://paper.example/ "Title"',
        "Term\n:   Definition\n\nHTML it is.\n\n*[HTML]: Markup",
        "## One {#id}\n\nTwo\n\n### Three ###\n\nFour  \nfive\n\n- a\n\n    b\n\n- c",
        "A line\n***\nB\n\n- a\n***\n\n    code\n\n\n    more\n\n~~~\nopen\n\nC",
        "Two\n---\n\nText\n\nThree\n-----\n\n2. x\n3. y",
    ],
)
def test_what_is_published_looks_as_the_source_does(text):
    assert rendered(body_of(markdown.read("a.md", text.encode())[0])) == rendered(text)


@given(
    st.lists(
        st.sampled_from(
            [
                "- a",
                "  - b",
                "    c",
                "> q",
                "# h",
                "1. n",
                "| a |",
                "|-|",
                "```",
                "~~~",
                "t",
                "",
                "---",
                "<div>",
                "</div>",
                "[a]: b",
            ]
        ),
        max_size=12,
    )
)
def test_each_line_is_in_one_block_or_taken_out(rows):
    document = markdown.read("a.md", "\n".join(["x", *rows]).encode())[0]
    used = [number for block in document.blocks for number in block.lines] + [each.line for each in document.taken]
    visible = [number for number, line in enumerate(document.lines, start=1) if line.strip()]
    assert len(used) == len(set(used))
    assert set(visible) <= set(used)


@pytest.mark.parametrize(
    ("meta", "expected"),
    [
        ({"date": dt.date(2026, 3, 4)}, [("date", "2026-03-04")]),
        ({"date": dt.datetime(2026, 3, 4, 7, 15, tzinfo=dt.UTC)}, [("date", "2026-03-04T07:15:00+00:00")]),
        ({"date": "2026-03-04 07:15:00 +0100"}, [("date", "2026-03-04T07:15:00+01:00")]),
        ({"date": "4 March 2026"}, [("date", "4 March 2026")]),
        ({"date": {"created": dt.date(2026, 3, 4)}}, [("date", "2026-03-04")]),
        ({"authors": ["Ada", {"name": "Piet"}]}, [("authors", "Ada"), ("authors", "Piet")]),
        ({"authors": "Lorne, Ada"}, [("authors", "Ada Lorne")]),
        ({"authors": "Ada Lorne, Piet Sand"}, [("authors", "Ada Lorne"), ("authors", "Piet Sand")]),
        ({"tags": None, "section": []}, []),
        ({"url": "/ferry/"}, []),
        ({"url": "https://paper.example/ferry"}, [("url", "https://paper.example/ferry")]),
        ({"source": "https://paper.example/ferry"}, [("url", "https://paper.example/ferry")]),
        ({"source": "The Packet"}, [("name", "The Packet")]),
        ({"source": [{"name": "The Packet"}, {"name": "Other"}]}, [("name", "The Packet")]),
        ({"title": 1984}, [("title", "1984")]),
        ({"draft": True}, [("draft", "true")]),
        ({"draft": "true"}, [("draft", "true")]),
        ({"draft": False}, []),
        ({"path": "inside/2026/03/04/ferry"}, [("date", "2026-03-04")]),
        ({"aliases": ["/ferry", "/2026/03/04/ferry.html"]}, [("date", "2026-03-04")]),
        ({"path": "2026/03/04/f", "date": dt.date(2026, 3, 5)}, [("date", "2026-03-05"), ("date", "2026-03-04")]),
        ({"path": "2026/13/04/ferry"}, []),
        ({"title": ["a"], "summary": {}}, []),
    ],
)
def test_each_spelling_of_a_field_is_understood(meta, expected):
    assert [(hint.field, hint.value) for hint in hints_of(meta, "x")] == expected


def test_toml_front_matter_is_read():
    document = markdown.read("a.md", b'+++\ntitle = "The ferry"\ndate = 2026-03-04\n+++\n\nIt sank.')[0]
    assert [(hint.field, hint.value) for hint in document.hints] == [("title", "The ferry"), ("date", "2026-03-04")]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Bridge reopens <BR> after <em>eleven</em> weeks", "Bridge reopens after eleven weeks"),
        ("How to fill a Vec<T> when 1 < 2", "How to fill a Vec<T> when 1 < 2"),
    ],
)
def test_markup_in_a_title_goes_and_other_angles_stay(title, told):
    assert [hint.value for hint in hints_of({"title": title}, "front matter")] == [told]
