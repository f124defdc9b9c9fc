"""The command line: `goeiedag COMMAND`."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from pathlib import Path

from bot import commands, logs
from bot.channel import Unreachable
from bot.nlu import NoServer, WrongModel
from bot.nlu_process import NluDidNotStart
from bot.settings import SettingsError, read

WRONG, FAILED = 2, 1
QUIET = frozenset(
    {"check", "publish", "invite", "simulate", "train", "review", "erase", "export", "keys"}
) | {"backup", "restore", "doctor", "volunteer", "count"}


def parser() -> argparse.ArgumentParser:
    """Every command and its options; the documentation test reads them from here."""
    top = argparse.ArgumentParser(
        prog="goeiedag",
        description="A check-in companion on Telegram for people who live isolated.",
    )
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--data", type=Path, help="folder for database, keys and logs")
    every = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, about: str) -> argparse.ArgumentParser:
        return every.add_parser(name, help=about, description=about, parents=[shared])

    demo = command("demo", "phones and bot on one page, to try everything out")
    demo.add_argument("--port", type=int, default=8800, help="port of the page (default 8800)")
    demo.add_argument("--without-nlu", action="store_true", help="buttons and safety words alone")
    command("run", "the bot itself, on Telegram")
    simulate = command("simulate", "play a dialogue in the terminal, as a resident would")
    simulate.add_argument("dialogue", nargs="?", help="which one; without it you begin")
    simulate.add_argument("--language", default="en", choices=["nl", "fr", "en"])
    simulate.add_argument("--form", default="", choices=["u", "je", "vous", "tu"])
    command("check", "look for mistakes in dialogues and texts")
    publish = command("publish", "make the drafts the dialogues that run")
    publish.add_argument("--note", default="", help="what changed, for your colleagues")
    publish.add_argument("--back-to", type=int, metavar="N", help="publish revision N again")
    invite = command("invite", "make an invitation for a helper or for residents")
    invite.add_argument(
        "role", choices=["volunteer", "coordinator", "editor", "reviewer", "resident"]
    )
    invite.add_argument("--language", action="append", default=[], choices=["nl", "fr", "en"])
    invite.add_argument("--name", help="how residents will read the volunteer's name")
    invite.add_argument("--place", help="where the poster hangs (resident)")
    volunteer = command("volunteer", "list volunteers, or hand the talks of one on")
    volunteer.add_argument("action", choices=["list", "leave", "rest"])
    volunteer.add_argument("who", nargs="?", help="the name, or the number in the list")
    command("understand", "read lines on standard input, say what each means")
    train = command("train", "train the NLU model from nlu/data")
    train.add_argument("--force", action="store_true", help="also when nothing changed")
    review = command("review", "read what was not understood, and write new examples")
    review.add_argument("--list", action="store_true", help="only show what waits")
    review.add_argument(
        "--export",
        nargs="?",
        type=Path,
        const=True,
        metavar="DIR",
        help="add the new examples to DIR/LANGUAGE/review.yml (default nlu/data)",
    )
    erase = command("erase", "erase somebody everywhere, at their own wish")
    _somebody(erase)
    erase.add_argument("--yes", action="store_true", help="do not ask for confirmation")
    export = command("export", "write everything that is kept about somebody to two files")
    _somebody(export)
    export.add_argument("--to", type=Path, default=Path(), metavar="DIR", help="where to")
    count = command("count", "the answers to the questionnaire of a quarter, from ten people up")
    count.add_argument("--quarter", metavar="Q", help="like 2026Q4 (default: the running one)")
    keys = command("keys", "make a new key, or lock everything anew with it")
    keys.add_argument("action", choices=["new", "rotate"])
    backup = command("backup", "write everything to a file, while the bot runs")
    backup.add_argument("file", help="where to; - for standard output")
    restore = command("restore", "put a backup in the place of the database")
    restore.add_argument("file", help="the backup; - for standard input")
    restore.add_argument("--replace", action="store_true", help="also where people are")
    command("doctor", "look a deployment over, and say what to do")
    command("evaluate", "judge the NLU model on the validation set")
    return top


def _somebody(command: argparse.ArgumentParser) -> None:
    command.add_argument("number", nargs="?", help="their own number, as /mydata shows it")
    command.add_argument("--chat", type=int, metavar="ID", help="or Telegram's id of their chat")


def main(arguments: list[str] | None = None) -> int:
    options = parser().parse_args(arguments)
    quiet = options.command in QUIET
    logs.begin(logging.WARNING if quiet else logging.INFO)
    try:
        settings = read(os.environ, options.data)
        return commands.COMMANDS[options.command](settings, options)
    except SettingsError as error:
        print(f"goeiedag: {error}", file=sys.stderr)
        return WRONG
    except (WrongModel, NoServer, NluDidNotStart, OSError) as error:
        print(f"goeiedag: {error}", file=sys.stderr)
        return FAILED
    except Unreachable:
        print("goeiedag: Telegram does not answer; is the network up?", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main())
