package markdown

var blockMore = Kind{
	Name:  nameMore,
	Doc:   "what only some need, folded away until it is opened",
	check: checkMore,
}

const nameMore = "more"

func checkMore(w *writer, d *directive) {
	if d.title == "" {
		w.add(ruleMoreTitle, d.start, d.start+d.width, "this block does not say what is in it", `add a few words after the name: "::: more If the patient has no email"`)
	}
}
