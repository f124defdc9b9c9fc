"""What was not understood, and the model that learns from it."""

from __future__ import annotations

from types import MappingProxyType

TEXTS = MappingProxyType(
    {
        "studio/inbox/title": "Not understood",
        "studio/inbox/lead": (
            "Messages of residents who agreed to this. Names, numbers and streets are taken out. "
            "Nothing tells who wrote one."
        ),
        "studio/inbox/rule": (
            "Choose what was meant. Then write another sentence that means the same, as somebody "
            "else would say it. The message is erased then; the new sentence stays."
        ),
        "studio/inbox/none": "Nothing waits to be read.",
        "studio/inbox/count-one": "{count} message waits.",
        "studio/inbox/count-other": "{count} messages wait.",
        "studio/inbox/until": "kept until {date}",
        "studio/inbox/thought": "Taken for: {names}",
        "studio/inbox/meant": "The resident chose: {name}",
        "studio/inbox/intent": "What was meant",
        "studio/inbox/choose": "Choose…",
        "studio/inbox/group-wishes": "Wishes",
        "studio/inbox/group-told": "What they tell and feel",
        "studio/inbox/group-talk": "The talk itself",
        "studio/inbox/group-safety": "Danger",
        "studio/inbox/sentence": "Another sentence, in our own words",
        "studio/inbox/write": "Write it down",
        "studio/inbox/drop": "Drop it",
        "studio/inbox/drop-help": "Drop erases the message. Nothing is learned from it.",
        "studio/inbox/fault-intent": "Choose what was meant.",
        "studio/inbox/fault-words": "Write a sentence in words.",
        "studio/inbox/fault-long": "That is too long.",
        "studio/inbox/fault-resident": (
            "That is nearly the sentence of the resident. Say it as somebody else would."
        ),
        "studio/inbox/fault-brackets": "Leave out brackets. Where a name stood, invent one.",
        "studio/inbox/fault-known": (
            "That example exists already. Think of somebody else who means this."
        ),
        "studio/inbox/own": "Our own sentences",
        "studio/inbox/own-help": "The model learns from these when it is trained.",
        "studio/inbox/own-none": "None is written yet.",
        "studio/inbox/remove": "Take away",
        "studio/inbox/remove-one": "Take away: {text}",
        "studio/inbox/to-model": "Train the model",
        "studio/done/written": "Written down. The message is erased.",
        "studio/done/dropped": "Erased.",
        "studio/done/taken-back": "The message is gone: taken back, or its time was over.",
        "studio/done/sentence-gone": "Taken away.",
        "studio/model/title": "The model that understands",
        "studio/model/lead": (
            "It reads what residents write. Here it learns from our own sentences. Nothing "
            "changes for residents before a new model is used."
        ),
        "studio/model/now": "Now",
        "studio/model/serves-release": "The model of the release is used.",
        "studio/model/serves-own": "The model {model} is used, trained here.",
        "studio/model/switching": "Another model is being loaded: {model}. It takes some seconds.",
        "studio/model/not-loaded": (
            "The model {model} could not be loaded. The one before is still used."
        ),
        "studio/model/no-server": "The language model's server does not look at this folder.",
        "studio/model/no-runner": (
            "Nobody is there to train. Whoever runs this bot can start nlu/runner.py beside the "
            "language model."
        ),
        "studio/model/sentences-one": "{count} sentence of our own to learn from.",
        "studio/model/sentences-other": "{count} sentences of our own to learn from.",
        "studio/model/train": "Train a new model",
        "studio/model/under-way": "A training is going on",
        "studio/model/state-waiting": "It waits for its turn.",
        "studio/model/state-training": "The model is learning. This takes minutes.",
        "studio/model/state-evaluating": "It is being judged on sentences that it never saw.",
        "studio/model/state-lost": (
            "The runner fell silent. When it starts again, the training begins anew by itself."
        ),
        "studio/model/progress": "{done} of {of}",
        "studio/model/again": "Look again",
        "studio/model/result": "The newest model beside the one that was used",
        "studio/model/fit": "It is not worse anywhere. It can be used.",
        "studio/model/worse": "It is worse where a mark stands. So it cannot be used.",
        "studio/model/use": "Use this model",
        "studio/model/back": "Go back to the model of the release",
        "studio/model/use-name": "Use model {model}",
        "studio/model/figure": "Figure",
        "studio/model/new": "New",
        "studio/model/before": "Before",
        "studio/model/is-worse": "worse",
        "studio/model/figure-accuracy": "meant and found",
        "studio/model/figure-macro_f1": "every meaning alike (F1)",
        "studio/model/figure-top_two": "among the first two",
        "studio/model/figure-crisis-act_or_ask": "danger that was noticed",
        "studio/model/figure-hard-act": "alarms at what only sounds like danger",
        "studio/model/figure-ordinary-act": "alarms at ordinary messages",
        "studio/model/history": "Trainings",
        "studio/model/history-none": "None was asked for yet.",
        "studio/model/with-one": "with {count} sentence",
        "studio/model/with-other": "with {count} sentences",
        "studio/model/ended-done": "ready: model {model}",
        "studio/model/ended-worse": "worse, so not used: model {model}",
        "studio/model/ended-failed": "failed",
        "studio/model/ended-waiting": "waits",
        "studio/model/ended-training": "going on",
        "studio/model/ended-evaluating": "going on",
        "studio/model/ended-lost": "the runner fell silent",
        "studio/model/why-data": "A sentence cannot be read by the trainer.",
        "studio/model/why-training": "The trainer ended with an error. Its log has the reason.",
        "studio/model/why-evaluating": "The judging ended with an error. The log has the reason.",
        "studio/model/why-evaluation": "The judging ended with an error. The log has the reason.",
        "studio/model/why-died": "The runner ended twice in the middle of it.",
        "studio/model/why-too_long": "It took too long and was ended.",
        "studio/model/used": "in use",
        "studio/model/trouble-busy": "A training is going on. The next one can begin after it.",
        "studio/model/trouble-no-folder": "The folder for trainings cannot be written.",
        "studio/model/trouble-not-fit": (
            "This model cannot be used: it is worse, unknown, or of another release."
        ),
        "studio/done/asked": "Asked for. The training begins as soon as the runner is free.",
        "studio/done/chosen": "Chosen. It is loaded within some seconds, without a break.",
    }
)
