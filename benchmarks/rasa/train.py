"""Trains an assistant: `train.py ours|diet MODEL`. Runs in the environment of nlu/."""

import shutil
import sys
import tempfile
from pathlib import Path

import yaml

HERE = Path(__file__).parent
SHORT = 12  # lines an intent and language, for DIET
UNSURE = "nlu_fallback"  # the intent that Rasa's own pipeline gives to what it does not understand


def main() -> None:
    kind, model = sys.argv[1], Path(sys.argv[2])
    import project  # from nlu/, which is the working folder
    from serve import end_with_parent

    end_with_parent()
    project.quiet()
    from rasa.model_training import train

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pipeline = HERE / "diet.yml" if kind == "diet" else project.CONFIG
        written(folder / "config.yml", {**read(pipeline), **read(HERE / "policies.yml")})
        domain = read(project.DOMAIN)
        written(folder / "talk.yml", talk(domain["intents"]))
        written(folder / "domain.yml", with_answers(domain))
        if kind == "diet":
            few(project.DATA, folder / "data")
        else:
            shutil.copytree(project.DATA, folder / "data")
        result = train(
            str(folder / "domain.yml"),
            str(folder / "config.yml"),
            [str(folder / "data"), str(folder / "talk.yml")],
            output=str(model.parent),
            fixed_model_name=model.name.removesuffix(".tar.gz"),
            core_additional_arguments={"augmentation_factor": 0},  # memory keeps none of it
        )
    sys.exit(result.code)


def read(path: Path) -> dict:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def written(path: Path, content: dict) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")


def with_answers(domain: dict) -> dict:
    intents = [*domain["intents"], UNSURE]
    texts = {f"utter_{one}": [{"text": f"about {one}"}] for one in (*intents, "default")}
    session = {"session_expiration_time": 60, "carry_over_slots_to_new_session": True}
    return {**domain, "intents": intents, "responses": texts, "session_config": session}


def talk(intents: list) -> dict:
    """A rule for each intent, and a story for the memory."""
    rules = [
        {"rule": one, "steps": [{"intent": one}, {"action": f"utter_{one}"}]}
        for one in (*intents, UNSURE)
    ]
    thanks = [{"intent": "thank"}, {"action": "utter_thank"}]
    stories = [
        {"story": one, "steps": [{"intent": one}, {"action": f"utter_{one}"}, *thanks]}
        for one in intents
    ]
    return {"version": "3.1", "rules": rules, "stories": stories}


def few(source: Path, target: Path) -> None:
    """A few lines of each intent."""
    for path in sorted(source.rglob("*.yml")):
        if path.stem.startswith("safety"):
            continue
        block = read(path)["nlu"][0]
        block["examples"] = "\n".join(block["examples"].splitlines()[:SHORT])
        written(target / path.relative_to(source), {"version": "3.1", "nlu": [block]})


if __name__ == "__main__":
    main()
