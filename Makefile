# care-voice: `make help` says what there is.
PYTHON ?= python3.11
BIN := .venv/bin
.DEFAULT_GOAL := help
.PHONY: help setup run test coverage lint bench bench-redaction model drill faults privacy postfix lock browser screens screens-pages

help: ## say what there is
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: .venv/ready ## make .venv and put care-voice into it

.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "care-voice needs Python 3.11 or newer. Install it, or say where it is: make setup PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv is missing. On Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch .venv/ready

run: setup ## start the whole service on embedded defaults, with fictional voices to look at
	@exec $(BIN)/care-voice run --demo

browser: ## install what the tests need from Debian: a browser, strace and pkill for the fault runs, and a Postfix (not started)
	@{ command -v chromium && command -v strace && command -v pkill && command -v postfix; } >/dev/null || { echo "postfix postfix/main_mailer_type select No configuration" | debconf-set-selections && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium strace procps postfix >/dev/null; }

# tests wait for processes and sockets: three workers keep two processors busy
WORKERS := $$(( $$(nproc) * 3 / 2 ))

test: setup browser lint ## set up, check types and style, and pass every test
	$(BIN)/pytest -n $(WORKERS) --dist loadfile

coverage: setup browser ## pass every test, and say which lines none of them reaches (takes twice as long)
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -n $(WORKERS) --dist loadfile
	@$(BIN)/coverage combine --quiet && $(BIN)/coverage report

lint: setup ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: setup ## measure speed and memory
	$(BIN)/python -m benchmarks

model: setup ## train the redactor's model of names anew, from the labelled sets in ../shared
	$(BIN)/python -m intake.redaction.training.train ../shared/redaction/train

bench-redaction: setup .venv-bench/ready ## measure the redactor beside others, and write docs/redaction.md's tables
	$(BIN)/python -m benchmarks.redaction

.venv-bench/ready: benchmarks/peers.txt
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check -r benchmarks/peers.txt
	@touch .venv-bench/ready

drill: setup ## make a copy while mail pours in, lose everything, bring it back
	$(BIN)/pytest tests/contracts/test_6_restore.py

screens: setup browser ## talk with the bot, and draw docs/screens: what a person sees
	@fc-list 2>/dev/null | grep -qi emoji || DEBIAN_FRONTEND=noninteractive apt-get install -y -qq fonts-noto-color-emoji >/dev/null
	$(BIN)/python -m tests.screens

screens-pages: setup browser ## visit the pages of the desk and of the lab, and draw docs/pages.md
	$(BIN)/python -m tests.screens.pages

faults: setup ## the long fault runs: kill -9, full disks, failing disks
	$(BIN)/pytest tests/faults -m faults -o addopts= --strict-markers

privacy: setup ## attack what is published, in thousands of made-up collections
	$(BIN)/pytest tests/privacy -n $(WORKERS) -m privacy -o addopts= --strict-markers

postfix: setup browser ## hundreds of mails through real Postfixes, while the service is killed again and again; a real rspamd and a real nginx
	@{ command -v rspamd && command -v nginx; } >/dev/null || DEBIAN_FRONTEND=noninteractive apt-get install -y -qq rspamd nginx-light >/dev/null
	$(BIN)/pytest tests/deploy -o addopts= --strict-markers

lock: setup ## write the two lock files again
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile -q --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate --strip-extras --allow-unsafe -o requirements.lock pyproject.toml
	$(BIN)/pip-compile -q --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate --strip-extras --allow-unsafe --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml
