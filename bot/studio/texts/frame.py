"""What stands around every page."""

from __future__ import annotations

from types import MappingProxyType

TEXTS = MappingProxyType(
    {
        "studio/frame/name": "The studio of {organisation}",
        "studio/frame/skip": "To the content",
        "studio/frame/nav": "Pages of the studio",
        "studio/frame/nav-dialogues": "Dialogues",
        "studio/frame/nav-publish": "Publishing",
        "studio/frame/nav-desk": "The desk",
        "studio/frame/nav-inbox": "Not understood",
        "studio/frame/nav-team": "Team",
        "studio/frame/out": "Sign out",
        "studio/frame/out-everywhere": "Sign out everywhere",
        "studio/frame/signed-in": "Signed in: {name}",
        "studio/frame/nameless": "a colleague",
        "studio/frame/role-editor": "editor",
        "studio/frame/role-reviewer": "reviewer",
        "studio/frame/role-coordinator": "coordinator",
        "studio/frame/role-volunteer": "volunteer",
        "studio/frame/lang-nl": "Dutch",
        "studio/frame/lang-fr": "French",
        "studio/frame/lang-en": "English",
        "studio/frame/form-nl": "Dutch, 'u'",
        "studio/frame/form-nl-je": "Dutch, 'je'",
        "studio/frame/form-fr": "French, 'vous'",
        "studio/frame/form-fr-tu": "French, 'tu'",
        "studio/frame/form-en": "English",
        "studio/frame/cancel": "Cancel",
        "studio/frame/back": "Back",
        "studio/frame/yes": "Yes",
        "studio/frame/no": "No",
        "studio/frame/fewer": "fewer than ten",
        "studio/frame/refused-title": "This is not for your role",
        "studio/frame/refused": (
            "Another role is needed here: {roles}. A coordinator can change that under Team."
        ),
        "studio/frame/csrf-title": "This form is too old",
        "studio/frame/csrf": (
            "Nothing was changed. Go back: what you typed may still stand there. Copy it before "
            "you load the page again."
        ),
        "studio/frame/csrf-kept-title": "You signed in anew meanwhile",
        "studio/frame/csrf-kept": (
            "Nothing was changed yet. Your words are still here: send them once more."
        ),
        "studio/frame/send-again": "Send it once more",
        "studio/frame/missing-title": "There is nothing here",
        "studio/frame/missing": "The page was moved, or what it showed is gone.",
        "studio/frame/large-title": "This is too much at once",
        "studio/frame/large": "Nothing was changed. Make the text shorter and try again.",
        "studio/frame/broken-title": "Something went wrong on our side",
        "studio/frame/broken": (
            "Nothing was saved. Try once more. If it stays so, tell whoever runs this bot."
        ),
        "studio/in/title": "Sign in",
        "studio/in/hello": "Hello {name}. One tap and the studio opens on this screen.",
        "studio/in/button": "Open the studio",
        "studio/in/lasts": (
            "The session ends after {hours} hours, or after {minutes} minutes without a click."
        ),
        "studio/in/dead-title": "This link no longer works",
        "studio/in/dead": (
            "A link works once, for {minutes} minutes. Send /studio to the bot for a new one."
        ),
        "studio/in/needed-title": "Sign in first",
        "studio/in/needed": (
            "Send /studio to the bot on Telegram. It answers with a link for this screen."
        ),
        "studio/in/needed-kept": (
            "The session was over, so nothing was saved. Leave this page open: your words are "
            "still here. Send /studio to the bot on Telegram, and open its link in another tab. "
            "Then come back here and send them once more."
        ),
        "studio/in/no-password": "There is no password to remember, and none to lose.",
        "studio/in/out": "Signed out.",
        "studio/in/out-everywhere": "Signed out on every screen.",
    }
)
