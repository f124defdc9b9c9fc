"""One says something else in the evening, in French and English; and nobody owes an answer."""

from datetime import UTC, datetime

import pytest

from bot.dialogue import Context, Library, message, start
from bot.dialogue.worded import worded
from bot.dialogue.words import plain


@pytest.mark.parametrize(
    ("language", "hour", "hello"),
    [
        ("fr", 9, "Bonjour"),
        ("fr", 16, "Bonjour"),
        ("fr", 17, "Bonsoir"),  # 18:00 in Brussels
        ("fr", 23, "Bonsoir"),
        ("en", 9, "Good day"),
        ("en", 19, "Good evening"),
        ("nl", 9, "Dag"),
        ("nl", 19, "Dag"),
    ],
)
def test_a_text_begins_as_one_says_at_that_hour(
    library: Library, language: str, hour: int, hello: str
) -> None:
    now = datetime(2026, 11, 26, hour, 0, tzinfo=UTC)
    context = Context({"language": language, "anniversary": "11-26"}, now, seed="s")
    said = message(start(library, "remembered_day", context), library.texts)
    assert said is not None
    assert said.text.startswith(hello)


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("sorry van gisteren", "say_sorry"),
        ("sorry dat ik gisteren niet antwoordde", "say_sorry"),
        ("Sorry dat ik zo lang niet schreef hoor", "say_sorry"),
        ("désolée pour hier", "say_sorry"),
        ("excusez-moi pour mon silence", "say_sorry"),
        ("pardon de ne pas avoir répondu hier", "say_sorry"),
        ("sorry about yesterday", "say_sorry"),
        ("I'm sorry for not answering", "say_sorry"),
        # a farewell, and what is heavier than a silence, is left to safety and the model
        ("sorry voor alles", None),
        ("sorry dat ik besta", None),
        ("pardon pour tout", None),
        ("sorry for everything", None),
    ],
)
def test_sorry_for_a_silence(text: str, wish: str | None) -> None:
    assert worded(plain(text)) == wish
