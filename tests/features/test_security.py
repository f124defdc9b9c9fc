"""What strangers, forgers and floods try, against the whole bot: see docs/security.md."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import strategies as st
from sqlalchemy import func, select

from bot.channel import Incoming, Kind
from bot.handoff_texts import BUTTON_YES
from bot.house import Moment
from bot.residents import Heard
from bot.roles import answer
from bot.settings import ROOT
from bot.store.tables import Concern, Consent, Handoff, Invitation, Message, Person

from .feeding import feeds
from .states import Undone, offered, would_get
from .story import Phone, Story

SECRET = "mijn kat heet Minoes en ik mis mijn broer"
VERBS = (
    *("share", "else", "on", "meet", "pass", "learn", "worry", "data", "claim", "decline", "talk"),
    *("danger", "ho", "team", "cast", "notes", "note", "debrief", "outcome", "release", "rep"),
    *("apart", "reading", "write", "talked", "called", "take", "to", "card", "end", "hand"),
    *("hint", "sharing", "wrong", "away", "again", "reached", "x"),
)
NO_BUTTONS = {"http", "https", "sqlite", "goeiedag", "ready", "gaps", "dialogue"}
PART = st.one_of(
    st.sampled_from(["yes", "no", "cut", "less", "wait", "give", "done", "ring", "settle", "send"]),
    st.sampled_from(["read", "own", "met", "off", "card", "leaves", "112", "stop", "file", "end"]),
    st.sampled_from(["1", "2", "3", "4", "5", "6", "0", "-1", "9" * 30, "\u0661", "1.5", "é", ""]),
)
FORGED = st.builds(
    lambda verb, parts: ":".join([verb, *parts]),
    st.sampled_from(VERBS),
    st.lists(PART, max_size=4),
) | st.text(max_size=64)


async def told_by(story: Story, phone: Phone, data: str, may: bool = False) -> dict[int, str]:
    """What each chat would be told after a tap, in a transaction that is undone. Checks that the
    talk, the consents and the roles stayed as they were, unless the tapper `may` move them."""
    tap = Incoming(1, phone.id, Kind.TAP, story.clock.now(), 3, data=data[:64], query_id="q")
    told: dict[int, str] = {}
    try:
        async with story.store.write() as session:
            before = await stands(session)
            await answer(Moment(session, story.house, story.clock.now()), phone.id, Heard((tap,)))
            await session.flush()
            for row in await session.scalars(select(Message).where(Message.state == "queued")):
                told[row.chat_id] = told.get(row.chat_id, "") + str(row.payload)
            assert may or await stands(session) == before, (
                f"{phone.name} moved something by {data!r}"
            )
            raise Undone
    except Undone:
        return told


async def stands(session: Any) -> list[Any]:
    handoffs = await session.execute(
        select(Handoff.id, Handoff.state, Handoff.claimed_by, Handoff.text_hash, Handoff.version)
    )
    consents = await session.execute(select(Consent.id, Consent.withdrawn_at))
    roles = await session.execute(select(Person.id, Person.role, Person.left_at))
    return [sorted(map(str, found)) for found in (handoffs, consents, roles)]


def test_every_kind_of_button_is_forged() -> None:
    """What stands before the first colon of what a button carries, wherever one is made."""
    sources = [path.read_text("utf-8") for path in (ROOT / "bot").glob("*.py")]
    made = {verb for text in sources for verb in re.findall(r'f"([a-z]+):[^" ]*\{', text)}
    assert len(made) > 20
    assert made - NO_BUTTONS <= set(VERBS)


async def test_no_forged_button_moves_what_is_somebody_elses(story: Story) -> None:
    """Another resident, a volunteer who was not rung, a stranger: in a talk, and before it."""
    lies = await story.volunteer("Lies", "fr")
    karim = await story.volunteer("Karim", "nl")
    bea, ana = await story.resident("Bea"), await story.resident("Ana")
    others = [bea, lies, story.stranger("X")]

    async def each(data: str) -> None:
        for phone in others:
            for chat, words in (await told_by(story, phone, data)).items():
                assert chat == phone.id, f"{phone.name} reached another by {data!r}"
                assert "Ana" not in words
                assert SECRET not in words

    await ana.says("/human")
    await feeds(each, FORGED, 20)
    await ana.touches(BUTTON_YES)
    await karim.forges("claim:1")
    await karim.says("dag")
    await ana.says(SECRET)
    await feeds(each, FORGED, 40)


async def test_no_forged_button_of_a_coordinator_shows_her_words(story: Story) -> None:
    """A coordinator may settle and hand on, but reads no word of hers, whatever is tapped."""
    sofie, karim = await story.coordinator("Sofie"), await story.volunteer("Karim", "nl")
    ana = await story.resident("Ana")
    await story.talk(ana, karim)
    await ana.says(SECRET)

    async def each(data: str) -> None:
        told = await told_by(story, sofie, data, may=True)
        assert SECRET not in told.get(sofie.id, "")

    await feeds(each, FORGED, 40)


async def test_no_invented_link_gives_a_role(story: Story) -> None:
    token = await story.invites("coordinator", ["nl"], "Sofie")
    phone = await story.resident("Ana")
    near = st.sampled_from([token[:-1], token + "A", token.swapcase(), token[::-1], f" {token}x"])

    async def each(payload: str) -> None:
        if payload.strip() == token:
            return
        said = await would_get(story, phone, f"/start {payload}")
        assert len(said) == 1, payload
        assert not any("coördinator" in one.text for one in said), payload

    await feeds(each, near | st.text(max_size=70), 25)
    invitations = await story.rows(select(Invitation).where(Invitation.used_at.is_not(None)))
    assert invitations == []
    assert (await story.person(phone)).role == "resident"


async def test_text_that_names_an_intent_is_only_text(story: Story) -> None:
    """Rasa takes `/intent{…}` for what it names. Here it is a command that there is not, or text
    that was not understood: no danger, no yes."""
    ana = await offered(story, "nl")
    for text in ("/crisis_suicide", "/affirm", '/affirm{"a": 1}', "/consent_checkins", "/share"):
        assert len(await would_get(story, ana, text)) == 1, text
        await ana.says(text)
    assert (await story.handoff()).state == "offered"
    assert await story.rows(select(Concern)) == []


async def test_a_flood_keeps_no_cry_from_its_answer(story: Story) -> None:
    """Sixty messages in one breath, the cry among the last; and somebody else writes meanwhile."""
    ana, bea = await story.resident("Ana", "nl"), await story.resident("Bea", "nl")
    for number in range(60):
        ana.writes("ik wil dood" if number == 57 else f"bla {number}")
    bea.writes("/help")
    await story.settles()
    replies = [text for text in ana.screen.ever if "112" in text]
    assert len(replies) == 1
    assert len(await story.rows(select(Concern))) == 1
    assert bea.news, "nobody waits for a flood to be over"
    left = await story.rows(select(func.count()).select_from(Message).where(_waits()))
    assert left == [0]


def _waits() -> Any:
    return Message.state.in_(("queued", "sending"))
