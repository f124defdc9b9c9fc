"""What each command of the command line does."""

from __future__ import annotations

import argparse
import asyncio
import io
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from bot import (
    commands_operation,
    counting,
    demo,
    invitations,
    people,
    publishing,
    reading,
    reviewing,
    studio,
)
from bot.app import opened
from bot.clock import Clock
from bot.commands_data import run_erase, run_export, run_keys
from bot.commands_team import run_volunteer
from bot.database import open_store
from bot.dialogue.checks import check as check_dialogues
from bot.i18n import code_texts, lint
from bot.loop import run
from bot.nlu_process import PROJECT
from bot.readers import READERS
from bot.settings import ROOT, Settings, SettingsError
from bot.simulate import run as play
from bot.telegram import BadToken

TRAINER = ("train.py",)


def _forever(work: Callable[[], object]) -> int:
    """Runs a coroutine function until it ends or a signal asks it to stop gracefully."""

    async def until_stopped() -> None:
        task = asyncio.ensure_future(work())  # type: ignore[call-overload]
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, task.cancel)
        try:
            await task
        except asyncio.CancelledError:
            return

    run(until_stopped())
    return 0


def _tell(line: str) -> None:
    print(line, flush=True)


def run_demo(settings: Settings, options: argparse.Namespace) -> int:
    if options.data is None and settings.data == Path("data"):
        settings = settings.model_copy(update={"data": Path("data/demo")})
    if settings.organisation == "Goeiedag":  # nobody set one: the demo plays in a neighbourhood
        settings = settings.model_copy(update={"organisation": "Buurthuis De Brug"})
    model = None if options.without_nlu else trained()
    return _forever(lambda: demo.serve(settings, options.port, model, _tell))


def run_bot(settings: Settings, options: argparse.Namespace) -> int:
    if not settings.telegram_token:
        raise SettingsError("GOEIEDAG_TELEGRAM_TOKEN is missing; @BotFather gives you one")
    return _forever(lambda: _run(settings, str(settings.telegram_token)))


async def _run(settings: Settings, token: str) -> None:
    nlu = reading.client(settings)
    try:
        await reading.warn_without(nlu)
        async with opened(settings, token, Clock(), nlu) as app:
            app.routes.append(studio.mounted(settings, app, nlu))
            async with app.running() as together, app.serving() as port:
                _tell("ready: listening on Telegram" + (f", pages on port {port}" if port else ""))
                await together
    except BadToken:
        raise SettingsError(
            "GOEIEDAG_TELEGRAM_TOKEN is not accepted by Telegram; copy it again from @BotFather"
        ) from None
    finally:
        await nlu.close()


def run_simulate(settings: Settings, options: argparse.Namespace) -> int:
    content = settings.content
    lines = play(
        content / "dialogues",
        content / "locales",
        options.dialogue,
        options.language,
        options.form,
        (line.rstrip("\n") for line in sys.stdin),
        understand=reading.for_simulation(settings),
        readers=dict(READERS),
    )
    try:
        for line in lines:
            print(line, flush=True)
    except ValueError as error:
        print(f"goeiedag: {error}", file=sys.stderr)
        return 2
    return 0


def run_check(settings: Settings, options: argparse.Namespace) -> int:
    """Every finding with its file and line; 1 when one of them is an error."""
    content = settings.content
    findings = check_dialogues(content / "dialogues", content / "locales")
    findings += lint(code_texts(ROOT / "bot"), content / "locales")
    for finding in findings:
        print(finding)
    errors = sum(finding.level == "error" for finding in findings)
    print(f"{errors} errors, {len(findings) - errors} warnings")
    return 1 if errors else 0


def run_publish(settings: Settings, options: argparse.Namespace) -> int:
    async def publish() -> publishing.Published:
        now = datetime.now(UTC)
        async with open_store(settings) as store:
            if options.back_to is not None:
                return await publishing.go_back(store, options.back_to, now)
            return await publishing.publish(store, settings.content, now, options.note)

    try:
        done = asyncio.run(publish())
    except publishing.Refused as refused:
        for finding in refused.findings:
            print(finding)
        if refused.waiting:
            print(f"These wait for a second look in the studio: {', '.join(refused.waiting)}.")
        print("Nothing was published.", file=sys.stderr)
        return 1
    except LookupError as error:
        print(f"goeiedag: {error}", file=sys.stderr)
        return 1
    state = "is published" if done.new else "runs already: the drafts did not change"
    print(f"Revision {done.id} ({done.dialogues} dialogues) {state}.")
    if done.kept:
        print(f"Kept as approved, until a second look in the studio: {', '.join(done.kept)}.")
    if done.left_out:
        print(f"Left out, until a second look in the studio: {', '.join(done.left_out)}.")
    return 0


def run_invite(settings: Settings, options: argparse.Namespace) -> int:
    """Prints the deep link, and the bare token on the last line."""
    if options.role != people.RESIDENT and not options.name:
        print("goeiedag: --name is needed: residents read who writes to them", file=sys.stderr)
        return 2

    async def invite() -> str:
        async with open_store(settings) as store, store.write() as session:
            return await invitations.invite(
                session,
                options.role,
                options.language or ["nl"],
                datetime.now(UTC),
                name=options.name,
                place=options.place,
            )

    token = asyncio.run(invite())
    name = asyncio.run(reading.bot_name(settings))
    print(f"https://t.me/{name}?start={token}")
    print(token)
    return 0


def run_review(settings: Settings, options: argparse.Namespace) -> int:
    """Reads what was not understood, or writes the new examples where training finds them."""

    async def work() -> None:
        now = datetime.now(UTC)
        async with open_store(settings) as store:
            if options.export is not None:
                usual = settings.content / "nlu" / "data"
                folder = usual if options.export is True else options.export
                changed = await reviewing.export(store, folder)
                print("\n".join(map(str, changed)) or "There is nothing new to export.")
            elif options.list:
                rows = await reviewing.waiting(store, now)
                print(f"{len(rows)} messages wait for review.")
                for place, row in enumerate(rows, 1):
                    print(reviewing.shown(row, place, len(rows)))
            else:
                lines = reviewing.known_lines(settings.content)
                await reviewing.go_through(store, now, lines, _ask, _tell)

    try:
        asyncio.run(work())
    except ValueError as error:
        print(f"goeiedag: {error}", file=sys.stderr)
        return 1
    return 0


def _ask(question: str) -> str | None:
    try:
        return input(question)
    except EOFError:
        return None


def trained() -> Path:
    """The model of this checkout's data and config, trained first if there is none.

    Raises OSError when training failed.
    """
    return PROJECT / "models" / Path(_train().strip().splitlines()[-1]).name


def _train(*arguments: str) -> str:
    python = PROJECT / ".venv" / "bin" / "python"
    if not python.exists():
        raise OSError("the NLU's environment is missing: run `make setup`")
    done = subprocess.run(
        [str(python), *TRAINER, *arguments], cwd=PROJECT, stdout=subprocess.PIPE, text=True
    )
    if done.returncode:
        raise OSError("training failed; see the messages above")
    return done.stdout


def run_train(settings: Settings, options: argparse.Namespace) -> int:
    print(_train(*(["--force"] if options.force else [])).strip())
    return 0


def run_evaluate(settings: Settings, options: argparse.Namespace) -> int:
    python = PROJECT / ".venv" / "bin" / "python"
    trained()
    return subprocess.run([str(python), "evaluate.py"], cwd=PROJECT).returncode


def run_understand(settings: Settings, options: argparse.Namespace) -> int:
    model = trained()
    if isinstance(sys.stdin, io.TextIOWrapper):
        # a line is what ends with \n, and a byte that is no UTF-8 stops nothing
        sys.stdin.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    return _forever(lambda: reading.understand(settings, model, sys.stdin, _tell))


COMMANDS: dict[str, Callable[[Settings, argparse.Namespace], int]] = {
    "demo": run_demo,
    "run": run_bot,
    "simulate": run_simulate,
    "check": run_check,
    "publish": run_publish,
    "invite": run_invite,
    "understand": run_understand,
    "train": run_train,
    "evaluate": run_evaluate,
    "review": run_review,
    "erase": run_erase,
    "export": run_export,
    "keys": run_keys,
    "volunteer": run_volunteer,
    "count": counting.run_count,
    "backup": commands_operation.run_backup,
    "restore": commands_operation.run_restore,
    "doctor": commands_operation.run_doctor,
}
