"""What dialogues keep of somebody, in words: every fact has a line that she can read."""

from __future__ import annotations

from datetime import date

from bot.dialogue import avoided, kept
from bot.dialogue.library import Library
from bot.dialogue.values import date_text, shown
from bot.house import Moment
from bot.i18n import Text
from bot.store.tables import Fact, Person

FACTS = Text("mydata/facts", "What you told me for later: {value}")
ANSWER = Text("mydata/answer", "Your answer to 'how often do you feel lonely' ({when}): {value}")
# Facts that are buttons: the line, and where the button's label stands.
BUTTONS = {
    "mood": (
        Text("mydata/mood", "Your last answer to 'how is it': {value}"),
        "morning/hello",
    ),
    "evening_mood": (
        Text("mydata/evening-mood", "Your last answer in the evening: {value}"),
        "evening/hello",
    ),
    "worry_who": (
        Text("mydata/worry-who", "You were choosing whom I tell of a silence: {value}"),
        "worry/who",
    ),
}
# Facts that are a day, or her own words.
LINES = {
    "low": Text("mydata/low", "I understood that it was hard for you on {value}."),
    "loss": Text("mydata/loss", "You told me of a loss on {value}."),
    "less": Text("mydata/less", "We spoke of how often I write on {value}."),
    "refused": Text("mydata/refused", "You said no to messages of mine, or stopped, on {value}."),
    "step": Text("mydata/step", "I suggested a small step on {value}."),
    "asked": Text("mydata/asked", "I asked you a question from a list on {value}."),
    "list_offered": Text(
        "mydata/list-offered", "I asked whether you want questions from a list on {value}."
    ),
    "no_list": Text("mydata/no-list", "I ask you nothing from a list, since {value}."),
    "topic": Text("mydata/topic", "Something you told me, to come back to: {value}"),
    "topic_on": Text("mydata/topic-on", "You told me that on {value}."),
    "asked_after": Text("mydata/asked-after", "I asked after something of yours on {value}."),
    "kept_nothing": Text(
        "mydata/kept-nothing", "Since {value} I do not ask whether I may keep something."
    ),
    "avoid": Text("mydata/avoid", "What I do not bring up: {value}"),
    "anniversary": Text("mydata/anniversary", "Every year I remember: {value}"),
    "worry_name": Text("mydata/worry-name", "You were choosing whom I tell of a silence: {value}"),
    "worry_days": Text("mydata/worry-days", "You were choosing after how long: {value}"),
    "worry_words": Text("mydata/worry-words", "You were writing what I would tell then: {value}"),
    "no_topics": Text("mydata/no-topics", "I do not come back to what you told, since {value}."),
    "no_dates": Text("mydata/no-dates", "I keep no days in mind for you, since {value}."),
    "no_steps": Text("mydata/no-steps", "I suggest no small steps, since {value}."),
}
PERSON = Text("mydata/person", "Somebody you told me about on {when}: {value}")
PERSON_ASKED = Text(
    "mydata/person-asked", "Somebody you told me about on {when}: {value}. I asked on {asked}."
)
GONE = Text("mydata/gone", "Since {when} I do not ask after {value}: you wrote of a loss.")
# Facts that are shown on a line of their own elsewhere, or that only the engine needs.
NOT_TOLD = frozenset(
    {"name", "language", "address", "hour", "days", "begin", "until", "agreed", "last_fallback"}
)
DIRECT = "answer.lonely."  # and the quarter: '2026Q4'


def line(moment: Moment, person: Person, library: Library, fact: Fact) -> str | None:
    """One fact as a line; None for what needs none. A fact without words is shown as it is kept."""
    if fact.key in NOT_TOLD or fact.key.startswith("_"):
        return None
    if fact.key in BUTTONS:
        text, step = BUTTONS[fact.key]
        return moment.text(person, text, value=_label(library, person, step, fact.value))
    if fact.key.startswith(DIRECT):
        label = _label(library, person, "how_often/ask", fact.value)
        when = _quarter(person, fact.key.removeprefix(DIRECT))
        return moment.text(person, ANSWER, when=when, value=label)
    if fact.key.startswith((kept.RELATION, avoided.LOST)):
        return _of_somebody(moment, person, fact)
    if fact.key in LINES:
        return moment.text(person, LINES[fact.key], value=_value(person, fact.key, fact.value))
    return moment.text(person, FACTS, value=f"{fact.key}: {fact.value}")


def _of_somebody(moment: Moment, person: Person, fact: Fact) -> str:
    """Somebody of hers: in her words, or since a loss by what they were to her."""
    if fact.key.startswith(avoided.LOST):
        (said,) = avoided.gone_as_said({fact.key: fact.value})
        name, day = shown("lost", said, *_form(person)), avoided.day_of(fact.value)
        return moment.text(person, GONE, when=_value(person, fact.key, day), value=name)
    known = kept.Kept.read(fact.value)
    if known is None:
        return moment.text(person, FACTS, value=fact.value)
    told, words = _day(person, known.told), shown("about", known.words, *_form(person))
    if known.asked is None:
        return moment.text(person, PERSON, when=told, value=words)
    asked = _day(person, known.asked)
    return moment.text(person, PERSON_ASKED, when=told, value=words, asked=asked)


def _form(person: Person) -> tuple[str, str]:
    return person.language, person.address


def _day(person: Person, day: date) -> str:
    return date_text(day, "long", person.language)


def _quarter(person: Person, quarter: str) -> str:
    """'2026Q4' in words."""
    year, number = int(quarter[:4]), int(quarter[-1])
    return date_text(date(year, 3 * number - 2, 1), "QQQQ y", person.language)


def _label(library: Library, person: Person, step: str, choice: str) -> str:
    try:
        return library.texts.find(f"{step}/choice.{choice}", person.language, person.address)
    except KeyError:  # a button that this revision no longer has
        return choice


def _value(person: Person, key: str, value: str) -> str:
    """A kept day in words; anything else as it was said."""
    try:
        return _day(person, date.fromisoformat(value))
    except ValueError:
        return shown("silence" if key == "worry_days" else key, value, *_form(person))
