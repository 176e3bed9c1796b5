package cli

import (
	"fmt"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"commonground/internal/output"
	"commonground/internal/scaffold"
	"commonground/internal/schema"
)

// maker is the command new with its flags.
type maker struct {
	dir, slug     string
	themes, roles []string
	minutes       int
}

func newCommand(env Env) *cobra.Command {
	var m maker
	cmd := &cobra.Command{
		Use:   "new KIND TITLE [-C DIR] [--theme THEME] [--role ROLE] [--minutes N] [--slug NAME]",
		Short: "begin a page: a lesson, a term, a myth card …",
		Long: `Begins a page as a draft, with every key explained, and never writes over one. It
asks for the theme and the role, unless flags say them. KIND may be lesson, term,
myth, role, pathway, insight, story or page.`,
		Example: `  commonground new lesson "Say it in plain words"                   ask for the theme and the role
  commonground new lesson Say it in plain words --theme language    ask for nothing but the role
  commonground new term "QR code" -C training                       begin a page in another package`,
		ValidArgsFunction: completeKind,
		RunE:              func(_ *cobra.Command, words []string) error { return m.run(env, words) },
	}
	dirFlag(cmd, &m.dir)
	f := cmd.Flags()
	f.SortFlags = false
	f.Var(&names{&m.themes, "THEME"}, "theme", "the theme it belongs to, as its file is called; several with commas")
	f.Var(&names{&m.roles, "ROLE"}, "role", "the role it is for, as its file is called; several with commas")
	f.Var(&minutes{&m.minutes}, "minutes", "how long a lesson takes")
	f.Var(&text{&m.slug, "NAME"}, "slug", "the name of the file (default: made from the title)")
	return cmd
}

func completeKind(_ *cobra.Command, args []string, _ string) (kinds []cobra.Completion, _ cobra.ShellCompDirective) {
	for _, k := range scaffold.Kinds() {
		if len(args) == 0 {
			kinds = append(kinds, cobra.CompletionWithDesc(k.Name, k.Help))
		}
	}
	return kinds, cobra.ShellCompDirectiveNoFileComp
}

func (m *maker) run(env Env, words []string) error {
	request, err := m.request(env, words)
	if err != nil {
		return err
	}
	root, err := openPackage(m.dir)
	if err != nil {
		return err
	}
	defer root.Close()
	pkg, err := scaffold.Read(root.FS(), env.Program)
	if err != nil {
		return err
	}
	if err := answer(env, pkg, &request); err != nil {
		return err
	}
	page, err := pkg.Draft(request)
	if err != nil {
		return err
	}
	if err := unstopped(func() error { return env.Machine.Create(m.dir, []output.Text{page}) }); err != nil {
		return err
	}
	fmt.Fprintln(env.Stdout, path.Join(filepath.ToSlash(m.dir), page.Path))
	fmt.Fprintln(env.Stderr, `write: open that file in a text editor, and replace what says "Replace this"`)
	fmt.Fprintln(env.Stderr, "look:  "+m.look(env, root.FS(), page.Path))
	fmt.Fprintln(env.Stderr, "done:  delete the line draft: true")
	return nil
}

// request puts the words and flags together.
func (m *maker) request(env Env, words []string) (scaffold.Request, error) {
	if len(words) == 0 {
		return scaffold.Request{}, usage(`write a kind and a title: commonground new lesson "Say it in plain words"`, "say what to make")
	}
	for _, word := range words {
		if flag := strings.TrimLeft(word, "–—"); flag != word && flag != "" {
			return scaffold.Request{}, usage("type --"+flag+" with plain hyphens; another program has turned them into a dash", "%q is no flag", word)
		}
	}
	kind, err := scaffold.KindOf(words[0])
	return scaffold.Request{Kind: kind, Title: strings.Join(words[1:], " "), Slug: m.slug,
		Themes: m.themes, Roles: m.roles, Minutes: m.minutes, Today: dayOf(env.Now())}, err
}

// inDir is the flag that names a package's folder to another command, or "".
func inDir(dir string) string {
	if dir == "." {
		return ""
	}
	return " -C " + quoted(filepath.ToSlash(dir))
}

// quoted is a path as it is typed in a terminal.
func quoted(path string) string {
	if strings.ContainsAny(path, " &()'") {
		return `"` + path + `"`
	}
	return path
}

// names is the value of a flag that may be given several times, or several names
// with commas between them.
type names struct {
	value *[]string
	name  string
}

var _ pflag.Value = (*names)(nil)

func (n *names) String() string { return strings.Join(*n.value, ",") }
func (n *names) Type() string   { return n.name }

// Set adds the names in a text.
func (n *names) Set(text string) error {
	for name := range strings.SplitSeq(text, ",") {
		if name = strings.TrimSpace(name); name != "" {
			*n.value = append(*n.value, name)
		}
	}
	return nil
}

// minutes is the value of a flag that takes a time.
type minutes struct{ value *int }

var _ pflag.Value = (*minutes)(nil)

func (m *minutes) String() string {
	if *m.value == 0 {
		return ""
	}
	return strconv.Itoa(*m.value)
}

func (m *minutes) Type() string { return "N" }

// Set takes as many minutes as a lesson may last.
func (m *minutes) Set(text string) error {
	key := schema.Lesson.Key("minutes")
	n, err := strconv.Atoi(text)
	if err != nil || n < key.Least || n > key.Most {
		return usage(fmt.Sprintf("write a whole number from %d to %d: --minutes 8", key.Least, key.Most), "%q is no number of minutes", text)
	}
	*m.value = n
	return nil
}
