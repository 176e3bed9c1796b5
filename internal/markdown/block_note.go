package markdown

var blockNote = Kind{
	Name: "note",
	Doc:  "what is good to know besides",
}
