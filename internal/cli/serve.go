package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/netip"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"commonground/internal/load"
	"commonground/internal/output"
	"commonground/internal/preview"
	"commonground/internal/render"
	"commonground/internal/serve"
	"commonground/internal/watch"
)

// server is the command serve with its flags.
type server struct {
	dir, addr, sub     string
	open, poll, drafts bool
}

func serveCommand(env Env) *cobra.Command {
	var s server
	cmd := &cobra.Command{
		Use:   "serve [-C DIR] [--addr 127.0.0.1:1414] [--open] [--poll] [--drafts] [--sub-path /x/]",
		Short: "show a package in the browser while you write it",
		Long: `Shows a package in the browser of this computer, and shows every change as soon as
a file is saved. What is wrong stands at the foot of the page; a mistake keeps
the last version without one. Nothing is written. Ctrl-C ends it.`,
		Example: `  commonground serve --open             open the package in this folder in the browser
  commonground serve --drafts           show drafts as well
  commonground serve --poll             look every second, for a drive that does not tell of changes`,
		Args: noWords,
		RunE: func(*cobra.Command, []string) error { return s.run(env) },
	}
	dirFlag(cmd, &s.dir)
	f := cmd.Flags()
	f.SortFlags = false
	s.addr = "127.0.0.1:1414"
	f.Var(&text{&s.addr, "ADDRESS"}, "addr", "the address to serve on, which must be one of this computer; if its port is taken, the next free one")
	f.BoolVar(&s.open, "open", false, "open the browser")
	f.BoolVar(&s.poll, "poll", false, "look for changes every second instead of being told of them")
	f.BoolVar(&s.drafts, "drafts", false, "take drafts in")
	f.Var(&text{&s.sub, "/PATH/"}, "sub-path", "serve below this path, as some web servers will")
	return cmd
}

func (s *server) run(env Env) error {
	ctx, end := stoppable()
	defer end()
	return s.serve(ctx, env)
}

// serve runs until the context ends.
func (s *server) serve(ctx context.Context, env Env) error {
	if err := s.check(); err != nil {
		return err
	}
	root, err := openPackage(s.dir) // to say at once that there is no package
	if err != nil {
		return err
	}
	letGarbagePile(root.FS())
	root.Close()
	if s.dir, err = filepath.Abs(s.dir); err != nil { // so that it is missed when it is renamed, which "." would not be
		return err
	}
	listener, err := listen(s.addr)
	if err != nil {
		return err
	}
	defer listener.Close()
	watcher, err := watch.Open(watch.Options{Dir: s.dir, Folders: sources, Ignore: load.Ignored, Poll: s.poll, Now: env.Now})
	if err != nil {
		return err
	}
	defer watcher.Close()
	return s.show(ctx, env, listener, watcher)
}

// show builds and serves until the context ends.
func (s *server) show(ctx context.Context, env Env, listener net.Listener, watcher *watch.Watcher) error {
	log := &journal{env: env}
	ctx, end := context.WithCancel(ctx)
	defer end()
	screen := serve.New(serve.Options{
		Hosts: hosts(listener.Addr().(*net.TCPAddr)), SubPath: s.sub, Policy: render.Policy, Log: log.trouble,
	})
	address := "http://" + listener.Addr().String() + s.base()
	defer announce(env, s.dir, address, s.drafts)()
	if wanted, ok := s.taken(listener.Addr().(*net.TCPAddr)); ok {
		log.say("port %s is taken, perhaps by another preview, so here is the next free one", wanted)
	}
	log.say("serving %s (Ctrl-C ends it)", address)
	served := make(chan error, 1)
	go func() {
		defer end() // without a server there is nothing to keep right
		served <- screen.Serve(ctx, listener)
	}()
	if s.open {
		s.openBrowser(env, address)
	}
	err := preview.Run(ctx, preview.Options{
		Open: s.folder, Program: env.Program, Drafts: s.drafts, Now: env.Now,
		Changes: watcher, Screen: screen, Tell: log.build,
	})
	end()
	return errors.Join(err, <-served)
}

// sources are the folders of a package that are watched.
var sources = []string{"content", "themes", "layouts", "static", "words"}

// folder opens the package anew, and says so when it is gone. The system frees
// what the last build had open when nobody reads from it any more.
func (s *server) folder() (fs.FS, error) {
	root, err := openPackage(s.dir)
	if err != nil {
		return nil, err
	}
	return root.FS(), nil
}

func (s *server) openBrowser(env Env, address string) {
	if err := env.browse(address); err != nil {
		say(env, "the browser could not be opened", "open it yourself and go to "+address)
	}
}

// check looks at the flags.
func (s *server) check() error {
	path := strings.Trim(s.sub, "/")
	if path == "" {
		return nil
	}
	if _, ok := output.CheckName(path); !ok || strings.HasPrefix(path, "_") || strings.Contains(path, "//") {
		return usage("write letters and digits between slashes: /training/", "%q cannot be a path to serve below", s.sub)
	}
	return nil
}

// base is the path under which the site lives.
func (s *server) base() string {
	if path := strings.Trim(s.sub, "/"); path != "" {
		return "/" + path + "/"
	}
	return "/"
}

// tries is how many ports are tried after the one that was asked for.
const tries = 20

// listen takes the port of an address of this computer, or the next free one.
func listen(addr string) (net.Listener, error) {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, usage("write an address and a port: 127.0.0.1:1414", "--addr cannot be %q", addr)
	}
	if host == "localhost" {
		host = "127.0.0.1"
	}
	ip, err := netip.ParseAddr(host)
	if err != nil || !ip.IsLoopback() || ip.Zone() != "" {
		return nil, usage("it can only be one of this computer: 127.0.0.1:1414; to show the training to others, build it and put the folder on a web server", "--addr cannot be %q", addr)
	}
	first, err := strconv.ParseUint(port, 10, 16)
	if err != nil {
		return nil, usage("a port is a number up to 65535: 127.0.0.1:1414", "--addr cannot be %q", addr)
	}
	for n := first; n <= min(first+tries, 65535); n++ {
		l, e := net.Listen("tcp", net.JoinHostPort(host, strconv.FormatUint(n, 10)))
		if e == nil {
			return l, nil
		}
		err = e
		if first == 0 {
			break
		}
	}
	return nil, fmt.Errorf("no port from %d to %d can be had, so name another with --addr: %w", first, min(first+tries, 65535), err)
}

// taken returns the port that was asked for, if it is not the one that was got.
func (s *server) taken(got *net.TCPAddr) (wanted string, ok bool) {
	_, wanted, _ = net.SplitHostPort(s.addr)
	n, _ := strconv.Atoi(wanted)
	return wanted, n != 0 && n != got.Port
}

// hosts are the names under which a browser may ask for what is served here.
func hosts(at *net.TCPAddr) []string { return append(serve.LoopbackHosts(at.Port), at.String()) }
