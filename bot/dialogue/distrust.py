"""What somebody asks who does not trust this: is it a scam, do the police read along, what does it
cost, where can I complain? Heard without any NLU.

The whole message is such a question, and it is about the bot: 'is die brief oplichting?' is another
one. The words come in as `words.plain` leaves them.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from bot.dialogue.lines import compiled

LONGEST: Final = 120  # characters

# Where one of these names stands in a line, its words are put in.
_PARTS: Final = {
    "GIJ": r"(?:ge|gij|u|je|jij|jullie|gulder|de bot|deze bot|die bot|goeiedag)",
    "ZIJT": r"(?:zijt|bent|ben|zijn|is|zij)",
    "TOCH": r"(?:(?:hier|wel|toch|soms|niet|geen|misschien|echt|nu|eigenlijk|gewoon|zeker|een|ne|n"
    r"|soort|ook|allemaal) )*",
    "BEDROG": r"(?:oplichting|oplichterij|oplichters?|opgelicht|bedrog|bedriegerij|bedriegers?|scam"
    r"|scammers?|fraude|fraudeurs?|zwendel|phishing|valstrik|boerenbedrog)",
    "EERLIJK": r"(?:betrouwbaar|te vertrouwen|serieus|legaal|eerlijk|koosjer)",
    "BIEN": r"(?:(?:bien|pas|vraiment|encore|peut etre|quand meme|n|un|une|des|du|de l|genre) )*",
    "BIENTOUT": r"(?:(?:vraiment|bien|tout a fait|completement) )*",
    "ARNAQUE": r"(?:arnaque|arnaques|arnaqueurs?|escroquerie|escrocs?|fraude|piege|scam|phishing)",
    "FIABLE": r"(?:fiables?|serieux|honnetes?|de confiance|legal|reglo)",
    "NUMMER": r"(?:gsm |telefoon ?|gsm)?nummer",
    "SOME": r"(?:(?:not|n t|really|just|maybe|all|some|kind|sort|of|a|an|one|this|another) )*",
    "SCAM": r"(?:scams?|scammers?|scamming me|frauds?|con|con artist|trick|trap|phishing|hoax"
    r"|rip ?off)",
    "LEGIT": r"(?:legit|legitimate|trustworthy|honest|genuine|reliable|to be trusted)",
    "DIENST": r"(?:(?:de|het|den|een|mijn|onze) )?(?:politie|flikken|wijkagent|dvz"
    r"|(?:dienst )?vreemdelingenzaken|vreemdelingendienst|immigratie(?:dienst)?|ocmw|gemeente"
    r"|overheid|staat|regering|autoriteiten|belastingen|fiscus|rva|vdab|mutualiteit|ziekenfonds"
    r"|justitie|rechter|jeugdrechter|rechtbank|parket|deurwaarder|instanties)",
    "BUREAU": r"(?:(?:la|le|l|les|des|un|une|d|ma|mon) )?(?:police|flics|agent de quartier"
    r"|office des etrangers|immigration|autorites|etat|gouvernement|commune|cpas|justice|juge"
    r"|tribunal|parquet|huissier|onem|forem|actiris|impots|fisc|mutuelle|administration)",
    "OFFICE": r"(?:(?:the|a|any|my) )?(?:police|cops|immigration(?: office| service| department)?"
    r"|foreigners office|home office|authorities|government|state|council|social services"
    r"|tax office"
    r"|taxman|court|judge|prosecutor|bailiff|ocmw|cpas|commune)",
    "DIT": r"(?:(?:dit|dat|het|hier|ook|alles|allemaal|nu|soms|stiekem|met ons|met mij|mijn"
    r"|berichten|berichtjes|gegevens|naam|wat|ik|schrijf|zeg|iets|mij|me|over|gesprek) )*",
    "CECI": r"(?:(?: (?:ca|cela|ceci|tout|aussi|ici|avec|nous|mes|messages|donnees|mon|nom|ce"
    r"|que|qu"
    r"|j|je|ecris|dis|on|se|dit|quelque|chose|la|conversation|y))*)",
    "THIS": r"(?:(?: (?:along|this|it|in|at|to|what|i|write|say|my|messages|data|name|here|all|too"
    r"|everything|anything|also|chat|me|about|on|with|us|access))*)",
    "HOORDE": r"(?:(?:ze|men) (?:zegt|zeggen|zei|zeiden)|(?:ik|k) (?:heb gehoord|hoor|hoorde)"
    r"|(?:er is|ze hebben) mij gezegd|(?:on m a|ils m ont) dit que|on dit que"
    r"|j ai entendu (?:dire )?que|i (?:heard|was told)|they (?:say|said|told me))",
    "KLAGEN": r"(?:(?:be)?klagen|klacht(?:en)? (?:indienen|kwijt|melden|geven))",
    # with the police, where it is not about the bot
    "AANGEVEN": r"klacht(?:en)? (?:doen|neerleggen)",
    "OVER_U": r"(?:(?:over|tegen|van) (?:u|jou|je|jullie|ulder|dit|hier|deze (?:bot|dienst)|de bot"
    r"|(?:de|een|mijn|die|den) (?:vrijwillig(?:er|ster)|coordinator|machine)|goeiedag))",
    "PLAINDRE": r"(?:(?:me |se |m |nous )?plaindre|(?:introduire|faire|adresser|rentrer)"
    r" (?:une |ma )?(?:plainte|reclamation)|deposer (?:une |ma )?reclamation|reclamer)",
    "PLAINTE": r"(?:deposer|porter) (?:une |ma )?plainte",
    "PAYER": r"(?:quelque chose|pour (?:ca|ceci|vous|toi|ce service))",
    "DE_VOUS": r"(?:(?:de|contre|sur|a propos de|au sujet de) (?:(?:vous|toi|ca|ceci|goeiedag)"
    r"|ce (?:service|robot|bot|truc)|(?:la|ma|mon|le|l|un|une|votre) (?:machine|coordination"
    r"|benevole))"
    r"|(?:du|d un|d une) benevole)",
    "COMPLAIN": r"(?:complain|(?:make|file|lodge|send|put in) (?:a |my )?complaint"
    r"|report (?:you|this))",
    "ABOUT_YOU": r"(?:about (?:you|this|it|(?:this|the|your) (?:service|bot|machine)"
    r"|(?:the|a|my|your) (?:volunteer|coordinator)|goeiedag))",
}
_TRUST: Final = r"""
ZIJT (?:dit|dat|het|GIJ) TOCH(?:BEDROG|EERLIJK)
(?:dit|dat) is TOCHBEDROG
(?:kan|mag|moet) ik (?:u|je|jou|dit|GIJ|jullie) (?:(?:wel|echt|eigenlijk|zomaar) )*vertrouwen
hoe weet ik (?:dat|of) (?:dit|dat|het|GIJ) TOCH(?:BEDROG|EERLIJK|echt|vals|veilig)(?: ZIJT)?
(?:ik |k )?(?:(?:vertrouw|betrouw|geloof) (?:u|je|jou|dit|jullie|de bot)|(?:vertrouw|betrouw) het)\
 (?:eigenlijk )?(?:niet|nie|voor geen haar)
(?:(?:est ce que |et si )?(?:c est|ceci est|ca c est|c etait|vous etes|tu es|etes vous|es tu)\
|est ce|serait ce) BIENARNAQUE
(?:est ce que (?:c est|ceci est|vous etes|tu es)|vous etes|tu es|etes vous|es tu) BIENFIABLE
(?:est ce que )?c est BIEN(?:FIABLE|ARNAQUE) ou BIEN(?:FIABLE|ARNAQUE)
(?:est ce que )?(?:je peux|puis je|on peut|peut on|dois je) (?:(?:vraiment|bien) )*(?:vous \
|te )?faire confiance(?: a (?:vous|toi|ce (?:robot|bot|service)))?
comment (?:je (?:peux )?|puis je |on )?(?:sais|sait|savoir|etre sur|etre sure) (?:que |si \
|qu )?(?:c est|ce n est|vous etes|vous n etes|tu es|tu n es|ca n est) BIEN(?:ARNAQUE|FIABLE|vrai)
je (?:ne )?(?:vous|te) (?:fais|crois) pas(?: confiance)?
(?:je n ai|j ai) pas confiance(?: en (?:vous|toi|ca))?
(?:is|are|isn t|aren t|isnt|arent|was) (?:this|that|it|you|u|ye) SOME(?:SCAM|LEGIT)
(?:this|that) is SOMESCAM
(?:can|could|should|may) i (?:really |actually )?trust (?:you|u|this|it)
how (?:do|can|would) i (?:know|be sure) (?:that |if |whether )?(?:this|you|it)(?: is| are| re| s\
| isn t| is not| are not| aren t) SOME(?:SCAM|LEGIT|real|safe)
i (?:do not|don t|dont) (?:really )?trust (?:you|u|this)
(?!(?:valstrik|piege|trap|trick|con|hoax)(?: |\Z))(?:BEDROG|ARNAQUE|SCAM)
"""
_AUTHORITIES: Final = r"""
(?:leest|lezen|kijkt|kijken|luistert|luisteren|volgt|volgen) DIENST(?: (?:en|of|of\
|met) DIENST)? DIT(?:mee|dit|dat|alles)?
(?:ziet|zien|krijgt|krijgen|hoort|horen|weet|weten) DIENST(?: (?:en|of) DIENST)? DIT(?:dit|dat\
|alles|schrijf|zeg)
(?:kan|kunnen|mag|mogen|gaat|gaan|zal|zullen|zou) DIENST(?: (?:en|of) DIENST)? DIT(?:mee ?lezen\
|lezen|zien|mee ?kijken|volgen|weten|krijgen|opvragen|mee ?luisteren|horen)
(?:komt|komen|gaat) DIT(?:bij|naar|tot bij) DIENST(?: terecht)?
(?:geeft?|zegt?|vertelt?|stuurt?|meldt?|deelt?|speelt?|verklikt) GIJ DIT(?:door )?(?:aan|naar|met\
|bij) DIENST(?: door)?
(?:werkt?|werken) GIJ (?:samen )?(?:met|voor) DIENST(?: samen)?
ZIJT GIJ (?:(?:van|bij|soms|misschien|iemand) )*DIENST
(?:est ce que |et )?BUREAU(?: (?:et|ou) BUREAU)? (?:(?:elle|il|ils|elles) )?(?:ne )?(?:lit|lisent\
|voit|voient|regarde|regardent|ecoute|ecoutent|recoit|recoivent|sait|savent|suit|suivent)CECI
(?:est ce que |et )?BUREAU(?: (?:et|ou) BUREAU)? (?:peut|peuvent|va|vont|pourrait) (?:(?:elle|il\
|ils|elles) )?(?:aussi )?(?:lire|voir|savoir|recevoir|suivre|ecouter|demander|avoir)CECI
(?:est ce que )?(?:vous|tu) (?:le )?(?:transmettez|transmets|donnez|donnes|dites|dis|envoyez\
|envoies|parlez|travaillez|travailles|partagez|partages|denoncez)CECI (?:a|au|aux|avec|pour) BUREAU
(?:est ce que (?:c est|vous etes|tu es)|vous etes|tu es|etes vous|es tu) (?:de )?BUREAU
(?:do|does|can|could|will|would|is|are) OFFICE(?: (?:and|or) OFFICE)? (?:also )?(?:read|see|watch\
|look|listen|get|know|reading|watching|seeing|listening|follow|have|find out)THIS
(?:do|will|would|are|can|could) (?:you|u) (?:going to |gonna )?(?:tell|report|send|give|pass\
|share|work|working|inform)THIS(?: to| with| for| by)? OFFICE(?: about(?: me| this)?)?
are (?:you|u) (?:(?:with|from) )*OFFICE
"""
_COST: Final = r"""
(?:kost|kosten) (?:dit|het|GIJ|praten|schrijven) (?:(?:mij|me|hier|ook|iets|eigenlijk|wel|veel\
|met u) )*(?:geld|iets|veel|wat)?
(?:wat|hoeveel) kost (?:dit|het|GIJ)(?: (?:hier|mij|me|eigenlijk|per maand))*
(?:is|blijft) (?:dit|deze dienst|GIJ|het (?:(?:helemaal|echt|wel|altijd|toch) )*hier)\
 (?:(?:helemaal|echt|wel|hier|altijd|toch) )*(?:gratis|betalend|kosteloos)
is het (?:(?:helemaal|echt|wel|altijd|toch) )*gratis hier
moet ik (?:eigenlijk )?(?:(?:hier|hiervoor|daarvoor|ervoor|iets|u|je|jullie|voor|dit) )+\
(?:eigenlijk )?betalen
krijg ik (?:(?:hier|hiervoor|van u|van je|dan|straks) )*(?:een )?(?:factuur|rekening)(?: hiervoor\
| van u)?
wie betaalt (?:(?:er|hier|voor|daar|eigenlijk) )*(?:u|jou|je|jullie|dit|dat|hiervoor|daarvoor|het\
|deze (?:bot|dienst)|de bot|voor|voor u)?
wie (?:financiert|sponsort) (?:u|jou|jullie|dit|dat|deze (?:bot|dienst)|de bot)
wie (?:zit|staat|steekt) (?:hier ?achter|er ?achter|daar ?achter|achter (?:u|dit|deze bot|de bot\
|jullie))
(?:verkoopt?|verkopen) GIJ (?:mijn|onze|die) (?:gegevens|data|berichten|berichtjes|informatie)
HOORDE (?:dat )?GIJ (?:mijn|onze) (?:gegevens|data|berichten|berichtjes|informatie) (?:verkoopt?\
|verkopen)
HOORDE (?:vous (?:re)?vendez|tu (?:re)?vends) (?:mes|nos) (?:donnees|messages|informations)
HOORDE (?:that )?(?:you|u) (?:sell|are selling) (?:my|our) (?:data|messages|information|details)
(?:wilt?|wilde|wil|wou|wilden|gaat?|gade|moogt|probeert?|komt) (?:GIJ )?\
(?:(?:mij|me|mijn|hier|soms|misschien|ook|toch) )*(?:iets|wat|dingen) (?:te )?verkopen
(?:verkoopt?|verkopen|verkoopte) (?:GIJ )?(?:(?:mij|me|hier|soms|misschien|ook) )*\
(?:iets|wat|dingen)
moet ik (?:(?:hier|(?:van|bij) (?:u|je|jou|jullie)|soms|ook|dan) )*(?:iets|wat) (?:kopen|bestellen)\
(?: (?:van|bij) (?:u|je|jou|jullie))?
(?:est ce que |et )?(?:vous (?:me )?vendez|tu (?:me )?vends|vendez vous|vends tu) (?:quelque chose\
|un truc|des (?:choses|trucs))
(?:est ce que |et )?(?:vous voulez|tu veux|voulez vous|veux tu|vous essayez de|tu essaies de)\
 me vendre (?:quelque chose|un truc|des (?:choses|trucs))
(?:est ce que )?(?:c est|vous appelez|vous ecrivez) pour (?:me )?vendre(?: quelque chose)?
(?:est ce que )?(?:je dois|il faut|faut il|dois je) (?:vous |t )?acheter (?:quelque chose|un truc)\
(?: (?:chez|a) (?:vous|toi))?
are (?:you|u) (?:(?:trying to|going to|here to) )?sell(?:ing)?(?: me)? (?:something|anything\
|things|stuff)
(?:do|will|would) (?:you|u) (?:(?:want|like|try) to )?sell(?: me)? (?:something|anything|things)
(?:you|u) (?:want to |wanna )?sell(?:ing)? me (?:something|anything)
(?:do i (?:have to|need to)|must i|should i) (?:buy|order) (?:something|anything)\
(?: (?:from|off) (?:you|u))?
(?:est ce que |et )?(?:c est BIENTOUT(?:payant|gratuit ici)|(?:ceci est|ce service est|vous etes)\
 BIENTOUT(?:payant|gratuit))
(?:est ce )?(?:que )?(?:ca|ceci|vous|tu) coute[sz]?(?: (?:moi|quelque chose|combien|de l argent))*
combien (?:est ce que )?(?:ca |ceci |vous |tu )?coute[sz]?(?: (?:ceci|ce service|ca))?
combien (?:est ce que )?(?:je (?:dois payer|paie|paye)|dois je payer) (?:pour )?(?:ceci|ca|vous\
|toi|ce service)
est ce que (?:je (?:dois|vais)|il faut) (?:devoir )?payer(?: PAYER)?
(?:dois je|faut il) payer(?: PAYER)?
(?:je (?:dois|vais)|il faut) (?:devoir )?payer PAYER
qui (?:vous|te) (?:paie|paye|finance|sponsorise)
qui (?:paie|paye|finance) (?:pour )?(?:ca|cela|ceci|vous|toi|tout ca|tout cela|ce (?:service\
|robot|truc))
(?:c est )?qui (?:est |se cache )?derriere (?:ca|cela|ceci|vous|toi|tout ca|ce (?:service|robot\
|bot|truc))
(?:est ce que )?(?:vous (?:re)?vendez|tu (?:re)?vends|(?:re)?vendez vous) (?:mes|nos) (?:donnees\
|messages|informations)
(?:does|do|will|would) (?:this|it|you|u) cost(?: (?:me|money|anything|something|a lot|much))*
(?:how much|what) (?:does|do|is|will) (?:this|it|you|u)(?: cost(?: me)?)
how much is (?:this|it)
is (?:this|it(?= .*\b(?:here|really|charge)\b)) (?:really |all |completely )?\
(?:free|for free)(?: of charge)?
(?:do|will|must|should) i (?:have to |need to )?pay(?: (?:for|this|it|you|anything|something))+
who (?:pays|is paying|funds|finances|sponsors) (?:for )?(?:you|u|this|it|all this|this (?:bot\
|service))
who (?:is|s) behind (?:you|this|it|all this|this (?:bot|service))
(?:do|will|are) (?:you|u) (?:going to )?(?:sell|selling) (?:my|our) (?:data|messages|information\
|details)
"""
_COMPLAINTS: Final = r"""
(?:waar|hoe|bij wie|aan wie|tegen wie) (?:kan|moet|mag|kunde) (?:ik|k|men|we) (?:(?:hier|hierover\
|mij|me|ergens|eigenlijk|een|mijn|OVER_U) )*KLAGEN(?: OVER_U)?
(?:waar|hoe|bij wie|aan wie) (?:kan|moet|mag|kunde) (?:ik|k|men|we) (?:(?:hier|een|mijn) )*\
(?:OVER_U (?:een )?AANGEVEN|AANGEVEN OVER_U)
(?:ik|k) (?:wil|wou|zou|ga) (?:(?:graag|een|mij|me|mijn|hier|eens|willen) )*\
(?:OVER_U (?:een )?(?:KLAGEN|AANGEVEN)|(?:KLAGEN|AANGEVEN) OVER_U)
(?:ik|k) (?:wil|wou|heb) (?:(?:graag|nog) )*een klacht(?: OVER_U)?(?: indienen)?
klacht indienen
(?:ou|comment|a qui|aupres de qui|chez qui) (?:est ce que )?(?:(?:je peux|puis je|on peut|peut on\
|dois je|faut il|je dois|je pourrais|je) )?(?:PLAINDRE(?: ici)?(?: DE_VOUS)?|PLAINTE DE_VOUS)
je (?:veux|voudrais|souhaite|vais) (?:PLAINDRE|PLAINTE) DE_VOUS
je (?:veux|voudrais|souhaite) (?:me plaindre|faire une reclamation)
j ai une (?:plainte|reclamation)(?: DE_VOUS)?
(?:how|where|to whom|to who|who) (?:do|can|could|should|may\
|would) i (?:go to )?COMPLAIN(?: to)?(?: ABOUT_YOU)?
(?:i|we) (?:want|would like|d like|wish|need) to COMPLAIN(?: ABOUT_YOU)?
i have a complaint(?: ABOUT_YOU)?
"""
_NUMBER: Final = r"""
(?:van|bij|langs) (?:wie|waar) (?:hebt|heb|hebde|hedde|hebben|kreegt?|kregen|haalt?|weet)\
 (?:GIJ )?(?:mijn|mij|myn) NUMMER(?: gekregen| gehaald| vandaan)?
hoe (?:komt?|komde|komen|geraakt?) (?:GIJ )?aan (?:mijn|mij) NUMMER
hoe (?:weet|kent|hebt|hedde|hebde|heb) (?:GIJ )?(?:mijn|mij) NUMMER(?: gekregen)?
waar (?:haalt?|haalde|hebt|hedde|hebde|heb|kreegt?) (?:GIJ )?(?:mijn|mij) NUMMER\
(?: vandaan| gehaald| gekregen| gevonden)?
wie (?:gaf|geeft|heeft) (?:u|jou|je|jullie) (?:mijn|mij) NUMMER(?: gegeven| bezorgd)?
wie (?:gaf|geeft|speelde) (?:mijn|mij) NUMMER (?:(?:aan|naar) (?:u|jou|je|jullie)(?: door)?|door)
wie heeft (?:(?:aan (?:u|jou|je|jullie)|u|jou|je|jullie) )?(?:mijn|mij) NUMMER\
(?: aan (?:u|jou|je|jullie))? (?:doorgegeven|gegeven|doorgespeeld|bezorgd|doorverkocht)\
(?: aan (?:u|jou|je|jullie))?
(?:hebt|hedde|hebde|heb|kent|weet) (?:GIJ )?(?:mijn|mij) NUMMER
(?:comment|d ou|ou) (?:est ce que )?(?:vous (?:avez|connaissez)|tu (?:as|connais)|avez vous\
|as tu|connaissez vous|connais tu)(?: (?:eu|trouve|obtenu|recu|pris))? mon numero(?: de telephone)?
(?:(?:est ce que )?(?:vous avez|tu as)|avez vous|as tu) mon numero(?: de telephone)?
(?:c est )?qui (?:(?:vous|t|te) )?(?:a |avait )?(?:donne|file|passe|communique|transmis|refile) mon\
 numero(?: de telephone)?(?: a (?:vous|toi))?
(?:how|where) (?:did |do |have |d |are )?(?:you|u) (?:get|got|have|know|find|found) (?:my|me)\
 (?:phone |telephone |mobile )?number(?: from)?
(?:how|where) come (?:you|u) (?:have|got) my (?:phone |telephone |mobile )?number
who (?:gave|give|has given) (?:you|u) my (?:phone |telephone |mobile )?number
who (?:gave|passed|passed on|shared|has given|has passed on|has shared) (?:out |on )?my\
 (?:phone |telephone |mobile )?number(?: on| out)?(?: to (?:you|u))?
(?:do|did) (?:you|u) (?:have|get|know) my (?:phone |telephone |mobile )?number
"""
_BEFORE: Final = (
    r"(?:(?:en|et|and|maar|mais|but|ja|oui|yes|zeg|dis|dites|goeiedag|dag|bonjour|hello|hi"
    r"|hallo|nee"
    r"|non|no|sorry|pardon|excuse\w*|eigenlijk|au fait|by the way|dus|donc|so|wacht|attends"
    r"|attendez"
    r"|wait|hm|euh|allez|a propos|kunt? (?:ge|u|je) (?:mij )?zeggen|can you tell me|dites moi) )*"
)
_BEHIND: Final = (
    r"(?: (?:hier|of|of niet|of wat|hoor|he|eigenlijk|misschien|toch|zeg|dan|nu|aub|alstublieft|svp"
    r"|hein|ou|ou pas|ou quoi|non|ici|alors|s il (?:vous|te) plait|or|or not|or what|here|then"
    r"|please"
    r"|though|actually))*"
)


_LINES: Final = {
    "ask_authorities": _AUTHORITIES,
    "ask_complaints": _COMPLAINTS,
    "ask_cost": _COST,
    "ask_number": _NUMBER,
    "ask_trust": _TRUST,
}
_ASKED: Final = MappingProxyType(
    {name: compiled(lines, _PARTS, _BEFORE, _BEHIND) for name, lines in _LINES.items()}
)


def asks(typed: str) -> str | None:
    """The question that these plain words are, or None."""
    if len(typed) > LONGEST:
        return None
    return next((name for name, pattern in _ASKED.items() if pattern.fullmatch(typed)), None)
