"""Faults on order: what a network or a tired server does, for tests of what the bot makes of it."""

from dataclasses import dataclass
from typing import Any, Literal, get_args

from bot.phones.errors import Refused, Unfit

type Kind = Literal["error", "drop_before", "drop_after", "slow", "rubbish"]
KINDS: tuple[str, ...] = get_args(Kind.__value__)


@dataclass(slots=True)
class Fault:
    """`drop_before` closes the connection unheard; `drop_after` does what was asked, then closes
    without answer.
    """

    method: str
    kind: Kind
    times: int = 1
    code: int = 500
    description: str = "Internal Server Error"
    retry_after: int | None = None
    seconds: float = 1.0

    def refusal(self) -> Refused:
        """The error that this fault answers with."""
        parameters: dict[str, Any] | None = (
            None if self.retry_after is None else {"retry_after": self.retry_after}
        )
        return Refused(self.code, self.description, parameters)


class Faults:
    """The faults still to come, first come first served; the method `*` fits every call."""

    def __init__(self) -> None:
        self.ordered: list[Fault] = []

    def order(self, fault: Fault) -> None:
        self.ordered.append(fault)

    def clear(self) -> None:
        self.ordered.clear()

    def take(self, method: str) -> Fault | None:
        """The fault that hits this call, if any; it is used up `times` times."""
        for fault in self.ordered:
            if fault.method == "*" or fault.method.lower() == method.lower():
                fault.times -= 1
                if fault.times <= 0:
                    self.ordered.remove(fault)
                return fault
        return None


def fault_from(body: dict[str, Any]) -> Fault:
    """A fault as the tools order it: {method, fault, times, code, description, retry_after,
    seconds}.
    """
    kind = body.get("fault")
    if kind not in KINDS:
        raise Unfit(f"fault must be one of {', '.join(KINDS)}")
    types: dict[str, type | tuple[type, ...]] = {
        "method": str, "times": int, "code": int, "description": str, "retry_after": int,
        "seconds": (int, float),
    }  # fmt: skip
    given = {name: body[name] for name in types if body.get(name) is not None}
    for name, value in given.items():
        if not isinstance(value, types[name]) or isinstance(value, bool):
            raise Unfit(f"{name} is of the wrong type")
    if not given.get("method"):
        raise Unfit("method is missing; * stands for every method")
    if not 400 <= given.get("code", 500) <= 599 or not 0 <= given.get("seconds", 1) <= 600:
        raise Unfit("code must be from 400 to 599, seconds from 0 to 600")
    return Fault(kind=kind, **given)
