"""One request of somebody who is signed in: who, in which language, and how a page is answered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from bot import people
from bot.house import House
from bot.listening import Listener
from bot.nlu_jobs import Jobs
from bot.signing import SignedIn
from bot.store import Store
from bot.store.tables import Audit, Person
from bot.studio.drafts import Drafts
from bot.studio.words import Words

EVERYBODY: Final = frozenset(people.STUDIO)
WRITERS: Final = frozenset({people.EDITOR, people.COORDINATOR})
READERS: Final = frozenset({people.REVIEWER, people.COORDINATOR})
COORDINATORS: Final = frozenset({people.COORDINATOR})
# The pages that the navigation shows: path, key of the name, for whom.
NAVIGATION: Final = (
    ("/dialogues", "frame/nav-dialogues", EVERYBODY),
    ("/publish", "frame/nav-publish", EVERYBODY),
    ("/desk", "frame/nav-desk", COORDINATORS),
    ("/team", "frame/nav-team", COORDINATORS),
    ("/not-understood", "frame/nav-inbox", COORDINATORS),
)
# What is told after a form that did not do what was asked: no success, and not green.
NOT_DONE: Final = frozenset(
    {"nobody-to-ring", "taken-meanwhile", "handed-on-nobody", "rests-nobody", "left-nobody"}
    | {"gone-on", "done-already", "used-meanwhile", "left-before", "cap-most", "cap-fewest"}
    | {"no-note", "publish-same", "look-moved", "look-errors", "look-own"}
    | {"look-none", "look-asked", "not-undone", "changed-meanwhile", "not-saved", "kept-safe"}
    | {"no-title", "taken-back", "published-stays", "saved-forms"}
)

_PAGES: Final = Environment(
    loader=PackageLoader("bot.studio"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True)
class Studio:
    """What the pages are made of. Built once by whoever serves them."""

    store: Store
    house: House
    now: Callable[[], datetime]
    content: Path
    listener: Listener | None = None
    transcripts: Path | None = None  # where tried conversations are kept as golden tests
    jobs: Jobs | None = None  # where trainings are asked for
    drafts: Drafts = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "drafts", Drafts(self.content))

    def words(self, language: str) -> Words:
        """How texts are said in a language."""
        return Words(language, self.house.zone, self.house.translate)


@dataclass(frozen=True)
class Visit:
    """One page asked for, or one form sent, by somebody who may."""

    studio: Studio
    request: Request
    who: SignedIn
    form: FormData

    @property
    def person(self) -> Person:
        """Whose visit it is."""
        return self.who.person

    @property
    def words(self) -> Words:
        """How this reader is spoken to."""
        return self.studio.words(self.person.language)

    @property
    def today(self) -> date:
        """The date on the wall of the deployment."""
        return self.studio.house.local(self.studio.now()).date()

    async def log(self, action: str, detail: str = "") -> None:
        """A line of the audit about a change that is in no row of its own."""
        async with self.studio.store.write() as session:
            line = Audit(at=self.studio.now(), actor_id=self.person.id, action=action)
            line.detail = detail[:80] or None
            session.add(line)

    def field(self, name: str, most: int = 4000) -> str:
        """A field of the form as text, cut at `most` characters; '' where there is none. Boxes
        that share a name are one field: 'greet, thank'."""
        text = ", ".join(one for one in self.form.getlist(name) if isinstance(one, str))
        return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")[:most]

    def page(self, template: str, status: int = 200, **values: Any) -> Response:
        """A page inside the frame."""
        shown = [(p, n) for p, n, roles in NAVIGATION if self.person.role in roles]
        return page(
            self.request,
            self.words,
            template,
            status,
            organisation=self.studio.house.organisation,
            csrf=self.who.csrf,
            person=self.person,
            navigation=shown,
            done=(done := self.request.query_params.get("done", "")),
            not_done=done in NOT_DONE,
            **values,
        )

    def go(self, path: str, done: str = "") -> Response:
        """After a form: on to a page that may be loaded again without harm."""
        return leave(self.request, path, done)


type Handler = Callable[[Visit], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Page:
    """One address and method, for whom, and what answers. The list of all is what is tested."""

    method: str
    path: str
    roles: frozenset[str]
    handler: Handler


def page(
    request: Request, words: Words, template: str, status: int = 200, **values: Any
) -> Response:
    """A page for anybody. `base` is where the studio is mounted."""
    base = request.scope.get("root_path", "")
    around: Mapping[str, Any] = {
        "csrf": "",
        "person": None,
        "navigation": (),
        "done": "",
        "not_done": False,
        "organisation": "",
    }
    said = _PAGES.get_template(template).render(
        {**around, "t": words, "base": base, "here": request.url.path, **values}
    )
    return HTMLResponse(said, status)


def leave(request: Request, path: str, done: str = "") -> Response:
    """A redirect inside the studio, that the browser follows with GET."""
    base = request.scope.get("root_path", "")
    address, _, anchor = path.partition("#")
    told = f"{'&' if '?' in address else '?'}done={done}" if done else ""
    return RedirectResponse(f"{base}{address}{told}{'#' + anchor if anchor else ''}", 303)
