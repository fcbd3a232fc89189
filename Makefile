# The two commands of the README, and what a contributor needs beside them.
# Each sets up what it needs by itself: Python 3.11 or newer and make are enough.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
SEEDS ?= seeds
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input

.PHONY: run test test-all lint types contracts pytest snapshots bench evaluate docs pictures lock clean

run: $(VENV)/.run ## build the timeline of the seeds, print a summary, open the browser
	@$(BIN)/evolve run $(SEEDS)

test: lint types contracts pytest ## everything that checks the project

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy evolve tui tests benchmarks

contracts: $(VENV)/.dev
	$(BIN)/lint-imports --no-cache

pytest: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto

test-all: ## the tests on every supported Python that this machine has
	@for version in 3.11 3.12 3.13; do \
	  if command -v python$$version >/dev/null && python$$version -c '' 2>/dev/null; then \
	    echo "== Python $$version"; \
	    $(MAKE) pytest PYTHON=python$$version VENV=.venv-$$version || exit 1; \
	  else echo "== Python $$version is not here"; fi; \
	done

snapshots: $(VENV)/.dev ## write the snapshots anew; read the difference before it is committed
	$(BIN)/python -m pytest -n auto --snapshot-update

bench: $(VENV)/.dev ## print the speed figures of the README
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python -m benchmarks.reading_speed
	$(BIN)/python benchmarks/diff_speed.py
	$(BIN)/python benchmarks/browser_speed.py
	$(BIN)/python benchmarks/weaving_speed.py

docs: $(VENV)/.dev ## write the parts of docs/ that are made from the code
	$(BIN)/evolve schema --format markdown > docs/format.md
	$(BIN)/python benchmarks/readme.py

pictures: $(VENV)/.run ## make the pictures of the tour from the seeds
	$(BIN)/python docs/make_pictures.py

evaluate: $(VENV)/.run ## measure the links of the seeds against the reference readings
	@$(BIN)/evolve evaluate $(SEEDS) --readings tests/readings --training benchmarks/readings

lock: $(VENV)/.dev ## resolve the dependencies anew
	$(INSTALL) uv
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml --extra serve requirements/build.in -o requirements/run.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml --all-extras --group dev requirements/build.in -c requirements/run.txt -o requirements/dev.txt

clean: ## remove what the other commands made
	rm -rf .venv .venv-* .mypy_cache .ruff_cache .pytest_cache .hypothesis timeline.json

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "policy-evolve needs Python 3.11 or newer; name one: make run PYTHON=python3.11" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements/run.txt pyproject.toml | $(VENV)/bin/python
	@echo "Setting up (once) ..." >&2
	$(INSTALL) --require-hashes -r requirements/run.txt
	$(INSTALL) --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q evolve tui
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	$(INSTALL) --require-hashes -r requirements/dev.txt
	@touch $@
