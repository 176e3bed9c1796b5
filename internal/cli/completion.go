package cli

import (
	"github.com/spf13/cobra"

	"commonground/internal/diag"
)

func completionCommand(env Env) *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:   "completion bash|zsh|fish|powershell",
		Short: "let your shell complete commands and flags",
		Long: `Prints a script for a shell, which then completes commands, flags and their
values when you press Tab. The one for bash needs the package bash-completion.`,
		Example: `  source <(commonground completion bash)      in ~/.bashrc
  source <(commonground completion zsh)       in ~/.zshrc
  commonground completion fish | source       in ~/.config/fish/config.fish
  commonground completion powershell | Out-String | Invoke-Expression   in $PROFILE`,
		ValidArgs: shells,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage("write commonground completion, then "+alternatives(shells), "say for which shell")
			}
			root := cmd.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(env.Stdout, true)
			case "zsh":
				return root.GenZshCompletion(env.Stdout)
			case "fish":
				return root.GenFishCompletion(env.Stdout, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(env.Stdout)
			}
			hint := "it may be " + alternatives(shells)
			if near := diag.Nearest(args[0], shells); near != "" {
				hint = "did you mean " + near + "?"
			}
			return usage(hint, "there is no completion for %q", args[0])
		},
	}
}
