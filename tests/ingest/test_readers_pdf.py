"""A PDF gives its text in reading order, its columns and pages joined, without what stands on every page."""

import random
import textwrap
from itertools import zip_longest

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ingest.readers import Unread, read
from generator.ingest.readers.pdf.seam import joined

FERRY = (
    "The old ferry to Lunn sank at its moorings on Tuesday night, and nobody was on board but the cat, "
    "which swam ashore "
    "and was fed by the harbour master. Divers will look at the hull as soon as the weather allows it."
)
WALL = (
    "The council of Ostermouth voted to raise the harbour wall by two metres after three storms had put "
    "the fish market "
    "under water. Work on the wall will begin in the spring and take about two years."
)
MAYOR = (
    "Mayor Ada Lindqvist said that the money had been set aside long ago. She hoped that the traders of "
    "the market would "
    "stay where they are, because a harbour without fish is no harbour at all."
)
COSTS = (
    "Nobody knows what the wall will cost in the end. The first estimate was four million, the second one "
    "twice as much, "
    "and the engineers would not say on Tuesday whether there is going to be a third."
)


def put(text, x, y, size=10.0, font="F1"):
    """One line of text at a place, measured from the lower left corner."""
    shown = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({shown}) Tj ET"


def column(paragraphs, x, y, letters=50, size=10.0, indent=12, gap=0, font="F1", leading=1.2):
    """Paragraphs set in one column, from `y` downwards."""
    ops = []
    for paragraph in paragraphs:
        for number, line in enumerate(textwrap.wrap(paragraph, letters, break_on_hyphens=False)):
            ops.append(put(line, x + indent * (number == 0), y, size, font))
            y -= size * leading
        y -= gap
    return ops


def pdf(*pages, info="", more="", font="", stream=""):
    """A file of pages, each a list of operations; with entries of its information dictionary and its trailer.

    `font` is one more font, which may refer to `stream` as object 3.
    """
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream"]
    fonts = " ".join(
        f"/F{number} << /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
        for number, name in ((1, "Helvetica"), (2, "Helvetica-Bold"))
    )
    kids = []
    for ops in pages:
        content = "\n".join(ops)
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
        resources = f"<< /Font << {fonts} {font} >> >>"
        page = f"/Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects)} 0 R"
        objects.append(f"<< {page} /Resources {resources} >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< {info} >>")
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R {more} >>"
    return out + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n{trailer}\nstartxref\n{len(out)}\n%%EOF\n"
    ).encode("cp1252")


def only(data):
    (document,) = read("a.pdf", data)
    return document


def texts(document, kind=None):
    return [block.text for block in document.blocks if kind in (None, block.kind)]


def reasons(document):
    return {taken.reason: taken.text for taken in document.taken if taken.text}


def hints(document, field):
    return [hint.value for hint in document.hints if hint.field == field]


def test_lines_are_joined_to_paragraphs_by_their_indent():
    document = only(pdf(column([FERRY, WALL, MAYOR], 72, 700)))
    assert (texts(document), document.format, document.bare) == ([FERRY, WALL, MAYOR], "pdf", True)


def test_lines_are_joined_to_paragraphs_by_the_space_between():
    assert texts(only(pdf(column([FERRY, WALL, MAYOR], 72, 700, indent=0, gap=8)))) == [FERRY, WALL, MAYOR]


@pytest.mark.parametrize("order", ["by column", "by row"])
def test_columns_are_read_one_after_another_below_a_headline_across_them(order):
    left, right = column([FERRY, WALL], 60, 600, 48), column([MAYOR, COSTS], 320, 600, 48)
    both = (
        left + right if order == "by column" else [op for pair in zip_longest(left, right, fillvalue="") for op in pair]
    )
    document = only(pdf([put("Storms put a fish market under water", 60, 640, 26), *both]))
    assert texts(document) == [FERRY, WALL, MAYOR, COSTS]
    assert hints(document, "title") == ["Storms put a fish market under water"]
    assert reasons(document) == {"title": "Storms put a fish market under water"}


def test_a_newspaper_page_of_five_columns_is_read_column_by_column():
    given_ = [FERRY, WALL, MAYOR, COSTS, FERRY]
    ops = [op for number, each in enumerate(given_) for op in column([each], 40 + 108 * number, 600, 25, 8, indent=8)]
    document = only(pdf([put("Ostermouth raises its harbour wall at last", 40, 640, 24), *ops]))
    assert texts(document) == given_


def test_what_stands_across_the_columns_divides_what_is_above_from_what_is_below():
    ops = column([FERRY], 60, 700, 48) + column([WALL], 320, 700, 48)
    ops += [put("A wall that nobody wants to pay for", 60, 600, 20)]
    ops += column([MAYOR], 60, 570, 48) + column([COSTS], 320, 570, 48)
    assert texts(only(pdf(ops))) == [FERRY, WALL, MAYOR, COSTS]


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page():
    lines = textwrap.wrap(f"{FERRY} {WALL} {MAYOR}", 48)
    first = [put(line, 60, 700 - 12 * number) for number, line in enumerate(lines[:4])]
    second = [put(line, 320, 700 - 12 * number) for number, line in enumerate(lines[4:8])]
    third = [put(line, 60, 700 - 12 * number) for number, line in enumerate(lines[8:])]
    assert texts(only(pdf(first + second, third))) == [f"{FERRY} {WALL} {MAYOR}"]


@pytest.mark.parametrize(
    ("text", "more", "known", "whole"),
    [
        ("the inter-", "national court", "", "the international court"),
        ("her re-", "election came", "re-election", "her re-election came"),
        ("her re-", "election came", "election", "her re-election came"),
        ("the under-", "standing of", "under standing understanding", "the understanding of"),
        ("a well-", "known man", "well known", "a well-known man"),
        ("the Franco-", "German border", "", "the Franco-German border"),
        ("the Franco\u2010", "German border", "", "the Franco\u2010German border"),
        ("from 2008-", "2010 on", "", "from 2008-2010 on"),
        ("pages 737–", "9 and", "", "pages 737–9 and"),
        ("so it is —", "or not", "", "so it is — or not"),
        ("one word", "and another", "", "one word and another"),
        ("漢字の", "文章", "", "漢字の文章"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_goes_unless_it_is_the_words_own(text, more, known, whole):
    assert joined(text, more, False, known) == whole


def test_a_divided_word_is_mended():
    lines = ["The minister said that an inter-", "national court should look at the", "matter before the year is out."]
    document = only(pdf([put(line, 72, 700 - 12 * number) for number, line in enumerate(lines)]))
    said = "The minister said that an international court should look at the matter before the year is out."
    assert texts(document) == [said]


def test_running_heads_and_page_numbers_are_no_text_and_accounted_for():
    pages = [
        [put("The Ostermouth Gazette", 72, 760, 8), *column([text], 72, 700), put(f"Page {number}", 300, 30, 8)]
        for number, text in enumerate([FERRY, WALL, MAYOR], start=1)
    ]
    document = only(pdf(*pages))
    assert texts(document) == [FERRY, WALL, MAYOR]
    assert reasons(document) == {"running head or foot": "The Ostermouth Gazette", "page number": "Page 3"}


def test_what_a_browser_prints_gives_the_address_and_no_date():
    pages = [
        [
            put("11/22/26, 10:15 AM", 24, 770, 8),
            put("A ferry sinks - Gazette", 260, 770, 8),
            *column([text], 72, 700),
            put("https://gazette.example/news/ferry", 24, 18, 8),
            put(f"{number}/2", 570, 18, 8),
        ]
        for number, text in enumerate([FERRY, WALL], start=1)
    ]
    document = only(pdf(*pages))
    assert texts(document) == [FERRY, WALL]
    assert hints(document, "url") == ["https://gazette.example/news/ferry"]
    assert hints(document, "title") == ["A ferry sinks - Gazette"]
    assert not hints(document, "date")
    assert set(reasons(document)) == {"printed by a browser"}


def test_what_the_file_says_of_its_making_is_no_date_and_the_name_of_a_program_no_title():
    info = "/Title (Microsoft Word - ferry.doc) /Author (jdoe) /CreationDate (D:20200101000000Z) /ModDate (D:20210101)"
    assert only(pdf(column([FERRY, WALL], 72, 700), info=info)).hints == ()


def test_the_files_own_title_counts_where_it_is_printed_and_its_author_too():
    info = "/Title (A ferry sinks at Lunn) /Author (Jane Doe; Max Muster)"
    ops = [put("A ferry sinks at Lunn", 72, 720), put("By Jane Doe", 72, 700), *column([FERRY, WALL], 72, 660)]
    document = only(pdf(ops, info=info))
    assert (hints(document, "title"), hints(document, "authors")) == (["A ferry sinks at Lunn"], ["Jane Doe"])


def test_a_byline_nearly_as_large_as_the_headline_is_no_part_of_the_title():
    ops = [put("A ferry sinks at Lunn", 72, 720, 20), put("By Jane Doe", 72, 680, 19)]
    document = only(pdf(ops + column([FERRY, WALL, MAYOR], 72, 660)))
    assert hints(document, "title") == ["A ferry sinks at Lunn"]


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_a_text_that_is_called_a_pdf_is_read_as_a_text(coding):
    data = ("\ufeff" if coding == "utf-16-be" else "").encode(coding) + f"{FERRY}\n\n{WALL}\n".encode(coding)
    document = only(data)
    assert (document.format, texts(document)) == ("text", [FERRY, WALL])


def test_the_papers_name_gives_way_to_the_headline_below_it():
    ops = [put("The Gazette", 150, 720, 50), put("Storms put a fish market under water", 72, 650, 24)]
    document = only(pdf(ops + column([FERRY, WALL, MAYOR], 72, 600)))
    assert hints(document, "title") == ["Storms put a fish market under water"]
    assert texts(document)[0] == "The Gazette"


def test_headings_are_known_by_size_and_by_weight():
    ops = [put("A ferry sinks", 72, 740, 24), *column([FERRY], 72, 700), put("What will be done now", 72, 630, 14)]
    ops += [*column([WALL], 72, 605), put("What it will cost", 72, 530, 10, "F2"), *column([COSTS], 72, 512)]
    document = only(pdf(ops))
    assert [(block.text, block.level) for block in document.blocks if block.kind == "heading"] == [
        ("What will be done now", 2),
        ("What it will cost", 3),
    ]


def test_small_print_is_no_text_and_a_byline_in_it_is():
    ops = [*column([FERRY, WALL, MAYOR, COSTS], 72, 700), put("The market on Tuesday. Picture: J. Roe", 72, 420, 7)]
    document = only(pdf([*ops, put("By Jane Doe", 72, 720, 7)]))
    assert reasons(document) == {"small print": "The market on Tuesday. Picture: J. Roe"}
    assert texts(document) == ["By Jane Doe", FERRY, WALL, MAYOR, COSTS]


def test_bullets_and_numbers_make_lists():
    ops = column([FERRY], 72, 720)
    ops += [put(f"• {text}", 80, 640 - 14 * number) for number, text in enumerate(["the hull", "the cat", "the quay"])]
    ops += column([WALL], 72, 580)
    ops += [put(f"{number}. {text}", 80, 500 - 14 * number) for number, text in ((1, "the wall"), (2, "the market"))]
    document = only(pdf(ops))
    assert texts(document, "bullet") == ["the hull", "the cat", "the quay"]
    assert texts(document, "number") == ["the wall", "the market"]
    assert texts(document, "paragraph") == [FERRY, WALL]


def test_a_large_first_letter_belongs_to_its_word():
    lines = textwrap.wrap(FERRY[1:], 50)
    ops = [put("T", 72, 676, 32)]
    ops += [put(line, 94 if number < 3 else 72, 700 - 12 * number) for number, line in enumerate(lines)]
    assert texts(only(pdf(ops + column([WALL], 72, 700 - 12 * len(lines))))) == [FERRY, WALL]


def test_a_letter_spaced_line_is_read_as_words():
    ops = [put(letter, 72 + 14 * number + 14 * (number > 4), 720, 12) for number, letter in enumerate("FERRYSINKS")]
    document = only(pdf(ops + column([FERRY, WALL], 72, 690)))
    assert hints(document, "title") == ["FERRY SINKS"]


def test_a_table_is_read_row_by_row():
    rows = [("Wall", "4.1", "8.2"), ("Market", "1.0", "1.5"), ("Quay", "2.2", "2.4"), ("Ferry", "0.3", "0.4")]
    ops = [
        put(cell, 72 + 100 * place, 700 - 14 * number)
        for number, row in enumerate(rows)
        for place, cell in enumerate(row)
    ]
    assert " ".join(texts(only(pdf(ops)))) == "Wall 4.1 8.2 Market 1.0 1.5 Quay 2.2 2.4 Ferry 0.3 0.4"


def test_what_nobody_sees_is_no_text():
    unseen = [put("Far beyond the edge", 900, 400), put("Buy cheap watches now", 72, 40, 1)]
    sideways = ["BT /F1 9 Tf 0 1 -1 0 30 300 Tm (Printed on recycled paper) Tj ET"]
    document = only(pdf(column([FERRY, WALL], 72, 700) + unseen + sideways))
    assert texts(document) == [FERRY, WALL]
    assert reasons(document) == {
        "outside the page": "Far beyond the edge",
        "too small to be seen": "Buy cheap watches now",
        "printed sideways": "Printed on recycled paper",
    }


@pytest.mark.parametrize("turn", ["0 1 -1 0 700 20", "0 -1 1 0 -100 700"])
def test_a_page_whose_text_stands_sideways_is_read_as_if_it_were_turned(turn):
    ops = column([FERRY, WALL], 60, 600, 48) + column([MAYOR, COSTS], 320, 600, 48)
    document = only(pdf([f"{turn} cm", put("Storms put a fish market under water", 60, 640, 26), *ops]))
    assert texts(document) == [FERRY, WALL, MAYOR, COSTS]
    assert hints(document, "title") == ["Storms put a fish market under water"]


def test_a_page_that_is_in_the_file_twice_is_text_once():
    page = column([FERRY, WALL], 60, 600, 48)
    document = only(pdf(page, page))
    assert texts(document) == [FERRY, WALL]
    assert {taken.reason for taken in document.taken} == {"the same page again"}


def test_text_from_right_to_left_is_read_in_its_own_order():
    letters = "".join(f"<{code:02x}> <{0x5D0 + code - 0x61:04x}>\n" for code in range(0x61, 0x7B))
    table = f"begincmap 1 begincodespacerange <00> <ff> endcodespacerange 26 beginbfchar\n{letters}endbfchar endcmap"
    font = "/F3 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 3 0 R >>"
    lines = [put("fed cba", 400, 700, 10, "F3"), put("lkj ihg", 400, 688, 10, "F3")]
    assert texts(only(pdf(lines, font=font, stream=table))) == ["אבג דהו זחט יךכ"]


def test_articles_with_headlines_and_bylines_of_their_own_are_documents_of_their_own():
    long = [[FERRY, WALL, MAYOR], [COSTS, MAYOR, WALL]]
    ops = [put("The Gazette", 200, 740, 40)]
    for number, (title, author) in enumerate(
        [("A ferry sinks at Lunn", "Jane Doe"), ("A wall rises at last", "Max Roe")]
    ):
        ops += [put(title, 60 + 260 * number, 700, 18), put(f"By {author}", 60 + 260 * number, 682)]
        ops += column(long[number], 60 + 260 * number, 664, 44)
    first, second = read("a.pdf", pdf(ops))
    assert [first.name, second.name] == ["a.pdf#1", "a.pdf#2"]
    assert (hints(first, "title"), hints(second, "title")) == (["A ferry sinks at Lunn"], ["A wall rises at last"])
    assert texts(first) == ["The Gazette", "By Jane Doe", *long[0]]
    assert texts(second) == ["By Max Roe", *long[1]]


def test_sections_of_one_report_are_no_articles():
    ops = [put("A report on the wall", 60, 740, 24), put("By Jane Doe", 60, 720), put("What it will cost", 60, 690, 16)]
    ops += [*column([COSTS, FERRY], 60, 670), put("What it will do", 60, 540, 16), *column([WALL, MAYOR], 60, 520)]
    assert [document.name for document in read("a.pdf", pdf(ops))] == ["a.pdf"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "damaged: PDFium finds no pages in it"),
        (
            pdf(
                column([FERRY], 72, 700),
                more="/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ("
                + "o" * 32
                + ") /U ("
                + "u" * 32
                + ") >> /ID [(a) (a)]",
            ),
            "encrypted: it opens only with a password",
        ),
        (
            pdf(column(["!% $& ' ( ) # !! %% $$ & + * , - / < > = ? @ [ ] ^ _ ~ {" * 5], 72, 700)),
            "its fonts do not say which letters they show; run OCR first, e.g. ocrmypdf --force-ocr",
        ),
        (
            pdf(["q 500 0 0 700 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID A EI Q"]),
            "its pages are pictures: no text in it; run OCR first, e.g. ocrmypdf",
        ),
    ],
)
def test_what_cannot_be_read_says_why(data, told):
    assert list(read("a.pdf", data)) == [Unread("a.pdf", told)]


def test_a_broken_table_of_objects_is_mended():
    data = pdf(column([FERRY, WALL], 72, 700))
    assert texts(only(data.replace(b"xref\n0", b"fxre\n9"))) == [FERRY, WALL]


def test_a_line_of_a_script_without_words_that_is_not_full_ends_its_paragraph():
    letters = "".join(f"<{code:02x}> <{0x6F22 + code:04x}>\n" for code in range(0x61, 0x7B))
    table = f"begincmap 1 begincodespacerange <00> <ff> endcodespacerange 26 beginbfchar\n{letters}endbfchar endcmap"
    font = "/F3 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 3 0 R >>"
    said = ["abcdefghij" * 4, "abcdefghij" * 3, "klmnopqrst" * 4, "klm"]
    lines = [put(line, 72, 700 - 12 * number, 10, "F3") for number, line in enumerate(said)]
    assert [len(text) for text in texts(only(pdf(lines, font=font, stream=table)))] == [70, 43]


def test_an_empty_page_gives_a_document_without_text():
    document = only(pdf([]))
    assert document.blocks == () == document.lines


def test_a_pdf_is_known_by_its_mark_whatever_its_name():
    (document,) = read("notes.txt", b"\n\n" + pdf(column([FERRY], 72, 700)))
    assert document.format == "pdf"
    (document,) = read("notes.txt", b"A file that begins with %PDF-1.4 is a PDF, says the book.")
    assert document.format == "text"


PAGE = [put("The Gazette", 72, 760, 8), put("A ferry sinks", 72, 740, 24), *column([FERRY, WALL], 72, 700, 30)]
FILE = pdf([*PAGE, *column([MAYOR, COSTS], 320, 700, 30)], [*PAGE, put("2", 300, 20, 8)])


def mutant(data, seed):
    """The bytes with some of them changed, cut out or repeated."""
    chance = random.Random(seed)
    made = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(made))
        kind = chance.randrange(4)
        if kind == 0:
            made[place] = chance.randrange(256)
        elif kind == 1:
            del made[place : place + chance.randint(1, 40)]
        elif kind == 2:
            made[place:place] = made[place : place + chance.randint(1, 60)]
        else:
            made[place : place + 1] = str(chance.choice((0, -1, 7, 99999, 2**31))).encode()
    return bytes(made)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 2**32))
def test_a_damaged_file_gives_documents_or_a_reason_and_each_line_is_accounted_for(seed):
    for document in read("a.pdf", mutant(FILE, seed)):
        if isinstance(document, Unread):
            assert document.reason
            assert "its reader failed" not in document.reason
            continue
        known = {number for block in document.blocks for number in block.lines} | {each.line for each in document.taken}
        assert all(number in known for number, line in enumerate(document.lines, start=1) if line.strip())
        assert all(block.text == " ".join(block.text.split()) != "" for block in document.blocks)
