"""The desk, the numbers and places, and the pictures."""

from __future__ import annotations

from types import MappingProxyType

TEXTS = MappingProxyType(
    {
        "studio/desk/title": "The desk",
        "studio/desk/lead": (
            "What waits for a person now. There are no names of residents here, and no words."
        ),
        "studio/desk/dangers": "Danger to life",
        "studio/desk/dangers-help": (
            "Alerts of the last seven days that are still open. The resident has not said yet "
            "that they are safe, and no volunteer has taken a talk with them. The button under "
            "the alert in Telegram shows who it is."
        ),
        "studio/desk/no-dangers": "No alert of danger is open.",
        "studio/desk/danger": "Alert {number}",
        "studio/desk/danger-since": "since {when}",
        "studio/desk/not-opened": "nobody has looked yet",
        "studio/desk/opened-by": "opened by {name}",
        "studio/desk/opened": "opened",
        "studio/desk/waiting": "Waiting for a volunteer",
        "studio/desk/none-waiting": "Nobody is waiting for a volunteer.",
        "studio/desk/held": "With a volunteer",
        "studio/desk/none-held": "No talk is going on.",
        "studio/desk/handoff": "Handoff {number}",
        "studio/desk/urgent": "urgent",
        "studio/desk/age": "opened {age} ago",
        "studio/desk/held-by": "with {name}, for {age}",
        "studio/desk/state-consented": "no phone rings yet",
        "studio/desk/state-open": "phones ring",
        "studio/desk/state-handed_on": "handed on, phones ring",
        "studio/desk/state-asking": "volunteer gone, resident asked first",
        "studio/desk/state-escalated": "nobody has it now",
        "studio/desk/state-claimed": "taken, no first word yet",
        "studio/desk/state-greeted": "greeted",
        "studio/desk/state-talking": "talking",
        "studio/desk/ring": "Ask everybody again",
        "studio/desk/ring-help": (
            "'Ask everybody again' alerts everybody who speaks the language and is there now."
        ),
        "studio/desk/hand-on": "Hand on",
        "studio/desk/hand-on-help": (
            "For when {name} cannot go on. Others are rung, if anybody is free. The resident and "
            "{name} read it."
        ),
        "studio/desk/hand-on-sure": "Yes, hand it on",
        "studio/desk/load": "Volunteers",
        "studio/desk/load-help": "How many talks each has, and how many they want at most.",
        "studio/desk/no-volunteers": "There are no volunteers yet. Under Team they are invited.",
        "studio/desk/of-most": "{held} of {most}",
        "studio/desk/load-free": "can be rung",
        "studio/desk/load-full": "has enough talks",
        "studio/desk/load-off": "alerts are off",
        "studio/desk/load-away": "away until {date}",
        "studio/desk/load-hours": "not in the hours now",
        "studio/desk/load-debrief": "looks back on a heavy talk first",
        "studio/desk/load-unreachable": "blocked the bot",
        "studio/desk/owed": "Please call",
        "studio/desk/owed-help": (
            "After a heavy talk. If there was danger in it, alerts may wait until somebody has "
            "called."
        ),
        "studio/desk/talked": "We have talked",
        "studio/desk/quiet": "Quiet",
        "studio/desk/quiet-help": "Numbers alone. Who it is, nobody learns here.",
        "studio/desk/greeted": "Residents who want greetings",
        "studio/desk/silent": "Of those, silent for a week or longer",
        "studio/desk/blocked": "Of those, blocked the bot",
        "studio/desk/look-after": "To look after",
        "studio/desk/lines-one": "{count} helpline to dial",
        "studio/desk/lines-other": "{count} helplines to dial",
        "studio/desk/places-one": "{count} place to go by",
        "studio/desk/places-other": "{count} places to go by",
        "studio/desk/unread-one": "{count} message that was not understood",
        "studio/desk/unread-other": "{count} messages that were not understood",
        "studio/desk/aside-one": "{count} message that could not be handled",
        "studio/desk/aside-other": "{count} messages that could not be handled",
        "studio/desk/all-well": "Nothing. All is looked after.",
        "studio/desk/figures": "Pictures of the weeks",
        "studio/done/rung": "Phones ring again.",
        "studio/done/nobody-to-ring": "Nobody can be rung now. It is tried again by itself.",
        "studio/done/taken-meanwhile": "Somebody took it meanwhile.",
        "studio/done/handed-on": "Handed on. Others are rung now.",
        "studio/done/handed-on-nobody": (
            "Handed on. But nobody is free now, so no phone rings. Look for somebody."
        ),
        "studio/done/gone-on": "It went on meanwhile. Nothing was changed.",
        "studio/done/talked": "Thank you. Alerts come there again.",
        "studio/done/called": "Thank you. It is noted that you talked.",
        "studio/done/done-already": "That was done already.",
        "studio/dir/title": "Numbers and places",
        "studio/dir/lead": "Residents in need read these. So somebody looks now and then.",
        "studio/dir/lines": "Helplines",
        "studio/dir/no-own": (
            "This deployment has no list of its own yet. With one, numbers can be changed and "
            "marked as dialled. A new version of the bot leaves it alone."
        ),
        "studio/dir/make-own": "Make a list of our own",
        "studio/dir/never": "nobody dialled it yet",
        "studio/dir/verified": "dialled on {date}",
        "studio/dir/review": "to be checked by {date}",
        "studio/dir/due": "to be checked now",
        "studio/dir/always": "day and night",
        "studio/dir/hours": "at set hours",
        "studio/dir/hours-unknown": "hours not known",
        "studio/dir/dialled": "Dialled today, it is right",
        "studio/dir/dialled-name": "{name}: dialled today, it is right",
        "studio/dir/gaps": "What no line is known for",
        "studio/dir/gap-none": "{need}, {language}: no line",
        "studio/dir/gap-night": "{need}, {language}: none that is surely open at night",
        "studio/dir/need-suicide": "thoughts of suicide",
        "studio/dir/need-violence": "violence",
        "studio/dir/need-listening": "somebody who listens",
        "studio/dir/need-emergency": "emergencies",
        "studio/dir/need-poison": "poisoning",
        "studio/dir/need-police": "police",
        "studio/dir/need-elder_abuse": "abuse of older people",
        "studio/dir/need-social": "social help",
        "studio/dir/need-youth": "young people",
        "studio/dir/places": "Places",
        "studio/dir/places-help": (
            "A place that nobody looked at for 90 days is told to nobody any more."
        ),
        "studio/dir/places-none": "There are only made-up places. They are told to nobody.",
        "studio/dir/places-demo": (
            "There are only made-up places. In this demonstration residents do read them."
        ),
        "studio/dir/places-well": "All places were looked at not long ago.",
        "studio/dir/checked": "last looked at on {date}",
        "studio/dir/stale": "told to nobody now",
        "studio/dir/looked": "Still as it is written",
        "studio/dir/looked-name": "{name}: still as it is written",
        "studio/dir/publish": "It counts for residents from the next publishing on.",
        "studio/dir/trouble-changed": (
            "The list was changed meanwhile. Nothing was written. Here is how it stands now."
        ),
        "studio/dir/trouble-unreadable": (
            "The file is written in a way that the studio does not know. It was left alone."
        ),
        "studio/dir/trouble-no-own-list": "First make a list of our own.",
        "studio/done/own-list": "This deployment has a list of its own now.",
        "studio/done/dialled": "Written down: dialled today.",
        "studio/done/looked": "Written down. Publish, and it counts for residents.",
        "studio/fig/title": "Pictures of the weeks",
        "studio/fig/lead": (
            "Counts and waits, of all together. A day or week with fewer than {fewest} residents "
            "shows a dot and no figure."
        ),
        "studio/fig/received": "Messages from residents",
        "studio/fig/sent": "Messages to residents",
        "studio/fig/claim": "From the yes of a resident until a volunteer takes it",
        "studio/fig/greeting": "From the yes of a resident until the first word of a volunteer",
        "studio/fig/days": "The last {days} days",
        "studio/fig/weeks": "The middle of each week: half waited less, half waited longer",
        "studio/fig/whole": "In {weeks} weeks, the middle wait was {wait}.",
        "studio/fig/too-few": (
            "In no day or week were there {fewest} residents or more. So nothing is shown."
        ),
        "studio/fig/table": "As a table",
        "studio/fig/when": "From",
        "studio/fig/count": "Number",
        "studio/fig/wait": "Wait",
    }
)
