"""Finds code that could take a text for markup, or follow a link, by reading its syntax tree.

Textual reads a `str` as markup in most places. So what is handed to a widget must be a `Content`,
which the tree shows: a call of `Content` or of a function that returns one, a name that is
annotated or assigned as one, or a literal in which nothing can be read as markup.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

WIDGETS = frozenset({"Input", "Static"})
"""The widgets of Textual that are used; any other has to be looked at here first."""

_TITLES = frozenset({"border_title", "border_subtitle", "tooltip", "title", "sub_title"})
_CONTENT = frozenset({"Content", "assemble", "join", "styled"})
_FORBIDDEN = {
    "from_markup": "reads markup",
    "from_text": "reads markup unless told otherwise",
    "render_str": "reads markup",
    "escape": "does not always keep a text from being read as markup",
    "print": "Rich reads markup",
    "open_url": "follows a link",
    "deliver_text": "may hand a file to a browser",
    "deliver_binary": "may hand a file to a browser",
    "deliver_screenshot": "may hand a file to a browser",
    "copy_to_clipboard": "goes round the limits of tui/terminal/clipboard.py",
}
_MODULES = {
    "webbrowser": "opens links",
    "rich.markup": "reads markup",
    "textual.markup": "reads markup",
    "rich.console": "prints markup",
}
_KNOWN = {"terminal/plain_lines.py": "prints markup"}
"""It makes the console of Textual, which gives that nothing but what widgets have drawn."""
_ALLOWED_FROM = {"escape": ("re", "html")}
"""Functions of the same name that have nothing to do with markup."""


@dataclass(slots=True)
class Checker:
    """Looks at one module; `makers` are the functions that return a Content."""

    makers: frozenset[str]
    found: list[str] = field(default_factory=list[str])

    def check(self, tree: ast.Module) -> list[str]:
        """Return what is wrong, each with its line."""
        for scope in _scopes(tree):
            contents = _content_names(scope, self._is_content)
            for node in _within(scope):
                self.found += (f"{node.lineno}: {told}" for told in self._wrong(node, contents))
        return self.found

    def _wrong(self, node: ast.AST, contents: frozenset[str]) -> Iterator[str]:
        match node:
            case ast.Import(names):
                yield from (_MODULES[each.name] for each in names if each.name in _MODULES)
            case ast.ImportFrom(module, names):
                yield from _import(module or "", [each.name for each in names])
            case ast.Call():
                yield from self._call(node, contents)
            case ast.Assign(targets, value):
                for target in targets:
                    yield from self._assigned(target, value, contents)
            case ast.FunctionDef(name="render", returns=returns):
                if returns is None or ast.unparse(returns) != "Content":
                    yield "render() must return Content"
            case ast.Constant(str(text)) if "\x1b]8" in text:
                yield "writes a link (OSC 8)"
            case _:
                pass

    def _assigned(
        self, target: ast.expr, value: ast.expr, contents: frozenset[str]
    ) -> Iterator[str]:
        is_title = isinstance(target, ast.Attribute) and target.attr in _TITLES
        if is_title and not self._is_safe(value, contents):
            yield f"{ast.unparse(target)} gets {ast.unparse(value)}"

    def _call(self, node: ast.Call, contents: frozenset[str]) -> Iterator[str]:
        name = _called(node)
        if name in _FORBIDDEN and _owner(node) not in _ALLOWED_FROM.get(name, ()):
            yield f"{name}() {_FORBIDDEN[name]}"
        is_method = isinstance(node.func, ast.Attribute)
        if name == "Static" or (name == "update" and is_method):
            shown = [
                *node.args[:1],
                *(each.value for each in node.keywords if each.arg == "content"),
            ]
            if not all(self._is_safe(each, contents) for each in shown):
                yield f"{name}() gets {ast.unparse(node)}"
        if name == "notify" and not _says(node, "markup", value=False):
            yield "notify() without markup=False"
        if _says(node, "markup", value=True):
            yield f"{name}() reads markup"

    def _is_content(self, value: ast.expr) -> bool:
        if isinstance(value, ast.IfExp):
            return self._is_content(value.body) and self._is_content(value.orelse)
        return isinstance(value, ast.Call) and _called(value) in _CONTENT | self.makers

    def _is_safe(self, value: ast.expr, contents: frozenset[str]) -> bool:
        match value:
            case ast.Constant(str(text)):
                return "[" not in text
            case ast.Constant(None):
                return True
            case ast.Name(name):
                return name in contents
            case _:
                return self._is_content(value)


def violations(sources: Iterable[tuple[str, str]]) -> list[str]:
    """Return what is wrong in modules, given as their names and texts."""
    trees = [(name, ast.parse(text)) for name, text in sources]
    makers = frozenset(name for _, tree in trees for name in _makers(tree))
    return [
        f"{name}:{told}"
        for name, tree in trees
        for told in Checker(makers).check(tree)
        if not told.endswith(_KNOWN.get(name, "\n"))
    ]


def _makers(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and _annotated(node.returns):
            yield node.name


def _annotated(annotation: ast.expr | None) -> bool:
    return annotation is not None and ast.unparse(annotation) in {"Content", "Content | None"}


def _scopes(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield the module and each function, classes being part of what they stand in."""
    yield tree
    yield from (node for node in ast.walk(tree) if isinstance(node, _FUNCTIONS))


_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def _within(scope: ast.AST) -> Iterator[ast.stmt | ast.expr]:
    """Yield the nodes of a scope, but not those of the functions in it; these only themselves."""
    for child in ast.iter_child_nodes(scope):
        if isinstance(child, ast.stmt | ast.expr):
            yield child
        if not isinstance(child, _FUNCTIONS):
            yield from _within(child)


def _content_names(scope: ast.AST, is_content: Callable[[ast.expr], bool]) -> frozenset[str]:
    """Return the names that hold a Content in a function: annotated, or assigned once as one."""
    if not isinstance(scope, _FUNCTIONS):
        return frozenset()
    given = scope.args
    arguments = [*given.posonlyargs, *given.args, *given.kwonlyargs]
    names = {each.arg for each in arguments if _annotated(each.annotation)}
    assigned: dict[str, bool] = {}
    for node in _within(scope):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    assigned[target.id] = assigned.get(target.id, True) and is_content(node.value)
    return frozenset(names | {name for name, safe in assigned.items() if safe})


def _import(module: str, names: list[str]) -> Iterator[str]:
    if module in _MODULES:
        yield _MODULES[module]
    if module == "rich" and "print" in names:
        yield "Rich prints markup"
    if module.startswith("textual.widgets"):
        yield from (f"{name} may read markup" for name in names if name not in WIDGETS)


def _called(node: ast.Call) -> str:
    match node.func:
        case ast.Name(name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _owner(node: ast.Call) -> str:
    """Return the name before the point of a call, or that of what a bare name comes from."""
    match node.func:
        case ast.Attribute(value=ast.Name(name)):
            return name
        case _:
            return ""


def _says(node: ast.Call, keyword: str, *, value: bool) -> bool:
    given = next((each.value for each in node.keywords if each.arg == keyword), None)
    return isinstance(given, ast.Constant) and given.value is value
