"""Looks a deployment over before residents depend on it: each remark says what to do about it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Literal

import httpx

from bot.channel import Unreachable
from bot.dialogue.checks import check as check_dialogues
from bot.dialogue.names import LANGUAGES
from bot.dialogue.places_source import read_places
from bot.i18n import code_texts, lint
from bot.nlu import NluClient, NoServer, WrongModel
from bot.safety.helplines import Helpline, due_for_review, gaps
from bot.settings import ROOT, Settings
from bot.store.session import sqlite_path
from bot.telegram import BadToken, Telegram

CLOCK_OFF, CLOCK_WRONG = 5.0, 60.0  # seconds
LITTLE, TOO_LITTLE = 1 << 30, 200 << 20  # bytes left on the disk
OTHERS = 0o077  # permissions of anybody else
SHOWN = 8  # names in one finding

type Level = Literal["ok", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Remark:
    """`what` is so; `todo` mends it (empty where all is well)."""

    level: Level
    about: str
    what: str
    todo: str = ""

    def __str__(self) -> str:
        line = f"{self.level:8} {self.about}: {self.what}"
        return f"{line} -> {self.todo}" if self.todo else line


async def telegram(settings: Settings, now: Callable[[], datetime]) -> list[Remark]:
    """The token, the webhook and the clock, as Telegram sees them."""
    if not settings.telegram_token:
        todo = "set GOEIEDAG_TELEGRAM_TOKEN; @BotFather gives you one"
        return [Remark("error", "token", "there is none", todo)]
    client = Telegram(settings.telegram_token, settings.telegram_api)
    try:
        name = await client.start()
        found = [Remark("ok", "token", f"it is @{name}'s")]
        return [*found, *await _webhook(client, settings), await clock(settings.telegram_api, now)]
    except BadToken:
        todo = "copy it again from @BotFather into GOEIEDAG_TELEGRAM_TOKEN"
        return [Remark("error", "token", "Telegram does not accept it", todo)]
    except Unreachable as error:
        todo = "look at the network, the proxy and GOEIEDAG_TELEGRAM_API"
        return [Remark("error", "telegram", f"no answer ({error.kind})", todo)]
    finally:
        await client.close()


async def _webhook(client: Telegram, settings: Settings) -> list[Remark]:
    state = await client.webhook()
    wanted = settings.webhook_at
    if state.url != wanted:
        what = f"Telegram has {state.url or 'none'}, the settings say {wanted or 'none'}"
        todo = "start the bot: it tells Telegram; if it runs, another one has this token"
        return [Remark("warning", "webhook", what, todo)]
    found = []
    if wanted and not wanted.startswith("https://"):
        todo = "put a web server with TLS before the bot"
        found.append(Remark("warning", "webhook", "its address is not https", todo))
    if state.error:
        todo = "look at the web server: it must hand /telegram on to GOEIEDAG_HTTP"
        found.append(Remark("error", "webhook", f"Telegram's last error: {state.error}", todo))
    what = f"{state.waiting} updates wait at Telegram"
    if state.waiting > 100:
        found.append(Remark("warning", "updates", what, "see that the bot runs"))
    return found or [Remark("ok", "updates", f"{'brought' if wanted else 'polled'}; {what}")]


async def clock(api: str, now: Callable[[], datetime]) -> Remark:
    """Our time beside that of the Bot API's Date header, which counts whole seconds."""
    try:
        async with httpx.AsyncClient(timeout=10) as http:
            before = now()
            answer = await http.get(f"{api}/")
            after = now()
        theirs = parsedate_to_datetime(answer.headers["date"])
    except (httpx.HTTPError, KeyError, ValueError) as error:
        what = f"nothing to compare with ({type(error).__name__})"
        return Remark("warning", "clock", what, "compare the machine's clock by hand")
    off = (before + (after - before) / 2 - theirs.astimezone(UTC)).total_seconds() - 0.5
    if abs(off) <= CLOCK_OFF:
        return Remark("ok", "clock", f"right within {CLOCK_OFF:.0f} seconds")
    level: Level = "error" if abs(off) > CLOCK_WRONG else "warning"
    what = f"{abs(off):.0f} seconds {'ahead' if off > 0 else 'behind'}"
    return Remark(level, "clock", what, "let the machine keep its time by NTP")


async def understanding(settings: Settings, fingerprint: str) -> list[Remark]:
    client = NluClient(settings.nlu_url, settings.nlu_token, timeout=10, fingerprint=fingerprint)
    try:
        await client.check()
    except NoServer as error:
        todo = "start it (nlu/serve.py); until then buttons, commands and safety words work"
        return [Remark("error", "language model", str(error), todo)]
    except WrongModel as error:
        what, _, todo = str(error).partition(": ")
        return [Remark("error", "language model", what, todo or "run `make train`")]
    finally:
        await client.close()
    known = f"model {fingerprint[:12]}" if fingerprint else "any model is trusted here"
    return [Remark("ok", "language model", known)]


def keys(settings: Settings) -> Iterator[Remark]:
    if settings.key:
        yield Remark("ok", "key ring", "from GOEIEDAG_KEY")
        return
    path = settings.key_file
    if not path.exists():
        if sqlite_path(settings.database) is None:
            yield Remark("error", "key ring", "there is none", "set GOEIEDAG_KEY")
        elif Path(sqlite_path(settings.database) or "").exists():
            todo = "put it back: without it the database cannot be read"
            yield Remark("error", "key ring", f"{path} is missing", todo)
        else:
            yield Remark("ok", "key ring", "the first start makes it")
        return
    if path.stat().st_mode & OTHERS:
        yield Remark("error", "key ring", "others may read it", f"chmod 600 {path}")
    else:
        yield Remark("ok", "key ring", "only its owner may read it")


def disk(folder: Path) -> Iterator[Remark]:
    while not folder.exists():
        folder = folder.parent
    left = shutil.disk_usage(folder).free
    what = f"{left >> 20} MB left"
    if left >= LITTLE:
        yield Remark("ok", "disk", what)
    else:
        level: Level = "error" if left < TOO_LITTLE else "warning"
        yield Remark(level, "disk", what, f"make room on the disk of {folder}")


def texts(settings: Settings) -> Iterator[Remark]:
    """Dialogues, catalogs and places, as the files are."""
    content = settings.content
    findings = check_dialogues(content / "dialogues", content / "locales")
    findings += lint(code_texts(ROOT / "bot"), content / "locales")
    errors = sum(one.level == "error" for one in findings)
    if errors:
        yield Remark("error", "texts", f"{errors} errors", "run `goeiedag check` and mend them")
    else:
        yield Remark("ok", "texts", "complete in every language")


def contact(settings: Settings) -> Remark:
    """Who asks where to complain is told what is set, and nothing that was made up."""
    if settings.contact is None:
        todo = "set GOEIEDAG_CONTACT: an address, a number or a mail address that residents may use"
        return Remark("warning", "contact", "residents are not told where to complain", todo)
    return Remark("ok", "contact", settings.contact)


def places(settings: Settings, today: date) -> Iterator[Remark]:
    known = [one for one in read_places(settings.content / "dialogues")[0] if not one.example]
    stale = [next(iter(one.name.values())) for one in known if one.stale(today)]
    if stale:
        todo = "look whether they are still there, and write today's date in checked_on"
        what = f"not checked for 90 days, so not told: {shown(stale)}"
        yield Remark("warning", "places", what, todo)
    elif not known:
        todo = "put those of your neighbourhood in dialogues/places.yaml"
        yield Remark("warning", "places", "only made-up ones, which are told to nobody", todo)
    else:
        yield Remark("ok", "places", f"{len(known)}, all checked within 90 days")


def helplines(rows: Sequence[Helpline], today: date) -> Iterator[Remark]:
    due = [row.id for row in due_for_review(rows, today)]
    if due:
        what = f"not dialled yet, or due for review: {shown(due)}"
        todo = "dial each, and write the date in verified_on (see docs/how-to-operators.md)"
        yield Remark("warning", "helplines", what, todo)
    missing = [f"{need} in {language}: {what}" for need, language, what in gaps(rows, LANGUAGES)]
    if missing:
        todo = "look for a line; a gap is never filled by a guess"
        yield Remark("warning", "helplines", f"gaps: {shown(missing, '; ')}", todo)
    if not due and not missing:
        yield Remark("ok", "helplines", f"{len(rows)}, all dialled, no gap")


def shown(names: Sequence[str], between: str = ", ") -> str:
    more = f"{between}and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return between.join(names[:SHOWN]) + more
