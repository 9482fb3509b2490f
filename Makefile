# Two commands do everything on a fresh machine: `make app` and `make test`. Both install what they need first.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: app test lint lock bench soak clean

app: .venv/app
	$(BIN)/pepinsight app

# The environment of the product alone, and the same with what the tests need. Both are pinned by their lock files.
.venv/app: requirements.lock pyproject.toml
	tools/environment $(PYTHON) requirements.lock
	touch $@

.venv/dev: requirements-dev.lock pyproject.toml
	tools/environment $(PYTHON) requirements-dev.lock
	touch $@ .venv/app

test: .venv/dev
	tools/browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy pepinsight
	$(BIN)/lint-imports
	$(BIN)/pytest

lint: .venv/dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/dev
	$(BIN)/python tools/bench.py

# Ten thousand variants of the corpus' PEPs through a scan; hours. docs/scale.md has what it said.
soak: .venv/dev
	nice $(BIN)/python tools/soak.py

# Pin the newest versions that pyproject.toml allows, for every platform, without any index's address.
lock: .venv/dev
	$(BIN)/uv pip compile --universal --python-version 3.11 --no-emit-index-url --no-header --upgrade pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --universal --python-version 3.11 --no-emit-index-url --no-header --upgrade --extra dev pyproject.toml -o requirements-dev.lock

clean:
	rm -rf .venv
