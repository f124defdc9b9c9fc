"""Absences as people tell them. Now is Monday 23 November 2026, 10:00 in Brussels.

One line: language | text | start/end, '?' behind it where the words leave a doubt.
"""

TOLD = """
nl | van 20 tot 27 december ben ik bij mijn dochter | 2026-12-20/2026-12-27
nl | ik ben weg van zondag 20 tot zondag 27 december | 2026-12-20/2026-12-27
nl | van 28 december tot 3 januari op reis | 2026-12-28/2027-01-03
nl | van 28 tot 3 januari op reis | 2026-12-28/2027-01-03
nl | van 20 tot en met 27 december | 2026-12-20/2026-12-28
nl | 20 t/m 27 december bij mijn zoon | 2026-12-20/2026-12-28
nl | van 20/12 tot 27/12 geen berichten | 2026-12-20/2026-12-27
nl | van vrijdag tot dinsdag weg | 2026-11-27/2026-12-01
nl | vanaf vrijdag op vakantie met mijn dochter tot volgende woensdag | 2026-11-27/2026-12-02
nl | vanaf vrijdag op vakantie. ik ben er niet tot woensdag 2 december | 2026-11-27/2026-12-02
nl | vrijdag VERTREKKEN we. tot woensdag 16 dec | 2026-11-27/2026-12-16?
nl | vanaf vrijdag twee weken op reis | 2026-11-27/2026-12-11
nl | een week vanaf dinsdag | 2026-11-24/2026-12-01
nl | dinsdag ga ik het ziekenhuis in voor mijn heup, ik blijf een week | 2026-11-24/2026-12-01?
nl | morgen moet ik naar het ziekenhuis voor drie dagen | 2026-11-24/2026-11-27?
nl | ik vertrek morgen en kom zondag terug | 2026-11-24/2026-11-29?
nl | vrijdag vertrek ik, dinsdag terug | 2026-11-27/2026-12-01?
nl | vanaf de 20ste ben ik bij mijn dochter | 2026-12-20/
nl | vanaf 20 december op vakantie | 2026-12-20/
nl | vanaf morgen geen berichten | 2026-11-24/
nl | morgen ben ik er niet | 2026-11-24/?
nl | overmorgen vertrek ik naar zee | 2026-11-25/?
nl | dit weekend ben ik bij mijn zoon | 2026-11-28/2026-11-30?
nl | zaterdag en zondag ben ik weg | 2026-11-28/2026-11-30?
nl | volgende week ben ik op reis | 2026-11-30/2026-12-07?
nl | tussen kerst en nieuwjaar ben ik weg | 2026-12-25/2027-01-01
nl | tussen kerst en nieuw ben ik weg | 2026-12-25/2027-01-01
nl | met kerst ben ik bij mijn dochter | 2026-12-25/2026-12-27?
nl | tijdens de feestdagen ben ik bij mijn dochter | 2026-12-24/2027-01-02?
nl | over twee weken ga ik op reis | 2026-12-07/?
nl | vrijdag over een week vertrek ik | 2026-12-04/?
nl | ik ga vrijdagavond weg tot zondagavond | 2026-11-27T19:00/2026-11-29T19:00?
nl | ik ben weg tot dinsdag | /2026-11-24
nl | ik lig in het ziekenhuis tot vrijdag | /2026-11-27
nl | twee weken geen berichten | /2026-12-07
nl | schrijf mij weer vanaf maandag | /2026-11-30
nl | vanaf maandag ben ik terug | /2026-11-30
nl | vrijdag, maar niet langer | /2026-11-27
nl | zeg maar vrijdag | /2026-11-27
nl | ik ben maandag terug | /2026-11-30
fr | je pars chez ma fille du 20 au 27 décembre | 2026-12-20/2026-12-27
fr | je suis absente du dimanche 20 au dimanche 27 décembre | 2026-12-20/2026-12-27
fr | du 28 décembre au 3 janvier je suis en voyage | 2026-12-28/2027-01-03
fr | du 28 au 3 janvier je suis en voyage | 2026-12-28/2027-01-03
fr | du 20 au 27 je suis chez ma fille | 2026-12-20/2026-12-27
fr | du 20 au 27 décembre inclus | 2026-12-20/2026-12-28
fr | je ne suis pas là de vendredi à mardi | 2026-11-27/2026-12-01
fr | absente du vendredi au mardi | 2026-11-27/2026-12-01
fr | à partir de vendredi je suis en vacances jusqu'à mercredi prochain | 2026-11-27/2026-12-02
fr | vendredi nous PARTONS. jusqu'au mercredi 16 décembre | 2026-11-27/2026-12-16?
fr | une semaine a partir de mardi | 2026-11-24/2026-12-01
fr | à partir de vendredi pour deux semaines | 2026-11-27/2026-12-11
fr | mardi je rentre a l hopital pour ma hanche je reste une semaine | 2026-11-24/2026-12-01?
fr | mardi je retourne à l'hôpital, j'y reste trois jours | 2026-11-24/2026-11-27?
fr | demain je pars pour quinze jours | 2026-11-24/2026-12-08?
fr | je pars vendredi et je reviens mardi | 2026-11-27/2026-12-01?
fr | à partir du 20 décembre je suis chez ma fille | 2026-12-20/
fr | dès le 20 je suis chez ma fille | 2026-12-20/
fr | plus de message à partir de demain | 2026-11-24/
fr | demain je ne suis pas là | 2026-11-24/?
fr | après-demain je pars à la mer | 2026-11-25/?
fr | ce week-end je suis chez mon fils | 2026-11-28/2026-11-30?
fr | samedi et dimanche je suis absente | 2026-11-28/2026-11-30?
fr | la semaine prochaine je suis en voyage | 2026-11-30/2026-12-07?
fr | entre Noël et Nouvel An je suis partie | 2026-12-25/2027-01-01
fr | pendant les fêtes je suis chez ma fille | 2026-12-24/2027-01-02?
fr | dans deux semaines je pars en voyage | 2026-12-07/?
fr | je suis absente jusqu'à mardi | /2026-11-24
fr | je suis à l'hôpital jusqu'à vendredi | /2026-11-27
fr | pas de message pendant quinze jours | /2026-12-07
fr | vous pouvez de nouveau écrire à partir de lundi | /2026-11-30
fr | je reviens lundi | /2026-11-30
fr | à jeudi Karim, sonnez d'abord à la porte de côté | /2026-11-26
fr | disons vendredi | /2026-11-27
en | I am at my daughter's from 20 to 27 December | 2026-12-20/2026-12-27
en | away from Sunday the 20th to Sunday the 27th of December | 2026-12-20/2026-12-27
en | from December 28 until January 3 I travel | 2026-12-28/2027-01-03
en | from the 20th to the 27th I am at my daughter's | 2026-12-20/2026-12-27
en | 20-27 December, no messages please | 2026-12-20/2026-12-27
en | from 20 through 27 December | 2026-12-20/2026-12-28
en | away from Friday to Tuesday | 2026-11-27/2026-12-01
en | on holiday from Friday until next Wednesday | 2026-11-27/2026-12-02
en | we LEAVE on Friday. until Wednesday 16 Dec | 2026-11-27/2026-12-16?
en | starting Friday for two weeks | 2026-11-27/2026-12-11
en | a week from Tuesday on | 2026-11-24/2026-12-01
en | Tuesday I go into hospital for my hip, I stay a week | 2026-11-24/2026-12-01?
en | Tuesday I go back into hospital for three days | 2026-11-24/2026-11-27?
en | tomorrow I leave for a fortnight | 2026-11-24/2026-12-08?
en | I leave on Friday and come back on Tuesday | 2026-11-27/2026-12-01?
en | from the 20th I am at my daughter's | 2026-12-20/
en | no messages from tomorrow | 2026-11-24/
en | starting December 20 I am on holiday | 2026-12-20/
en | tomorrow I am not here | 2026-11-24/?
en | the day after tomorrow I leave for the sea | 2026-11-25/?
en | this weekend I am at my son's | 2026-11-28/2026-11-30?
en | Saturday and Sunday I am away | 2026-11-28/2026-11-30?
en | next week I am travelling | 2026-11-30/2026-12-07?
en | between Christmas and New Year I am away | 2026-12-25/2027-01-01
en | over the holidays I am with my daughter | 2026-12-24/2027-01-02?
en | in two weeks I am going on a trip | 2026-12-07/?
en | I am away until Tuesday | /2026-11-24
en | I am in hospital until Friday | /2026-11-27
en | two weeks without messages | /2026-12-07
en | write again from Monday | /2026-11-30
en | I'm back on Monday | /2026-11-30
en | see you on Thursday Karim, ring first | /2026-11-26
en | let's say Friday | /2026-11-27
nl | over twee weken | /2026-12-07
nl | over een week ben ik terug | /2026-11-30
nl | ik kom dinsdag thuis | /2026-11-24
nl | ik was van donderdag tot zaterdag weg | 2026-11-26/2026-11-28?
fr | je reviens dans deux semaines | /2026-12-07
fr | je rentre chez moi mardi | /2026-11-24
en | in two weeks | /2026-12-07
en | I come home Tuesday | /2026-11-24
en | I was in hospital from Thursday to Saturday | 2026-11-26/2026-11-28?
nl | geen berichten tot maandag, en van 20 tot 27 december ook niet | 2026-12-20/2026-12-27?
en | no messages until Monday and from 20 to 27 December | 2026-12-20/2026-12-27?
"""

NO_TIME = """
nl | ik ben moe
nl | ik wil even niks
nl | vorige zondag was mijn dochter er
nl | sinds maandag lig ik in bed
nl | drie weken geleden was ik in het ziekenhuis
nl | elke dinsdag ga ik naar de kine
nl | ik ben 80 jaar
nl | tot maandag is te lang
nl | een week is te lang
nl | tot straks
nl | tot ik terug ben
nl | mijn man is een jaar dood
nl | ik wacht al twee weken
nl | van 9 tot 12 uur
nl | goeiemorgen
nl | deze morgen was ik er niet
fr | je suis fatiguée
fr | laissez-moi un peu tranquille
fr | lundi dernier j'étais à l'hôpital
fr | depuis mardi je suis au lit
fr | il y a trois semaines j'étais en vacances
fr | chaque mardi je vais chez le kiné
fr | j'ai 80 ans
fr | une semaine c'est trop long
fr | jusqu'à lundi c'est trop long
fr | jusqu'à mon retour
fr | j'attends depuis deux semaines
fr | de 9 à 12 heures
fr | bonjour
fr | à tantôt
fr | je reste ici
en | I am tired
en | leave me be a little
en | since Monday I am in bed
en | three weeks ago I was in hospital
en | every Tuesday I go to the physio
en | I am 80 years old
en | a week is too long
en | till Monday is too long
en | until I am back
en | I have been waiting since last Monday
en | from 9 to 12
en | good morning
en | see you later
en | one of my friends is ill
en | I stay here
"""
