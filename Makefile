# Two commands are all there is to remember: `go run . build` and `make test`.

GO ?= go
FUZZTIME ?= 3s

.PHONY: test check unit fuzz e2e bench shots

# Every test, from a fresh clone: what it needs is installed on the way.
test: check unit fuzz e2e

# The code: form, vet on the three systems it runs on, static analysis.
check:
	@test -z "$$(gofmt -l .)" || { echo "gofmt differs:"; gofmt -l .; exit 1; }
	$(GO) vet ./...
	GOOS=windows GOARCH=amd64 $(GO) vet ./...
	GOOS=darwin GOARCH=arm64 $(GO) vet ./...
	$(GO) tool staticcheck ./...
	$(GO) mod tidy -diff

# Tables, scripts, golden pages and the promises about the built site. The race
# detector needs a C compiler.
unit:
	@command -v cc >/dev/null || { apt-get update -q && apt-get install -y -q gcc libc6-dev; }
	$(GO) test -race ./...

# Each fuzz target for a moment; FUZZTIME=10m for longer.
fuzz:
	@for package in $$($(GO) list ./internal/...); do \
	  for target in $$($(GO) test -list '^Fuzz' $$package | grep '^Fuzz'); do \
	    $(GO) test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 1x $$package || exit 1; \
	  done; \
	done

# The built site in a real browser.
e2e: e2e/node_modules
	@command -v chromium >/dev/null || test -n "$$CHROMIUM" || { apt-get update -q && apt-get install -y -q chromium; }
	cd e2e && npm test

e2e/node_modules: e2e/package-lock.json
	cd e2e && npm ci --no-audit --no-fund
	@touch $@

# What each stage costs at 30, 300 and 1,000 lessons.
bench:
	$(GO) test -run '^$$' -bench . -benchmem ./internal/build ./internal/markdown

# A picture of every kind of page, in e2e/shots.
shots: e2e/node_modules
	cd e2e && npm run shots
