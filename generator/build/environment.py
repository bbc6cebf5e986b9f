"""Jinja as our templates need it: calls without detours, and the tag `cache`.

A list of reports shows the same report on the pages of its topics, its publisher, its day and its week. What stands
between `{% cache entry %}` and `{% endcache %}` depends on the values that are named, on the settings and on nothing
else of the page: it is rendered once.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, MutableMapping
from keyword import iskeyword
from typing import Any, Protocol, TypeVar

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from jinja2.nodes import EvalContext
from jinja2.parser import Parser
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from generator.build.frame import Facts, facts
from generator.build.wording import Here

T = TypeVar("T")
_MOST = 16_000_000
"""So many characters are kept at a time, in fragments of a few hundred each."""
_BY_VALUE = (str, dt.date, dt.datetime)
"""Types of which equal values are the same value; of others only one and the same object is."""


class Noting(Protocol):
    """Told what is used again instead of being made again, so that what it was made with is not forgotten."""

    def noted(self, make: Callable[[], T]) -> tuple[T, Any]:
        """What `make` gives, and what it used."""

    def again(self, used: Any) -> None:
        """What was made with this is used once more."""


class NotNoting:
    """Where nobody asks what a page was made with."""

    def noted(self, make: Callable[[], T]) -> tuple[T, Any]:
        """What `make` gives."""
        return make(), None

    def again(self, used: Any) -> None:
        """Nothing is noted."""


class _Context(Context):
    """Calls what a template calls. Jinja looks first whether it wants the context, which nothing of ours does."""

    def __init__(self, *known: Any, globals: object = None) -> None:  # noqa: A002 - the library's
        super().__init__(*known)  # without the names of globals, which are the same in all templates

    def call(
        self, called: Callable[..., Any], /, *values: Any, _block_vars: Any = None, _loop_vars: Any = None, **named: Any
    ) -> Any:
        """Call a function or a macro. The variables around the call, which Jinja adds, are for those who want them."""
        return called(self.eval_ctx, *values, **named) if type(called) is _Macro else called(*values, **named)


class _Macro(Macro):
    """A macro; called by itself, as templates of HTML do, what it gives is markup."""

    def __call__(self, *values: Any, **named: Any) -> Any:
        """What the macro says. Most are called by place alone, and need not be asked what they are called with."""
        if values and type(values[0]) is EvalContext:
            return super().__call__(*values, **named)
        lacking = self._argument_count - len(values)
        if named or lacking < 0 or self.caller or self.explicit_caller or self.catch_kwargs or self.catch_varargs:
            return super().__call__(_HTML, *values, **named)
        return str.__new__(Markup, self._func(*values, *(missing,) * lacking))


_HTML = EvalContext(jinja2.Environment(autoescape=True))


class _Code(CodeGenerator):
    """Has what a template shows go through `escaped`, and notes what its syntax tree says."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - the library's
        told = tuple(facts(node))
        super().visit_Template(node, frame)
        self.writeline(f"facts = {told!r}")
        self.writeline("Macro = environment.macro_class")

    def visit_Call(  # noqa: N802 - the library's
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """A call is written as one, where it is a plain one in a template of HTML."""
        odd = node.dyn_args or node.dyn_kwargs or any(iskeyword(each.key) for each in node.kwargs)
        if odd or not frame.eval_ctx.autoescape or frame.eval_ctx.volatile:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(")(")
        for each in (*node.args, *node.kwargs):
            self.visit(each, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)


_SIGN = re.compile("[<>&\"']").search


class Environment(jinja2.Environment):
    """Templates of one site."""

    context_class = _Context
    code_generator_class = _Code
    macro_class = _Macro

    @staticmethod
    def escaped(value: object) -> str:
        """A value as it stands in HTML. Most texts have nothing to be escaped, and are not copied to find that out."""
        if type(value) is Markup or (type(value) is str and not _SIGN(value)):
            return value
        return escape(value)

    def __init__(self, here: Here, noting: Noting, **options: Any) -> None:
        super().__init__(extensions=[_Cache], cache_size=0, **options)
        self.here, self.noting = here, noting
        self._loaded: dict[str, tuple[jinja2.Template, Any]] = {}

    def _load_template(self, name: str, globals: MutableMapping[str, Any] | None) -> jinja2.Template:  # noqa: A002
        """A template, which stays the same as long as this environment is in use; no one asks for other globals."""
        if name in self._loaded:
            template, used = self._loaded[name]
            self.noting.again(used)
        else:
            template, used = self.noting.noted(lambda: super(Environment, self)._load_template(name, globals))
            self._loaded[name] = template, used
        return template

    def facts(self, name: str) -> Facts:
        """What the syntax tree of a template says."""
        return Facts(*self.get_template(name).root_render_func.__globals__["facts"])

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What all templates know, as one mapping: Jinja's chain of two is copied for each page, name by name."""
        return {**self.globals, **d} if d else self.globals


class _Template(jinja2.Template):
    """A template whose macros are made once for all that import it."""

    environment: Environment
    _used: object = None

    def _get_default_module(self, ctx: Context | None = None) -> Any:
        noting = self.environment.noting
        if self._module is None:
            module, self._used = noting.noted(lambda: super(_Template, self)._get_default_module(ctx))
            return module
        noting.again(self._used)
        return super()._get_default_module(ctx)


Environment.template_class = _Template


class _Cache(Extension):
    """The tag `{% cache value, … %} … {% endcache %}`."""

    environment: Environment
    tags = {"cache"}  # noqa: RUF012 - the library's way

    def __init__(self, environment: jinja2.Environment) -> None:
        super().__init__(environment)
        self._kept: dict[tuple[object, ...], tuple[tuple[object, ...], str, object]] = {}
        self._size = 0

    def parse(self, parser: Parser) -> list[nodes.Node]:
        """The tag asks for what is kept with the values, else has what stands inside kept as a macro."""
        line = next(parser.stream).lineno
        values = [] if parser.stream.current.test("block_end") else [parser.parse_tuple()]
        body = parser.parse_statements(("name:endcache",), drop_needle=True)
        told, text = [nodes.Const(f"{parser.name}:{line}"), *values], parser.free_identifier()
        made = nodes.CallBlock(self.call_method("kept", told), [], [], body)
        shown = nodes.If(nodes.Test(text, "none", [], [], None, None), [made], [], [nodes.Output([text])])
        return [nodes.Assign(text, self.call_method("found", told), lineno=line), shown.set_lineno(line)]

    def found(self, place: str, values: object = ()) -> str | None:
        """What stands inside the tag at `place`, if it was rendered with these values before."""
        found = self._kept.get(self._key(place, values if isinstance(values, tuple) else (values,)))
        if found is None:
            return None
        if found[2]:
            self.environment.noting.again(found[2])
        return found[1]

    def kept(self, place: str, values: object = (), *, caller: Callable[[], str]) -> str:
        """The same, rendered now."""
        several = values if isinstance(values, tuple) else (values,)
        if self._size > _MOST:
            self._kept.clear()
            self._size = 0
        text, used = self.environment.noting.noted(lambda: Markup(caller()))
        self._kept[self._key(place, several)] = several, text, used  # with its values, so that no other gets their id
        self._size += len(text)
        return text

    def _key(self, place: str, values: tuple[object, ...]) -> tuple[object, ...]:
        year = self.environment.here.year  # by which short dates go
        return (place, year, *[each if type(each) in _BY_VALUE else id(each) for each in values])
