"""What a volunteer did to her, by name: struck, touched, robbed her. Patterns of complaint_words,
in which NAME is who did it, WHO anybody, and VERY what may stand between.

Each has who did it next to it, so that what he heard, found or helped with is none of it.
"""

from __future__ import annotations

import re
from typing import Final

_MY: Final = r"(?:mijn|m n|mon|ma|mes|my)"
_HE: Final = r"NAME(?: (?:hij|zij|ze|die|il|elle|qui|he|she|who|that))?"  # 'Karim il m'a frappée'
BODY: Final = (
    r"(?:lijf|lichaam|borst(?:en)?|tiet(?:en)?|boezem|bil(?:len)?|kont|poep|achterwerk|kruis|been"
    r"|benen|dij(?:en)?|knie|rok|kleed|slip|onderbroek|ondergoed|bh|vagina|penis|onderkant|intiem\w*"
    r"|corps|seins?|poitrine|fesses?|cuisses?|jambes?|genou|jupe|culotte|sexe|parties intimes"
    r"|body|breasts?|boobs?|chest|bum|bottom|butt|legs?|thighs?|knee|skirt|underwear|private parts)"
)
LIMB: Final = (
    r"(?:armen?|pols(?:en)?|haar|haren|nek|keel|schouders?|gezicht|hand|kin"
    r"|bras|poignets?|cheveux|cou|gorge|epaules?|visage|mains?"
    r"|arms?|wrists?|hair|neck|throat|shoulders?|face|hands?)"
)
_MONEY: Final = (
    r"(?:geld|centen|(?:mijn|m n) \w+|(?:\w+ )?euro|iets|dingen|de l argent|des sous"
    r"|(?:mon|ma|mes) \w+|money|(?:my) (?:\w+ )?\w+|things)"
)

_DONE_NL: Final = (
    r"(?:uitgescholden|uitgelachen|aangeraakt|vastgepakt|vastgenomen|vastgehouden|bedreigd|gekust"
    r"|gezoend|geslagen|geduwd|beledigd|gekwetst|belogen|bestolen|afgesnauwd|lastiggevallen"
    r"|lastig gevallen|bang gemaakt|verkracht|misbruikt|betast|aangerand|aangevallen|mishandeld"
    r"|(?:(?:veel|zo n|erge) )?pijn gedaan|geschopt|gestampt|geschupt|gebeten|gewurgd|geknepen"
    r"|gestalkt|achtervolgd|gechanteerd|gedwongen|vernederd|gekleineerd|opgelicht|bedrogen"
    r"|vastgegrepen|gegrepen|omver\w+|weggeduwd|omgeduwd|vastgebonden|gestompt|gekrabd|geslaan"
    r"|gesleurd|dooreengeschud|tegen de muur \w+|op de grond \w+"
    r"|opgesloten|naakt gefilmd|geintimideerd|(?:een )?klap gegeven|een mep gegeven)"
)
_DOES_NL: Final = (
    r"(?:slaagt|slagt|grijpt|greep|duwt|duwde|trekt|trok|sleurt|sleurde|stompt|stompte"
    r"|stampt|stampte|knijpt|kneep|krabt|krabde|bijt|beet|bedreigt|bedreigde|slaat"
    r"|sloeg|kust|kuste|beledigt|beledigde|kwetst|kwetste|verkracht"
    r"|verkrachtte|verkrachte|misbruikt|misbruikte|betast|betastte|mishandelt|mishandelde"
    r"|schopt|schopte"
    r"|chanteert|chanteerde|dwingt|dwong|stalkt|stalkte|vernedert|vernederde|kleineert"
    r"|kleineerde|bedriegt|bedroog|besteelt|bestal|wurgt|wurgde)"
)
_HELPS_NL: Final = r"(?! (?:recht|rechtop|vooruit|voort|mee|overeind|in mijn (?:rolstoel|zetel))\b)"
_NEAR_NL: Final = r"(?:aan|naar|in|op|over|onder|tussen|bij)"
_HAS_NL: Final = r"(?:heeft|heefd|heft|heef|eeft|hee|ha|het|had|hebt)"
_DUTCH: Final = (
    rf"{_HE} {_HAS_NL} (?:me|mij|m n) (?:VERY )*{_DONE_NL}",
    rf"{_HAS_NL} NAME (?:me|mij) (?:VERY )*{_DONE_NL}",
    rf"{_HE} (?:me|mij) (?:VERY )*(?:{_HAS_NL} )?{_DONE_NL}",
    rf"{_DONE_NL} (?:geweest |geworden )?door WHO",
    rf"door WHO (?:VERY )*{_DONE_NL}",
    rf"{_HE} (?:VERY )*{_DOES_NL} (?:me|mij){_HELPS_NL}",
    rf"{_DOES_NL} NAME (?:me|mij)",
    rf"{_HE} (?:me|mij) (?:VERY )*{_DOES_NL}",
    rf"{_HE} (?:doet|deed) (?:me|mij) (?:VERY )*(?:veel )?pijn",
    rf"{_HE} (?:maakt|maakte) (?:me|mij) (?:VERY )*bang",
    rf"{_HE} (?:raakt|raakte|scheldt|schold|lacht|lachte|valt|viel|randt|randde) (?:me|mij) "
    r"(?:VERY )*(?:aan|uit|lastig)",
    rf"(?:{_HE} {_HAS_NL}|{_HAS_NL} NAME) (?:VERY )*{_NEAR_NL}"
    rf" (?:me|mij|{_MY} (?:\w+ )?{BODY}) (?:gezeten|gevoeld|gefoefeld)",
    rf"{_HE} (?:VERY )*(?:zit|zat) (?:VERY )*aan (?:me|mij)(?! te )",
    rf"{_HE} (?:VERY )*(?:zit|zat|komt|kwam|voelt|voelde|pakt|pakte|grijpt|greep|streelt|streelde"
    rf"|wrijft|wreef) (?:VERY )*(?:{_NEAR_NL} )?{_MY} {BODY}",
    rf"{_HE} (?:{_HAS_NL}|zit|zat|legt|legde) (?:VERY )*(?:met )?(?:zijn|haar|z n) "
    rf"(?:handen|hand|vingers|poten) {_NEAR_NL} (?:me|mij|{_MY} {BODY})",
    rf"{_HE} (?:wil|wou|wilde) (?:VERY )*(?:(?:met (?:me|mij) )?(?:slapen|vrijen|naar bed|seks|sex)"
    r"|(?:me|mij) (?:VERY )*(?:kussen|zoenen|aanraken|naakt|bloot|uitkleden|strelen|slaan))",
    rf"{_HE} (?:wil|wou|wilde|gaat|zal|dreigt|dreigde) (?:me|mij) (?:te )?(?:VERY )*"
    r"(?:vermoorden|doden|doodmaken|doodslaan|doodschieten|slaan|kapotmaken)",
    rf"{_HE} {_HAS_NL} (?:me|mij) (?:willen|proberen|geprobeerd) (?:te )?(?:kussen|zoenen"
    r"|aanraken|verkrachten|slaan)",
    rf"(?:{_HE} {_HAS_NL}|{_HAS_NL} NAME) (?:VERY )*(?:(?:bij |van )?(?:me|mij) )?(?:al )?{_MONEY}"
    r" (?:(?:bij|van) (?:me|mij) )?(?:gestolen|gepikt|gejat|afgepakt|ingepikt|afgetroggeld)",
    rf"{_HE} (?:VERY )*(?:steelt|stal|pikt|pikte) (?:(?:bij|van) (?:me|mij)|{_MONEY})(?! op\b)",
    rf"{_HE} (?:VERY )*(?:greep|grijpt|trekt|trok|wringt|wrong|pakt|pakte) (?:aan )?{_MY} {LIMB}",
    rf"{_HE} (?:pakt|pakte|greep|grijpt|nam|houdt|hield) (?:me|mij) (?:VERY )*(?:vast"
    r"|(?:bij|aan) (?:mijn|m n|de|het) (?:keel|haar|arm|nek|borst(?:en)?))",
    rf"{_HE} {_HAS_NL} (?:(?:aan )?(?:me|mij) )?(?:VERY )*(?:om )?ASKED (?:gevraagd|geeist|gewild)",
    rf"{_HE} {_HAS_NL} (?:(?:aan )?(?:me|mij) )?(?:VERY )*gevraagd (?:om|achter|voor|naar) ASKED",
    rf"{_HE} (?:VERY )*(?:respecteert|respecteerde) (?:me|mij) (?:VERY )*niet",
    rf"{_HE} (?:heeft|had|toont|toonde) (?:VERY )*geen (?:enkel )?respect",
)

_THING_FR: Final = rf"(?:le|la|les|l|des) (?!{LIMB}\b)\w+"
_DONE_FR: Final = (
    r"(?:insulte|menace|frappe|crie dessus|harcele|agresse|humilie|ment|menti|vole"
    r"|manque de respect|embrasse|viole|violente|abuse|touche|tripote|pelote|attaque|gifle"
    r"|etrangle|cogne|maltraite|rabaisse|arnaque|escroque|force|mordu|bouscule|secoue"
    r"|empoigne|saisi|jete|griffe|coince|plaque|ligote|enferme|pousse(?!e? a\b)"
    rf"|(?:serre|tire|attrape)(?!e? (?:la main|dans ses bras|vers|d|un|une|{_THING_FR})\b))[ers]?s?"
)
_HURT_FR: Final = (
    r"(?:fait (?:VERY )*peur|fait (?:VERY )*(?:du )?mal|fait des (?:avances|attouchements)"
    r"|tapee?(?: dessus)?(?! (?:un|une|le|la|les|des|ton|votre|mon|ma|mes|a)\b)"
    r"|battue?(?! (?:aux?|a)\b)|bat|mise? la main|donnee? (?:une (?:gifle|claque)"
    r"|un coup(?! de (?:main|fil|pouce))"
    r"|des coups))"
)
_PASSIVE_FR: Final = (
    r"(?:insulte|menace|frappe|harcele|agresse|humilie|vole|viole|abuse|tripote|attaque|gifle"
    r"|maltraite|battu|arnaque|escroque|blesse)e?"
)
_FRENCH: Final = (
    rf"{_HE} (?:me|m a|ma|m avait|m) (?:VERY )*(?:{_DONE_FR}|{_HURT_FR})",
    rf"{_PASSIVE_FR} par WHO",
    rf"{_HE} (?:me )?met mal a l aise",
    rf"{_HE} (?:a |avait )?(?:VERY )*(?:abuse|profite) de moi",
    rf"{_HE} (?:a |avait )?(?:VERY )*(?:vole|pique) (?:VERY )*(?:chez moi|{_MONEY})",
    rf"{_HE} (?:ne )?me respecte (?:VERY )*(?:pas|plus|jamais)",
    rf"{_HE} (?:n )?a (?:VERY )*(?:pas|aucun) (?:de )?respect",
    rf"{_HE} (?:a )?(?:VERY )*manque(?: \w+)? de respect",
    rf"{_HE} (?:veut|voulait|voudrait|a voulu|essaie de|a essaye de) (?:VERY )*(?:coucher avec moi"
    r"|faire l amour|du sexe|m embrasser|me toucher|me violer|me voir nue?|me deshabiller"
    r"|me frapper)",
    rf"{_HE} (?:VERY )*(?:veut|va|voulait|(?:m )?(?:a )?menace(?: de)?|a essaye de) (?:VERY )*"
    r"me (?:tuer|frapper|violer)",
    rf"{_HE} (?:m a |ma |me |a )?(?:VERY )*(?:touch|caress|palp|pelot)(?:e|ait|ee) (?:VERY )*"
    rf"(?:sur |entre |a |aux? )?(?:les|la|le|l|{_MY}) {BODY}",
    rf"{_HE} (?:m a |ma |me |a )?(?:VERY )*(?:mis|met|mettait|pose) (?:la|sa|ses|les) mains? "
    rf"(?:sur moi|(?:sur|sous|entre|dans|a|aux?) (?:les|la|le|{_MY}) {BODY})",
)

_DOES_EN: Final = (
    r"(?:(?:insult|threaten|scare|frighten|bull[iy]|harass|humiliat|kiss|mock|touch|assault|abus"
    r"|molest|grop|fondl|attack|slap|punch|kick|chok|strangl|stalk|blackmail|scam|cheat)\w*"
    r"|rape[sd]?|raping|hit|hits|hitting|hurt|hurts|hurting|bit|spat on|forced|forces"
    r"|disrespect(?:s|ed)?|(?:grab\w*|beat\w*)(?= me(?! (?:a|an|some|the|my|at|in|to|by)\b)))"
)
_HELPS_EN: Final = (
    r"(?! (?:up|along|around|outside|in my (?:wheelchair|chair)"
    r"|to (?:go|try|do|eat|walk|call|see|get|talk|come))\b)"
)
_PASSIVE_EN: Final = (
    r"(?:insulted|threatened|harassed|humiliated|assaulted|abused|molested|groped|attacked|slapped"
    r"|punched|kicked|choked|raped|hit|hurt|beaten|robbed|scammed|stalked)"
)
_HAS_EN: Final = r"(?:has |had |is |was |s |has been |keeps |kept |just )"
_ENGLISH: Final = (
    rf"{_HE} {_HAS_EN}?(?:VERY )*{_DOES_EN} (?:VERY )*me",
    rf"{_PASSIVE_EN} (?:VERY )*by WHO",
    rf"{_HE} {_HAS_EN}?(?:shout|yell|laugh|sw[eo]r|lie|cheat)\w* (?:at|to|on) me",
    rf"{_HE} (?:makes?|made) me (?:VERY )*(?:uncomfortable|afraid|scared)",
    rf"{_HE} {_HAS_EN}?(?:VERY )*(?:stole|stolen|steals?|stealing) (?:VERY )*(?:from me|{_MONEY})",
    rf"{_HE} {_HAS_EN}?(?:robs?|robbed|robbing) me",
    rf"{_HE} {_HAS_EN}?(?:VERY )*(?:grab|push|shov|pull|twist|squeez)\w* {_MY}"
    rf" (?:{BODY}|{LIMB})",
    rf"{_HE} {_HAS_EN}?(?:VERY )*(?:push|shov|shak|shook|pull|drag|throttl)\w* me{_HELPS_EN}",
    rf"{_HE} {_HAS_EN}?(?:VERY )*(?:touch|grab|grop|fondl|strok|squeez|rubb?)\w* {_MY} {BODY}",
    rf"{_HE} {_HAS_EN}?(?:VERY )*(?:put|puts|putting|laid) (?:his|her|a) (?:hands?|fingers) "
    rf"(?:on me|(?:on|up|under|in|between) {_MY} {BODY})",
    rf"{_HE} (?:wants?|wanted|ask(?:s|ed)|tri(?:es|ed)|keeps trying) (?:me )?(?:VERY )*(?:to )?"
    r"(?:sleep with me|kiss me|touch me|rape me|hit me|(?:have )?sex|see me naked|undress me)",
    rf"{_HE} (?:VERY )*(?:wants to|wanted to|will|is going to|s going to|threatens to"
    r"|threatened to|tried to|tries to) (?:kill|hit|hurt|rape) me",
    rf"{_HE} forced himself (?:on|upon) me",
    rf"{_HE} (?:doesn t|does not|didn t|did not|never) (?:VERY )*respect(?:s|ed)? me",
    rf"{_HE} (?:has|had|shows?) (?:VERY )*no respect",
)

# The same wherever the words stand: few others between, none of which denies it.
_HARD: Final = (
    r"(?:(?!niet\b|nie\b|nooit\b|geen\b|pas\b|jamais\b|not\b|never\b|thename\b)\w+ ){0,2}?"
)
_BLOW_NL: Final = (
    r"(?:klap(?:pen)?|klets(?:en)?|mep(?:pen)?|slag(?:en)?|stamp(?:en)?|schop(?:pen)?|pets)"
)
_BLOW_FR: Final = (
    r"(?:claques?|gifles?|baffes?|coups?(?! de (?:main|fil|pouce|telephone|balai|fer)))"
)
_BLOW_EN: Final = r"(?:slap|punch|kick|beating|smack)"
_FELT_NL: Final = r"(?:aangeraakt|vastgepakt|vastgegrepen|betast|gestreeld|geknepen|gekust)"
_ANYHOW: Final = (
    rf"NAME (?:raakte|raakt) {_HARD}{_MY} {BODY} aan",
    rf"(?:{_HE} {_HAS_NL}|{_HAS_NL} NAME) {_HARD}{_MY} {BODY} {_HARD}{_FELT_NL}",
    rf"(?:{_HE} (?:pakt|pakte|greep|grijpt|nam)|(?:pakt|pakte|greep|grijpt|nam) NAME)"
    rf" (?:(?:me|mij|m n) )?{_HARD}(?:(?:bij|aan|in) )?{_MY} (?:{BODY}|haar|keel|nek)",
    rf"(?:{_HE} (?:kneep|knijpt)|(?:kneep|knijpt) NAME)"
    rf" {_HARD}(?:in )?{_MY} (?:{BODY}|(?!hand){LIMB})",
    rf"(?:NAME (?:gaf|geeft)|(?:gaf|geeft) NAME) (?:me|mij) {_HARD}{_BLOW_NL}",
    rf"(?:NAME {_HAS_NL}|{_HAS_NL} NAME) (?:me|mij) {_HARD}{_BLOW_NL} {_HARD}gegeven",
    rf"(?:NAME {_HAS_NL}|{_HAS_NL} NAME) (?:me|mij) {_HARD}{_DONE_NL}",
    r"(?:NAME (?:lag|ligt|kroop)|(?:lag|ligt|kroop) NAME) (?:\w+ ){0,2}?(?:in|bij (?:me|mij) in)"
    r" (?:mijn|m n|het) bed",
    rf"NAME m a {_HARD}{_DONE_FR}",
    r"NAME m a prise? de force",
    rf"NAME m a {_HARD}(?:donne|mis|flanque|foutu) {_HARD}{_BLOW_FR}",
    rf"NAME (?:m a|me) {_HARD}(?:pince|pelote|caresse)e? (?:les?|la|l|{_MY}) {BODY}",
    rf"NAME s est {_HARD}(?:frottee? (?:a|contre|sur) moi|deshabillee? devant moi)",
    r"NAME (?:etait|s est couchee?|est venue?) (?:\w+ ){0,2}?dans mon lit",
    r"NAME a pris (?:ma (?:bague|montre|chaine)|mes bagues|mon (?:alliance|collier))",
    rf"NAME (?:slapped|slaps|hit|hits|kissed|kisses|bit|bites|licked|licks|punched|pinched)"
    rf" {_HARD}{_MY} (?:\w+ )?(?:{BODY}|{LIMB}|cheeks?|lips|mouth|head|ear|foot)",
    r"NAME (?:undressed|undresses) in front of me",
    r"NAME (?:rubbed|rubs) (?:himself |herself )?(?:against|on) me",
    rf"NAME gave me {_HARD}{_BLOW_EN}",
    r"NAME (?:was|got|lay|climbed) (?:in|into) my bed",
)

HARMS: Final = (*_DUTCH, *_FRENCH, *_ENGLISH, *_ANYHOW)

#: What 'he' did, or may do time and again; 'he hits me' may be now.
HE_DID: Final = re.compile(
    rf"(?:hij|zij|ze|il|elle|he|she) (?:(?:{_HAS_NL}|m a|ma|m avait|a|avait|has|had|just)\b"
    r"|(?:me|mij) \w+ heeft\b|(?:me|mij) heeft\b"
    r"|(?:sloeg|dwong|bedroog|bestal|stal|zat|greep|pakte|kwam|liet|hit|beat|stole|put|bit|laid)\b"
    r"|\w+(?:te|de|ed) |(?:\w+ )*(?:verkracht|misbruik|betast|aanrand|viol|abus|rap|molest|grop))"
)
