"""The team: duty, invitations."""

from __future__ import annotations

from types import MappingProxyType

TEXTS = MappingProxyType(
    {
        "studio/team/title": "Team",
        "studio/team/week": "This week",
        "studio/team/week-help": (
            "By the hours that volunteers set themselves, in Telegram. Nobody can set them here."
        ),
        "studio/team/today": "today",
        "studio/team/any-hour": "any hour by day",
        "studio/team/span": "{start} to {end}",
        "studio/team/away": "{name} has a day off",
        "studio/team/nobody": "Nobody is there.",
        "studio/team/lacking": "Nobody for: {languages}",
        "studio/team/people": "Who is in",
        "studio/team/since": "since {date}",
        "studio/team/look-after": "Look after {name}",
        "studio/team/cap": "Holds {most} talks at once at most.",
        "studio/team/less": "One less",
        "studio/team/more": "One more",
        "studio/team/rest-help": (
            "Ill, or away without a word: others are looked for, to go on with the talks."
        ),
        "studio/team/rest": "Ill for now",
        "studio/team/leave-help": (
            "I am sure: {name} leaves for good. Access ends, and open talks are handed on."
        ),
        "studio/team/leave": "{name} leaves",
        "studio/team/trouble-sure": "First say that it is sure.",
        "studio/done/cap": "Changed.",
        "studio/done/cap-fewest": "Not changed: fewer than one talk cannot be.",
        "studio/done/cap-most": "Not changed: more talks at once cannot be.",
        "studio/done/rests": (
            "Alerts are off there. For an open talk others are rung, or the resident is asked "
            "first."
        ),
        "studio/done/rests-nobody": (
            "Alerts are off there. But nobody is free now to go on with a talk, so no phone rings. "
            "See the desk, and look for somebody."
        ),
        "studio/done/left": "Access has ended. Residents are asked whether somebody else may come.",
        "studio/done/left-nobody": (
            "Access has ended. But nobody is free now to go on with a talk, so no phone rings. "
            "See the desk, and look for somebody."
        ),
        "studio/done/left-before": "That person had left before.",
        "studio/team/invite": "Invite somebody",
        "studio/team/role": "As",
        "studio/team/role-volunteer": "volunteer: talks with residents",
        "studio/team/role-coordinator": "coordinator: sees everything here",
        "studio/team/role-editor": "editor: writes drafts, hears of no resident",
        "studio/team/role-reviewer": "reviewer: reads and approves texts",
        "studio/team/role-resident": "residents, from a poster: works many times",
        "studio/team/languages": "Languages",
        "studio/team/name": "Name",
        "studio/team/name-help": "Residents read the name of a volunteer. Not for a poster.",
        "studio/team/place": "Neighbourhood",
        "studio/team/place-help": "Where a volunteer is at home, or where the poster hangs.",
        "studio/team/make": "Make the link",
        "studio/team/trouble-role": "Choose a role.",
        "studio/team/trouble-language": "Choose one language or more.",
        "studio/team/trouble-one-language": "A poster speaks one language. Choose one.",
        "studio/team/trouble-name": "Write a name: others read who it is.",
        "studio/team/link-title": "The link is made",
        "studio/team/link-once": (
            "Copy it now. It is shown this once, and nobody can look it up later."
        ),
        "studio/team/link-for": "Give it to {name} alone. It works once, within {days} days.",
        "studio/team/link-poster": (
            "Put it on the poster, best as a square code. It works for everybody who opens it, "
            "until it is withdrawn."
        ),
        "studio/team/link": "Link",
        "studio/team/waiting": "Invitations that wait",
        "studio/team/none-waiting": "No invitation waits.",
        "studio/team/ends": "ends on {date}",
        "studio/team/never-ends": "poster, works until it is withdrawn",
        "studio/team/no-name": "without a name",
        "studio/team/withdraw": "Withdraw",
        "studio/team/withdraw-name": "Withdraw the invitation of {name}",
        "studio/done/withdrawn": "Withdrawn. The link no longer works.",
        "studio/done/used-meanwhile": "It was used meanwhile, or withdrawn before.",
    }
)
