# The two commands: make demo, make test. Everything that they need, they bring in themselves.
SHELL := /bin/bash
ARGS ?=

# A working uv of the machine's, else one of our own in .tools (a pyenv shim may exist and not work).
UV := $(shell uv --version >/dev/null 2>&1 && command -v uv || echo .tools/bin/uv)
BOT := .venv/bin/python
NLU := nlu/.venv/bin/python

export RASA_TELEMETRY_ENABLED := false
# Compiled modules are kept, whatever the shell says: else each process of bot, tests and Rasa reads
# thousands of files of Python anew, which is most of the time of a start.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: demo test check bench train evaluate setup lock audit clean

demo: setup train  ## phones and bot on one page: http://127.0.0.1:8800/
	.venv/bin/goeiedag demo $(ARGS)

test: setup train  ## every test, on SQLite and PostgreSQL, with the real model
	$(BOT) -m pytest -n 2 --dist loadfile $(ARGS)
	cd nlu && .venv/bin/python -m pytest -q tests

check: setup  ## lint, types, imports, texts in all languages
	.venv/bin/ruff check .
	.venv/bin/ruff format --check bot tests benchmarks
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/goeiedag check

bench: setup train  ## ratios measured in one run; writes docs/performance.md
	$(BOT) -m benchmarks $(ARGS)

train: setup  ## the NLU model, when data or config changed
	.venv/bin/goeiedag train $(ARGS_TRAIN)

evaluate: setup train  ## the model judged on the validation set
	.venv/bin/goeiedag evaluate

setup: .stamps/bot .stamps/nlu  ## both environments, from the hash-pinned locks

.stamps/bot: requirements-dev.txt pyproject.toml | $(UV)
	@mkdir -p .stamps
	$(UV) venv -q --allow-existing .venv
	VIRTUAL_ENV=$(CURDIR)/.venv $(UV) pip sync -q --require-hashes requirements-dev.txt
	VIRTUAL_ENV=$(CURDIR)/.venv $(UV) pip install -q --no-deps --no-build-isolation -e .
	@touch $@

.stamps/nlu: nlu/requirements.txt | $(UV)
	@mkdir -p .stamps
	cd nlu && $(abspath $(UV)) venv -q --allow-existing .venv
	VIRTUAL_ENV=$(CURDIR)/nlu/.venv $(UV) pip sync -q --require-hashes nlu/requirements.txt
	@touch $@

.tools/bin/uv:
	python3 -m venv .tools
	.tools/bin/pip install -q uv

lock: | $(UV)  ## the locks anew, after a change of dependencies
	$(UV) pip compile -q --universal --generate-hashes --no-emit-index-url --no-header \
		--python-version 3.12 pyproject.toml -o requirements.txt
	$(UV) pip compile -q --universal --generate-hashes --no-emit-index-url --no-header \
		--python-version 3.12 --extra dev pyproject.toml -o requirements-dev.txt

audit: setup  ## known holes in the packages of both locks; needs the network, and is no part of check
	@bash .ci/audit "$(UV)"

clean:  ## everything that was made; your data folder stays
	rm -rf .venv nlu/.venv .tools .stamps nlu/models nlu/.cache
