# From a fresh machine with Python 3.11 or newer: `make test` and `make demo` install what they need into .venv.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready

.PHONY: install test lint demo speed corpus schema readme clean

install: $(READY)

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "memcon needs Python 3.11 or newer; name one with make PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: lint
	$(BIN)/python -m pytest -n 2 --dist loadfile

demo: $(READY)
	mkdir -p demo
	$(BIN)/memcon read examples/index.csv
	$(BIN)/memcon read examples/index.csv --json > demo/records.jsonl
	$(BIN)/memcon read examples/index.csv --html demo/page.html
	@echo 'The records are in demo/records.jsonl. Open demo/page.html in a browser to see the facts beside the text.'

# The two below want the corpora of ../shared.
speed: $(READY)
	$(BIN)/python benchmarks/speed.py

corpus: $(READY)
	$(BIN)/python benchmarks/corpus.py

# What README.md shows, written afresh after the reading has changed.
readme: $(READY)
	$(BIN)/python docs/refresh.py

schema: $(READY)
	$(BIN)/python -m memcon.serial > docs/record.schema.json

clean:
	rm -rf .venv demo
