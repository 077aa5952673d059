# Everything a developer runs. `make run` and `make test` set up what they need on first use.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PYTEST := $(BIN)/python -m pytest
SOAK_SECONDS ?= 600
# A third of the time a test waits for a terminal or a clock: three of them keep two cores at work.
WORKERS = $$($(BIN)/python -c 'import os; print(os.cpu_count() * 3 // 2)')

.PHONY: help run test slow soak bench bench-bytes bench-slow-line bench-quick bench-start bench-set bench-checking check format screenshots docs dist clean

help:
	@echo "make run          open the app on the bundled story (ARGS='--data PATH' for another)"
	@echo "make test         run the default tests on all cores, then those that measure, one at a time"
	@echo "                  (ARGS='tests/x.py -k y' runs just these in one process; add -n 2 for two)"
	@echo "make slow         run the tests that take minutes"
	@echo "make soak         walk through the app at random for ten minutes (SOAK_SECONDS=60 for one)"
	@echo "make bench        measure start and large sets, and write docs/performance.md (half an hour)"
	@echo "make bench-checking  measure checking beside a plain pass over the text (ARGS=CLAIMS)"
	@echo "make bench-quick  hold bytes, queries and modules to their budgets, which no machine sways"
	@echo "make bench-start  measure how fast the app is there and answers, beside other programs"
	@echo "make bench-bytes  measure what the app sends beside other programs (ARGS='--size 120x40')"
	@echo "make bench-slow-line  measure it at the end of a line of 64 kbit/s, beside a plain table"
	@echo "make bench-set    make a data set of any size (ARGS='--entities 1000000 --format csv -o DIR')"
	@echo "make check        ruff, mypy, pyright and the import contracts"
	@echo "make format       let ruff put the code in order"
	@echo "make screenshots  draw the pictures in screenshots/ from the running app"
	@echo "make docs         write the generated parts of docs/"
	@echo "make dist         build wheel and source distribution"

run: $(VENV)/.can-run
	@$(BIN)/scale-explorer $(ARGS)

# Status 5 says that a pass had nothing to run, which is no failure; 2 that somebody stopped it.
test: $(VENV)/.can-test
ifdef ARGS
	@$(PYTEST) $(ARGS)
else
	@failed=0; \
	pass() { $(PYTEST) "$$@" || case $$? in 5) ;; 2) exit 2 ;; *) failed=1 ;; esac; }; \
	pass --numprocesses $(WORKERS) --dist worksteal -m "not slow and not alone"; \
	pass -m "alone and not slow"; \
	exit $$failed
endif

slow: $(VENV)/.can-test
	@$(PYTEST) -m slow $(ARGS)

soak: $(VENV)/.can-test
	@SOAK_SECONDS=$(SOAK_SECONDS) $(PYTEST) -s -m alone tests/soak $(ARGS)

bench: $(VENV)/.can-test
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	@$(BIN)/python -m benchmarks.report $(ARGS)

bench-checking: $(VENV)/.can-test
	@$(BIN)/python -m benchmarks.checking $(ARGS)

# Counts alone, so that it may fail anywhere; all of it is part of `make test` as well.
bench-quick: $(VENV)/.can-test
	@$(PYTEST) -q -m "not slow" tests/tui/budgets tests/tui/test_bytes.py

bench-start: $(VENV)/.can-test
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	@$(BIN)/python -m benchmarks.start $(ARGS)

bench-bytes: $(VENV)/.can-test
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	@$(BIN)/python -m benchmarks.bytes_sent $(ARGS)

bench-slow-line: $(VENV)/.can-test
	@$(BIN)/python -m benchmarks.slow_line $(ARGS)

bench-set: $(VENV)/.can-test
	@$(BIN)/python -m benchmarks.make_set $(ARGS)

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
