"""The settings of a deployment: environment -> one frozen object, checked at the start."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import time
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bot.feasts import is_known
from bot.setting_values import OF_A_URL, is_folder, is_host, is_text, port_in, reachable, wall_time
from bot.store.session import normal_url, sqlite_path

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "GOEIEDAG_"
WEBHOOK_PATH = "/telegram"
SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
TOKEN = re.compile(r"[0-9]{1,20}:[A-Za-z0-9_-]+")


class SettingsError(Exception):
    """A setting is missing or wrong. The message is one line that says what to do."""


class Settings(BaseModel):
    """Each field is the environment variable GOEIEDAG_<NAME>, described by its `description`."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    data: Path = Field(Path("data"), description="folder for the database, keys and logs")
    telegram_token: str | None = Field(None, description="the bot's token, from @BotFather")
    telegram_api: str = Field(
        "https://api.telegram.org", description="base URL of the Bot API, before /bot<token>"
    )
    database_url: str | None = Field(
        None, description="sqlite:///… or postgresql://…; default: goeiedag.db in the data folder"
    )
    nlu_url: str = Field("http://127.0.0.1:5005", description="base URL of the Rasa server")
    nlu_token: str | None = Field(None, description="Rasa's --auth-token, when it has one")
    nlu_jobs: Path | None = Field(
        None,
        description="folder shared with the language model; default: nlu-jobs in the data folder",
    )
    key: str | None = Field(
        None, description="key ring, newest first, separated by commas; required on PostgreSQL"
    )
    erasures: Path | None = Field(
        None, description="file of who was erased, as keyed hashes; default: beside the key"
    )
    timezone: str = Field("Europe/Brussels", description="time zone of the residents")
    country: str = Field("BE", description="whose public holidays are known; two letters")
    organisation: str = Field("Goeiedag", description="who runs this, as residents read it")
    contact: str | None = Field(
        None, description="where residents reach who runs this, with a question or a complaint"
    )
    content: Path = Field(ROOT, description="folder with dialogues/ and locales/")
    quiet: str = Field("21:30-08:00", description="hours in which nothing unasked is sent")
    settle: float = Field(
        0.7, ge=0, le=10, description="seconds to wait for a next text before answering"
    )
    workers: int = Field(4, ge=1, le=64, description="turns taken at once by one process")
    public_url: str | None = Field(
        None, description="where people reach the studio, like https://goeiedag.example.org"
    )
    http: str | None = Field(
        None, description="HOST:PORT (or PORT alone, on this machine) of the pages for operators"
    )
    webhook_url: str | None = Field(
        None, description="public address of the bot, before /telegram; unset: it polls"
    )
    webhook_secret: str | None = Field(
        None, description="16 to 256 of A-Z a-z 0-9 _ -; required with a webhook"
    )
    keep_text: int = Field(
        30, ge=7, le=365, description="days after which messages that are done are erased"
    )
    keep_rest: int = Field(
        365, ge=30, le=3650, description="days after which everything else that is over is erased"
    )
    most_talks: int = Field(
        3, ge=1, le=20, description="talks that a volunteer holds at once, unless set for one"
    )
    overview: str = Field(
        "08:30", description="when coordinators read what waits for them; off for never"
    )
    questionnaires: bool = Field(
        False, description="ask who agrees, once a quarter, how often they feel lonely"
    )
    danger_release: bool = Field(
        True, description="alert coordinators of an unanswered danger to life (see docs)"
    )

    @field_validator("timezone")
    @classmethod
    def _zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ValueError("is no time zone; write one like Europe/Brussels") from error
        return value

    @field_validator("country")
    @classmethod
    def _country(cls, value: str) -> str:
        if value != "BE" and not is_known(value):
            raise ValueError("is no country whose holidays are known; write two letters like BE")
        return value

    @field_validator("quiet")
    @classmethod
    def _hours(cls, value: str) -> str:
        try:
            start, end = map(wall_time, value.split("-"))
        except ValueError as error:
            raise ValueError("is no span of hours; write one like 21:30-08:00") from error
        if start == end:
            raise ValueError("spans nothing; write two different hours")
        return value

    @field_validator("overview")
    @classmethod
    def _hour(cls, value: str) -> str:
        try:
            return value if value == "off" else f"{wall_time(value):%H:%M}"
        except ValueError as error:
            raise ValueError("is no hour; write one like 08:30, or off") from error

    @field_validator("database_url")
    @classmethod
    def _url(cls, value: str | None) -> str | None:
        wrong = "is neither a sqlite:///FILE nor a postgresql://USER:PASSWORD@HOST/NAME URL"
        if value is None:
            return value
        if not normal_url(value).startswith(("sqlite+aiosqlite://", "postgresql+asyncpg://")):
            raise ValueError(wrong)
        try:
            parsed = make_url(normal_url(value))
        except (ValueError, ArgumentError):
            raise ValueError(wrong) from None
        if not reachable(parsed):
            raise ValueError(wrong)
        if parsed.get_backend_name() == "postgresql" and (odd := set(parsed.query) - OF_A_URL):
            known = ", ".join(sorted(OF_A_URL))
            raise ValueError(f"has {min(odd)}= behind its ?; known there are {known}")
        if parsed.get_backend_name() == "sqlite" and sqlite_path(value) is None:
            raise ValueError(
                "names no file; write one like sqlite:////var/lib/goeiedag/goeiedag.db"
            )
        return value

    @field_validator("telegram_token")
    @classmethod
    def _token(cls, value: str | None) -> str | None:
        if value is not None and not TOKEN.fullmatch(value):
            raise ValueError("is no bot token; copy it whole from @BotFather, like 123456:ABC-def")
        return value

    @field_validator("http")
    @classmethod
    def _address(cls, value: str | None) -> str | None:
        if value is None:
            return value
        host, _, port = value.rpartition(":")
        host = host.strip("[]") or "127.0.0.1"
        number = port_in(port)
        if number is None or not is_host(host):
            raise ValueError("is no address to listen on; write one like 127.0.0.1:8080")
        return f"{host}:{number}"

    @field_validator("webhook_secret")
    @classmethod
    def _secret(cls, value: str | None) -> str | None:
        if value is not None and not SECRET.fullmatch(value):
            raise ValueError("must be 16 to 256 of A-Z a-z 0-9 _ and -, at random")
        return value

    @field_validator("content")
    @classmethod
    def _folders(cls, value: Path) -> Path:
        for folder in ("dialogues", "locales"):
            if not is_folder(value / folder):
                raise ValueError(f"has no folder {folder}/; name the folder that holds it")
        return value

    @field_validator("data")
    @classmethod
    def _folder(cls, value: Path) -> Path:
        if not is_folder(value) and value.exists():
            raise ValueError("is a file; name a folder")
        return value

    @field_validator("organisation")
    @classmethod
    def _named(cls, value: str) -> str:
        if not value.strip() or len(value) > 60 or not value.isprintable():
            raise ValueError("must be a name of one line, up to 60 characters")
        return value.strip()

    @field_validator("contact")
    @classmethod
    def _reached(cls, value: str | None) -> str | None:
        said = (value or "").strip().rstrip(".")
        if len(said) > 120 or not said.isprintable() or "{" in said:
            raise ValueError("must be one line of up to 120 characters, as residents read it")
        return said or None

    @field_validator("telegram_api", "nlu_url", "public_url", "webhook_url")
    @classmethod
    def _http(cls, value: str | None) -> str | None:
        if value is None:
            return value
        try:
            parts = urlsplit(value)
            fit = parts.scheme in ("http", "https") and parts.port != 0
            fit = fit and is_host(parts.hostname or "")
        except ValueError:
            fit = False
        if not fit or any(c.isspace() for c in value):
            raise ValueError("is no URL; write one like https://example.org or http://nlu:5005")
        return value.rstrip("/")

    @property
    def address(self) -> tuple[str, int] | None:
        """Host and port to listen on; None where nothing is served."""
        host, _, port = (self.http or "").rpartition(":")
        return (host, int(port)) if self.http else None

    @property
    def webhook_at(self) -> str:
        """Where Telegram shall bring updates; '' where the bot polls."""
        return f"{self.webhook_url}{WEBHOOK_PATH}" if self.webhook_url else ""

    @property
    def database(self) -> str:
        return self.database_url or f"sqlite:///{(self.data / 'goeiedag.db').resolve()}"

    @property
    def key_file(self) -> Path:
        """Beside the database file, so that a copied folder keeps what belongs together."""
        return (sqlite_path(self.database) or self.data / "goeiedag.db").with_suffix(".key")

    @property
    def erasures_file(self) -> Path:
        """Who was erased, as keyed hashes: beside the key, and in no backup."""
        return self.erasures or self.key_file.with_suffix(".erasures")

    @property
    def jobs_folder(self) -> Path:
        """Where the studio asks for a training, and the model's server looks for its choice."""
        return self.nlu_jobs or self.data / "nlu-jobs"

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def overview_at(self) -> time | None:
        return None if self.overview == "off" else time.fromisoformat(self.overview)

    @property
    def quiet_hours(self) -> tuple[time, time]:
        start, end = map(wall_time, self.quiet.split("-"))
        return start, end


def read(environment: Mapping[str, str], data: Path | None = None) -> Settings:
    """Reads the environment. Raises SettingsError with one line for the first thing wrong.

    An unknown GOEIEDAG_ variable is an error too: a misspelt one would be silently ignored.
    """
    found = {
        key.removeprefix(PREFIX).lower(): value
        for key, value in environment.items()
        if key.startswith(PREFIX) and value != ""
    }
    for key, value in found.items():
        if not is_text(value):
            name = f"{PREFIX}{key.upper()}"
            raise SettingsError(f"{name} holds bytes that are no text (see docs/settings.md)")
    if data is not None:
        found["data"] = str(data)
    try:
        return complete(Settings.model_validate(found))
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = PREFIX + "_".join(str(part) for part in first["loc"]).upper()
        if first["type"] == "extra_forbidden":
            raise SettingsError(
                f"{name} is no setting of this version; see docs/settings.md"
            ) from None
        reason = first["msg"].removeprefix("Value error, ")
        if first["type"] != "value_error":  # pydantic's own words do not say what it is for
            field = Settings.model_fields[str(first["loc"][0])]
            reason = f"is wrong: {reason[0].lower()}{reason[1:]} ({field.description})"
        raise SettingsError(f"{name} {reason} (see docs/settings.md)") from None


def complete(settings: Settings) -> Settings:
    """What belongs together is there together; without a secret no webhook is ever opened."""
    if settings.webhook_url is None:
        return settings
    if settings.webhook_secret is None:
        raise SettingsError(
            "GOEIEDAG_WEBHOOK_SECRET is missing: without it anybody could speak for anybody; "
            "make one with: python -c 'import secrets; print(secrets.token_urlsafe(32))'"
        )
    if settings.http is None:
        raise SettingsError(
            "GOEIEDAG_HTTP is missing: the webhook needs an address to listen on, like 8080"
        )
    return settings
