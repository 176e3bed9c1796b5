package serve

import (
	"strings"
	"testing"
)

func TestReadPage(t *testing.T) {
	for _, test := range []struct {
		name, body, want string // with the policy P and the end E
		loads            string
	}{
		{"as the layouts write it",
			`<head><meta http-equiv="Content-Security-Policy" content="x"><title>t</title></head><body>b</body></html>`,
			`<head><meta http-equiv="Content-Security-Policy" content="P"><title>t</title></head><body>bE</body></html>`, ""},
		{"in another hand", "<META content='x' HTTP-EQUIV=content-security-policy><p>b</BODY >", `<meta http-equiv="Content-Security-Policy" content="P"><p>bE</BODY >`, ""},
		{"without either", "<p>b", "<p>bE", ""},
		{"empty", "", "E", ""},
		{"the end in a script", "<script>'</body>'</script><p>b", "<script>'</body>'</script><p>bE", ""},
		{"the end in a comment", "<body>b<!-- </body> --></body>", "<body>b<!-- </body> -->E</body>", ""},
		{"two ends", "b</body>c</body>", "b</body>cE</body>", ""},
		{"policy after the end", `b</body><meta http-equiv="content-security-policy">c`, `b</body><meta http-equiv="Content-Security-Policy" content="P">cE`, ""},
		{"cut off", "<p>b<a href=", "<p>b<a href=E", ""},
		{"odd bytes", "\xff\x00\r\n<p>b</body>\r\n", "\xff\x00\r\n<p>bE</body>\r\n", ""},
		{"loads", `<link rel=stylesheet href=a.css><a href=no.html><img src="b.png" srcset="c.png 2x, d.png"><video poster='e.jpg'><source src=f.mp4></video><script src=g.js></script><!-- <img src=no> -->`, "", "a.css b.png c.png d.png e.jpg f.mp4 g.js"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := readPage([]byte(test.body))
			if got := string(p.dress("P", "E")); test.want != "" && got != test.want {
				t.Errorf("it becomes %q", got)
			}
			if got := strings.Join(p.loads, " "); got != test.loads {
				t.Errorf("it loads %q", got)
			}
		})
	}
}

func TestInSite(t *testing.T) {
	for ref, want := range map[string]string{
		"a.png": "lessons/a.png", "../assets/site.css": "assets/site.css", "./a%20b.png?x#y": "lessons/a b.png",
		"https://example.org/a.png": "", "//example.org/a": "", "data:,x": "", "": "", "#x": "", "%zz": "",
	} {
		if got, ok := inSite("lessons/page.html", ref); got != want || ok != (want != "") {
			t.Errorf("%q leads to %q", ref, got)
		}
	}
}
