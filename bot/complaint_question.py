"""The question for whom her complaint is, and which of her messages wait for its answer.

Nothing of them is kept: it replies to one of hers, and Telegram shows us that one, as it is by
then, with her tap. So of several she is asked one by one.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final, NamedTuple

from sqlalchemy import select

from bot import outbox, people, talked_with
from bot import report_texts as texts
from bot.addressee_texts import BUTTON_TO
from bot.channel import Button, Incoming, Say
from bot.house import Moment
from bot.i18n import Text
from bot.store.tables import Handoff, Message, Person

ASKED: Final = "_complaint"  # the fact that names our question, her message, the talk, and of whom
OF: Final = "_complained"  # the fact of whom she complained, once the question is answered
STANDS: Final = timedelta(hours=1)  # so long a 'he' after it may be the same complaint


class Asked(NamedTuple):
    """A question that has no answer yet. `row`: our message with it. `since`: when she was first
    asked. `guess`: the language model alone took it for a complaint, so that of what follows less
    waits with it: what is of a third, and no danger. `others`: her messages that she is asked about
    one by one after it."""

    row: int
    message_id: int
    talk: Handoff
    volunteer: Person
    since: int
    guess: bool
    others: tuple[int, ...] = ()

    @property
    def numbers(self) -> tuple[int, ...]:
        return (self.message_id, *self.others)


async def hold(
    moment: Moment,
    resident: Person,
    talk: Handoff,
    volunteer: Person,
    incoming: Incoming,
    anew: bool = True,
    guess: bool = False,
    after_violence: bool = False,
) -> None:
    """One question stands at a time, of the first; she reads it once more where she had read it.
    `after_violence`: see `ask`; else it waits for him who holds the talk."""
    before, number = await asked(moment, resident), incoming.message_id or 0
    to_him, after = not after_violence, after_violence
    if before is None or (before.talk.id, before.volunteer.id) != (talk.id, volunteer.id):
        await ask(moment, resident, talk, volunteer, number, to_him, anew, guess, None, after)
        return
    others = before.others if number in before.numbers else (*before.others, number)
    before = before._replace(others=others, guess=before.guess and guess)
    reached = await outbox.delivered_as(moment.session, before.row)
    if reached is None or not (incoming.edited or reached < number):
        await _remember(moment, resident, before)
        return
    text = None if after or number == before.message_id else texts.ASK_COMPLAINT_AGAIN
    first, (guess, kept) = before.message_id, (before.guess, before.others)
    await ask(moment, resident, talk, volunteer, first, to_him, anew, guess, text, after, kept)


async def ask(
    moment: Moment,
    resident: Person,
    talk: Handoff,
    volunteer: Person,
    message_id: int | None,
    to_him: bool,
    anew: bool = False,
    guess: bool = False,
    text: Text | None = None,
    after_violence: bool = False,
    others: tuple[int, ...] = (),
) -> None:
    """`to_him`: she wrote it to him, who has not read it. Else it was to us, about one before.
    `anew`: it is a complaint of its own; else it waits no longer than the first. `guess`: the
    language model alone takes it for one. `text`: what it says instead. `after_violence`: of which
    we do not know whose it was. `others`: see `Asked`."""
    name, bound = volunteer.name or "…", f"{talk.id}:{volunteer.id}"
    tell, nobody = (moment.text(resident, it) for it in (texts.BUTTON_TELL, texts.BUTTON_NOBODY))
    to = moment.text(resident, BUTTON_TO, name=name)[:60]
    labels = {"tell": tell, "to": to, "none": nobody} if to_him else {"tell": tell, "none": nobody}
    if after_violence:
        labels["not"] = moment.text(resident, texts.BUTTON_NOT_OF_HIM, name=name)[:60]
    buttons = tuple(Button(label, f"wrong:{wish}:{bound}") for wish, label in labels.items())
    after = texts.ASK_AFTER_VIOLENCE if after_violence else texts.ASK_AFTER
    text = text or (texts.ASK_COMPLAINT if to_him else after)
    asks = moment.text(resident, text, name=name, tell=tell, to=to, nobody=nobody)
    row = await people.tell(moment, resident, Say(asks, inline=buttons, reply_to=message_id))
    before = None if anew else await asked(moment, resident)
    goes_on = before is not None and before.volunteer.id == volunteer.id
    since = before.since if before and goes_on else int(moment.now.timestamp())
    now = Asked(row, message_id or 0, talk, volunteer, since, guess, others)
    await _remember(moment, resident, now)


async def _remember(moment: Moment, resident: Person, now: Asked) -> None:
    others, bound = ",".join(map(str, now.others)), f"{now.talk.id}:{now.volunteer.id}"
    kept = f"{now.row}:{now.message_id}:{bound}:{now.since}:{int(now.guess)}:{others}"
    await people.remember(moment, resident, ASKED, kept)


async def asked(moment: Moment, resident: Person) -> Asked | None:
    fact = (await people.facts_of(moment, resident)).get(ASKED)
    if fact is None or moment.now - fact.at > STANDS:
        return None
    row, message, talk, volunteer, *rest = fact.value.split(":")
    at = int(rest[0]) if rest else int(fact.at.timestamp())
    if int(moment.now.timestamp()) - at > STANDS.total_seconds():
        return None
    found = await talked_with.whose(moment, resident, talk, volunteer)
    if found is None:
        return None
    others = tuple(int(one) for one in "".join(rest[2:]).split(",") if one)
    return Asked(int(row), int(message), *found, at, rest[1:2] == ["1"], others)


async def is_last(moment: Moment, resident: Person, row: int) -> bool:
    """Whether nothing was said to her since: a bare word answers it. What was queued after it and
    overtook it, as the answer to danger does, stands above it. One that never arrived is not it."""
    ours = select(Message.message_id).where(Message.id == row).scalar_subquery()
    below = Message.message_id.is_(None) | ours.is_(None) | (Message.message_id > ours)
    later = await moment.session.scalar(
        select(Message.id)
        .where(Message.chat_id == resident.chat_id, Message.id > row, below)
        .limit(1)
    )
    return later is None


async def answered(moment: Moment, resident: Person, of: Person | None = None) -> None:
    """`of`: of whom it was, where it was not for that volunteer."""
    await people.remember(moment, resident, ASKED, "")
    if of is not None:
        await people.remember(moment, resident, OF, str(of.id))
