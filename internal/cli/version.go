package cli

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// release is the version of a program that make release built: the linker sets
// it, and nothing changes it.
var release string

// version is that of a release or of the module, or the commit of a program built
// in its own checkout.
func version() string {
	if release != "" {
		return release
	}
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

func versionCommand(env Env) *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "say which version this is",
		Long:    "Says which version this is.",
		Example: "  commonground version",
		Args:    noWords,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(env.Stdout, "commonground", version())
			return err
		},
	}
}
