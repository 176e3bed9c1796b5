package check

import "testing"

func TestTermNames(t *testing.T) {
	for _, test := range []struct{ rule, front, at string }{
		{"term-name", "also: doctor, surgeon", "doctor, surgeon"},
		{"term-name", "also: doctor; surgeon", "doctor; surgeon"},
		{"term-name", "also: [doctor / surgeon, medic]", "doctor / surgeon"},
		{"term-name", "also: ['NHS App (app)']", "'NHS App (app)'"},
		{"term-name", "also: ['…', '&']", "'…'|'&'"},
		{"term-name", "also: 📱", "📱"},
		{"term-name", "also: somebody@example.org", "somebody@example.org"},
		{"term-name", "also: one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen",
			"one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"},
		{"term-name", "also: [and/or, A&E, C++, 'COVID-19', patient’s record, '(s)', приложение, アプリ, 999]", ""},

		{"term-common", "also: IT", "IT"},
		{"term-common", "also: [It, may, doctor]", "It|may"},
		{"term-common", "also: IT\ncase: exact", ""},
		{"term-common", "also: may\ncase: exact", "may"},
		{"term-common", "also: [it team, NHS, link]", ""},
	} {
		in := input(t, map[string]string{"content/glossary/gp.md": "title: GP\nmeaning: M.\n" + test.front + "\n"})
		expect(t, test.rule, test.front, in, test.at)
	}
	in := input(t, map[string]string{"content/glossary/gp.md": "title: GP, doctor\nmeaning: M.\n"})
	expect(t, "term-name", "a title", in, "GP, doctor")
}
