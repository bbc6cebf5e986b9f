"""What is wrong with a template: where, in words of those who write templates, and what they may have meant."""

from __future__ import annotations

import re
import sys
import traceback
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import jinja2

from generator.errors import Problem, problem
from generator.model import View

_ATTRIBUTE = re.compile(r"'(?:([\w.]+)\.)?(\w+) object' has no attribute '(\w+)'")


def told(
    error: Exception, view: View, known: Mapping[str, Any], environment: jinja2.Environment, roots: Sequence[Path]
) -> Problem:
    """The fault that ended the rendering of a view; `roots` are the folders of templates, the site's own first."""
    place, line = _place(error, view, roots)
    shown = f"it happened while {view.bodies[0].path if view.bodies else view.url} was rendered"
    names: Iterable[str] = ()
    if isinstance(error, jinja2.TemplateSyntaxError):
        place, line = _spoken(error.filename or error.name or view.template, roots), error.lineno
        what, shown = error.message or "not a valid template", ""
        if what.startswith(("No filter", "No test")):
            names = [*environment.filters, *environment.tests]
    elif isinstance(error, jinja2.TemplateNotFound):
        what, names = f"there is no template `{error.name}`", _names(roots)
        shown = "" if line else "the theme is not complete"
    elif isinstance(error, RecursionError):
        what = "this template includes or extends itself"
        shown = f"`{place.replace('templates', 'theme', 1)}` is the theme's own, which it may extend"
    elif isinstance(error, jinja2.UndefinedError):
        what, names = error.message or "an unknown name", [*known, *environment.globals]
        if place != f"templates/{view.template}":
            shown += "; a template that is imported knows the page's values only if it is imported `with context`"
        if found := _ATTRIBUTE.search(what):
            module, noun, name = found.groups()
            names = dir(getattr(sys.modules.get(module or "builtins"), noun, None))
            what = f"`{noun}` has no attribute `{name}`" if noun != "TemplateModule" else f"there is no macro `{name}`"
    else:
        what = f"{type(error).__name__}: {error}"
    what = what.rstrip(".").replace("'", "`")
    return problem(what, place, line, hint="; ".join(filter(None, (_meant(what, names), shown))))


def _meant(what: str, names: Iterable[str]) -> str:
    """A guess at the last name that is told between marks."""
    said = re.findall("`([^`]+)`", what)
    near = get_close_matches(said[-1], names, n=1, cutoff=0.7) if said else ()
    return f"did you mean `{near[0]}`?" if near else ""


def _place(error: Exception, view: View, roots: Sequence[Path]) -> tuple[str, int]:
    """The innermost template in the error's history, and the line in it."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if any(frame.filename.startswith(str(root)) for root in roots):
            return _spoken(frame.filename, roots), frame.lineno or 0
    return f"templates/{view.template}", 0


def _spoken(name: str, roots: Sequence[Path]) -> str:
    """A template as its author knows it: `templates/base.html`, whether it is the site's or the packaged one."""
    for root in roots:
        if Path(name).is_relative_to(root):
            return f"templates/{Path(name).relative_to(root).as_posix()}"
    return f"templates/{name}"


def _names(roots: Sequence[Path]) -> list[str]:
    named = [("", root) for root in roots] + [("theme/", roots[-1])]
    return [f"{ahead}{path.relative_to(root).as_posix()}" for ahead, root in named for path in root.rglob("*.*")]
