// Package soak is for tests that can take long: it says whether they may, and gives
// them a folder in which they take less. No part of the program imports it.
package soak

import (
	"os"
	"testing"
)

// Asked says whether tests may take as long as they like: make soak.
func Asked() bool { return os.Getenv("SOAK") != "" }

// Folder is t.TempDir in memory, where there is such a place: thousands of small
// files made and removed again can take minutes on a disk.
func Folder(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("/dev/shm", "commonground-test-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}
