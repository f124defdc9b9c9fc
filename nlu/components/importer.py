"""Rasa's importer for our files: see `lines`. Named in config.yml, so `rasa train nlu` and `train.py` read alike."""

from __future__ import annotations

from typing import Any

from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.lines import Line, read

#: The message property that carries everything we know of a line.
LINE = "line"


class LineImporter(RasaFileImporter):
    """Loads utterances with their language, voice and part; the domain is read as Rasa does."""

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """Every line of the training paths as a message. DataError for a broken file."""
        return TrainingData([as_message(line) for line in read(*self._nlu_files)])


def as_message(line: Line) -> Message:
    """The message that the heads train on."""
    return Message({TEXT: line.text, INTENT: line.intent, LINE: list(line)})


def as_line(message: Message) -> Line:
    """The reverse; a message from elsewhere (Rasa's own importer) has no language and belongs to 'talk'."""
    known: Any = message.get(LINE)
    return Line(*known) if known else Line("", message.get(INTENT), message.get(TEXT))
