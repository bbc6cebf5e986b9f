"""Plain text gives the blocks that its author meant, however its lines were broken."""

import pytest
from cases import cases
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.readers import text
from generator.ingest.readers.wrapping import Wrapping


def shown(document):
    """One block a line, with the numbers of its lines; then what was taken out."""
    signs = {"quote": "> ", "bullet": "- ", "number": "1. ", "paragraph": ""}
    rows = []
    for block in document.blocks:
        sign = "#" * block.level + " " if block.kind == "heading" else signs[block.kind]
        indent = "    " * (block.level - 1) if block.kind in ("bullet", "number") else ""
        rows.append(f"{indent}{sign}{block.text}  [{' '.join(map(str, block.lines))}]")
    return "\n".join([*rows, *(f"({each.line}) {each.reason}" for each in document.taken)])


@pytest.mark.parametrize(("given_", "expected"), cases("reader_text"))
def test_lines_become_blocks(given_, expected):
    assert shown(text.read("a.txt", given_.encode())[0]) == expected


@given(st.lists(st.text(alphabet="ab .-*>=1\t", max_size=12), max_size=12).map("\n".join))
def test_each_line_is_in_one_block_or_taken_out(lines):
    document = text.read("a.txt", lines.encode())[0]
    used = [number for block in document.blocks for number in block.lines] + [each.line for each in document.taken]
    assert sorted(used) == [number for number, line in enumerate(document.lines, start=1) if line.strip()]


@given(st.lists(st.text(alphabet="ab .-*>=1\t", max_size=12), max_size=12).map("\n".join))
def test_a_block_is_one_line_of_text(lines):
    for block in text.read("a.txt", lines.encode())[0].blocks:
        assert block.text
        assert block.text == " ".join(block.text.split())


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_any_width_of_wrapping_is_undone(width):
    import textwrap

    words = "The old ferry to Lunn sank at its moorings and nobody was on board but the cat which swam ashore".split()
    paragraphs = [" ".join(words[start:] + words[:start]) + " again. Then it was over." for start in range(0, 18, 3)]
    wrapped = "\n\n".join(textwrap.fill(each, width) for each in paragraphs)
    assert [block.text for block in text.read("a.txt", wrapped.encode())[0].blocks] == paragraphs


def test_a_menu_is_not_wrapped_text():
    assert Wrapping.of(("Home", "News", "Sport and weather", "Politics", "Culture")).width == 0
