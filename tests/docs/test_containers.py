"""The Dockerfile and compose.yaml, parsed and held to rules: no engine builds them in the tests."""

from __future__ import annotations

import fnmatch
import json
import re
from dataclasses import dataclass, field
from typing import Any

import pytest
from docs_kit import ROOT
from ruamel.yaml import YAML

from bot.settings import PREFIX, Settings

TARGETS = ("bot", "nlu")
INSTRUCTIONS = re.compile(
    "ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|RUN|SHELL|STOPSIGNAL|USER|VOLUME"
    "|WORKDIR"
)


@dataclass
class Stage:
    """One FROM and what follows, as (instruction, arguments) in order."""

    base: str
    name: str
    steps: list[tuple[str, str]] = field(default_factory=list)

    def all(self, instruction: str) -> list[str]:
        """The arguments of every such instruction."""
        return [arguments for name, arguments in self.steps if name == instruction]


def stages() -> dict[str, Stage]:
    """The Dockerfile's stages by name. ValueError for a line that is no instruction."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    found: dict[str, Stage] = {}
    stage: Stage | None = None
    for line in re.sub(r"\\\n\s*", " ", "\n".join(lines)).splitlines():
        if not line.strip():
            continue
        instruction, _, arguments = line.strip().partition(" ")
        if not INSTRUCTIONS.fullmatch(instruction) or not arguments:
            raise ValueError(f"no instruction: {line}")
        if instruction == "FROM":
            base, _, name = arguments.partition(" AS ")
            stage = found[name] = Stage(base, name)
        elif stage is None:
            raise ValueError(f"before any FROM: {line}")
        else:
            stage.steps.append((instruction, arguments.strip()))
    return found


STAGES = stages()


def compose() -> dict[str, Any]:
    """compose.yaml; ruamel refuses duplicate keys."""
    text = (ROOT / "compose.yaml").read_text(encoding="utf-8")
    return dict(YAML(typ="safe").load(text))


COMPOSE = compose()
SERVICES: dict[str, Any] = COMPOSE["services"]


def test_every_stage_has_a_name_and_a_pinned_base() -> None:
    for name, stage in STAGES.items():
        assert name, f"FROM {stage.base} has no name"
        known = stage.base in STAGES
        assert known or re.fullmatch(r"python:3\.\d+-slim", stage.base), stage.base


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_runs_as_somebody_else_than_root(target: str) -> None:
    users = STAGES[target].all("USER")
    assert users
    assert users[-1].split(":")[0] not in ("root", "0")
    made = [run for run in STAGES[target].all("RUN") if "useradd --uid 1000" in run]
    assert made, "the user has a number of its own, so that volumes keep their owner"
    assert users[-1] in made[0]


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_looks_after_its_health(target: str) -> None:
    checks = STAGES[target].all("HEALTHCHECK")
    assert len(checks) == 1
    options, _, command = checks[0].partition("CMD ")
    assert {"--interval", "--timeout", "--start-period"} <= set(re.findall(r"--[a-z-]+", options))
    words = json.loads(command)
    compile(words[-1], "HEALTHCHECK", "exec")
    assert words[:2] == ["python", "-c"]


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_starts_a_file_that_is_there(target: str) -> None:
    entry = json.loads(STAGES[target].all("ENTRYPOINT")[-1])
    json.loads(STAGES[target].all("CMD")[-1])
    if entry[:2] == ["python", "-m"]:
        assert (ROOT / entry[2] / "__main__.py").is_file()
    else:
        assert (ROOT / target / entry[1]).is_file()


def ignored(source: str) -> bool:
    """Whether .dockerignore keeps a path out of the build."""
    patterns = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    parts = source.split("/")
    paths = ["/".join(parts[: n + 1]) for n in range(len(parts))]
    return any(fnmatch.fnmatch(path, pattern) for path in paths for pattern in patterns)


@pytest.mark.parametrize("stage", STAGES.values(), ids=list(STAGES))
def test_what_is_copied_is_there(stage: Stage) -> None:
    for arguments in stage.all("COPY"):
        words = arguments.split()
        origin = next((w.partition("=")[2] for w in words if w.startswith("--from=")), None)
        if origin is not None:
            assert list(STAGES).index(origin) < list(STAGES).index(stage.name)
            continue
        for source in [word for word in words if not word.startswith("--")][:-1]:
            assert (ROOT / source).exists(), source
            assert not ignored(source), f"{source} is in .dockerignore"


def test_no_secret_and_no_unpinned_package_is_baked_in() -> None:
    for stage in STAGES.values():
        for arguments in (*stage.all("ENV"), *stage.all("ARG")):
            assert not re.search(r"TOKEN|KEY|PASSWORD|SECRET", arguments), arguments
        for run in stage.all("RUN"):
            if "pip install" in run:
                assert "--require-hashes" in run
            if "apt-get install" in run:
                assert "--no-install-recommends" in run
                assert "rm -rf /var/lib/apt/lists/*" in run


def test_the_images_have_the_pythons_of_their_projects() -> None:
    for target, folder in (("bot", ROOT), ("nlu", ROOT / "nlu")):
        version = (folder / ".python-version").read_text().strip()
        assert STAGES[target].base == f"python:{version}-slim"


def test_services_are_built_from_targets_or_pinned_images() -> None:
    for name, service in SERVICES.items():
        if "build" in service:
            assert service["build"]["context"] == "."
            assert service["build"]["target"] in TARGETS, name
        else:
            assert re.fullmatch(r"[\w./-]+:\d[\w.-]*", service["image"]), service["image"]
        healthy = "build" in service or "healthcheck" in service
        assert healthy, f"{name} has no health check"
        assert not service.get("privileged"), name
        assert service.get("user") not in ("root", "0", 0), name


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_may_write_where_it_must_and_nowhere_else(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert "/tmp" in service["tmpfs"]
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert "build" in service or service["user"] != "root", "an image of others names its user"
    assert not {"devices", "cap_add", "pid", "ipc", "network_mode"} & set(service) - {
        "network_mode"
    }
    assert service.get("network_mode", "none") == "none"
    for volume in service["volumes"]:
        assert volume.partition(":")[0] in COMPOSE["volumes"], "no folder of the machine"


@pytest.mark.parametrize("name", SERVICES)
def test_a_tmpfs_can_be_written_to_by_its_user(name: str) -> None:
    """runc lays one over a folder of the image as root's, with that folder's mode: where the image
    has made it for its user, nobody else may write there. With none of its own the language model
    was not loaded."""
    for one in SERVICES[name]["tmpfs"]:
        path, _, options = one.partition(":")
        assert path == "/tmp" or "mode=1777" in options.split(","), one


def test_what_two_users_share_is_open_to_both() -> None:
    """Whichever of the two comes first gives a new volume the mode that its image has."""
    users: dict[str, set[str]] = {}
    for service in SERVICES.values():
        if "build" in service:
            for volume in service["volumes"]:
                users.setdefault(volume, set()).add(service["build"]["target"])
    shared = {volume: targets for volume, targets in users.items() if len(targets) > 1}
    assert shared
    for volume, targets in shared.items():
        for target in targets:
            made = " ".join(STAGES[target].all("RUN"))
            assert f"install -d -m 1777 {volume.partition(':')[2]}" in made, (volume, target)


KEYS: dict[str, type] = {
    **{"build": dict, "image": str, "restart": str, "depends_on": dict, "environment": dict},
    **{"networks": list, "network_mode": str, "read_only": bool, "tmpfs": list, "volumes": list},
    **{"security_opt": list, "cap_drop": list, "entrypoint": list, "command": list, "user": str},
    "healthcheck": dict,
}
CHECK: dict[str, type] = {"test": list, "interval": str, "timeout": str, "start_period": str}
CONDITIONS = ("service_healthy", "service_started")


@pytest.mark.parametrize("name", SERVICES)
def test_every_key_is_one_of_compose_and_of_its_kind(name: str) -> None:
    """An engine refuses the whole file for one that it does not know."""
    service = SERVICES[name]
    assert {key: type(value) for key, value in service.items()}.items() <= KEYS.items()
    assert ("build" in service) != ("image" in service)
    assert ("networks" in service) != ("network_mode" in service)
    for key, value in service.items():
        if isinstance(value, list):
            assert all(isinstance(one, str) for one in value), key
    for variable, value in service.get("environment", {}).items():
        assert isinstance(value, str), f"{variable}: quote what YAML takes for a number or a yes"
    for how in service.get("depends_on", {}).values():
        assert list(how) == ["condition"]
        assert how["condition"] in CONDITIONS
    check = service.get("healthcheck", {})
    assert {key: type(value) for key, value in check.items()}.items() <= {
        *CHECK.items(), ("retries", int)
    }  # fmt: skip
    assert not check or check["test"][0] in ("CMD", "CMD-SHELL")
    for key in set(check) - {"test", "retries"}:
        assert re.fullmatch(r"\d+s", check[key])


def test_nobody_waits_for_anybody_who_waits_for_him() -> None:
    def behind(name: str, before: tuple[str, ...] = ()) -> None:
        assert name not in before, before
        for other in SERVICES[name].get("depends_on", {}):
            behind(other, (*before, name))

    for name in SERVICES:
        behind(name)


def test_the_database_is_healthy_once_others_reach_it() -> None:
    """While it lays its tables for the first time it listens on a socket of its own alone."""
    assert "-h 127.0.0.1" in SERVICES["postgres"]["healthcheck"]["test"][1]


def test_a_target_writes_into_folders_that_are_its_own() -> None:
    """What is read-only at run time was made for the user when the image was built."""
    for target in TARGETS:
        made = " ".join(STAGES[target].all("RUN"))
        for volume in SERVICES[target]["volumes"]:
            assert volume.rpartition(":")[2] in made, f"{target}: who owns {volume}?"


def test_nothing_is_published_and_the_nlu_reaches_nothing() -> None:
    for name, service in SERVICES.items():
        assert "ports" not in service, f"{name} publishes a port"
    assert SERVICES["nlu"]["networks"] == ["inside"]
    assert COMPOSE["networks"]["inside"]["internal"] is True


def test_networks_volumes_and_services_that_are_named_exist() -> None:
    for name, service in SERVICES.items():
        assert set(service.get("networks", ())) <= set(COMPOSE["networks"]), name
        volumes = {v.partition(":")[0] for v in service.get("volumes", ()) if v[0] not in "./"}
        assert volumes <= set(COMPOSE["volumes"]), name
        for other, how in service.get("depends_on", {}).items():
            assert other in SERVICES, name
            if how["condition"] == "service_healthy":
                assert "healthcheck" in SERVICES[other] or "build" in SERVICES[other]


def test_variables_are_settings_and_stand_in_the_example() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    offered = set(re.findall(r"^([A-Z_]+)=", example, re.MULTILINE))
    text = (ROOT / "compose.yaml").read_text(encoding="utf-8")
    assert set(re.findall(r"\$\{(\w+)", text)) == offered
    for variable in SERVICES["bot"]["environment"]:
        assert variable.removeprefix(PREFIX).lower() in Settings.model_fields, variable
    required = set(re.findall(r"\$\{(\w+):\?", text))
    assert {"GOEIEDAG_TELEGRAM_TOKEN", "GOEIEDAG_KEY", "POSTGRES_PASSWORD"} <= required
