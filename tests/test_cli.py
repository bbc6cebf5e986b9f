"""The command line, in process: what it prints, where, and with which code it ends."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from generator import options, scaffold
from generator.errors import BroadsheetError
from generator.runs import Runs
from generator.say import Say
from generator.serve import GiveWay


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "x"
    scaffold.site(folder)
    return folder


def article(site, word):
    """The one article file whose text has this word."""
    return next(path for path in (site / "content" / "articles").glob("*.md") if word in path.read_text("utf-8"))


def test_init_build_and_check_need_nothing_in_between(tmp_path, run):
    assert run(tmp_path, "init", "mine").code == 0
    built = run(tmp_path / "mine", "build", "--strict")
    assert (built.code, built.err) == (0, "")
    assert (tmp_path / "mine" / "site" / "index.html").exists()
    assert run(tmp_path / "mine", "check").code == 0


def test_a_site_whose_content_is_gone_is_told_and_its_pages_stay(site, run):
    run(site, "build")
    (site / "content").rename(site.parent / "away")
    gone = run(site, "build")
    assert gone.code == 1
    assert "there is no content/ here" in gone.err
    assert (site / "site" / "articles").is_dir()
    (site.parent / "away").rename(site / "content")
    assert run(site, "build").code == 0


def test_an_empty_site_says_what_to_do(tmp_path, run):
    run(tmp_path, "init", "mine", "--no-sample")
    for _ in range(2):
        assert run(tmp_path / "mine", "build").out.startswith("0 inputs: put documents into content/sources\n")


def test_a_picture_that_is_not_there_is_a_warning(site, run):
    run(site, "ingest")
    path = article(site, "Repairs cost")
    text = path.read_text("utf-8")
    path.write_text(text.replace("---\n", "---\nimage: /quay%20one.jpg\n", 1), "utf-8")
    told = run(site, "build")
    assert told.err.startswith(f"content/articles/{path.name}: warning: `image` leads to `/quay%20one.jpg`")
    (site / "content" / "static").mkdir()
    (site / "content" / "static" / "quay one.jpg").write_bytes(b"x")
    assert run(site, "build", "--strict").err == ""


def test_a_draft_without_a_title_is_refused(site, run):
    refused = run(site, "new", " ")
    assert (refused.code, refused.out) == (1, "")
    assert "the title is empty" in refused.err


def test_a_site_in_another_folder_is_built_as_it_is_from_within(site, run):
    (site / "templates").mkdir(exist_ok=True)
    (site / "templates" / "404.html").write_text("Own.")
    (site / "templates" / "static").mkdir()
    (site / "templates" / "static" / "own.txt").write_text("Own, too.")
    assert run(site.parent, "build", "--source", site.name).code == 0
    assert (site / "site" / "404.html").read_text() == "Own."
    assert (site / "site" / "static" / "own.txt").read_text() == "Own, too."


def test_init_in_a_full_folder_is_refused(site, run):
    refused = run(site.parent, "init", "x")
    assert (refused.code, refused.out) == (1, "")
    assert "not empty" in refused.err
    assert "try:" in refused.err


def test_an_unknown_command_or_option_is_the_command_lines_fault(site, run):
    assert run(site, "bild").code == 2
    assert run(site, "build", "--colour").code == 2


def test_a_fault_of_the_input_ends_with_1_and_is_told_on_stderr(site, run):
    (site / "content" / "articles").mkdir()
    (site / "content" / "articles" / "x.md").write_text("---\ntitle: a: b\n---\n")
    built = run(site, "build")
    assert built.code == 1
    assert "content/articles/x.md:2:9: error:" in built.err
    assert "Traceback" not in built.err


def test_json_is_one_object_on_stdout_also_when_there_are_faults(site, run):
    good = json.loads(run(site, "build", "--json").out)
    assert good["ok"] is True
    assert set(good) >= {"ingest", "build", "problems", "ok"}
    (site / "content" / "articles" / "x.md").write_text("---\ntitle: a: b\n---\n")
    bad = run(site, "build", "--json")
    told = json.loads(bad.out)
    assert (bad.code, told["ok"]) == (1, False)
    assert told["problems"][0]["where"] == "content/articles/x.md:2:9"


def test_the_account_of_ingest_adds_up(site, run):
    (site / "content" / "sources" / "empty.txt").write_bytes(b"")
    (site / "content" / "sources" / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)))
    shutil.copy(site / "content/sources/harbour-bridge.txt", site / "content/sources/again.txt")
    account = json.loads(run(site, "ingest", "--json").out)["ingest"]
    outcomes = {each["path"]: each["outcome"] for each in account["items"]}
    assert outcomes == {
        "again.txt": "published",
        "almery-bridge-reopens.md": "published",
        "empty.txt": "empty",
        "harbour-bridge.txt": "duplicate",
        "night-train.html": "published",
        "photo.jpg": "skipped",
    }


def test_review_lists_what_a_person_should_look_at_below_the_sums(site, run):
    (site / "content" / "sources" / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    told = run(site, "ingest", "--review")
    sums, first, *_, last = told.out.splitlines()
    assert (told.code, sums) == (0, "4 inputs: 3 published, 1 unreadable")
    assert first.startswith("content/sources/old.doc: ")
    assert last.endswith("worth a look")
    assert run(site, "ingest", "--review", "--verbose").out.splitlines()[0].startswith("4 inputs: ")
    data = json.loads(run(site, "ingest", "--review", "--json").out)
    assert data["review"][0]["source"] == "content/sources/old.doc"
    assert data["review"][0]["reasons"]


def test_a_run_that_is_interrupted_says_so_in_one_line_and_ends_with_130(site, run, monkeypatch):
    from generator import ingest

    def interrupted(*arguments, progress, **options):
        progress(1204, 10000, "a.txt")
        raise KeyboardInterrupt

    monkeypatch.setattr(ingest, "ingest", interrupted)
    for command in ("ingest", "build"):
        ended = run(site, command)
        assert (ended.code, ended.out) == (130, "")
        told = "interrupted: 1,204 of 10,000 new or changed sources are read; the next run goes on there\n"
        assert ended.err == told
    assert json.loads(run(site, "ingest", "--json").out)["ok"] is False


def test_ctrl_c_while_the_program_is_loaded_ends_it_quietly(tmp_path):
    (tmp_path / "click.py").write_text("raise KeyboardInterrupt")
    declared = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text("utf-8"))
    module, _, function = declared["project"]["scripts"]["broadsheet"].partition(":")
    for command in (["-m", "generator"], ["-c", f"from {module} import {function}; {function}()"]):
        ended = subprocess.run(
            [sys.executable, *command],
            capture_output=True,
            env={**os.environ, "PYTHONPATH": str(tmp_path)},
            check=False,
        )
        assert (ended.returncode, ended.stdout, ended.stderr) == (130, b"", b"")


def test_strict_makes_warnings_fail(site, run):
    run(site, "ingest")
    path = site / "content" / "articles" / "mine.md"
    path.write_text("---\ntitle: Mine\nsumary: One.\n---\n\nText.\n")
    relaxed, strict = run(site, "build"), run(site, "build", "--strict")
    assert (relaxed.code, strict.code) == (0, 1)
    assert "did you mean `summary`?" in relaxed.err


@pytest.mark.parametrize("command", ["ingest", "build"])
def test_strict_fails_of_a_source_that_cannot_be_read_and_names_it(site, run, command):
    (site / "content" / "sources" / "broken.pdf").write_bytes(b"%PDF-1.4\nnothing of one")
    assert run(site, command).code == 0
    for _ in ("told", "told again"):
        ended = run(site, command, "--strict")
        assert ended.code == 1
        assert "content/sources/broken.pdf: warning: unreadable: " in ended.err


def test_quiet_prints_faults_only_and_verbose_names_everything(site, run):
    assert run(site, "build", "--quiet").out == ""
    assert "night-train.html" in run(site, "build", "--verbose").out


def test_a_variable_stands_for_an_option(site, run, monkeypatch):
    monkeypatch.setenv("BROADSHEET_OUTPUT", str(site.parent / "elsewhere"))
    assert run(site, "build").code == 0
    assert (site.parent / "elsewhere" / "index.html").exists()
    assert not (site / "site").exists()


def test_an_edit_by_hand_outlives_a_change_of_its_source(site, run):
    run(site, "build")
    path = article(site, "sleeping cars")
    edited = path.read_text("utf-8").replace("Night train to the coast", "The sleeper to the sea", 1)
    path.write_text(edited.replace("Two sleeping cars", "Two old sleeping cars"), "utf-8")
    source = site / "content" / "sources" / "night-train.html"
    source.write_text(source.read_text("utf-8").replace("48 berths", "52 berths"), "utf-8")
    built = run(site, "build")
    assert built.code == 0
    assert "kept your edit" in built.out
    assert "The sleeper to the sea" in path.read_text("utf-8")
    assert "Two old sleeping cars" in path.read_text("utf-8")


def test_what_a_source_has_changed_is_shown_by_the_build_that_reads_it(site, run):
    run(site, "build")
    path = article(site, "sleeping cars")
    os.utime(path, (1, 1))  # so that it is known for sure
    run(site, "build")
    source = site / "content" / "sources" / "night-train.html"
    source.write_text(source.read_text("utf-8").replace("48 berths", "52 berths"), "utf-8")
    run(site, "build")
    assert "52 berths" in path.read_text("utf-8")
    assert "52 berths" in (site / "site" / "articles" / path.stem / "index.html").read_text("utf-8")


def test_a_deleted_article_stays_away(site, run):
    run(site, "build")
    path = article(site, "sleeping cars")
    path.unlink()
    run(site, "build")
    run(site, "build")
    assert not path.exists()
    assert not (site / "site" / "articles" / path.stem).exists()


def test_drafts_and_the_future_are_held_back_with_a_line_that_says_so(site, run):
    run(site, "new", "A bridge too many")
    (site / "content" / "articles" / "later.md").write_text("---\ntitle: Later\ndate: 2031-01-01\n---\n\nText.\n")
    built = run(site, "build")
    assert "held back content/articles/a-bridge-too-many.md" in built.out
    assert "held back content/articles/later.md" in built.out
    assert not (site / "site/articles/later").exists()
    run(site, "build", "--drafts", "--future")
    assert (site / "site/articles/later").exists()
    assert (site / "site/articles/a-bridge-too-many").exists()


def test_explain_shows_fields_with_their_origin_and_every_line(site, run):
    told = run(site, "explain", "content/sources/harbour-bridge.txt")
    assert told.code == 0
    for line in (site / "content/sources/harbour-bridge.txt").read_text("utf-8").split("\n"):
        assert line[:20].strip() in told.out
    assert "Comments are closed" in told.out
    assert "comment" in told.out


def test_check_lists_every_fault(site, run):
    run(site, "build")
    for name in ("index.html", "archive/index.html"):
        page = site / "site" / name
        page.write_text(page.read_text("utf-8").replace("</main>", '<a href="nowhere/">x</a></main>'), "utf-8")
    checked = run(site, "check")
    assert checked.code == 1
    assert "archive/index.html" in checked.err
    assert checked.err.count("nowhere/") == 2


def test_clean_takes_away_what_can_be_made_again_and_nothing_else(site, run):
    run(site, "build")
    (site / "site" / ".gitignore").write_text("*\n")
    before = set((site / "content").rglob("*"))
    run(site, "clean")
    assert [path.name for path in (site / "site").iterdir()] == [".gitignore"]
    assert not (site / ".broadsheet").exists()
    assert set((site / "content").rglob("*")) == before


def test_a_folder_that_broadsheet_did_not_make_is_not_emptied(site, run):
    precious = site.parent / "documents"
    precious.mkdir()
    (precious / "thesis.txt").write_text("years of work")
    for command in ("build", "clean"):
        refused = run(site, command, "--output", precious)
        assert refused.code == 1, command
        assert "documents" in refused.err
    assert [path.name for path in precious.iterdir()] == ["thesis.txt"]


def test_python_m_generator_is_the_same_program(site):
    told = subprocess.run([sys.executable, "-m", "generator", "--version"], capture_output=True, text=True, check=True)
    assert told.stdout.startswith("broadsheet, version ")


def test_what_is_told_reaches_a_pipe_whole_with_how_it_ended(site, run):
    for name, code in (("harbour-bridge.txt", 0), ("nowhere.txt", 1)):
        command = ("explain", f"content/sources/{name}")
        ended = subprocess.run(
            [sys.executable, "-m", "generator", *command], cwd=site, capture_output=True, text=True, check=False
        )
        here = run(site, *command)
        assert (ended.returncode, ended.stdout, ended.stderr) == (here.code, here.out, here.err)
        assert ended.returncode == code
        assert ended.stdout + ended.stderr


def test_a_fault_of_ours_keeps_its_traceback(site, run, monkeypatch):
    from generator import build

    def broken(*arguments, **options):
        raise ZeroDivisionError("ours")

    monkeypatch.setattr(build.Builder, "build", broken)
    with pytest.raises(ZeroDivisionError):
        run(site, "build")


@pytest.mark.parametrize("command", ["build", "ingest", "serve", "check", "clean"])
def test_a_folder_that_is_no_site_is_told_and_left_as_it_is(tmp_path, run, command):
    refused = run(tmp_path, command)
    assert refused.code == 1
    assert "this is no site" in refused.err
    assert "broadsheet init" in refused.err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_and_one_that_is_gone_are_told(tmp_path, run, monkeypatch):
    assert run(tmp_path, "build", "--source", "none").err.startswith(f"{tmp_path}/none: error: it is not there")

    def gone():
        raise FileNotFoundError

    monkeypatch.setattr(os, "getcwd", gone)
    assert "the folder in which this was called is gone" in run(tmp_path, "init", "new").err


def test_within_a_site_the_way_to_its_folder_is_told(site, run):
    refused = run(site / "content", "build")
    assert refused.code == 1
    assert f"go to {site.resolve()}, the site around it" in refused.err


def test_where_the_pages_cannot_go_is_told_before_a_source_is_read(site, run, tmp_path):
    (kept := tmp_path / "mine").mkdir()
    (kept / "letter.txt").write_text("mine", "utf-8")
    (site / "content" / "sources").mkdir(exist_ok=True)
    (site / "content" / "sources" / "late.txt").write_text(
        "The quay is closed until Monday, the harbour says.", "utf-8"
    )
    refused = run(site, "build", "--output", str(kept))
    assert refused.code == 1
    assert "files that Broadsheet did not write" in refused.err
    assert refused.out == ""
    assert not (site / "content" / "ingest.lock").exists()


def test_a_base_url_that_is_no_address_is_told_of_the_option_that_gave_it(site, run):
    told = run(site, "build", "--base-url", "news")
    assert told.code == 1
    assert "--base-url: error: `url` is not a web address: 'news'" in told.err


def test_an_epoch_that_is_no_number_is_told(site, run):
    told = run(site, "build", epoch="soon")
    assert told.code == 1
    assert "SOURCE_DATE_EPOCH is not a number of seconds: 'soon'" in told.err


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="the system does not say which cores we may use")
def test_the_work_is_shared_by_as_many_processes_as_there_are_cores_for_us(monkeypatch):
    monkeypatch.setattr(os, "cpu_count", lambda: 64)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    assert options.processes(None) == 2
    assert options.processes(5) == 5


def test_serve_says_once_what_several_builds_in_a_row_find(site, capsys):
    say = Say(False, False, False, False)
    runs = Runs(say, options.Site(site, None, None), site / "out", drafts=False, future=False, jobs=1)
    home, words = site / "templates" / "home.html", "error: there is no template `basis.html`"

    def gives_way():
        raise GiveWay

    def saved(text, *changed, pause=lambda: None):
        home.parent.mkdir(exist_ok=True)
        home.write_text(text)
        try:
            list(runs.again(frozenset(changed), frozenset({"index.html"}), pause))
        except BroadsheetError as error:
            say.problems(error.problems)
        except GiveWay:
            pass
        return capsys.readouterr().err.count(words)

    wrong = '{% extends "basis.html" %}'
    assert saved('{% extends "base.html" %}', home) == 0
    assert saved(wrong, home) == 1
    assert saved(wrong) == 0  # somebody waits for a page
    assert saved(wrong, home) == 0  # the second event of one save
    assert saved(wrong, home, pause=gives_way) == 0
    assert saved(wrong, home) == 0
    assert saved('{% extends "base.html" %}', home) == 0
    assert saved(wrong, home) == 1
    runs.close()
