# Herald: the commands of the repository.
#
#   make generate   regenerate Generated/ from openapi.json, as herald.yaml says
#   make test       run all tests: the tool's, those of Generated/, and the descriptions' validity
#   make build      build the tool, optimized
#   make cases      rewrite what Tests/Cases, the JSON Schema, the README's table and FEATURES.md should be; read the diff
#   make roundtrip  read and write the examples of descriptions with the generated types: CORPUS=folder
#   make balance    count what of descriptions is generated, warned of, or lost: CORPUS=folder
#   make agreement  compare verdicts with those of other tools: CASES=folder of oasdiff and criteo, see Tests/DiffAgreement
#   make benchmark  measure generating, compiling and running (ten minutes), and rewrite BENCHMARKS.md
#   make benchmark CORPUS=folder  the same, and compile two large descriptions, too (half an hour)
#   make benchmark-peers  the same beside other generators: PEERS=folder, see Tests/Benchmarks/README.md
#   make benchmark-check  compare the instructions that generating takes with the stored counts
#   make benchmark-baseline  store the counts of now; for changes that are worth them
#   make format     format all Swift code
#   make lint       check the format of all Swift code
#   make setup      install libyaml, which the tool links, if it is missing
#   make help       this list
#
# A fresh machine needs Swift 6.1 or later and nothing else: what is missing is installed by `setup`, which
# says so first. Python is used if it is there, to check the descriptions with openapi-spec-validator.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

swift_code := Package.swift Sources Tests Templates Generated
descriptions := openapi.json $(wildcard Tests/Fixtures/Hero/*.json)
validator := .build/openapi-spec-validator

.PHONY: help generate test build cases roundtrip balance agreement format lint setup validate

help:
	@sed -n 's/^#   make /make /p' Makefile

# The debug build: it takes half the time to build, and the tool runs for less than a second.
generate: setup
	swift run herald generate

test: setup validate
	# Compiling cases keeps all threads busy; tests that wait for something would be late beside it.
	swift test --skip CaseTests
	swift test --skip-build --filter CaseTests
	swift test --package-path Generated

build: setup
	swift build --configuration release --product herald

cases: setup
	HERALD_RECORD=1 swift test --filter 'CaseTests\.(CaseTests|ConfigurationDocumentsTests|FeatureTableTests)'

roundtrip: setup
	@test -n '$(CORPUS)' || { echo 'roundtrip: name a folder: make roundtrip CORPUS=DIR' >&2; exit 1; }
	HERALD_CORPUS=$(abspath $(CORPUS)) swift test --filter 'RoundTripTests/theExamplesOfACorpusSurvive'

balance: setup
	@test -n '$(CORPUS)' || { echo 'balance: name a folder: make balance CORPUS=DIR' >&2; exit 1; }
	HERALD_CORPUS=$(abspath $(CORPUS)) swift test --filter 'BalanceTests/nothingOfACorpusIsLost'

agreement: setup
	swift run diff-agreement '$(CASES)/oasdiff' Tests/DiffAgreement/disagreements.yaml
	swift run diff-agreement '$(CASES)/criteo' Tests/DiffAgreement/comparator.yaml

benchmark_run := swift run --package-path Tests/Benchmarks benchmark

benchmark: setup valgrind
	$(benchmark_run) --markdown --json Tests/Benchmarks/.build/benchmark.json \
	  $(if $(CORPUS),--corpus '$(abspath $(CORPUS))')

benchmark-peers: setup valgrind
	$(benchmark_run) --areas peers --peers '$(abspath $(PEERS))'

benchmark-check: setup valgrind
	$(benchmark_run) --check

benchmark-baseline: setup valgrind
	$(benchmark_run) --check --record

# Counts instructions; it is not made for macOS on current processors.
valgrind:
	@if command -v valgrind > /dev/null; then exit 0; fi; \
	if command -v apt-get > /dev/null; then \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  echo "setup: installing valgrind: $$sudo apt-get update && $$sudo apt-get install --yes valgrind"; \
	  $$sudo apt-get update; \
	  $$sudo apt-get install --yes valgrind libc6-dbg; \
	else \
	  echo 'benchmark: install valgrind first; without it instructions cannot be counted' >&2; exit 1; \
	fi

format:
	swift format format --in-place --parallel --recursive $(wildcard $(swift_code))

lint:
	swift format lint --strict --parallel --recursive $(wildcard $(swift_code))

setup:
	@if pkg-config --exists yaml-0.1 2> /dev/null; then exit 0; fi; \
	for prefix in /usr /usr/local /opt/homebrew; do if [ -e $$prefix/include/yaml.h ]; then exit 0; fi; done; \
	if command -v brew > /dev/null; then \
	  echo 'setup: installing libyaml: brew install libyaml'; \
	  brew install libyaml; \
	elif command -v apt-get > /dev/null; then \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  echo "setup: installing libyaml: $$sudo apt-get update && $$sudo apt-get install --yes libyaml-dev"; \
	  $$sudo apt-get update; \
	  $$sudo apt-get install --yes libyaml-dev; \
	else \
	  echo 'setup: install libyaml with its headers first' >&2; exit 1; \
	fi

# In an environment of its own below .build, unless the module is installed already.
validate:
	@if ! command -v python3 > /dev/null; then echo 'validate: skipped, there is no python3'; exit 0; fi; \
	python=python3; \
	if ! python3 -c 'import openapi_spec_validator' 2> /dev/null; then \
	  python=$(validator)/bin/python; \
	  if ! $$python -c 'import openapi_spec_validator' 2> /dev/null; then \
	    echo 'validate: installing openapi-spec-validator into $(validator)'; \
	    if ! { python3 -m venv $(validator) && $(validator)/bin/pip install --quiet openapi-spec-validator; }; then \
	      echo 'validate: skipped, openapi-spec-validator cannot be installed'; exit 0; \
	    fi; \
	  fi; \
	fi; \
	$$python -m openapi_spec_validator $(descriptions)
