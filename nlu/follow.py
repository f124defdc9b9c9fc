"""Has the server serve the model that the bot asks for, without a restart: the old one answers until the new is loaded."""

from __future__ import annotations

import json
import sys
import threading
import time
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Callable

import jobs

LOOK_EVERY = 2.0  # seconds
LOADED_WITHIN = 120.0


class Follower:
    """Compares what is asked for with what is served. `load` serves another file, or raises OSError."""

    def __init__(self, folder: Path, models: Path, served: str, release: str, load: Callable[[Path], None]) -> None:
        self.folder, self.models, self.load = folder, models, load
        self.served, self.release, self._refused = served, release[:12], ""

    def once(self) -> None:
        """Loads another model if one is asked for; a failed one not again before another was asked for."""
        wanted = jobs.chosen(self.folder, self.release) or self.served
        if wanted == self.served:
            self._refused = ""
            self.tell("")
        elif wanted != self._refused:
            why = self._change(wanted)
            self._refused = wanted if why else ""
            self.tell(why)

    def _change(self, wanted: str) -> str:
        model = jobs.model_file(wanted, self.folder / "models", self.models)
        if model is None:
            return "missing"
        try:
            self.load(model)
        except OSError as error:
            print(f"model {wanted} could not be loaded: {type(error).__name__}", file=sys.stderr, flush=True)
            return "not loaded"
        self.served = wanted
        return ""

    def tell(self, why: str) -> None:
        """Says what is served, and why it is not what was asked for. Only what is new is written."""
        told = {"model": self.served, "release": self.release, "why": why}
        before = jobs.read(self.folder / "served.json")
        if {key: before.get(key) for key in told} != told:
            jobs.write(self.folder / "served.json", {**told, "at": jobs.now()})

    def run(self) -> None:
        while True:
            try:
                self.once()
            except OSError as error:  # the folder is away for a moment
                print(f"the jobs folder: {type(error).__name__}", file=sys.stderr, flush=True)
            time.sleep(LOOK_EVERY)


def loader(host: str, port: int, token: str | None) -> Callable[[Path], None]:
    """Rasa's own `PUT /model`, which answers when the other model is served."""
    here = "127.0.0.1" if host in ("0.0.0.0", "localhost") else host
    query = "?" + urllib.parse.urlencode({"token": token}) if token else ""

    def load(model: Path) -> None:
        body = json.dumps({"model_file": str(model.absolute())}).encode()
        request = urllib.request.Request(f"http://{here}:{port}/model{query}", body, method="PUT")
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=LOADED_WITHIN):
            pass

    return load


def start(follower: Follower) -> None:
    """Beside the server, for as long as it lives."""
    threading.Thread(target=follower.run, daemon=True).start()
