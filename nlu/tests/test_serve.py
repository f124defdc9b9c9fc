"""The server's own process."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOOK = """
import json
import serve
import numpy as np
from threadpoolctl import threadpool_info
np.ones((50, 50)) @ np.ones((50, 50))
print(json.dumps([pool["num_threads"] for pool in threadpool_info()]))
"""


def test_numpy_has_one_thread():
    """Another one would go on turning after each message, on a core that the bot needs."""
    told = subprocess.run([sys.executable, "-c", LOOK], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    pools = json.loads(told)
    assert pools
    assert set(pools) == {1}
