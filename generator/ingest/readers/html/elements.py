"""What HTML knows of its elements: which a reader sees, which begin a line of their own, which run on in one."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

_HIDDEN = frozenset(
    "script style noscript template svg math head title iframe object embed audio video canvas map select option "
    "textarea input datalist rt rp dialog".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body button caption center col colgroup dd details dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol "
    "p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp".split()
)
"""What begins a line of its own. All other elements, also those that nobody knows, run on in the line, as in HTML."""
_PHRASES = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q ruby rb s samp small "
    "span strike strong sub sup time tt u var wbr picture source amp-img".split()
)
"""Those of HTML that run on whatever they hold."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_FAR = 500
"""So many elements inside one are looked at; a line has not so many."""
_NO_DISPLAY = re.compile(r"display\s*:\s*none", re.IGNORECASE)


def is_unseen(element: Any, tag: Any) -> bool:
    """Whether a browser shows nothing of an element, whose tag costs time to ask for."""
    if not isinstance(tag, str) or tag in _HIDDEN:
        return True
    if element.get("hidden") is not None or ((style := element.get("style")) and _NO_DISPLAY.search(style)):
        return len("".join(element.itertext()).strip()) < 1000  # a paywall hides the article itself, which was saved
    return False


def runs_on(element: Any, tag: str) -> bool:
    """Whether an element is part of a line; one that no standard knows is a container where it holds blocks."""
    if tag in _BLOCKS:
        return False
    return tag in _PHRASES or not any(each.tag in _BLOCKS for each in islice(element.iterdescendants(), _FAR))


def is_left_open(paragraph: Any) -> bool:
    """Whether the heading around a paragraph holds more of them: then it is one that nobody closed."""
    heading = next((each for each in paragraph.iterancestors() if each.tag in HEADINGS), None)
    return heading is not None and len(list(islice(heading.iter("p"), 2))) > 1
