"""The preview: the very text that a volunteer would read, what she may strike from it, and her
buttons. Each button is bound to one handoff and the hash of its text. There is one such message: an
earlier one, or one whose offer is over, says so and has no buttons."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import select, update

from bot import concerns, consents, people, refused, roster, timers
from bot.avoided import avoided
from bot.channel import Button, Edit, Say
from bot.handoff_texts import (
    ASKED_FIRST,
    BUTTON_LESS,
    BUTTON_NO,
    BUTTON_YES,
    LANGUAGE_NAMES,
    LESS_HOW,
    MAY_STRIKE,
    NOTHING_YET,
    OFFER_OVER,
    ONLY_BY,
    PREVIEW,
    PREVIEW_BELOW,
    SHARED_NAME,
    SHARED_NO_NAME,
    SHARED_WORDS,
    STRIKE_HOW,
    STRUCK_ALL,
    TELL_LATER,
    THEY_SEE,
    THEY_SEE_PLACE,
)
from bot.house import Moment
from bot.i18n import Text
from bot.lifecycle import ASKING, OFFERED
from bot.sanitise import clean
from bot.store.tables import Handoff, Message, Person
from bot.transitions import live, move, offered
from bot.wished_for import Wish, of

LONGEST_WORDS = 1500
MOST_BUTTONS = 8  # a sentence each; what is left over goes with the last
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
OUT, BACK = "✂ ", "↩ "


async def offer(
    moment: Moment, person: Person, words: str = "", urgency: str = "normal", said: str = ""
) -> tuple[str, tuple[Button, ...]]:
    """Makes the preview and its buttons. An earlier preview no longer counts. `said`: her words,
    also where they are too few to be shared."""
    if (earlier := await offered(moment, person.id)) is not None:
        await end(moment, person, earlier, "expire", PREVIEW_BELOW, why="a newer preview")
    before = await live(moment, person.id)
    if before is not None and before.state == ASKING:  # she asks anew, for whoever comes
        over = {"closed_at": moment.now, "text": None}
        if await move(moment, before, "close", person, "a new question", **over):
            await consents.withdraw_one(moment.session, before.consent_id, moment.now)
    said = said or words
    anew = earlier is not None or (before is not None and before.state == ASKING)
    await refused.note(moment, person, said, goes_on=anew)
    sentences = split(clean(words, LONGEST_WORDS))
    text = shared_text(moment, person, sentences)
    handoff = Handoff(
        person_id=person.id,
        language=person.language,
        urgency=urgency,
        crisis=await concerns.in_danger(moment, person),
        state=OFFERED,
        text=text,
        text_hash=consents.text_hash(text),
        draft={"sentences": sentences, "out": []},
        asked_for=await _asked_for(moment, person, said),
        offered_at=moment.now,
        offer_expires_at=moment.now + moment.house.policy.offer_lasts,
        version=1,
    )
    moment.session.add(handoff)
    await moment.session.flush()
    people.log(moment, "handoff.offered", actor=person, about=person.id, handoff=handoff.id)
    await timers.plan(
        moment.session, "offer_ends", handoff.offer_expires_at, handoff_id=handoff.id, state=OFFERED
    )
    return await preview(moment, person, handoff)


async def _asked_for(moment: Moment, person: Person, words: str) -> int | None:
    """The volunteer for whom her words wish, of those who talked with her before."""
    for number in await roster.before(moment, person.id):
        known = await moment.session.get(Person, number)
        if known is not None and of(words, known.name or "") is Wish.FOR:
            return number
    return None


def split(words: str) -> list[str]:
    """Sentences, at most eight."""
    found = [part.strip() for part in _SENTENCE.split(words) if part.strip()]
    if len(found) > MOST_BUTTONS:
        found[MOST_BUTTONS - 1 :] = [" ".join(found[MOST_BUTTONS - 1 :])]
    return found


def shared_text(moment: Moment, person: Person, sentences: list[str]) -> str:
    name = moment.text(person, SHARED_NAME, name=person.name) if person.name else ""
    text = name or moment.text(person, SHARED_NO_NAME)
    if sentences:
        text += "\n\n" + moment.text(person, SHARED_WORDS, words=" ".join(sentences))
    return text


async def preview(
    moment: Moment, person: Person, handoff: Handoff
) -> tuple[str, tuple[Button, ...]]:
    """The preview's text and buttons."""
    bound = f"{handoff.id}:{handoff.text_hash[:16]}"
    sentences, out = _draft(handoff)
    buttons = [Button(moment.text(person, BUTTON_YES), f"share:yes:{bound}")]
    if len(sentences) > 1:
        buttons += [
            Button(_short(sentence, place in out), f"share:cut:{bound}:{place}")
            for place, sentence in enumerate(sentences)
        ]
    if len(out) < len(sentences):
        buttons.append(Button(moment.text(person, BUTTON_LESS), f"share:less:{bound}"))
    buttons.append(Button(moment.text(person, BUTTON_NO), f"share:no:{bound}"))
    may = STRUCK_ALL if len(out) == len(sentences) else MAY_STRIKE
    text = moment.text(
        person,
        PREVIEW,
        organisation=moment.house.organisation,
        who=await _who(moment, person, handoff),
        shared=handoff.text or "",
        strike=f"{moment.text(person, may)} " if len(sentences) > 1 else "",
    )
    return text, tuple(buttons)


async def again(moment: Moment, person: Person, offer: Handoff, word: str) -> None:
    """The preview once more, with a word under it. The earlier one has no buttons any more."""
    await _take_off(moment, person, offer, PREVIEW_BELOW)
    text, buttons = await preview(moment, person, offer)
    row = await people.tell(moment, person, Say(f"{text}\n\n{word}", inline=buttons))
    offer.draft = {**(offer.draft or {}), "again": row}


def only_by(moment: Moment, person: Person) -> str:
    """Which button shares it: no other word and no other tap does."""
    return moment.text(person, ONLY_BY, button=moment.text(person, BUTTON_YES))


def how(moment: Moment, person: Person, offer: Handoff) -> str:
    """How a sentence is taken out, and where what is not in it can be told."""
    sentences, out = _draft(offer)
    said = [moment.text(person, NOTHING_YET)]
    if len(out) < len(sentences):
        button = moment.text(person, BUTTON_LESS)
        way = STRIKE_HOW if len(sentences) > 1 else LESS_HOW
        said.append(moment.text(person, way, button=button))
    return " ".join((*said, moment.text(person, TELL_LATER)))


async def end(
    moment: Moment,
    person: Person,
    offer: Handoff,
    event: str,
    text: Text,
    by: Person | None = None,
    why: str = "",
) -> None:
    """Declined, expired or replaced: nothing is kept, and its message says so."""
    await _take_off(moment, person, offer, text)
    await move(moment, offer, event, by, why, text=None, draft=None)


async def expire(moment: Moment, offer: Handoff) -> None:
    """She did not answer in time."""
    person = await moment.session.get_one(Person, offer.person_id)
    await end(moment, person, offer, "expire", OFFER_OVER, why="no answer")


async def _take_off(moment: Moment, person: Person, offer: Handoff, text: Text) -> None:
    if (message_id := await shown(moment, person, offer)) is not None:
        await people.tell(moment, person, Edit(message_id, moment.text(person, text)), "preview")


async def shown(moment: Moment, person: Person, offer: Handoff) -> int | None:
    """The message that shows it now; None while it has not arrived."""
    row = (offer.draft or {}).get("again")
    again = await moment.session.get(Message, row) if row is not None else None
    return again.message_id if again is not None else await _first(moment, person, offer)


async def has_reached(moment: Moment, person: Person, offer: Handoff, message_id: int) -> bool:
    """Whether the preview was on her phone before she wrote: only then a word answers it."""
    first = await _first(moment, person, offer)
    return first is not None and first < message_id


async def _first(moment: Moment, person: Person, offer: Handoff) -> int | None:
    """The message that showed the preview when it was made; None while it has not arrived."""
    found: int | None = await moment.session.scalar(
        select(Message.message_id)
        .where(Message.chat_id == person.chat_id, Message.created_at == offer.offered_at)
        .where(Message.purpose.in_(("answer", "crisis")))
        .order_by(Message.id.desc())
        .limit(1)
    )
    return found


async def _who(moment: Moment, person: Person, handoff: Handoff) -> str:
    """Who sees what before anybody takes it, and who is asked first."""
    row = await people.resident(moment, person)
    language = moment.text(person, LANGUAGE_NAMES[handoff.language])
    seen = THEY_SEE_PLACE if row.place else THEY_SEE
    lines = [moment.text(person, seen, language=language, place=row.place or "")]
    apart = await avoided(moment, person.id)
    asked = handoff.asked_for if handoff.asked_for not in apart else None
    first = asked or next(iter(await roster.before(moment, person.id)), None)
    known = await moment.session.get(Person, first) if first is not None else None
    if known is not None and known.name and first in await roster.ready(moment, handoff.language):
        lines.append(moment.text(person, ASKED_FIRST, name=known.name))
    return " ".join(lines)


def _draft(handoff: Handoff) -> tuple[list[str], set[int]]:
    draft: dict[str, Any] = handoff.draft or {}
    return list(draft.get("sentences", [])), set(draft.get("out", []))


def _short(sentence: str, out: bool) -> str:
    return (BACK if out else OUT) + (sentence if len(sentence) <= 26 else sentence[:25] + "…")


async def strike(moment: Moment, person: Person, handoff: Handoff, place: int | None) -> bool:
    """Strikes a sentence, or puts it back; all of them where `place` is None. False when the text
    has changed meanwhile, or there is no such sentence."""
    sentences, out = _draft(handoff)
    if place is None:
        out = set(range(len(sentences)))
    elif 0 <= place < len(sentences):
        out ^= {place}
    else:
        return False
    text = shared_text(moment, person, [s for i, s in enumerate(sentences) if i not in out])
    result = await moment.session.execute(
        update(Handoff)
        .where(
            Handoff.id == handoff.id,
            Handoff.state == OFFERED,
            Handoff.text_hash == handoff.text_hash,
        )
        .values(
            text=text,
            text_hash=consents.text_hash(text),
            draft={**(handoff.draft or {}), "out": sorted(out)},
            version=Handoff.version + 1,
        )
        .execution_options(synchronize_session=False)
    )
    await moment.session.refresh(handoff)
    return bool(getattr(result, "rowcount", 0))
