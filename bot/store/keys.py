"""The key ring: the keys that message texts and names are encrypted with, outside the database."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, Protocol

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.files import make_private

MAKE_ONE = (
    "make one with: python -c 'from cryptography.fernet import Fernet; "
    "print(Fernet.generate_key().decode())'"
)


class KeyRingError(ValueError):
    """The key ring cannot be used; the message says what to do."""


def text_of(path: Path) -> str:
    """A key file's text, whatever an editor put before it. Bytes that are no text are no key."""
    return path.read_bytes().decode("utf-8-sig", errors="replace")


def keys_in(text: str) -> list[str]:
    return [key.strip() for key in text.replace(",", "\n").splitlines() if key.strip()]


class Cipher(Protocol):
    def encrypt(self, data: bytes) -> bytes: ...
    def decrypt(self, data: bytes) -> bytes: ...


class NullCipher:
    """Leaves everything readable. For tests that search files for what should have been erased."""

    def encrypt(self, data: bytes) -> bytes:
        return data

    def decrypt(self, data: bytes) -> bytes:
        return data


class KeyRing:
    """The first key encrypts; every key of the ring decrypts, so that a key can be changed."""

    _current: ClassVar[KeyRing | None] = None

    def __init__(self, cipher: Cipher, newest: Cipher | None = None, size: int = 1) -> None:
        self._cipher, self._newest = cipher, newest or cipher
        self.size = size

    @classmethod
    def from_text(cls, text: str) -> KeyRing:
        """Reads one Fernet key a line (or separated by commas).

        Raises KeyRingError when there is none or one is no key.
        """
        keys = keys_in(text)
        if not keys:
            raise KeyRingError(f"the key ring is empty; {MAKE_ONE}")
        try:
            ring = [Fernet(k) for k in keys]
        except (ValueError, InvalidToken):
            raise KeyRingError(f"the key ring holds something that is no key; {MAKE_ONE}") from None
        return cls(MultiFernet(ring), ring[0], len(ring))

    @classmethod
    def kept_in(cls, path: Path) -> KeyRing:
        """The ring in `path`, made with mode 0600 where there is none yet.

        Raises KeyRingError when it cannot be read, or holds something else.
        """
        try:
            if not path.exists():
                make_private(path, f"{Fernet.generate_key().decode()}\n")
            return cls.from_text(text_of(path))
        except OSError as error:
            raise KeyRingError(
                f"{path} cannot be read ({type(error).__name__}); put the file with the key there, "
                "or let the user that runs the bot make one"
            ) from None
        except KeyRingError as error:
            raise KeyRingError(f"{path}: {error}") from None

    def use(self) -> KeyRing:
        """Makes this the ring that the column types of this process use."""
        KeyRing._current = self
        return self

    @classmethod
    def current(cls) -> KeyRing:
        if cls._current is None:
            raise KeyRingError("no key ring is in use: encrypted columns cannot be read")
        return cls._current

    def encrypt(self, data: bytes) -> bytes:
        return self._cipher.encrypt(data)

    def is_newest(self, data: bytes) -> bool:
        """Whether the first key of the ring opens this."""
        try:
            self._newest.decrypt(data)
        except InvalidToken:
            return False
        return True

    def decrypt(self, data: bytes) -> bytes:
        try:
            return self._cipher.decrypt(data)
        except InvalidToken as error:
            raise KeyRingError(
                "no key of the ring opens this database; is GOEIEDAG_KEY right?"
            ) from error
