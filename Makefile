# Two commands are enough: `make demo` shows the program, `make test` proves it.

# Debian's own Python, where it is new enough and can make environments: it is compiled for speed, which one that was
# built from source often is not (a third slower where it was measured).
DEBIANS := /usr/bin/python3
PYTHON ?= $(shell $(DEBIANS) -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $(DEBIANS) || echo python3)
PORT ?= 8000
SERVE ?= 1
BIN := .venv/bin

export PYTHONUTF8 := 1
# What Python has compiled is kept, whatever the machine is set to: else each start of the program compiles all of it.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help demo test prove test-all pictures bench lint format messages wheel lock setup setup-dev clean

help: ## this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## /  make \1\t/' | expand -t 20

demo: setup ## the founding season and that of 2026 on http://localhost:8000 (PORT= changes it, SERVE=0 only sets up)
	@$(BIN)/thidua demo --port $(PORT) $(if $(filter 0 no,$(SERVE)),--no-serve)

test: setup-dev ## style, types, layers, catalogues, and every test; then what is marked `both` on PostgreSQL
	@$(BIN)/python scripts/check.py

prove: setup-dev ## the long forms of the proofs
	@$(BIN)/python scripts/check.py --long

test-all: setup-dev ## `make test` once more on every other Python found (3.12, 3.13)
	@$(BIN)/python scripts/check.py
	@$(PYTHON) scripts/other_pythons.py

pictures: setup-dev ## the pictures of the README, taken from the demo
	@$(BIN)/python scripts/pictures.py

bench: ## the measured promises; writes their page into docs/
	@$(PYTHON) scripts/setup.py bench
	@$(BIN)/python -m bench

lint: setup-dev ## the checks that need no test
	@$(BIN)/python scripts/check.py --no-tests

format: setup-dev ## ruff puts the code into shape
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format .

messages: setup-dev ## add texts that are not translated yet to the catalogues, then compile them
	@$(BIN)/python scripts/messages.py --update

wheel: setup-dev ## build the wheel into dist/
	@$(BIN)/python -m build --wheel --no-isolation --outdir dist

lock: setup-dev ## remake the hashed pins, and check that they hold for 3.11, 3.12, 3.13
	@$(BIN)/python scripts/lock.py

setup:
	@$(PYTHON) scripts/setup.py run

setup-dev:
	@$(PYTHON) scripts/setup.py dev

clean: ## remove what can be made again (never the data)
	@rm -rf .venv build dist .cache .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
