"""Understanding a message before any transaction: its language, its meaning, and whether it worries
us. Two detectors that do not know of each other look for danger; either is enough."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping, Set
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot import doubts, language, smileys, values
from bot.away_words import says_away
from bot.behind_answer import behind_answer
from bot.complaint_words import may_complain
from bot.dialogue.answers import wish
from bot.eager import begun
from bot.nlu import Parser
from bot.nlu import Understanding as Parsed
from bot.safety import Concern, Rules, assess, gravest, joined
from bot.understanding import Understanding
from bot.values.losses import lost, tells_of_death, tells_of_dying

FLOOR = 0.30  # below this confidence the reading is "unsure"


class Listener:
    """Hears with the rules always, and with the NLU when it answers in time."""

    def __init__(
        self,
        rules: Rules,
        nlu: Parser | None,
        zone: ZoneInfo,
        let_go: Callable[[str], None] = lambda text: None,
    ) -> None:
        self._rules, self._nlu, self._zone = rules, nlu, zone
        self._let_go = let_go  # is told of each text that no model needs to read

    @property
    def asks_model(self) -> bool:
        return self._nlu is not None

    async def hear(
        self, text: str, usual: str | None, now: datetime, ours: bool = False
    ) -> Understanding:
        """One reading of one text. Never raises: what cannot be understood is "unsure". `ours`: it
        is a button that she was offered, and the NLU is not asked what she may mean by it."""
        nlu = self._nlu if text.strip() and not ours else None
        if ours:
            self._let_go(text)
        rest = behind_answer(text)
        asked = begun(nlu.parse(text)) if nlu is not None else None  # it works while we look
        asked_of_rest = begun(nlu.parse(rest)) if nlu is not None and rest else None
        found = assess(text, usual, self._rules)
        if not ours:
            _work_ahead(text)
        spoken = language.detect(text, usual)
        entities = values.find(text, spoken, now, self._zone)
        pictures = smileys.read(text)
        parsed = await asked if asked is not None else None
        behind = await asked_of_rest if asked_of_rest is not None else None
        languages = {spoken, usual or spoken}
        model = guessed(parsed, languages) or asked_back(guessed(behind, languages))
        concern = joined(found, less_where_away(text, model))
        if pictures:
            return Understanding(text, spoken, *pictures[0], pictures, entities, concern)
        if parsed is None:
            return Understanding(text, spoken, entities=entities, concern=concern)
        ranking = parsed.ranking
        sure = parsed.confidence >= FLOOR and any(c.isalnum() for c in text)
        return Understanding(
            text=text,
            language=spoken,
            intent=parsed.intent if sure else None,
            confidence=parsed.confidence,
            ranking=ranking,
            entities=entities,
            concern=concern,
            doubt=parsed.doubt,
            called=parsed.called,
        )

    def words_only(self, text: str, usual: str | None) -> Concern | None:
        """What the rules alone find: for captions and edits, at once and without the NLU."""
        return assess(text, usual, self._rules)

    async def hear_all(
        self, texts: list[str], usual: str | None, now: datetime, ours: Set[str] = frozenset()
    ) -> tuple[Understanding, Concern | None, Mapping[str, str]]:
        """Several texts of one turn: read together, and each looked at for danger alone, and for
        what to ask about in a talk. `ours`: those that are buttons she was offered; of these the
        words alone may worry us."""
        free = [text for text in texts if text not in ours]
        whole = await self.hear("\n".join(texts), usual, now, ours=not free)
        if len(texts) == 1:
            return whole, whole.concern, doubts.of([whole])
        parts = [*texts, "\n".join(free)] if free != texts else texts
        hearing = (self.hear(text, usual, now, ours=text in ours) for text in parts)
        each = await asyncio.gather(*hearing)
        together = whole.concern if free == texts else self.words_only(whole.text, usual)
        return whole, gravest([together, *(one.concern for one in each)]), doubts.of(each)


def _work_ahead(text: str) -> None:
    """What a turn asks of any words, whatever they mean, while the model works."""
    for read in (wish, may_complain, lost, tells_of_death, tells_of_dying):
        read(text)


def guessed(parsed: Parsed | None, languages: Set[str]) -> Concern | None:
    """The model's own concern, at the gravest level that its thresholds give it in `languages`:
    that of the message, and the one that the resident usually writes."""
    if parsed is None or not parsed.safety:
        return None
    levels = {parsed.levels[code] for code in languages if code in parsed.levels}
    if not levels:
        return None
    kind = max(parsed.safety, key=lambda name: parsed.safety[name])
    return Concern(kind, "act" if "act" in levels else "ask", ("model",))


def asked_back(concern: Concern | None) -> Concern | None:
    """Of half a message the model is never so sure that it would not be asked about."""
    return replace(concern, level="ask") if concern else None


def less_where_away(text: str, concern: Concern | None) -> Concern | None:
    """A model takes 'morgen ben ik er niet' for a farewell. Where the whole text says that she is
    away for a day, it is asked about; where it is for an appointment, not even that."""
    away = says_away(text) if concern else None
    if away is None:
        return concern
    return None if away == "expected" else asked_back(concern)


_COMMAND = re.compile(r"^/\w+(@\w+)?\s*")


def without_command(text: str) -> str:
    """What stands behind a command: it is looked at for danger like any other text."""
    return _COMMAND.sub("", text)
