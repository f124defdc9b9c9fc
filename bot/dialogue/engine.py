"""The engine: a pure function from position and stimulus to the next position and effects.

`start` begins a dialogue, `command` begins the one of a command, `meet` does so for somebody new
who wrote, `resume` answers a stimulus.
Nothing here reads a clock, a database or a network, and no stimulus makes it raise; but a step may
ask for a decision that was not read (`turns.Unread`).
"""

from __future__ import annotations

from bot.dialogue import (
    about,
    ailing,
    answers,
    asked,
    doubts,
    first_words,
    kept,
    memory,
    requests,
)
from bot.dialogue.answering import Answer
from bot.dialogue.at_question import LOSS
from bot.dialogue.beginning import begin_said
from bot.dialogue.intents import FORGET_PART, WISHES
from bot.dialogue.library import Library
from bot.dialogue.model import Dialogue, Step
from bot.dialogue.names import HEARD, LAST_FALLBACK, OFFER, UNCLEAR
from bot.dialogue.turns import (
    Chose,
    Context,
    FellSilent,
    Position,
    Said,
    Stimulus,
    Turn,
    Unclear,
    stacked,
)
from bot.dialogue.walk import Walk
from bot.understanding import Understanding


def start(
    library: Library, dialogue_id: str, context: Context, under: Position | None = None
) -> Turn:
    """Begin a dialogue; `under` is the question it interrupts. KeyError if there is none."""
    return start_at(library, dialogue_id, "", context, under)


def start_at(
    library: Library,
    dialogue_id: str,
    step_id: str,
    context: Context,
    under: Position | None = None,
) -> Turn:
    """Begin a dialogue in its midst, for who tries it; at its first step where there is no such
    one. KeyError if there is no such dialogue."""
    dialogue = library.dialogues[dialogue_id]
    walk = Walk(library, context, under)
    walk.because("begun", dialogue_id)
    walk.under = stacked(under, dialogue_id)
    walk.go(dialogue, step_id if dialogue.step(step_id) else dialogue.first.id)
    return walk.turn()


def take_up(library: Library, position: Position, context: Context) -> Turn:
    """Ask once more what something graver came between. It stays aside: this was the one time."""
    place = library.anew(position, context.language)
    if place is None:
        return Turn(None, (), context.facts)
    walk = Walk(library, context, position)
    walk.because("begun", position.dialogue)
    walk.take_up(*place, position)
    return walk.turn()


def command(library: Library, name: str, context: Context, under: Position | None = None) -> Turn:
    """Begin the dialogue of a command; an unknown one is answered with help."""
    dialogue = library.by_command(name) or library.by_command("help")
    if dialogue is None:
        return Turn(under, (), context.facts)
    return start(library, dialogue.id, context, under)


def meet(library: Library, name: str, said: Said, context: Context) -> Turn:
    """Begin the dialogue of a command for somebody new, who wrote instead of giving it."""
    return first_words.followed(library, command(library, name, context), said, context)


def resume(
    library: Library, position: Position | None, stimulus: Stimulus, context: Context
) -> Turn:
    """Answer one stimulus. A stale silence or an old button changes nothing."""
    place = library.place(position)
    if position is not None and place is None:
        position = None  # the revision no longer has this step: begin anew
    if isinstance(stimulus, FellSilent):
        return _silence(library, position, place, stimulus, context)
    if isinstance(stimulus, Chose):
        if position is None or place is None or stimulus.step != position.step:
            return Turn(position, (), context.facts)
        dialogue, step = place
        if step.choice(stimulus.choice) is None:
            return Turn(position, (), context.facts)
        walk = Walk(library, context, position)
        walk.about = position.about
        walk.because("chosen", stimulus.choice)
        return walk.take(dialogue, step, stimulus.choice)
    if position is None or place is None:
        return _begin(library, stimulus.understanding, context)
    heard = first_words.heard(library, position, place, stimulus, context)
    return heard or Answer(library, position, place, stimulus, context).turn()


def _silence(
    library: Library,
    position: Position | None,
    place: tuple[Dialogue, Step] | None,
    stimulus: FellSilent,
    context: Context,
) -> Turn:
    if position is None or place is None or stimulus.turn != position.turn:
        return Turn(position, (), context.facts)
    dialogue, step = place
    walk = Walk(library, context, position)
    walk.about = position.about
    walk.because("silence")
    walk.under = None  # after a silence nobody is brought back to an older question
    walk.go(dialogue, step.silence.then if step.silence else "end")
    return walk.turn()


def _begin(library: Library, understanding: Understanding, context: Context) -> Turn:
    """Nothing is running: begin what was meant, else fall back, never twice the same way."""
    words = understanding.text
    wish = answers.bare_wish(words) or requests.worded(words, context) or answers.wish(words)
    wish = wish or answers.schedule(words, understanding.language)
    wish = wish or (FORGET_PART if about.forgets(words, context.facts) else None)
    weighed = doubts.weighed(ailing.heard(understanding), context)
    intent = wish or weighed.intent or answers.bare(words)
    intent = answers.with_schedule(intent, understanding, context)
    wanted = wish or (intent in WISHES and understanding.confidence >= asked.SURE)
    if not wanted and library.by_intent(LOSS) and kept.tells_of_loss(weighed, ""):
        intent = LOSS
    dialogue = library.by_intent(intent)
    if dialogue is None and intent is None:
        dialogue = library.by_reading(understanding.text)
    walk = Walk(library, context, None)
    walk.settle(kept.heard(walk.facts, weighed, "", context.today))
    walk.note_name(words)
    walk.about = "" if intent == LOSS else about.of_message(wish, words, walk.facts, "")
    walk.because("wish" if wish else "intent" if intent else "offered", intent)
    if dialogue is None:
        walk.because("fallback", intent)
        return _fall_back(walk, understanding, heard=intent is not None)
    return begin_said(walk, dialogue, understanding)


def _fall_back(walk: Walk, understanding: Understanding, heard: bool) -> Turn:
    library = walk.library
    order = [HEARD, OFFER] if heard else [UNCLEAR, OFFER, HEARD]
    last = walk.facts.get(LAST_FALLBACK)
    known = [name for name in order if name in library.dialogues]
    fresh = [name for name in known if name != last]
    if not fresh:
        return walk.turn()
    if not heard:
        walk.effects.append(Unclear())
    walk.remember(LAST_FALLBACK, fresh[0])
    if fresh[0] == UNCLEAR:
        quiet = memory.decide("is_anniversary", walk.facts, walk.context.today)
        walk.readings = library.likeliest(understanding, quiet=quiet)
        walk.tries = 1  # asking was the one repair
    dialogue = library.dialogues[fresh[0]]
    walk.go(dialogue, dialogue.first.id)
    return walk.turn()
