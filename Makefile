# Everything a developer runs. `make run` and `make test` set up what they need on first use.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help run test slow bench bench-bytes check format screenshots docs dist clean

help:
	@echo "make run          open the app on the bundled story (ARGS='--data PATH' for another)"
	@echo "make test         run the default tests"
	@echo "make slow         run the tests that take minutes"
	@echo "make bench        measure checking beside a plain pass over the text (ARGS=CLAIMS)"
	@echo "make bench-bytes  measure what the app sends beside other programs (ARGS='--size 120x40')"
	@echo "make check        ruff, mypy, pyright and the import contracts"
	@echo "make format       let ruff put the code in order"
	@echo "make screenshots  draw the pictures in screenshots/ from the running app"
	@echo "make docs         write the generated parts of docs/"
	@echo "make dist         build wheel and source distribution"

run: $(VENV)/.can-run
	@$(BIN)/scale-explorer $(ARGS)

test: $(VENV)/.can-test
	@$(BIN)/python -m pytest $(ARGS)

slow: $(VENV)/.can-test
	@$(BIN)/python -m pytest -m slow $(ARGS)

bench: $(VENV)/.can-test
	@$(BIN)/python -m benchmarks.checking $(ARGS)

bench-bytes: $(VENV)/.can-test
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	@$(BIN)/python -m benchmarks.bytes_sent $(ARGS)

check: $(VENV)/.can-test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/pyright --pythonpath $(BIN)/python

format: $(VENV)/.can-test
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

screenshots: $(VENV)/.can-test
	$(BIN)/python screenshots/draw.py

docs: $(VENV)/.can-test
	$(BIN)/python docs/generate.py

dist: $(VENV)/.can-test
	$(BIN)/python -m build

clean:
	rm -rf $(VENV) dist .mypy_cache .pytest_cache .ruff_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11 run"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.can-run: pyproject.toml | $(BIN)/python
	@echo "Setting up .venv (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.can-test: pyproject.toml | $(BIN)/python
	@echo "Setting up .venv for development (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.can-run
