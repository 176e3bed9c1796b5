package cli

import (
	"fmt"
	"runtime/debug"
)

// version is that of the module, or the commit of a program built in its own
// checkout.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			return "development version " + s.Value[:min(len(s.Value), 12)]
		}
	}
	return "development version"
}

// runVersion prints the version.
func runVersion(env Env, args []string) error {
	if len(args) > 0 {
		return usage("", "version takes no %q", args[0])
	}
	_, err := fmt.Fprintln(env.Stdout, "commonground", version())
	return err
}
