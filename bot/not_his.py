"""'Not about Karim': he may come again. Of another of that name who talked with her she is asked in
his turn; whoever she has never met goes with the last of them."""

from __future__ import annotations

from dataclasses import replace

from bot import complaint_question, feared, talked_with
from bot import report_texts as texts
from bot.channel import Button, Say
from bot.dialogue.words import plain
from bot.house import Moment
from bot.store.tables import Handoff, Person


async def may_say_so(
    moment: Moment, resident: Person, talk: Handoff, volunteer: Person, said: Say
) -> Say:
    """With the button for it, as long as he may have done it."""
    if not await feared.may_be(moment, resident, volunteer):
        return said
    label = moment.text(resident, texts.BUTTON_NOT_OF_HIM, name=volunteer.name or "…")[:60]
    button = Button(label, f"wrong:not:{talk.id}:{volunteer.id}")
    return replace(said, inline=(*said.inline, button))


async def lift(moment: Moment, resident: Person, volunteer: Person, number: int | None) -> None:
    """`number`: her message that was asked about; None where no other is asked about."""
    others = await feared.alike(moment, resident, volunteer)
    called = plain(volunteer.name or "")
    same = {one.id for one in others if plain(one.name or "") == called}  # she sees no difference
    await feared.fear_no_more(moment, resident, {volunteer.id} | same)
    rest = {one.id for one in others} - same
    found = await talked_with.among(moment, resident, rest)
    if found is None:
        await feared.fear_no_more(moment, resident, rest)
    elif number is not None:
        await complaint_question.ask(
            moment, resident, *found, number, to_him=False, after_violence=True
        )
