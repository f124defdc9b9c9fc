"""Options of the whole suite, and the one PostgreSQL server that its tests share."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from databases import server


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest --update` rewrites golden files instead of comparing with them."""
    parser.addoption("--update", action="store_true", help="rewrite golden transcripts")
    everywhere = "stories of every sentence on both databases (features/told_where.py)"
    parser.addoption("--everywhere", action="store_true", help=everywhere)


def pytest_collection_finish() -> None:
    """What collecting made stays to the end: the garbage collector need not look at it again."""
    gc.freeze()


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a PostgreSQL server of our own, stopped at the end of the run."""
    import asyncpg

    async def hurry() -> None:
        """Tests need no safety against power cuts."""
        connection = await asyncpg.connect(url)
        for setting in ("fsync = off", "synchronous_commit = off", "full_page_writes = off"):
            await connection.execute(f"ALTER SYSTEM SET {setting}")
        await connection.execute("SELECT pg_reload_conf()")
        await connection.close()

    with server(tmp_path_factory.mktemp("run")) as (url, _):
        with ThreadPoolExecutor(1) as pool:  # a test's own loop may be running already
            pool.submit(asyncio.run, hurry()).result()
        yield url
