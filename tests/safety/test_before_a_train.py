"""'Voor de trein' is in front of it, or before it leaves. Whoever jumps is answered at once;
who pops into a shop first, or hops on, is asked."""

from __future__ import annotations

import pytest

from bot.safety import assess, load_rules

RULES = load_rules()
GRAVE = {
    "nl": (
        *("dan spring ik voor de trein", "ik spring straks voor de trein"),
        *("nog even en ik spring voor de trein", "soms wil ik voor de trein springen"),
        *("dan spring ik morgen voor de trein", "straks spring ik vanavond voor de tram"),
        *("dan spring ik nog liever voor de trein", "dan spring ik recht voor de metro"),
        *("nog even de winkel in en dan spring ik voor de trein", "dan smijt ik mij onder de tram"),
        *("ik spring voor de trein nog vandaag", "dan spring ik voor de trein binnen een uur"),
        *("dan spring ik voor de trein in Gent", "ik spring voor de trein nog binnen het uur"),
        *("ik spring voor die trein", "ik gooi mij voor die trein"),
        "dan spring ik voor de trein nog even afscheid nemen",
        "ik spring voor de trein, niemand komt nog binnen bij mij",
        "ik spring voor de bus even binnen en ik maak er een einde aan",
        "ik spring voor de bus even binnen, ik verhang mij",
        *("kom even binnen, ik maak er een einde aan", "ik ga mij verhangen, kom nog even binnen"),
        "ik spring even binnen voor u, ik maak er een einde aan",
    ),
    "fr": (
        *("je saute devant le train", "demain je saute devant le métro", "je saute du train"),
        *("je vais sauter devant le train", "j'ai envie de sauter devant le tram"),
        *(
            "je me jette devant le train",
            "je vais me jeter devant un bus",
            "je saute dans le canal",
        ),
        *("je vais me foutre devant le train", "je me fous devant un train"),
        *("je me mets devant le train", "je vais me coucher devant le train"),
        *("je vais courir devant le train", "je vais me placer devant le train"),
        *("je saute dans le train pour mourir", "je saute dans le métro pour en finir"),
        *("je vais me mettre devant le train", "je me jette dans le métro"),
        *("je saute dans le train, je veux mourir", "je saute dans le train ou sous le train"),
    ),
    "en": (
        *("I'll jump in front of the train", "I'm going to jump in front of a bus"),
        *(
            "I will just jump under the bus",
            "I'll jump in front of a car",
            "I'll jump off the roof",
        ),
        *("I'll jump on the tracks", "I'm going to jump on the tracks"),
        "I jump on the train to die",
        *("I'm jumping on the train tracks", "I jump in front of the telly or off the roof"),
        *("I jump out of bed and I want to die", "jump out of bed. last night on earth"),
    ),
}
ERRANDS = {
    "nl": (
        "dan spring ik voor de trein nog even de winkel in",
        "ik spring straks voor de bus nog binnen bij de bakker",
        *(
            "ik spring voor de trein nog even de bakker binnen",
            "ik spring even binnen voor de trein",
        ),
        "voor de trein spring ik nog even de winkel in",
        "ik spring voor de tram nog rap bij de slager binnen",
        "ik spring straks voor de trein nog even de winkel in",
        *("ik loop voor de trein", "straks loop ik voor de trein", "ik stap voor een trein"),
        "ik spring rap even binnen bij mama en dan voor de trein",
    ),
    "fr": (
        "je me mets devant le train pour la photo",
        *("je saute dans le train", "je saute dans le premier train pour Liège"),
        *("je vais sauter dans le train de 8h", "je saute dans le tram et je suis là"),
    ),
    "en": (
        *("I'm jumping on the train, see you at five", "I'm jumping into the car now"),
        *("I'll jump into the train", "I jump on the train at nine"),
    ),
}
CALM = {
    "nl": ("ik spring even binnen bij de buurvrouw", "ik loop voor de trein nog even de winkel in"),
    "fr": ("je saute devant la télé", "je saute dans un taxi", "le chat saute devant la voiture"),
    "en": ("I'll jump in front of the telly", "I jump out of bed at six", "I'll hop on the train"),
}


def each(lines: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(language, line) for language, some in lines.items() for line in some]


def level(line: str, language: str) -> str | None:
    concern = assess(line, language, RULES)
    return concern.level if concern is not None else None


@pytest.mark.parametrize(("language", "line"), each(GRAVE))
def test_whoever_jumps_is_answered_at_once(language: str, line: str) -> None:
    assert level(line, language) == "act"


@pytest.mark.parametrize(("language", "line"), each(ERRANDS))
def test_an_errand_or_a_ride_is_asked_about(language: str, line: str) -> None:
    assert level(line, language) == "ask"


@pytest.mark.parametrize(("language", "line"), each(CALM))
def test_neither_is_no_concern(language: str, line: str) -> None:
    assert level(line, language) is None
