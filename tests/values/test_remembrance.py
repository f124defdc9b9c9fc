"""The grave, a candle, an age that was never reached."""

import pytest

from bot.values.remembrance import tells_of_remembrance


@pytest.mark.parametrize(
    "text",
    [
        "ik ben naar het kerkhof geweest met bloemen",
        "'k ben op zijn graf geweest",
        "ik heb een kaarsje gebrand",
        "hij zou vandaag tachtig geworden zijn",
        "vandaag is haar sterfdag",
        "je suis allée au cimetière",
        "on a mis des fleurs sur sa tombe",
        "j'ai allumé une bougie pour lui",
        "aujourd'hui il aurait eu 80 ans",
        "I went to the grave with flowers",
        "I lit a candle for him",
        "today would have been his birthday",
        "he would've turned eighty-two",
    ],
)
def test_somebody_is_remembered(text: str) -> None:
    assert tells_of_remembrance(text)


@pytest.mark.parametrize(
    "text",
    [
        "mijn kleinzoon is tien geworden",
        "de kaars op tafel ruikt lekker",
        "ik zou graag eens buiten gaan",
        "elle tombe souvent",
        "j'aurais voulu venir",
        "il a eu 80 ans hier",
        "a grave mistake",
        "it would have been nicer with sun",
        "",
    ],
)
def test_nobody_is(text: str) -> None:
    assert not tells_of_remembrance(text)
