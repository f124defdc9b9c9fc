"""She takes back her yes, or bids to stop, in a whole sentence that says nothing else: plainly, or
perhaps (`dialogue.enough`). 'Je retire mon argent', 'my man withdraws his consent' and one word
more than these are not of it. Pure, without any model.
"""

from __future__ import annotations

import re
from typing import Final

from bot.dialogue.enough_words import LEADS

_I: Final = r"(?:ik|k)"
_MY: Final = r"(?:mijn|m n|mn|me) (?:toestemming|akkoord|goedkeuring)"
_MON: Final = r"mon (?:accord|consentement|autorisation)"
_EN: Final = r"my (?:consent|permission|agreement)"
_MORE: Final = r"(?:meer|langer)"
_NO: Final = r"(?:niet|ni|nie)"
_SEND: Final = r"(?:stuur|stuurt|zend|zendt|geef|geeft)(?: (?:u|ge|gij|je))?"
_MINE: Final = r"(?:dit|dat|het|alles|mijn (?:bericht(?:en)?|woorden)|wat ik (?:schrijf|zeg|typ))"
_AND_TO: Final = r"(?: (?:aan|naar) (?:NAME|hem|haar))?"
_NOTHING: Final = rf"(?:(?:niets|niks|geen berichten|{_MINE} {_NO}|{_NO})(?: {_MORE})?)"
_TRANSMET: Final = r"(?:(?:ne|n) )?(?:lui )?transmet(?:s|tez)"
_ENVOIE: Final = r"(?:(?:ne|n) )?(?:lui )?r?env(?:oie|oies|oyez)"
_MES: Final = r"(?:mes (?:messages|mots)|mon message|ce que j ecris)"
_CA: Final = r"(?:ca|cela|tout(?: ca)?)"
_A: Final = r"(?: a NAME| au benevole)"
_ALL: Final = r"(?:this|that|it|everything|anything|my (?:messages?|words)|what i (?:write|say))"
_FORWARD: Final = r"(?:forward|pass on|pass along|hand on)"
_TO: Final = r"(?: to (?:NAME|him|her))"
_TALK_NL: Final = r"(?:(?:dit|het|ons) )?gesprek"
_TALK_FR: Final = r"(?:(?:cette|la|notre) )?(?:conversation|discussion)"
_TALK_EN: Final = r"(?:(?:this|the|our) )?(?:conversation|chat|talk)"

_PLAINLY: Final = rf"""
{_I} trek {_MY} (?:in|terug)
{_I} neem {_MY} terug
{_I} (?:herroep|annuleer) {_MY}
{_I} (?:wil|wou|wens) {_MY} (?:intrekken|terugtrekken|terugnemen|herroepen|annuleren)
{_I} (?:wil|wou|wens) {_MY} {_NO} {_MORE} geven
{_MY} (?:trek ik (?:in|terug)|neem ik terug|is ingetrokken)
{_I} geef (?:(?:u|hem|haar|NAME) )?(?:geen|gene) toestemming meer
lees(?:t)?(?: (?:u|ge|gij|je))? {_NO} {_MORE} mee
(?:je|j) (?:(?:vous|te|lui) )?(?:retire|reprends|revoque|annule) {_MON}
je (?:veux|voudrais|souhaite) (?:retirer|reprendre|revoquer|annuler) {_MON}
je (?:ne |n )?(?:(?:vous|te|lui) )?donne plus {_MON}
je (?:ne )?(?:veux|souhaite) plus (?:(?:vous|te|lui) )?donner {_MON}
i (?:withdraw|revoke|retract|cancel|take back|(?:m|am) (?:taking back|withdrawing)) {_EN}
i (?:want|wish|would like|d like) to (?:withdraw|revoke|take back) {_EN}
i take {_EN} back
i longer (?:(?:want to )?give (?:you )?{_EN}|consent)
i (?:do not|don t|dont) want to give (?:you )?{_EN} (?:any ?more|any longer)
"""
_PERHAPS: Final = rf"""
stop(?:t)? (?:ermee|er mee|hiermee|hier mee|daarmee|daar mee)
h?ou(?:d|dt)? (?:ermee |er mee )?op
{_I} (?:stop|wil) (?:ermee |er mee |hiermee |hier mee |daarmee |daar mee )?(?:stoppen|ophouden)
{_I} stop (?:ermee|er mee)
{_I} (?:ga )?{_NO} {_MORE} akkoord
{_I} geef (?:(?:u|hem|haar|NAME) )?(?:geen|gene) toestemming
(?:u|ge|gij|je|NAME) (?:hebt|heb|heeft) {_MY} {_NO} {_MORE}
lees(?:t)?(?: (?:u|ge|gij|je))? {_NO} mee
{_SEND} {_NOTHING}{_AND_TO} door{_AND_TO}
stuur(?:t)? {_NOTHING} (?:aan|naar) (?:NAME|hem|haar)
zet(?: (?:u|ge|gij|je))? het delen (?:af|uit|stop)
(?:{_I} wil )?{_TALK_NL} (?:stoppen|beeindigen|eindigen)
(?:einde|stop|beeindig)(?: van)? {_TALK_NL}
(?:geen|gene) vrijwilliger {_MORE}
(?:stop|blokkeer|verwijder) (?:de vrijwilliger|NAME)
arrete[zr]? (?:ca|tout)
je veux arreter(?: (?:tout )?ca)?
laisse[zr]? moi
je veux (?:terminer|arreter|finir|stopper) {_TALK_FR}
(?:arrete[zr]?|termine[zr]?|stop|fin de) {_TALK_FR}
plus de benevole
(?:stop|arrete[zr]?|bloque[zr]?|enleve[zr]?) (?:le benevole|NAME)
je (?:ne )?suis plus d accord
je (?:ne )?(?:(?:vous|te|lui) )?donne pas {_MON}
(?:vous|tu|NAME) (?:n )?(?:avez|as|a) plus {_MON}
{_TRANSMET} (?:lui )?(?:plus|pas|jamais) (?:{_MES}|{_CA}){_A}?
{_TRANSMET} (?:lui )?(?:plus )?rien{_A}?
{_ENVOIE} (?:lui )?(?:plus|pas|jamais) (?:{_MES}{_A}?|{_CA}{_A})
{_ENVOIE} (?:lui )?(?:plus )?rien{_A}
(?:arrete[zr]?|cesse[zr]?) de (?:lui )?transmettre(?: (?:{_MES}|{_CA}))?{_A}?
(?:arrete[zr]?|cesse[zr]?) d envoyer (?:{_MES}{_A}?|{_CA}{_A})
i want to stop(?: this| it)?
stop (?:it|this)
(?:i want to )?(?:end|stop)(?: of)? {_TALK_EN}
more volunteers?
(?:i want )?volunteers? any ?more
(?:stop|block|remove) (?:the volunteer|NAME)
i longer agree
i (?:do not|don t|dont) agree(?: to this)?(?: any ?more| any longer)
i (?:do not|don t|dont) consent(?: to this)?(?: any ?more| any longer)?
(?:you|NAME) longer (?:have|has) {_EN}
(?:you|NAME) (?:do not|don t|dont|does not|doesn t) have {_EN} any ?more
(?:stop|quit) (?:forwarding|passing)(?: on| along)?(?: {_ALL})?(?: on| along)?{_TO}?
(?:stop|quit) sending (?:my (?:messages?|words)|{_ALL}{_TO})
(?:do not|don t|dont|never) {_FORWARD} {_ALL}{_TO}?(?: any ?more| any longer)?
(?:do not|don t|dont|never) (?:pass|hand) {_ALL} (?:on|along){_TO}?(?: any ?more| any longer)?
(?:do not|don t|dont|never) send {_ALL}{_TO}(?: any ?more| any longer)?
"""


def _whole(lines: str) -> re.Pattern[str]:
    """Each line, perhaps with the name of whom she speaks to."""
    each = "|".join(f"(?:{line})" for line in lines.strip().splitlines())
    return re.compile(f"(?:NAME )?(?:{each})(?: NAME)?")


_CERTAIN: Final = _whole(_PLAINLY)
_WITH_ANY: Final = re.compile(_CERTAIN.pattern.replace("NAME", r"\w+"))
_DOUBTFUL: Final = _whole(_PERHAPS)


def plainly(typed: str, *, anybody: bool) -> bool:
    """With the name of whoever reads along as NAME; `anybody`: any one word may be it."""
    return (_WITH_ANY if anybody else _CERTAIN).fullmatch(_bare(typed)) is not None


def perhaps(typed: str) -> bool:
    """Of a whole message: beside other words 'hou op' and 'je veux arrêter' are of other things,
    and they may be of her life."""
    return _DOUBTFUL.fullmatch(_bare(typed)) is not None


def _bare(typed: str) -> str:
    """Without the leads, of which 'no' is one, in 'no longer' too, and 'ben' of 'ik ben'."""
    return " ".join(word for word in typed.split() if word not in LEADS)
