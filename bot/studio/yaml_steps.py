"""Whole steps in a dialogue's tree: found, added, moved and taken away."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Final

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from bot.studio import yaml_text as tree

ANSWERS: Final = ("choices", "takes", "remember", "unclear", "silence", "then")


def node_of(root: CommentedMap, step_id: str) -> CommentedMap:
    """The tree of one step. Raises KeyError where there is none."""
    for node in root.get("steps", ()):
        if isinstance(node, CommentedMap) and node.get("id") == step_id:
            return node
    raise KeyError(step_id)


def add(root: CommentedMap, wish: str, after: str, kind: str = "says") -> str:
    """Puts a new step behind another and returns its id, which is free."""
    steps = root["steps"]
    taken = {str(step.get("id")) for step in steps}
    base = re.sub(r"[^a-z0-9_]+", "_", wish.lower()).strip("_")[:24] or "step"
    base = base if base[0].isalpha() else f"s_{base}"
    name, number = base, 2
    while name in taken or name in ("end", "back"):
        name, number = f"{base}_{number}", number + 1
    node = CommentedMap({"id": name})
    if kind == "decides":
        node["decide"] = tree.flow(by="has_name", yes="end", no="end")
    else:
        node["say"] = tree.folded("…")
    if kind == "asks":
        node["choices"] = CommentedSeq([tree.flow(id="fine", label="…", then="end")])
        node["silence"] = tree.flow(after="6h", then="end")
    elif kind == "says":
        node["then"] = "end"
    places = [n for n, step in enumerate(steps) if step.get("id") == after]
    steps.insert(places[0] + 1 if places else len(steps), node)
    return name


def remove(root: CommentedMap, step_id: str) -> None:
    """Takes a step away. What led to it keeps saying so: the checks then show where."""
    steps = root["steps"]
    steps.remove(node_of(root, step_id))


def move(root: CommentedMap, step_id: str, by: int) -> None:
    """Moves a step up (-1) or down (1); at an edge it stays."""
    steps = root["steps"]
    here = steps.index(node_of(root, step_id))
    there = here + by
    if 0 <= there < len(steps):
        steps[here], steps[there] = steps[there], steps[here]


def twin(root: CommentedMap, node: CommentedMap) -> str:
    """Puts a question behind another that takes the same answers; returns its id."""
    name = add(root, f"{node['id']}_again", str(node["id"]), "asks")
    made = node_of(root, name)
    for key in ANSWERS:
        made.pop(key, None)
        if key in node:
            tree.put_new(made, key, deepcopy(node[key]))
    return name
