# Two commands are all there is to remember: `go run . serve` and `make test`.

GO ?= go
FUZZTIME ?= 4000x
SLOWTIME ?= $(if $(filter 4000x,$(FUZZTIME)),200x,$(FUZZTIME))

.PHONY: test check unit soak fuzz vuln release-check lint e2e bench bench-large shots release

# Every test, from a fresh clone: what it needs is installed on the way.
test: check unit fuzz release-check e2e

# The code: form, vet on the three systems it runs on, static analysis.
check:
	@test -z "$$(gofmt -l .)" || { echo "gofmt differs:"; gofmt -l .; exit 1; }
	$(GO) vet ./...
	GOOS=windows GOARCH=amd64 $(GO) vet ./...
	GOOS=darwin GOARCH=arm64 $(GO) vet ./...
	$(GO) tool staticcheck ./...
	$(GO) mod tidy -diff

# Tables, scripts, golden pages and the promises about the built site: once with the
# race detector, which needs a C compiler, and once for how much of the program they
# run, also in the processes that they start. Tests that measure time or memory, or
# end processes, are part of the second round only, since the detector takes much of
# both; and those that try things at random try fewer in the first.
unit:
	@command -v cc >/dev/null || { apt-get update -q && apt-get install -y -q gcc libc6-dev; }
	$(GO) test -race -short ./...
	@set -e; tmp=$$(mktemp -d); trap 'rm -rf "$$tmp"' EXIT; set -x; \
	$(GO) test -coverpkg=./... -coverprofile="$$tmp/profile" ./...; \
	COVERAGE="$$tmp/profile" $(GO) test -count=1 -run '^TestCoverage$$' -v .

# The same, with the tests that do a thing a few times doing it a thousand times:
# faults of the disk, lives of a folder, killed processes, edits under a preview.
soak:
	SOAK=1 $(GO) test -count=1 -timeout 3h -v -run 'Fails|ByTurns|Killed|Interrupted|RandomEdits|TenProcesses' . ./internal/output ./internal/preview

# Each fuzz target for a number of runs, those that build a site or follow links for fewer;
# FUZZTIME=1h for longer. A number, since a target that is stopped by the clock in
# mid-run counts as failed now and then. The targets of a package are one program.
SLOW = FuzzBuild FuzzResolve FuzzTermLinks

fuzz:
	@set -e; tmp=$$(mktemp -d); trap 'rm -rf "$$tmp"' EXIT; \
	for folder in $$(grep -rl --include='*_test.go' '^func Fuzz' internal | xargs -n 1 dirname | sort -u); do \
	  $(GO) test -c -fuzz . -o "$$tmp/fuzz" "./$$folder"; \
	  for target in $$("$$tmp/fuzz" -test.list '^Fuzz'); do \
	    case " $(SLOW) " in *" $$target "*) time=$(SLOWTIME);; *) time=$(FUZZTIME);; esac; \
	    echo "$$folder $$target"; \
	    (cd "$$folder" && "$$tmp/fuzz" -test.run '^$$' -test.fuzz "^$$target$$" -test.fuzztime $$time -test.fuzzminimizetime 1x \
	      -test.fuzzcachedir "$$($(GO) env GOCACHE)/fuzz/commonground/$$folder"); \
	  done; \
	done

# Known holes in what others wrote and we use, as far as our code reaches them. Their
# list is asked for at vuln.go.dev: where that cannot be reached nothing was looked at,
# and this fails and says so.
vuln:
	@out=$$($(GO) tool govulncheck ./... 2>&1); code=$$?; echo "$$out"; \
	case $$out in *"fetching vulnerabilities"*) echo "NOTHING WAS CHECKED: vuln.go.dev cannot be reached from here";; esac; \
	exit $$code

# What the oldest browsers know, and the habits of the house, in style and script.
# It is part of e2e as well.
lint: e2e/node_modules
	cd e2e && npm run lint

# The built site in real browsers.
e2e: e2e/node_modules
	@command -v chromium >/dev/null || test -n "$$CHROMIUM" || { apt-get update -q && apt-get install -y -q chromium; }
	@command -v firefox-esr >/dev/null || test -n "$$FIREFOX" || { apt-get update -q && apt-get install -y -q firefox-esr; }
	@command -v pdftotext >/dev/null || { apt-get update -q && apt-get install -y -q poppler-utils; }
	cd e2e && npm test

e2e/node_modules: e2e/package-lock.json
	cd e2e && npm ci --no-audit --no-fund
	@touch $@

# The program for those who have no Go, with checksums, in dist:
# make release VERSION=1.2.0. The same source, version and Go give the same bytes
# in any folder.
SYSTEMS = windows/amd64 windows/arm64 darwin/arm64 darwin/amd64 linux/amd64 linux/arm64
VERSION =
DIST = dist

release:
	@mkdir -p "$(DIST)" && rm -f "$(DIST)"/commonground-* "$(DIST)/SHA256SUMS"
	@set -e; for system in $(SYSTEMS); do \
	  name=commonground-$${system%/*}-$${system#*/}; \
	  case $$system in windows/*) name=$$name.exe;; esac; \
	  CGO_ENABLED=0 GOOS=$${system%/*} GOARCH=$${system#*/} GOAMD64=v1 GOARM64=v8.0 GOFLAGS=-mod=readonly GOWORK=off GOEXPERIMENT= \
	    $(GO) build -trimpath -buildvcs=false -ldflags '-s -w -X commonground/internal/cli.release=$(VERSION)' -o "$(DIST)/$$name" .; \
	done
	@cd "$(DIST)" && sha256sum commonground-* | tee SHA256SUMS

# What release promises: the same bytes from another folder with nothing cached,
# for a system that is not this one; and this one's program at work.
release-check:
	@set -e; tmp=$$(mktemp -d); trap 'rm -rf "$$tmp"' EXIT; \
	here=$$($(GO) env GOHOSTOS)/$$($(GO) env GOHOSTARCH); foreign=windows/arm64; \
	mkdir "$$tmp/another folder"; \
	cp -R Makefile go.mod go.sum main.go internal layouts static themes "$$tmp/another folder"; \
	$(MAKE) -s release VERSION=1.2.0 DIST="$$tmp/one" SYSTEMS="$$here $$foreign"; \
	GOCACHE="$$tmp/cache" $(MAKE) -s -C "$$tmp/another folder" release VERSION=1.2.0 DIST="$$tmp/two" SYSTEMS=$$foreign; \
	cmp "$$tmp/one/commonground-windows-arm64.exe" "$$tmp/two/commonground-windows-arm64.exe"; \
	cd "$$tmp/one"; sha256sum -c SHA256SUMS; \
	program=./commonground-$${here%/*}-$${here#*/}; \
	says=$$($$program version); test "$$says" = "commonground 1.2.0" || { echo "its version is: $$says"; exit 1; }; \
	$$program init training && $$program build -C training && test -s training/public/index.html

# What a build costs beside a floor and beside Hugo, if there is one, how it grows,
# what Markdown made to be slow does to it, what pages weigh; what each stage costs,
# how long after a file was saved a tab is told of it, and how long a search takes in
# Chromium. docs/performance.md says how to read it, and how long it takes.
bench: e2e/node_modules
	$(GO) run ./internal/bench compare
	$(GO) run ./internal/bench grow
	$(GO) run ./internal/bench patterns
	@tmp=$$(mktemp -d); trap 'rm -rf "$$tmp"' EXIT; $(GO) run . build -q -o "$$tmp/site" && $(GO) run ./internal/bench weigh "$$tmp/site"
	$(GO) test -run '^$$' -bench . -benchmem ./internal/build ./internal/markdown
	$(GO) test -run '^$$' -bench . -benchtime 40x ./internal/preview
	cd e2e && node search-bench.mjs 300 && node search-bench.mjs

# 100,000 lessons, which take 5 GB beside those of the program.
bench-large:
	$(GO) run ./internal/bench grow -lessons 1000,10000,100000 -rounds 3

# A picture of every kind of page, in e2e/shots.
shots: e2e/node_modules
	cd e2e && npm run shots
