"""A message is in one language: its words and its buttons."""

import pytest

from bot.dialogue.names import FORMAL, INFORMAL
from bot.dialogue.texts import Message, Texts, render
from bot.dialogue.turns import Button, Say

WORDS = {
    "en": {"d/ask/say": "Is it {day}?", "d/ask/choice.yes": "Yes", "d/more/say": "More."},
    "nl": {"d/ask/say": "Is het {day}?", "d/ask/choice.yes": "Ja", "d/more/say": "Meer."},
    "nl@je": {"d/more/say": "Meer voor je."},
    "fr": {"d/ask/say": "C'est {day} ?", "d/ask/choice.yes": "Oui", "d/more/say": "Encore."},
}


def said(language: str, *lacking: tuple[str, str], address: str = FORMAL) -> Message:
    words = {
        form: {ref: text for ref, text in texts.items() if (form, ref) not in lacking}
        for form, texts in WORDS.items()
    }
    buttons = (Button("yes", "d/ask/choice.yes"), Button("x", "hour=09:00"))
    says = [Say("d/more/say", {}, ()), Say("d/ask/say", {"day": "03-14"}, buttons)]
    found = render(says, Texts(words), {"language": language, "address": address})
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("language", "text", "yes"),
    [
        ("nl", "Meer.\n\nIs het 14 maart?", "Ja"),
        ("fr", "Encore.\n\nC'est 14 mars ?", "Oui"),
        ("en", "More.\n\nIs it 14 March?", "Yes"),
    ],
)
def test_all_of_it_is_in_the_language_that_has_all_of_it(
    language: str, text: str, yes: str
) -> None:
    whole = said(language)
    assert (whole.text, whole.buttons[0].label, whole.language) == (text, yes, language)
    other = "nl" if language == "en" else "en"
    for ref in WORDS["en"]:
        lent = said(language, (language, ref))
        assert lent == said(other, (language, ref))
        assert lent.language == other


def test_a_form_of_address_needs_no_text_of_its_own() -> None:
    assert said("nl", address=INFORMAL).text == "Meer voor je.\n\nIs het 14 maart?"


def test_what_no_language_has_whole_is_still_said() -> None:
    lacking = [(form, ref) for form, ref in (("nl", "d/more/say"), ("en", "d/ask/say"))]
    found = said("nl", *lacking, ("fr", "d/ask/choice.yes"))
    assert (found.text, found.buttons[0].label) == ("More.\n\nIs het 14 maart?", "Ja")
