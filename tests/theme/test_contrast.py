"""The colours of the style sheet keep their contrast, in light and in dark, by WCAG's own formula."""

import re

import pytest

from generator.build.render import packaged

CSS = (packaged() / "static/site.css").read_text(encoding="utf-8")
PAIR = r"--([\w-]+): var\(--light, (#\w+)\) var\(--dark, (#\w+)\)"
BOTH = {name: (light, dark) for name, light, dark in re.findall(PAIR, CSS)}
CALENDAR = (packaged() / "archive.html").read_text(encoding="utf-8")
(STEP,) = re.findall(r"--heat: \{\{ \(cell\.count / \(most or 1\) \* 5\).*? \* (\d+) \}\}%", CALENDAR)
HEAT = {f"h{heat}": heat * int(STEP) / 100 for heat in range(1, 6)}
SCHEMES = ("light", "dark")

TEXT, SHAPE = 4.5, 3.0
PAIRS = [
    *((colour, ground, TEXT) for colour in ("text", "text2", "muted") for ground in ("bg", "surface", "raised")),
    *((colour, ground, TEXT) for colour in ("link", "visited", "accent") for ground in ("bg", "surface")),
    *((colour, ground, SHAPE) for colour in ("control", "focus") for ground in ("bg", "surface", "raised")),
    ("text", "mark", TEXT),
    ("bg", "text", TEXT),
    ("text", "bg", 12),
    *(("text", heat, TEXT) for heat in HEAT),
]


def rgb(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    return tuple(int(digits[at : at + 2], 16) for at in (0, 2, 4))


def token(name, scheme):
    """A colour by its name; a cell of the calendar is the accent mixed into the ground."""
    if name in HEAT:
        accent, ground = token("accent", scheme), token("bg", scheme)
        return tuple(round(HEAT[name] * one + (1 - HEAT[name]) * two) for one, two in zip(accent, ground, strict=True))
    return rgb(BOTH[name][SCHEMES.index(scheme)])


def luminance(colour):
    """Relative luminance, WCAG 2.2."""
    parts = [each / 255 for each in colour]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, two):
    high, low = sorted((luminance(one), luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("colour", "ground", "floor"), PAIRS)
def test_a_pair_of_colours_keeps_its_floor(colour, ground, floor, scheme):
    assert contrast(token(colour, scheme), token(ground, scheme)) >= floor


def test_the_formula_gives_the_known_ends():
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


def test_rules_use_tokens_and_no_colours_of_their_own():
    rules = CSS.partition("/* ---- ground */")[2].partition("@media print")[0]
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", rules) == []


def test_the_browser_bar_has_the_colours_of_the_ground():
    base = (packaged() / "base.html").read_text(encoding="utf-8")
    assert tuple(re.findall(r'name="theme-color" content="(#\w+)"', base)) == BOTH["bg"]
