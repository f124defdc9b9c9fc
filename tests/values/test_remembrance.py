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
        "hij zou vandaag 80 jaar geworden zijn",
        "ze zou zes geworden zijn",
        "we zouden vijftig jaar getrouwd zijn",
        "ik steek een kaarsje voor haar aan",
        "elle aurait 80 ans aujourd'hui",
        "aujourd'hui maman aurait nonante ans",
        "mon mari aurait quatre-vingts ans demain",
        "j'ai allumé un cierge pour mon frère",
        "he'd have been eighty today",
        "she would have been six today",
        "it would have been our anniversary",
        "we would've been fifty years married",
        "I lit a candle for the baby",
        "I lit a candle for mum in her room",
        "ik heb een kaars aangestoken voor hem in zijn kamer",
        "kaarsje voor mijn man op de tafel",
        "une bougie pour lui dans la cuisine",
        "today he would have been six",
        "mon cher mari aurait 80 ans aujourd'hui",
        "Paul aurait 80 ans aujourd'hui",
        "elle aurait nonante ans",
        "hij zou vandaag tachtig zijn",
        "mijn man zou 80 jaar zijn",
        "he'd be ninety today",
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
        "would have been nice to go out today",
        "it would have been lovely to see her today",
        "it'd have been twenty euros",
        "I would have been ten minutes late",
        "that would have been 80 miles",
        "I bought a candle for my sister",
        "I lit a candle for the smell",
        "kaarsje aangestoken voor de gezelligheid",
        "ik heb een kaars gekocht voor mijn dochter",
        "een kaars voor mijn tafel",
        "ik zou blij geworden zijn",
        "het zou gezellig geweest zijn vandaag",
        "j'ai acheté une bougie pour ma fille",
        "une bougie pour mon salon",
        "il y aurait du monde aujourd'hui",
        "j'aurais 80 ans demain",
        "die kast zou honderd jaar oud zijn",
        "het zou tien jaar oud zijn",
        "on aurait dit 100 ans",
        "I lit a candle for the dark room",
        "kaarsje aangestoken in de keuken",
        "he'd be ninety percent sure",
        "ze zou vandaag om tien thuis zijn",
        "",
    ],
)
def test_nobody_is(text: str) -> None:
    assert not tells_of_remembrance(text)
