"""The people whose phones are on the page."""

from dataclasses import dataclass
from typing import Any, Literal

type Role = Literal["resident", "volunteer", "coordinator"]
type Language = Literal["nl", "fr", "en"]


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with a phone; `language` is what their Telegram is set to."""

    id: int
    name: str
    role: Role
    language: Language

    def user(self) -> dict[str, Any]:
        """The person as Telegram's `User`."""
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.name,
            "language_code": self.language,
        }

    def chat(self) -> dict[str, Any]:
        """Their private chat with the bot as Telegram's `Chat`."""
        return {"id": self.id, "type": "private", "first_name": self.name}


DEMO_PEOPLE = (
    Person(700_000_101, "Jeanne", "resident", "fr"),
    Person(700_000_102, "Marleen", "resident", "nl"),
    Person(700_000_201, "Karim", "volunteer", "nl"),
    Person(700_000_301, "Sofie", "coordinator", "nl"),
)
