"""The words that stand beside an hour or days that are chosen, or refused; no others do."""

from __future__ import annotations

from typing import Final

from bot.values.clocks import FILLERS
from bot.values.refusals import REFUSING

#: What turns the days that are set: a day by itself may be anything.
_TURNING_WORDS: Final = """
    niet nie geen ook liever alleen enkel behalve nooit voortaan
    pas aussi plutot seulement uniquement sauf jamais desormais
    not too also rather only except never
"""
TURNS: Final = frozenset(_TURNING_WORDS.split())
_SMALL_WORDS: Final = """
    ma int ofzo
    nee neen wel hoor he zo dus toch natuurlijk bedankt dank u je ge ik wil zou oke kan mag als
    elke alle iedere dag schrijf schrijven beter voortaan nu daar erbij zeker
    mais non si bien d'accord accord hein donc alors quand meme je veux voudrais prefere peut
    possible chaque tous dans la en ecrire mieux partir maintenant
    plus evenmin either
    but no sure okay thanks thank you then well i i'd like prefer can may every each write from now
    if possible
"""
SMALL: Final = FILLERS | TURNS | frozenset(_SMALL_WORDS.split())
#: Words of a choice, also of one by 'no'.
PLAIN: Final = SMALL | REFUSING | {"en", "et", "and", "dus", "donc"}
#: And of a day that is chosen.
_CHOSEN_WORDS: Final = """
    vroeg laat krijgen horen praten babbelen contact gecontacteerd worden fijn leuk mooi genoeg
    voldoende volstaat ideaal perfect probleem liefst graag keer per telkens vast week zet zelfde
    tijd bijvoorbeeld kunt kunnen zouden blijf blijft blijven verder
    tot tard recevoir parler contacter suffit suffirait assez agreable jour jours fois semaine ideal
    parfait probleme mettez mets vous pouvez pourriez par exemple continue continuez continuer
    early late get receive talk contact enough day days time times week ideal perfect problem
    trouble bother put me same could you example writing
    van ge gij moogt mogen iets stuur stuurt sturen envoyez fait fera plaisir gentil send text
    sounds
    matter just juste gewoon simply wilt wilde voulez veut want wish
    alone seul seule own my love fine plenty put down works niemand personne nobody altijd heb zijn
"""
CHOSEN: Final = PLAIN | frozenset(_CHOSEN_WORDS.split())
