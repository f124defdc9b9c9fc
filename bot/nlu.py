"""The Rasa server behind a function: text in, what it seems to mean out.

Not understanding is an ordinary outcome (`None`: the dialogue asks again or offers buttons), never
an error: a slow, broken or absent server must not stop a conversation. Only starting against the
wrong model is one (`check`).
"""

import contextlib
import logging
import math
import time
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from types import MappingProxyType
from typing import Any, Literal, Protocol, cast
from urllib.parse import quote

from bot.understanding import DOUBTS
from bot.wire import Unanswered, Wire

log = logging.getLogger(__name__)

#: Our server's own way in (`nlu/understanding.py`), and that of any other that has Rasa's API.
OURS, RASAS = "webhooks/goeiedag/understand", "model/parse"
#: Characters that are sent; Telegram's own limit for a message.
LIMIT = 4096
CRISES = ("crisis_suicide", "crisis_medical", "crisis_violence")
Level = Literal["act", "ask"]


class WrongModel(Exception):
    """The server answers, but with another model than this checkout's (or with none)."""


class NoServer(Exception):
    """Nothing answers at the address within the time allowed."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """What the model made of a text.

    `ranking` holds at least five (intent, confidence 0..1) pairs, likeliest first, and `intent` is
    the first of them. `safety` gives each crisis a probability 0..1, `levels` what the model's own
    thresholds for a language make of them, for each language in which there is a concern. `doubt`:
    one of `DOUBTS`; None for what may be passed on in a talk. `called`: the name in an answer to
    'what may I call you?'; '' where there is none, None where the server says nothing of it.
    """

    text: str
    intent: str
    confidence: float
    ranking: tuple[tuple[str, float], ...]
    entities: tuple[Mapping[str, Any], ...] = ()
    safety: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    levels: Mapping[str, Level] = field(default_factory=lambda: MappingProxyType({}))
    model: str = ""
    doubt: str | None = None
    called: str | None = None


class Parser(Protocol):
    """Whoever says what a text means; None when unsure."""

    async def parse(self, text: str) -> Understanding | None: ...


class NluClient:
    """One pool of connections to one server.

    `fingerprint` may be the full 64 digits or their beginning (12 or more).
    """

    def __init__(
        self, url: str, token: str | None = None, timeout: float = 2.0, fingerprint: str = ""
    ) -> None:
        """`timeout`: seconds for a whole parse. An empty fingerprint accepts any model."""
        self.release = self.expected = fingerprint
        self._timeout = timeout
        self.watch: Callable[[str, float], None] = lambda outcome, seconds: None
        self._state, self._asked_at, self._reason = "ok", -math.inf, ""
        self._said = "ok"  # the state that the log tells last
        self._url = url.rstrip("/")
        self._path = OURS
        self._query = f"?token={quote(token, safe='')}" if token else ""
        self._wire = Wire(self._url, repeats=True)  # to read a text twice harms nobody

    async def close(self) -> None:
        """Close the connections; the client is of no use afterwards."""
        await self._wire.close()

    async def recent_state(self, seconds: float) -> str:
        """How the server last did, asked now if that is longer ago than `seconds`: `ok`,
        `no answer` or `wrong model`."""
        if time.monotonic() - self._asked_at > seconds:
            with contextlib.suppress(NoServer, WrongModel):
                await self.check()
            self._tell()
        return self._state

    def _was(self, state: str, reason: str = "") -> None:
        self._state, self._asked_at, self._reason = state, time.monotonic(), reason

    def _tell(self) -> None:
        """One line when it ceases to answer, one when it does again, however many ask at once;
        never a text."""
        if self._state == self._said:
            return
        self._said = self._state
        if self._state == "ok":
            log.info("the NLU answers again")
        elif self._state == "wrong model":
            log.warning("the NLU serves another model; its answers are not used")
        else:
            log.warning("the NLU gives no answer (%s); safety words go on", self._reason)

    def expect(self, fingerprint: str) -> None:
        """From here on no answer of another model counts. `release` stays what it was."""
        self.expected = fingerprint

    async def serves(self) -> str:
        """The fingerprint of the model that answers, whichever it is. Raise NoServer."""
        try:
            answer = await self._post("goeiedag")
        except (Unanswered, ValueError) as error:
            self._was("no answer")
            reason = _reason(error)
            raise NoServer(f"the NLU at {self._url} gives no answer ({reason})") from error
        return str(answer.get("model", ""))

    async def check(self) -> None:
        """Raise NoServer or WrongModel, each with a line that says what to do."""
        found = await self.serves()
        self._was("ok" if self._is_ours(found) else "wrong model")
        if not self._is_ours(found):
            raise WrongModel(
                f"the NLU at {self._url} serves model {found[:12] or 'of another make'}, "
                f"not {self.expected[:12]}: run `make train` and start it again"
            )

    async def parse(self, text: str) -> Understanding | None:
        """What a text means; None when unsure.

        Unsure is: no answer in time, rubbish, another model, a blank text.
        """
        said = sendable(text)
        if not said:
            return None
        began = time.monotonic()
        found = await self._parsed(text, said)
        self._tell()
        self.watch(self._state.replace(" ", "_"), time.monotonic() - began)
        return found

    async def _parsed(self, text: str, said: str) -> Understanding | None:
        try:
            answer = await self._post(said)
            if not self._is_ours(str(answer.get("model", ""))):
                self._was("wrong model")
                return None
            found = read(text, answer)
            self._was("ok")
            return found
        except (Unanswered, ValueError, TypeError, KeyError, OverflowError) as error:
            self._was("no answer", _reason(error))
            return None

    async def _post(self, text: str) -> Mapping[str, Any]:
        status, answer = await self._asked(text)
        if status == HTTPStatus.NOT_FOUND and self._path == OURS:
            self._path = RASAS
            status, answer = await self._asked(text)
        if status != HTTPStatus.OK or not isinstance(answer, dict):
            raise ValueError(f"an answer of another kind, with status {status}")
        return answer

    async def _asked(self, text: str) -> tuple[int, Any]:
        return await self._wire.post(self._path + self._query, {"text": text}, self._timeout)

    def _is_ours(self, model: str) -> bool:
        return bool(model) and model.startswith(self.expected)


def _reason(error: Exception) -> str:
    """The kind of trouble alone: an answer may repeat what she wrote."""
    return str(error) if isinstance(error, Unanswered) else type(error).__name__


def sendable(text: str) -> str:
    """The part of a text that is sent: capped, no leading '/', '' if nothing in it is visible."""
    said = text[:LIMIT].strip().lstrip("/").strip()
    visible = any(unicodedata.category(c)[0] not in "ZC" for c in said)
    return said if visible else ""


def read(text: str, answer: Mapping[str, Any]) -> Understanding | None:
    """An answer as an Understanding; None where it names no intent.

    ValueError, TypeError, KeyError or OverflowError for an answer of another shape.
    """
    ranking = tuple(
        (str(one["name"]), probability(one["confidence"])) for one in answer["intent_ranking"]
    )
    if not ranking:
        return None
    levels = {
        str(code): cast(Level, level)
        for code, level in dict(answer["levels"]).items()
        if level in ("act", "ask")
    }
    return Understanding(
        text=text,
        intent=ranking[0][0],
        confidence=ranking[0][1],
        ranking=ranking,
        entities=tuple(answer.get("entities") or ()),
        safety=MappingProxyType({c: probability(answer["safety"][c]) for c in CRISES}),
        levels=MappingProxyType(levels),
        model=str(answer["model"]),
        doubt=next((one for one in DOUBTS if one == answer.get("relay")), None),
        called=_called(answer),
    )


def _called(answer: Mapping[str, Any]) -> str | None:
    said = answer.get("called")
    name = said.get("name") if isinstance(said, dict) else None
    return name if isinstance(name, str) else None


def probability(value: object) -> float:
    """A number from 0 to 1; ValueError for anything else, nan too."""
    number = float(cast(float, value))
    if not 0 <= number <= 1.000001:
        raise ValueError("not a probability")
    return min(number, 1.0)
