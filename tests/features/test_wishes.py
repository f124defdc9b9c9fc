"""The resident in charge: every wish, by plain words, by a command and by taps alone, from every
state, in every language."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pytest
from sqlalchemy import func, select

from bot.handoff_texts import WITHDRAWN
from bot.store.tables import Message, Resident

from .states import (
    State,
    asked,
    idle,
    in_a_form,
    in_danger,
    paused,
    quiet,
    stopped,
    talking,
    waiting,
    would_get,
    would_see,
)
from .story import Phone, Story


@dataclass(frozen=True)
class Wish:
    """`words`: what she writes, by language; `means`: what the model takes it for, where plain
    words are not enough. `begins`: the steps that may answer it. `command` and `taps` lead by
    buttons alone to one of `ends`."""

    words: dict[str, str]
    begins: tuple[str, ...]
    command: str
    taps: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    means: str = ""
    menu: str = ""  # the button of /help that leads there too
    asks: tuple[str, ...] = ()  # the steps that answer that button, where they are others
    other: dict[str, str] = field(default_factory=dict)  # the language chosen in between


FR = {"nl": "fr", "fr": "nl", "en": "nl"}
WISHES = {
    "hour": Wish(
        {
            "nl": "kan dat op een ander moment",
            "fr": "on peut changer le moment",
            "en": "could that be at some other time",
        },
        ("hour/ask",),
        "/hour",
        ("hour/ask/hour", "hour/hour/14:00"),
        ("hour/hour_alone", "hour/silent"),
        means="change_schedule",
        menu="hour",
    ),
    "days": Wish(
        {
            "nl": "liever alleen op dinsdag en vrijdag",
            "fr": "plutôt le mardi et le vendredi",
            "en": "only on Tuesday and Friday",
        },
        ("hour/timed", "hour/silent", "hour/hour"),
        "/hour",
        ("hour/ask/days", "hour/days/tu,fr"),
        ("hour/timed", "hour/silent", "hour/hour"),
        means="change_schedule",
    ),
    "frequency": Wish(
        {
            "nl": "om de twee dagen is genoeg",
            "fr": "un jour sur deux, ça suffit",
            "en": "every other day is enough",
        },
        ("hour/timed", "hour/silent", "hour/hour"),
        "/hour",
        ("hour/ask/days", "hour/days/mo,tu,we,th,fr"),
        means="change_schedule",
    ),
    "pause until": Wish(
        {
            "nl": "een pauze tot volgende maandag graag",
            "fr": "une pause jusqu'à lundi prochain",
            "en": "a break until next Monday please",
        },
        ("pause/dated",),
        "/pause",
        ("pause/ask/7d",),
        ("pause/dated",),
        means="pause_contact",
    ),
    "stop": Wish(
        {"nl": "stop", "fr": "arrêtez", "en": "stop"}, ("stop/say",), "/stop", menu="stop"
    ),
    "start again": Wish(
        {
            "nl": "schrijf mij maar opnieuw",
            "fr": "écrivez-moi de nouveau",
            "en": "write to me again",
        },
        ("resume/hour", "resume/going_hour", "resume/when", "resume/ask"),
        "/resume",
        means="resume_contact",
    ),
    "language": Wish(
        {"nl": "kan het in het Frans", "fr": "en néerlandais svp", "en": "in Dutch please"},
        ("language/set",),
        "/language",
        ("language/ask/{other}",),
        ("language/set",),
        means="change_language",
        menu="language",
        other=FR,
    ),
    "form of address": Wish(
        {"nl": "u mag je zeggen", "fr": "tutoyez-moi", "en": "say je please"},
        ("address/set", "address/none"),
        "/language",
        ("language/ask/nl", "address/ask/informal"),
        ("address/set",),
        other=dict.fromkeys(("nl", "fr", "en"), "nl"),
    ),
    "topics": Wish(
        {
            "nl": "zwijg over mijn broer",
            "fr": "ne parlez plus de mon frère",
            "en": "don't talk about my brother",
        },
        ("avoid/noted",),
        "/memory",
        ("memory/change/avoid", "memory/avoid/change", "avoid/ask/steps"),
        ("avoid/no_steps",),
        menu="avoid",
        asks=("avoid/ask",),
    ),
    "which topics": Wish(
        {
            "nl": "onderwerpen om te mijden",
            "fr": "sujets à éviter",
            "en": "topics to avoid",
        },
        ("avoid/ask",),
        "/memory",
        ("memory/change/avoid", "memory/avoid/change", "avoid/ask/dates"),
        ("avoid/no_dates",),
    ),
    "topics again": Wish(
        {
            "nl": "ge moogt weer over mijn broer spreken",
            "fr": "vous pouvez reparler de mon frère",
            "en": "you may talk about my brother again",
        },
        ("raise/again", "raise/free"),
        "/memory",
        ("memory/change/avoid", "memory/avoid/again"),
        ("raise/nothing", "raise/which"),
    ),
    "somebody": Wish(
        {"nl": "vergeet mijn broer", "fr": "oubliez mon frère", "en": "forget my brother"},
        ("let_go/gone", "let_go/nothing"),
        "/memory",
        ("memory/change/people",),
        ("memory/nobody", "memory/whom"),
    ),
    "see": Wish(
        {
            "nl": "wat onthoudt ge van mij",
            "fr": "que savez-vous de moi",
            "en": "what do you remember",
        },
        ("memory/show", "memory/nothing"),
        "/memory",
        menu="memory",
    ),
    "correct": Wish(
        {"nl": "wat onthoudt u", "fr": "que retenez-vous", "en": "what do you know about me"},
        ("memory/show", "memory/nothing"),
        "/memory",
        ("memory/change/name", "memory/name/erase"),
        ("memory/no_name",),
    ),
    "erase": Wish(
        {"nl": "wis alles van mij", "fr": "effacez tout de moi", "en": "delete all about me"},
        ("forget/ask",),
        "/forget",
        ("forget/ask/yes",),
        ("forget/gone",),
        means="delete_data",
    ),
    "who saw what": Wish(
        {
            "nl": "wie heeft mijn berichten gelezen",
            "fr": "qui a lu mes messages",
            "en": "who has read my messages",
        },
        ("who_saw/say",),
        "/mydata",
        ends=("mydata/say",),
        menu="saw",
    ),
    "help": Wish(
        {"nl": "hoe werkt dit", "fr": "comment ça marche", "en": "how does this work"},
        ("help/say",),
        "/help",
        means="ask_help",
    ),
    "a person": Wish(
        {"nl": "een mens", "fr": "quelqu'un", "en": "a person"},
        ("person/offer", "person/later", "person/asked"),
        "/human",
        menu="person",
    ),
}
STATES: list[State] = [
    idle, in_a_form, asked, waiting, paused, stopped, in_danger, quiet,
]  # fmt: skip
WITH_MENU = (idle, stopped)  # no question of a dialogue stands


def says(story: Story, text: str, refs: tuple[str, ...], language: str) -> bool:
    """Whether a text holds all the words of one of these steps."""
    return any(
        all(part.strip() in text for part in re.split(r"\{\w+\}", whole))
        for ref in refs
        for whole in (story.said(ref, language), story.said(ref, language, "without_name"))
        if whole
    )


async def by_words(story: Story, ana: Phone, wish: Wish, language: str) -> None:
    words = wish.words[language]
    if wish.means:
        story.mind.learns(words, wish.means, sure=0.9)
    after = wish.other.get(language, language) if wish.begins == ("language/set",) else language
    said = await would_get(story, ana, words)
    assert len(said) == 1, f"{words!r}: {[one.text for one in said]}"
    assert says(story, said[0].text, wish.begins, after), f"{words!r}: {said[0].text}"


async def by_buttons(story: Story, ana: Phone, wish: Wish, language: str) -> None:
    """Telegram's menu of commands is one tap; the answers are the others."""
    other = wish.other.get(language, language)
    refs = [ref.replace("{other}", other) for ref in wish.taps]
    taps, speaks = [], language
    for ref in refs:
        taps.append(story.label(ref, speaks))
        speaks = other if ref.startswith("language/ask") else speaks
    seen = await would_see(story, ana, [wish.command, *taps])
    for place, tap in enumerate(taps):
        assert tap in (seen[place][-1].keyboard or ()), f"no {tap!r}: {seen[place][-1]}"
    ends = wish.ends or wish.begins
    assert says(story, seen[-1][-1].text, ends, speaks), f"{taps}: {seen[-1][-1].text}"


async def by_menu(story: Story, ana: Phone, wish: Wish, language: str) -> None:
    label = story.label(f"help/menu/{wish.menu}", language)
    menu, answer = await would_see(story, ana, ["/help", label])
    assert label in (menu[-1].keyboard or ())
    begins = (*wish.begins, "language/ask") if wish.menu == "language" else wish.begins
    begins = wish.asks or begins
    assert says(story, answer[-1].text, begins, language), f"{label}: {answer[-1].text}"


@pytest.mark.parametrize(
    ("store", "language"),
    [("sqlite", "nl"), ("sqlite", "fr"), ("sqlite", "en"), ("postgresql", "nl")],
    indirect=["store"],
)
@pytest.mark.parametrize("state", STATES, ids=lambda s: s.__name__)
async def test_every_wish_in_every_state(story: Story, state: State, language: str) -> None:
    ana = await state(story, language)
    for name, wish in WISHES.items():
        if state is in_danger and name == "help":
            continue  # how it works is told by commands; here it is asked again whether she is safe
        await by_words(story, ana, wish, language)
        await by_buttons(story, ana, wish, language)
        if wish.menu and state in WITH_MENU:
            await by_menu(story, ana, wish, language)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_wishes_while_a_person_holds_the_talk(story: Story, language: str) -> None:
    """Commands and the bare word alone are for the bot; everything else is for the volunteer."""
    ana = await talking(story, language)
    for name, wish in WISHES.items():
        if name == "stop":
            said = await would_get(story, ana, wish.words[language])
            assert said[0].text.startswith(story.text(WITHDRAWN, language).split("{")[0])
            continue
        if wish.means:
            story.mind.learns(wish.words[language], wish.means, sure=0.9)
        assert await would_get(story, ana, wish.words[language]) == [], "the volunteer reads it"
        await by_buttons(story, ana, wish, language)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_stop_for_the_volunteer_is_no_stop(story: Story, language: str) -> None:
    ana = await talking(story, language)
    told = await story.rows(select(func.count()).select_from(Message))
    words = {"nl": "stop daar eens mee", "fr": "arrête un peu avec ça", "en": "stop doing that"}
    await ana.says(words[language])
    ana.hears_nothing()
    assert await story.rows(select(func.count()).select_from(Message)) > told


OFTEN = {"nl": "twee keer week", "fr": "deux fois semaine", "en": "two time week"}
TWO_DAYS = {"nl": "dinsdag vrijdag", "fr": "mardi vendredi", "en": "tuesday friday"}
LESS = {"nl": "minder vaak aub", "fr": "moins souvent", "en": "fewer messages please"}


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_how_often_without_a_small_word(story: Story, language: str) -> None:
    ana = await story.resident("Ana", language, hour="10:00")
    await ana.says("/hour")
    await ana.picks("hour/ask/days")
    await ana.says(OFTEN[language])
    assert (await story.rows(select(Resident.days))) == ["tu,fr"]
    ana.hears("hour/timed")


@pytest.mark.parametrize("stands", ["hour/ask", "hour/days"])
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_days_that_were_just_told_are_not_asked_for(
    story: Story, language: str, stands: str
) -> None:
    ana = await story.resident("Ana", language, hour="10:00")
    await ana.says("/hour")
    if stands == "hour/days":
        await ana.picks("hour/ask/days")
    await ana.says(LESS[language])
    ana.hears("fewer/ask")
    await ana.says(TWO_DAYS[language])
    ana.hears("fewer/set")
    assert story.said(stands, language) not in ana.last.text
    assert (await story.rows(select(Resident.days))) == ["tu,fr"]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_the_welcome_goes_on_behind_days_told_otherwise(story: Story, language: str) -> None:
    ana = story.stranger("Ana", language)
    await ana.says("/start")
    address = () if language == "en" else ("address/none",)
    for choice in (f"language/{language}", "consent/yes", "name/none", *address, "hour/09:00"):
        await ana.picks(f"welcome/{choice}")
    await ana.says(LESS[language])
    ana.hears("fewer/ask")
    await ana.says(TWO_DAYS[language])
    ana.hears("welcome/free")
    assert (await story.rows(select(Resident.days))) == ["tu,fr"]  # told once, by the welcome
    assert story.said("welcome/days", language) not in ana.last.text
