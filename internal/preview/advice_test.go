package preview_test

import (
	"strings"
	"testing"
)

// TestAdvice holds that advice reaches a tab after the site, that it names the place,
// and that it goes when it has been followed. A build tells nobody of it.
func TestAdvice(t *testing.T) {
	r := newRig(t, modes()[0])
	next, stop := r.follow("lessons/book.html")
	defer stop()
	hear := func(notice string) {
		t.Helper()
		for s := next(); s.Notice != notice; s = next() {
			t.Logf("the tab says %q", s.Notice)
		}
	}
	r.save(book, lesson("Book online", "Send a referral at 5 pm."))
	hear("1 piece of advice in this package")
	if _, problems := r.get("_/problems"); !strings.Contains(problems, "write 5pm") {
		t.Errorf("the page of problems has no advice:\n%s", problems)
	}
	r.save(book, lesson("Book online", "Send a referral at 5pm."))
	hear("")
}
