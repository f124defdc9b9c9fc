"""What people write and what is meant by it. Now is Monday 23 November 2026, 10:00 in Brussels.

One line: language | expression | value; 'None' where nothing can be read.
"""

HOURS = """
nl | half tien | 09:30
nl | om half tien | 09:30
nl | halftien graag | 09:30
nl | half 10 | 09:30
nl | kwart voor acht | 07:45, 19:45
nl | kwart na acht | 08:15, 20:15
nl | kwart over negen | 09:15
nl | kwart voor 8 's avonds | 19:45
nl | tien voor half negen | 08:20, 20:20
nl | vijf na half drie | 14:35
nl | vijf voor negen | 08:55, 20:55
nl | half een | 12:30
nl | negen uur | 09:00
nl | negen uur 's avonds | 21:00
nl | 's avonds om negen uur | 21:00
nl | 's morgens om 8 uur | 08:00
nl | acht uur 's morgens | 08:00
nl | om 3 uur | 15:00
nl | 3 uur 's nachts | 03:00
nl | twee uur in de namiddag | 14:00
nl | om 6 uur | 06:00, 18:00
nl | 9 | 09:00
nl | 9u | 09:00
nl | 9u30 | 09:30
nl | 9.30 uur | 09:30
nl | 19u15 | 19:15
nl | 19h30 | 19:30
nl | 09:00 | 09:00
nl | 3u30 | 15:30
nl | een uur of tien | 10:00
nl | rond een uur of negen | 09:00
nl | om een uur | 13:00
nl | om één uur 's middags | 13:00
nl | liefst rond negen | 09:00
nl | negentien uur | 19:00
nl | in de voormiddag | 10:00
nl | voormidag | 10:00
nl | in de namiddag | 14:00
nl | tegen de noen | 12:00
nl | 's middags | 12:00
nl | 's avonds | 19:00
nl | vroeg in de morgen | 08:00
nl | na de middag | 14:00
nl | niet om 9 uur maar om 11 uur | 11:00
nl | 9 of 10 uur | 09:00, 10:00
nl | middernacht | None
nl | dat weet ik niet | None
nl | om 25 uur | None
fr | 19h30 | 19:30
fr | 9 h 30 | 09:30
fr | 9h | 09:00
fr | à neuf heures | 09:00
fr | neuf heures et demie | 09:30
fr | à dix heures moins le quart | 09:45
fr | dix heures moins quart | 09:45
fr | dix heures moins dix | 09:50
fr | neuf heures vingt | 09:20
fr | dix-neuf heures | 19:00
fr | vingt heures trente | 20:30
fr | vers midi | 12:00
fr | midi et demi | 12:30
fr | huit heures du soir | 20:00
fr | le soir vers 8h | 20:00
fr | 8 heures du matin | 08:00
fr | à huit heures | 08:00, 20:00
fr | trois heures | 15:00
fr | tantôt | 14:00
fr | le matin | 09:00
fr | l'avant-midi | 10:00
fr | en fin de matinée | 11:00
fr | l'après-midi | 14:00
fr | apres midi | 14:00
fr | en fin d'après-midi | 17:00
fr | le soir | 19:00
fr | en début de soirée | 18:00
fr | pas à 9h mais à 11h | 11:00
fr | je ne sais pas | None
en | half nine | 09:30, 08:30
en | half past nine | 09:30
en | half ten in the evening | 22:30, 21:30
en | half past seven | 07:30, 19:30
en | quarter to nine | 08:45, 20:45
en | a quarter past ten | 10:15
en | ten to ten | 09:50
en | twenty past two | 14:20
en | nine o'clock | 09:00
en | 9 oclock | 09:00
en | around 10 | 10:00
en | nine thirty | 09:30
en | ten forty-five | 10:45
en | 7 pm | 19:00
en | 7:15pm | 19:15
en | 8 a.m. | 08:00
en | 12 pm | 12:00
en | eight in the morning | 08:00
en | at 8 in the evening | 20:00
en | nineish | 09:00
en | noon | 12:00
en | morning | 09:00
en | mornig | 09:00
en | in the afternoon | 14:00
en | late morning | 11:00
en | after lunch | 14:00
en | evening please | 19:00
en | whenever | None
nl | ne keer of negen | 09:00
nl | een keer of negen | 09:00
nl | een uurke of tien | 10:00
nl | tegen de negenen | 09:00
nl | tegen den negenen | 09:00
nl | rond de tienen | 10:00
nl | rond half tien | 09:30
nl | zo rond halftiene | 09:30
nl | tegen halver tien | 09:30
nl | om en bij de negen | 09:00
nl | omtrent negen uur | 09:00
nl | ten negenen | 09:00
nl | tegen achte | 08:00, 20:00
nl | na tienen | 10:00
nl | voor tienen | 09:45
nl | voor tien uur | 09:45
nl | niet voor tienen | 10:00
nl | niet vroeger dan 10 uur | 10:00
nl | niet na tien uur | None
nl | een beetje na negen | 09:15
nl | iets na half tien | 09:45
nl | juist na negen uur | 09:15
nl | net voor tien | 09:45
nl | een beetje voor twaalf | 11:45
nl | kwart over negenen | 09:15
nl | vijf over half tien | 09:35
nl | negen uur en half | 09:30
nl | tussen negen en half tien | 09:00, 09:30
nl | tussen 9 en 10 | 09:00
nl | zo'n negen uur | 09:00
nl | zet maar negen | 09:00
nl | negen is goed | 09:00
nl | 9 30 | 09:30
nl | 0930 | 09:30
nl | 1030 | None
nl | 1000 Brussel | None
nl | na den noen | 14:00
nl | achter de middag | 14:00
nl | voor den noen | 10:00
nl | 's noens | 12:00
nl | 's achternoens | 14:00
nl | zondagvoormiddag | 10:00
nl | dinsdagavond | 19:00
nl | maandagmorgen | 09:00
nl | in de vroegte | 08:00
nl | als ik opsta | 08:00
nl | na het avondeten | 19:00
nl | voor het avondeten | 18:00
nl | voor ik ga slapen | 21:00
nl | bij het vieruurtje | 16:00
nl | na het eten | None
nl | na 't nieuws | None
nl | bij de koffie | None
nl | straks | None
nl | wat voor een dag | None
nl | iets voor een vriendin | None
fr | vers les neuf heures | 09:00
fr | sur le coup de dix heures | 10:00
fr | aux alentours de neuf heures | 09:00
fr | autour de 9h | 09:00
fr | disons neuf | 09:00
fr | mettez dix | 10:00
fr | un peu après neuf heures | 09:15
fr | un petit peu avant dix heures | 09:45
fr | juste après 9h | 09:15
fr | avant dix heures | 09:45
fr | pas avant dix heures | 10:00
fr | pas après dix heures | None
fr | entre neuf et dix heures | 09:00, 10:00
fr | sur le temps de midi | 12:00
fr | à l'heure du dîner | 12:00
fr | après dîner | 14:00
fr | après le souper | 19:00
fr | à l'heure du souper | 18:00
fr | au goûter | 16:00
fr | milieu de matinée | 10:00
fr | de grand matin | 08:00
fr | au saut du lit | 08:00
fr | le soir tard | 21:00
fr | avant d'aller dormir | 21:00
fr | tout à l'heure | None
fr | après le journal | None
en | nine-ish | 09:00
en | half nineish | 09:30, 08:30
en | a bit after nine | 09:15
en | a little before ten | 09:45
en | just gone nine | 09:15
en | shortly before ten | 09:45
en | before ten o'clock | 09:45
en | not before nine | 09:00
en | no earlier than ten | 10:00
en | any time after nine | 09:00
en | nine or so | 09:00
en | round about ten | 10:00
en | towards ten | 10:00
en | getting on for ten | 10:00
en | let's say nine | 09:00
en | nine would be lovely | 09:00
en | nine suits me fine | 09:00
en | nine'd be grand | 09:00
en | between nine and ten | 09:00
en | 9 30 | 09:30
en | 0900 | 09:00
en | elevenses | 11:00
en | after supper | 19:00
en | before bed | 21:00
en | of a morning | 09:00
en | first thing | 08:00
en | not after ten o'clock | None
en | after dinner | None
en | after tea | None
en | half past | None
"""

DAYS = """
nl | dinsdag en vrijdag | tu,fr
nl | vrijdag, woensdag en maandag | mo,we,fr
nl | van maandag tot donderdag | mo,tu,we,th
nl | van maandag tot en met woensdag | mo,tu,we
nl | vrijdag t/m zondag | fr,sa,su
nl | zaterdag tot maandag | mo,sa,su
nl | elke dag | mo,tu,we,th,fr,sa,su
nl | iedere dag | mo,tu,we,th,fr,sa,su
nl | heel de week | mo,tu,we,th,fr,sa,su
nl | op weekdagen | mo,tu,we,th,fr
nl | in de week | mo,tu,we,th,fr
nl | in het weekend | sa,su
nl | behalve zondag | mo,tu,we,th,fr,sa
nl | elke dag behalve woensdag | mo,tu,th,fr,sa,su
nl | niet in het weekend | mo,tu,we,th,fr
nl | niet op maandag maar op dinsdag | tu
nl | zondag of zo | su
nl | zondags | su
nl | op woensdga | we
nl | dondrdag | th
nl | twee keer per week | tu,fr
nl | twee keer week | tu,fr
fr | deux fois semaine | tu,fr
en | two time week | tu,fr
en | 3 times week | mo,we,fr
nl | 3 x per week | mo,we,fr
nl | om de andere dag | mo,we,fr
nl | om de drie dagen | tu,fr
nl | één keer per week | we
nl | ma, wo en vr | mo,we,fr
nl | ma-vr | mo,tu,we,th,fr
nl | di do | tu,th
nl | zo | su
nl | zo maar wat | None
nl | weet ik niet | None
fr | le mardi et le jeudi | tu,th
fr | du lundi au jeudi | mo,tu,we,th
fr | de lundi à mercredi | mo,tu,we
fr | tous les jours | mo,tu,we,th,fr,sa,su
fr | tous les jours sauf le dimanche | mo,tu,we,th,fr,sa
fr | pas le week-end | mo,tu,we,th,fr
fr | le week-end | sa,su
fr | en semaine | mo,tu,we,th,fr
fr | un jour sur deux | mo,we,fr
fr | deux fois par semaine | tu,fr
fr | les lundis | mo
fr | vendrdi | fr
fr | lu, me, ve | mo,we,fr
en | on Mondays | mo
en | Tuesday and Friday | tu,fr
en | Monday to Thursday | mo,tu,we,th
en | weekdays | mo,tu,we,th,fr
en | at the weekend | sa,su
en | all week | mo,tu,we,th,fr,sa,su
en | every day except Sunday | mo,tu,we,th,fr,sa
en | every day but not on Monday | tu,we,th,fr,sa,su
en | never on Sunday | mo,tu,we,th,fr,sa
en | every other day | mo,we,fr
en | twice a week | tu,fr
en | once a week | we
en | wendesday | we
en | Mon/Wed/Fri | mo,we,fr
nl | den dinsdag en den vrijdag | tu,fr
nl | alle dagen behalve de zondag | mo,tu,we,th,fr,sa
nl | iederen dag | mo,tu,we,th,fr,sa,su
nl | zondag niet | mo,tu,we,th,fr,sa
nl | zaterdag en zondag niet | mo,tu,we,th,fr
nl | nie op zondag | mo,tu,we,th,fr,sa
nl | 't weekend niet | mo,tu,we,th,fr
nl | maandag wel, dinsdag niet | mo
nl | niet op zaterdag noch op zondag | mo,tu,we,th,fr
nl | zondagochtend | su
nl | maandagavond en donderdagavond | mo,th
nl | twee keren in de week | tu,fr
nl | drie dagen in de week | mo,we,fr
nl | ne keer in de week | we
nl | om den anderen dag | mo,we,fr
nl | midweek | we
nl | door 'n week | mo,tu,we,th,fr
fr | le dimanche, non | mo,tu,we,th,fr,sa
fr | ni le samedi ni le dimanche | mo,tu,we,th,fr
fr | un jour sur trois | tu,fr
fr | deux fois la semaine | tu,fr
fr | le w-e | sa,su
fr | milieu de semaine | we
fr | n'importe quel jour sauf dimanche | mo,tu,we,th,fr,sa
en | Sunday not please | mo,tu,we,th,fr,sa
en | neither Saturday nor Sunday | mo,tu,we,th,fr
en | every day bar Sunday | mo,tu,we,th,fr,sa
en | every third day | tu,fr
en | midweek | we
en | of a Sunday | su
en | most days | None
"""

FREQUENCIES = """
nl | elke dag | 7
nl | twee keer per week | 2
nl | twee keer week | 2
fr | deux fois semaine | 2
en | two time week | 2
nl | 2x in de week | 2
nl | om de drie dagen | 2
nl | om de andere dag | 3
nl | wekelijks | 1
nl | om de twee weken | 0.5
nl | een keer per maand | 0.25
nl | minder vaak | less
nl | wat minder | less
nl | niet zo dikwijls | less
nl | vaker | more
nl | maandag en donderdag | 2
nl | behalve zondag | 6
nl | geen idee | None
fr | une fois par semaine | 1
fr | trois fois par semaine | 3
fr | un jour sur deux | 3
fr | tous les jours | 7
fr | tous les trois jours | 2
fr | tous les quinze jours | 0.5
fr | moins souvent | less
fr | trop souvent | less
fr | plus souvent | more
en | every other day | 3
en | once a week | 1
en | twice a week | 2
en | three times a week | 3
en | every two weeks | 0.5
en | fortnightly | 0.5
en | once a month | 0.25
en | less often | less
en | more often | more
"""

UNTILS = """
nl | een week | 2026-11-30
nl | een weekje | 2026-11-30
nl | week | 2026-11-30
nl | twee weken | 2026-12-07
nl | veertien dagen | 2026-12-07
nl | acht dagen | 2026-11-30
nl | een paar dagen | 2026-11-26
nl | een maand | 2026-12-23
nl | anderhalve week | 2026-12-03
nl | een half jaar | 2027-05-23
nl | tot maandag | 2026-11-30
nl | tot vrijdag | 2026-11-27
nl | tot volgende vrijdag | 2026-12-04
nl | tot volgende week | 2026-11-30
nl | tot morgen | 2026-11-24
nl | overmorgen | 2026-11-25
nl | tot januari | 2027-01-01
nl | tot eind januari | 2027-01-31
nl | tot 3 maart | 2027-03-03
nl | tot 24/12 | 2026-12-24
nl | tot de 15e | 2026-12-15
nl | tot na de feestdagen | 2027-01-02
nl | tot na Nieuwjaar | 2027-01-02
nl | tot Pasen | 2027-03-28
nl | tot na de kerstvakantie | 2027-01-04
nl | tot na het weekend | 2026-11-30
nl | tot het einde van de maand | 2026-11-30
nl | vandaag niet | 2026-11-24
nl | tot ik terug ben | None
nl | niet tot maandag maar tot woensdag | 2026-11-25
nl | tot maandag is te lang | None
nl | een week is te lang | None
nl | een week is te lang, tot woensdag is genoeg | 2026-11-25
nl | geen week, drie dagen | 2026-11-26
nl | liefst een week, niet langer | 2026-11-30
nl | drie uur | None
nl | voor altijd | None
nl | tot 31/02 | None
nl | 99999 jaar | None
fr | une semaine | 2026-11-30
fr | huit jours | 2026-11-30
fr | quinze jours | 2026-12-07
fr | une quinzaine | 2026-12-07
fr | quelques jours | 2026-11-26
fr | un mois | 2026-12-23
fr | jusqu'au 3 mars | 2027-03-03
fr | jusqu’au 1er janvier | 2027-01-01
fr | jusqu'à lundi | 2026-11-30
fr | jusqu'en mars | 2027-03-01
fr | jusque fin janvier | 2027-01-31
fr | jusqu'après Noël | 2026-12-27
fr | jusqu'après les fêtes | 2027-01-02
fr | vendredi prochain | 2026-11-27
fr | la semaine prochaine | 2026-11-30
fr | le mois prochain | 2026-12-01
fr | jusqu'à demain | 2026-11-24
fr | jusqu'à mon retour | None
fr | pas jusqu'à lundi mais jusqu'à mercredi | 2026-11-25
fr | une semaine c'est trop long | None
fr | pas une semaine, trois jours | 2026-11-26
fr | non, une semaine | 2026-11-30
en | a week | 2026-11-30
en | a fortnight | 2026-12-07
en | a couple of days | 2026-11-25
en | a few weeks | 2026-12-14
en | two months | 2027-01-23
en | until March | 2027-03-01
en | until after Christmas | 2026-12-27
en | until the 3rd of March | 2027-03-03
en | till Monday | 2026-11-30
en | until next Friday | 2026-12-04
en | until after the weekend | 2026-11-30
en | until next week | 2026-11-30
en | until the end of January | 2027-01-31
en | until tomorrow | 2026-11-24
en | March 3rd 2027 | 2027-03-03
en | until the new year | 2027-01-01
en | until spring | 2027-03-21
en | until I am back | None
en | not till Monday but till Wednesday | 2026-11-25
en | a week is too long | None
en | not a week, three days | 2026-11-26
en | no, a week | 2026-11-30
"""

LANGUAGES = """
nl | vlaams | nl
nl | in het Frans | fr
nl | liever Engels | en
nl | fr | fr
nl | geen Frans, Nederlands | nl
nl | Frans of Engels | None
nl | ik ben moe en ziek | None
nl | ik spreek een beetje Frans | None
nl | ik leer Nederlands maar mijn Frans is beter | fr
nl | Frans versta ik niet | None
fr | anglais | en
fr | je ne comprends pas bien le néerlandais | None
fr | le néerlandais je comprends pas, plutôt anglais | en
fr | un peu de français | None
fr | en néerlandais s'il vous plaît | nl
fr | flamand | nl
fr | en français | fr
en | English please | en
en | Dutch | nl
en | I do not speak Dutch | None
en | Spanish | None
"""

# A part of the day, or an hour, is kept to; a morning is the begin of the day, a night its end.
UNTIL_HOURS = """
nl | tot vrijdag 4 december | 2026-12-04
en | until Friday the 4th at 6pm | 2026-12-04T18:00
fr | jusqu'au vendredi 4 décembre | 2026-12-04
nl | tot morgenavond | 2026-11-24T19:00
nl | tot morgen avond | 2026-11-24T19:00
nl | tot overmorgenavond | 2026-11-25T19:00
nl | tot vrijdagnamiddag | 2026-11-27T14:00
nl | tot vrijdagmiddag | 2026-11-27T12:00
nl | tot vrijdag in de namiddag | 2026-11-27T14:00
nl | tot vrijdagvoormiddag | 2026-11-27
nl | tot vrijdagochtend om 10 uur | 2026-11-27T10:00
nl | tot vrijdagavond 8 uur | 2026-11-27T20:00
nl | tot morgen 's avonds | 2026-11-24T19:00
nl | tot morgennacht | 2026-11-25
nl | tot vrijdagnacht 3 uur | 2026-11-28
nl | tot vrijdag 24u | 2026-11-28
nl | tot vrijdag 18u | 2026-11-27T18:00
nl | tot vrijdag om 18u30 | 2026-11-27T18:30
nl | tot vrijdag half zeven 's avonds | 2026-11-27T18:30
nl | tot 18u vrijdag | 2026-11-27T18:00
nl | tot vanavond | 2026-11-23T19:00
nl | tot vanavond 8 uur | 2026-11-23T20:00
nl | tot vanmiddag | 2026-11-23T12:00
nl | tot deze namiddag | 2026-11-23T14:00
nl | tot 18u | 2026-11-23T18:00
nl | tot 8 uur | 2026-11-23T20:00
nl | tot 9u | 2026-11-24T09:00
nl | van 9u tot 12u | None
nl | van 9 tot 12 uur | None
nl | vanavond niet | 2026-11-24
nl | tot 4 december 18u | 2026-12-04T18:00
nl | tot en met vrijdagavond | 2026-11-28
nl | tot na vrijdagavond | 2026-11-28
nl | tot volgende week vrijdag 18u | 2026-12-04T18:00
nl | tot vrijdag, ik eet om 18u | 2026-11-27
nl | niet voor vrijdagavond | 2026-11-27T19:00
nl | zwijg tot morgenavond aub | 2026-11-24T19:00
nl | vrijdagavond | 2026-11-27T19:00
nl | tot kerstmis 's avonds | 2026-12-25T19:00
fr | jusqu'à demain soir | 2026-11-24T19:00
fr | jusqu'à demain après-midi | 2026-11-24T14:00
fr | jusqu'à demain midi | 2026-11-24T12:00
fr | jusqu'à demain matin | 2026-11-24
fr | jusqu'à vendredi 18h | 2026-11-27T18:00
fr | jusqu'à vendredi à 18h30 | 2026-11-27T18:30
fr | jusqu'à vendredi soir vers 20h | 2026-11-27T20:00
fr | jusqu'à 18h demain | 2026-11-24T18:00
fr | jusqu'au soir du 4 décembre | 2026-12-04T19:00
fr | jusqu'à ce soir | 2026-11-23T19:00
fr | jusqu'à cet après-midi | 2026-11-23T14:00
fr | jusqu'à 18h | 2026-11-23T18:00
fr | jusqu'au 4 décembre à 18h | 2026-12-04T18:00
fr | pas avant vendredi soir | 2026-11-27T19:00
fr | jusqu'à après-demain soir | 2026-11-25T19:00
fr | jusqu'à vendredi prochain à midi | 2026-11-27T12:00
fr | jusqu'à demain minuit | 2026-11-25
fr | jusqu'à vendredi dans la soirée | 2026-11-27T19:00
fr | pas ce soir | 2026-11-24
fr | jusqu'à vendredi en fin d'après-midi | 2026-11-27T17:00
en | until tomorrow evening | 2026-11-24T19:00
en | until tomorrow afternoon | 2026-11-24T14:00
en | until tomorrow noon | 2026-11-24T12:00
en | until tomorrow night | 2026-11-25
en | until tomorrow morning | 2026-11-24
en | until Friday at 6pm | 2026-11-27T18:00
en | until 6pm tomorrow | 2026-11-24T18:00
en | until 6pm on Friday | 2026-11-27T18:00
en | until Friday at noon | 2026-11-27T12:00
en | until this evening | 2026-11-23T19:00
en | until tonight | 2026-11-23T19:00
en | until 6pm | 2026-11-23T18:00
en | until the day after tomorrow in the evening | 2026-11-25T19:00
en | until Friday evening at 8 | 2026-11-27T20:00
en | until December 4 at 6pm | 2026-12-04T18:00
en | until the evening of Friday | 2026-11-27T19:00
en | not tonight | 2026-11-24
en | until Friday, from 9 to 5 I work | 2026-11-27
en | from Friday 6pm | 2026-11-27T18:00
en | until tomorrow lunch time | 2026-11-24T12:00
en | until next Friday at half past six in the evening | 2026-12-04T18:30
en | until the afternoon | 2026-11-23T14:00
"""
