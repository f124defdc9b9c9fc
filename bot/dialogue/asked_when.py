"""'When will you write?' and 'why did you not?', heard without any NLU.

The whole message is such a question, and it is the bot that is asked: 'wanneer schrijft mijn
dochter?' is another one. The words come in as `words.plain` leaves them.
"""

from __future__ import annotations

import re
from typing import Final

from bot.dialogue.lines import compiled
from bot.dialogue.words import plain

WHEN: Final = "ask_when"
WHY: Final = "ask_why_quiet"
LONGEST: Final = 120  # characters

# Where one of these names stands in a line, its words are put in.
_PARTS: Final = {
    "UUR": r"(?:(?:op|om|rond|tegen|vanaf) )?(?:welke? uur|wa(?:t|ffer)? uur|hoe laat|wanneer)"
    r"|(?:op )?welke(?:n)? dag(?:en)?|hoe (?:vaak|dikwijls)|om de hoeveel dagen",
    "GIJ": r"(?:ge|gij|u|je|jij|de bot|goeiedag)",
    "DOET": r"(?:gaat?|ga|zul|zult|zal|zou|wil|wilt|kom|komt|moet)",
    "SCHRIJFT": r"(?:schrijft?|schrijfde|stuurt?|meldt?|bericht)",
    "SCHRIJVEN": r"(?:(?:terug |weer |nog )?(?:schrijven|sturen|berichten|iets laten horen))",
    "GESCHREVEN": r"(?:geschreven|gestuurd|van u laten horen|gemeld)",
    "MIJ": r"(?:(?:mij|me|naar mij|naar me|aan mij|een bericht(?:je)?|iets|u|terug|weer|nog|eens|nu"
    r"|dan|eigenlijk|morgen|vandaag|straks|zondag|deze week|de volgende keer|volgende keer"
    r"|normaal|gewoonlijk|meestal|precies|juist|allemaal|altijd|elke dag|alle dagen) )*",
    "NIET": r"(?:niet|nie|niks|niets|geen bericht(?:je)?|nooit)",
    "KOMT": r"(?:komt?|kom)(?: (?:terug|weer|nog|eens|langs))*",
    "VIENS": r"(?:(?:re)?viens|(?:re)?venez|passes|passez)",
    "COME": r"(?:come|coming)(?: (?:back|by|again))?",
    "QUAND": r"(?:(?:a|vers) quelle heure|quand|quels? jours?|a quel moment|tous les combien"
    r"|combien de fois|c est quand que|c est a quelle heure que)",
    "TU": r"(?:tu|vous)",
    "ECRIS": r"(?:(?:m|nous) )?(?:ecris|ecrivez|ecriras|ecrirez|ecrit|envoies|envoyez)",
    "ECRIT": r"(?:ecrit|envoye|contacte)(?: de message)?",
    "ECRIRE": r"(?:(?:m|me|nous) )?(?:ecrire|envoyer|contacter)",
    "VAS": r"(?:vas|allez|comptes|comptez|pouvez|peux|dois|devez)",
    "WHEN": r"(?:(?:at |around )?(?:when|what time|what hour|which hour)"
    r"|(?:on )?(?:what|which) days?|how often)",
    "WILL": r"(?:will|do|are|would|shall|can|re|is)",
    "WRITE": r"(?:write|writing|message|messaging|text|send|contact|be in touch|get in touch)",
}
_WHEN_LINES: Final = r"""
UUR SCHRIJFT GIJ
UUR DOET GIJ MIJSCHRIJVEN
GIJ SCHRIJFT MIJUUR
UUR KOMT GIJ
UUR (?:hoor|lees|spreek) ik (?:u|je|jou)
UUR (?:spreken|horen|schrijven) we(?: elkaar)?
GIJ KOMT MIJUUR
SCHRIJFT GIJ MIJ(?:morgen|vandaag|elke dag|alle dagen|nog|zondag|straks)
DOET GIJ MIJ(?:morgen|vandaag|elke dag|alle dagen|nog|zondag|straks) MIJSCHRIJVEN
wanneer (?:hoor|krijg|lees) (?:ik|k) (?:nog |weer |eens |iets |een |het |uw |je |volgend\w* )*\
(?:van (?:u|je|jou)|bericht(?:je)?)
wanneer (?:is|komt|krijg ik) (?:het|uw|je|uwen) (?:volgende?|eerste) (?:bericht(?:je)?|keer)
wanneer (?:zijt|ben|bent) (?:ge|gij|u|je) er (?:weer|terug|nog)
QUAND (?:est ce que )?TU ECRIS
QUAND (?:est ce que )?TU VAS ECRIRE
QUAND (?:m )?(?:ecris|ecrivez|ecriras|ecrirez) TU
QUAND (?:m )?(?:vas|allez) TU ECRIRE
QUAND (?:est ce que )?TU VIENS
QUAND (?:(?:re)?viens|(?:re)?venez|passes|passez) TU
(?:et )?TU VIENS (?:a quelle heure|quand|quels? jours?)
QUAND (?:est ce qu )?on se (?:parle|reparle|ecrit)
(?:et )?TU ECRIS (?:a quelle heure|quand|quels? jours?|demain|tous les jours)
(?:est ce que )?TU (?:VAS ECRIRE|ECRIS) (?:demain|aujourd hui|tous les jours)
(?:c est|ce sera|ca sera) quand (?:la prochaine fois|(?:le|ton|votre) prochain message)
(?:quand|a quelle heure) (?:est|vient|sera|arrive) (?:le|ton|votre) prochain message
quand (?:est ce que )?(?:j aurai|je recevrai|je recois|aurai je) (?:de )?\
(?:tes|vos|un|le|ton|votre) (?:nouvelles|message|prochain message)
WHEN (?:WILL )?(?:you|u|ya) (?:going to |gonna |be |usually |normally |next )*WRITE
WHEN WILL (?:you|u) (?:going to |gonna |usually |normally |next )*COME
when (?:do|will|shall|can) we (?:next )?(?:talk|speak|write)
you(?: will| ll| re going to)? WRITE (?:me |to me )?WHEN
(?:will|are) you (?:going to |gonna )?WRITE (?:me |to me )?(?:tomorrow|today|every day|again)
when (?:do|will|shall|can) i (?:next )?(?:hear|get|expect) (?:a |your |the |next )*\
(?:from you|message)
when (?:is|s|comes|will be) (?:the|your) (?:next|first) (?:message|one|greeting)
"""
_WHY_LINES: Final = r"""
waarom (?:hebt?|heb|heeft|hebde) GIJ MIJNIET MIJ(?:meer )?GESCHREVEN
waarom (?:hebt?|heb|heeft|hebde) GIJ MIJ(?:gisteren|eergisteren|vanmorgen) MIJNIET MIJ\
(?:meer )?GESCHREVEN
waarom (?:schreeft?|schrijft?|stuurt?|stuurde) GIJ MIJ(?:gisteren |vanmorgen |eergisteren )?NIET
(?:ge|gij|u|je|jij) (?:hebt?|heeft) MIJ(?:gisteren |vanmorgen |eergisteren )?MIJNIET MIJ\
(?:meer )?GESCHREVEN
waarom (?:hoor|hoorde|kreeg|krijg) ik MIJ(?:gisteren |vanmorgen |eergisteren )?NIET\
(?: van u| van je)?
waarom (?:gisteren |vandaag |vanmorgen )?geen bericht(?:je)?
(?:ik (?:heb|kreeg) )?(?:gisteren |vandaag |vanmorgen )?(?:NIET|geen woord) van (?:u|je|jou)\
 (?:gehoord|gekregen|vernomen)
waar (?:bleeft?|waart|was|zat) GIJ (?:gisteren|vanmorgen|eergisteren)
pourquoi (?:est ce que )?TU (?:ne )?m (?:as|avez) (?:pas|rien|plus) ECRIT
pourquoi (?:est ce que )?TU n (?:as|avez) (?:pas|rien|plus) ECRIT
pourquoi (?:ne )?(?:m |n )?(?:as|avez) TU (?:pas|rien|plus) ECRIT
pourquoi (?:est ce que )?TU (?:ne |n )?(?:m )?(?:ecris|ecrivez|ecrivais|ecriviez) (?:pas|plus)
TU (?:ne )?(?:m |n )(?:as|avez) (?:pas|rien) ECRIT
pourquoi (?:pas de|aucun) message
je n ai (?:rien|pas) (?:recu|eu)(?: de (?:vous|toi|message|nouvelles))*
why (?:did|have|do) ?n t you (?:WRITE|written|messaged|texted)
why (?:did|have|do) you not (?:WRITE|written|messaged|texted)
why (?:didnt|havent|dont) (?:you|u) (?:WRITE|written|messaged|texted)
why no message
you (?:did|have) ?(?:n t|not) (?:WRITE|written|messaged|texted)
i (?:did|have) ?(?:n t|not) (?:hear|heard|get|got) (?:anything |a message |a word )*from you
where were you
"""
_BEFORE: Final = (
    r"(?:(?:en|et|and|maar|mais|but|ja|oui|yes|zeg|dis|dites|goeiedag|dag|bonjour|hello|hi|hallo"
    r"|sorry|pardon|excuse\w*|eigenlijk|au fait|by the way|dus|donc|so|moi|a propos"
    r"|kunt? (?:ge|u|je) (?:mij )?zeggen|can you tell me|vous pouvez me dire|weet (?:ge|u|je)) )*"
)
_BEHIND: Final = (
    r"(?: (?:hoe laat|wanneer|quand|when|(?:la |le )?prochaine? (?:fois|message)|what time"
    r"|a quelle heure"
    r"|mij|me|naar|aan|to|ons|nog|eens|weer|terug|nu|dan|eigenlijk|morgen|vandaag|gisteren"
    r"|eergisteren|vanmorgen|straks|altijd|normaal|gewoonlijk|meestal|precies|juist|hier|en|of|et|and"
    r"|or|ou|op|om|de|het|keer|volgende|welke|welk|dag|dagen|uur|elke|alle|week|per|bericht|berichtje"
    r"|een|iets|schrijven|ge|gij|u|je|moi|me|un|le|la|message|demain|aujourd|hui|encore|chaque|jour"
    r"|jours|quels|quel|a|quelle|heure|normalement|ce|matin|soir|tous|les|again|tomorrow|today"
    r"|yesterday|next|every|day|days|which|what|time|usually|normally|this|morning|then|exactly"
    r"|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|lundi|mardi|mercredi|jeudi|vendredi"
    r"|samedi|dimanche|on|monday|tuesday|wednesday|thursday|friday|saturday|sunday|dernier|last"
    r"|hein|he|please|svp|aub|alstublieft|zeg|pas|meer|plus|vous|tu|you|s|il|te|plait))*"
)


_WHEN: Final = compiled(_WHEN_LINES, _PARTS, _BEFORE, _BEHIND)
_WHY: Final = compiled(_WHY_LINES, _PARTS, _BEFORE, _BEHIND)


# Asked in one breath with it: 'and are you a real person?', 'and what does it cost?'
_HUMAN: Final = re.compile(
    r"\b(?:mens|machine|robot|bot|persoon|humaine?|personne|human|person|real|echt)\b"
)
_COST: Final = re.compile(
    r"\b(?:kost|kosten|geld|betalen|gratis|coute|payer|payant|gratuit|cost|pay|free)\b"
)
# Asked of the bot: 'are you …', 'does it cost …', and not of her own life.
_OF_THE_BOT: Final = re.compile(
    r"\b(?:(?:ben|bent|zijt|zij) (?:je|jij|ge|gij|u)|(?:je|jij|ge|gij|u) (?:ben|bent|zijt)"
    r"|is (?:dit|dat|het)|(?:dit|dat|het|t) is|(?:spreek|praat|schrijf) ik"
    r"|(?:es|etes) (?:tu|vous)|(?:tu|vous) (?:es|etes)|t es|c est|est ce|(?:parle|ecris) (?:je )?a"
    r"|(?:are|r) (?:you|u)|(?:you|u) (?:are|re)|is (?:this|it|that)|(?:this|it|that) is|it s"
    r"|am i (?:talking|speaking|writing)"
    r"|kost(?:en)? (?:het|dit|dat|da|t)|(?:het|dit|dat|da|t) (?:iets )?kost(?:en)?|wat kost"
    r"|(?:ca|cela|c|il) coute|coute (?:ca|cela)|(?:it|this|that) costs?|cost (?:it|this|that)"
    r"|moet (?:ik|men) (?:\w+ ){0,2}betalen|(?:dois je|je dois|faut il|il faut|faut) (?:\w+ )?payer"
    r"|(?:do i (?:have|need) to|must i|should i) pay)\b"
)
# All of which such a question is made: with any other word beside them it may be of her life.
_ITS: Final = """
en of maar zeg ook eigenlijk dan nu nog ben bent zijt zij je jij ge gij u een ne n echt echte mens
persoon machine robot bot computer iemand is dit dat da het t kost kosten iets geld gratis wat
hoeveel moet ik men betalen voor daarvoor hiervoor per maand bericht spreek praat schrijf met
tegen et ou mais aussi dis dites moi es etes tu vous c ce cela ca est que qu une un vrai vraie
humain humaine personne machine quelqu l coute combien quelque chose argent gratuit payant dois je
il faut payer pour parle ecris a avec vraiment par mois and or but also so are r you re a an real
human person actually just really is it this that s does do cost costs anything something money
free how much what i have need to must should pay for am talking speaking writing with per month
"""
_ITS_WORDS: Final = frozenset(_ITS.split())
_SENTENCE: Final = re.compile(r"[^?!.;\n]+[?!.;\n]*")
_QUESTIONS: Final = re.compile(r"[?!.;\n]+")


def beside(text: str) -> str | None:
    """The question that is answered first where several are asked, one of them when the next word
    comes: that one's answer then follows (`asked_when` in its dialogue)."""
    if "?" not in text or not among(text) or _tells(text):
        return None
    typed = plain(text)
    if _HUMAN.search(typed):
        return "ask_bot_identity"
    return "ask_cost" if _COST.search(typed) else WHEN


def _tells(text: str) -> bool:
    """Whether a sentence beside it is no question of these: 'when do you write? My husband died'
    is heard whole."""
    for one in _SENTENCE.findall(text):
        said = plain(one)
        if said and asks_when(said) is None and not ("?" in one and _asks_of_the_bot(said)):
            return True
    return False


def _asks_of_the_bot(said: str) -> bool:
    """'Are you a real person?', 'does it cost anything?'; not 'why does nobody love me?'"""
    about = _HUMAN.search(said) or _COST.search(said)
    return bool(about and _OF_THE_BOT.search(said)) and _ITS_WORDS.issuperset(said.split())


def among(text: str) -> bool:
    """Whether one of the sentences asks when the next word comes."""
    return any(asks_when(plain(one)) == WHEN for one in _QUESTIONS.split(text))


def asks_when(typed: str) -> str | None:
    """Whether these plain words ask when the next word comes, or why one did not; else None."""
    if len(typed) > LONGEST:
        return None
    if _WHY.fullmatch(typed):
        return WHY
    return WHEN if _WHEN.fullmatch(typed) else None
