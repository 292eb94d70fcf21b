# What can be done here; `make` alone prints the list.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
INSTALL := $(BIN)/pip install -qq --disable-pip-version-check --require-hashes
COMPILE := $(BIN)/uv pip compile --quiet pyproject.toml --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header --no-annotate
OUR_CODE := pressroom articles agreements entities
# Templates in Jinja2; the desk's are Django's.
READERS := templates/site templates/delivery templates/preview $(wildcard templates/*.html)

.DEFAULT_GOAL := help
.PHONY: help run test proofs benchmark bench validate screenshots lighthouse coverage gates lint types imports \
	migrations-check deploy-check lock-check format messages fixtures lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-17s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/.base ## install, prepare the database and serve on http://127.0.0.1:8000 (PORT=8001 for another port)
	@$(MANAGE) prepare
	@echo "The press room opens at http://127.0.0.1:$(PORT)/ (Ctrl-C closes it)."
	@bin/serve $(PORT)

test: .venv/.dev ## every test on SQLite, and on PostgreSQL where one answers (ARGS="-k embargo" for some)
	@bin/ensure-browser
	@bin/test $(ARGS)

proofs: .venv/.dev ## kill whoever writes 200 times, and let 200 releases fall due at once (KILLS=50 for fewer)
	@bin/proofs

benchmark: .venv/.dev ## how long it takes to publish, to read a release, to know its names, to bring an archive
	@failed=0; for what in publishing reading intake_names archive; do \
		$(BIN)/python -m tests.benchmarks.$$what || failed=1; done; exit $$failed

bench: .venv/.dev ## what a request costs the processor, on each server and database (ARGS="--runs 1")
	@bin/bench $(ARGS)

screenshots: .venv/.dev ## pictures of every public page in .local/screenshots/, and what is wrong there (ARGS="/ralat/")
	@bin/screenshots $(ARGS)

lighthouse: .venv/.dev ## Lighthouse's judgement of the public pages; needs npm (ARGS="--runs 1 home")
	@bin/lighthouse $(ARGS)

validate: .venv/.dev ## crawl everything public and hold HTML, CSS, feeds, calendars, data and links against their rules
	@bin/validate $(ARGS)

coverage: ## fails when the last `make test` ran less than 95 % of the code
	@$(BIN)/python -m slipcover --merge .coverage.json --out .coverage.json --skip-covered --fail-under 95

gates: lint types imports migrations-check deploy-check lock-check ## everything CI asks for besides the tests

lint: .venv/.dev ## format and style of code and templates
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/djlint --quiet --lint templates/admin templates/api
	@$(BIN)/djlint --quiet --lint --profile jinja $(READERS)

types: .venv/.dev ## types
	@$(BIN)/mypy

imports: .venv/.dev ## the floors of the house: imports go down only
	@$(BIN)/lint-imports

migrations-check: .venv/.dev ## no model has changed without its migration
	@$(MANAGE) makemigrations --check --dry-run

deploy-check: .venv/.dev ## Django's own check of the production settings
	@PRESSROOM_MODE=production ALLOWED_HOSTS=example.go.id \
		SECRET_KEY="$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(64))')" \
		$(MANAGE) check --deploy --fail-level WARNING

lock-check: ## the lock files name no download host
	@! grep -nE 'https?://' requirements/*.txt
	@echo "The lock files name no download host."

format: .venv/.dev ## rewrite the code as `make lint` wants it
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

messages: .venv/.dev ## collect and compile the interface texts (needs gettext)
	@$(MANAGE) makemessages --locale en --no-wrap --add-location file --ignore '.*' --ignore tests
	@$(MANAGE) compilemessages --ignore '.*'

fixtures: .venv/.base ## build fixtures/*.json from fixtures/source/
	@$(MANAGE) build_fixtures

lock: .venv/.dev ## pin what pyproject.toml names, with hashes (UPGRADE=--upgrade for the newest)
	@$(COMPILE) $(UPGRADE) --extra scale --extra docs --group dev --output-file requirements/dev.txt
	@$(COMPILE) --constraint requirements/dev.txt --extra scale --output-file requirements/scale.txt
	@$(COMPILE) --constraint requirements/dev.txt --extra docs --output-file requirements/docs.txt
	@$(COMPILE) --constraint requirements/dev.txt --output-file requirements/base.txt
	@$(MAKE) --no-print-directory lock-check

clean: ## remove what make can make again; the data in .local/ stays
	rm -rf .venv .coverage.json .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find $(OUR_CODE) tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@bin/make-venv $(PYTHON)

.venv/.base: requirements/base.txt | $(BIN)/python
	@echo "Installing what the press room needs …"
	@$(INSTALL) -r requirements/base.txt
	@touch .venv/.base

# The development file pins everything of the base file too, so it stands for both.
.venv/.dev: requirements/dev.txt | $(BIN)/python
	@echo "Installing what development needs …"
	@$(INSTALL) -r requirements/dev.txt
	@touch .venv/.base .venv/.dev
