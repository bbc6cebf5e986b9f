"""The words of RTF: what each sign stands for, what is never shown, and which encodings its numbers mean."""

from __future__ import annotations

import codecs

UNSEEN = frozenset(
    """
    fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf
    fldinst listtable listoverridetable revtbl rsidtbl generator themedata colorschememapping latentstyles datastore
    xmlnstbl annotation atnid atnauthor atndate atnref atnicn atrfstart atrfend bkmkstart bkmkend pntxtb pntxta
    mmathPr wgrffmtfilter nonesttables shppict nonshppict tc xe template operator company category title subject
    author keywords comment doccomm userprops filetbl ftnsep ftnsepc aftnsep aftnsepc shpinst sp falt panose
    """.split()
)
SIGNS = {
    "emdash": "—",
    "endash": "–",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "tab": "\t",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
}
ALONE = {"~": "\xa0", "_": "\u2011", "-": "\u00ad", "{": "{", "}": "}", "\\": "\\"}
PAGES = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "big5hkscs",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
"""The encodings of character sets of fonts."""


def letter(number: int) -> str:
    """The letter of a `\\u`, which is signed, and for letters beyond 65,535 one of two halves."""
    return chr(number % 0x10000)


def codec(number: int) -> str:
    """Python's name of a code page; that of Western Windows for one it does not have."""
    name = {936: "gb18030", 950: "big5hkscs", 65001: "utf-8", 10000: "mac_roman"}.get(number, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
