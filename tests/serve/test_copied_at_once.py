"""What is copied as it is: brought up to date where it stands, and left to the build in every doubt."""

from generator.serve.copies import renewed


def test_a_copy_that_stands_is_renewed_and_nothing_else_is_touched(tmp_path):
    site, output = tmp_path / "site", tmp_path / "output"
    texts = {"a.css": "new", "same.css": "same", "fresh.css": "new", "other.css": "new", "page.md": "new"}
    for folder in (site, output / "static"):
        folder.mkdir(parents=True)
    for name, text in texts.items():
        (site / name).write_text(text)
    for name, text in {"a.css": "old", "same.css": "same", "other.css": "old", "gone.css": "old", "b": "old"}.items():
        (output / "static" / name).write_text(text)
    copied = {site / name: f"static/{name}" for name in (*texts, "gone.css") if name != "page.md"}
    changed = {site / name for name in ("a.css", "same.css", "fresh.css", "gone.css", "page.md")}
    assert list(renewed(changed, copied, output)) == ["static/a.css"]
    assert {path.name: path.read_text() for path in (output / "static").iterdir()} == {
        "a.css": "new",
        "same.css": "same",
        "other.css": "old",
        "gone.css": "old",
        "b": "old",
    }


def test_what_cannot_be_read_or_is_a_link_is_left_to_the_build(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "a.css").write_text("new")
    (tmp_path / "mine.txt").write_text("mine")
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "folder").write_text("old")
    (tmp_path / "output" / "a.css").symlink_to(tmp_path / "mine.txt")
    copied = {tmp_path / name: name for name in ("folder", "a.css")}
    assert list(renewed(copied.keys(), copied, tmp_path / "output")) == []
    assert (tmp_path / "mine.txt").read_text() == "mine"
