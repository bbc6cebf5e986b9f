"""From the text of a saved page to its tree: whatever the markup, in bounded time and depth."""

from __future__ import annotations

import re
from typing import Any

from generator.ingest.readers.fault import Unreadable

_MOST = 10_000_000
_DEEPEST = 200
_EMBEDDED = re.compile(r"data:[\w/+.-]{1,60};base64,[A-Za-z0-9+/=\s]{200,}")
"""Pictures inside a page that was saved as one file: most of its bytes, and none of its text."""
_LADEN = re.compile(r"<([a-zA-Z][\w-]*)\s[^<>]{8000,}>")
"""A tag with more attributes than a page has use for: the state of a script, or an attack on the parser."""
_XML = re.compile(r"\A\s*<\?xml[^>]*>")
_NOT_XML = bytes({*range(32)} - set(b"\t\n\r"))
"""Signs that no tree may hold; they are taken out of the bytes, since that is many times faster."""
_NO_SIGNS = re.compile(b"\xef\xbf[\xbe\xbf]")
_NOT_XML_EITHER = re.compile(
    rb"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d)|x0*(?:[0-8bcef]|1[\da-f]|fff[ef])(?![\da-f]));?",
    re.IGNORECASE,
)
"""The same, spelled as numbers."""


def tree_of(text: str) -> Any:
    """The root element of a page; None when there is no element at all.

    What nests deeper than any page that a person wrote is cut off. Raises Unreadable for more than ten million
    characters, and where the parser gives up.
    """
    from lxml import etree, html  # slow to import

    if ";base64," in text:
        text = _EMBEDDED.sub("data:,", text)
    text = _XML.sub("", _LADEN.sub(r"<\1>", text))
    if len(text) > _MOST:
        raise Unreadable(f"too large: {len(text) // 1_000_000} million characters are no article")
    if not text.strip():
        return None
    data = _NO_SIGNS.sub(b"", text.encode("utf-8", "ignore").translate(None, _NOT_XML))
    data = _NOT_XML_EITHER.sub(b" ", data)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True)
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))  # the usual one is slow
    try:
        root = html.document_fromstring(data, parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None
    if any("LIMIT" in fault.type_name for fault in parser.error_log):
        raise Unreadable("nested too deeply: the parser gives up, and would lose what follows")
    _flatten(root)
    return root


def _flatten(root: Any) -> None:
    """Take the tags, not the text, out of everything below the deepest level allowed."""
    for element in root.xpath("*" + "/*" * (_DEEPEST - 1)):
        text = " ".join(element.itertext())
        tail = element.tail
        for child in list(element):
            element.remove(child)
        element.text, element.tail = text, tail
