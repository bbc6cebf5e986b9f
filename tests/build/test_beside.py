"""The links of a source lead where its author meant them to: to its neighbours, and to pictures beside it."""

import json

import pytest
from build_site import article, make, write

from generator import config
from generator.build import links

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


def site(folder, body, **more):
    texts = {
        "broadsheet.yml": "url: https://paper.example/repo/\n",
        "content/articles/post.md": article("A post", body, source="{file: blog/2026/post.md}"),
        "content/articles/another-day.md": article("Another day", source="{file: blog/2026/other.md}"),
        "content/sources/blog/2026/bridge.png": PNG,
        "content/sources/blog/2026/plan #1?.png": PNG,
        "content/sources/blog/assets/tower.jpg": PNG,
        "content/sources/blog/2026/drawing.svg": b"<svg/>",
        "content/sources/other.txt": b"not for the site",
        "secret.png": PNG,
    }
    result = make(write(folder, texts | more))
    assert links.survey(folder / "site", config.load(folder)).problems == ()
    page = (folder / "site/articles/post/index.html").read_text("utf-8")
    return page[page.index('id="p1"') : page.index("</p>", page.index('id="p1"'))], result


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("![The bridge](bridge.png)", 'src="../../sources/blog/2026/bridge.png"'),
        ("![The tower](../assets/tower.jpg)", 'src="../../sources/blog/assets/tower.jpg"'),
        ("![The tower](/assets/tower.jpg)", 'src="../../sources/blog/assets/tower.jpg"'),
        ("![The bridge](bridge.png?w=300)", 'src="../../sources/blog/2026/bridge.png"'),
        ("![A plan](plan%20%231%3F.png)", 'src="../../sources/blog/2026/plan %231%3F.png"'),
        ("See [the day after](other.md).", 'href="../another-day/"'),
        ("See [the day after](./other.md#end).", 'href="../another-day/"'),
        ("See [topics](/topics/).", 'href="../../topics/"'),
        ("See [the feed](/feed.xml).", 'href="../../feed.xml"'),
    ],
)
def test_what_lies_beside_the_source_is_found(tmp_path, body, shown):
    page, result = site(tmp_path, body)
    assert shown in page
    assert result.problems == ()


@pytest.mark.parametrize(
    ("body", "target", "shown"),
    [
        ("See [the plan](plan.pdf) here.", "plan.pdf", "See <a>the plan</a> here."),
        ("See [the list](/tag/bridges/) here.", "/tag/bridges/", "See <a>the list</a> here."),
        ("See ![a drawing](drawing.svg) here.", "drawing.svg", "See a drawing here."),
        ("See ![a & b](../../../../secret.png) here.", "../../../../secret.png", "See a &amp; b here."),
        ("See ![a name](" + "y" * 300 + ".png) here.", "y" * 300 + ".png", "See a name here."),
        ("See [the note](../../other.txt) here.", "../../other.txt", "See <a>the note</a> here."),
    ],
)
def test_a_link_that_leads_nowhere_is_shown_as_its_text_and_told(tmp_path, body, target, shown):
    page, result = site(tmp_path, body)
    assert shown in page
    assert [each.what for each in result.problems] == [f"a link leads to `{target}`, and there is no such file"]


def test_what_is_no_address_at_all_stops_no_build(tmp_path):
    body = article("A post", "See [the plan](//[plan) here.", source="{file: blog/post.md}")
    assert make(write(tmp_path, {"content/articles/post.md": body})).problems == ()


def test_only_pictures_that_an_article_shows_are_copied(tmp_path):
    site(tmp_path, "![The bridge](bridge.png)")
    copied = [path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site/sources").rglob("*.*")]
    assert copied == ["sources/blog/2026/bridge.png"]


def test_a_picture_that_is_a_link_out_of_the_folder_is_not_copied(tmp_path):
    outside = tmp_path / "outside.png"
    outside.write_bytes(PNG)
    folder = tmp_path / "paper/content/sources/blog/2026"
    folder.mkdir(parents=True)
    (folder / "mine.png").symlink_to(outside)
    page, _ = site(tmp_path / "paper", "See ![it](mine.png) here.")
    assert "See it here." in page


def test_a_page_of_the_editor_keeps_its_links_for_check_to_tell(tmp_path):
    make(write(tmp_path, {"content/pages/a.md": article("A", "See [b](b.md).")}))
    told = [each.what for each in links.survey(tmp_path / "site", config.load(tmp_path)).problems]
    assert any("b.md" in each for each in told), json.dumps(told)
