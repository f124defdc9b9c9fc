"""How a page says its texts: by key, in the language of whoever reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final, Literal, Protocol
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_time, format_timedelta
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from bot.dialogue.findings import Finding
from bot.dialogue.lengths import seconds
from bot.dialogue.model import Dialogue
from bot.dialogue.names import FORMS
from bot.dialogue.values import LOCALES, date_text
from bot.i18n import Say, Text
from bot.studio.mending import key_of
from bot.studio.texts import (
    desk,
    dialogues,
    editing,
    frame,
    inbox,
    mending,
    names,
    preview,
    publishing,
    team,
    trying,
)

UNITS: Final[tuple[tuple[int, Literal["day", "hour", "minute"]], ...]] = (
    (86400, "day"),
    (3600, "hour"),
    (60, "minute"),
)
TEXTS_OF_PAGES: Final[Mapping[str, str]] = {
    **frame.TEXTS,
    **dialogues.TEXTS,
    **editing.TEXTS,
    **mending.TEXTS,
    **names.TEXTS,
    **publishing.TEXTS,
    **preview.TEXTS,
    **desk.TEXTS,
    **team.TEXTS,
    **trying.TEXTS,
    **inbox.TEXTS,
}
ABOUT_FORMS: Final = frozenset({"no-translation", "stale", "variant"})  # findings that name forms


class Titled(Protocol):
    """What has a title, by language where there are more."""

    @property
    def title(self) -> str: ...

    @property
    def titles(self) -> tuple[tuple[str, str], ...]: ...


@dataclass(frozen=True)
class Words:
    """Texts, numbers and dates for one reader."""

    language: str
    zone: ZoneInfo
    translate: Callable[[str, str], Say]

    @property
    def locale(self) -> Locale:
        """The reader's locale, of Belgium where there is one."""
        return Locale.parse(LOCALES[self.language])

    def __call__(self, key: str, **values: Any) -> str:
        """The text of a key, with its placeholders filled. KeyError for an unknown key."""
        context = f"studio/{key}"
        said = self.translate(self.language, "formal")(context, TEXTS_OF_PAGES[context])
        for name, value in values.items():
            said = said.replace("{" + name + "}", str(value))  # no format(): a name may hold braces
        return said

    def of(self, text: Text) -> str:
        """A text of the chats, as a page shows it."""
        return self.translate(self.language, "formal")(text.context, text.source)

    def known(self, key: str) -> bool:
        """Whether there is such a text."""
        return f"studio/{key}" in TEXTS_OF_PAGES

    def counted(self, key: str, count: int, **values: Any) -> str:
        """The text `key-one` or `key-other`, as the language counts."""
        kind = "one" if self.locale.plural_form(count) == "one" else "other"
        return self(f"{key}-{kind}", count=format_decimal(count, locale=self.locale), **values)

    def few(self, count: int) -> str:
        """A number of people: below ten it is told as 'fewer than ten', or as none."""
        if 0 < count < 10:
            return self("frame/fewer")
        return format_decimal(count, locale=self.locale)

    def number(self, count: float) -> str:
        """A number as the language writes it."""
        return format_decimal(count, locale=self.locale)

    def share(self, part: float) -> str:
        """A part of a whole: '81.4 %'."""
        return format_percent(part, "0.0 %", locale=self.locale)

    def calendar(self, day: date) -> str:
        """A date in words."""
        return date_text(day, "d MMMM y", self.language)

    def short_day(self, day: date) -> str:
        """A date where there is little room: '5 okt'."""
        return date_text(day, "d MMM", self.language).rstrip(".")

    def weekday(self, day: date) -> str:
        """A day of this week: 'maandag 5 oktober'."""
        return date_text(day, "EEEE d MMMM", self.language)

    def clock(self, at: time) -> str:
        """An hour of the day."""
        return format_time(at, "H 'h' mm" if self.language == "fr" else "H:mm", locale=self.locale)

    def day(self, at: datetime) -> str:
        """A date in words, on the wall calendar of the deployment."""
        return date_text(at.astimezone(self.zone).date(), "d MMMM y", self.language)

    def moment(self, at: datetime) -> str:
        """A date with its hour."""
        local = at.astimezone(self.zone)
        return f"{date_text(local.date(), 'd MMMM', self.language)}, {local:%H:%M}"

    def age(self, length: timedelta) -> str:
        """A length of time in words: '3 hours'."""
        return format_timedelta(length, locale=self.locale)

    def brief(self, length: timedelta) -> str:
        """A length of time where there is little room: '3 h'."""
        return format_timedelta(length, format="narrow", locale=self.locale)

    def joined(self, names: list[str]) -> str:
        """Names as a list in words."""
        return format_list(names, locale=self.locale)

    def length(self, seconds: int) -> str:
        """A wait in words, in the largest unit that fits: '6 hours'."""
        size, unit = next((s, u) for s, u in UNITS if seconds % s == 0 or s == 60)
        span = timedelta(seconds=seconds)
        return format_timedelta(span, unit, threshold=seconds // size + 1, locale=self.locale)

    def titled(self, thing: Titled) -> str:
        """A dialogue's title in this language, else in its own."""
        return dict(thing.titles).get(self.language) or thing.title

    def titles(self, dialogues: Iterable[Dialogue]) -> dict[str, str]:
        """What dialogues are called, by the name of their file."""
        return {dialogue.id: self.titled(dialogue) for dialogue in dialogues}

    def called(self, ids: Iterable[str], titles: Mapping[str, str]) -> list[str]:
        """Dialogues by their titles; by their file where it cannot be read."""
        return [titles.get(one, one) for one in ids]

    def named(self, name: str) -> str:
        """What a name of the dialogues means, in words; the name itself where nobody said."""
        return self(f"name/{name}") if self.known(f"name/{name}") else name

    def named_all(self, names: Iterable[str]) -> str:
        """Several names, in words."""
        return ", ".join(self.named(name) for name in names)

    def fact(self, name: str) -> str:
        """What is kept under a name, in words; behind a dot stands of whom: 'relation.brother'."""
        known, _, of = name.partition(".")
        said = self(f"fact/{known}") if self.known(f"fact/{known}") else known
        return f"{said} ({of})" if of else said

    def chosen_from(self, names: Iterable[str], facts: bool = False) -> list[tuple[str, str]]:
        """Names with their words, as a reader looks for them in a list."""
        said = [(name, self.fact(name) if facts else self.named(name)) for name in names]
        return sorted(said, key=lambda pair: pair[1].casefold())

    def wait(self, text: str) -> str:
        """A wait as the files write it, in words: '6h'; as it stands where it is none."""
        found = seconds(text)
        return self.length(found) if found else text

    def languages(self, codes: Iterable[str]) -> str:
        """Languages by their names; those that the bot does not speak too."""
        return ", ".join(
            self(f"frame/lang-{code}")
            if self.known(f"frame/lang-{code}")
            else str(self.locale.languages.get(code, code)).capitalize()
            for code in codes
        )

    def form(self, code: str) -> str:
        """A form of a language by its name ('nl@je'); anything else as it stands."""
        name = f"frame/form-{code.replace('@', '-')}"
        return self(name) if code in FORMS else code

    def finding(self, finding: Finding) -> str:
        """What a check found and how it is mended."""
        known = key_of(finding)
        if known is None:
            return f"{finding.what} {finding.mend}"
        key, given = known
        if key in ABOUT_FORMS:
            given = tuple(self.form(text) for text in given)
        return self(f"mend/{key}", **{str(n): text for n, text in enumerate(given)})
