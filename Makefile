# `make help` says what there is.

SWIFT ?= swift
# The site that is built and served, and where to.
SOURCE ?= .
OUTPUT ?= $(patsubst ./%,%,$(SOURCE)/public)
PORT ?= 8080

SWIFT_FILES = Package.swift Plugins Sources Tests
RELEASE = $(SWIFT) build -c release --product isnad
# Tests run on the code that users run. They see what is package, not what is internal, so that all that
# is compiled for them is there for the site as well.
TEST = $(SWIFT) test -c release --disable-testable-imports

.DEFAULT_GOAL := help
.PHONY: help site serve isnad test bench format lint clean

help: ## Say what there is to make.
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | sort | expand -t 10

site: isnad ## Build the demo report into public/ (SOURCE=, OUTPUT= for another).
	@echo "Building the site of $(SOURCE) into $(OUTPUT)…"
	@PAGEFIND_BINARY_PATH="$$(sh scripts/pagefind.sh)" && export PAGEFIND_BINARY_PATH && \
	  "$$($(RELEASE) --show-bin-path)/isnad" build --search --source "$(SOURCE)" --output "$(OUTPUT)"
	@echo
	@echo "  Open  $$(cd "$(OUTPUT)" && pwd)/index.html"
	@echo "  or    make serve   and look at http://127.0.0.1:$(PORT)/"

serve: isnad ## Preview the demo report on this machine (PORT=).
	@"$$($(RELEASE) --show-bin-path)/isnad" serve --source "$(SOURCE)" --port $(PORT)

isnad:
	@sh scripts/require.sh swift cmark
	@echo "Compiling isnad (some minutes the first time)…"
	@$(RELEASE)

# Tests that wait for an answer or a change. Beside all others they would wait for a core as well.
WAITING_TESTS := PreviewTests|ServeTests

test: ## Run all tests.
	@sh scripts/require.sh swift cmark python
	@sh Tests/MustacheTests/fetch-spec.sh
	PAGEFIND_BINARY_PATH="$$(sh scripts/pagefind.sh)" $(TEST) --skip '$(WAITING_TESTS)'
	$(TEST) --skip-build --filter '$(WAITING_TESTS)'
	@echo "Looking at the demo report in a browser…"
	@isnad="$$($(RELEASE) --show-bin-path)/isnad" && \
	  PAGEFIND_BINARY_PATH="$$(sh scripts/pagefind.sh)" && export PAGEFIND_BINARY_PATH && \
	  "$$isnad" build --quiet --search --output .build/browser-site && \
	  ISNAD="$$isnad" bash Tests/Browser/run.sh .build/browser-site

bench: ## Measure isnad beside other generators on the same synthetic report (N= articles).
	@sh scripts/require.sh swift cmark python
	@sh Tests/Benchmark/bench.sh

format: ## Lay out all Swift files as the project does.
	$(SWIFT) format -i -r --configuration .swift-format $(SWIFT_FILES)

lint: ## Say where Swift files are not laid out so.
	$(SWIFT) format lint -s -r --configuration .swift-format $(SWIFT_FILES)

# Of public/, only what isnad wrote.
clean: ## Remove what was built.
	rm -rf .build
	@if [ -f public/.isnad/manifest ]; then \
	  cd public && tail -n +2 .isnad/manifest | tr '\n' '\0' | xargs -0 rm -f -- && \
	  rm -rf .isnad && find . -mindepth 1 -type d -empty -delete; \
	fi
