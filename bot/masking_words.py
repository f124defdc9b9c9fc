"""The words that masking knows, in three languages and folded: no capitals, no accents."""

from __future__ import annotations

from typing import Final


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Parts of names that are ordinary words too: masked within the whole name only.
PARTICLES: Final = _set("""
    van de der den het ten ter te le la les du des el al ben bin abu von di da dos do san st
    een the of and en et y i d l
""")

# What a name follows: these words, then the name.
AFTER_THESE: Final = (
    "ik heet",
    "mijn naam is",
    "m n naam is",
    "ze noemen mij",
    "noem mij",
    "noem me",
    "je m appelle",
    "mon nom est",
    "mon prenom est",
    "appelez moi",
    "appelle moi",
    "my name is",
    "my name s",
    "call me",
    "meneer",
    "mijnheer",
    "mevrouw",
    "mevr",
    "dhr",
    "madame",
    "mme",
    "monsieur",
    "mademoiselle",
    "mister",
    "mr",
    "mrs",
    "dr",
)

# Written with a capital within a sentence, and no name.
CAPITALS: Final = _set("""
    i im ive ill id ik u ge ok tv gsm ocmw cpas gps sms pc vdab mri rsz
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december christmas easter english french dutch
    frans nederlands vlaams francais neerlandais belgie belgique belgium brussel bruxelles brussels
    telegram whatsapp facebook god dieu
""")

# Given names that are common in Belgium and no ordinary word; the others are caught by a capital.
GIVEN_NAMES: Final = _set("""
    maria marie jean jan luc marc michel philippe patrick paul pieter peter thomas david kevin
    nicolas daniel kristof bart koen dirk johan wim tom tim bram jef jos jozef joseph andre
    jacques pierre francois bernard alain rene roger georges louis lucien marcel willy herman
    karel hendrik stefan stijn sven geert filip mohamed mohammed ahmed hassan hamza youssef
    rachid karim omar ibrahim mustafa mehmet fatma fatima aicha khadija naima samira malika
    nadia leila yasmina amina zeynep monique martine nathalie isabelle christine catherine
    chantal anne anna annie ann nicole sarah laura julie emma louise lotte eva ilse
    katrien griet hilde kristien karin karen linda rita godelieve simonne denise jeanne
    jacqueline yvonne yvette paulette ginette germaine josette suzanne madeleine marguerite
    francine viviane sylvie valerie sandrine veronique brigitte dominique jeannine magda marleen
    veerle sofie sophie charlotte julia olivia noah arthur liam lucas victor gabriel adam leon
    mathis ethan elise camille manon chloe lea ines margaux helena nora elena sara anouk femke
    fien hanne tine jolien evelien kim kelly cindy tamara natalia olga svetlana irina ivan piotr
    andrzej agnieszka katarzyna ewa mihai ioana georgeta joao jose antonio giuseppe giovanni
    salvatore carmen mario luigi john james mary elizabeth susan margaret robert william richard
    michael george edward
""")

NUMBERS: Final = _set("""
    nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien
    zestien zeventien achttien negentien twintig dertig veertig vijftig zestig zeventig tachtig
    negentig honderd duizend
    zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize
    vingt trente quarante cinquante soixante septante octante nonante cent mille
    oh one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred thousand double triple
""")

# Streets, as patterns: how a Dutch word ends (always; or only with a number behind it), and what
# stands before the name in French.
STREET_ENDINGS: Final = "straat|straatje|steenweg|stwg|laan|dreef|plein"
NUMBERED_ENDINGS: Final = "kaai|lei|baan|markt|dijk|hof|pleintje|weg|park"
STREETS: Final = (
    "rue|avenue|av\\.|boulevard|bd|chaussée|chaussee|place|quai|square|impasse|allée|clos|sentier"
)
STREET_ARTICLES: Final = r"de\s+la|de\s+l['’]|de|du|des|d['’]|l['’]|la|le|les"
