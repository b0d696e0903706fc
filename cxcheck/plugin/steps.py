"""The steps of a journey before it is walked: read from its source, nothing is run."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any

from cxcheck.model.base import Model

_CUSTOMER = "customer"  # the fixture's name, and so what every journey calls its argument


class When(StrEnum):
    """How sure it is that a step is met, once."""

    ALWAYS = "always"
    SOMETIMES = "sometimes"  # in one branch of several
    REPEATED = "repeated"  # in a loop


class PlannedStep(Model):
    """A step as the source has it. ``title`` is None where it is computed, by ``expression``."""

    title: str | None
    expression: str
    moment_of_truth: bool = False
    when: When = When.ALWAYS


class Plan(Model):
    """The steps in the order of the source; ``complete`` unless the customer is handed to code that lies elsewhere."""

    steps: tuple[PlannedStep, ...] = ()
    complete: bool = False

    @property
    def count(self) -> int | None:
        """How many steps a visit has, or None where the source alone does not say."""
        sure = self.complete and all(step.when is When.ALWAYS for step in self.steps)
        return len(self.steps) if sure else None


def plan_of(function: Callable[..., Any]) -> Plan:
    """The plan of a journey's function; an empty, incomplete one where its source cannot be had."""
    try:
        code = inspect.unwrap(function).__code__
        source = Path(code.co_filename).read_text(encoding="utf-8")
        return plan(source, code.co_name, code.co_firstlineno)
    except (AttributeError, OSError, ValueError, SyntaxError):
        return Plan()


def plan(source: str, name: str, line: int) -> Plan:
    """The plan of the function of that name whose first line, decorators included, is ``line``.

    Functions of the same file that the customer is handed to are followed.

    Raises:
        SyntaxError: The source is not Python.
    """
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name == name and _first_line(node) == line:
            helpers = {one.name: one for one in tree.body if isinstance(one, ast.FunctionDef)}
            return _Reader(helpers, (node,), _CUSTOMER).read()
    return Plan()


def _first_line(node: ast.FunctionDef) -> int:
    return min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])


# Parts of the source that are not met every time, or not once. A handler is met only after an error.
_MET = {
    ast.If: {"body": When.SOMETIMES, "orelse": When.SOMETIMES},
    ast.match_case: {"body": When.SOMETIMES},
    ast.ExceptHandler: {"body": When.SOMETIMES},
    ast.For: {"body": When.REPEATED},
    ast.While: {"body": When.REPEATED},
}


class _Reader(ast.NodeVisitor):
    """Reads a function's body. ``inside`` are the functions on the way here, ``customer`` is the argument's name."""

    def __init__(
        self,
        helpers: dict[str, ast.FunctionDef],
        inside: tuple[ast.FunctionDef, ...],
        customer: str,
        when: When = When.ALWAYS,
    ) -> None:
        self.steps: list[PlannedStep] = []
        self.complete = True
        self._helpers = helpers
        self._inside = inside
        self._customer = customer
        self._when = when

    def read(self) -> Plan:
        """The plan of the innermost function."""
        for node in self._inside[-1].body:
            self.visit(node)
        return Plan(steps=tuple(self.steps), complete=self.complete)

    def generic_visit(self, node: ast.AST) -> None:
        """All parts in the order of the source; what is unsure around them stays so inside."""
        around = self._when
        for part, value in ast.iter_fields(node):
            if around is When.ALWAYS:
                self._when = _MET.get(type(node), {}).get(part, around)
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    self.visit(child)
        self._when = around

    def visit_Call(self, node: ast.Call) -> None:
        """``customer.step(…)``, or the customer handed on."""
        self.generic_visit(node)
        verb = node.func.attr if isinstance(node.func, ast.Attribute) and self._is_customer(node.func.value) else None
        if verb == "step":
            self._add(node)
        elif verb is None and any(map(self._is_customer, [*node.args, *(word.value for word in node.keywords)])):
            self._follow(node)

    def visit_Return(self, node: ast.Return) -> None:
        """In a branch it is a way out: what follows is not always met."""
        self.generic_visit(node)
        self.complete = self.complete and self._when is When.ALWAYS

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """Defined here and perhaps called later: nobody knows how often."""
        inner = _Reader(self._helpers, (*self._inside, node), self._customer).read()
        self.complete = self.complete and inner.complete and not inner.steps

    def _is_customer(self, node: ast.expr) -> bool:
        return isinstance(node, ast.Name) and node.id == self._customer

    def _add(self, node: ast.Call) -> None:
        words = {word.arg: word.value for word in node.keywords}
        title = node.args[0] if node.args else words.get("title")
        moment = words.get("moment_of_truth")
        self.steps.append(
            PlannedStep(
                title=title.value if isinstance(title, ast.Constant) and isinstance(title.value, str) else None,
                expression=ast.unparse(title) if title else "",
                moment_of_truth=isinstance(moment, ast.Constant) and bool(moment.value),
                when=self._when,
            )
        )

    def _follow(self, node: ast.Call) -> None:
        """Read a function of this file in place of its call; what others do is not known."""
        called = self._helpers.get(node.func.id) if isinstance(node.func, ast.Name) else None
        customer = self._called_there(node, called) if called else None
        if called is None or customer is None or called in self._inside:
            self.complete = False
            return
        inner = _Reader(self._helpers, (*self._inside, called), customer, self._when).read()
        self.steps += inner.steps
        self.complete = self.complete and inner.complete

    def _called_there(self, node: ast.Call, called: ast.FunctionDef) -> str | None:
        """What the called function calls the customer."""
        names = [argument.arg for argument in (*called.args.posonlyargs, *called.args.args)]
        given = (name for name, argument in zip(names, node.args, strict=False) if self._is_customer(argument))
        return next(given, next((word.arg for word in node.keywords if self._is_customer(word.value)), None))
