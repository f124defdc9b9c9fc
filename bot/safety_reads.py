"""What her words say to the question of safety that stands: a button, a bare word, words of her
own, or something that might be an answer. Nothing is done here.

That she is safe counts whatever was asked since, and whatever a model makes of it; a button and a
bare word count for the question that is theirs (`bot.safety_asked`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot import (
    called_off_words,
    concerns,
    help_expected,
    outbox,
    questions,
    safe_words,
    unsafe_words,
)
from bot.channel import Incoming, Kind
from bot.dialogue import confirmed, nights, overlooked, simpler, somebody
from bot.dialogue.answers import bare
from bot.dialogue.answers import wish as any_wish
from bot.dialogue.words import plain
from bot.house import Moment
from bot.safety import Concern
from bot.safety import reply as replies
from bot.safety.reply import MEDICAL
from bot.safety_asked import (
    ARE_YOU_SAFE,
    BARE,
    GENTLE,
    KNOWN,
    SENT_ON,
    UNANSWERED,
    Asked,
    chosen,
    chosen_beside,
    is_last,
    labels_of,
    reads_like_yes,
    standing,
)
from bot.store.tables import Handoff, Person
from bot.wishes import (
    begins_with_no,
    begins_with_yes,
    nods,
    says_just_no,
    says_just_yes,
    says_no,
)

VIOLENCE: Final = "crisis_violence"
FREE_WORDS: Final = timedelta(hours=3)  # so long words of hers count as what makes calling hard
# Where what worried can be taken back, and is asked about once.
TAKEN_BACK: Final = ("reply", "hard", "heard")


def wish(text: str) -> str | None:
    """A wish in plain words. A good night, and 'simpler, please', are none here: they are no reason
    to leave her question."""
    found = any_wish(text)
    return None if found in (nights.WISH, simpler.SIMPLER) else found


def is_words(one: Incoming) -> bool:
    return one.kind is Kind.TEXT and not one.edited and one.command is None


async def is_button(
    moment: Moment, person: Person, incoming: Incoming, held: Handoff | None
) -> bool:
    """Whether a message is a button of the safety question that stands."""
    asked = await standing(moment, person, held) if is_words(incoming) else None
    if asked is None:
        return False
    beside = await chosen_beside(moment, person, asked, incoming)
    return beside is not None or await chosen(moment, person, asked, incoming) is not None


async def would_answer(moment: Moment, person: Person, text: str, *, plainly: bool = False) -> bool:
    """Whether words would answer a safety question that has no answer yet. `plainly`: and say
    nothing else."""
    asked = await standing(moment, person, None)
    if asked is None or asked.concern.answered_at is not None:
        return False
    labels = labels_of(moment.house.translate, asked.stage, asked.concern.intent)
    word = asked.stage in BARE and not asked.newer and (says_just_yes(text) or says_no(text))
    said = safe_words.says_safe(text, asked.concern.intent)
    says = said is not None and (said.plainly or not plainly)
    return word or plain(text) in labels.typed or says


@dataclass(frozen=True, slots=True)
class Read:
    """Her words, read against the question that stands."""

    moment: Moment
    person: Person
    asked: Asked
    held: Handoff | None

    async def answers_plainly(self, one: Incoming, concern: Concern) -> bool:
        """'I am not safe' is an answer, not a new worry: as a button, or in words that had the
        question before them and leave a doubt at most."""
        if await is_button(self.moment, self.person, one, self.held):
            return True
        said = await self.not_safe(one) or await self.led_by_yes(one)
        doubt = concern.level == "ask" and said is not None
        wants = "words" not in concern.found_by and self.wants_person(one.text) is not None
        return (doubt or wants) and one in await self.after_it([one])

    async def after_it(self, incoming: Sequence[Incoming]) -> list[Incoming]:
        """What she wrote once the question had reached her."""
        reached = await outbox.delivered_as(self.moment.session, self.asked.sent)
        if reached is None:
            return []
        return [one for one in incoming if is_words(one) and (one.message_id or 0) > reached]

    async def safe(self, incoming: Sequence[Incoming]) -> safe_words.Says | None:
        """'I am safe, thank you', in the whole of a turn. That help comes, or that none is needed,
        is for danger that is not over. 'Yes, I am safe' may be a yes to the gentle question."""
        yes = self.says_yes(await self.after_it(incoming))
        if yes or not all(is_words(one) for one in incoming):
            return None
        if len(incoming) == 1:  # 'there is no danger' may be a button of another question
            tapped = await chosen(self.moment, self.person, self.asked, incoming[0])
            if tapped not in (None, *replies.OVER):
                return None
        text, kinds = "\n".join(one.text for one in incoming), await self.kinds()
        is_open = self.asked.concern.answered_at is None
        if not is_open and await concerns.danger(self.moment, self.person) is None:
            kinds = ("",)
        said = (safe_words.says_safe(text, kind) for kind in kinds)
        # what nobody knows beside it may take it back
        return next((one for one in said if one is not None and one.plainly), None)

    async def kinds(self) -> tuple[str, ...]:
        """What words of hers may be about: what was asked, and an illness that stands beside it."""
        asked = self.asked.concern.intent
        beside = asked != MEDICAL and await concerns.is_ill(self.moment, self.person)
        return (asked, MEDICAL) if beside else (asked,)

    async def unsafe(self, text: str) -> bool:
        """That nobody comes is of help, while it is needed or expected: 'my son never comes' said
        later, of an illness that is over, is loneliness."""
        if unsafe_words.says_unsafe(text, ""):
            return True
        row = self.asked.concern
        needed = row.intent == MEDICAL and row.answer not in concerns.CALM
        needed = needed or await concerns.is_ill(self.moment, self.person)
        needed = needed or await help_expected.of(self.moment, self.person) is not None
        return needed and unsafe_words.says_unsafe(text, MEDICAL)

    def says_yes(self, incoming: Sequence[Incoming]) -> bool:
        """A yes alone, or before more, to the gentle question; before more it was asked about once
        already where that is what stands."""
        stage = self.asked.stage
        return any(
            (stage in GENTLE and says_just_yes(one.text))
            or (stage in UNANSWERED and begins_with_yes(one.text))
            for one in incoming
        )

    def yes_and_safe(self, incoming: Sequence[Incoming]) -> safe_words.Says | None:
        """'Yes, I am safe' to whether she thinks of dying: that she does, or that she is safe?"""
        if self.asked.stage not in UNANSWERED or not self.says_yes(incoming):
            return None
        text = "\n".join(one.text for one in incoming)
        return safe_words.says_safe(text, self.asked.concern.intent)

    async def not_safe(self, one: Incoming) -> str | None:
        """'Niet echt veilig', or a no to that question, also as 'no, he hears me'. What the
        volunteer asked since is answered to the volunteer."""
        if self.held is not None and self.asked.newer:
            return None
        if await self.unsafe(one.text):
            return replies.NOT_SAFE
        fears = begins_with_no(one.text) and overlooked.hears_along(plain(one.text))
        no = fears or unsafe_words.is_no(one.text)
        if self.asked.stage not in ARE_YOU_SAFE or not no:
            return None
        last = await is_last(self.moment, self.person, self.asked, one)
        return replies.NOT_SAFE if last else None

    def denied(self, text: str) -> str | None:
        """'Not urgent, they are only water tablets' says no to the gentle question, and to whether
        her yes was for it; behind a yes it is in doubt."""
        stage, kind = self.asked.stage, self.asked.concern.intent
        if stage not in GENTLE or self.asked.newer or not called_off_words.denies(text, kind):
            return None
        return replies.THE_DAY if stage == "which" else BARE[stage][1]

    async def led_by_yes(self, one: Incoming) -> str | None:
        """'Ja, laat iemand komen', 'oui, il m'entend': a yes to the gentle question, and what she
        needs or fears behind it."""
        if self.asked.stage not in GENTLE or not begins_with_yes(one.text):
            return None
        typed = plain(one.text)
        sure = wish(one.text) == "request_human" or confirmed.needs_help(typed)
        sure = sure or overlooked.hears_along(typed)
        does = self.asked.concern.intent == VIOLENCE and self.asked.stage in ("ask", "carried")
        sure = sure or (does and confirmed.names_who(typed))
        last = sure and await is_last(self.moment, self.person, self.asked, one)
        return replies.YES if last else None

    def wants_person(self, text: str) -> str | None:
        """'Ja, laat iemand komen' is the button for a person, once danger is known; in a talk one
        is there."""
        may = self.held is None and self.asked.stage in KNOWN
        return replies.PERSON if may and somebody.asked_for(plain(text)) else None

    def makes_hard(self, text: str) -> str | None:
        """'What makes it hard for you?' asks for words."""
        if self.asked.newer or self.held is not None:
            return None
        fresh = self.asked.stage == "hard" and self.moment.now - self.asked.at < FREE_WORDS
        told = len(text.split()) > 1 and wish(text) is None and bare(text) is None
        return "other" if fresh and told and not self._takes_back(text) else None

    async def called_off(self, incoming: Sequence[Incoming]) -> bool:
        """Whether she takes back what worried, or says half that she is safe, which is no answer
        to whether she is."""
        if self.asked.stage not in KNOWN or any(wish(one.text) for one in incoming):
            return False
        found = any(self._takes_back(one.text) for one in incoming)
        return found and await concerns.danger(self.moment, self.person) is not None

    def _takes_back(self, text: str) -> bool:
        kind, newer = self.asked.concern.intent, self.asked.newer
        asked_anyway = self.asked.stage == "reply" and not newer
        if not asked_anyway and safe_words.half_says_safe(text):
            return True
        said = called_off_words.denies(text, kind) if newer else called_off_words.calls_off(text)
        return said and self.asked.stage in TAKEN_BACK

    async def in_doubt(self, one: Incoming) -> bool:
        """Whether words might answer the question, and might mean something else. No yes is lost,
        and none is taken from what was asked of her since."""
        asked, text = self.asked, one.text
        fears = self._fears_who_hears(text)
        open_yet = asked.stage in ("reply", *UNANSWERED)
        if asked.newer == "person" or not (open_yet or fears):
            return False
        if asked.newer and await questions.takes(self.moment, self.person, text):
            return False
        if nods(text):
            return await is_last(self.moment, self.person, asked, one)
        if asked.stage == "reply":
            return says_just_yes(text) or says_just_no(text)
        labels = labels_of(self.moment.house.translate, asked.stage, asked.concern.intent)
        if says_just_yes(text) or reads_like_yes(labels, text):
            return True
        if not begins_with_yes(text):
            return False
        if fears or wish(text) == "request_human":  # whatever was said since
            return True
        return wish(text) is None and await is_last(self.moment, self.person, asked, one)

    def _fears_who_hears(self, text: str) -> bool:
        """'Yes, he hears me', to whether somebody hurts her; also after 'rather not say'."""
        row, stage = self.asked.concern, self.asked.stage
        unsaid = row.level != concerns.ACT and row.answer in (None, replies.RATHER_NOT)
        asked = unsaid and stage in (*GENTLE, "left", "heard")
        does = asked and row.intent == VIOLENCE and begins_with_yes(text)
        return does and overlooked.hears_along(plain(text))


def about(asked: Asked) -> str:
    """What a gentle question is about: a kind of danger, or what she sent on."""
    return "sent_on" if asked.stage in SENT_ON else asked.concern.intent
