"""Her complaint about a volunteer: it waits until she has said whether coordinators hear it.

Nothing is kept meanwhile: the question replies to her own message, and Telegram shows us that one,
as it is by then, with her tap.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from bot import (
    complaint_question,
    complaint_words,
    concerns,
    feared,
    his_dangers,
    marks,
    people,
    third_words,
    what_happened,
)
from bot.channel import CAPTIONED, MEDIA, Incoming, Kind
from bot.dialogue.words import plain
from bot.doubts import is_of_him
from bot.house import Moment
from bot.near_names import as_called
from bot.safety import Concern
from bot.spoken_of import says_who, speaks_of
from bot.store.tables import Concern as ConcernRow
from bot.store.tables import Handoff, Person
from bot.talks import holder_of
from bot.wishes import says_no, says_yes

VIOLENCE: Final = "crisis_violence"  # beside a complaint about him it may be his


async def holds_back(
    moment: Moment,
    resident: Person,
    talk: Handoff,
    volunteer: Person,
    incoming: Incoming,
    together: Sequence[Incoming],
    concern: Concern | None,
    danger: str,
    doubts: Mapping[str, str],
) -> bool:
    """Whether a message to him is about him, after she is asked for whom it is. `danger`: its kind,
    of what came together. `doubts`: the language model's (`bot.doubts`)."""
    about = await is_about(moment, resident, volunteer, incoming, together, danger)
    guess = not (about or danger) and is_own(incoming)
    guess = guess and is_of_him(doubts, incoming, volunteer.name or "")
    if not (about or guess):
        return False
    if danger == VIOLENCE or complaint_words.harms(incoming.text, volunteer.name or ""):
        await feared.fear(moment, resident, volunteer)
        await feared.fear_named(moment, resident, partial(complaint_words.harms, incoming.text))
    if concern is not None and concern.intent != VIOLENCE:
        await marks.danger(moment, volunteer, talk, concern, False)
    said = [one.text for one in (incoming, *together)]
    anew = guess or any(
        may_be_of_him(one, volunteer.name or "", danger == VIOLENCE) for one in said
    )
    await complaint_question.hold(moment, resident, talk, volunteer, incoming, anew, guess)
    return True


async def holds_answer(
    moment: Moment,
    resident: Person,
    talk: Handoff,
    incoming: Incoming,
    row: ConcernRow,
    tapped: bool,
) -> bool:
    """As `holds_back`, of her answer to a question about that danger. `tapped`: by a button of it,
    which says nothing of him: she is not asked for whom that is."""
    volunteer = await holder_of(moment, talk)
    if volunteer is None:
        return False
    unseen = await his_dangers.has(moment, resident, volunteer, row.id)
    if tapped:
        return unseen
    if not unseen and not await _answers_of_him(moment, resident, volunteer, incoming, row.intent):
        return False
    await complaint_question.hold(moment, resident, talk, volunteer, incoming, anew=False)
    return True


async def unseen(
    moment: Moment, resident: Person, talk: Handoff, row: ConcernRow, told: Sequence[Incoming]
) -> None:
    """He knows nothing of that danger, which these told of."""
    volunteer = await holder_of(moment, talk)
    numbers = [one.message_id or 0 for one in told]
    if volunteer is not None:
        await his_dangers.note(moment, resident, volunteer, row.id, min(numbers), max(numbers))


async def _answers_of_him(
    moment: Moment, resident: Person, volunteer: Person, incoming: Incoming, kind: str
) -> bool:
    """Of violence that he was told of, whoever is 'he' in her answer did it: not this volunteer."""
    if kind != VIOLENCE:
        return await is_about(moment, resident, volunteer, incoming, (), kind)
    if may_be_of_him(incoming.text, volunteer.name or "", violent=True):
        return True
    return await what_happened.waits_about(moment, resident, volunteer)


async def is_about(
    moment: Moment,
    resident: Person,
    volunteer: Person,
    incoming: Incoming,
    together: Sequence[Incoming],
    danger: str = "",
) -> bool:
    """Whether a message to him is a complaint about him, or goes on with one. `danger`: of what
    came together, which then is held back or passed on as a whole. Beside violence she need not
    complain of him, it is enough that she speaks of him."""
    judged = [one for one in (danger and together) or (incoming,) if is_own(one)]
    if not judged or incoming.kind not in (Kind.TEXT, *MEDIA):
        return False
    name, violent = volunteer.name or "", danger == VIOLENCE
    text = "\n".join(one.text for one in judged)
    if any(may_be_of_him(said, name, violent) for said in (text, *(one.text for one in judged))):
        return True
    third = third_words.of_a_third(text)
    if (third or not text) and any(may_be_of_him(one.text, name, violent) for one in together):
        return True
    shows = any(one.kind is not Kind.TEXT for one in judged)  # a photo, a voice
    tells = third or violent or shows  # 'what happened?' is asked
    coming = tells or bool(danger) or not incoming.edited  # a mended letter is no more of it
    if coming and await what_happened.waits_about(moment, resident, volunteer):
        return True  # it was promised to coordinators alone
    spelt = as_called(text, name)
    if third_words.of_another(spelt, name):
        return False
    may_go_on = tells or third_words.goes_on(text)
    says_more = may_go_on or not incoming.edited  # to mend a letter of what he has does not
    before = await complaint_question.asked(moment, resident)
    if before is not None and before.guess:
        says_more = may_go_on and not danger
    if says_more and before is not None and before.volunteer.id == volunteer.id:
        return True
    lately_of = may_go_on and await _lately_of(moment, resident, volunteer)
    if lately_of and not await _answers_of_another(moment, resident, volunteer, text):
        return True
    if says_who(spelt, name):
        lately = await concerns.lately(moment.session, resident.id, moment.now)
        return any(row.intent == VIOLENCE for row in lately)
    return False


def is_own(incoming: Incoming) -> bool:
    """Whether these are words of hers, and not sent on."""
    return incoming.kind in (Kind.TEXT, *CAPTIONED) and not incoming.forwarded


def may_be_of_him(text: str, name: str, violent: bool) -> bool:
    """Whether it complains of him; beside violence, whether it speaks of him at all."""
    if complaint_words.about(text, name, to_him=True):
        return True
    spelt = as_called(text, name, sounds=True)
    if not violent or complaint_words.is_own(spelt, name):
        return False
    # another hurts her: 'kan Karim komen' asks him for help
    return speaks_of(spelt, name, pleas=not third_words.by_another(spelt, name))


async def _lately_of(moment: Moment, resident: Person, volunteer: Person) -> bool:
    """Whether she complained of that volunteer a short while ago: more of it may follow."""
    fact = (await people.facts_of(moment, resident)).get(complaint_question.OF)
    if fact is None or moment.now - fact.at > complaint_question.STANDS:
        return False
    return fact.value == str(volunteer.id)


async def _answers_of_another(
    moment: Moment, resident: Person, volunteer: Person, text: str
) -> bool:
    """'No, he is still here', where he knows of another's violence that she told since."""
    row, fact = await concerns.danger(moment, resident), await people.facts_of(moment, resident)
    if row is None or row.intent != VIOLENCE or row.at <= fact[complaint_question.OF].at:
        return False
    first = plain(text).partition(" ")[0]
    if not (says_no(first) or says_yes(first)):
        return False
    return not await his_dangers.has(moment, resident, volunteer, row.id)
