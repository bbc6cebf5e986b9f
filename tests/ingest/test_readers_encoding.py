"""Bytes become the text that their author wrote, whatever the encoding and whatever the file says of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.readers import Unreadable
from generator.ingest.readers.encoding import as_stored, decode, repaired

TEXTS = {
    "windows-1251": "Президент республики заявил в понедельник, что наводнение затронуло более трёх тысяч домов.",
    "koi8-r": "Президент республики заявил в понедельник, что наводнение затронуло более трёх тысяч домов.",
    "windows-1252": "“We don’t know yet,” the minister said – and the café’s owner agreed. It costs €5… or so.",
    "iso-8859-1": "La rivière a débordé lundi près de la forêt, a dit le maire après la réunion des élus, où il était.",
    "iso-8859-2": "Wczoraj wieczorem żołnierze dotarli do zalanej wsi. Źródła mówią, że łączność została przywrócona.",
    "windows-1250": "V pondělí večer se řeka vylila z břehů a zaplavila tři tisíce domů. Situace je vážná, řekl.",
    "windows-1254": "Pazartesi günü nehir taştı ve üç binden fazla ev sular altında kaldı. Ölü olmadığı söylendi.",
    "windows-1253": "Τη Δευτέρα ο ποταμός ξεχείλισε και πλημμύρισαν πάνω από τρεις χιλιάδες σπίτια.",
    "windows-1256": "فاض النهر يوم الاثنين وغمرت المياه أكثر من ثلاثة آلاف منزل. وقال رئيس البلدية إن الوضع خطير.",
    "shift_jis": "東京都内で十日、大規模な停電が発生し、約三万世帯に影響が出た。原因は調査中だという。",
    "euc_jp": "東京都内で十日、大規模な停電が発生し、約三万世帯に影響が出た。原因は調査中だという。",
    "gb18030": "星期一，河水漫过堤岸，三千多户居民被迫撤离。官员表示，目前尚无人员伤亡报告。",
    "big5": "星期一，河水漫過堤岸，三千多戶居民被迫撤離。官員表示，目前尚無人員傷亡報告。",
    "euc_kr": "월요일 강물이 제방을 넘어 삼천여 가구가 대피했다. 당국은 아직 인명 피해 보고는 없다고 밝혔다.",
}


@pytest.mark.parametrize("name", TEXTS)
def test_an_encoding_is_known_by_its_letters(name):
    assert decode(TEXTS[name].encode(name)) == TEXTS[name]


@pytest.mark.parametrize("name", ["windows-1251", "iso-8859-2", "windows-1252", "shift_jis", "gb18030"])
def test_a_page_is_read_as_it_declares(name):
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={name}"></head><p>{TEXTS[name]}'
    assert decode(page.encode(name)) == page


def test_the_xml_declaration_counts():
    page = f'<?xml version="1.0" encoding="ISO-8859-2"?><html><p>{TEXTS["iso-8859-2"]}'
    assert decode(page.encode("iso-8859-2")) == page


def test_a_page_that_says_latin_1_means_windows_1252():
    page = f'<meta charset="iso-8859-1">{TEXTS["windows-1252"]}'
    assert decode(page.encode("windows-1252")) == page


def test_valid_utf_8_goes_before_a_false_declaration():
    page = f'<meta charset="iso-8859-1">{TEXTS["windows-1251"]}'
    assert decode(page.encode()) == page


def test_an_unknown_or_impossible_declaration_is_passed_over():
    for charset in ("klingon", "utf-8", "rot13", "utf-16", "x" * 500):
        page = f'<meta charset="{charset}">{TEXTS["windows-1252"]}'
        assert decode(page.encode("windows-1252")) == page


@pytest.mark.parametrize("name", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_decides(name):
    mark = "" if name in ("utf-8-sig", "utf-16", "utf-32") else "\ufeff"
    assert decode((mark + TEXTS["windows-1251"]).encode(name)) == TEXTS["windows-1251"]


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf_16_of_western_text_needs_no_mark(name):
    assert decode(TEXTS["windows-1252"].encode(name)) == TEXTS["windows-1252"]


def test_utf_8_that_was_cut_keeps_all_but_the_last_letter():
    assert decode(TEXTS["windows-1251"].encode()[:-2]).startswith(TEXTS["windows-1251"][:-2])


def test_line_breaks_of_all_systems_are_one():
    assert decode(b"one\r\ntwo\rthree\nfour") == "one\ntwo\nthree\nfour"


def test_a_lone_nul_is_dirt():
    assert decode(b"The river rose.\0 " + b"The river fell. " * 100).startswith("The river rose. The")


@pytest.mark.parametrize("data", [b"\0\1\2\3" * 50, bytes(range(32)) * 20, b"abc\0def\0ghi\0"])
def test_bytes_that_are_no_text_are_refused_with_the_reason(data):
    with pytest.raises(Unreadable, match=r"^not text: "):
        decode(data)


@given(st.text())
def test_all_that_is_utf_8_is_read_as_it_is(text):
    clean = text.replace("\0", "").replace("\ufeff", "")
    if not any(char < " " for char in clean) and not clean.encode().startswith((b"\xff\xfe", b"\xfe\xff")):
        assert as_stored(clean.encode()) == clean


@given(st.binary())
def test_any_bytes_give_text_or_a_reason(data):
    try:
        text = decode(data)
    except Unreadable:
        return
    else:
        assert "\r" not in text


@pytest.mark.parametrize("text", sorted(set(TEXTS.values())))
def test_letters_once_read_in_the_wrong_encoding_are_put_right(text):
    misread = text.encode().decode("latin-1")
    assert repaired(f"{misread}\n{misread}") == f"{text}\n{text}"


def test_every_reader_gets_the_letters_put_right_and_none_sees_them_as_they_were_stored():
    text = TEXTS["windows-1252"]
    page = f"<html><body><p>{text}</p>\n<p>{text}"
    misread = page.encode().decode("latin-1").encode()
    assert as_stored(misread) != page
    assert decode(misread) == page


@pytest.mark.parametrize(
    "text", [*TEXTS.values(), "SÃO PAULO, 5ª-feira", "Ã la carte", "“Ça va?” – ‘Oui’", "1–2 €, 3…"]
)
def test_letters_that_are_right_or_may_be_meant_stay_as_they_are(text):
    assert repaired(text) == text
