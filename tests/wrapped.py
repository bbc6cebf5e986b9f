"""What the tests of readers that unwrap share: how a reading is shown, archives made in memory, damaged files."""

import contextlib
import io
import random
import tarfile
import zipfile
from pathlib import Path

from generator.ingest.markdown import body_of
from generator.ingest.readers import Part, Unread, Unreadable, read

SOURCES = Path(__file__).parent / "sources"
PROSE = "The ferry does not sail today, because there is too much ice in the sound between Orrin and the island."
PAGE = f"<!doctype html><html><head><title>Ice in the sound</title></head><body><p>{PROSE}</p></body></html>".encode()
_PIECES = (b"<", b">", b"&", b"]]>", b"<![CDATA[", b"\0", b"\xff\xfe", b'"', b"{", b"[", b"}", b"\n", b"&#xD800;")
_PIECES += (
    b"\\ud800",
    b"<item>",
    b"</item>",
    b"999999999999",
    b"-1",
    b"1e999",
    b"NaN",
    b"\r",
    b"PK\x03\x04",
    b";",
    b"#x",
)


def shown(found):
    """One document as the files `expected.md` have it."""
    if isinstance(found, Unread):
        return f"# {found.name}\n\n{found.status}: {found.reason}\n"
    hints = [f"{hint.field}: {hint.value} ({hint.origin})" for hint in found.hints]
    taken = [f"{each.line} {each.reason}: {each.text}" for each in found.taken]
    return "\n".join([f"# {found.name}", "", *hints, "", body_of(found), *taken, ""])


def check(path, update):
    """A file below `tests/sources/` gives what `expected.md` beside it says; with `update` that is written anew."""
    expected = path.with_name("expected.md")
    found = "\n".join(map(shown, read(path.name, path.read_bytes())))
    if update:
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


def names(found):
    return [each.name for each in found]


def told(found):
    """Name and reason of all that was not read."""
    return {each.name: each.reason for each in found if isinstance(each, Unread)}


def hints(found, field):
    return [hint.value for hint in found.hints if hint.field == field]


def zipped(*files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files:
            made.writestr(name, content)
    return data.getvalue()


def taped(*files):
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as made:
        for name, content in files:
            member = tarfile.TarInfo(name)
            member.size = len(content)
            made.addfile(member, io.BytesIO(content))
    return data.getvalue()


def damaged(data, seed):
    """The bytes with some lost, changed, doubled or put in, by chance that can be repeated."""
    chance = random.Random(seed)
    result = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 12))):
        place, size = chance.randrange(len(result) + 1), chance.choice((1, 2, 8, 60, 400))
        kind = chance.randrange(6)
        if kind == 0:
            result[place : place + size] = b""
        elif kind == 1:
            result[place:place] = chance.choice(_PIECES)
        elif kind == 2:
            result[place : place + 1] = bytes([chance.randrange(256)])
        elif kind == 3:
            result[place:place] = result[place : place + size] * chance.choice((1, 2, 30))
        elif kind == 4:
            del result[place:]
        else:
            result[place : place + size] = chance.randbytes(min(size, 8))
    return bytes(result)


def withstands(reader, name, data):
    """The reader gives Parts or a reason for these bytes, and reading them through gives text that can be written."""
    reader.claims(data)
    with contextlib.suppress(Unreadable):
        assert all(isinstance(each, Part) for each in reader.read(name, data))
    for each in read(name, data):
        each.name.encode()
        if isinstance(each, Unread):
            assert "failed" not in each.reason, each.reason
        else:
            known = {line for block in each.blocks for line in block.lines} | {taken.line for taken in each.taken}
            assert all(number in known for number, line in enumerate(each.lines, start=1) if line.strip())
            assert all(hint.value.encode() for hint in each.hints)
