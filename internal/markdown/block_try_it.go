package markdown

var blockTryIt = Kind{
	Name:  "try-it",
	Doc:   "something to do now, with the time it takes",
	Attrs: []string{"minutes"},
	check: checkTryIt,
}

func checkTryIt(w *writer, d *directive) {
	if d.attrAt > 0 {
		return // what stands there was looked at when the line was read
	}
	w.add(ruleTryItMinutes, d.start, d.start+d.width, "this try-it does not say how long it takes", "add the minutes at the end of the line: {minutes=5}")
}
