package cli

import (
	"io/fs"
	"os"
	"runtime/debug"
)

// letGarbagePile sets how much of what a build has thrown away may pile up before
// the memory is swept. Most of what a build makes it soon throws away, and to sweep
// as often as other programs do costs an eighth of its time. A small package may
// leave much lying about; with a large one that would be seen in the memory. Whoever
// sets GOGC gets what it says.
func letGarbagePile(pkg fs.FS) {
	if os.Getenv("GOGC") != "" {
		return
	}
	files := 0
	fs.WalkDir(pkg, "content", func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files++
		}
		return nil // what cannot be read is said where it is to be read
	})
	debug.SetGCPercent(garbagePercent(files))
}

// garbagePercent says how much garbage there may be for a package of so many files,
// in percent of what is in use, which is about 20 KB for each of them.
func garbagePercent(files int) int {
	const (
		inUse   = 20 << 10
		welcome = 128 << 20
		least   = 60
		most    = 400 // Go's own is 100
	)
	return min(max(100*welcome/(inUse*max(files, 1)), least), most)
}
