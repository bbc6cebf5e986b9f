"""What a file says of itself, its title and author: only what a person would say, not what programs write there."""

from __future__ import annotations

import re

from generator.ingest.readers.tidy import key
from generator.text.bylines import people

_NO_TITLE = re.compile(
    r"^(?:microsoft (?:word|powerpoint|excel)|untitled|unbenannt|ohne titel|sans (?:titre|nom)|sin título|senza titolo"
    r"|document\s?\d*$|dokument\s?\d*$|title$|titel$|print$|layout|slide \d|powerpoint)"
    r"|\.(?:docx?|docm|pdf|indd|qxp|qxd|tex|dvi|rtf|odt|pages|pptx?|xlsx?|html?|eps|ai|pub|pmd|fm|txt)\b"
    r"|^[\w-]*\d[\w-]*$|^\W*$|^https?:|[\\/]\w+[\\/]|\w_\w",
    re.IGNORECASE,
)


def title(text: str) -> str:
    """The title, if it can be one; else the empty string."""
    line = " ".join(text.split())
    return "" if _NO_TITLE.search(line) or len(line) > 250 else line


def authors(text: str, printed: str) -> list[str]:
    """The persons it names, each only if the document prints the name, too: the user of a computer is no author."""
    said = key(printed)
    return [name for name in people(text) if " " in name and key(name) in said]
