"""Writes the package's templates as modules, so that no document of the package waits for Jinja; a test compares.

.venv/bin/python tools/packaged_templates.py

What is translated is the part of Jinja that these templates need, and any other part is refused: names that are set
once, attributes and items that are there; a macro sees its arguments alone. Jinja itself fills users' templates.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import Environment, nodes

from egov_tracker.render.packaged import module_name
from egov_tracker.render.templates import LAYOUT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "templates"
MODULES = ROOT / "src" / "egov_tracker" / "render" / "packaged"

HEAD = '''"""Written by tools/packaged_templates.py from templates/{name}, and not to be changed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING{any}
{imports}
if TYPE_CHECKING:
    from collections.abc import Iterator{mapping}
'''
EXPRESSIONS = {
    nodes.Getattr: "{node}.{attr}",
    nodes.Getitem: "{node}[{arg}]",
    nodes.CondExpr: "({expr1} if {test} else {expr2})",
    nodes.And: "({left} and {right})",
    nodes.Or: "({left} or {right})",
    nodes.Not: "(not {node})",
    nodes.Add: "({left} + {right})",
    nodes.Mul: "({left} * {right})",
    nodes.Div: "({left} / {right})",
    nodes.Pair: "{key}: {value}",
    nodes.Dict: "{{{items}}}",
    nodes.List: "[{items}]",
    nodes.Tuple: "({items},)",
    nodes.Concat: "''.join(map(str, ({nodes})))",
}
LOOP = {"index": "({} + 1)", "index0": "{}", "first": "({} == 0)"}
FILTERS = {
    "join": "{1}.join(map(str, {0}))",
    "length": "len({0})",
    "replace": "str({0}).replace({1})",
    "safe": "Markup({0})",
}
OPERATORS = {"eq": "==", "ne": "!=", "gt": ">", "lt": "<", "in": "in", "notin": "not in"}
RESERVED = frozenset({"Markup", "enumerate", "hasattr", "len", "map", "range", "shown", "str", "values", "write"})
INDENT, LONG = "    ", 100


class NotTranslatedError(Exception):
    """A template that says more than is translated."""

    def __init__(self, node: nodes.Node, why: str = "") -> None:
        super().__init__(f"line {node.lineno}: {why or type(node).__name__} is not translated")


class Scope(NamedTuple):
    """The names that a part of a template may use, and how deep it stands; `given` are those of the whole page too."""

    names: frozenset[str]
    given: bool
    depth: int = 1
    loop: str = ""

    def binding(self, node: nodes.Node, name: str) -> Scope:
        """With one more name; one that is there already would mean another thing in Python than in Jinja."""
        if name in self.names | RESERVED:
            raise NotTranslatedError(node, f"another {name}")
        return self._replace(names=self.names | {name})

    def line(self, text: str) -> str:
        """A line of Python where the part stands."""
        return f"{INDENT * self.depth}{text}\n"


def translate(name: str, text: str) -> str:
    """The module of a template."""
    tree = Environment(autoescape=True, **LAYOUT).parse(text, name)
    macros = [node for node in tree.body if isinstance(node, nodes.Macro)]
    rest = [node for node in tree.body if node not in macros]
    root = "".join(_body(rest, Scope(frozenset(), given=True)))
    parts = [*map(_macro, macros), *([_function("write(values: Mapping[str, Any])", root)] if root else [])]
    return "\n\n".join([_head(name, "".join(parts)), *parts])


def _head(name: str, code: str) -> str:
    """The docstring and the imports of what the code needs."""
    escaping = "markdown" if name.endswith(".md.j2") else "html"
    imports = {
        "Markup(": "from markupsafe import Markup",
        "shown(": f"from egov_tracker.render.{escaping} import shown",
    }
    needed = "".join(f"\n{line}\n" for word, line in imports.items() if word in code)
    return HEAD.format(
        name=name,
        any=", Any" if "Any" in code else "",
        imports=needed,
        mapping=", Mapping" if "Mapping" in code else "",
    )


def _macro(macro: nodes.Macro) -> str:
    needed = len(macro.args) - len(macro.defaults)
    scope = Scope(frozenset(), given=False)
    for name in (macro.name, *(arg.name for arg in macro.args)):
        scope = scope.binding(macro, name)
    defaults = ["", *(f" = {_expression(node, scope)}" for node in macro.defaults)]
    said = [f"{arg.name}: Any{defaults[max(0, place - needed + 1)]}" for place, arg in enumerate(macro.args)]
    return _function(f"{macro.name}({', '.join(said)})", "".join(_body(macro.body, scope)))


def _function(head: str, body: str) -> str:
    return f"def {head} -> Iterator[str]:\n{body}"


def _body(body: Iterable[nodes.Node], scope: Scope) -> Iterator[str]:
    """The lines of a sequence of nodes, each of which may add a name for those behind it."""
    for node in body:
        yield from STATEMENTS.get(type(node), _refused)(node, scope)
        for name in _bound_by(node):
            scope = scope.binding(node, name)


def _bound_by(node: nodes.Node) -> Iterator[str]:
    """The names that are there behind a node: what it sets or imports, in its branches too."""
    match node:
        case nodes.Assign(target=nodes.Name(name=name)) | nodes.Import(target=str(name)):
            yield name
        case nodes.If(body=body):
            for inner in body:
                yield from _bound_by(inner)
        case _:
            pass


def _refused(node: nodes.Node, _: Scope) -> Iterator[str]:
    raise NotTranslatedError(node)


def _output(node: nodes.Output, scope: Scope) -> Iterator[str]:
    for part in node.nodes:
        match part:
            case nodes.TemplateData(data=text):
                yield _literal(text, scope)
            case nodes.Call():
                yield scope.line(f"yield from {_call(part, scope)}")
            case _:
                yield scope.line(f"yield shown({_expression(part, scope)})")


def _literal(text: str, scope: Scope) -> str:
    """A text of the template, line by line as it stands there."""
    lines = text.splitlines(keepends=True)
    if len(text) < LONG or len(lines) == 1:
        return scope.line(f"yield {text!r}")
    inner = scope._replace(depth=scope.depth + 1)
    return "".join((scope.line("yield ("), *(inner.line(repr(line)) for line in lines), scope.line(")")))


def _if(node: nodes.If, scope: Scope) -> Iterator[str]:
    inner = scope._replace(depth=scope.depth + 1)
    for word, branch in (("if", node), *(("elif", other) for other in node.elif_)):
        yield scope.line(f"{word} {_expression(branch.test, scope)}:")
        yield from _body(branch.body, inner)
    if node.else_:
        yield scope.line("else:")
        yield from _body(node.else_, inner)


def _for(node: nodes.For, scope: Scope) -> Iterator[str]:
    if node.else_ or node.test or node.recursive or not isinstance(node.target, nodes.Name):
        raise NotTranslatedError(node)
    name, number, whole = node.target.name, f"number_{scope.depth}", _expression(node.iter, scope)
    if _counts(node):
        yield scope.line(f"for {number}, {name} in enumerate({whole}):")
    else:
        yield scope.line(f"for {name} in {whole}:")
    yield from _body(node.body, scope.binding(node, name)._replace(depth=scope.depth + 1, loop=number))


def _counts(node: nodes.For) -> bool:
    """Whether a loop, or one within it, uses a number of `loop`."""
    return any(name.name == "loop" for part in node.body for name in _names_in(part))


def _names_in(node: nodes.Node) -> Iterator[nodes.Name]:
    if isinstance(node, nodes.For):
        yield from _names_in(node.iter)
    elif isinstance(node, nodes.Name):
        yield node
    else:
        for child in node.iter_child_nodes():
            yield from _names_in(child)


def _assign(node: nodes.Assign, scope: Scope) -> Iterator[str]:
    if not isinstance(node.target, nodes.Name):
        raise NotTranslatedError(node)
    yield scope.line(f"{node.target.name} = {_expression(node.node, scope)}")


def _import(node: nodes.Import, scope: Scope) -> Iterator[str]:
    module = module_name(_constant(node.template))
    yield scope.line(f"from egov_tracker.render.packaged import {module} as {node.target}")


def _include(node: nodes.Include, scope: Scope) -> Iterator[str]:
    module = module_name(_constant(node.template))
    yield scope.line(f"from egov_tracker.render.packaged import {module}")
    yield scope.line(f"yield from {module}.write(values)")


def _constant(node: nodes.Expr) -> str:
    if not isinstance(node, nodes.Const):
        raise NotTranslatedError(node, "a template that is not named")
    return str(node.value)


STATEMENTS: dict[type[nodes.Node], Callable[..., Iterator[str]]] = {
    nodes.Output: _output,
    nodes.If: _if,
    nodes.For: _for,
    nodes.Assign: _assign,
    nodes.Import: _import,
    nodes.Include: _include,
}


def _expression(node: nodes.Node, scope: Scope) -> str:
    match node:
        case nodes.Const(value=value):
            return repr(value)
        case nodes.Name(name=name):
            return name if name in scope.names else _given(node, scope)
        case nodes.Getattr(node=nodes.Name(name="loop"), attr=attr):
            return LOOP[attr].format(scope.loop)
        case nodes.Compare() | nodes.Test() | nodes.Filter() | nodes.Call():
            return APPLIED[type(node)](node, scope)
        case _ if type(node) in EXPRESSIONS:
            return _formatted(node, scope)
        case _:
            raise NotTranslatedError(node)


def _formatted(node: nodes.Node, scope: Scope) -> str:
    parts = {name: _part(value, scope) for name, value in node.iter_fields()}
    return EXPRESSIONS[type(node)].format(**parts)


def _part(value: object, scope: Scope) -> str:
    """A field of a node; nothing where there is none, as behind an `if` without `else`."""
    if isinstance(value, nodes.Node):
        return _expression(value, scope)
    if isinstance(value, list):
        return ", ".join(_expression(one, scope) for one in value)
    return "''" if value is None else str(value)


def _given(node: nodes.Name, scope: Scope) -> str:
    if not scope.given:
        raise NotTranslatedError(node, f"{node.name}, which is no argument of the macro,")
    return f"values[{node.name!r}]"


def _compare(node: nodes.Compare, scope: Scope) -> str:
    ops = "".join(f" {OPERATORS[one.op]} {_expression(one.expr, scope)}" for one in node.ops)
    return f"({_expression(node.expr, scope)}{ops})"


def _test(node: nodes.Test, scope: Scope) -> str:
    match node:
        case nodes.Test(name="none", node=inner):
            return f"({_expression(inner, scope)} is None)"
        case nodes.Test(name="defined", node=nodes.Getattr(node=inner, attr=attr)):
            return f"hasattr({_expression(inner, scope)}, {attr!r})"
        case nodes.Test(name="defined", node=nodes.Name(name=name)) if scope.given:
            return f"({name!r} in values)"
    raise NotTranslatedError(node, f"the test {node.name}")


def _filter(node: nodes.Filter, scope: Scope) -> str:
    """One of Jinja's filters that are known here; any other is given with the values."""
    first, *rest = [_expression(arg, scope) for arg in (node.node, *node.args) if arg]
    if node.name in FILTERS:
        return FILTERS[node.name].format(first, ", ".join(rest))
    return f"{_given(nodes.Name(node.name, 'load', lineno=node.lineno), scope)}({', '.join((first, *rest))})"


def _call(node: nodes.Call, scope: Scope) -> str:
    """A call of `range`, or of a macro of this template or of an imported one."""
    said = node.node.name if isinstance(node.node, nodes.Name) else _expression(node.node, scope)
    return f"{said}({', '.join(_expression(arg, scope) for arg in node.args)})"


APPLIED: dict[type[nodes.Node], Callable[..., str]] = {
    nodes.Compare: _compare,
    nodes.Test: _test,
    nodes.Filter: _filter,
    nodes.Call: _call,
}


def modules() -> dict[Path, str]:
    """The module of every template of the package."""
    return {
        MODULES / f"{module_name(path.name)}.py": translate(path.name, path.read_text(encoding="utf-8"))
        for path in sorted(TEMPLATES.glob("*.j2"))
    }


if __name__ == "__main__":
    for file, content in modules().items():
        file.write_text(content, encoding="utf-8")
