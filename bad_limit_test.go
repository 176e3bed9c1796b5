package main

import (
	"os"
	"strconv"
)

// The command of a case runs under this name, with a limit of its memory in MiB,
// and says in a file how much of it was used at most.
const (
	limitedName = "commonground-limited"
	memoryVar   = "COMMONGROUND_TEST_MEMORY"
	peakVar     = "COMMONGROUND_TEST_PEAK"

	defaultMemory = 64
)

// limited is the command with a limit, where the system has one.
func limited() {
	most, err := strconv.Atoi(os.Getenv(memoryVar))
	if err != nil {
		panic(err)
	}
	limitMemory(most)
	code := run()
	if err = os.WriteFile(os.Getenv(peakVar), []byte(strconv.Itoa(peakMemory())), 0o666); err != nil {
		panic(err)
	}
	os.Exit(code)
}
