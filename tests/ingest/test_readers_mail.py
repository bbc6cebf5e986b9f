"""Mails, newsletters, mailboxes and pages saved in one file give their texts, and an account of every other line.

`tests/sources/<oddity>/mail.eml`, `mail.mbox` or `page.mhtml` is a file, `expected.md` beside it what is made of it.
`pytest --update` writes it anew.
"""

import base64
import random
import time
from email.message import EmailMessage
from pathlib import Path

import pytest
from cases import cases
from hypothesis import given, settings
from hypothesis import strategies as st
from ingest_site import HARBOUR, Site
from linear import grows

from generator.ingest.account import LEFT
from generator.ingest.markdown import body_of
from generator.ingest.readers import READERS, Part, Unread, mail, mailbox, mailing, mhtml, mime, quoting, read, sender

SOURCES = Path(__file__).parents[1] / "sources"
FILES = sorted(path for name in ("mail.eml", "mail.mbox", "page.mhtml") for path in SOURCES.glob(f"*/{name}"))
HEAD = (
    "From: Anna Lindqvist <anna@harbour.example>\nDate: Tue, 10 Mar 2026 07:01:58 +0100\n"
    "Message-ID: <1@harbour.example>\n"
)
PROSE = "The ferry does not sail today, because there is too much ice in the sound between Orrin and the island."


def shown(found):
    if isinstance(found, Unread):
        return f"# {found.name}\n\n{found.status}: {found.reason}\n"
    hints = [f"{hint.field}: {hint.value} ({hint.origin})" for hint in found.hints]
    taken = [f"{each.line} {each.reason}: {each.text}" for each in found.taken]
    return "\n".join([f"# {found.name}", "", *hints, "", body_of(found), *taken, ""])


def accounted(document):
    known = {number for block in document.blocks for number in block.lines} | {each.line for each in document.taken}
    return all(number in known for number, line in enumerate(document.lines, start=1) if line.strip())


def letter(text, head=HEAD, kind="text/plain; charset=utf-8"):
    """What is read from a mail with this text."""
    data = f"{head}Content-Type: {kind}\n\n{text}".encode()
    return list(read("a.eml", data))


def hints(found, field):
    return [hint.value for hint in found.hints if hint.field == field]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_a_file_gives_its_texts_its_fields_and_an_account(path, update):
    expected = path.with_name("expected.md")
    found = "\n".join(map(shown, read(path.name, path.read_bytes())))
    if update:
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_each_line_of_a_mail_is_accounted_for_once(path):
    for document in read(path.name, path.read_bytes()):
        if not isinstance(document, Unread):
            assert accounted(document)
            used = [line for block in document.blocks for line in block.lines] + [each.line for each in document.taken]
            assert sorted(used) == sorted(set(used))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_the_bytes_tell_what_a_file_is_whatever_its_name(path):
    data = path.read_bytes()
    known = [shown(each).partition("\n")[2] for each in read(path.name, data)]
    assert [shown(each).partition("\n")[2] for each in read("1700000000.M1P2.host:2,S", data)] == known


@pytest.mark.parametrize(
    "text",
    [
        "From: somebody\nTo: nobody\n\nA poem.",
        "FROM: THE EDITOR\n\nDear readers,",
        "Anna: Good morning.\nBo: Good morning to you.\nAnna: Shall we begin?",
        "Subject: a summer's day\nDate: never\n\nShall I compare thee?",
        "Date: 2026-03-10\nTitle: A day\n\nText.",
        "From the harbour to the mill\nNote: a walk\n\nOne sets out early.",
        "Content-Type: the new magazine for people who write\n\nIt is out.",
        "Received: one letter from the council.\nSaid the mayor, it was late.\n",
    ],
)
def test_a_text_that_begins_like_a_mail_is_none(text):
    data = text.encode()
    assert not any(reader.claims(data) for reader in (mail, mailbox, mhtml))


@pytest.mark.parametrize(
    "head",
    [
        "Subject: a\nDate: Tue, 10 Mar 2026 07:01:58 +0100\nFrom: a@paper.example\n",
        "MIME-Version: 1.0\nContent-Type: text/plain\n",
        "X-Odd: 1\n\tgoes on\nDKIM-Signature: v=1;\n b=abc\nto: x\n",
        "\ufeff\n\nReturn-Path: <>\nReceived: from a\n by b\n",
        "Received: from a\nX-One: 1\nX-Two: 2\na broken line\nMessage-ID: <1@a>\nFrom: a\nTo: b\n",
        "From : a@paper.example\nTo : b@paper.example\n",
    ],
)
def test_a_mail_begins_with_any_header(head):
    for data in (f"{head}\n{PROSE}".encode(), f"{head}\n{PROSE}".replace("\n", "\r\n").encode()):
        assert mail.claims(data)
        assert [block.text for block in next(read("cur/17.host:2,S", data)).blocks] == [PROSE]


@pytest.mark.parametrize(("given_", "expected"), cases("mail_subjects"))
def test_a_subject_is_a_title_without_what_programs_add(given_, expected):
    assert sender.subject(given_) == expected


@pytest.mark.parametrize(("given_", "expected"), cases("mail_senders"))
def test_a_sender_is_a_person_a_publisher_or_both(given_, expected):
    name, _, address = given_.rpartition(" ")
    assert "\n".join(f"{hint.field}: {hint.value}" for hint in sender.hints(name, address, "")) == expected


@pytest.mark.parametrize(("given_", "expected"), cases("mail_quoting"))
def test_what_others_wrote_is_told_from_what_the_sender_wrote(given_, expected):
    subject, _, text = given_.partition("\n")
    (document,) = letter(text, f"{HEAD}Subject: {subject}\n")
    taken = [f"{each.reason}: {each.text}" for each in document.taken]
    assert "\n".join([block.text for block in document.blocks] + taken) == expected


@pytest.mark.parametrize(("given_", "expected"), cases("mail_furniture"))
def test_what_newsletters_print_around_their_text_is_known(given_, expected):
    told = mailing.aside(given_) or ("sponsored" if mailing.is_sponsor(given_) else "text")
    assert told == expected


@pytest.mark.parametrize(
    ("charset", "data", "text"),
    [
        ("iso-8859-1", "“Häfen” – 5 €".encode("cp1252"), "“Häfen” – 5 €"),
        ("iso-2022-jp", "港は氷に閉ざされた。".encode("iso2022_jp"), "港は氷に閉ざされた。"),
        ("us-ascii", "Häfen und Übersee".encode(), "Häfen und Übersee"),
        ("utf-8", "Häfen sind für große Schiffe".encode("cp1252"), "Häfen sind für große Schiffe"),
        ("no-such-thing", "Häfen und Übersee".encode(), "Häfen und Übersee"),
        ("koi8-r", "Паром не ходит".encode("koi8_r"), "Паром не ходит"),
        ("utf-16", "Паром не ходит".encode("utf-16"), "Паром не ходит"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("coding", ["base64", "8bit"])
def test_the_encoding_is_the_one_that_the_bytes_have(charset, data, text, coding):
    if coding == "8bit" and charset == "utf-16":
        return  # mails cannot carry that as it is
    sent = base64.encodebytes(data) if coding == "base64" else data
    head = f"{HEAD}Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {coding}\n\n".encode()
    (document,) = read("a.eml", head + sent)
    assert document.lines[0] == text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-8-sig"])
@pytest.mark.parametrize("name", ["a.eml", "a.txt"])
def test_a_mail_that_was_saved_in_another_encoding_is_a_mail(name, encoding):
    sent = f"{HEAD}Content-Type: text/plain; charset=iso-8859-1\n\n{PROSE} Häfen – 5 €."
    (document,) = read(name, ("\ufeff" * (encoding == "utf-16-be") + sent).encode(encoding))
    assert document.lines == (f"{PROSE} Häfen – 5 €.",)
    assert hints(document, "authors") == ["Anna Lindqvist"]


def test_html_is_read_unless_it_says_nothing():
    for html, expected in (
        (f"<p>{PROSE} And so on.</p>", f"{PROSE} And so on."),
        ("<p><a href='x'>Open</a></p>", PROSE),
    ):
        message = EmailMessage()
        message["From"], message["Message-ID"] = "Anna <a@harbour.example>", "<2@harbour.example>"
        message.set_content(PROSE)
        message.add_alternative(f"<html><body>{html}</body></html>", subtype="html")
        (document,) = read("a.eml", message.as_bytes())
        assert [block.text for block in document.blocks] == [expected]


def test_who_is_quoted_may_be_told_inside_the_box_of_the_quotation():
    quoted = (
        "<div class=gmail_quote>On Mon, 2 Nov 2026, Piet Sand wrote:<blockquote class=gmail_quote>Why?</blockquote>"
    )
    data = f"{HEAD}Content-Type: text/html\n\n<html><body><p>{PROSE}</p>{quoted}</body></html>".encode()
    assert [[block.text for block in document.blocks] for document in read("a.eml", data)] == [[PROSE]]


def test_two_short_items_that_each_have_a_link_are_two_stories():
    told = (
        "The lock at Almery is shut until May, its keeper said.",
        "The ferry to Lunn runs again from Monday at six.",
    )
    items = "".join(
        f"<h2><a href='https://lunn.example/{at}'>Item {at}</a></h2><p>{each}</p>" for at, each in enumerate(told)
    )
    data = f"{HEAD}Content-Type: text/html\n\n<html><body>{items}</body></html>".encode()
    assert [document.blocks[0].text for document in read("a.eml", data)] == list(told)


@pytest.mark.parametrize(
    ("section", "above", "stories"),
    [
        ("<div><h1>{title}</h1><div>{text}</div></div>", "", 3),
        ("<div><table><tr><td><h2>{title}</h2></td></tr><tr><td>{text}</td></tr></table></div>", "", 3),
        ("<div><h2>{title}</h2>{text}</div>", "<h1>What the winter did</h1>", 1),  # an essay has a title above
        ("<h1>{title}</h1>{text}", "", 1),  # and its passages stand side by side
        ("<h1>{title}</h1><div>{text}</div>", "", 1),  # or its headings do
    ],
)
def test_sections_told_in_full_are_stories_where_each_has_a_box_of_its_own(section, above, stories):
    text = f"<p>{PROSE}</p>" * 5
    titles = ("The lock is shut until May", "The ferry runs again", "A mill burns at Lunn")
    body = "".join(section.format(title=title, text=text) for title in titles)
    data = f"{HEAD}Content-Type: text/html\n\n<html><body>{above}{body}</body></html>".encode()
    found = list(read("a.eml", data))
    assert len(found) == stories
    assert stories == 1 or [hint.value for document in found for hint in document.hints if hint.field == "title"] == [
        *titles
    ]


@pytest.mark.parametrize(
    ("kind", "text", "reason"),
    [
        ("multipart/encrypted; boundary=x", "--x\n\n--x--", "encrypted with PGP"),
        ("text/plain", "-----BEGIN PGP MESSAGE-----\n\nhQ\n", "encrypted with PGP"),
        ("application/pkcs7-mime; smime-type=enveloped-data", "MIAG", "encrypted with S/MIME"),
        ("application/pkcs7-mime; smime-type=signed-data", "MIAG", "signed in one piece with S/MIME"),
        ("text/plain", " \n", "the mail has no text"),
        ("text/html", "<img src=x>", "the mail has no text"),
        ("multipart/mixed; boundary=x", "--x\nContent-Type: image/png\n\nx\n--x--", "the mail has no text"),
    ],
)
def test_a_mail_that_cannot_be_read_says_why(kind, text, reason):
    (found,) = letter(text, kind=kind)
    assert (found.name, found.reason) == ("a.eml", reason)


def test_html_that_is_sent_as_plain_text_is_read_as_html():
    (document,) = letter(f"<p>{PROSE}</p>")
    assert [block.text for block in document.blocks] == [PROSE]


def test_a_mail_that_only_quotes_hands_on_what_it_quotes():
    (document,) = letter(f"On 10 March 2026, Bo Ek <bo@home.example> wrote:\n> {PROSE}\n", f"{HEAD}Subject: Re: Ice\n")
    assert [block.text for block in document.blocks] == [PROSE]


def test_a_container_of_tiny_letters_hides_only_what_has_no_size_of_its_own():
    html = f"<div style='font-size:0px'>Nothing to see<p style='font-size:14px'>{PROSE}</p></div>"
    (document,) = letter(html, kind="text/html")
    assert [block.text for block in document.blocks] == [PROSE]
    assert [each.reason for each in document.taken] == ["hidden in the mail"]


def test_a_file_without_headers_is_no_mail():
    assert list(read("a.eml", b"A line of text.")) == [Unread("a.eml", "no mail: it does not begin with headers")]
    assert list(read("a.mbox", b"A line of text.")) == [Unread("a.mbox", "no mailbox: there is no mail in it")]
    assert list(read("a.mhtml", b"Subject: x\n\nText")) == [Unread("a.mhtml", "there is no page in it")]


@pytest.mark.parametrize(
    "kind", ["multipart/mixed", "multipart/mixed; boundary=other", "multipart/alternative; boundary="]
)
def test_a_text_whose_parts_cannot_be_told_apart_is_still_read(kind):
    (document,) = letter(f"--x\nContent-Type: text/plain\n\n{PROSE}\n", kind=kind)
    assert PROSE in [block.text for block in document.blocks]


@pytest.mark.parametrize("depth", [3, 90, 400])
def test_parts_inside_parts_are_read_or_refused_in_time(depth):
    text = "".join(f"Content-Type: multipart/mixed; boundary=b{number}\n\n--b{number}\n" for number in range(depth))
    started = time.process_time()
    (found,) = read("a.eml", (HEAD + text + f"\n{PROSE}\n").encode())
    assert time.process_time() - started < 3
    if isinstance(found, Unread):
        assert "nested too deeply" in found.reason
    else:
        assert PROSE in found.lines


def test_mails_in_mails_are_read_until_they_are_too_deep():
    data = f"{HEAD}\n{PROSE}\n"
    for number in range(9):
        data = f"{HEAD.replace('<1@', f'<{number}@')}Content-Type: message/rfc822\n\n{data}"
    (found,) = read("a.eml", data.encode())
    assert found.reason == "too deep: 6 files inside one another"


def test_a_broken_mail_in_a_mailbox_harms_only_itself():
    ones = [
        f"From a@b Tue Mar 10 07:02:11 2026\n{HEAD.replace('<1@', f'<{number}@')}\n{PROSE}\n\n" for number in range(3)
    ]
    broken = "From a@b Tue Mar 10 07:02:11 2026\nContent-Type: multipart/encrypted\n\n"
    found = list(read("a.mbox", "".join([ones[0], broken, ones[1], ones[2]]).encode()))
    assert [type(each).__name__ for each in found] == ["Document", "Unread", "Document", "Document"]
    assert [each.name for each in found if not isinstance(each, Unread)] == [
        f"a.mbox#{n}@harbour.example" for n in range(3)
    ]


def test_a_mail_is_called_the_same_in_every_mailbox():
    one = f"From a@b Tue Mar 10 07:02:11 2026\nSubject: no id\nFrom: a@b.example\nTo: c@d.example\n\n{PROSE}\n\n"
    other = one.replace("no id", "another")
    keys = [[part.key for part in mailbox.read("a", text.encode())] for text in (one + other, other + one)]
    assert keys[0] == keys[1][::-1]
    assert len(set(keys[0])) == 2


def test_a_maildir_is_a_folder_of_mails_without_those_that_are_being_delivered(tmp_path):
    site = Site(tmp_path)
    text = f"{HEAD}Subject: No ferry today\n\n{HARBOUR}"
    for number, path in enumerate(
        ("mail/cur/17.M1P2.host:2,S", "mail/new/18.host", "mail/tmp/19.host", "mail/.News/cur/20:2,")
    ):
        site.source(path, text.replace("<1@", f"<{number}@").replace("today", f"today, again ({number})"))
    for path in ("mail/.News/new/.keep", "mail/.News/tmp/.keep", "tmp/a.txt", ".git/cur/a.txt"):
        site.source(path, text)
    outcomes = {item.path: item.detail for item in site.run().items if item.outcome == "skipped"}
    assert outcomes == {
        "mail/tmp/19.host": "skipped: a mail that is not yet delivered",
        "mail/.News/new/.keep": LEFT,
        "mail/.News/tmp/.keep": LEFT,
        ".git/cur/a.txt": LEFT,
    }
    assert all(path.stem.startswith("no-ferry-today") for path in (tmp_path / "content/articles").iterdir())


def test_a_link_loses_what_tells_who_clicked():
    (document,) = letter(
        f'<p>{PROSE} <a href="https://c.example/?q=https%3A%2F%2Fpaper.example%2Fa%3Fid%3D1&u=77">Here</a> and '
        f'<a href="https://paper.example/b?id=2&utm_source=mail&mc_eid=9">there</a>.</p>',
        kind="text/html",
    )
    assert "(https://paper.example/a?id=1)" in document.blocks[0].text
    assert "(https://paper.example/b?id=2)" in document.blocks[0].text


def test_a_page_saved_in_one_file_has_no_date_of_its_own():
    (document,) = read("page.mht", (SOURCES / "page-in-one-file/page.mhtml").read_bytes())
    assert hints(document, "date") == []


def test_headers_that_attack_a_parser_are_read_in_time():
    for value in (
        "(" * 50_000,
        "=?utf-8?q?" * 20_000,
        "<" * 90_000,
        '"\\' * 40_000,
        ";" * 90_000,
        "a@b," * 20_000,
        "a:" * 9000,
    ):
        started = time.process_time()
        for name in ("From", "Subject", "Date", "Content-Type", "List-Id", "Content-Disposition", "Message-ID"):
            found = list(read("a.eml", f"MIME-Version: 1.0\nTo: a\n{name}: {value}\n\n{PROSE}".encode()))
            assert not any("failed" in each.reason for each in found if isinstance(each, Unread))
        assert time.process_time() - started < 4, value[:20]


@pytest.mark.parametrize(
    "repeated",
    [
        "<div style='display:none'>", "<table><tr><td>Sponsored", "<p>On 1 May, A <a@b.example> wrote:</p>",
        "<p style='font-size:30px'>A heading here</p><p>Text that is prose enough to be a story of its own.</p>",
        "<style>", "<blockquote>",
        "From: a@b.example<br>Sent: x<br>", "<p>Unsubscribe</p>", "<",
    ],
)  # fmt: skip
def test_the_time_for_a_mail_grows_with_its_length_alone(repeated):
    assert grows(lambda text: letter(text, f"{HEAD}Subject: x\n", "text/html"), repeated) < 10


@pytest.mark.parametrize(
    "repeated", ["> quoted\n", "On 1 May 2026, A <a@b.example> wrote:\n", "From: a\n", "--\n", "a:\n\n"]
)
def test_the_time_for_a_plain_mail_grows_with_its_length_alone(repeated):
    assert grows(lambda text: letter(text, f"{HEAD}Subject: Fwd: a\n", "text/plain"), repeated) < 10


@pytest.mark.parametrize("opened", ["Date", "Begin forwarded message", "--- Forwarded message:", "- Original message"])
def test_the_time_for_a_long_gap_grows_with_its_length_alone(opened):
    def work(gap):
        letter(f"{opened}{gap.rstrip('0123456789')[:-1]}x", f"{HEAD}Subject: Fwd: a\n", "text/plain")

    assert grows(work, " ") < 10


ACCIDENTS = (
    b"\n--=_part\n",
    b"\nContent-Type: text/html\n\n",
    b"\nFrom a@b Tue Mar 10 07:02:11 2026\nTo: x\n",
    b"<table><tr><td>",
    b"</div></td>",
    b"\n> quoted\n",
    b"\n-- \n",
    b"Content-Type: message/rfc822\n\n",
)


def mutated(data, seed):
    """A file with a few accidents."""
    chance = random.Random(seed)
    made = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(made) or 1)
        match chance.randrange(6):
            case 0:
                made[at : at + chance.randrange(200)] = b""
            case 1:
                made[at:at] = bytes(chance.randrange(256) for _ in range(chance.randrange(20)))
            case 2:
                made[at:at] = made[chance.randrange(len(made) or 1) :][: chance.randrange(400)]
            case 3:
                made[at : at + 1] = chance.choice(
                    (b"\n", b"\n\n", b"<", b"=", b"--", b"\0", b":", b"\r", b"\xff", b'"')
                )
            case 4:
                made[at:at] = chance.choice(ACCIDENTS)
            case _:
                made = made[:at] if chance.random() < 0.2 else made
    return bytes(made)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(FILES), st.integers(0, 10**9))
def test_a_damaged_mail_gives_documents_or_a_reason_and_each_line_is_accounted_for(path, seed):
    name = next(reader.suffixes[0] for reader in READERS if path.suffix in reader.suffixes)
    found = list(read(f"a{name}", mutated(path.read_bytes(), seed)))
    for each in found:
        if isinstance(each, Unread):
            assert each.reason
            assert "its reader failed" not in each.reason
        else:
            assert accounted(each)


@given(st.binary(max_size=400), st.sampled_from(["a.eml", "a.mbox", "a.mhtml"]))
def test_any_bytes_behind_a_header_give_documents_or_a_reason(data, name):
    for head in (b"", b"MIME-Version: 1.0\nFrom: ", b"From a@b Tue Mar 10 07:02:11 2026\nSubject: "):
        for each in read(name, head + data):
            assert each.reason and "failed" not in each.reason if isinstance(each, Unread) else accounted(each)


def test_a_part_is_called_by_its_message_id():
    assert mime.key_of(b"Subject: x\nMessage-Id:  <a.b@c.example>\n\n") == "a.b@c.example"
    assert isinstance(next(mailbox.read("", (SOURCES / "mailbox/mail.mbox").read_bytes())), Part)
    assert quoting.look([]).fates == {}
