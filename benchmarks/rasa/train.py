"""Trains an assistant: `train.py ours|diet MODEL`. Runs in the environment of nlu/."""

import shutil
import sys
import tempfile
from pathlib import Path

import yaml

HERE = Path(__file__).parent
SHORT = 12  # lines an intent and language, for DIET


def main() -> None:
    kind, model = sys.argv[1], Path(sys.argv[2])
    import project  # from nlu/, which is the working folder

    project.quiet()
    from rasa.model_training import train

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        config = yaml.safe_load(
            (HERE / "diet.yml" if kind == "diet" else project.CONFIG).read_text()
        )
        config["policies"] = yaml.safe_load((HERE / "policies.yml").read_text())["policies"]
        domain = yaml.safe_load(project.DOMAIN.read_text())
        intents = domain["intents"]
        domain["responses"] = {f"utter_{one}": [{"text": f"about {one}"}] for one in intents}
        domain["session_config"] = {
            "session_expiration_time": 60,
            "carry_over_slots_to_new_session": True,
        }
        rules = [
            {"rule": one, "steps": [{"intent": one}, {"action": f"utter_{one}"}]} for one in intents
        ]
        stories = [
            {
                "story": f"{one} and thanks",
                "steps": [
                    {"intent": one},
                    {"action": f"utter_{one}"},
                    {"intent": "thank"},
                    {"action": "utter_thank"},
                ],
            }
            for one in intents
        ]
        data = folder / "data"
        if kind == "diet":
            few(project.DATA, data)
        else:
            shutil.copytree(project.DATA, data)
        talk = folder / "talk.yml"
        written = {"version": "3.1", "rules": rules, "stories": stories}
        (folder / "config.yml").write_text(yaml.safe_dump(config))
        (folder / "domain.yml").write_text(yaml.safe_dump(domain))
        talk.write_text(yaml.safe_dump(written))
        result = train(
            str(folder / "domain.yml"),
            str(folder / "config.yml"),
            [str(data), str(talk)],
            output=str(model.parent),
            fixed_model_name=model.name.removesuffix(".tar.gz"),
        )
    sys.exit(result.code)


def few(source: Path, target: Path) -> None:
    """A few lines of each intent."""
    for path in sorted(source.rglob("*.yml")):
        if path.stem.startswith("safety"):
            continue
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        block = content["nlu"][0]
        block["examples"] = "\n".join(block["examples"].splitlines()[:SHORT])
        place = target / path.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        short = {"version": "3.1", "nlu": [block]}
        place.write_text(yaml.safe_dump(short, allow_unicode=True), encoding="utf-8")


if __name__ == "__main__":
    main()
