package schema

// The kinds of content, in the order in which the reference page tells them.
// They are descriptions and never change.
var (
	Settings = Kind{Name: "settings", Plural: "settings", Folder: "content",
		Help: "The front matter of content/index.md: what holds for the whole package. Its text is the home page.",
		Keys: []Key{
			{Name: "title", Type: Text, Prose: true, Required: true, Help: "The name of the package.", Example: "Common Ground"},
			{Name: "summary", Type: Text, Prose: true, Required: true, Help: "One sentence that says what the package is for.", Example: "Short lessons on helping patients with digital health tools."},
			{Name: "language", Type: Text, Required: true, Help: "The language of the text, as a BCP 47 tag.", Example: "en-GB"},
			{Name: "id", Type: Text, Help: "A short name under which a reader's device keeps progress. Leave it out to use the title.", Example: "common-ground"},
			{Name: "organisation", Type: Text, Help: "Who offers the training.", Example: "Example NHS Trust"},
			{Name: "contact", Type: Text, Help: "An e-mail address or a link, shown at the foot of every page.", Example: "digital-skills@example.org"},
			{Name: "licence", Type: Text, Help: "How others may use the text.", Example: "CC BY 4.0"},
			{Name: "url", Type: Text, Help: "Where the package will be on the web, if it will be: for its sitemap, its feed and the page for a wrong address. It ends in /.", Example: "https://training.example.org/", Called: []string{"website", "site", "baseurl", "base_url"}},
			{Name: "version", Type: Text, Help: "Your own version number.", Example: `"1.0"`},
			{Name: "glossary", Type: Choice, Values: []string{"section", "page", "all", "off"}, Help: "Which uses of a glossary term become links: the first in each section (default), the first on a page, all, or none.", Example: "section"},
			{Name: "rules", Type: Levels, Help: "Rules whose level you change: off, note or warning. What stops a build cannot be lowered.", Example: "{asset-unused: off}"},
		}}

	Lesson = Kind{Name: "lesson", Plural: "lessons", Folder: "content/lessons",
		Help: "Something a member of staff can learn in a few minutes: a file, or a folder with index.md and its pictures.",
		Keys: []Key{
			{Name: "title", Type: Text, Prose: true, Required: true, Help: "The heading of the lesson.", Example: "Say it so they can do it"},
			{Name: "summary", Type: Text, Prose: true, Required: true, Help: "One sentence for lists of lessons.", Example: "Swap ten digital words for words that patients know."},
			{Name: "themes", Type: Slugs, Of: "theme", Required: true, Help: "One or more themes.", Example: "[language]"},
			{Name: "minutes", Type: Number, Required: true, Least: 1, Most: 600, Help: "How long the lesson takes, hands-on time included.", Example: "8"},
			{Name: "outcome", Type: Text, Prose: true, Required: true, Help: "What a person can do afterwards. Begins with a verb.", Example: "Explain an online form in plain words."},
			{Name: "roles", Type: Slugs, Of: "role", Help: "Who it is for. Leave it out when it is for everyone.", Example: "[receptionist, gp]"},
			{Name: "level", Type: Choice, Values: []string{"start", "build", "share"}, Help: "start: no experience needed. build: some. share: for those who help colleagues.", Example: "start"},
			{Name: "order", Type: Number, Help: "Where it stands in lists; lower numbers come first.", Example: "10"},
			{Name: "before", Type: Slugs, Of: "lesson", Help: "Lessons to do first.", Example: "[say-it-plainly]"},
			{Name: "needs", Type: Texts, Prose: true, Help: "What to have at hand.", Example: "[paper and a pen]"},
			{Name: "takeaway", Type: Text, Prose: true, Help: "One sentence to remember.", Example: "Name the app, then the next step."},
			{Name: "myths", Type: Slugs, Of: "myth", Help: "Myth cards that belong to the lesson.", Example: "[a-browser-is-enough]"},
			{Name: "sources", Type: Sources, Help: "Where the facts come from.", Example: "see below"},
			{Name: "nation", Type: Text, Help: "The nation whose services are meant.", Example: "England"},
			{Name: "authors", Type: Texts, Help: "Who wrote it.", Example: "[Digital skills team]"},
			{Name: "owner", Type: Text, Help: "Who keeps it right.", Example: "Digital skills team"},
			{Name: "reviewed", Type: Day, Help: "When it was last checked as a whole.", Example: "2026-11-20"},
			{Name: "review_by", Type: Day, Help: "When it must be checked again.", Example: "2027-05-20", Called: []string{"expires", "expiry", "valid_until", "next_review"}},
			{Name: "glossary", Type: Choice, Values: []string{"section", "page", "all", "off"}, Help: "As in the settings, for this lesson only.", Example: "page"},
			{Name: "formerly", Type: Slugs, Help: "Slugs this lesson had before. At each of their addresses a page leads on to the lesson, so that old links and bookmarks still work.", Example: "[plain-words]", Called: []string{"former", "aliases", "redirect_from", "redirects"}},
		}}

	Theme = Kind{Name: "theme", Plural: "themes", Folder: "themes",
		Help: "One of the ideas on which the training stands. A themes folder with at least one file replaces the six that come with the program.",
		Keys: []Key{
			{Name: "title", Type: Text, Prose: true, Required: true, Help: "Its name.", Example: "Language"},
			{Name: "summary", Type: Text, Prose: true, Required: true, Help: "What people said, in one sentence.", Example: "The words we use for digital things confuse people."},
			{Name: "order", Type: Number, Required: true, Help: "Where it stands among the themes.", Example: "1"},
			{Name: "colour", Type: Choice, Values: []string{"plum", "teal", "amber", "rose", "blue", "green", "brick", "slate"}, Help: "Its colour; each has a light, a dark and a print form that can be read.", Example: "plum"},
			{Name: "icon", Type: Text, Help: "A name from the shipped set (speech, hands, eye, heart, check, steps) or a picture file beside the theme.", Example: "speech"},
		}}

	Role = Kind{Name: "role", Plural: "roles", Folder: "content/roles",
		Help: "Who the training is for.",
		Keys: []Key{
			{Name: "title", Type: Text, Prose: true, Required: true, Help: "The name of the job.", Example: "Receptionist"},
			{Name: "summary", Type: Text, Prose: true, Required: true, Help: "One sentence on digital help in this job.", Example: "You are the first person whom most patients ask."},
			{Name: "order", Type: Number, Help: "Where it stands in lists.", Example: "1"},
			{Name: "start", Type: Slug, Of: "lesson", Help: "The lesson to begin with.", Example: "say-it-plainly"},
		}}

	Term = Kind{Name: "term", Plural: "terms", Folder: "content/glossary",
		Help: "A word that needs explaining. The text below the front matter may give an example or more.",
		Keys: []Key{
			{Name: "title", Type: Text, Required: true, Help: "The word.", Example: "QR code", Called: []string{"term", "word", "name"}},
			{Name: "meaning", Type: Text, Prose: true, Required: true, Words: 25, Help: "What it means, in 25 words or fewer.", Example: "A square pattern that your camera can open as a link.", Called: []string{"definition", "summary", "description", "explanation"}},
			{Name: "also", Type: Texts, Help: "Other names and spellings, under which it is found as well. Simple English plurals are found without being listed.", Example: "[square barcode]", Called: []string{"aka", "alias", "aliases", "synonym", "synonyms"}},
			{Name: "say", Type: Text, Prose: true, Help: "What to say to patients instead.", Example: "the square pattern"},
			{Name: "case", Type: Choice, Values: []string{"exact"}, Help: "exact: a name with capitals in it is found only when it is written with the same ones, as GP is.", Example: "exact"},
			{Name: "audience", Type: Choice, Values: []string{"everyone", "staff"}, Help: "staff: a word to keep out of what patients hear.", Example: "staff"},
			{Name: "see", Type: Slugs, Of: "term", Help: "Related terms.", Example: "[link]"},
			{Name: "sources", Type: Sources, Help: "Where the meaning comes from.", Example: "see below"},
			{Name: "reviewed", Type: Day, Help: "When it was last checked.", Example: "2026-11-20"},
			{Name: "review_by", Type: Day, Help: "When it must be checked again.", Example: "2027-11-20", Called: []string{"expires", "expiry", "valid_until", "next_review"}},
		}}

	Myth = Kind{Name: "myth", Plural: "myths", Folder: "content/myths",
		Help: "A myth card. The fact is its heading; the myth is named once.",
		Keys: []Key{
			{Name: "fact", Type: Text, Prose: true, Required: true, Card: CardFront, Help: "What is true. It becomes the heading.", Example: "The account also works in a browser"},
			{Name: "myth", Type: Text, Prose: true, Required: true, Card: CardFront, Help: "What people believe.", Example: "You need a smartphone"},
			{Name: "why", Type: Text, Prose: true, Required: true, Help: "Why people think so, and what misleads them.", Example: "Posters show a phone, so people think only a phone will do."},
			{Name: "say", Type: Text, Prose: true, Required: true, Card: CardBack, Help: "What you can say to a patient.", Example: "You can use it on a computer too."},
			{Name: "sources", Type: Sources, Required: true, Help: "How we know. At least one.", Example: "see below"},
			{Name: "evidence", Type: Choice, Required: true, Values: []string{"guidance", "statistics", "research", "law", "local"}, Help: "What kind of evidence it is.", Example: "guidance"},
			{Name: "themes", Type: Slugs, Of: "theme", Help: "Themes it belongs to.", Example: "[myth-busting]"},
			{Name: "roles", Type: Slugs, Of: "role", Help: "Who will meet it most.", Example: "[receptionist]"},
			{Name: "nation", Type: Text, Help: "The nation for which it is true.", Example: "England"},
			{Name: "reviewed", Type: Day, Help: "When it was last checked.", Example: "2026-11-20"},
			{Name: "review_by", Type: Day, Help: "When it must be checked again.", Example: "2027-11-20", Called: []string{"expires", "expiry", "valid_until", "next_review"}},
		}}

	Pathway = Kind{Name: "pathway", Plural: "pathways", Folder: "content/pathways",
		Help: "Lessons in an order, for a purpose.",
		Keys: []Key{
			{Name: "title", Type: Text, Prose: true, Required: true, Help: "Its name.", Example: "Your first hour"},
			{Name: "summary", Type: Text, Prose: true, Required: true, Help: "Who it helps, and with what.", Example: "Five lessons for somebody new to this."},
			{Name: "lessons", Type: Slugs, Of: "lesson", Required: true, Help: "The lessons, in order.", Example: "[say-it-plainly, buddy-hour]"},
			{Name: "roles", Type: Slugs, Of: "role", Help: "Who it is for. Leave it out when it is for everyone.", Example: "[receptionist]"},
		}}

	Insight = Kind{Name: "insight", Plural: "insights", Folder: "content/insights",
		Help: "Something people told the project. The text says it in the project's own words.",
		Keys: []Key{
			{Name: "kind", Type: Choice, Required: true, Values: []string{"interview", "focus-group", "co-creation"}, Help: "Where it was said.", Example: "interview"},
			{Name: "from", Type: Choice, Required: true, Values: []string{"staff", "patient"}, Help: "Who said it.", Example: "staff"},
			{Name: "themes", Type: Slugs, Of: "theme", Required: true, Help: "The themes it is evidence for.", Example: "[language]"},
			{Name: "role", Type: Slug, Of: "role", Help: "The role of the person who said it.", Example: "receptionist"},
		}}

	Story = Kind{Name: "story", Plural: "stories", Folder: "content/stories",
		Help: "A case study of a member of staff or a patient.",
		Keys: []Key{
			{Name: "title", Type: Text, Prose: true, Required: true, Help: "Its heading.", Example: "A phone call becomes a habit"},
			{Name: "summary", Type: Text, Prose: true, Required: true, Help: "One sentence for lists.", Example: "How a receptionist helped one caller to order online."},
			{Name: "from", Type: Choice, Required: true, Values: []string{"staff", "patient"}, Help: "Whose story it is.", Example: "staff"},
			{Name: "consent", Type: Choice, Required: true, Values: []string{"given", "fictional"}, Help: "given: the person agreed. fictional: nobody real is meant; readers are told so.", Example: "fictional"},
			{Name: "themes", Type: Slugs, Of: "theme", Help: "Themes it shows.", Example: "[peer-support]"},
			{Name: "roles", Type: Slugs, Of: "role", Help: "Roles it is about.", Example: "[receptionist]"},
			{Name: "reviewed", Type: Day, Help: "When it was last checked.", Example: "2026-11-20"},
		}}

	Page = Kind{Name: "page", Plural: "pages", Folder: "content",
		Help: "Any other page: about, accessibility statement.",
		Keys: []Key{
			{Name: "title", Type: Text, Prose: true, Required: true, Help: "Its heading.", Example: "How this was made"},
			{Name: "summary", Type: Text, Prose: true, Help: "One sentence for lists.", Example: "The interviews, the workshop and the six themes."},
			{Name: "menu", Type: YesNo, Help: "Whether the menu at the foot of each page leads to it. Default: yes.", Example: "yes"},
			{Name: "order", Type: Number, Help: "Where it stands in the menu.", Example: "1"},
		}}
)

// Icons are the names of the drawings that come with the program, each a file in
// static/icons.
func Icons() []string { return []string{"speech", "hands", "eye", "heart", "check", "steps"} }

// Draft is the key that every kind but the settings has besides its own.
var Draft = Key{Name: "draft", Type: YesNo, Help: "true: leave it out of builds, unless --drafts is given.", Example: "true"}

// Kinds lists every kind.
func Kinds() []*Kind {
	return []*Kind{&Settings, &Lesson, &Theme, &Role, &Term, &Myth, &Pathway, &Insight, &Story, &Page}
}
