"""The settings: every fault of the file told at once, each with its line and what to try."""

import dataclasses

import pytest

from generator import config
from generator.errors import BroadsheetError, guess


def faults(tmp_path, text):
    (tmp_path / config.NAME).write_text(text, encoding="utf-8")
    with pytest.raises(BroadsheetError) as raised:
        config.load(tmp_path)
    return [str(each) for each in raised.value.problems]


def test_without_a_file_every_setting_has_its_default(tmp_path):
    assert config.load(tmp_path) == config.Config()


def test_an_empty_file_and_empty_keys_mean_the_defaults(tmp_path):
    (tmp_path / config.NAME).write_text("# nothing yet\ntitle:\n")
    assert config.load(tmp_path) == config.Config()


def test_a_file_that_was_asked_for_must_be_there(tmp_path):
    with pytest.raises(BroadsheetError, match=r"other\.yml: error: there is no such file"):
        config.load(tmp_path, "other.yml", required=True)


@pytest.mark.parametrize(
    ("given", "url", "base"),
    [
        ("https://example.org", "https://example.org/", "/"),
        ("https://example.org/repo", "https://example.org/repo/", "/repo/"),
        ("https://example.org/repo//", "https://example.org/repo/", "/repo/"),
        ("", "", "/"),
    ],
)
def test_the_url_ends_in_one_slash_and_gives_the_base_path(tmp_path, given, url, base):
    loaded = config.load(tmp_path, base_url=given)
    assert (loaded.url, loaded.base) == (url, base)


def test_all_faults_are_told_with_their_lines(tmp_path):
    told = faults(
        tmp_path,
        "titel: My site\nurl: example.org\ntimezone: Mars/Olympus\npage_size: 0\nfeed_size: many\nfull_text: 1\n"
        "story_threshold: 2\nignore: 8\nrelated: -1\n",
    )
    assert told == [
        "broadsheet.yml:1: error: there is no setting `titel`\n  try: did you mean `title`?",
        "broadsheet.yml:2: error: `url` is not a web address: 'example.org'\n  try: begin it with https://",
        "broadsheet.yml:3: error: there is no time zone 'Mars/Olympus'\n  try: write it as in `Europe/Berlin` or `UTC`",
        "broadsheet.yml:4: error: `page_size` must be at least 1, not 0",
        "broadsheet.yml:5: error: `feed_size` must be a whole number, not 'many'",
        "broadsheet.yml:6: error: `full_text` must be `true` or `false`, not 1",
        "broadsheet.yml:7: error: `story_threshold` must be above 0 and at most 1, not 2",
        "broadsheet.yml:8: error: `ignore` must be a list of texts, not 8",
        "broadsheet.yml:9: error: `related` must be at least 0, not -1",
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("title: a: b\n", "broadsheet.yml:1:9"),
        ("title: [a, b\nlanguage: en\n", "broadsheet.yml:1:8"),
        ('title: "My: site\nlanguage: en\n', "broadsheet.yml:1:8"),
        ("language: en\ntitle: [\n", "broadsheet.yml:3:1"),
        ("- title\n", "broadsheet.yml:1"),
    ],
)
def test_broken_yaml_is_told_with_line_and_column(tmp_path, text, place):
    assert faults(tmp_path, text)[0].startswith(f"{place}: error: ")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "url: https://example.org/?x=3\n",
            "broadsheet.yml:1: error: `url` is more than the address of a site: 'https://example.org/?x=3'",
        ),
        ('url: "https://[x/"\n', "broadsheet.yml:1: error: `url` is not a web address: 'https://[x/'"),
        ("language: english\n", "broadsheet.yml:1: error: `language` is not a language: 'english'"),
        ("cname: https://a.example/\n", "broadsheet.yml:1: error: `cname` is not a domain: 'https://a.example/'"),
        ("ignore: [1]\n", "broadsheet.yml:1: error: `ignore` must be a list of texts, not [1]"),
        ("title: a\x08b\n", "broadsheet.yml: error: not valid YAML: unacceptable character"),
        ('page_size: !!int ""\n', "broadsheet.yml: error: not valid YAML: "),
        ("params: !!timestamp foo\n", "broadsheet.yml: error: not valid YAML: "),
        (f"params: {'[' * 3000}\n", "broadsheet.yml: error: not valid YAML: "),
    ],
)
def test_whatever_the_file_says_there_is_a_fault_that_is_told(tmp_path, text, told):
    assert faults(tmp_path, text)[0].startswith(told)


def test_one_text_is_a_list_of_one(tmp_path):
    (tmp_path / "broadsheet.yml").write_text("ignore: '*.bak'\n")
    assert config.load(tmp_path).ignore == ("*.bak",)


def test_settings_cannot_be_written_to():
    with pytest.raises(dataclasses.FrozenInstanceError):
        config.Config().title = "Other"


def test_a_program_is_named_as_a_text_or_as_a_list_of_words(tmp_path):
    path = tmp_path / "broadsheet.yml"
    path.write_text("digest:\n  command: python3 'tell it.py'\n")
    assert config.load(tmp_path).digest == config.Outside(("python3", "tell it.py"), 60)
    path.write_text("digest:\n  command: [python3, tell.py]\n  timeout: 5\n")
    assert config.load(tmp_path).digest == config.Outside(("python3", "tell.py"), 5)


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("command: 7", "`digest.command` must be a command"),
        ("command: [7]", "`digest.command` must be a command"),
        ("command: []", "`digest.command` must be a command"),
        ("command:", "`digest.command` must be a command"),
        ('command: "it\'s"', "`digest.command` must be a command"),
        ("timeout: soon", "`digest.timeout` must be a number of seconds"),
        ("timeout: 0", "`digest.timeout` must be a number of seconds"),
        ("comand: x", "there is no setting `digest.comand`"),
    ],
)
def test_what_is_wrong_with_a_program_is_told_with_its_line(tmp_path, row, what):
    (tmp_path / "broadsheet.yml").write_text(f"digest:\n  {row}\n")
    with pytest.raises(BroadsheetError) as told:
        config.load(tmp_path)
    (fault,) = told.value.problems
    assert what in fault.what
    assert fault.line == 2


def test_a_hint_names_no_more_words_than_one_looks_through():
    assert guess("zzz", [f"story-{number:03}" for number in range(400)]).endswith("`story-029` and 370 more")
