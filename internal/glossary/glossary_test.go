package glossary

import (
	"slices"
	"strings"
	"testing"

	"commonground/internal/words"
)

// marked is a text with its uses marked as {term|words}.
func marked(f *Finder, terms []Term, text string) string {
	var t words.Text
	t.Read([]byte(text))
	var b strings.Builder
	at := 0
	for _, u := range f.Find(&t) {
		b.WriteString(text[at:u.Start] + "{" + terms[u.Term].Names[0] + "|" + text[u.Start:u.End] + "}")
		at = u.End
	}
	return b.String() + text[at:]
}

// shelf is the glossary of most cases.
var shelf = []Term{
	{Names: []string{"GP", "family doctor"}, Exact: true},
	{Names: []string{"data"}},
	{Names: []string{"app"}},
	{Names: []string{"NHS App"}},
	{Names: []string{"NHS App store"}},
	{Names: []string{"Wi-Fi", "wifi", "wireless internet"}},
	{Names: []string{"QR code"}},
	{Names: []string{"pharmacy"}},
	{Names: []string{"inbox"}},
	{Names: []string{"IT"}, Exact: true},
	{Names: []string{"two-step check"}},
	{Names: []string{"café"}},
	{Names: []string{"A&E"}},
	{Names: []string{"U.K."}},
	{Names: []string{"Alzheimer's"}},
	{Names: []string{"SMS"}, Exact: true},
	{Names: []string{"e-mail", "email"}},
	{Names: []string{"NHS 111"}},
	{Names: []string{"24/7"}},
	{Names: []string{"key"}},
	{Names: []string{"repeat prescription"}},
	{Names: []string{"Teams"}, Exact: true},
	{Names: []string{"search"}},
	{Names: []string{"news"}},
	{Names: []string{"newses", "gazette"}}, // a name that is the plural of another one
	{Names: []string{"rhoi’r ffôn"}},
	{Names: []string{"Straße"}},
}

func TestFind(t *testing.T) {
	f, clashes := New(shelf, true)
	if len(clashes) > 0 {
		t.Fatalf("clashes %v", clashes)
	}
	for _, tt := range []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"no use", "Nothing here.", "Nothing here."},
		{"one word", "Ask your GP today.", "Ask your {GP|GP} today."},
		{"the whole text", "GP", "{GP|GP}"},
		{"first word", "GP first", "{GP|GP} first"},
		{"last word, no stop", "see the app", "see the {app|app}"},
		{"in another word", "The database holds metadata.", "The database holds metadata."},
		{"beside a stop", "Your data.", "Your {data|data}."},
		{"capital of a sentence", "Data is dear.", "{data|Data} is dear."},
		{"all capitals", "USE MOBILE DATA", "USE MOBILE {data|DATA}"},
		{"exact, other capitals", "A gp and a Gp.", "A gp and a Gp."},
		{"exact, small letters are a word", "Is it on?", "Is it on?"},
		{"exact, the same", "Call IT now", "Call {IT|IT} now"},
		{"exact, another word", "Two teams use Teams.", "Two teams use {Teams|Teams}."},
		{"small name of an exact term, start of a sentence", "Family doctor or nurse", "{GP|Family doctor} or nurse"},
		{"plural of an acronym", "Two GPs came", "Two {GP|GPs} came"},
		{"not that plural", "Turn on GPS", "Turn on GPS"},
		{"plural of an acronym with s", "Three SMSs", "Three {SMS|SMSs}"},
		{"plural s", "Two apps", "Two {app|apps}"},
		{"plural es after x", "Two inboxes", "Two {inbox|inboxes}"},
		{"plural es after ch", "Two searches", "Two {search|searches}"},
		{"plural ies", "Two pharmacies", "Two {pharmacy|pharmacies}"},
		{"no plural ys", "Two pharmacys", "Two pharmacys"},
		{"plural of a vowel and y", "Two keys", "Two {key|keys}"},
		{"plural of a phrase", "QR codes work", "{QR code|QR codes} work"},
		{"plural inside a phrase is none", "QRs code", "QRs code"},
		{"possessive", "The app's icon", "The {app|app}'s icon"},
		{"possessive, typographic", "The app’s icon", "The {app|app}’s icon"},
		{"possessive of an acronym", "Your GP's list", "Your {GP|GP}'s list"},
		{"possessive of a plural", "The apps' icons", "The {app|apps}' icons"},
		{"possessive of a phrase", "The NHS App's icon", "The {NHS App|NHS App}'s icon"},
		{"possessive inside a phrase is none", "QR's code", "QR's code"},
		{"apostrophe of the name", "Alzheimer's and Alzheimer’s", "{Alzheimer's|Alzheimer's} and {Alzheimer's|Alzheimer’s}"},
		{"an apostrophe less", "Alzheimers", "Alzheimers"},
		{"longest wins", "Open the NHS App.", "Open the {NHS App|NHS App}."},
		{"longer still", "the NHS App store", "the {NHS App store|NHS App store}"},
		{"the rest when the longest is cut", "the NHS App stores and NHS Apps", "the {NHS App store|NHS App stores} and {NHS App|NHS Apps}"},
		{"overlap goes to the first", "app NHS App store", "{app|app} {NHS App store|NHS App store}"},
		{"one after the other", "app data app", "{app|app} {data|data} {app|app}"},
		{"hyphen", "Wi-Fi", "{Wi-Fi|Wi-Fi}"},
		{"hyphen that does not break", "Wi‑Fi", "{Wi-Fi|Wi‑Fi}"},
		{"space for hyphen", "wi fi", "{Wi-Fi|wi fi}"},
		{"one word for two", "WiFi", "{Wi-Fi|WiFi}"},
		{"hyphen for space", "a repeat-prescription form", "a {repeat prescription|repeat-prescription} form"},
		{"hyphen and space is neither", "wi- fi", "wi- fi"},
		{"part of a word with hyphens", "in-app messages, data-driven, GP-led", "in-app messages, data-driven, GP-led"},
		{"phrase in a longer one with hyphens", "two-step checkout, two-step check-in", "two-step checkout, two-step check-in"},
		{"hyphens of the name and plural", "two-step checks", "{two-step check|two-step checks}"},
		{"dash", "the app–or the data—both", "the {app|app}–or the {data|data}—both"},
		{"slash", "app/data", "{app|app}/{data|data}"},
		{"brackets and quotes", "(app) “data” 'GP' [app]", "({app|app}) “{data|data}” '{GP|GP}' [{app|app}]"},
		{"soft line break", "the NHS\nApp is", "the {NHS App|NHS\nApp} is"},
		{"several spaces", "NHS \u00a0 App", "{NHS App|NHS \u00a0 App}"},
		{"a stop between", "the NHS. App", "the NHS. {app|App}"},
		{"a comma between", "the NHS, App", "the NHS, {app|App}"},
		{"a barrier between", "NHS \uFFFC App", "NHS \uFFFC {app|App}"},
		{"a barrier at the word", "NHS App\uFFFC is", "{NHS App|NHS App}\uFFFC is"},
		{"signs of the name", "at A&E now, A & E", "at {A&E|A&E} now, {A&E|A & E}"},
		{"signs missing", "A E", "A E"},
		{"signs joined to more", "A&E&C", "A&E&C"},
		{"stops of the name", "in the U.K. now", "in the {U.K.|U.K}. now"},
		{"figures of the name", "ring NHS 111, open 24/7", "ring {NHS 111|NHS 111}, open {24/7|24/7}"},
		{"figures joined to more", "NHS 111.5 and NHS 1110", "NHS 111.5 and NHS 1110"},
		{"web address", "nhs.uk/app and https://app.example.org/data and www.nhs.uk/app.", "nhs.uk/app and https://app.example.org/data and www.nhs.uk/app."},
		{"the end of a quotation", "“Open the app.” ‘Ask for data.’ «app.» app.— app.…", "“Open the {app|app}.” ‘Ask for {data|data}.’ «{app|app}.» {app|app}.— {app|app}.…"},
		{"address in other letters", "пошта.app and app.рф", "пошта.app and app.рф"},
		{"e-mail address", "data@example.org", "data@example.org"},
		{"path", `C:\app\data`, `C:\app\data`},
		{"e-mail", "an e-mail, two emails", "an {e-mail|e-mail}, two {e-mail|emails}"},
		{"accents folded", "Cafe CAFÉ cafe\u0301", "{café|Cafe} {café|CAFÉ} {café|cafe\u0301}"},
		{"another language, apostrophe and accent", "RHOI'R FFON", "{rhoi’r ffôn|RHOI'R FFON}"},
		{"sharp s", "STRASSE und Straße", "{Straße|STRASSE} und {Straße|Straße}"},
		{"soft hyphen", "da\u00adta", "{data|da\u00adta}"},
		{"a name that is the plural of another", "newses", "{newses|newses}"},
		{"underline joins", "my_app and app_2", "my_app and app_2"},
		{"hash joins", "C# and app#data", "C# and app#data"},
		{"percent", "100%data", "100%data"},
		{"the same word many times", strings.Repeat("app ", 3), "{app|app} {app|app} {app|app} "},
		{"broken UTF-8", "app\xff data", "{app|app}\xff {data|data}"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := marked(f, shelf, tt.text); got != tt.want {
				t.Errorf("%q\n got %q\nwant %q", tt.text, got, tt.want)
			}
		})
	}
}

func TestPluralsAreEnglish(t *testing.T) {
	f, _ := New(shelf, false)
	if got := marked(f, shelf, "apps and app"); got != "apps and {app|app}" {
		t.Errorf("got %q", got)
	}
}

func TestClashes(t *testing.T) {
	for _, tt := range []struct {
		name  string
		terms []Term
		want  []Clash
	}{
		{"other capitals", []Term{{Names: []string{"Link"}}, {Names: []string{"a", "link"}}}, []Clash{{1, 1, 0, 0}}},
		{"hyphen and space", []Term{{Names: []string{"web-page"}}, {Names: []string{"web page"}}}, []Clash{{1, 0, 0, 0}}},
		{"the same term", []Term{{Names: []string{"Wi-Fi", "wi fi"}}}, nil},
		{"exact beside folded", []Term{{Names: []string{"IT"}, Exact: true}, {Names: []string{"it"}}}, nil},
		{"exact, other capitals", []Term{{Names: []string{"IT"}, Exact: true}, {Names: []string{"It"}, Exact: true}}, nil},
		{"exact, the same", []Term{{Names: []string{"IT"}, Exact: true}, {Names: []string{"IT"}, Exact: true}}, []Clash{{1, 0, 0, 0}}},
		{"plural and name", []Term{{Names: []string{"GP"}}, {Names: []string{"GPs"}}}, nil},
		{"names without words", []Term{{Names: []string{"?"}}, {Names: []string{"!", ""}}}, nil},
	} {
		if _, got := New(tt.terms, true); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestExactComesFirst(t *testing.T) {
	terms := []Term{{Names: []string{"it"}}, {Names: []string{"IT"}, Exact: true}}
	f, _ := New(terms, true)
	if got := marked(f, terms, "It is IT"); got != "{it|It} is {IT|IT}" {
		t.Errorf("got %q", got)
	}
}

func TestLongNamesAreNotFound(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("word ", longestName+1))
	terms := []Term{{Names: []string{long}}, {Names: []string{"word word"}}}
	f, _ := New(terms, false)
	if got := marked(f, terms, long); strings.Contains(got, "{"+long) || !strings.HasPrefix(got, "{word word|word word}") {
		t.Errorf("got %q", got)
	}
}
