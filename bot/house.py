"""The house: what a deployment is made of and every feature may use. Built once, in `bot.app`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.dialogue.library import Library
from bot.dialogue.names import LANGUAGES
from bot.dialogue.turns import Reader
from bot.dialogue.words import plain
from bot.i18n import Say, Text
from bot.rhythm import Quiet
from bot.safety import Rules
from bot.safety.helplines import Helpline
from bot.store.erased import Erasures
from bot.store.recall import once
from bot.store.tables import Person, Revision


@dataclass(frozen=True, slots=True)
class Policy:
    """How long things wait. All of them are settings of a deployment with these defaults."""

    offer_lasts: timedelta = timedelta(hours=24)  # a preview that was not answered
    rung_at_once: int = 3  # volunteers an alert goes to before it widens
    most_talks: int = 3  # that a volunteer holds at once, unless a coordinator chose otherwise
    widen_after: timedelta = timedelta(minutes=10)
    greet_within: timedelta = timedelta(minutes=30)  # after a claim: then a nudge, then offered on
    urgent_factor: float = 0.5
    coordinator_after: timedelta = timedelta(minutes=60)  # an open handoff that nobody took
    reply_within: timedelta = timedelta(hours=3)  # her word in a talk: a nudge, then she is asked
    urgent_reply_within: timedelta = timedelta(minutes=30)
    quiet_talk_after: timedelta = timedelta(hours=12)  # a talk in which nobody spoke
    overview_at: time | None = time(8, 30)  # what waits for coordinators, in the morning
    danger_after: timedelta = timedelta(minutes=15)
    follow_up_after: timedelta = timedelta(hours=20)
    calm_for: timedelta = timedelta(days=2)
    answers_a_day: int = 60
    text_lasts: timedelta = timedelta(days=30)  # what came in and went out, once it is done
    rest_lasts: timedelta = timedelta(days=365)  # everything else that is over
    review_lasts: timedelta = timedelta(days=30)  # masked words kept to learn from


@dataclass(frozen=True)
class House:
    organisation: str
    zone: ZoneInfo
    translate: Callable[[str, str], Say]
    rules: Rules
    helplines: tuple[Helpline, ...]
    readers: Mapping[str, Reader]
    bot_name: str = ""
    reach: str = ""  # where who runs this is reached; empty where nobody said
    quiet: Quiet = field(default_factory=Quiet)
    country: str = "BE"
    policy: Policy = field(default_factory=Policy)
    release_danger: bool = True
    questionnaires: bool = False
    public_url: str = ""  # where the studio is reached; empty where there is none
    examples: bool = False  # the made-up places of the demo may be told
    erasures: Erasures | None = None  # the file that remembers who was erased
    _libraries: dict[int, Library] = field(default_factory=dict, repr=False)
    _labels: dict[Text, frozenset[str]] = field(default_factory=dict, repr=False)

    def text(self, who: Person, text: Text, /, **values: Any) -> str:
        """A text of ours in the language and form of address of the one who reads it."""
        return self.words(who.language, who.address, text, **values)

    def words(self, language: str, address: str, text: Text, /, **values: Any) -> str:
        said = self.translate(language, address)(text.context, text.source)
        for key, value in {"emergency": self.emergency, **values}.items():
            said = said.replace("{" + key + "}", str(value))  # no format(): a name may hold braces
        return said

    def labels(self, button: Text) -> frozenset[str]:
        """What a button says in each language, as somebody types it."""
        if button not in self._labels:
            said = (self.words(code, "formal", button) for code in LANGUAGES)
            self._labels[button] = frozenset(map(plain, said))
        return self._labels[button]

    @property
    def emergency(self) -> str:
        """The emergency number, from the data: no text holds a number."""
        return next((row.tel for row in self.helplines if "emergency" in row.needs), "")

    def local(self, now: datetime) -> datetime:
        return now.astimezone(self.zone)

    async def library(self, session: AsyncSession, revision_id: int | None = None) -> Library:
        """The dialogues of a revision; of the newest one where none is named.

        Raises LookupError when nothing was ever published.
        """
        if revision_id is None:
            revision_id = await newest_revision(session)
        if revision_id not in self._libraries:
            row = await session.get(Revision, revision_id)
            if row is None:
                raise LookupError("nothing is published yet: run `goeiedag publish`")
            self._libraries[revision_id] = Library.thaw(row.content)
        return self._libraries[revision_id]


@once(Revision)
async def newest_revision(session: AsyncSession) -> int:
    """Raises LookupError when nothing was ever published."""
    found = await session.scalar(select(Revision.id).order_by(Revision.id.desc()).limit(1))
    if found is None:
        raise LookupError("nothing is published yet: run `goeiedag publish`")
    return found


@dataclass(slots=True)
class Moment:
    """One transaction at one instant: what every decision of a feature is taken with."""

    session: AsyncSession
    house: House
    now: datetime
    after: list[Callable[[], None]] = field(default_factory=list)

    def text(self, who: Person, text: Text, /, **values: Any) -> str:
        return self.house.text(who, text, **values)
