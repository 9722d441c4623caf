# Every verb does its own set-up. `make` alone lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1
export OPENBLAS_NUM_THREADS := 1
export OMP_NUM_THREADS := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUTF8 := 1

# --- environment: one virtual environment, four depths -------------------------------

VENV := $(BIN)/python
SITE := .venv/site.done
BINDERY := .venv/ebook.done
TEST := .venv/test.done
GATES := .venv/gates.done
AUDIT := .venv/audit.done
AUDIO := .venv-audio/audio.done
TORCH_INDEX := https://download.pytorch.org/whl/cpu

$(VENV):
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(0 if v >= (3, 11) else f"This needs Python 3.11 or newer; {sys.executable} is {v[0]}.{v[1]}. Name another one: make PYTHON=python3.12 $(MAKECMDGOALS)")'
	$(PYTHON) -m venv .venv

$(SITE): requirements/site.lock pyproject.toml | $(VENV)
	$(BIN)/pip install --quiet --require-hashes --requirement requirements/site.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(BINDERY): requirements/ebook.lock $(SITE)
	$(BIN)/pip install --quiet --require-hashes --requirement requirements/ebook.lock
	@touch $@

# torch is pinned by version, always the CPU build: on Linux PyPI has only the CUDA one,
# so PyTorch's own index is asked too (briefly: it may be out of reach).
$(TEST): requirements/test.lock pyproject.toml | $(VENV)
	$(BIN)/pip install --quiet --require-hashes --requirement requirements/test.lock
	$(BIN)/pip install --quiet --no-deps --retries 1 --extra-index-url $(TORCH_INDEX) torch==2.13.0
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $(SITE) $(BINDERY) $@

# Node is a package of PyPI here; its own packages are pinned by hash as well.
$(GATES): requirements/gates.lock tests/gates/package.json tests/gates/package-lock.json $(TEST)
	$(BIN)/pip install --quiet --require-hashes --requirement requirements/gates.lock
	$(BIN)/python tests/gates/node.py
	@touch $@

$(AUDIT): requirements/audit.lock | $(VENV)
	$(BIN)/pip install --quiet --require-hashes --requirement requirements/audit.lock
	@touch $@

# The voices of the podcast, and what listens to them, are half a gigabyte: they live by themselves.
$(AUDIO): requirements/audio.lock
	$(PYTHON) -m venv .venv-audio
	.venv-audio/bin/pip install --quiet --require-hashes --requirement requirements/audio.lock
	@touch $@

# --- verbs ----------------------------------------------------------------------------

serve: $(SITE)  ## Build the book, show it at http://127.0.0.1:8000/, reload as you write
	SITE_URL=http://127.0.0.1:$(PORT)/ $(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

site: $(SITE)  ## Build the book once, into site/
	$(BIN)/mkdocs build --strict --quiet

ebook: export EBOOK := ebook/what-is-a-neural-network
ebook: $(BINDERY) site  ## Build the book, and beside it in site/ebook/ the whole of it as EPUB and as PDF
	CHROMIUM="$$($(BIN)/python tests/browser/chromium.py | sed -n 's/^browser: //p')" $(BIN)/python -m mkdocs_lesson.ebook site $(EBOOK)

fast: $(TEST)  ## The fast lane of the tests: seconds, no browser
	$(BIN)/pytest -n 2 --dist worksteal -m "not browser and not slow and not gates"

test: $(TEST)  ## Everything a contributor must pass, in a real browser and against real torch
	$(BIN)/python tests/browser/chromium.py
	$(BIN)/ruff check
	$(BIN)/pytest -n 2 --dist worksteal
	$(BIN)/pytest --codeblocks README.md CONTRIBUTING.md docs

gates: $(GATES)  ## What needs node, Java or another browser: HTML, spelling, EPUB and PDF, Lighthouse, Firefox, WebKit; with each gate's time
	$(BIN)/python tests/browser/chromium.py
	for each in java firefox webkit; do PYTHONPATH=tests/browser $(BIN)/python tests/gates/$$each.py || exit; done
	$(BIN)/pytest -n 2 --dist loadfile -m gates --durations=0 tests/gates

audit: $(AUDIT)  ## Ask for known weaknesses of what the locks pin (needs the network); compare third-party files by hash
	$(BIN)/python tests/gates/audit.py

programs: $(TEST)  ## Run every program on NumPy, plainnet, PyTorch and in the page; print the table
	$(BIN)/pytest -q -n 2 --dist worksteal --table tests/content/test_programs.py tests/browser/test_every_program.py -k "leaves_what or same_on_plainnet or prints_what"

snippets: $(TEST)  ## Run the programs that changed; rewrite their .out, .svg and .json
	$(BIN)/pytest tests/content/test_programs.py tests/content/test_book.py tests/plainnet/test_gradient_table.py tests/content/test_reference.py tests/content/test_labs.py::test_lab_gives_what_its_notebook_shows --update

audio: $(AUDIO)  ## Speak the episodes of the podcast whose script changed; say how loud and how clear they are
	PYTHONPATH=src .venv-audio/bin/python podcast/studio

bench: $(GATES)  ## Measure the build, pages, demos, Python and training in the page, the engine; compare with the record (RECORD=1 rewrites it)
	$(BIN)/python tests/browser/bench.py
	PYTHONPATH=tests/browser $(BIN)/python tests/gates/bench.py
	$(BIN)/python tests/plainnet/bench.py
	$(BIN)/python tests/plainnet/bench_page.py

vendor: $(TEST)  ## Refresh third-party files (needs node and npm)
	$(BIN)/python docs/assets/vendor/refresh.py

lock:  ## Write the locks anew (needs uv and npm)
	uv pip compile -q --universal --generate-hashes --no-header --no-annotate --python-version 3.11 pyproject.toml --extra site --extra ebook --extra test requirements/torch.in -o requirements/test.lock
	uv pip compile -q --universal --generate-hashes --no-header --no-annotate --python-version 3.11 -c requirements/test.lock pyproject.toml --extra site -o requirements/site.lock
	uv pip compile -q --universal --generate-hashes --no-header --no-annotate --python-version 3.11 -c requirements/test.lock pyproject.toml --extra gates -o requirements/gates.lock
	uv pip compile -q --universal --generate-hashes --no-header --no-annotate --python-version 3.11 -c requirements/test.lock pyproject.toml --extra ebook -o requirements/ebook.lock
	uv pip compile -q --universal --generate-hashes --no-header --no-annotate --python-version 3.11 -c requirements/test.lock pyproject.toml --extra audio -o requirements/audio.lock
	uv pip compile -q --universal --generate-hashes --no-header --no-annotate --python-version 3.11 -c requirements/test.lock -c requirements/gates.lock pyproject.toml --extra audit -o requirements/audit.lock
	npm install --package-lock-only --ignore-scripts --prefix tests/gates

new: $(SITE)  ## Start a chapter: make new SLUG=gradient-descent
	$(BIN)/python -m mkdocs_lesson new $(SLUG)

clean:  ## Remove what make made (the environment too)
	rm -rf .venv site

help:
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-9s %s\n", $$1, $$2}'

.PHONY: serve site ebook fast test gates audit programs snippets audio bench vendor lock new clean help
