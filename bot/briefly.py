"""What several parts of a turn ask of the same words is worked out once.

Only of pure functions of a text. A few texts of the last turns stay in memory for it, as the
messages of those turns do themselves; nothing is written anywhere.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, update_wrapper
from typing import Any, Final, cast

AT_ONCE: Final = 32  # texts and parts of texts: the turns that pass at a time


def briefly[F: Callable[..., Any]](work: F) -> F:
    """`work`, whose last answers are at hand. It must give the same for the same, for ever."""
    return cast("F", update_wrapper(lru_cache(maxsize=AT_ONCE)(work), work))
