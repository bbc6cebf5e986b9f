import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.ingest.describe import describe
from generator.ingest.describe.plain import Plain
from generator.model import Block, Document, Hint

KEYS = ["title", "date", "lastmod", "summary", "authors", "lang", "section", "tags", "name", "url"]
PIECES = [
    "The River Vell rose at Tolmery. ",
    "Flood water stood in Tolmery, the mayor said. ",
    "“We ran,” said Bea Sorrel. ",
    "U.S. troops left. ",
    "Der Fluss stieg. ",
    "\u202e\x00",
    "Cafe\u0301 ",
    "中文。",
    "**bold** [x](y) ",
    "5 March 2025 ",
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=8).map("".join)
BLOCKS = st.builds(
    Block,
    TEXTS,
    st.just(()),
    st.sampled_from(["paragraph", "heading", "quote", "bullet", "verbatim"]),
    markup=st.booleans(),
)
HINTS = st.builds(Hint, st.sampled_from(KEYS), TEXTS, st.just("somewhere"))
DOCUMENTS = st.builds(
    Document,
    st.sampled_from(["x.txt", "harbour-post/2026/x.html#2", "inbox/.txt", "…/…"]),
    st.just("text"),
    st.just(()),
    st.lists(BLOCKS, max_size=5).map(tuple),
    st.lists(HINTS, max_size=5).map(tuple),
)


def texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(DOCUMENTS)
def test_every_document_is_described_and_every_value_is_clean(document):
    report = describe(document)
    for field in report.fields.values():
        assert field.origin
        assert field.value
        for text in texts(field.value):
            assert text == " ".join(text.split()) == unicodedata.normalize("NFC", text)
            assert not any(unicodedata.category(char) == "Cc" for char in text)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(TEXTS, max_size=5))
def test_nothing_is_invented(paragraphs):
    document = Document("x.txt", "text", (), tuple(Block(text, ()) for text in paragraphs))
    report = describe(document)
    text = Plain.of(document).text
    assert "date" not in report.fields
    assert "summary" not in report.fields or report.fields["summary"].value in text
    for tag in report.fields["tags"].value if "tags" in report.fields else ():
        assert tag.casefold() in text.casefold()


@settings(max_examples=30, deadline=None)
@given(DOCUMENTS)
def test_the_same_document_gives_the_same_report(document):
    assert describe(document) == describe(document)
