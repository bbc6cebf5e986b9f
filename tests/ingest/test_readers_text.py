"""Plain text gives the blocks that its author meant, however its lines were broken."""

import pytest
from cases import cases
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.readers import text
from generator.ingest.readers.text.wrapping import Wrapping


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


def test_lines_that_are_all_about_as_long_and_end_as_sentences_are_paragraphs():
    said = "Nevertheless the ferry to Lunn sank at its moorings, and nobody but a cat was on board when it went under"
    lines = [f"{said} {end}." for end in ("at five", "at noon", "in fog", "in a gale", "at once", "at night")]
    found = text.read("a.txt", "\n".join(lines).encode())[0].blocks
    assert [block.text for block in found] == lines


def test_a_sentence_that_goes_on_in_the_next_line_is_one_however_few_lines_there_are():
    wide = (
        "The council of Ostermouth voted on Tuesday to raise the harbour wall by two metres, after three storms had put"
    )
    given_ = f"A wall\n\n{wide}\nthe fish market under water.\n\nWork will begin in March.\n"
    (_, found, _) = text.read("a.txt", given_.encode())[0].blocks
    assert (found.text, found.lines) == (f"{wide} the fish market under water.", (3, 4))


def test_verses_and_menus_stay_as_they_are():
    for given_ in ("over the water\nunder the moon\nnobody sang\nany old tune", "home\nnews and weather\nsport"):
        assert [block.text for block in text.read("a.txt", given_.encode())[0].blocks] == given_.split("\n")


def test_quotations_keep_the_numbers_of_their_lines():
    document = text.read("a.txt", b"One.\n\n> Two.\n>\n> Three.\n\nFour.\n\n> Five.")[0]
    assert [(block.text, block.kind, block.lines) for block in document.blocks] == [
        ("One.", "paragraph", (1,)),
        ("Two.", "quote", (3,)),
        ("Three.", "quote", (5,)),
        ("Four.", "paragraph", (7,)),
        ("Five.", "quote", (9,)),
    ]


def test_letters_put_right_are_told_of():
    (document,) = text.read("a.txt", "All was well.\n\nThe mayorâ€™s cafÃ© closed.".encode())
    assert document.lines[2] == "The mayor’s café closed."
    (hint,) = document.hints
    assert (hint.field, hint.origin) == ("encoding", "line 3")
