package link

import "testing"

// TestLocalSource holds that a source must be one that others can open.
func TestLocalSource(t *testing.T) {
	const at = "content/lessons/from.md"
	for _, test := range []struct{ url, want string }{
		{"https://www.nhs.uk/localhost/", ""},
		{"https://localhost.example.org/", ""},
		{"http://10.0.0.1/", ""},
		{"http://localhost:1414/a.html", at + ` [link-local] at {title: A, url: "http://localhost:1414/a.html"}: this address is only on your own computer (write the address that readers can open, or use reference: for something in print)`},
		{"http://0.0.0.0/", at + ` [link-local] at {title: A, url: "http://0.0.0.0/"}: this address is only on your own computer (write the address that readers can open, or use reference: for something in print)`},
	} {
		_, _, findings := resolve(t, files{at: lesson("sources:\n  - {title: A, url: \""+test.url+"\"}\n", "")})
		if got := lines(findings); got != test.want {
			t.Errorf("%s: got\n%s\nwant\n%s", test.url, got, test.want)
		}
	}
}
