# `make site` and `make test` need nothing but Python 3.11 and make: each sets up what it uses in .venv first.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: help site serve test check bench golden clean

help:                            ## what can be made
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

site: .venv/installed            ## the sample site, built from its sources
	$(BIN)/broadsheet build

serve: .venv/installed           ## the same, rebuilt and reloaded while you edit
	$(BIN)/broadsheet serve --open

test: .venv/tools                ## all tests (a browser is installed if there is none)
	$(BIN)/python -m pytest -n auto --dist loadgroup

check: .venv/tools               ## style, types, and the links of the built site
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/broadsheet build --strict
	$(BIN)/broadsheet check

bench: .venv/tools               ## speed and memory beside our peers
	$(BIN)/python bench/run.py

golden: .venv/tools              ## rewrite the expected files of the golden sites, and the articles of the sample
	$(BIN)/python -m pytest tests/test_golden.py tests/test_sample.py --update

clean:                           ## everything that can be made again
	rm -rf .venv .broadsheet dist bench/.work .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find site -mindepth 1 ! -name .gitignore -delete

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

.venv/tools: .venv/installed
	$(BIN)/python -m pip install --quiet --group test --group lint
	touch $@
