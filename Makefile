# Every command a person needs. Needs: Python 3.11 or newer (with venv) and make; the rest is set up in .venv.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	if $$p -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo $$p; break; fi; done)
BIN := .venv/bin
JOBS ?= 2

.DEFAULT_GOAL := help
.PHONY: help demo run test check lint types layers facts bench docs expected smoke fuzz clean

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "unrenew needs Python 3.11 or newer (with its venv module) as python3.11 or python3: none was found." >&2; exit 2; }
	@echo "Setting up .venv with $(PYTHON)" >&2
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "The venv module is missing: on Debian and Ubuntu, apt-get install python3-venv." >&2; exit 2; }

.venv/.run: pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing what unrenew needs (once, about a minute)" >&2
	@$(BIN)/python -m pip install -q --use-pep517 --disable-pip-version-check -c constraints.txt -e .
	@$(BIN)/python -m compileall -q src  # answers 0.2 s sooner where Python is told to write no bytecode
	@touch $@

.venv/.dev: .venv/.run
	@echo "Installing what the tests need (once, a minute or two)" >&2
	@$(BIN)/python -m pip install -q --use-pep517 --disable-pip-version-check -c constraints.txt -e '.[dev,postgres,encryption,notices,timestamps,parquet]'
	@touch $@

demo: .venv/.run ## see unrenew do its job on sample statements
	@$(BIN)/unrenew demo

run: .venv/.run ## a shell command of your choice: make run ARGS="scan my.csv"
	@$(BIN)/unrenew $(ARGS) || test $$? -eq 1  # 1: done, with something to look at

test: .venv/.dev ## all tests
	@$(BIN)/python -m pytest -n $(JOBS) --dist loadfile $(ARGS)

lint: .venv/.dev ## style
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: .venv/.dev ## types, strictly
	@$(BIN)/basedpyright

layers: .venv/.dev ## what may import what
	@$(BIN)/lint-imports

check: lint layers types test ## everything that the CI does

facts: .venv/.run ## is the directory sound; what is old or lacking
	@$(BIN)/unrenew facts check $(ARGS)

bench: .venv/.dev ## measure, and write docs/benchmarks.md
	@$(BIN)/python -m bench $(ARGS)

docs: .venv/.dev ## write the generated pages of docs/ anew
	@$(BIN)/python -m scripts.generate_docs

smoke: .venv/.dev ## build the wheel, install it alone, run it
	@rm -rf build/smoke && mkdir -p build/smoke
	@$(BIN)/python -m pip wheel -q --no-deps -w build/smoke .
	@$(PYTHON) -m venv build/smoke/venv
	@build/smoke/venv/bin/python -m pip install -q --use-pep517 --disable-pip-version-check -c constraints.txt build/smoke/*.whl
	@cd build/smoke && venv/bin/unrenew --version && venv/bin/unrenew demo > /dev/null && echo "smoke: the wheel works alone"

clean: ## remove what was set up and built
	rm -rf .venv build dist .pytest_cache .ruff_cache .hypothesis

expected: .venv/.dev ## write anew what the sample statements give; review the difference
	@$(BIN)/python scripts/expected.py

.venv/.fuzz: .venv/.dev
	@echo "Installing atheris, which guides by coverage (once; Linux and macOS)" >&2
	@$(BIN)/python -m pip install -q --use-pep517 --disable-pip-version-check -c constraints.txt -e '.[fuzz]'
	@touch $@

fuzz: .venv/.fuzz ## feed altered files to the readers: make fuzz ARGS="ofx 300"
	@$(BIN)/python fuzz/fuzz_readers.py $(ARGS)
