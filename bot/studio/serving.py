"""The studio beside a running bot: on its database, its dialogues and its understanding."""

from __future__ import annotations

from starlette.routing import Mount

from bot.app import App
from bot.listening import Listener
from bot.nlu import NluClient
from bot.nlu_jobs import Jobs
from bot.settings import Settings
from bot.studio.app import app
from bot.studio.visit import Studio


def mounted(settings: Settings, bot: App, nlu: NluClient | None) -> Mount:
    """The route that serves it, at /studio."""
    listener = Listener(bot.house.rules, nlu, settings.zone)
    transcripts = settings.content / "tests" / "transcripts"
    jobs = Jobs(settings.jobs_folder)
    studio = Studio(
        bot.store, bot.house, bot.clock.now, settings.content, listener, transcripts, jobs
    )
    return Mount("/studio", app(studio))
