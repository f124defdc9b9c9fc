"""The people a message names, and the things that help is asked for."""

from __future__ import annotations

import re
from typing import Final

#: Who it is to the resident: canonical name -> words in three languages, in plain text.
RELATIONS: Final[dict[str, str]] = {
    "grandchild": (
        "kleinkind(?:eren|je|jes)?|kleinzoon|kleindochter|klein(?:zoontje|dochtertje)"
        "|petits?-(?:enfants?|fils)"
        "|petites?-filles?|petits? enfants|grandchild(?:ren)?|grandson|granddaughter|grandkids?"
    ),
    "grandparent": (
        "grootmoeder|grootvader|grootouders|oma|opa|bomma|bompa|moemoe|vava|meme|pepe|mamie|papy"
        "|papi"
        "|bonne-maman|bon-papa|grand-mere|grand-pere|grands-parents|grand(?:ma|pa|mother|father"
        "|parents?)"
        "|granny|nan"
    ),
    "in_law": (
        "schoon(?:dochter|zoon|moeder|vader|ouders|broer|zus|zuster|familie)|belle-(?:fille|mere"
        "|soeur|famille)"
        "|beau-(?:fils|pere|frere)|beaux-parents|(?:mother|father|sister|brother|daughter"
        "|son)-in-law|in-laws"
    ),
    "ex": "ex|ex-?(?:man|vrouw|vriend|vriendin|mari|femme|copain|copine|husband|wife|partner)",
    "wife": "vrouw|vrouwtje|echtgenote|ma femme|mon epouse|epouse|wife",
    "husband": "man|ventje|echtgenoot|mari|epoux|husband",
    "partner": (
        "partner|lief|wederhelft|levensgezel(?:lin)?|compagnon|compagne|conjointe?|copain|copine"
        "|boyfriend"
        "|girlfriend|fiancee?"
    ),
    "mother": "moeder|mama|ma|moe|mere|maman|mother|mum|mom|mam",
    "father": "vader|papa|pa|va|pere|father|dad|daddy",
    "parents": "ouders|parents",
    "daughter": "dochters?|dochtertje|ma fille|filles?|daughters?",
    "son": "zoons?|zonen|zoontje|fils|fiston|sons?",
    "child": "kind|kinderen|kindjes|enfants?|gosses?|gamins?|child|children|kids?",
    "sister": "zus|zussen|zuster|soeurs?|sisters?",
    "brother": "broers?|broeder|freres?|brothers?",
    "aunt_uncle": "tante|nonkel|oom|tonton|oncle|aunt|auntie|uncle",
    "niece_nephew": "nicht|nichtje|neef|neefje|niece|neveu|nephew|cousine?s?|kozijn",
    "friend": "vriend(?:en|in|innen|je)?|maat|maten|makker|kameraad|amie?s?|pote|potes|friends?"
    "|mate|buddy",
    "neighbour": (
        "bu+r(?:man|vrouw|en|tje|meisje|jongen|mannen)?|gebuur|geburen|onderbu+r|bovenbu+r"
        "|voisine?s?|neighbou?rs?"
        "|next-door neighbou?r"
    ),
    "colleague": "collega(?:'s|s)?|collegues?|colleagues?|coworkers?",
    "boss": "baas|chef|patron(?:ne)?|boss|manager",
    "landlord": "huisbaas|verhuurder|huiseigenaar|proprietaire|proprio|landlord|landlady",
    "family": "familie|famille|family|relatives",
}
#: What help is asked for: canonical name -> words.
TOPICS: Final[dict[str, str]] = {
    "papers": (
        "papier(?:en|werk)?s?|formulier(?:en)?|documenten?|administratie|attest(?:en)?"
        "|identiteitskaart"
        "|paspoort|verblijfs(?:kaart|vergunning)|paperasse(?:rie)?s?|formulaires?|documents?"
        "|carte d'identite"
        "|passeport|titre de sejour|administratifs?|paperwork|papers|forms?|passport"
        "|residence permit|visa"
        "|id card"
    ),
    "food": (
        "eten|voedsel(?:pakket|pakketten|bank|bedeling)?|maaltijd(?:en)?|boodschappen|nourriture"
        "|repas"
        "|colis alimentaires?|banque alimentaire|manger|courses alimentaires|food(?: ?bank"
        "| parcels?)?|meals?"
        "|groceries"
    ),
    "doctor": (
        "dokter|huisarts|arts|tandarts|ziekenhuis|specialist|thuisverpleging|medecin|docteur"
        "|dentiste"
        "|hopital|generaliste|infirmiere|doctor|gp|dentist|hospital|nurse"
    ),
    "mental_health": (
        "psycholoog|psychologe|psychiater|therapeut|therapie|psychologue|psychiatre|psy|therapeute"
        "|psychologist|psychiatrist|therapist|therapy|counsell(?:or|ing)"
    ),
    "money": (
        "geld|schulden?|rekening(?:en)?|facturen?|factuur|leefloon|uitkering|pensioen|premie"
        "|afbetaling"
        "|argent|dettes?|factures?|cpas|ocmw|allocations?|pension|revenu d'integration|money"
        "|debts?|bills?"
        "|benefits?"
    ),
    "housing": (
        "woning|huisvesting|sociale woning|huur|appartement|studio|opvang|slaapplaats|logement"
        "|logement social|loyer|abri|hebergement|housing|social housing|rent|flat|apartment|shelter"
    ),
    "work": "werk|job|vdab|actiris|forem|sollicitatie|interim|travail|boulot|emploi|work|jobs?"
    "|employment",
    "course": (
        "cursus(?:sen)?|lessen|taalles(?:sen)?|nederlandse les|opleiding|inburgering"
        "|cours(?: de langue)?"
        "|formation|course|courses|classes|lessons?|training"
    ),
    "transport": (
        "vervoer|bus|rolstoelvervoer|lift|taxi|mindermobielencentrale|transport|train|trein"
        "|navette|ride"
    ),
    "law": (
        "advocaat|jurist|juridische hulp|rechtsbijstand|avocat|aide juridique|juriste|notaire"
        "|notaris|lawyer"
        "|legal (?:aid|help|advice)|solicitor"
    ),
    "home_help": (
        "poetshulp|poetsvrouw|gezinszorg|thuishulp|thuiszorg|klusjesman|klusdienst|aide[- ]menagere"
        "|aide a domicile|aide familiale|homme a tout faire|home help|cleaner|cleaning lady"
        "|carer|handyman"
    ),
    "energy": (
        "elektriciteit|verwarming|gas|stookolie|energie|electricite|chauffage|gaz|mazout"
        "|electricity"
        "|heating|energy"
    ),
    "clothes": "kleren|kleding|kledij|schoenen|winterjas|vetements|chaussures|habits|clothes"
    "|clothing|shoes",
    "furniture": "meubels|meubelen|wasmachine|koelkast|frigo|meubles|machine a laver|furniture"
    "|fridge",
}
_MINE: Final = (
    r"(?:mijn|m'n|mijnen|mij|ons|onze|mon|ma|mes|notre|nos|my|our|zijn|haar|de|den|een|'n|la|le"
    r"|les|un"
    r"|une|des|the|a|met|avec|with|van)(?: (?:beste|oude|jongste|oudste|meilleure?|vieille?"
    r"|vieux|best|old"
    r"|eldest|youngest|late|overleden))? "
)
#: These words need 'mijn' or its like before them: alone they are other words.
_OWNED: Final = r"(?:mijn|m'n|mijnen|mijne|ons|onze|mon|ma|mes|notre|nos|my|our) "


def _any(table: dict[str, str]) -> str:
    return "|".join(f"(?P<{name}>{words})" for name, words in table.items())


_PERSON: Final = re.compile(
    rf"(?<![a-z'-])(?P<mine>{_MINE})?(?:{_any(RELATIONS)})(?![a-z-])", re.ASCII
)
_THING: Final = re.compile(rf"(?<![a-z'-])(?:{_any(TOPICS)})(?![a-z-])", re.ASCII)
_MY: Final = re.compile(rf"{_OWNED}", re.ASCII)
#: Words that are a relation only when somebody owns it: 'man', 'ma', 'vrouw', 'fille', 'kind of'.
ONLY_MINE: Final = frozenset(
    {
        "man", "ma", "va", "pa", "moe", "vrouw", "kind", "nan", "maat", "mate", "ex", "ventje",
        "lief", "chef", "patron", "baas", "fille", "filles", "boss", "manager", "nicht", "son",
        "sons", "child", "mari", "fils", "compagnon",
    }
)  # fmt: skip


def find_relations(text: str) -> list[tuple[int, int, str]]:
    """(start, end, name) of the people in a plain text."""
    found = []
    for m in _PERSON.finditer(text):
        name = m.lastgroup if m.lastgroup != "mine" else None
        word = text[m.end("mine") if m["mine"] else m.start() : m.end()]
        mine = m["mine"] is not None and _MY.match(m["mine"]) is not None
        if name and (mine or word not in ONLY_MINE):
            found.append((m.start() if mine else m.end() - len(word), m.end(), name))
    return found


def find_topics(text: str) -> list[tuple[int, int, str]]:
    """(start, end, name) of the things in a plain text that help may be asked for."""
    return [(m.start(), m.end(), m.lastgroup or "") for m in _THING.finditer(text)]
