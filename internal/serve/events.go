package serve

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"

	"commonground/internal/output"
)

// beat is how often a stream on which nothing happens is written to, so that a
// tab that went away is noticed.
const beat = 15 * time.Second

// status is what a tab is told: all of it each time, so that a tab that missed
// something misses nothing.
type status struct {
	Page     string    `json:"page"`  // version of the page, to be compared with its own
	Style    string    `json:"style"` // version of its stylesheets
	Mood     string    `json:"mood"`  // "failed", or ""
	Notice   string    `json:"notice"`
	Summary  string    `json:"summary"`
	Problems []problem `json:"problems"` // of this page
}

// events streams to one tab what happens to its page: the status at once, and
// again whenever it differs from the last one sent. Each stream looks for itself
// at the newest state, so a slow tab skips states and delays nobody.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("page")
	if reason, ok := output.CheckName(name); !ok {
		http.Error(w, "page "+reason, http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	if r.Method == http.MethodHead {
		return
	}
	select {
	case s.streams <- struct{}{}:
		defer func() { <-s.streams }()
	default:
		w.Header().Set("Retry-After", "5")
		http.Error(w, "too many tabs are open", http.StatusServiceUnavailable)
		return
	}
	s.stream(w, r, name)
}

func (s *Server) stream(w http.ResponseWriter, r *http.Request, name string) {
	control := http.NewResponseController(w)
	control.SetReadDeadline(time.Time{}) // a stream has no end
	control.SetWriteDeadline(time.Time{})
	pulse := time.NewTicker(beat)
	defer pulse.Stop()
	var told []byte
	for {
		st := s.now.Load()
		message := ":\n\n" // a comment, which nobody hears
		if news := st.status(name); !bytes.Equal(news, told) {
			message, told = fmt.Sprintf("data: %s\n\n", news), news
		}
		if err := hand(w, control, message); err != nil {
			return
		}
		select {
		case <-st.replaced:
		case <-pulse.C:
		case <-r.Context().Done():
			return
		}
	}
}

// hand sends a message to a tab. One that does not read gives its place up.
func hand(w io.Writer, control *http.ResponseController, message string) error {
	stuck := time.AfterFunc(sendTimeout, func() { control.SetWriteDeadline(time.Unix(1, 0)) })
	defer stuck.Stop()
	if _, err := io.WriteString(w, message); err != nil {
		return err
	}
	return control.Flush()
}

// status returns what the tabs with a page are told, as JSON on one line.
func (st *state) status(name string) []byte {
	return st.statuses.get(name, func() []byte {
		line, err := json.Marshal(st.look(name))
		if err != nil {
			panic(err) // it is all text
		}
		return line
	})
}

// look makes the status of a page.
func (st *state) look(name string) status {
	a := st.answer(name)
	now := status{Problems: []problem{}}
	if a.isPage() {
		v := st.version(a, readPage(a.body))
		now.Page, now.Style = v.page, v.style
	}
	if a.name == pageProblems {
		return now // it says all of it itself
	}
	now.Notice = st.notice()
	if st.failed {
		now.Mood = "failed"
	}
	if found := st.foundOn(name); len(found) > 0 {
		now.Summary = st.many(len(found)) + " on this page"
		for _, f := range found[:min(len(found), maxPanel)] {
			now.Problems = append(now.Problems, newProblem(f, f.Path))
		}
	}
	return now
}
