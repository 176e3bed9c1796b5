package preview_test

import (
	"bufio"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"
)

// get asks for a file of the site as a browser does, and undoes the two changes
// that the preview makes to a page.
func (r *rig) get(path string) (status int, body string) {
	r.Helper()
	answer, err := http.Get(r.address + (&url.URL{Path: path}).EscapedPath())
	r.need(err)
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	r.need(err)
	if strings.HasPrefix(answer.Header.Get("Content-Type"), "text/html") {
		return answer.StatusCode, undress(string(text))
	}
	return answer.StatusCode, string(text)
}

var previewScript = regexp.MustCompile(`<script src="/_/serve\.js"[^>]*></script>`)

// undress takes the preview's script and its leave for the event stream out of a
// page, once each.
func undress(page string) string {
	if at := previewScript.FindStringIndex(page); at != nil {
		page = page[:at[0]] + page[at[1]:]
	}
	return strings.Replace(page, "; connect-src &#39;self&#39;", "", 1)
}

// status is what a tab is told, as far as tests look.
type status struct{ Page, Style, Mood, Notice string }

// status asks how a page stands, as a tab does that is opened.
func (r *rig) status(page string) status {
	r.Helper()
	next, stop := r.follow(page)
	defer stop()
	return next()
}

// follow opens the event stream of a page. next waits for the next event.
func (r *rig) follow(page string) (next func() status, stop func()) {
	r.Helper()
	answer, err := http.Get(r.address + "_/events?page=" + url.QueryEscape(page))
	r.need(err)
	lines := bufio.NewScanner(answer.Body)
	lines.Buffer(nil, 1<<20)
	return func() (s status) {
		r.Helper()
		for lines.Scan() {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				r.need(json.Unmarshal([]byte(data), &s))
				return s
			}
		}
		r.Fatalf("the event stream of %s ended: %v", page, lines.Err())
		return s
	}, func() { answer.Body.Close() }
}
