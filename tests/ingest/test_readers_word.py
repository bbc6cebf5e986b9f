"""A Word file gives what its styles mean: title, headings, lists, tables, notes; nothing deleted, and no comments."""

import datetime as dt
import io
import random
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ingest import reading
from generator.ingest.readers import Unread, read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FERRY = "The old ferry to Lunn sank at its moorings on Tuesday night, and nobody was on board but the cat."
WALL = "The council of Ostermouth voted to raise the harbour wall by two metres after three storms."


def p(text, style="", bold=False):
    """One paragraph."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:rPr>{'<w:b/>' if bold else ''}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def packed(parts, method=zipfile.ZIP_DEFLATED):
    """A zip file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return file.getvalue()


def docx(*body, core="", parts=None):
    """A Word file with this body."""
    names = {"Title": "Title", "H1": "heading 1", "H2": "heading 2", "Quote": "Quote"}
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in names.items()
    )
    levels = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    kinds = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{each}" Target="{each}.xml"/>'
        for number, each in enumerate(("styles", "numbering", "footnotes", "comments"))
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    xml = "http://schemas.openxmlformats.org/package/2006"
    return packed(
        {
            "[Content_Types].xml": f'{head}<Types xmlns="{xml}/content-types"/>',
            "_rels/.rels": f'{head}<Relationships xmlns="{xml}/relationships">'
            f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'{head}<Relationships xmlns="{xml}/relationships">{kinds}</Relationships>',
            "word/styles.xml": f"{head}<w:styles {W}>{styles}</w:styles>",
            "word/numbering.xml": f'{head}<w:numbering {W}><w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>',
            "word/footnotes.xml": f'{head}<w:footnotes {W}><w:footnote w:id="2">{p("So the harbour master said.")}'
            "</w:footnote></w:footnotes>",
            "word/comments.xml": f'{head}<w:comments {W}><w:comment w:id="3">{p("Is it?")}</w:comment></w:comments>',
            "word/document.xml": f"{head}<w:document {W}><w:body>{''.join(body)}</w:body></w:document>",
            "docProps/core.xml": f'{head}<cp:coreProperties xmlns:cp="{xml}/metadata/core-properties"'
            f' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">{core}'
            "<dcterms:created>2020-01-01T00:00:00Z</dcterms:created></cp:coreProperties>",
        }
        | (parts or {})
    )


def only(data, name="a.docx"):
    (document,) = read(name, data)
    return document


def shown(document):
    return [(block.kind, block.text) for block in document.blocks]


def hints(document, field):
    return [hint.value for hint in document.hints if hint.field == field]


def taken_in(*body, **files):
    """A Word file with this body, into which files are to be taken."""
    kinds = "".join(f'<Relationship Id="c{name}" Type="{OFFICE}/aFChunk" Target="{name}"/>' for name in files)
    rels = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{kinds}</Relationships>'
    )
    chunks = {f"word/{name}": text for name, text in files.items()}
    return docx(*body, parts={"word/_rels/document.xml.rels": rels, **chunks})


PAGE = f"<html><body><h1>A ferry sinks</h1><p>{FERRY}</p></body></html>"
SAVED = (
    f"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n{PAGE}\n--x--\n"
)


@pytest.mark.parametrize(
    ("name", "text"), [("a.htm", PAGE), ("a.mht", SAVED), ("a.docx", docx(p(FERRY))), ("a.txt", FERRY)]
)
def test_a_file_that_is_to_be_taken_in_is_read(name, text):
    alone = only(taken_in("", **{name: text}))
    assert (alone.name, shown(alone)[-1]) == ("a.docx", ("paragraph", FERRY))
    beside = list(read("a.docx", taken_in(p(WALL), **{name: text})))
    assert [(each.name, shown(each)[-1][1]) for each in beside] == [("a.docx", WALL), (f"a.docx#word/{name}", FERRY)]


def test_a_file_that_takes_itself_in_has_an_end():
    inside = taken_in(p(WALL), **{"a.txt": FERRY})
    for _ in range(9):
        inside = taken_in(p(WALL), **{"b.docx": inside})
    found = list(read("a.docx", inside))
    assert isinstance(found[-1], Unread)
    assert found[-1].reason.startswith("too deep")


def test_styles_say_what_is_the_title_a_heading_and_a_quotation():
    document = only(docx(p("A ferry sinks", "Title"), p(FERRY), p("The wall", "H1"), p(WALL), p(FERRY, "Quote")))
    assert hints(document, "title") == ["A ferry sinks"]
    assert shown(document) == [
        ("paragraph", FERRY),
        ("heading", "The wall"),
        ("paragraph", WALL),
        ("quote", FERRY),
    ]


def test_short_bold_paragraphs_are_headings_and_the_first_one_is_the_title():
    document = only(docx(*(p(each, bold=len(each) < 20) for each in ("A ferry sinks", FERRY, "The wall", WALL))))
    assert hints(document, "title") == ["A ferry sinks"]
    assert shown(document) == [("paragraph", FERRY), ("heading", "The wall"), ("paragraph", WALL)]


def test_one_bold_sentence_is_no_heading():
    document = only(docx(p(FERRY), p("It was a very old ferry.", bold=True), p(WALL)))
    assert [kind for kind, _ in shown(document)] == ["paragraph"] * 3


def test_a_byline_is_neither_title_nor_heading():
    document = only(
        docx(p("By Jane Doe", bold=True), p("The wall", bold=True), p(FERRY), p("The cat", bold=True), p(WALL))
    )
    assert ("heading", "By Jane Doe") not in shown(document)
    assert hints(document, "title") == []


def test_deleted_text_and_comments_are_gone_and_what_was_inserted_stays():
    changed = (
        "<w:p><w:r><w:t>The ferry sank</w:t></w:r><w:del><w:r><w:delText> slowly</w:delText></w:r></w:del>"
        '<w:ins><w:r><w:t> at once</w:t></w:r></w:ins><w:r><w:commentReference w:id="3"/></w:r>'
        "<w:r><w:t>.</w:t></w:r></w:p>"
    )
    assert shown(only(docx(changed, p(WALL)))) == [("paragraph", "The ferry sank at once."), ("paragraph", WALL)]


def test_lists_tables_and_notes_are_kept():
    item = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
    )
    row = "<w:tr>{}</w:tr>"
    cells = [f"<w:tc>{p(each)}</w:tc>" for each in ("Wall", "4.1", "Quay", "2.2")]
    table = f"<w:tbl>{row.format(cells[0] + cells[1])}{row.format(cells[2] + cells[3])}</w:tbl>"
    note = f'<w:p><w:r><w:t>{FERRY}</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    document = only(docx(note, item.format("the hull"), item.format("the cat"), table))
    assert shown(document) == [
        ("paragraph", f"{FERRY}[1]"),
        ("bullet", "the hull"),
        ("bullet", "the cat"),
        ("verbatim", "| Wall | 4.1 |\n| --- | --- |\n| Quay | 2.2 |"),
        ("number", "So the harbour master said."),
    ]


@pytest.mark.parametrize(
    ("core", "title", "authors"),
    [
        ("<dc:title>Document1</dc:title><dc:creator>jdoe</dc:creator>", [], []),
        ("<dc:title>A ferry sinks</dc:title><dc:creator>Jane Doe</dc:creator>", ["A ferry sinks"], []),
        ("<dc:creator>Ada Lindqvist</dc:creator>", [], ["Ada Lindqvist"]),
    ],
)
def test_what_the_file_says_of_itself_counts_only_where_a_person_could_have_said_it(core, title, authors):
    document = only(docx(p(FERRY), p(f"{WALL} So said Ada Lindqvist."), core=core))
    assert (hints(document, "title"), hints(document, "authors"), hints(document, "date")) == (title, authors, [])


def test_content_decides_whatever_the_name():
    assert only(docx(p(FERRY)), "notes.zip").blocks[0].text == FERRY


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (docx(p(FERRY))[:-40], "damaged: File is not a zip file"),
        (
            docx(p(FERRY), parts={"word/document.xml": '<!DOCTYPE d [<!ENTITY a "ha">]><d>&a;</d>'}),
            "hostile: word/document.xml defines entities, as no word processor does",
        ),
        (
            docx(p(FERRY), parts={"word/document.xml": " " * (40 << 20)}),
            "too large: word/document.xml unfolds to 40 MB",
        ),
        (
            docx("<w:sdt><w:sdtContent>" * 3000 + p(FERRY) + "</w:sdtContent></w:sdt>" * 3000),
            "nested too deeply for a text that people wrote",
        ),
    ],
)
def test_what_cannot_be_read_says_why(data, told):
    assert list(read("a.docx", data)) == [Unread("a.docx", told)]


def test_the_main_part_may_have_another_name():
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = (
        f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><X ContentType="{kind}"/></Types>'
    )
    parts = {"[Content_Types].xml": types}
    with zipfile.ZipFile(io.BytesIO(docx(p(FERRY)))) as made:
        for name in made.namelist():
            if name not in parts:
                parts[name.replace("word/document.", "word/text2.")] = made.read(name).decode()
    parts["_rels/.rels"] = parts["_rels/.rels"].replace("word/document.xml", "word/text2.xml")
    assert shown(only(packed(parts), "notes.zip")) == [("paragraph", FERRY)]


def test_an_old_word_file_is_named():
    (found,) = read("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert found.reason == "old Microsoft Office files cannot be read yet"


STORED = zipfile.ZIP_STORED
BODY = (p("A ferry sinks", "Title"), p(FERRY), p("The wall", "H1"), p(WALL, "Quote"))


def mutant(data, seed):
    """The parts of a zip file, one of them changed in some places; or the file itself changed."""
    chance = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: bytearray(archive.read(name)) for name in archive.namelist()}
    whole = seed % 3 == 0
    made = bytearray(data) if whole else parts[chance.choice(sorted(parts))]
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(made)) if made else 0
        kind = chance.randrange(3)
        if kind == 0 and made:
            made[place] = chance.randrange(256)
        elif kind == 1:
            del made[place : place + chance.randint(1, 40)]
        else:
            made[place:place] = made[place : place + chance.randint(1, 60)]
    return bytes(made) if whole else packed({name: bytes(each) for name, each in parts.items()}, STORED)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32))
def test_a_damaged_file_gives_a_document_or_a_reason(seed):
    for document in read("a.docx", mutant(docx(*BODY), seed)):
        if isinstance(document, Unread):
            assert document.reason
            assert "its reader failed" not in document.reason


@pytest.mark.parametrize(
    "line", ["By Tamsin Roke, 12 October 2026", "Tamsin Roke | 12 October 2026", "Tamsin Roke — October 12, 2026"]
)
def test_the_line_below_the_title_says_who_and_when(line):
    body = (p("A ferry sinks", "Title"), p(line), p(FERRY), p("On 3 May 2025, it had been painted blue. " + WALL))
    (found,) = reading.read("a.docx", docx(*body))
    assert found.report.fields["date"].value == dt.date(2026, 10, 12)
    assert found.report.fields["authors"].value == ["Tamsin Roke"]
    assert len(found.report.document.blocks) == 2
