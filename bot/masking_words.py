"""The words that masking knows, in three languages and folded: no capitals, no accents."""

from __future__ import annotations

from typing import Final

# Parts of names that are ordinary words too: masked within the whole name only.
PARTICLES: Final = frozenset(
    "van de der den het ten ter te le la les du des el al ben bin abu von di da dos do san st "
    "een the of and en et y i d l".split()
)

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
    "dokter",
    "zuster",
    "madame",
    "mme",
    "monsieur",
    "docteur",
    "mademoiselle",
    "mister",
    "mr",
    "mrs",
    "miss",
    "ms",
    "doctor",
    "dr",
)

# Written with a capital within a sentence, and no name.
CAPITALS: Final = frozenset(
    "i im ive ill id ik u ge ok tv gsm ocmw cpas gps sms pc vdab mri rsz "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december christmas easter english french dutch "
    "telegram whatsapp facebook god dieu".split()
)

# Given names that are common in Belgium and no ordinary word; the others are caught by a capital.
GIVEN_NAMES: Final = frozenset(
    "maria marie jean jan luc marc michel philippe patrick paul pieter peter thomas david kevin "
    "nicolas daniel kristof bart koen dirk johan wim tom tim bram jef jos jozef joseph guy andre "
    "jacques pierre francois bernard alain christian rene roger georges louis lucien marcel willy "
    "herman frans karel hendrik stefan stijn sven geert filip mohamed mohammed ahmed ali hassan "
    "hamza youssef rachid karim omar ibrahim mustafa mehmet fatma fatima aicha khadija naima samira "
    "malika nadia leila yasmina amina zeynep monique martine nathalie isabelle christine catherine "
    "chantal anne anna an annie ann nicole sarah laura julie emma louise lotte lien eva ine ilse "
    "els elke katrien griet greet hilde kristien karin karen linda rita godelieve simonne denise "
    "jeanne jacqueline yvonne yvette paulette ginette germaine josette suzanne madeleine marguerite "
    "francine viviane sylvie valerie sandrine veronique brigitte dominique jeannine lieve leen mia "
    "magda marleen veerle sofie sophie charlotte julia olivia noah arthur liam lucas victor gabriel "
    "adam leon mathis ethan elise camille manon chloe lea ines margaux helena nora elena sara anouk "
    "femke fien hanne tine jolien evelien kim kelly cindy tamara natalia olga svetlana irina ivan "
    "piotr andrzej agnieszka katarzyna ewa mihai ioana georgeta joao jose antonio giuseppe giovanni "
    "salvatore rosa carmen mario luigi john james mary elizabeth susan margaret robert william "
    "richard michael george edward".split()
) - {"an", "ali", "els", "mia", "rosa", "an", "kim", "ann"} | {"ann", "kim"}

_DUTCH: Final = (
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien "
    "zestien zeventien achttien negentien twintig dertig veertig vijftig zestig zeventig tachtig "
    "negentig honderd duizend"
)
_FRENCH: Final = (
    "zero un deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize "
    "vingt trente quarante cinquante soixante septante octante nonante quatrevingt cent mille"
)
_ENGLISH: Final = (
    "oh one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred thousand double triple"
)
NUMBERS: Final = frozenset(f"{_DUTCH} {_FRENCH} {_ENGLISH}".split())

# Streets: as the end of a Dutch word, or before the name in French; patterns, not folded.
STREET_ENDINGS: Final = (
    r"straat|straatje|steenweg|laan|plein|pleintje|dreef|kaai|lei|baan|stwg|markt|dijk|hof"
)
STREETS: Final = (
    r"[Rr]ue|[Aa]venue|[Aa]v\.|[Bb]oulevard|[Bb]d\.?|[Cc]haussée|[Cc]haussee|[Pp]lace(?=\s+[A-ZÀ-Þ])"
    r"|[Qq]uai|[Ss]quare(?=\s+[A-ZÀ-Þ])|[Ii]mpasse|[Aa]llée|[Cc]los|[Ss]entier|[Vv]enelle"
)
STREET_AFTER: Final = r"de\s+la|de\s+l['’]|de|du|des|d['’]|l['’]|la|le|les"
