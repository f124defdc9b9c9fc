"""Where things lie, and the fingerprint and name of the model that this checkout stands for. No Rasa in here."""

from __future__ import annotations

import logging
import os
import warnings
from pathlib import Path
from typing import Any

import yaml

import without_tensorflow
from components import name_lines, relay_lines
from components.fingerprint import HEADS, NAMES, RELAY, fingerprint, joined, of_names
from components.lines import read

ROOT = Path(__file__).parent
CONFIG = ROOT / "config.yml"
DOMAIN = ROOT / "domain.yml"
DATA = ROOT / "data"
VALIDATION = ROOT / "validation"
VALIDATION_RELAY = ROOT / "validation_relay"
VALIDATION_NAMES = ROOT / "validation_names"
FRESH = ROOT / "fresh"
MODELS = ROOT / "models"
REPORTS = ROOT / "reports"


def quiet() -> None:
    """Before the first import of Rasa: no telemetry, one thread, no TensorFlow and no warnings of old packages."""
    os.environ.update(RASA_TELEMETRY_ENABLED="false", OMP_NUM_THREADS="1", TF_CPP_MIN_LOG_LEVEL="3")
    os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
    # Rasa's own cache knows a component's class but not the modules that it calls: it would keep an old head.
    os.environ["RASA_MAX_CACHE_SIZE"] = "0"
    shown = warnings.showwarning

    def show(message: Any, category: type[Warning], *rest: Any) -> None:
        """Rasa switches filters of its own on, so what its old packages say to each other is dropped here."""
        if not issubclass(category, DeprecationWarning):
            shown(message, category, *rest)

    warnings.showwarning = show
    without_tensorflow.install()
    _silence_debugging()
    os.chdir(ROOT)


def _silence_debugging() -> None:
    """Rasa logs the text of every message at DEBUG, which is structlog's level until somebody sets another."""
    import structlog

    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.INFO))


def components(config: Path = CONFIG) -> list[tuple[str, dict[str, Any]]]:
    """Our parts of a config.yml: class name and settings."""
    pipeline = yaml.safe_load(config.read_text(encoding="utf-8"))["pipeline"]
    ours = [dict(part) for part in pipeline if str(part["name"]).startswith("components.")]
    return [(str(part.pop("name")).rsplit(".", 1)[-1], part) for part in ours]


def current_fingerprint(data: Path = DATA, config: Path = CONFIG) -> str:
    """64 hexadecimal digits; takes well under a second."""
    lines, parts = read(data), components(config)
    mark = fingerprint(lines, [part for part in parts if part[0] not in RELAY + NAMES])
    for name, settings in parts:
        if name in RELAY:
            own = relay_lines.lines_of(lines, settings["ordinary"])
            mark = joined(mark, fingerprint(own, [part for part in parts if part[0] not in HEADS + NAMES]))
        elif name in NAMES:
            mark = joined(mark, of_names(name_lines.lines_of(lines, settings["ordinary"]), settings))
    return mark


def model_path(mark: str, models: Path = MODELS) -> Path:
    """models/goeiedag-<12 digits>.tar.gz"""
    return models / f"goeiedag-{mark[:12]}.tar.gz"
