package markdown

var blockWarning = Kind{
	Name: "warning",
	Doc:  "what can go wrong, and how to be safe",
}
