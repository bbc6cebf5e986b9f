"""The plainest bodies, in one pass: the same HTML and paragraphs as the long way round gives."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.build import markup, plain

LINKS = {"x.md": "/x/", "b/c.md#p1": None}


def resolve(target):
    return LINKS.get(target, target)


def long_way(body, *, trusted=False):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain, "convert", lambda *_, **__: None)
        made = markup.convert(body, resolve, trusted=trusted)
    return made.html, made.paragraphs


def here(body, *, trusted=False):
    return plain.convert(body, resolve, trusted=trusted)


PLAINEST = [
    "One line.",
    "Two\nlines.\n\n“Quoted,” it said.\n\n\n\n(In brackets.)",
    "## Heading\n\nText\n\n### Below\n\n# Again\n\n## Heading\n\n#### p1",
    "- One\n- Two *times*\n\nText\n\n1. First\n2. Second",
    "> A\n>\n> B with a [link](x.md)\n\nText",
    "A *word* and **two words**, un*bro*ken; [sic] and a_b_c.",
    "See [this](https://e.example/a_b?c=1&d=2#e), [that](x.md) and [nothing](b/c.md#p1).",
    "R&D, 5 > 4, &amp; and &lt;.",
    "\\*Escaped\\* \\# marks\\.\n\n\\- no list\n\n1984\\. No list.",
    "Non\xa0breaking,  two spaces",
    "12 people, $5 and – a dash\n\n—dash\n\n27.1.2022 – a day\n\n• a point, § 5",
    "[**Loud**](x.md) and [see *this* & that](https://taz.example/!5/), [“so”](mailto:a.b@c.example)",
    "***Both***, **this & that**, *R&D*\n\n**“So,”** and *(so)*\n\nEvery Nutzer*in",
    "- [**A**](x.md)\n- **“B”**",
    "",
]


@pytest.mark.parametrize("trusted", [False, True])
@pytest.mark.parametrize("body", PLAINEST)
def test_the_plainest_bodies_are_for_here_and_come_out_the_same(body, trusted):
    assert here(body, trusted=trusted) == long_way(body, trusted=trusted)


@pytest.mark.parametrize(
    "body",
    [
        "<b>HTML</b>", "a `code`", "![picture](x.png)", "[a][b]", "[a]: /b", "[^1]: Note", "    code", "* a",
        "- a\n    - b", "a  \nb",
        "Title\n===", "a | b\n--|--\n1 | 2", "- a\n\n- b", "> a\n\n> b", "3. a", "__bold__", "a * b",
        "***both* a**", "*a &amp; b*", "a*b and \\*c", "[a *b](x.md)", "* * *", "12. a",
        "[a](javascript:x)", "[a](http://127.0.0.1/)", "[a](x 'title')", "[a](//x.example/)", "&nbsp;",
        "Term\n: Meaning", "a\tb", "a\x02b", "# Title #", "~~~\na\n~~~",
    ],
)  # fmt: skip
def test_whatever_else_a_body_has_is_not_for_here(body):
    assert here(f"Text.\n\n{body}\n\nText.") is None


PIECES = st.sampled_from(
    ["a", "é", "5", "12.", "- ", "> ", "## ", "*", "**", "_", "a_b", "[", "](", "](x.md)", "[a](b/c.md#p1)",
     "](https://e.org/a_b?c=1&d=2)", "!", "&", "&amp;", ";", " ", "  ", "\n", "\n\n", "\\", "\\*", "\\-", "“Q”", "(p)",
     ":", "|", "\n- b", "\n>\n> r", "1. x\n2. y", "*em*", "**st**", "\xa0", "\u2003", "$5", "a*b", "[**a**](x.md)",
     "***", "[*", "*](x.md)", "***b***", "](mailto:a@b.cd)", "•", "7.1", "& ", "— ", "~", "===", "^",
     "[^1]", "[x]:", "{", "}", ".", "***", "#", "p1", "/"]
)  # fmt: skip
BLOCKS = st.lists(PIECES, min_size=1, max_size=5).map("".join)


@settings(max_examples=600, deadline=None)
@given(st.lists(BLOCKS, max_size=4).map("\n\n".join), st.booleans())
@example("# a\xa0", False)
@example("x*\xa0y*", False)
def test_what_comes_out_is_the_same_as_the_long_way_round(body, trusted):
    found = here(body, trusted=trusted)
    assert found is None or found == long_way(body, trusted=trusted)
