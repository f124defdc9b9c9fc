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
_NAME_NL: Final = r"(?: (?:aan|naar) NAME)?"
_NAME_FR: Final = r"(?: (?:a NAME|au benevole))?"
_NAME_EN: Final = r"(?: to NAME)?"
_MINE: Final = rf"(?:niets|niks|(?:mijn berichten|wat ik (?:schrijf|zeg)) {_NO})"
_MES: Final = r"(?:mes messages|ce que j ecris)"
_ALL: Final = r"(?:my messages|what i (?:write|say))"
_ANY_MORE: Final = r"(?:any ?more|any longer)"

_PLAINLY: Final = rf"""
(?:{_I} trek|trek {_I}) {_MY} (?:in|terug)
{_I} neem {_MY} terug
{_I} (?:herroep|annuleer) {_MY}
{_I} (?:wil|wou|wens) {_MY} (?:intrekken|terugtrekken|terugnemen|herroepen|annuleren)
{_I} (?:wil|wou|wens) {_MY} {_NO} {_MORE} geven
{_MY} (?:trek ik (?:in|terug)|neem ik terug|is ingetrokken)
{_I} geef (?:(?:u|hem|haar|NAME) )?(?:geen|gene) toestemming meer
lees(?:t)?(?: (?:u|ge|gij|je))? {_NO} {_MORE} mee
(?:u|ge|gij|je|NAME) (?:hebt|heb|heeft) {_MY} {_NO} {_MORE}
stuur(?:t)?{_NAME_NL} {_MINE} {_MORE} door{_NAME_NL}
(?:je|j) (?:(?:vous|te|lui) )?(?:retire|reprends|revoque|annule) {_MON}
je (?:veux|voudrais|souhaite) (?:retirer|reprendre|revoquer|annuler) {_MON}
je (?:ne |n )?(?:(?:vous|te|lui) )?donne plus {_MON}
je (?:ne )?(?:veux|souhaite) plus (?:(?:vous|te|lui) )?donner {_MON}
(?:vous|tu|NAME) (?:n )?(?:avez|as|a) plus {_MON}
(?:(?:ne|n) )?transmet(?:s|tez) plus (?:rien|{_MES}){_NAME_FR}
arrete[zr]? de transmettre {_MES}{_NAME_FR}
i (?:withdraw|revoke|retract|cancel|take back|(?:m|am) (?:taking back|withdrawing)) {_EN}
i (?:want|wish|would like|d like) to (?:withdraw|revoke|take back) {_EN}
i take {_EN} back
i longer (?:(?:want to )?give (?:you )?{_EN}|consent)
i (?:do not|don t|dont) want to give (?:you )?{_EN} {_ANY_MORE}
(?:you|NAME) longer (?:have|has) {_EN}
stop (?:forwarding|passing on|sending) {_ALL}{_NAME_EN}
(?:do not|don t|dont) (?:forward|pass on) {_ALL}{_NAME_EN} {_ANY_MORE}
"""
#: No more than a bid to stop: of what, she does not say.
_PERHAPS: Final = rf"""
stop(?:t)? (?:ermee|er mee|hiermee|hier mee|daarmee|daar mee)
h?ou(?:d|dt)? (?:ermee |er mee )?op
{_I} (?:stop|wil) (?:ermee |er mee |hiermee |hier mee |daarmee |daar mee )?(?:stoppen|ophouden)
{_I} stop (?:ermee|er mee)
arrete[zr]? (?:ca|tout)
je veux arreter(?: (?:tout )?ca)?
laisse[zr]? moi
i want to stop(?: this| it)?
stop (?:it|this)
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
