"""What reading YAML may end in besides a tree: the library says it in many ways, we in one."""

from __future__ import annotations

from typing import Final

from ruamel.yaml.error import YAMLError

# Beside its own errors: a date that there is not, brackets without an end, a mark of no tree.
BROKEN: Final = (
    *(YAMLError, ValueError, RecursionError, AttributeError, TypeError),
    *(KeyError, IndexError, AssertionError, NotImplementedError),
)


def trouble(error: BaseException) -> tuple[int, str]:
    """The line and the reason. What has no words of its own holds a sign that no text may hold, a
    date that there is not, or brackets without an end."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    why = getattr(error, "problem", None) or "a sign, a date or a bracket in it cannot be read"
    return (mark.line + 1 if mark else 1), str(why)
