"""The settings of a deployment: environment -> one frozen object, checked at the start."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from bot.store.session import normal_url, sqlite_path

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "GOEIEDAG_"


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
    key: str | None = Field(
        None, description="key ring, newest first, separated by commas; required on PostgreSQL"
    )
    timezone: str = Field("Europe/Brussels", description="time zone of the residents")
    organisation: str = Field("Goeiedag", description="who runs this, as residents read it")
    content: Path = Field(ROOT, description="folder with dialogues/ and locales/")
    quiet: str = Field("21:30-08:00", description="hours in which nothing unasked is sent")
    settle: float = Field(
        0.7, ge=0, le=10, description="seconds to wait for a next text before answering"
    )
    workers: int = Field(4, ge=1, le=64, description="turns taken at once by one process")
    danger_release: bool = Field(
        True, description="alert coordinators of an unanswered danger to life (see docs)"
    )

    @field_validator("timezone")
    @classmethod
    def _zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError("is no time zone; write one like Europe/Brussels") from error
        return value

    @field_validator("quiet")
    @classmethod
    def _hours(cls, value: str) -> str:
        try:
            start, end = (time.fromisoformat(part.strip()) for part in value.split("-"))
        except ValueError as error:
            raise ValueError("is no span of hours; write one like 21:30-08:00") from error
        if start == end:
            raise ValueError("spans nothing; write two different hours")
        return value

    @field_validator("database_url")
    @classmethod
    def _url(cls, value: str | None) -> str | None:
        if value is not None and not normal_url(value).startswith(
            ("sqlite+aiosqlite://", "postgresql+asyncpg://")
        ):
            raise ValueError("is neither a sqlite:// nor a postgresql:// URL")
        return value

    @field_validator("telegram_api", "nlu_url")
    @classmethod
    def _http(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("is no http(s):// URL")
        return value.rstrip("/")

    @property
    def database(self) -> str:
        return self.database_url or f"sqlite:///{(self.data / 'goeiedag.db').resolve()}"

    @property
    def key_file(self) -> Path:
        """Beside the database file, so that a copied folder keeps what belongs together."""
        return (sqlite_path(self.database) or self.data / "goeiedag.db").with_suffix(".key")

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def quiet_hours(self) -> tuple[time, time]:
        start, end = (time.fromisoformat(part.strip()) for part in self.quiet.split("-"))
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
    if data is not None:
        found["data"] = str(data)
    try:
        return Settings.model_validate(found)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = PREFIX + "_".join(str(part) for part in first["loc"]).upper()
        if first["type"] == "extra_forbidden":
            raise SettingsError(
                f"{name} is no setting of this version; see docs/settings.md"
            ) from None
        reason = first["msg"].removeprefix("Value error, ")
        raise SettingsError(f"{name} {reason} (see docs/settings.md)") from None
