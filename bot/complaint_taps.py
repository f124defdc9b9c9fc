"""Her answer to 'who is your complaint for?', by a tap or in words. Coordinators alone read it; the
talk goes on until she says that somebody else shall come."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from sqlalchemy import select

from bot import (
    card_answers,
    complaint_question,
    complaint_words,
    feared,
    his_dangers,
    mended,
    not_his,
    open_reports,
    people,
    relay,
    reports,
    talked_with,
    what_happened,
    written_for,
)
from bot import report_texts as texts
from bot.addressee_texts import BUTTON_TO, NOT_THERE
from bot.channel import Button, Incoming, Kind, Say
from bot.complaint_answers import about_coordinators, for_coordinators, for_him
from bot.complaint_question import Asked
from bot.dialogue.words import plain
from bot.doubts import is_of_him
from bot.house import Moment
from bot.i18n import Text
from bot.lifecycle import HELD
from bot.sanitise import clean
from bot.still_shared import NOT_GONE_ON
from bot.store.bridge import Report
from bot.store.tables import Handoff, Person
from bot.understanding import Understanding
from bot.wishes import says_no, says_yes

REQUEST = "request_human"


async def take(moment: Moment, resident: Person, tap: Incoming) -> Say | None:
    """Returns what the question says from now on; None for an old or forged tap."""
    _, wish, talk, volunteer = (*tap.data.split(":"), "", "", "")[:4]
    found = await talked_with.whose(moment, resident, talk, volunteer)
    if found is None or wish not in ("tell", "to", "none", "not"):
        return None
    waits = await _waits(moment, resident, *found)
    number = tap.quoted.message_id if tap.quoted is not None else None
    late = waits is not None and number is not None and number not in waits.numbers
    rest = [one for one in waits.numbers if one != (number or waits.message_id)] if waits else []
    said: Say | None
    if wish == "tell":
        said = await _tell(moment, resident, *found, tap.quoted)
    elif wish == "to":
        said = await _to_him(moment, resident, *found, tap.quoted)
    elif wish == "not":
        said = Say(moment.text(resident, texts.NOT_OF_HIM, name=found[1].name or "…"))
    else:
        said = await _to_nobody(moment, resident, *found, several=bool(rest) and not late)
    of = found[1] if wish in ("tell", "none") else None
    if of is None:  # what follows is no complaint either
        await people.remember(moment, resident, complaint_question.OF, "")
    stands = late and waits is not None  # of a question before: the one that stands, stands
    if not stands:
        await complaint_question.answered(moment, resident, of)
    if wish == "not":
        await not_his.lift(moment, resident, found[1], None if stands else number or 0)
    elif said is not None and wish != "tell":  # to him or to nobody, it may be his all the same
        said = await not_his.may_say_so(moment, resident, *found, said)
    if stands:
        return said
    if wish != "tell" and await what_happened.waits_about(moment, resident, found[1]):
        await people.remember(moment, resident, what_happened.WRITES, "")  # she has said for whom
    if rest and wish in ("tell", "to"):
        await _ask_next(moment, resident, *found, rest)
    return said


async def _waits(
    moment: Moment, resident: Person, talk: Handoff, volunteer: Person
) -> Asked | None:
    asked = await complaint_question.asked(moment, resident)
    same = asked is not None and (asked.talk.id, asked.volunteer.id) == (talk.id, volunteer.id)
    return asked if same else None


async def _ask_next(
    moment: Moment, resident: Person, talk: Handoff, volunteer: Person, rest: Sequence[int]
) -> None:
    """Of each of her messages: we see no other with a tap than the one that it replies to."""
    to_him = _holds(talk, volunteer)
    text = texts.ASK_COMPLAINT_NEXT if to_him else None
    first, *others = rest
    await complaint_question.ask(
        moment, resident, talk, volunteer, first, to_him, text=text, others=tuple(others)
    )


async def took(moment: Moment, resident: Person, together: Sequence[Incoming]) -> bool:
    """Whether her words were an answer to that question, or to us a complaint about a volunteer."""
    if any(one.edited or one.command for one in together):
        return False
    if len(together) == 1 and await answers(moment, resident, together[0], to_him=False):
        return True
    for one in together:
        of = partial(complaint_words.about, one.text, to_him=False)
        if complaint_words.may_complain(one.text) and await _asks(moment, resident, one, of):
            return True
    return False


async def guessed(
    moment: Moment,
    resident: Person,
    together: Sequence[Incoming],
    doubts: Mapping[str, str],
    read: Understanding,
) -> bool:
    """As `took`, where the language model alone takes it for a complaint, and not for a wish: 'kan
    iemand anders dan Karim komen'. What waits for her word has had it before."""
    if not doubts or read.intent == REQUEST:
        return False
    for one in together:
        if await _asks(moment, resident, one, partial(is_of_him, doubts, one)):
            return True
    return False


async def _asks(
    moment: Moment, resident: Person, incoming: Incoming, is_of: Callable[[str], bool]
) -> bool:
    found = await talked_with.of_one_before(moment, resident, is_of)
    if found is not None:
        await feared.fear_named(moment, resident, partial(complaint_words.harms, incoming.text))
        await complaint_question.ask(moment, resident, *found, incoming.message_id, to_him=False)
    return found is not None


async def in_a_talk(moment: Moment, resident: Person, incoming: Incoming) -> bool:
    """Whether a bare word answers what held her own message back, this or a card."""
    held = await card_answers.typed(moment, resident, incoming)
    return held or await answers(moment, resident, incoming, to_him=True)


async def answers(moment: Moment, resident: Person, incoming: Incoming, to_him: bool) -> bool:
    """Whether a bare word answers the question, while it is what she read last. We no longer see
    what she wrote: she may write it once more, or taps."""
    if incoming.kind is not Kind.TEXT or incoming.edited:
        return False
    asked = await complaint_question.asked(moment, resident)
    if asked is None or not await complaint_question.is_last(moment, resident, asked.row):
        return False
    text = incoming.text
    names = await _coordinators(moment, asked.volunteer)
    typed = plain(text)
    tells = typed in moment.house.labels(texts.BUTTON_TELL) or for_coordinators(text, names)
    nobody = typed in moment.house.labels(texts.BUTTON_NOBODY)
    if tells or (says_yes(text) and not to_him):
        await _told_in_words(moment, resident, asked)
        return True
    if nobody or (says_no(text) and not to_him):
        several = bool(asked.others)
        said = await _to_nobody(moment, resident, asked.talk, asked.volunteer, several)
        said = await not_his.may_say_so(moment, resident, asked.talk, asked.volunteer, said)
        await complaint_question.answered(moment, resident, asked.volunteer)
        await people.tell(moment, resident, said)
        return True
    if _is_bare(text, asked, names, to_him):
        how = texts.TAP_COMPLAINT if to_him else None
        await _asks_again(moment, resident, asked, to_him, how)
        return True
    return False


async def _asks_again(
    moment: Moment, resident: Person, asked: Asked, to_him: bool, text: Text | None
) -> None:
    talk, who, number, others = asked.talk, asked.volunteer, asked.message_id, asked.others
    await complaint_question.ask(
        moment, resident, talk, who, number, to_him, text=text, others=others
    )


async def _told_in_words(moment: Moment, resident: Person, asked: Asked) -> None:
    """Coordinators hear of it, without her words: a tap gives them. What she writes next while he
    reads along may be for him: it waits for her word, as the question still stands."""
    talk, volunteer = asked.talk, asked.volunteer
    report = await _report(moment, resident, talk, volunteer)
    if _holds(talk, volunteer):
        await _asks_again(moment, resident, asked, True, texts.COMPLAINT_TYPED)
        return
    await complaint_question.answered(moment, resident, volunteer)
    name, tell = volunteer.name or "…", moment.text(resident, texts.BUTTON_TELL)
    said = await what_happened.ask(
        moment, resident, report, texts.COMPLAINT_TYPED_AFTER, name, tell=tell
    )
    gives = Button(tell, f"wrong:tell:{talk.id}:{volunteer.id}")
    said = replace(said, inline=(gives, *said.inline), reply_to=asked.message_id or None)
    await people.tell(moment, resident, said)


def _is_bare(text: str, asked: Asked, names: Sequence[str], to_him: bool) -> bool:
    """A yes or a no, 'voor Karim', or a coordinator beside other words: what she means is seen by
    a tap alone. To us, a name in other words is talk like any other."""
    if says_yes(text) or says_no(text) or for_him(text, asked.volunteer.name or ""):
        return True
    return about_coordinators(text, names if to_him else ())


async def _coordinators(moment: Moment, volunteer: Person) -> list[str]:
    """Their names; of one who is called as he is, the word 'coordinator' alone says it."""
    his = set(plain(volunteer.name or "").split())
    names = [one.name or "" for one in await people.coordinators(moment)]
    return [name for name in names if not his & set(plain(name).split())]


async def _tell(
    moment: Moment, resident: Person, talk: Handoff, volunteer: Person, words: Incoming | None
) -> Say:
    """Every coordinator reads it, without the photo above it: that may show who she is. Without her
    words she is asked for them."""
    name = volunteer.name or "…"
    report = await _report(moment, resident, talk, volunteer)
    if words is None or not clean(words.text):
        return await what_happened.ask(moment, resident, report, texts.COMPLAINT_WRITE, name)
    if await written_for.find(moment, resident, words.message_id) is None:
        if await what_happened.waits_about(moment, resident, volunteer):
            # these are what it waits for
            await people.remember(moment, resident, what_happened.WRITES, "")
        earlier = f"{report.words}\n" if report.words else ""
        report.words = clean(earlier + words.text, what_happened.LONGEST)
        await written_for.note(moment, resident, words, what_happened.A_PART, report.id)
        await open_reports.tell(moment, report, texts.WORDS, None)
        if not earlier:
            await _ask_other(moment, resident, talk, volunteer)
    captioned = words.kind is not Kind.TEXT
    told = texts.COMPLAINT_TOLD_CAPTION if captioned else texts.COMPLAINT_TOLD
    return Say(moment.text(resident, told, name=name))


async def _ask_other(moment: Moment, resident: Person, talk: Handoff, volunteer: Person) -> None:
    """In a message of its own: a second tap on the first button must not send him away."""
    if _holds(talk, volunteer):
        other = await reports.ask_other(moment, resident, talk, told=True)
        await people.tell(moment, resident, other)


def _holds(talk: Handoff, volunteer: Person) -> bool:
    return talk.state in HELD and talk.claimed_by == volunteer.id


async def _to_nobody(
    moment: Moment, resident: Person, talk: Handoff, volunteer: Person, several: bool
) -> Say:
    """Where coordinators have no word of it yet they know that there was something. `several`: what
    she wrote after it waited, too."""
    report = await _open_report(moment, resident, talk, volunteer)
    known = report is not None and not report.words
    said = [moment.text(resident, texts.ENOUGH if known else texts.TO_NOBODY)]
    if several:
        said.append(moment.text(resident, NOT_GONE_ON, name=volunteer.name or "…"))
    return Say(" ".join(said))


async def _report(moment: Moment, resident: Person, talk: Handoff, volunteer: Person) -> Report:
    """Her report of that talk that is open, or a new one, of which coordinators hear."""
    found = await _open_report(moment, resident, talk, volunteer)
    if found is None:
        found = await reports.add(moment, talk, volunteer, resident)
        await open_reports.tell(moment, found, texts.BY_RESIDENT, volunteer)
    return found


async def _open_report(
    moment: Moment, resident: Person, talk: Handoff, volunteer: Person
) -> Report | None:
    found: Report | None = await moment.session.scalar(
        select(Report)
        .where(Report.handoff_id == talk.id, Report.volunteer_id == volunteer.id)
        .where(Report.by == resident.role, Report.settled_at.is_(None))
        .limit(1)
    )
    return found


async def _to_him(
    moment: Moment, resident: Person, talk: Handoff, volunteer: Person, words: Incoming | None
) -> Say | None:
    """It was for him: it goes to him now, once, where he still holds the talk. What may end the
    sharing stays here in spite of it, and the question stands."""
    if not _holds(talk, volunteer):
        return None
    name = volunteer.name or "…"
    if words is None:  # she deleted it, or Telegram no longer shows it
        return Say(moment.text(resident, NOT_THERE, name=name))
    number = words.message_id or 0
    concern = await his_dangers.told_by(moment, resident, volunteer, number)
    if await mended.copied(moment, talk, words, volunteer) is not None:
        words = replace(words, edited=True)  # he has it as it was before she changed it
    if not await relay.from_resident(moment, resident, talk, words, concern, sure=True):
        return None  # why is said already
    return Say(f"{moment.text(resident, BUTTON_TO, name=name)} ✓")
